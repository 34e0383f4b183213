# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may take a cut-off, verify it, let it leave, and how a sheet looks. Names are those of the actions."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from lgnet.core.authz import Verdict, no, yes
from lgnet.core.clock import today
from lgnet.network.models import Edition
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.snapshots.models import Sheet, Snapshot, Work

NATIONAL_SHEETS = frozenset({Sheet.INDICATORS, Sheet.COUNTED})


def take(by: Worker, of: Edition, cutoff_on: dt.date | None = None) -> Verdict:
    """Freeze the figures as they are, up to a day that is over in Rome."""
    if not by.may(Permission.SNAPSHOT_TAKE):
        return no(_("Only the national direction takes cut-offs."))
    if cutoff_on is not None and cutoff_on >= today():
        return no(_("This day is not over yet: a cut-off holds whole days."))
    if cutoff_on is not None and cutoff_on < of.starts_on:
        return no(_("This day is before the beginning of the edition."))
    return yes


def verify(by: Worker) -> Verdict:
    """Have a cut-off recomputed from the facts."""
    if by.may(Permission.FIGURES_NATION):
        return yes
    return no(_("The national level verifies cut-offs: the facts of every partner are needed."))


def export(by: Worker, sheet: str, *, blocked: bool = False) -> Verdict:
    """Take a sheet away. `blocked`: a check found something and nobody has acknowledged it yet."""
    if sheet in NATIONAL_SHEETS:
        if not by.may(Permission.FIGURES_NATION):
            return no(_("The national level makes this sheet."))
        if blocked:
            return no(_("The checks found something: it is mended, or acknowledged with a reason, first."))
        return yes
    if not by.may(Permission.PERSON_EXPORT):
        return no(_("Your role does not export people: the coordinator does."))
    return yes


def acknowledge(by: Worker, snapshot: Snapshot) -> Verdict:
    """Let the figures leave in spite of what a check found."""
    if not by.may(Permission.SNAPSHOT_TAKE):
        return no(_("Only the national direction lets figures leave in spite of a finding."))
    return yes


def set_layout(by: Worker) -> Verdict:
    """Say which columns a sheet has."""
    if not by.may(Permission.SNAPSHOT_TAKE):
        return no(_("Only the national direction decides the columns of a sheet."))
    return yes


def resume(by: Worker, work: Work) -> Verdict:
    """Go on with a piece of work whose process was ended."""
    if work.asked_by_id != by.user.pk:
        return no(_("Whoever asked for this goes on with it."))
    if work.state == Work.State.DONE:
        return no(_("This is done already."))
    return yes
