# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who changes the common catalogue, and which changes make sense. Names are those of the actions."""

import datetime as dt
from collections.abc import Collection, Mapping

from django.utils.translation import gettext_lazy as _

from lgnet.catalogue.models import CatalogueChange, CatalogueVersion
from lgnet.catalogue.succession import Code
from lgnet.core.authz import Verdict, no, yes
from lgnet.core.clock import today
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker


def prepare_version(by: Worker) -> Verdict:
    """Change the catalogue at all."""
    if not by.may(Permission.DIRECTIVE_ISSUE):
        return no(_("Only the national direction changes the common catalogue."))
    return yes


def edit_version(by: Worker, version: CatalogueVersion) -> Verdict:
    """Change what is being prepared."""
    if version.state != CatalogueVersion.State.PREPARED:
        return no(_("This change of the catalogue was pushed already: prepare another one."))
    return prepare_version(by)


def push_version(by: Worker, version: CatalogueVersion, changes: Collection[CatalogueChange]) -> Verdict:
    """Let it hold from its day on. The day is still to come, so that nothing recorded contradicts it."""
    if not changes:
        return no(_("Nothing is changed yet: add at least one line."))
    if version.valid_from <= today():
        return no(_("A change of the catalogue begins tomorrow at the earliest: choose a later day."))
    return edit_version(by, version)


def undo_version(by: Worker, version: CatalogueVersion, *, built_upon: bool = False) -> Verdict:
    """Take it back before it begins. `built_upon`: a later change touches the same codes."""
    if version.state != CatalogueVersion.State.PUSHED:
        return no(_("This change of the catalogue is not in force and not announced."))
    if version.valid_from <= today():
        return no(_("It holds already, and people work with it: prepare another change instead."))
    if built_upon:
        return no(_("A later change of the catalogue builds upon this one: take that one back first."))
    return prepare_version(by)


def apply_change(change: CatalogueChange, day: dt.date, codes: Mapping[str, Code]) -> Verdict:
    """Whether one line makes sense on that day, `codes` being the catalogue with the lines before it."""
    known = codes.get(change.code)
    if change.kind == CatalogueChange.Kind.ADD:
        return (
            yes if known is None else no(_("This code exists already, perhaps retired: choose another one."))
        )
    if known is None or not known.is_valid_on(day):
        return no(_("This code is not valid on that day."))
    if known.retired_on is not None:
        return no(_("This code is to be retired already."))
    if change.kind == CatalogueChange.Kind.RETIRE:
        return _succeed(change, day, codes)
    return yes


def _succeed(change: CatalogueChange, day: dt.date, codes: Mapping[str, Code]) -> Verdict:
    if change.code in change.successors:
        return no(_("A code cannot take its own place."))
    for heir in change.successors:
        known = codes.get(heir)
        if known is None or not known.is_valid_on(day):
            return no(_("A successor must be valid on the day on which the code is retired."))
    return yes
