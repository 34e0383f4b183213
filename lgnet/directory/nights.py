# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where a mobile unit is on a night: pure rules over its stops and what changes for a night. No query, no clock.

A night belongs to the day on which it begins and lasts from five to five.
"""

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lgnet.core.clock import ROME
from lgnet.directory.opening import instant

MORNING = dt.time(5)
AHEAD = 60  # nights looked ahead for the next stop


class Standing(StrEnum):
    """How a stop stands at an instant."""

    COMING = "coming"
    THERE = "there"
    OVER = "over"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a unit stands."""

    name: str
    address: str = ""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class PlannedStop:
    """A stop of each week or of one day, as it was planned."""

    id: uuid.UUID
    spot: Spot
    starts: dt.time
    ends: dt.time
    weekday: int | None = None
    only_on: dt.date | None = None
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None

    def is_on(self, night: dt.date) -> bool:
        """Whether the plan has it on that night."""
        if self.only_on is not None:
            return self.only_on == night
        return (
            self.weekday == night.weekday()
            and (self.valid_from is None or self.valid_from <= night)
            and (self.valid_until is None or night <= self.valid_until)
        )


@dataclass(frozen=True, slots=True)
class Change:
    """What is otherwise on one night."""

    stop_id: uuid.UUID
    night: dt.date
    is_cancelled: bool
    reason: str = ""
    spot: Spot | None = None
    starts: dt.time | None = None
    ends: dt.time | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """A stop on a night, with what changed; `planned` is where it would have been."""

    stop_id: uuid.UUID
    night: dt.date
    spot: Spot
    begins: dt.datetime
    ends: dt.datetime
    is_cancelled: bool
    is_moved: bool
    reason: str
    planned: Spot

    def standing(self, at: dt.datetime) -> Standing:
        """How it stands at an instant."""
        if at >= self.ends:
            return Standing.OVER
        if self.is_cancelled:
            return Standing.CANCELLED
        return Standing.THERE if at >= self.begins else Standing.COMING


def night_of(at: dt.datetime) -> dt.date:
    """The night that an instant belongs to."""
    local = at.astimezone(ROME)
    return local.date() - dt.timedelta(days=1) if local.time() < MORNING else local.date()


def fits_a_night(starts: dt.time, ends: dt.time) -> bool:
    """Whether a stop ends after it begins, in the order of a night from five to five."""
    evening, late = starts >= MORNING, ends <= MORNING
    return (evening and (ends > starts or late)) or (not evening and late and ends > starts)


def at_night(night: dt.date, time: dt.time, *, is_end: bool = False) -> dt.datetime:
    """The instant of a time of a night: what is before five in the morning is already the next day."""
    after_midnight = time < MORNING or (is_end and time == MORNING)
    return instant(night + dt.timedelta(days=1) if after_midnight else night, time)


def visits(night: dt.date, stops: Iterable[PlannedStop], changes: Sequence[Change]) -> list[Visit]:
    """What stands on a night, in the order of the clock; cancelled stops too."""
    of_night = {change.stop_id: change for change in changes if change.night == night}
    found = [_visit(night, stop, of_night.get(stop.id)) for stop in stops if stop.is_on(night)]
    return sorted(found, key=lambda visit: (visit.begins, visit.spot.name))


def _visit(night: dt.date, stop: PlannedStop, change: Change | None) -> Visit:
    starts = change.starts if change and change.starts else stop.starts
    ends = change.ends if change and change.ends else stop.ends
    spot = change.spot if change and change.spot else stop.spot
    return Visit(
        stop_id=stop.id,
        night=night,
        spot=spot,
        begins=at_night(night, starts),
        ends=at_night(night, ends, is_end=True),
        is_cancelled=bool(change and change.is_cancelled),
        is_moved=bool(change and not change.is_cancelled),
        reason=change.reason if change else "",
        planned=stop.spot,
    )


def next_visit(at: dt.datetime, stops: Sequence[PlannedStop], changes: Sequence[Change]) -> Visit | None:
    """The first stop that is not over and takes place; None where there is none within two months."""
    first = night_of(at)
    for n in range(AHEAD):
        for visit in visits(first + dt.timedelta(days=n), stops, changes):
            if visit.standing(at) in {Standing.COMING, Standing.THERE}:
                return visit
    return None
