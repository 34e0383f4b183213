# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may do what with targets. Names are those of the actions."""

from django.utils.translation import gettext_lazy as _

from lgnet.core.authz import Verdict, no, yes
from lgnet.core.clock import today
from lgnet.direction.models import Decision
from lgnet.network.models import Edition
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker


def set_target(by: Worker, of: Edition) -> Verdict:
    """Decide what an indicator is to reach by the end of an edition."""
    if not by.may(Permission.TARGETS_SET):
        return no(_("Only the national direction sets targets."))
    if today() > of.ends_on:
        return no(_("This edition is over: its targets stay as they were."))
    return yes


def take_back(by: Worker, decision: Decision) -> Verdict:
    """Put the targets back to what they were before an act."""
    allowed = set_target(by, decision.edition)
    if not allowed:
        return allowed
    if decision.kind in {Decision.Kind.REFUSED, Decision.Kind.TAKEN_BACK}:
        return no(_("This act changed no target that could be put back."))
    if getattr(decision, "taken_back_by", None) is not None:
        return no(_("This act has been taken back already."))
    return yes


def export(by: Worker) -> Verdict:
    """Take figures away in a file."""
    if by.may(Permission.FIGURES_PARTNER) or by.may(Permission.FIGURES_NATION):
        return yes
    return no(_("Your role does not see figures."))
