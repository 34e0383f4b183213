# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Taking in charge, handing out, closing, taking a closure back, beginning a new episode."""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.cases import policies, queries
from lgnet.cases.actions.intake import current_edition, locked, open_intake, set_clock
from lgnet.cases.actions.support import refresh_count, refresh_support
from lgnet.cases.clock import LAST_REVIEW_DAYS
from lgnet.cases.countable import days_waited
from lgnet.cases.models import Case, CaseMember, Goal, Intake, NextStep
from lgnet.cases.texts import SUMMARY, written
from lgnet.cases.versions import expect_version
from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now, today
from lgnet.core.ids import new_id, readable_code
from lgnet.core.models import RowHistory
from lgnet.counting.actions import age_band, state
from lgnet.counting.models import FactKind
from lgnet.network.models import ActionLine, Colleague
from lgnet.network.worker import Worker

Part = CaseMember.Part


def locked_case(case_id: uuid.UUID) -> Case:
    """The case, held until the end of the transaction, with its person, key and manager."""
    rows = Case.objects.select_for_update(of=("self",)).select_related("person__key", "manager")
    return rows.get(pk=case_id)


def must_work_here(colleague: Colleague, by: Worker) -> None:
    """Refuse whoever has no valid membership of the partner with a role that works on cases."""
    if not queries.works_on_cases(colleague, by.partner_id):
        raise Refused(_("%(name)s does not work on cases here.") % {"name": colleague.name})


def enter_circle(case: Case, colleague: Colleague, part: str) -> CaseMember:
    """Somebody belongs to the team from now on; whoever calls has asked whether they may."""
    return CaseMember.objects.create(
        partner_id=case.partner_id, case=case, user=colleague, part=part, joined_at=now()
    )


def leave_circle(case: Case, colleague_id: uuid.UUID) -> None:
    """Somebody belongs to the team no longer; nothing happens where they did not."""
    CaseMember.objects.filter(case=case, user=colleague_id, left_at=None).update(left_at=now())


@transaction.atomic
def take_in_charge(
    *,
    by: Worker,
    intake: Intake,
    manager: Colleague,
    lines: Sequence[str],
    team: Iterable[tuple[Colleague, str]] = (),
    case_id: uuid.UUID | None = None,
) -> Case:
    """The presa in carico: a case is open from now, with who answers for it, its team and its action lines.

    Counts as "person taken in charge" on this day, under the pseudonym. A second submit with the same
    `case_id` gives the case that the first one made.
    """
    intake = locked(intake.pk)
    made = Case.objects.filter(pk=case_id, intake=intake).first() if case_id else None
    if made is not None:
        return made
    policies.take_in_charge(by, intake).enforce()
    _refuse_second_case(intake)
    colleagues = {manager.pk: (manager, Part.MANAGER.value)}
    for colleague, part in team:
        colleagues.setdefault(colleague.pk, (colleague, part))
    for colleague, _part in colleagues.values():
        must_work_here(colleague, by)
    case = _new_case(by, intake, manager, lines, case_id)
    for colleague, part in colleagues.values():
        enter_circle(case, colleague, part)
    intake.taken_at = max(case.opened_at, intake.screened_at or case.opened_at)
    intake.version += 1
    set_clock(intake)
    intake.save()
    _count(case, intake)
    audit.record("case.opened", on=case, lines=case.lines)
    return case


def _refuse_second_case(intake: Intake) -> None:
    other = queries.open_case_of(intake.person_id)
    if other is not None:
        who = other.manager.name if other.manager else _("nobody yet")
        raise Refused(
            _("This person already has an open case, %(code)s (case manager: %(who)s): go on in that one.")
            % {"code": other.code, "who": who}
        )


def _new_case(
    by: Worker, intake: Intake, manager: Colleague, lines: Sequence[str], case_id: uuid.UUID | None
) -> Case:
    chosen = sorted(set(lines))
    if not chosen or not set(chosen) <= set(ActionLine.values):
        raise Refused(_("Choose at least one action line."))
    moment = now()
    return Case.objects.create(
        id=case_id or new_id(),
        partner_id=by.partner_id,
        person=intake.person,
        intake=intake,
        edition=current_edition(by.partner_id),
        code=readable_code(by.organisation.code[:2].upper()),
        lines=chosen,
        manager=manager,
        urgency=intake.urgency,
        opened_at=moment,
        opened_by_id=by.user.pk,
        review_due_on=today() + dt.timedelta(days=LAST_REVIEW_DAYS),
        last_activity_at=moment,
    )


def _count(case: Case, intake: Intake) -> None:
    person, day = case.person, today()
    state(
        kind=FactKind.TAKEN_IN_CHARGE,
        partner_id=case.partner_id,
        occurred_on=day,
        subject_id=case.person_id,
        evidence=f"cases.case:{case.pk}",
        pseudonym=None if person.pseudonym is None else bytes(person.pseudonym),
        is_weak=person.pseudonym_is_weak,
        sex=person.sex,
        band=age_band(person.birth_date, day),
        lines=case.lines,
        days=days_waited(intake.first_contact_at, case.opened_at),
    )


