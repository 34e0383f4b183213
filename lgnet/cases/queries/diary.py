# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What happened in a case, each kind of row cut by the same key: its moment and its id.

A row written down later than its day stands at the end of that day; otherwise at the moment it was recorded.
"""

import datetime as dt
import uuid
from typing import Any, TypeVar

from django.db.models import DateTimeField, F, Func, Model, Q, QuerySet
from django.db.models.functions import Least

from lgnet.cases.models import Assessment, Case, Intervention, Note, Plan, Review, Score, Vulnerability

PAGE = 20
Place = tuple[dt.datetime, uuid.UUID]
M = TypeVar("M", bound=Model)


class EndOfDay(Func):
    """The first instant after a day, in Rome."""

    template = "((%(expressions)s + 1)::timestamp at time zone 'Europe/Rome')"
    output_field = DateTimeField()


def _cut(rows: QuerySet[M], moment: Any, before: Place | None) -> list[M]:
    placed: Any = rows.annotate(at=moment)
    if before is not None:
        at, last = before
        placed = placed.filter(Q(at__lt=at) | Q(at=at, id__lt=last))
    found: list[M] = list(placed.order_by("-at", "-id")[: PAGE + 1])
    return found


def _by_day(day: str) -> Least:
    return Least(F("recorded_at"), EndOfDay(F(day)))


def _in(case: Case, rows: list[M]) -> list[M]:
    for row in rows:
        setattr(row, "case", case)  # noqa: B010 - its key is at hand
    return rows


def notes_before(case: Case, before: Place | None, *, restricted: bool) -> list[Note]:
    """The latest notes that exist for who asks, without those taken back; `restricted`: those of the circle too."""
    rows = Note.objects.filter(case=case, withdrawn_at=None).select_related("written_by")
    rows = rows if restricted else rows.exclude(level=Note.Level.CIRCLE)
    return _in(case, _cut(rows, F("written_at"), before))


def interventions_before(case: Case, before: Place | None) -> list[Intervention]:
    """The latest interventions, without those taken back."""
    rows = Intervention.objects.filter(case=case, withdrawn_at=None).select_related("type", "delivered_by")
    return _in(case, _cut(rows, _by_day("delivered_on"), before))


def reviews_before(case: Case, before: Place | None) -> list[Review]:
    """The latest reviews."""
    rows = Review.objects.filter(case=case).select_related("reviewed_by")
    return _in(case, _cut(rows, _by_day("reviewed_on"), before))


def scores_of(case: Case) -> list[Score]:
    """All scores with their assessments, the latest assessment first. One query."""
    rows = Score.objects.filter(assessment__case=case).select_related("assessment__assessed_by")
    scores = list(rows.order_by("-assessment__assessed_on", "-assessment__recorded_at"))
    shared: dict[uuid.UUID, Assessment] = {}
    for score in scores:
        score.assessment = shared.setdefault(score.assessment_id, score.assessment)
        score.assessment.case = case
    return scores


def plans_of(case: Case) -> list[Plan]:
    """All versions of the plan, the latest first."""
    rows = Plan.objects.filter(case=case).select_related("drafted_by").order_by("-version")
    return _in(case, list(rows))


def vulnerabilities_of(case: Case) -> list[Vulnerability]:
    """What the team noted and has not ended; empty for who is outside the team."""
    rows = Vulnerability.objects.filter(case=case, ended_at=None).select_related("detected_by")
    return _in(case, list(rows.order_by("detected_on", "id")))
