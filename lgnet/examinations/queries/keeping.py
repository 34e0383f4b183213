# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Banks, what a test may draw from them, and which draws lack questions."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q

from lgnet.examinations.models import Bank, Draw, Exam, QuestionVersion


def questions_of(bank: Bank) -> list[QuestionVersion]:
    """The last version of each question of a bank, retired ones last."""
    rows = QuestionVersion.objects.filter(question__bank=bank).select_related("question", "written_by")
    latest = rows.order_by("question_id", "-number").distinct("question_id")
    return sorted(latest, key=lambda row: (row.question.retired_at is not None, row.question_id))


def pool(exam: Exam) -> dict[uuid.UUID, list[QuestionVersion]]:
    """What a test may draw now, by bank: the last version of each question that is not retired. One query."""
    rows = QuestionVersion.objects.filter(
        question__bank__draws__exam=exam, question__retired_at=None
    ).select_related("question")
    found: dict[uuid.UUID, list[QuestionVersion]] = {}
    for row in rows.order_by("question_id", "-number").distinct("question_id"):
        found.setdefault(row.question.bank_id, []).append(row)
    return found


@dataclass(frozen=True, slots=True)
class PoolSize:
    """A bank and how many questions may be drawn from it."""

    bank: Bank
    questions: int


def pool_sizes() -> list[PoolSize]:
    """Every bank with the number of its questions in use. One query."""
    in_use = Count("questions", filter=Q(questions__retired_at=None))
    return [
        PoolSize(bank, getattr(bank, "n", 0))
        for bank in Bank.objects.annotate(n=in_use).select_related("made_by")
    ]


def short_draws(exam: Exam) -> list[Draw]:
    """Draws that want more questions than their bank has in use. Two queries."""
    sizes: Mapping[uuid.UUID, int] = {size.bank.pk: size.questions for size in pool_sizes()}
    draws: Sequence[Draw] = list(exam.draws.select_related("bank"))
    return [draw for draw in draws if draw.questions > sizes.get(draw.bank_id, 0)]
