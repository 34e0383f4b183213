# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The individual plan: a draft is edited goal by goal, agreed it is frozen, and a new version copies it.

Each save carries the fingerprint of what its form was drawn from, so that two editors notice each other.
"""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.cases import policies
from lgnet.cases.actions.case import locked_case
from lgnet.cases.actions.days import on_a_day_of, opening_day
from lgnet.cases.clock import LAST_REVIEW_DAYS
from lgnet.cases.goals import makes_a_circle
from lgnet.cases.models import Case, Goal, GoalAction, Plan
from lgnet.cases.models.assessment import Domain
from lgnet.cases.queries.plan import PlanSheet, plan_of, sheet_of
from lgnet.cases.texts import GOAL, STEP, written
from lgnet.core import audit
from lgnet.core.authz import Refused, Stale
from lgnet.core.clock import now, today
from lgnet.core.ids import new_id
from lgnet.network.worker import Worker

LAST_YEAR = dt.timedelta(days=5 * 366)
MOST_STEPS = 20


@dataclass(frozen=True)
class Step:
    """One step towards a goal as it is typed: what, who, by when. An empty text takes the step off."""

    text: str
    who: str
    due_on: dt.date | None = None


@dataclass(frozen=True)
class GoalText:
    """A goal as it is typed. `text_for_person`: the same in the person's language, if somebody wrote it."""

    domain: str
    text: str
    text_for_person: str = ""
    due_on: dt.date | None = None
    blocked_by: uuid.UUID | None = None
    steps: tuple[Step, ...] = ()


def locked_plan(plan_id: uuid.UUID) -> Plan:
    """The plan, held until the end of the transaction, with its case, person and key."""
    rows = Plan.objects.select_for_update(of=("self",)).select_related("case__person__key", "case__manager")
    return rows.get(pk=plan_id)


@transaction.atomic
def draft_plan(*, by: Worker, case: Case, plan_id: uuid.UUID | None = None) -> Plan:
    """The draft of a case: the one there is, or a new version that copies the plan in force."""
    case = locked_case(case.pk)
    policies.draft_plan(by, case).enforce()
    draft = plan_of(case, Plan.Status.DRAFT)
    if draft is not None:
        return draft
    latest = Plan.objects.filter(case=case).order_by("-version").first()
    plan = Plan(id=plan_id or new_id(), partner_id=case.partner_id, case=case)
    plan.version = latest.version + 1 if latest else 1
    plan.language = latest.language if latest else _language_of(case)
    plan.drafted_at, plan.drafted_by = now(), by.user
    plan.save(force_insert=True)
    agreed = plan_of(case, Plan.Status.AGREED)
    if agreed is not None:
        _copy(sheet_of(agreed), plan)
    _touch(case)
    audit.record("case.plan_drafted", on=case, plan=plan.pk, version=plan.version)
    return plan


def _language_of(case: Case) -> str:
    return next((language for language in case.person.languages if language != "it"), "")


def _copy(sheet: PlanSheet, plan: Plan) -> None:
    kept = [goal for goal in sheet.goals if goal.outcome != Goal.Outcome.DROPPED]
    ids = {goal.pk: new_id() for goal in kept}
    copies = {}
    for goal in kept:
        copy = Goal(
            id=ids[goal.pk], partner_id=plan.partner_id, plan=plan, domain=goal.domain, due_on=goal.due_on
        )
        copy.text, copy.text_for_person = goal.text, goal.text_for_person
        copy.outcome, copy.position = goal.outcome, goal.position
        copy.save(force_insert=True)
        copies[goal.pk] = copy
    for goal in kept:
        if goal.blocked_by_id in copies:
            copies[goal.pk].blocked_by = copies[goal.blocked_by_id]
            copies[goal.pk].save(update_fields=["blocked_by"])
        for step in sheet.actions_of(goal):
            fresh = GoalAction(
                partner_id=plan.partner_id, goal=copies[goal.pk], who=step.who, due_on=step.due_on
            )
            fresh.text, fresh.done_on, fresh.position = step.text, step.done_on, step.position
            fresh.save(force_insert=True)


@transaction.atomic
def save_goal(*, by: Worker, plan: Plan, goal_id: uuid.UUID, typed: GoalText, seen: str) -> Goal:
    """Write a goal with its steps into a draft: a new one, or the one there is.

    `seen` is the fingerprint the form was drawn from, "" for a goal that was not there. A goal never waits
    for itself, directly or through others. Raises `Stale` where somebody changed it meanwhile.
    """
    plan = locked_plan(plan_id=plan.pk)
    policies.save_goal(by, plan).enforce()
    sheet = sheet_of(plan)
    goal = sheet.find(goal_id)
    if goal is not None and _as_typed(sheet, goal) == _tidied(typed):
        return goal  # sent twice
    if (goal is None) != (not seen) or (goal is not None and sheet.seen_goal(goal) != seen):
        raise Stale(_("This goal was changed while you were writing. Compare, then save again."))
    typed = _tidied(typed)
    _check(plan, sheet, goal_id, typed)
    goal = goal or Goal(id=goal_id, partner_id=plan.partner_id, plan=plan, position=len(sheet.goals))
    goal.domain, goal.due_on, goal.blocked_by_id = typed.domain, typed.due_on, typed.blocked_by
    goal.text, goal.text_for_person = typed.text, typed.text_for_person
    goal.save()
    _write_steps(sheet, goal, typed.steps)
    _touch(plan.case)
    audit.record("case.goal_saved", on=plan.case, plan=plan.pk, goal=goal.pk, domain=goal.domain)
    return goal