@transaction.atomic
def assign(*, by: Worker, case: Case, manager: Colleague) -> Case:
    """Another colleague answers for the case from now; the former manager leaves the circle."""
    case = locked_case(case.pk)
    policies.assign(by, case).enforce()
    must_work_here(manager, by)
    if case.manager_id == manager.pk:
        return case
    if case.manager_id is not None:
        leave_circle(case, case.manager_id)
    leave_circle(case, manager.pk)  # from another part in the team
    enter_circle(case, manager, Part.MANAGER)
    case.manager = manager
    _touch(case)
    case.save(update_fields=["manager", "last_activity_at", "version"])
    audit.record("case.assigned", on=case, manager=manager.pk)
    return case


@transaction.atomic
def reassign(*, by: Worker, cases: Iterable[uuid.UUID], manager: Colleague) -> int:
    """Hand several cases to one colleague: all or none. Returns how many changed hands."""
    found = Case.objects.filter(pk__in=list(cases)).order_by("id")  # one order for everybody: no deadlock
    changed = 0
    for case in found:
        changed += case.manager_id != manager.pk
        assign(by=by, case=case, manager=manager)
    return changed


def _touch(case: Case) -> None:
    case.last_activity_at = now()
    case.version += 1


def _stop_clock(intake_id: uuid.UUID) -> None:
    intake = locked(intake_id)
    intake.next_step, intake.due_at = NextStep.NOTHING, None
    intake.version += 1
    intake.save(update_fields=["next_step", "due_at", "version"])


@transaction.atomic
def close(
    *,
    by: Worker,
    case: Case,
    reason: str,
    note: str,
    goal_outcomes: Mapping[uuid.UUID, str],
    helpfulness: int | None,
    version: int,
) -> Case:
    """The path ends, with the reason, the outcome of each agreed goal and what the person says of it.

    `helpfulness`: 1 to 5, "was it helpful for your integration?" (R.2.9); None where it was not asked.
    """
    case = locked_case(case.pk)
    policies.close(by, case).enforce()
    expect_version(case, version)
    if reason not in Case.Reason.values:
        raise Refused(_("Say why the case is closed."))
    goals = queries.agreed_goals(case.pk)
    if any(goal_outcomes.get(goal.pk, "") in {"", Goal.Outcome.OPEN} for goal in goals):
        raise Refused(_("Say for each goal of the plan how it ended."))
    refresh_support(by=by, case=case)  # papers recorded since the last intervention count too
    case.stage, case.closed_at, case.closed_by_id = Case.Stage.CLOSED, now(), by.user.pk
    case.closure_reason, case.closure_note, case.helpfulness = reason, written(note, SUMMARY), helpfulness
    _touch(case)
    case.save()
    for goal in goals:  # after the case: taking the closure back looks for what changed after it
        goal.outcome = goal_outcomes[goal.pk]
        goal.save(update_fields=["outcome"])
    _stop_clock(case.intake_id)
    refresh_count(case=case)
    audit.record("case.closed", on=case, reason=reason, asked=helpfulness is not None)
    return case


@transaction.atomic
def undo_close(*, by: Worker, case: Case) -> Case:
    """Take a closure back within ten minutes: the case is again exactly where it was."""
    case = locked_case(case.pk)
    policies.undo_close(by, case).enforce()
    if queries.open_case_of(case.person_id) is not None:
        raise Refused(_("Meanwhile the person has a new case: this one stays closed."))
    if queries.open_intake_of(case.person_id) is not None:
        raise Refused(_("Meanwhile a new intake of the person is open: this case stays closed."))
    closing = RowHistory.objects.filter(row_id=case.pk, before__has_key="stage").latest("id")
    case.stage = closing.before["stage"]
    case.closed_at, case.closed_by, case.closure_reason = None, None, ""
    case.closure_note, case.helpfulness = "", None
    _touch(case)
    case.save()
    for goal in queries.agreed_goals(case.pk):
        former = RowHistory.objects.filter(
            row_id=goal.pk, id__gt=closing.pk, before__has_key="outcome"
        ).first()
        if former is not None:
            goal.outcome = former.before["outcome"]
            goal.save(update_fields=["outcome"])
    intake = locked(case.intake_id)
    set_clock(intake)
    intake.version += 1
    intake.save(update_fields=["next_step", "due_at", "version"])
    refresh_count(case=case)
    audit.record("case.closure_undone", on=case)
    return case


@transaction.atomic
def reopen(*, by: Worker, case: Case, intake_id: uuid.UUID | None = None) -> Intake:
    """The person is back: a new episode begins with its own intake and clock; the closed case stays as it is."""
    case = locked_case(case.pk)
    policies.reopen(by, case).enforce()
    intake = open_intake(
        by=by, person=case.person, source=Intake.Source.WALK_IN, first_contact_at=now(), intake_id=intake_id
    )
    audit.record("case.reopened", on=case, intake=intake.pk)
    return intake
