# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may do what about the quality of data. Names are those of the actions."""

from django.utils.translation import gettext_lazy as _

from lgnet.core.authz import Verdict, no, yes
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.quality.checks import CHECKS, Check


def see(by: Worker) -> Verdict:
    """Look at what there is to mend."""
    if not by.may(Permission.QUALITY_SEE):
        return no(_("Your role does not look at the data that need mending."))
    return yes


def see_everybodys(by: Worker) -> Verdict:
    """Look at the lists and the measures of all colleagues."""
    if not by.may(Permission.TEAM_SEE):
        return no(_("Only the coordinator looks at what everybody has to mend."))
    return see(by)


def see_people(by: Worker) -> Verdict:
    """Look at the people whose data need mending."""
    if not by.may(Permission.PERSON_SEE):
        return no(_("Your role does not open people's files."))
    return see(by)


def dismiss(by: Worker, check: Check, reason: str = "") -> Verdict:
    """Say why a miss stays. `reason`: one that the check knows; "" asks whether there is any."""
    if not by.may(check.explained_by):
        return no(_("Your role does not correct what is recorded about people."))
    if not check.reasons:
        return no(_("This one can only be mended: there is no reason for which it stays."))
    if reason and reason not in check.reasons:
        return no(_("Choose one of the reasons."))
    return yes


def take_back(by: Worker, check: Check | None = None) -> Verdict:
    """Put a dismissed miss back on the lists. `check` none: one that asks for nothing more than most."""
    if not by.may(check.explained_by if check else Permission.PERSON_REGISTER):
        return no(_("Your role does not correct what is recorded about people."))
    return yes


def mendable(by: Worker) -> tuple[str, ...]:
    """Codes of the checks whose misses somebody's role can put right."""
    return tuple(c.code for c in CHECKS.values() if c.repair is not None and by.may(c.repair.permission))


def listed(by: Worker) -> tuple[str, ...]:
    """Codes of what stands in somebody's list: what they can put right, and what they can only explain."""
    explained = (c.code for c in CHECKS.values() if not c.can_be_mended and dismiss(by, c))
    return (*mendable(by), *explained)


def coordinates(by: Worker) -> bool:
    """Whether what nobody follows is theirs."""
    return by.may(Permission.CASE_ASSIGN)
