# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may assess, plan and work on a case now.

A specialist works on the cases whose team they belong to; what is restricted belongs to the team alone,
whatever the role.
"""

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from lgnet.cases.models import Case, Intervention, Note, Plan, Vulnerability
from lgnet.cases.policies.case import case_is_open
from lgnet.cases.queries.team import in_circle
from lgnet.core.authz import Verdict, no, yes
from lgnet.core.clock import ROME, today
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker


def see_case(by: Worker) -> Verdict:
    """Open the page of a case."""
    if not by.may(Permission.CASE_SEE):
        return no(_("Your role does not open cases."))
    return yes


def work_on(by: Worker, case: Case) -> Verdict:
    """Everything that is written on an open case."""
    if not by.may(Permission.CASE_WORK):
        return no(_("Your role reads cases and does not work on them: tell the case manager."))
    open_case = case_is_open(case)
    if not open_case:
        return open_case
    if not by.may(Permission.CASE_OPEN) and not in_circle(by.user.pk, case):
        return no(_("You work on the cases whose team you belong to: ask the case manager to add you."))
    return yes


assess = work_on
write_note = work_on


def add_outcome(by: Worker, case: Case) -> Verdict:
    """Write later where the person stood when a case was closed."""
    if not by.may(Permission.CASE_WORK):
        return no(_("Your role reads cases and does not work on them: tell the case manager."))
    if case.closed_at is None:
        return no(_("This case is open: write an assessment at exit, then close it."))
    if (
        not by.may(Permission.CASE_ASSIGN)
        and case.manager_id != by.user.pk
        and not in_circle(by.user.pk, case)
    ):
        return no(_("Only who followed this case, or the coordinator, writes its outcome."))
    return yes


def read_restricted(by: Worker, case: Case) -> Verdict:
    """Read what belongs to the circle: the team, and only in a role that sees special data.

    Who changes role, or works in two, stays in the teams of their cases; row security knows the user alone.
    """
    if not in_circle(by.user.pk, case):
        return no(_("Only the team of this case writes and reads its restricted notes."))
    if not by.may(Permission.SPECIAL_SEE):
        return no(_("Your role does not include special categories of data."))
    return yes


def write_circle_note(by: Worker, case: Case) -> Verdict:
    """A note that only the team reads."""
    allowed = read_restricted(by, case)
    return work_on(by, case) if allowed else allowed


def note_vulnerability(by: Worker, case: Case) -> Verdict:
    """What makes the person vulnerable: only the team of the case reads and writes it."""
    if not in_circle(by.user.pk, case):
        return no(_("Only the team of this case reads and records vulnerabilities: ask the case manager."))
    if not by.may(Permission.SPECIAL_SEE):
        return no(_("Your role does not include special categories of data."))
    return work_on(by, case)


def end_vulnerability(by: Worker, vulnerability: Vulnerability) -> Verdict:
    """A vulnerability that is no longer there, or was a slip."""
    if vulnerability.ended_at is not None:
        return no(_("This vulnerability was ended already."))
    return note_vulnerability(by, vulnerability.case)


def draft_plan(by: Worker, case: Case) -> Verdict:
    """Begin a plan, or its next version."""
    allowed = work_on(by, case)
    if allowed and case.stage == Case.Stage.TAKEN:
        return no(_("First the assessment at entry: the plan grows from it."))
    return allowed


def save_goal(by: Worker, plan: Plan) -> Verdict:
    """Change a draft; an agreed plan is frozen."""
    if plan.status != Plan.Status.DRAFT:
        day = date_format(plan.agreed_on, "DATE_FORMAT") if plan.agreed_on else ""
        return no(
            _("This version was agreed on %(day)s and stays as it is: make a new version.") % {"day": day}
        )
    return work_on(by, plan.case)


remove_goal = save_goal
agree_plan = save_goal


def complete_action(by: Worker, plan: Plan) -> Verdict:
    """Tick a step of the plan that is in force."""
    if plan.status != Plan.Status.AGREED:
        return no(_("Steps are ticked on the plan in force."))
    return work_on(by, plan.case)


def print_plan(by: Worker) -> Verdict:
    """Print a plan: the same as reading the case."""
    return see_case(by)


def review(by: Worker, case: Case) -> Verdict:
    """Look at the plan together with the person."""
    allowed = work_on(by, case)
    if allowed and case.stage not in {Case.Stage.PLANNED, Case.Stage.RUNNING}:
        return no(_("There is no agreed plan to review yet."))
    return allowed


def deliver(by: Worker, case: Case) -> Verdict:
    """Record something done for the person."""
    if not by.may(Permission.INTERVENTION_RECORD):
        return no(_("Your role does not record interventions: tell the case manager what was done."))
    return case_is_open(case)


def withdraw_intervention(by: Worker, intervention: Intervention) -> Verdict:
    """Take back one's own slip, on the same day."""
    if intervention.withdrawn_at is not None:
        return no(_("This was taken back already."))
    if intervention.delivered_by_id != by.user.pk:
        return no(_("Only who recorded it can take it back."))
    if intervention.recorded_at.astimezone(ROME).date() != today():
        return no(_("It can be taken back until the end of the day on which it was recorded."))
    return case_is_open(intervention.case)


def withdraw_note(by: Worker, note: Note) -> Verdict:
    """Take back one's own note, on the same day."""
    if note.withdrawn_at is not None:
        return no(_("This was taken back already."))
    if note.written_by_id != by.user.pk:
        return no(_("Only who wrote it can take it back."))
    if note.written_at.astimezone(ROME).date() != today():
        return no(_("It can be taken back until the end of the day on which it was written."))
    return case_is_open(note.case)
