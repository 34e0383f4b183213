# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The queue that everybody sees: who waits for what, the least time left first."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from lgnet.cases.models import Intake, NextStep, Urgency
from lgnet.core.clock import now
from lgnet.core.first_rows import first_rows

PAGE = 50


@dataclass(frozen=True)
class QueueFilter:
    """What of the queue somebody wants to see; empty means everything."""

    step: str = ""
    urgent: bool = False
    late: bool = False
    interpreter: bool = False


def waiting() -> QuerySet[Intake]:
    """Intakes whose clock runs. The condition is that of the index `intake_queue`, word for word."""
    return Intake.objects.filter(~Q(next_step=NextStep.NOTHING))


def queue_page(
    wanted: QueueFilter, *, after: tuple[dt.datetime, uuid.UUID] | None = None, size: int = PAGE
) -> list[Intake]:
    """One page by time left, and one row more where there is a next page, cut by key."""
    rows = waiting().select_related("person__key", "case__manager", "screened_by")
    if wanted.step:
        rows = rows.filter(next_step=wanted.step)
    if wanted.urgent:
        rows = rows.filter(urgency__gte=Urgency.HIGH)
    if wanted.late:
        rows = rows.filter(due_at__lt=now())
    if wanted.interpreter:
        rows = rows.filter(person__needs_interpreter=True)
    if after is not None:
        due, last = after
        rows = rows.filter(due_at__gte=due).exclude(due_at=due, id__lte=last)
    return first_rows(rows.order_by("due_at", "id"), size + 1)


def at_once(limit: int = 10) -> list[Intake]:
    """The alert: people for whom somebody must act at once (urgency 3), the least time left first."""
    rows = waiting().filter(urgency=Urgency.IMMEDIATE).select_related("person__key")
    return first_rows(rows.order_by("due_at", "id"), limit)
