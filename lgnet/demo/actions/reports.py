# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Two years of quarterly reports, the last quarter in every state. Runs as the owner, a few statements in all."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from django.db import models, transaction

from lgnet.core.clock import ROME, now, today
from lgnet.demo.people import reporting
from lgnet.demo.people.tables import City, cities
from lgnet.direction import measuring
from lgnet.direction import queries as direction
from lgnet.direction.indicators import TIMELINESS
from lgnet.network import editions
from lgnet.network.models import Colleague, Edition, Organisation
from lgnet.network.worker import Worker
from lgnet.reports import document, figures
from lgnet.reports.models import (
    Answer,
    Deviation,
    NetworkSubject,
    Period,
    Remark,
    Report,
    ReportStep,
    Schedule,
    Sending,
)
from lgnet.reports.quarters import Quarter
from lgnet.reports.queries import planned
from lgnet.reports.waits import waits_of

S = Report.State
QUARTERS = 8
OPEN_EARLY = 45  # days before the quarter's end: a demo is looked at on any day
# The last quarter that is over, by partner: one of each state, most of them validated. Genova corrects its own.
LATEST = {
    "genova": S.SENT_BACK, "torino": S.SUBMITTED, "milano": S.VALIDATED, "palermo": S.DRAFT, "bari": S.DRAFT,
    "catanzaro": S.DRAFT, "roma": S.SUBMITTED, "napoli": S.SUBMITTED, "latina": S.REOPENED, "taranto": S.SENT_BACK,
    "trieste": S.SUBMITTED, "venezia": S.SUBMITTED,
}  # fmt: skip
ANSWERED_SO_FAR = {"palermo": 4, "bari": 0, "catanzaro": 6, "genova": 4}


@dataclass
class Book:
    """The rows of all reports, written at once at the end."""

    rows: dict[type[models.Model], list[models.Model]] = field(default_factory=dict)

    def add(self, row: models.Model) -> None:
        self.rows.setdefault(type(row), []).append(row)

    def write(self) -> None:
        """In the order in which tables point at each other."""
        for model in (Period, Report, Answer, Deviation, NetworkSubject, Sending, Remark, ReportStep):
            rows: models.Manager[Any] = model.objects
            rows.bulk_create(self.rows.get(model, []), batch_size=500)


@dataclass(frozen=True)
class Desk:
    """Who writes for a partner, who decides for the nation, and what the partner counts."""

    partner: Organisation
    city: City
    coordinator: Colleague
    nation: Colleague
    found: Mapping[str, direction.Figures]
    goals: Mapping[str, figures.Goal]
    waits: Mapping[dt.date, Mapping[int, int]]


@transaction.atomic
def write_reports(*, by: Mapping[str, Sequence[Worker]]) -> int:
    """Write the reports of all partners; `by` are the colleagues at work by the code of their organisation."""
    edition = editions.current()
    days = Schedule.objects.create(edition=edition, open_days_before=OPEN_EARLY)
    book, known_at = Book(), figures.database_now()
    periods = list(_periods(edition, days))
    for period in periods:
        book.add(period)
    last_over = [period for period in periods if period.ends_on < today()][-1]
    for desk in _desks(edition, by):
        for period in periods:
            _report(book, desk, period, known_at, _state(desk, period, last_over))
    book.write()
    return len(book.rows[Report])


def _periods(edition: Edition, days: Schedule) -> Iterator[Period]:
    quarter = Quarter.of(min(today(), edition.ends_on))
    wanted = [quarter]
    while len(wanted) <= QUARTERS and wanted[0].previous.last_day > edition.starts_on:
        wanted.insert(0, wanted[0].previous)
    every = (planned(edition, each, days) for each in wanted)
    yield from (period for period in every if period.opens_on <= today())


def _desks(edition: Edition, by: Mapping[str, Sequence[Worker]]) -> Iterator[Desk]:
    held = figures.goals(edition)
    towns = {("assb-bolzano" if code == "bolzano" else code): city for code, city in cities().items()}
    nation = [worker.user for worker in by["cittalia"]]
    for number, partner in enumerate(editions.local_partners()):
        coordinator = next(one for one in by[partner.code] if one.membership.role == "coordinator")
        yield Desk(
            partner, towns[partner.code], coordinator.user, nation[number % len(nation)],
            direction.figures(partner.pk), held.get(partner.pk, {}),
            measuring.waiting_by_month(TIMELINESS, partner.pk),
        )  # fmt: skip


def _state(desk: Desk, period: Period, last_over: Period) -> str:
    if period.ends_on >= today():
        return S.DRAFT
    return LATEST.get(desk.partner.code, S.VALIDATED) if period == last_over else S.VALIDATED


