# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Results: for whoever teaches, and for the domains above that ask who passed."""

import datetime as dt
import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import Avg, Case, Count, F, FloatField, Q, QuerySet, Value, When
from django.db.models.functions import Cast

from lgnet.examinations.models import Answer, Attempt, Exam
from lgnet.network.worker import Worker

PAGE = 50


@dataclass(frozen=True, slots=True)
class Outcome:
    """The best that somebody reached in a test: whether they passed, with how many hundredths, and when."""

    passed: bool
    percent: int
    on: dt.date


def outcomes(
    exams: Collection[uuid.UUID], colleagues: Collection[uuid.UUID]
) -> Mapping[tuple[uuid.UUID, uuid.UUID], Outcome]:
    """By test and colleague, the best of their marked attempts; nothing where none is marked. One query."""
    rows = Attempt.objects.filter(
        exam__in=exams, colleague__in=colleagues, state=Attempt.State.DONE
    ).order_by("handed_at")
    best: dict[tuple[uuid.UUID, uuid.UUID], Outcome] = {}
    for row in rows:
        assert row.handed_at is not None  # noqa: S101 - a constraint: what is marked was handed in
        found = Outcome(bool(row.passed), row.percent, row.handed_at.date())
        former = best.get((row.exam_id, row.colleague_id))
        if former is None or (found.passed, found.percent) > (former.passed, former.percent):
            best[row.exam_id, row.colleague_id] = found
    return best


@dataclass(frozen=True, slots=True)
class Row:
    """An attempt as the trainer's list shows it."""

    attempt: Attempt
    extra_percent: int


def results(exam: Exam, after: tuple[dt.datetime, uuid.UUID] | None = None) -> list[Row]:
    """The attempts at a test, the latest first; a page and one row more. One query."""
    rows = _attempts(exam)
    if after is not None:
        moment, last = after
        rows = rows.filter(Q(begun_at__lt=moment) | Q(begun_at=moment, id__lt=last))
    return [Row(row, row.admission.extra_percent) for row in rows.order_by("-begun_at", "-id")[: PAGE + 1]]


def all_results(exam: Exam) -> list[Row]:
    """Every attempt at a test, for a table. One query."""
    rows = _attempts(exam).order_by("colleague__name", "colleague_id", "number")
    return [Row(row, row.admission.extra_percent) for row in rows]


def _attempts(exam: Exam) -> QuerySet[Attempt]:
    return Attempt.objects.filter(exam=exam).select_related("colleague", "partner", "admission")


def waiting_for_marks(by: Worker) -> QuerySet[Attempt]:
    """Attempts of others with open answers that nobody has marked yet, the longest waiting first.

    For a trainer of the network all of them; for a local trainer those of the modules they teach (row security).
    """
    rows = Attempt.objects.filter(state=Attempt.State.MARKING).exclude(colleague=by.user.pk)
    return rows.select_related("exam", "colleague", "partner").order_by("handed_at", "id")


@dataclass(frozen=True, slots=True)
class Weak:
    """A question and how it was answered: the share of its points that was given, from 0 to 1."""

    text: str
    asked: int
    share: float


def weak_questions(exam: Exam, most: int = 5) -> list[Weak]:
    """The questions of a test that were answered worst: what to teach again, or to ask better. One query."""
    share = Cast(F("points"), FloatField()) / Cast(F("asked__points"), FloatField())
    rows = (
        Answer.objects.filter(attempt__exam=exam, points__isnull=False)
        .values("asked__question_id", "asked__text")
        .annotate(n=Count("id"), share=Avg(Case(When(points__isnull=False, then=share), default=Value(0.0))))
        .order_by("share", "-n")
    )
    return [Weak(row["asked__text"], row["n"], row["share"]) for row in rows[:most] if row["share"] < 1]
