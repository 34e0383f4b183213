# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The plan of a case: its versions, and the goals and steps of one of them."""

import uuid
from dataclasses import dataclass

from django.db.models import Count, Q

from lgnet.cases.goals import fingerprint
from lgnet.cases.models import Case, Goal, GoalAction, Plan


@dataclass(frozen=True)
class PlanSheet:
    """One version of a plan with everything written on it."""

    plan: Plan
    goals: tuple[Goal, ...]
    actions: tuple[GoalAction, ...]

    def actions_of(self, goal: Goal) -> list[GoalAction]:
        return [action for action in self.actions if action.goal_id == goal.pk]

    def seen(self) -> str:
        """The fingerprint of the whole version."""
        return fingerprint(self.goals, self.actions)

    def seen_goal(self, goal: Goal) -> str:
        """The fingerprint of one goal with its steps."""
        return fingerprint([goal], self.actions_of(goal))

    def find(self, goal_id: uuid.UUID) -> Goal | None:
        return next((goal for goal in self.goals if goal.pk == goal_id), None)


def sheet_of(plan: Plan) -> PlanSheet:
    """Read a version with its goals and steps. Two queries; the case with its person's key must be at hand."""
    goals = tuple(Goal.objects.filter(plan=plan))
    by_id = {goal.pk: goal for goal in goals}
    for goal in goals:
        goal.plan = plan  # its key is at hand
    actions = tuple(GoalAction.objects.filter(goal__plan=plan))
    for action in actions:
        action.goal = by_id[action.goal_id]
    return PlanSheet(plan, goals, actions)


def plan_of(case: Case, status: str) -> Plan | None:
    """The draft or the plan in force of a case."""
    plan = Plan.objects.filter(case=case, status=status).first()
    if plan is not None:
        plan.case = case
    return plan


@dataclass(frozen=True)
class GoalLine:
    """A goal with how many of its steps are done."""

    goal: Goal
    steps: int
    done: int


def goal_lines(plan: Plan) -> list[GoalLine]:
    """The goals of a version for a short list. One query."""
    counted = Goal.objects.filter(plan=plan).annotate(
        steps=Count("actions"), done=Count("actions", filter=Q(actions__done_on__isnull=False))
    )
    lines = []
    for goal in counted:
        goal.plan = plan
        lines.append(GoalLine(goal, goal.steps, goal.done))
    return lines