def _report(book: Book, desk: Desk, period: Period, known_at: dt.datetime, state: str) -> None:
    draw = Random(f"{desk.partner.code} {period.quarter.code}")
    lines = figures.lines_of(desk.found, desk.goals, period)
    new = {line.code: line.quarter for line in lines}
    text = reporting.written(desk.city, draw, taken=new["TAKEN_IN_CHARGE"], contacts=new["CONTACTS"])
    opened = _at(period.opens_on, draw)
    report = Report(partner=desk.partner, period=period, state=state, opened_at=opened)
    book.add(report)
    complete = state != S.DRAFT
    limit = 6 if complete else ANSWERED_SO_FAR.get(desk.partner.code, draw.randrange(5))
    answers = _answers(desk, report, text, _at(period.due_on - dt.timedelta(days=4), draw), limit)
    rows = list(_rows(desk, report, text)) if complete or limit == len(text.answers) else []
    for row in (*answers, *rows):
        book.add(row)
    if complete:
        taken = figures.Figures(now(), known_at, lines, waits_of(desk.waits, period.quarter))
        _sent(book, desk, report, document.written(
            desk.partner, period, taken, answers,
            [row for row in rows if isinstance(row, Deviation)],
            [row for row in rows if isinstance(row, NetworkSubject)],
        ), draw)  # fmt: skip


def _answers(
    desk: Desk, report: Report, text: reporting.WrittenReport, at: dt.datetime, limit: int
) -> list[Answer]:
    return [
        Answer(
            partner=desk.partner, report=report, question=question, text=words, written_at=min(at, now()),
            written_by=desk.coordinator, version=3,
        )
        for question, words in list(text.answers.items())[:limit]
    ]  # fmt: skip


def _rows(desk: Desk, report: Report, text: reporting.WrittenReport) -> Iterator[Deviation | NetworkSubject]:
    signed: dict[str, Any] = {"partner": desk.partner, "report": report, "written_by": desk.coordinator}
    at = min(_at(report.period.due_on - dt.timedelta(days=4), None), now())
    due_on = report.period.ends_on + dt.timedelta(days=60)
    for number, row in enumerate(text.rows):
        yield Deviation(
            kind=row.kind, text=row.text, origin=row.origin, indicator=row.indicator, remedy=row.remedy,
            due_on=due_on, written_at=at + dt.timedelta(minutes=number), **signed,
        )  # fmt: skip
    for subject in text.subjects:
        yield NetworkSubject(name=subject.name, kind=subject.kind, role=subject.role, written_at=at, **signed)


def _sent(book: Book, desk: Desk, report: Report, sent: document.Document, draw: Random) -> None:
    late = draw.random() < 0.12
    day = report.period.due_on + dt.timedelta(days=draw.randrange(1, 7) if late else -draw.randrange(4))
    at = min(_at(day, draw), now() - dt.timedelta(days=3))
    content = sent.as_json()
    sending = Sending(
        partner=desk.partner, report=report, number=1, content=content, digest=document.digest_of(content),
        sent_at=at, sent_by=desk.coordinator,
    )  # fmt: skip
    book.add(sending)
    report.sendings_count, report.sent_at, report.sent_by = 1, at, desk.coordinator
    _step(book, report, S.DRAFT, S.SUBMITTED, desk.coordinator, at)
    decided = min(at + dt.timedelta(days=draw.randrange(3, 15)), now() - dt.timedelta(days=1))
    if report.state == S.SENT_BACK:
        _step(book, report, S.SUBMITTED, S.SENT_BACK, desk.nation, decided)
        for about in ("activities", "problems", "whole"):
            book.add(Remark(
                partner=desk.partner, sending=sending, about=about, text=reporting.remark(about, draw),
                written_at=decided, written_by=desk.nation,
            ))  # fmt: skip
    if report.state in {S.VALIDATED, S.REOPENED}:
        _step(book, report, S.SUBMITTED, S.VALIDATED, desk.nation, decided)
    if report.state == S.REOPENED:
        again = min(decided + dt.timedelta(days=6), now() - dt.timedelta(hours=5))
        _step(book, report, S.VALIDATED, S.REOPENED, desk.nation, again, reporting.reason_to_reopen())
    if report.state != S.SUBMITTED:
        report.decided_at, report.decided_by = decided, desk.nation


def _step(
    book: Book, report: Report, before: str, after: str, by: Colleague, at: dt.datetime, reason: str = ""
) -> None:
    book.add(
        ReportStep(
            partner=report.partner, report=report, from_state=before, to_state=after, reason=reason, taken_at=at,
            taken_by=by,
        )
    )  # fmt: skip


def _at(day: dt.date, draw: Random | None) -> dt.datetime:
    """An hour of an office's day."""
    hour, minute = (draw.randrange(9, 18), draw.randrange(60)) if draw else (11, 0)
    return dt.datetime.combine(day, dt.time(hour, minute), ROME)


def late_days(quarter: Quarter) -> list[dt.datetime]:
    """Three evenings at the end of a quarter of which contacts are written down only after the report was sent."""
    return [
        dt.datetime.combine(quarter.last_day - dt.timedelta(days=n), dt.time(19, 10 + n), ROME)
        for n in range(3)
    ]
