# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The rows of a case's plans: versions, goals, steps."""

import uuid

from lgnet.cases.models import Goal, GoalAction, Plan
from lgnet.core.ids import new_id
from lgnet.imports.records import BulkAction, BulkCase, BulkGoal
from lgnet.imports.rows.writing import Subject, Writing


def add_plans(writing: Writing, subject: Subject, case_id: uuid.UUID, case: BulkCase) -> None:
    """All versions of the plan of a case, with their goals and steps."""
    for version, plan in enumerate(case.plans, 1):
        pk = new_id()
        writing.batch[Plan].add(
            {
                "id": pk, "partner_id": writing.by.partner_id, "case_id": case_id, "version": version,
                "status": plan.status, "language": plan.language, "drafted_at": plan.drafted_at,
                "drafted_by_id": plan.drafted_by or case.manager or writing.by.user.pk,
                "agreed_on": plan.agreed_on, "review_on": plan.review_on,
            }
        )  # fmt: skip
        ids = [new_id() for _ in plan.goals]
        for position, goal in enumerate(plan.goals):
            blocker = None if goal.blocked_by is None else ids[goal.blocked_by]
            _add_goal(writing, subject, pk, goal, (ids[position], position, blocker))


def _add_goal(
    writing: Writing,
    subject: Subject,
    plan_id: uuid.UUID,
    goal: BulkGoal,
    place: tuple[uuid.UUID, int, uuid.UUID | None],
) -> None:
    pk, position, blocker = place
    table = writing.batch[Goal]
    table.add(
        {
            "id": pk, "partner_id": writing.by.partner_id, "plan_id": plan_id, "domain": goal.domain,
            "text": table.seal("text", subject.cipher, pk, goal.text),
            "text_for_person": table.seal("text_for_person", subject.cipher, pk, goal.text_for_person),
            "due_on": goal.due_on, "blocked_by_id": blocker, "outcome": goal.outcome, "position": position,
        }
    )  # fmt: skip
    for number, action in enumerate(goal.actions):
        _add_action(writing, subject, pk, number, action)


def _add_action(
    writing: Writing, subject: Subject, goal_id: uuid.UUID, position: int, action: BulkAction
) -> None:
    pk, table = new_id(), writing.batch[GoalAction]
    table.add(
        {
            "id": pk, "partner_id": writing.by.partner_id, "goal_id": goal_id, "who": action.who,
            "text": table.seal("text", subject.cipher, pk, action.text), "due_on": action.due_on,
            "done_on": action.done_on, "position": position,
        }
    )  # fmt: skip
