# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What an answer is worth. Closed questions are all or nothing; open ones wait for the trainer."""

from collections.abc import Collection

from lgnet.examinations.models import QuestionVersion


def points_for(asked: QuestionVersion, *, chosen: Collection[int], text: str) -> int | None:
    """The points of an answer as it was handed in; None where a trainer must read it.

    Several right answers count only together: a guess that ticks everything is worth nothing.
    """
    if asked.kind == QuestionVersion.Kind.TEXT:
        return None if text.strip() else 0
    return asked.points if frozenset(chosen) == asked.right else 0


def passes(points: int, most: int, percent: int) -> bool:
    """Whether the points reach the mark, in whole numbers: 3 of 5 is 60 per cent, no rounding."""
    return most > 0 and points * 100 >= percent * most
