# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may close, re-open and hand out cases."""

import datetime as dt

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from lgnet.cases.models import Case
from lgnet.core.authz import Verdict, no, yes
from lgnet.core.clock import ROME, now
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker

UNDO_WITHIN = dt.timedelta(minutes=10)


def case_is_open(case: Case) -> Verdict:
    """Work goes on only in an open case; every policy of the daily work asks this first."""
    if case.closed_at is None:
        return yes
    day = date_format(case.closed_at.astimezone(ROME), "DATE_FORMAT")
    return no(
        _("This case was closed on %(day)s: to go on, open a new episode for the person.") % {"day": day}
    )


def _answers_for(by: Worker, case: Case) -> bool:
    return by.may(Permission.CASE_ASSIGN) or case.manager_id == by.user.pk


def close(by: Worker, case: Case) -> Verdict:
    """The case manager or the coordinator."""
    if not by.may(Permission.CASE_CLOSE):
        return no(_("Your role does not include closing a case: ask its case manager or the coordinator."))
    if not _answers_for(by, case):
        return no(_("Only the case manager or the coordinator closes this case."))
    return case_is_open(case)


def undo_close(by: Worker, case: Case) -> Verdict:
    """A slip can be taken back for ten minutes by whoever made it; after that it is a new episode."""
    if case.closed_at is None:
        return no(_("This case is open."))
    if case.closed_by_id != by.user.pk:
        return no(_("Only who closed the case can take it back."))
    if now() - case.closed_at > UNDO_WITHIN:
        return no(_("The ten minutes have passed: open a new episode for the person."))
    return yes


def reopen(by: Worker, case: Case) -> Verdict:
    """A closed case stays closed: the person comes back with a new episode, which begins with a screening."""
    if not by.may(Permission.CASE_OPEN):
        return no(_("Your role does not include opening cases: ask a case manager or the coordinator."))
    if case.closed_at is None:
        return no(_("This case is open."))
    return yes


def assign(by: Worker, case: Case) -> Verdict:
    """The coordinator hands out the work."""
    if not by.may(Permission.CASE_ASSIGN):
        return no(_("Only the coordinator changes the case manager."))
    return case_is_open(case)


def join_team(by: Worker, case: Case) -> Verdict:
    """Who answers for the case says who belongs to its circle."""
    if not by.may(Permission.CASE_WORK):
        return no(_("Your role does not include working on cases."))
    if not _answers_for(by, case):
        return no(_("Only the case manager or the coordinator changes the team."))
    return case_is_open(case)


leave_team = join_team
