# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the first pages ask, across the domains. Every list is cut: nobody waits for an exact count of thousands."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from lgnet.cases.models import Case, CaseMember, Intake, NextStep
from lgnet.core.clock import now, today
from lgnet.core.first_rows import first_rows
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.people.models import Person, PrivacyNotice, StayStatus

CAP = 50
SHOWN = 5
PERMIT_DAYS = 90
NEW_DAYS = 7

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Cut(Generic[M]):
    """The first rows of a list and how many there are, counted only up to a cap."""

    rows: Sequence[M]
    count: int
    is_more: bool


def cut(rows: QuerySet[M], shown: int = SHOWN) -> Cut[M]:
    """Read the first rows; count the rest only where there is a rest, and only up to the cap."""
    first = first_rows(rows, shown + 1)
    if len(first) <= shown:
        return Cut(first, len(first), is_more=False)
    count = rows.select_related(None).order_by()[: CAP + 1].count()
    return Cut(first[:shown], min(count, CAP), is_more=count > CAP)


def mine(worker: Worker) -> QuerySet[Case]:
    """The open cases that somebody answers for or belongs to the team of."""
    circle = CaseMember.objects.filter(case=OuterRef("pk"), user=worker.user.pk, left_at=None)
    in_work = Case.objects.filter(~Q(stage=Case.Stage.CLOSED))
    return in_work.filter(Q(manager=worker.user.pk) | Exists(circle)).select_related("person__key", "intake")


def new_cases(worker: Worker) -> QuerySet[Case]:
    """Mine, opened in the last seven days, the latest first."""
    since = now() - dt.timedelta(days=NEW_DAYS)
    return mine(worker).filter(opened_at__gte=since).order_by("-opened_at", "-id")


def late_cases(worker: Worker) -> QuerySet[Case]:
    """Mine, whose clock or review is overdue, the longest quiet first."""
    clock = ~Q(intake__next_step=NextStep.NOTHING) & Q(intake__due_at__lt=now())
    return mine(worker).filter(clock | Q(review_due_on__lt=today())).order_by("last_activity_at", "id")


def touched_cases(worker: Worker, limit: int = 8) -> list[Case]:
    """Mine, where something happened last."""
    return first_rows(mine(worker).order_by("-last_activity_at", "-id"), limit)


def expiring_permits(worker: Worker) -> QuerySet[StayStatus]:
    """Documents of stay of the people of my cases that expire within ninety days or have, the soonest first."""
    edge = today() + dt.timedelta(days=PERMIT_DAYS)
    followed = mine(worker).filter(person=OuterRef("person"))
    rows = StayStatus.objects.filter(Exists(followed), is_current=True, expires_on__lte=edge)
    return rows.select_related("person__key").order_by("expires_on", "id")


def waiting(worker: Worker) -> QuerySet[Intake]:
    """The part of the queue that the role can move on, the least time left first."""
    steps = Q(pk=None)
    if worker.may(Permission.INTAKE_SCREEN):
        steps |= Q(next_step=NextStep.SCREEN)
    if worker.may(Permission.CASE_OPEN):
        steps |= Q(next_step=NextStep.TAKE_IN_CHARGE)
    if worker.may(Permission.CASE_WORK):
        steps |= Q(next_step=NextStep.FIRST_SERVICE, case__manager=worker.user.pk)
    return queue().filter(steps)


def queue() -> QuerySet[Intake]:
    """Everybody who waits, the least time left first. The condition is that of the index `intake_queue`."""
    rows = Intake.objects.filter(~Q(next_step=NextStep.NOTHING))
    return rows.select_related("person__key", "case__manager").order_by("due_at", "id")


def without_stay_status() -> QuerySet[Case]:
    """Open cases of people whose status of stay nobody recorded."""
    known = StayStatus.objects.filter(person=OuterRef("person"), is_current=True)
    return _open_cases().filter(~Exists(known))


def without_notice() -> QuerySet[Case]:
    """Open cases of people who were not given the privacy notice (GDPR art. 13)."""
    given = PrivacyNotice.objects.filter(person=OuterRef("person"))
    return _open_cases().filter(~Exists(given))


def intakes_of(person: Person) -> list[Intake]:
    """All episodes of a person, the latest first."""
    rows = Intake.objects.filter(person=person).select_related("screened_by", "case__manager")
    return list(rows.order_by("-first_contact_at", "-id"))


def people_by_code(text: str) -> list[Person]:
    """Who carries this code or whose case does; codes are read over the telephone, in any case of letters."""
    code = text.upper()
    by_case = Case.objects.filter(code=code).values("person")
    rows = Person.objects.filter(Q(code=code) | Q(pk__in=by_case)).select_related("key")
    return list(rows[:SHOWN])


def _open_cases() -> QuerySet[Case]:
    rows = Case.objects.filter(~Q(stage=Case.Stage.CLOSED)).select_related("person__key")
    return rows.order_by("-last_activity_at", "-id")
