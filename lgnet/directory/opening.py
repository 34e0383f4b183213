# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""When a desk is open: pure rules over a weekly schedule and days that differ from it. No query, no clock.

Times are those of the clock on the wall in Rome. On the night that has an hour twice the first one counts; an hour
that does not exist begins where the clock jumps to.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lgnet.core.clock import ROME

HORIZON = 370  # days looked ahead: a service that does not open within a year says so


@dataclass(frozen=True, slots=True)
class Slot:
    """Open on a day of the week (0 is Monday) from a time to a later one."""

    weekday: int
    opens: dt.time
    closes: dt.time


@dataclass(frozen=True, slots=True)
class Special:
    """Days that take the place of the week's: closed where `opens` is None, otherwise open at these hours."""

    from_on: dt.date
    until_on: dt.date
    opens: dt.time | None = None
    closes: dt.time | None = None

    def covers(self, day: dt.date) -> bool:
        """Whether it speaks of this day."""
        return self.from_on <= day <= self.until_on


@dataclass(frozen=True, slots=True)
class Span:
    """An opening, as two instants in UTC."""

    begins: dt.datetime
    ends: dt.datetime


@dataclass(frozen=True, slots=True)
class Opening:
    """How a desk stands at an instant: open until when, or closed until when (None: not within a year)."""

    is_open: bool
    until: dt.datetime | None
    opens_at: dt.datetime | None


def instant(day: dt.date, time: dt.time) -> dt.datetime:
    """The first instant (UTC) at which the clock in Rome shows this time on this day, or has just jumped over it."""
    moment = dt.datetime.combine(day, time, tzinfo=ROME).astimezone(dt.UTC)
    if moment.astimezone(ROME).time() != time:  # the hour that spring leaves out
        moment = dt.datetime.combine(day, dt.time(time.hour + 1), tzinfo=ROME).astimezone(dt.UTC)
    return moment


def times_on(
    day: dt.date, week: Iterable[Slot], specials: Iterable[Special]
) -> list[tuple[dt.time, dt.time]]:
    """From when to when it is open on a day, in order, what touches joined. A closure beats special hours."""
    found = [special for special in specials if special.covers(day)]
    if any(special.opens is None for special in found):
        return []
    if found:
        times = [(one.opens, one.closes) for one in found if one.opens and one.closes]
    else:
        times = [(slot.opens, slot.closes) for slot in week if slot.weekday == day.weekday()]
    joined: list[tuple[dt.time, dt.time]] = []
    for opens, closes in sorted(times):
        if joined and opens <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], closes))
        else:
            joined.append((opens, closes))
    return joined


def spans(first: dt.date, days: int, week: Sequence[Slot], specials: Sequence[Special]) -> Iterator[Span]:
    """The openings of so many days from `first` on, in order."""
    for n in range(days):
        day = first + dt.timedelta(days=n)
        for opens, closes in times_on(day, week, specials):
            begins, ends = instant(day, opens), instant(day, closes)
            if begins < ends:
                yield Span(begins, ends)


def opening(at: dt.datetime, week: Sequence[Slot], specials: Sequence[Special]) -> Opening:
    """How it stands at an instant."""
    if not week and not any(special.opens for special in specials):
        return Opening(False, None, None)
    for span in spans(at.astimezone(ROME).date(), HORIZON, week, specials):
        if span.ends <= at:
            continue
        if span.begins <= at:
            return Opening(True, span.ends, None)
        return Opening(False, None, span.begins)
    return Opening(False, None, None)


def clashes(week: Sequence[Slot]) -> list[tuple[Slot, Slot]]:
    """Pairs of openings of one day that overlap; what only touches does not."""
    found = []
    ordered = sorted(week, key=lambda slot: (slot.weekday, slot.opens, slot.closes))
    for n, one in enumerate(ordered):
        found += [
            (one, other)
            for other in ordered[n + 1 :]
            if other.weekday == one.weekday and other.opens < one.closes
        ]
    return found
