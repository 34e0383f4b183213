# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads of directives. Row security: the nation sees all, a partner what was issued to it and its own answer."""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from lgnet.core.clock import today
from lgnet.directives.models import Addressee, Directive, Reading, Reminder
from lgnet.network import editions
from lgnet.network.models import ActionLine, Colleague, Membership, Organisation, Partnership
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker

PAGE = 25
OPEN = Directive.State.ISSUED


def addressed(
    partners: Iterable[Partnership], *, lines: Sequence[str], regions: Sequence[str], codes: Sequence[str]
) -> list[Organisation]:
    """Whom a directive goes to: everybody where nothing was chosen, else whoever any of the choices names."""
    if not (lines or regions or codes):
        return [each.organisation for each in partners]
    return [
        each.organisation
        for each in partners
        if each.organisation.code in codes
        or each.organisation.region in regions
        or set(each.lines) & set(lines)
    ]


def regions() -> list[str]:
    """The regions in which the network works, each once."""
    return sorted(
        {each.organisation.region for each in editions.local_partnerships() if each.organisation.region}
    )


LINES = tuple(ActionLine.values)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of the partners addressed have done what a directive asks; nothing is asked "to know"."""

    directive: Directive
    partners: int
    done: int

    @property
    def asks(self) -> bool:
        return self.directive.kind != Directive.Kind.KNOW


def tallies(after: tuple[dt.datetime, uuid.UUID] | None = None) -> list[Tally]:
    """For the nation: what was issued, the latest first; a page and one row more. One query."""
    did = Q(addressees__answered_at__isnull=False) | (
        ~Q(kind=Directive.Kind.ANSWER) & Q(addressees__acknowledged_at__isnull=False)
    )
    rows = _latest(Directive.objects.exclude(state=Directive.State.DRAFT), after).annotate(
        n=Count("addressees"), done=Count("addressees", filter=did)
    )
    return [Tally(row, getattr(row, "n", 0), getattr(row, "done", 0)) for row in rows[: PAGE + 1]]


def drafts() -> QuerySet[Directive]:
    """What is being written; exists for the nation only."""
    rows = Directive.objects.filter(state=Directive.State.DRAFT)
    return rows.select_related("written_by").order_by("-written_at", "-id")


@dataclass(frozen=True, slots=True)
class Received:
    """A directive as somebody at a partner finds it in the list."""

    directive: Directive
    addressee: Addressee
    is_read: bool
    is_to_do: bool


def received(by: Worker, after: tuple[dt.datetime, uuid.UUID] | None = None) -> list[Received]:
    """For a partner: what was issued to it, the latest first; a page and one row more. One query."""
    mine = Reading.objects.filter(directive=OuterRef("directive"), partner=by.partner_id, reader=by.user.pk)
    rows = Addressee.objects.filter(partner=by.partner_id).exclude(directive__state=Directive.State.REPLACED)
    rows = rows.select_related("directive").annotate(is_read=Exists(mine))
    if after is not None:
        moment, last = after
        rows = rows.filter(
            Q(directive__issued_at__lt=moment) | Q(directive__issued_at=moment, directive__id__lt=last)
        )
    rows = rows.order_by("-directive__issued_at", "-directive__id")
    return [_received(by, row) for row in rows[: PAGE + 1]]


def _received(by: Worker, row: Addressee) -> Received:
    is_read = bool(getattr(row, "is_read", False))
    answers = by.may(Permission.DIRECTIVE_ANSWER)
    to_do = row.directive.is_open and (not is_read or (answers and not row.is_done))
    return Received(row.directive, row, is_read, to_do)


def waiting(by: Worker) -> QuerySet[Addressee]:
    """What waits for somebody at a partner: not read by them, or not done by who answers for the partner."""
    mine = Reading.objects.filter(directive=OuterRef("directive"), partner=by.partner_id, reader=by.user.pk)
    rows = Addressee.objects.filter(partner=by.partner_id, directive__state=OPEN).annotate(
        is_read=Exists(mine)
    )
    undone = Q(is_read=False)
    if by.may(Permission.DIRECTIVE_ANSWER):
        undone |= Q(directive__kind=Directive.Kind.ACKNOWLEDGE, acknowledged_at=None)
        undone |= Q(directive__kind=Directive.Kind.ANSWER, answered_at=None)
    return (
        rows.filter(undone).select_related("directive").order_by("directive__due_on", "directive__issued_at")
    )


def addressee_of(directive: Directive, by: Worker) -> Addressee | None:
    """The partner's own acknowledgement and answer; None for the nation."""
    rows = Addressee.objects.filter(directive=directive, partner=by.partner_id)
    return rows.select_related("directive", "acknowledged_by", "answered_by").first()


