# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Assessments, plans and work of the tests, made by the actions themselves. Call them while somebody acts."""

import datetime as dt

from lgnet.cases.actions.assessment import assess
from lgnet.cases.actions.plan import GoalText, Step, agree_plan, draft_plan, save_goal
from lgnet.cases.actions.work import deliver
from lgnet.cases.models import Assessment, Case, Goal, Intervention, Plan
from lgnet.cases.outcomes import Answer
from lgnet.cases.queries.plan import sheet_of
from lgnet.catalogue.models import InterventionType
from lgnet.core.clock import today
from lgnet.core.ids import new_id
from lgnet.network.worker import Worker

ENTRY = {
    "housing": Answer("2.1"),
    "language": Answer("A1"),
    "work": Answer("UNE"),
    "income": Answer("none"),
    "health_access": Answer("stp"),
    "network": Answer(missing="not_asked"),
    "autonomy": Answer("3"),
}


def assessed(by: Worker, case: Case, *, moment: str = "entry", **changes: Answer) -> Assessment:
    """An assessment with an answer for each domain."""
    return assess(by=by, case=case, moment=moment, assessed_on=today(), answers=ENTRY | changes)


def a_goal(by: Worker, plan: Plan, text: str = "A room of her own", **typed: object) -> Goal:
    """A goal in a draft, with one step."""
    known = {"domain": "housing", "text": text, "steps": (Step("Ask three landlords", "worker"),)} | typed
    return save_goal(by=by, plan=plan, goal_id=new_id(), typed=GoalText(**known), seen="")  # type: ignore[arg-type]  # given by tests


def a_draft(by: Worker, case: Case, *goals: str) -> Plan:
    """The draft of a case, assessed first if need be, with one housing goal for each text."""
    if Case.objects.get(pk=case.pk).stage == Case.Stage.TAKEN:
        assessed(by, case)
    plan = draft_plan(by=by, case=case)
    for text in goals:
        a_goal(by, plan, text)
    return plan


def agreed(by: Worker, plan: Plan, *, days: int = 90, language: str = "fr") -> Plan:
    """The draft as the person agrees to it today."""
    review_on = today() + dt.timedelta(days=days)
    return agree_plan(
        by=by, plan=plan, agreed_on=today(), review_on=review_on, language=language, seen=seen(plan)
    )


def seen(plan: Plan) -> str:
    """The fingerprint of a version as it is now."""
    return sheet_of(Plan.objects.select_related("case__person__key").get(pk=plan.pk)).seen()


def seen_goal(goal: Goal) -> str:
    """The fingerprint of a goal as it is now."""
    sheet = sheet_of(Plan.objects.select_related("case__person__key").get(pk=goal.plan_id))
    found = sheet.find(goal.pk)
    assert found is not None
    return sheet.seen_goal(found)


def done(by: Worker, case: Case, code: str = "PIC01", **values: object) -> Intervention:
    """Something done for the person today."""
    kind = InterventionType.objects.get(pk=code)
    known = {"delivered_on": today(), "minutes": 30} | values
    return deliver(by=by, case=case, kind=kind, **known)  # type: ignore[arg-type]  # given by tests