def _tidied(typed: GoalText) -> GoalText:
    steps = (Step(written(step.text, STEP), step.who, step.due_on) for step in typed.steps)
    return GoalText(
        typed.domain,
        written(typed.text, GOAL),
        written(typed.text_for_person, GOAL),
        typed.due_on,
        typed.blocked_by,
        tuple(step for step in steps if step.text),
    )


def _as_typed(sheet: PlanSheet, goal: Goal) -> GoalText:
    steps = tuple(Step(step.text, step.who, step.due_on) for step in sheet.actions_of(goal))
    return GoalText(goal.domain, goal.text, goal.text_for_person, goal.due_on, goal.blocked_by_id, steps)


def _check(plan: Plan, sheet: PlanSheet, goal_id: uuid.UUID, typed: GoalText) -> None:
    if typed.domain not in Domain.values or not typed.text:
        raise Refused(_("Say in which domain the goal is, and in a sentence what it is."))
    if len(typed.steps) > MOST_STEPS or any(step.who not in GoalAction.Who.values for step in typed.steps):
        raise Refused(_("Say for each step who does it; a goal has at most %(n)s steps.") % {"n": MOST_STEPS})
    opened = opening_day(plan.case)
    for day in (typed.due_on, *(step.due_on for step in typed.steps)):
        if day is not None and not opened <= day <= today() + LAST_YEAR:
            raise Refused(
                _("A day of the plan lies before the case was opened or more than five years ahead.")
            )
    if typed.blocked_by is None:
        return
    if sheet.find(typed.blocked_by) is None:
        raise Refused(_("The goal to wait for is not in this plan."))
    waits = {goal.pk: goal.blocked_by_id for goal in sheet.goals}
    if makes_a_circle(goal_id, typed.blocked_by, waits):
        raise Refused(_("These goals would wait for each other in a circle: none could ever begin."))


def _write_steps(sheet: PlanSheet, goal: Goal, steps: Sequence[Step]) -> None:
    known = sheet.actions_of(goal)
    for position, step in enumerate(steps):
        row = known[position] if position < len(known) else GoalAction(goal=goal, partner_id=goal.partner_id)
        row.text, row.who, row.due_on, row.position = step.text, step.who, step.due_on, position
        row.save()
    for surplus in known[len(steps) :]:
        surplus.delete()


@transaction.atomic
def remove_goal(*, by: Worker, goal: Goal, seen: str) -> Plan:
    """Take a goal off a draft; goals that waited for it wait no longer."""
    plan = locked_plan(goal.plan_id)
    policies.remove_goal(by, plan).enforce()
    sheet = sheet_of(plan)
    present = sheet.find(goal.pk)
    if present is None:
        return plan
    if sheet.seen_goal(present) != seen:
        raise Stale(_("This goal was changed while you were writing. Compare, then save again."))
    Goal.objects.filter(plan=plan, blocked_by=present).update(blocked_by=None)
    GoalAction.objects.filter(goal=present).delete()
    present.delete()
    audit.record("case.goal_removed", on=plan.case, plan=plan.pk, goal=goal.pk)
    return plan


@transaction.atomic
def agree_plan(
    *, by: Worker, plan: Plan, agreed_on: dt.date, review_on: dt.date, language: str, seen: str
) -> Plan:
    """The person agrees to the draft: it is frozen, and the version before it is history.

    `seen` is the fingerprint of the whole version that was read with the person.
    """
    plan = locked_plan(plan.pk)
    policies.agree_plan(by, plan).enforce()
    sheet = sheet_of(plan)
    if not sheet.goals:
        raise Refused(_("A plan needs at least one goal before anybody can agree to it."))
    if sheet.seen() != seen:
        raise Stale(_("The plan was changed meanwhile: read it again with the person before agreeing."))
    case = locked_case(plan.case_id)
    on_a_day_of(case, agreed_on)
    within_a_quarter(agreed_on, review_on)
    Plan.objects.filter(case=case, status=Plan.Status.AGREED).update(status=Plan.Status.SUPERSEDED)
    plan.status, plan.agreed_on, plan.review_on, plan.language = (
        Plan.Status.AGREED,
        agreed_on,
        review_on,
        language,
    )
    plan.save()
    case.stage = Case.Stage.PLANNED if case.stage == Case.Stage.ASSESSED else case.stage
    case.review_due_on, case.last_activity_at = review_on, now()
    case.save(update_fields=["stage", "review_due_on", "last_activity_at"])
    audit.record("case.plan_agreed", on=case, plan=plan.pk, version=plan.version)
    return plan


def within_a_quarter(day: dt.date, next_on: dt.date) -> None:
    """Refuse a next review that is not within 90 days after `day`."""
    if not day < next_on <= day + dt.timedelta(days=LAST_REVIEW_DAYS):
        raise Refused(_("The next review is within %(days)s days.") % {"days": LAST_REVIEW_DAYS})


@transaction.atomic
def complete_action(*, by: Worker, step: GoalAction, done_on: dt.date | None) -> GoalAction:
    """Tick a step of the plan in force; None takes the tick back."""
    plan = locked_plan(step.goal.plan_id)
    policies.complete_action(by, plan).enforce()
    if done_on is not None:
        on_a_day_of(plan.case, done_on)
    row = GoalAction.objects.select_for_update(of=("self",)).get(pk=step.pk)
    row.done_on = done_on
    row.save(update_fields=["done_on"])
    _touch(plan.case)
    audit.record("case.step_done" if done_on else "case.step_undone", on=plan.case, step=row.pk)
    return row


@transaction.atomic
def print_plan(*, by: Worker, plan: Plan, language: str) -> None:
    """Write down that a version of the plan was printed."""
    policies.print_plan(by).enforce()
    audit.record("case.plan_printed", on=plan.case, plan=plan.pk, version=plan.version, language=language)


def _touch(case: Case) -> None:
    Case.objects.filter(pk=case.pk).update(last_activity_at=now())
