# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the first pages ask, across the domains. Every list is cut: nobody waits for an exact count of thousands."""

import datetime as dt
import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db import connection
from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from lgnet.cases.models import Case, CaseMember, Intake, NextStep
from lgnet.core.clock import ROME, now, today
from lgnet.core.first_rows import first_rows
from lgnet.counting.models import FactKind
from lgnet.counting.queries import stands
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
    in_work = Case.objects.filter(~Q(stage=Case.Stage.CLOSED))
    circle = CaseMember.objects.filter(user=worker.user.pk, left_at=None).values("case")
    # A union, for each half of it has its index; "or" would read every open case of the partner.
    own = in_work.filter(manager=worker.user.pk).values("pk").union(circle)
    return in_work.filter(pk__in=own).select_related("person__key", "intake")


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
    followed = mine(worker).select_related(None).values("person")
    rows = StayStatus.objects.filter(person__in=followed, is_current=True, expires_on__lte=edge)
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


_FACTS = (
    "join counting_factsubject s on s.subject_id = {subject} join counting_countingfact f on f.id = s.fact_id"
)
_BEHIND = "s.evidence = '{label}:' || {row}"
# The rows that somebody recorded or follows, with the facts that rest on them.
_CONTACTS = f"""
outreach_contact k {_FACTS.format(subject="k.id")}
where k.partner_id = %(partner)s and k.met_by_id = %(worker)s and k.met_at >= %(begins)s and k.met_at < %(ends)s"""
_PEOPLE = f"""
people_person p {_FACTS.format(subject="p.id")}
where p.partner_id = %(partner)s and p.registered_by_id = %(worker)s
and p.registered_at >= %(begins)s and p.registered_at < %(ends)s"""
_CASES = f"""
cases_case c {_FACTS.format(subject="c.person_id")} and {_BEHIND.format(label="cases.case", row="c.id")}
where c.partner_id = %(partner)s and c.manager_id = %(worker)s
and c.opened_at >= %(begins)s and c.opened_at < %(ends)s"""
_SERVICES = f"""
cases_intervention i join cases_case c on c.id = i.case_id
{_FACTS.format(subject="c.person_id")} and {_BEHIND.format(label="cases.intervention", row="i.id")}
where i.partner_id = %(partner)s and i.delivered_on between %(first)s and %(last)s
and (i.delivered_by_id = %(worker)s or c.manager_id = %(worker)s)"""
_OWN: Mapping[FactKind, str] = {
    FactKind.CONTACT: _CONTACTS,
    FactKind.REGISTERED: _PEOPLE,
    FactKind.TAKEN_IN_CHARGE: _CASES,
    FactKind.ASSISTED: _SERVICES,
    FactKind.SUPPORTED: _SERVICES,
}
# A fact stands, lies in the quarter, and nobody of the partner made the person count for it before (rule CNT-5).
_COUNTS = f"""
f.kind = '{{kind}}' and f.partner_id = %(partner)s
and f.occurred_on between %(first)s and %(last)s and {stands()}
and not exists (select from counting_countingfact e where e.pseudonym = f.pseudonym and e.kind = f.kind
  and e.partner_id = f.partner_id and (e.occurred_on, e.id) < (f.occurred_on, f.id) and {stands("e")})"""


@dataclass(frozen=True, slots=True)
class Own:
    """What somebody's work made count: the fact, its day, and the person or (of contacts) the contact."""

    fact_id: uuid.UUID
    on: dt.date
    subject_id: uuid.UUID


def own_figures(
    worker: Worker, kinds: Collection[FactKind], *, first: dt.date, last: dt.date
) -> dict[FactKind, int]:
    """How many contacts and people somebody's work made count from a day to a day, both included. One query."""
    if not kinds:
        return {}
    parts = [f"select '{kind.value}', count(*) from {_own(kind)}" for kind in kinds]  # noqa: S608 - constants only
    return {FactKind(kind): n for kind, n in _rows(" union all ".join(parts), _given(worker, first, last))}


def own_facts(
    worker: Worker,
    kind: FactKind,
    *,
    first: dt.date,
    last: dt.date,
    after: tuple[dt.date, uuid.UUID] | None = None,
    size: int,
) -> list[Own]:
    """A page of them, the latest first, and one row more where there is a next page. One query."""
    day, fact = after or (dt.date.max, uuid.UUID(int=2**128 - 1))
    given = _given(worker, first, last) | {"day": day, "fact": fact, "size": size + 1}
    sql = f"""
        select f.id, f.occurred_on, s.subject_id from {_own(kind)} and (f.occurred_on, f.id) < (%(day)s, %(fact)s)
        order by f.occurred_on desc, f.id desc limit %(size)s
    """  # noqa: S608 - constants only
    return [Own(*row) for row in _rows(sql, given)]


def _own(kind: FactKind) -> str:
    return f"{_OWN[kind]} and {_COUNTS.format(kind=kind.value)}"


def _given(worker: Worker, first: dt.date, last: dt.date) -> dict[str, Any]:
    return {
        "partner": worker.partner_id,
        "worker": worker.user.pk,
        "first": first,
        "last": last,
        "begins": dt.datetime.combine(first, dt.time.min, ROME),
        "ends": dt.datetime.combine(last + dt.timedelta(days=1), dt.time.min, ROME),
    }


def _rows(sql: str, given: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return list(cursor.fetchall())
