# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A partner's quarters, and the nation's board of partners by quarters."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import Form
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lgnet.core.authz import Verdict
from lgnet.core.clock import today
from lgnet.network import editions
from lgnet.network.models import Organisation
from lgnet.network.worker import Worker
from lgnet.reports import policies, queries
from lgnet.reports.models import Period, Report

State = Report.State
# Keys of the one map of states, lgnet.ui.looks.
LOOKS = {
    State.DRAFT: "draft",
    State.SUBMITTED: "submitted",
    State.SENT_BACK: "sent_back",
    State.VALIDATED: "approved",
    State.REOPENED: "open",
}


@dataclass(frozen=True)
class Shown:
    """A state as it is drawn: the look, the word, and the key of its pattern on the board."""

    look: str
    word: str | Promise
    key: str


LATE = Shown("overdue", _("Late"), "late")
NOT_SENT = Shown("planned", _("Not sent yet"), "waiting")


def shown(report: Report) -> Shown:
    """How a report's state is drawn to its own partner and to the nation."""
    if report.is_late:
        return LATE
    return Shown(LOOKS[State(report.state)], report.get_state_display(), report.state)


@dataclass(frozen=True)
class OwnLine:
    """A quarter in a partner's list."""

    report: Report
    state: Shown
    url: str
    missing: int | None


@dataclass(frozen=True)
class ListPage:
    """A partner's quarters. `first` is the one to work on now."""

    partner: Organisation
    lines: Sequence[OwnLine]
    first: OwnLine | None
    may_write: bool


def list_page(by: Worker) -> ListPage:
    """Five queries, however many quarters."""
    missing = {each.report.pk: each.missing for each in queries.waiting(by.partner_id)}
    lines = [
        OwnLine(report, shown(report), reverse("reports:report", args=[report.pk]), missing.get(report.pk))
        for report in queries.own_reports(by.partner_id)
    ]
    waiting = [line for line in lines if line.report.is_open]
    first = waiting[-1] if waiting else None
    return ListPage(by.organisation, lines, first, bool(first and policies.write(by, first.report)))


@dataclass(frozen=True)
class BoardCell:
    """A partner's quarter on the board."""

    state: Shown
    url: str
    on_time: bool | None


@dataclass(frozen=True)
class BoardRow:
    """A partner on the board."""

    partner: Organisation
    cells: Sequence[tuple[Period, BoardCell]]


@dataclass(frozen=True)
class LateLine:
    """Who is late with what."""

    partner: Organisation
    period: Period
    days: int


@dataclass(frozen=True)
class BoardPage:
    """The nation's board."""

    periods: Sequence[tuple[Period, str]]
    rows: Sequence[BoardRow]
    late: Sequence[LateLine]
    to_read: Sequence[OwnLine]
    with_partners: Sequence[OwnLine]
    legend: Sequence[Shown]
    calendar_url: str


def board_page(by: Worker) -> BoardPage:
    """Four queries, however many partners."""
    board = queries.board()
    rows = [
        BoardRow(
            partner, [(period, _cell(board.report(partner, period), period)) for period in board.periods]
        )
        for partner in board.partners
    ]
    present = {cell.state.key: cell.state for row in rows for _period, cell in row.cells}
    order = ["late", "submitted", "sent_back", "reopened", "validated", "waiting"]
    return BoardPage(
        periods=[
            (period, reverse("reports:national", args=[period.quarter.code])) for period in board.periods
        ],
        rows=rows,
        late=[LateLine(each, period, (today() - period.due_on).days) for each, period in board.late()],
        to_read=[_line(report) for report in board.in_state(State.SUBMITTED)],
        with_partners=[_line(report) for report in board.in_state(State.SENT_BACK, State.REOPENED)],
        legend=[present[key] for key in order if key in present],
        calendar_url=reverse("reports:calendar") if policies.set_schedule(by) else "",
    )


def _line(report: Report) -> OwnLine:
    return OwnLine(report, shown(report), reverse("reports:report", args=[report.pk]), None)


def _cell(report: Report | None, period: Period) -> BoardCell:
    if report is None:
        return BoardCell(LATE if period.due_on < today() else NOT_SENT, "", None)
    return BoardCell(shown(report), reverse("reports:report", args=[report.pk]), report.was_on_time)


@dataclass(frozen=True)
class CalendarPage:
    """The deadlines and the forms that move them."""

    may_set: Verdict
    schedule_form: Form
    deadline_form: Form | None
    periods: Sequence[Period]
    today: dt.date


def calendar_page(by: Worker, schedule_form: Form, deadline_form: Form | None) -> CalendarPage:
    """Two queries."""
    periods = list(queries.periods(editions.current()))
    return CalendarPage(policies.set_schedule(by), schedule_form, deadline_form, periods, today())
