# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The list of cases, the load of each worker, and cases that nobody answers for."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from lgnet.cases.models import Case, NextStep
from lgnet.cases.queries.colleagues import case_memberships
from lgnet.core.clock import now, today
from lgnet.core.first_rows import first_rows
from lgnet.network.models import Colleague

PAGE = 50


@dataclass(frozen=True)
class CaseFilter:
    """Which cases somebody wants to see. Closed cases are seen by asking for their stage."""

    mine: uuid.UUID | None = None
    unassigned: bool = False
    late: bool = False
    stage: str = ""


def _orphaned(partner_id: uuid.UUID) -> Q:
    """No manager, or one whose membership is over or no longer works on cases."""
    return Q(manager=None) | Q(~Exists(case_memberships(partner_id).filter(user=OuterRef("manager"))))


def orphans(partner_id: uuid.UUID) -> QuerySet[Case]:
    """Open cases that nobody answers for, the longest quiet first."""
    open_cases = Case.objects.filter(~Q(stage=Case.Stage.CLOSED))
    return open_cases.filter(_orphaned(partner_id)).order_by("last_activity_at", "id")


def _late() -> Q:
    waiting = ~Q(intake__next_step=NextStep.NOTHING) & Q(intake__due_at__lt=now())
    return waiting | Q(review_due_on__lt=today())


def case_page(
    wanted: CaseFilter,
    *,
    partner_id: uuid.UUID,
    after: tuple[dt.datetime, uuid.UUID] | None = None,
    size: int = PAGE,
) -> list[Case]:
    """One page, the latest activity first, and one row more where there is a next page, cut by key."""
    rows = Case.objects.select_related("person__key", "manager", "intake")
    rows = rows.filter(stage=wanted.stage) if wanted.stage else rows.filter(~Q(stage=Case.Stage.CLOSED))
    if wanted.mine is not None:
        rows = rows.filter(manager=wanted.mine)
    if wanted.unassigned:
        rows = rows.filter(_orphaned(partner_id))
    if wanted.late:
        rows = rows.filter(_late())
    if after is not None:
        at, last = after
        rows = rows.filter(last_activity_at__lte=at).exclude(last_activity_at=at, id__gte=last)
    return first_rows(rows.order_by("-last_activity_at", "-id"), size + 1)


@dataclass(frozen=True)
class Load:
    """How much one colleague carries."""

    colleague: Colleague
    open_cases: int
    late: int


def loads(partner_id: uuid.UUID) -> list[Load]:
    """Open and late cases of everybody who works on cases here, also of who has none; the fullest first."""
    valid = case_memberships(partner_id).filter(user=OuterRef("pk"))
    counted = {
        row["manager"]: (row["n"], row["late"])
        for row in Case.objects.filter(~Q(stage=Case.Stage.CLOSED), manager__isnull=False)
        .values("manager")
        .annotate(n=Count("id"), late=Count("id", filter=_late()))
    }
    rows = [Load(c, *counted.get(c.pk, (0, 0))) for c in Colleague.objects.filter(Exists(valid))]
    return sorted(rows, key=lambda load: (-load.open_cases, load.colleague.name))
