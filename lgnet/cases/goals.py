# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Goals that wait for other goals, and the fingerprint by which two editors of a plan notice each other."""

import hashlib
import uuid
from collections.abc import Iterable, Mapping

from lgnet.cases.models import Goal, GoalAction


def makes_a_circle(
    goal_id: uuid.UUID, blocked_by: uuid.UUID, waits_for: Mapping[uuid.UUID, uuid.UUID | None]
) -> bool:
    """Whether goals would wait for each other if `goal_id` waited for `blocked_by`.

    `waits_for` says for every goal of the plan which one it waits for now.
    """
    seen = {goal_id}
    step: uuid.UUID | None = blocked_by
    while step is not None:
        if step in seen:
            return True
        seen.add(step)
        step = waits_for.get(step)
    return False


def fingerprint(goals: Iterable[Goal], actions: Iterable[GoalAction]) -> str:
    """A short digest of what is written; changes with every word, day and step of the goals given."""
    digest = hashlib.sha256()
    for goal in sorted(goals, key=lambda g: g.pk):
        parts = (
            goal.pk,
            goal.domain,
            goal.text,
            goal.text_for_person,
            goal.due_on,
            goal.blocked_by_id,
            goal.outcome,
        )
        digest.update(repr(tuple(map(str, parts))).encode())
    for action in sorted(actions, key=lambda a: a.pk):
        values = (
            action.pk,
            action.goal_id,
            action.text,
            action.who,
            action.due_on,
            action.done_on,
            action.position,
        )
        digest.update(repr(tuple(map(str, values))).encode())
    return digest.hexdigest()[:16]
