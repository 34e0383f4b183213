# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A tile of the first page: what there is to do, how much of it, the first few, and the list behind it."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Model, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from lgnet.cases.models import Case, Intake
from lgnet.core.clock import ROME
from lgnet.desk.addresses import address
from lgnet.desk.queries import CAP, Cut, cut
from lgnet.people.models import Person, StayStatus
from lgnet.ui.looks import Tone

Text = str | Promise
M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody in a tile: the name leads on, a few words, and until when."""

    name: str
    url: str
    note: Text = ""
    due: dt.date | dt.datetime | None = None
    soon_days: int = 2
    is_validity: bool = False


@dataclass(frozen=True, slots=True)
class Tile:
    """One kind of work. `count` is in words beyond the cap."""

    title: Text
    symbol: str
    tone: Tone
    count: str
    lines: Sequence[Line]
    url: str
    nothing: Text

    @property
    def is_empty(self) -> bool:
        return not self.lines


def how_many(found: Cut[M]) -> str:
    """The number, or that there are more than anybody counts."""
    return _("more than %(n)s") % {"n": CAP} if found.is_more else str(found.count)


def tile(
    title: Text,
    symbol: str,
    rows: QuerySet[M],
    line: Callable[[M], Line],
    *,
    url: str,
    nothing: Text,
    tone: Tone = "warn",
) -> Tile:
    """The first of the rows, told by `line`, and how many there are. `tone` where there are some; none is good."""
    found = cut(rows)
    lines = [line(row) for row in found.rows]
    return Tile(title, symbol, tone if lines else "good", how_many(found), lines, url, nothing)


def file_of(person: Person) -> str:
    """The address of a person's file."""
    return address("desk:person", person.pk)


def case_line(case: Case) -> Line:
    """A case, with what it waits for first: the step of its clock or the review of its plan."""
    clock = case.intake.due_at if case.intake.next_step else None
    review = case.review_due_on
    url = address("cases:case", case.pk) or file_of(case.person)
    name = case.person.full_name
    if review and (clock is None or review < clock.astimezone(ROME).date()):
        return Line(name, url, _("Review of the plan"), review)
    return Line(name, url, case.intake.get_next_step_display() if clock else case.get_stage_display(), clock)


def intake_line(intake: Intake) -> Line:
    """Somebody in the queue: the step that is due, and who answers for it."""
    step = intake.get_next_step_display()
    urgent = intake.get_urgency_display() if intake.urgency else ""
    note = " · ".join(str(part) for part in (urgent, step) if part)
    return Line(intake.person.full_name, file_of(intake.person), note, intake.due_at)


def permit_line(stay: StayStatus) -> Line:
    """A document of stay that expires: thirty days are soon."""
    note = _("Renewal asked for") if stay.renewal_requested_on else stay.get_document_display()
    who = stay.person.full_name
    return Line(who, file_of(stay.person), note, stay.expires_on, soon_days=30, is_validity=True)
