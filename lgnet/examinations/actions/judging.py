# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether an attempt passes, once each of its answers has its points."""

from collections.abc import Sequence

from lgnet.core.clock import now
from lgnet.examinations.grading import passes
from lgnet.examinations.models import Answer, Attempt


def judge_or_wait(attempt: Attempt, answers: Sequence[Answer]) -> None:
    """Add up the points; judge if all are there, otherwise let the attempt wait for the trainer."""
    attempt.points = sum(row.points or 0 for row in answers)
    if any(row.points is None for row in answers):
        attempt.state = Attempt.State.MARKING
    else:
        attempt.state, attempt.marked_at = Attempt.State.DONE, now()
        attempt.passed = passes(attempt.points, attempt.most_points, attempt.exam.pass_percent)
    attempt.save(update_fields=["points", "state", "handed", "handed_at", "passed", "marked_at"])