def addressees(directive: Directive) -> list[Addressee]:
    """Every partner addressed with its answer, by name: for the nation."""
    rows = Addressee.objects.filter(directive=directive).select_related(
        "partner", "acknowledged_by", "answered_by", "directive"
    )
    return list(rows.order_by("partner__short_name"))


@dataclass(frozen=True, slots=True)
class Coordinator:
    """Who answers for a partner, and when they opened the directive."""

    name: str
    read_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Readership:
    """How many at a partner must read a directive and did; the coordinators by name."""

    members: int
    readers: int
    coordinators: tuple[Coordinator, ...]


def readership(directive: Directive) -> Mapping[uuid.UUID, Readership]:
    """For the nation, by partner: numbers, and the names of coordinators. One query of a function."""
    found: dict[uuid.UUID, Readership] = {}
    with connection.cursor() as cursor:
        cursor.execute("select * from directives_readers(%s, %s)", [directive.pk, today()])
        for partner, members, readers, name, read_at in cursor.fetchall():
            former = found.get(partner, Readership(members, readers, ()))
            more = (Coordinator(name, read_at),) if name else ()
            found[partner] = Readership(members, readers, former.coordinators + more)
    return found


@dataclass(frozen=True, slots=True)
class Reader:
    """A colleague who must read a directive."""

    name: str
    read_at: dt.datetime | None
    noted_at: dt.datetime | None


def readers_here(directive: Directive, by: Worker) -> list[Reader]:
    """Who at the partner must read it and who did, by name: for the partner's own people. Two queries."""
    did = {row.reader_id: row for row in Reading.objects.filter(directive=directive, partner=by.partner_id)}
    members = (
        Membership.objects.valid_now()
        .filter(organisation=by.partner_id, role__in=directive.must_read)
        .select_related("user")
        .order_by("user__name")
    )
    people = {member.user_id: member.user for member in members}
    return [
        Reader(user.name, did[pk].read_at if pk in did else None, did[pk].noted_at if pk in did else None)
        for pk, user in people.items()
    ]


def due_for_a_reminder(day: dt.date) -> list[Addressee]:
    """What the partner acting now should be reminded of today: three days before, on the day, weekly after."""
    rows = Addressee.objects.filter(directive__state=OPEN, directive__due_on__isnull=False).exclude(
        Exists(Reminder.objects.filter(addressee=OuterRef("pk"), sent_on=day))
    )
    rows = rows.filter(directive__due_on__lte=day + dt.timedelta(days=3)).select_related(
        "directive", "partner"
    )
    return [row for row in rows if not row.is_done and is_reminding_day(row.directive.due_on, day)]


def untold(directive_id: uuid.UUID) -> Addressee | None:
    """What was issued to the partner acting now and is still open, if its coordinators were never written to."""
    rows = Addressee.objects.filter(directive=directive_id, directive__state=OPEN).exclude(
        Exists(Reminder.objects.filter(addressee=OuterRef("pk")))
    )
    return rows.select_related("directive").first()


def is_reminding_day(due_on: dt.date | None, day: dt.date) -> bool:
    """Three days before a day, on it, and each week after it."""
    if due_on is None:
        return False
    late = (day - due_on).days
    return late == -3 or (late >= 0 and late % 7 == 0)


def coordinators_of(partner_id: uuid.UUID) -> list[Colleague]:
    """Who answers for a partner today; asked while the partner acts."""
    members = Membership.objects.valid_now().filter(organisation=partner_id, role="coordinator")
    return [member.user for member in members.select_related("user").order_by("user__name")]


@dataclass(frozen=True, slots=True)
class Use:
    """How many interventions of a partner bear a code."""

    code: str
    partner_id: uuid.UUID
    interventions: int


def use_of_codes(codes: Sequence[str]) -> list[Use]:
    """What a change of the catalogue touches: numbers by partner, nothing about anybody. One query."""
    with connection.cursor() as cursor:
        cursor.execute("select * from directives_use_of_types(%s)", [list(codes)])
        return [Use(code, partner, int(n)) for code, partner, n in cursor.fetchall()]


def _latest(rows: QuerySet[Directive], after: tuple[dt.datetime, uuid.UUID] | None) -> QuerySet[Directive]:
    if after is not None:
        moment, last = after
        rows = rows.filter(Q(issued_at__lt=moment) | Q(issued_at=moment, id__lt=last))
    return rows.order_by("-issued_at", "-id")
