# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where the van is tonight: the rules against a twin that looks at every night, also past midnight."""

import datetime as dt
import uuid

from hypothesis import given, settings
from hypothesis import strategies as st

from lgnet.core.clock import ROME
from lgnet.directory.nights import (
    Change,
    PlannedStop,
    Spot,
    Standing,
    fits_a_night,
    next_visit,
    night_of,
    visits,
)

HALVES = st.integers(0, 47).map(lambda n: dt.time(n // 2, n % 2 * 30))
NIGHTS = st.integers(-3, 20).map(lambda n: dt.date(2026, 10, 20) + dt.timedelta(days=n))
HERE, THERE = Spot("Brignole", "piazza Verdi"), Spot("Principe")
HOUR = dt.timedelta(hours=1)


@st.composite
def stops(draw: st.DrawFn) -> PlannedStop:
    """A stop that fits a night, each week or once."""
    starts, ends = draw(st.tuples(HALVES, HALVES).filter(lambda pair: fits_a_night(*pair)))
    key = uuid.UUID(int=draw(st.integers(1, 4)))
    if draw(st.booleans()):
        return PlannedStop(key, HERE, starts, ends, only_on=draw(NIGHTS))
    first = draw(st.none() | NIGHTS)
    return PlannedStop(key, HERE, starts, ends, weekday=draw(st.integers(0, 6)), valid_from=first)


changes = st.builds(
    Change, st.integers(1, 4).map(lambda n: uuid.UUID(int=n)), NIGHTS, st.booleans(), st.just("weather"),
    st.none() | st.just(THERE),
)  # fmt: skip


def in_night(time: dt.time) -> int:
    """Minutes since five in the morning: the order of a night."""
    return (time.hour * 60 + time.minute - 300) % 1440


@given(HALVES, HALVES)
def test_a_stop_fits_a_night_as_minutes_from_five_to_five_say(starts: dt.time, ends: dt.time) -> None:
    assert fits_a_night(starts, ends) == (in_night(starts) < (in_night(ends) or 1440))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(stops(), max_size=5, unique_by=lambda stop: stop.id),
    st.lists(changes, max_size=4, unique_by=lambda change: (change.stop_id, change.night)),
    st.integers(0, 24 * 12),
)
def test_the_next_stop_as_found_by_looking_at_every_stop_of_every_night(
    planned: list[PlannedStop], otherwise: list[Change], hours: int
) -> None:
    at = dt.datetime(2026, 10, 19, 22, 15, tzinfo=dt.UTC) + hours * HOUR
    known = {(change.stop_id, change.night): change for change in otherwise}
    found = []
    for n in range(-2, 62):
        night = night_of(at) + dt.timedelta(days=n)
        for stop in planned:
            change = known.get((stop.id, night))
            weekly = stop.weekday == night.weekday() and not (stop.valid_from and night < stop.valid_from)
            if not (stop.only_on == night or weekly) or (change and change.is_cancelled):
                continue
            length = (in_night(stop.ends) or 1440) - in_night(stop.starts)
            day = night + dt.timedelta(days=stop.starts < dt.time(5))
            begins = dt.datetime.combine(day, stop.starts, ROME)
            ends = begins.replace(tzinfo=None) + dt.timedelta(minutes=length)
            if ends.replace(tzinfo=ROME).astimezone(dt.UTC) > at:
                found.append((night, begins.astimezone(dt.UTC)))
    following = next_visit(at, planned, otherwise)

    expected = min((pair for pair in found if pair[0] < night_of(at) + dt.timedelta(days=60)), default=None)
    assert (following and (following.night, following.begins)) == expected


def test_half_past_midnight_belongs_to_the_evening_before() -> None:
    stop = PlannedStop(uuid.UUID(int=1), HERE, dt.time(22), dt.time(1, 30), weekday=3)
    thursday = dt.date(2026, 11, 26)
    late = dt.datetime(2026, 11, 27, 0, 45, tzinfo=ROME)

    (visit,) = visits(thursday, [stop], [])

    assert night_of(late) == thursday
    assert night_of(late + 5 * HOUR) == thursday + dt.timedelta(days=1)
    assert visit.ends.astimezone(ROME) == dt.datetime(2026, 11, 27, 1, 30, tzinfo=ROME)
    assert visit.standing(late) == Standing.THERE
    assert visit.standing(late + HOUR) == Standing.OVER
    assert visit.standing(late - 4 * HOUR) == Standing.COMING


def test_a_cancelled_stop_is_still_told_and_the_next_one_is_another() -> None:
    stop = PlannedStop(uuid.UUID(int=1), HERE, dt.time(20), dt.time(22), weekday=3)
    night = dt.date(2026, 11, 26)
    off = Change(stop.id, night, is_cancelled=True, reason="weather")
    at = dt.datetime(2026, 11, 26, 18, tzinfo=ROME)

    (visit,) = visits(night, [stop], [off])
    following = next_visit(at, [stop], [off])

    assert visit.standing(at) == Standing.CANCELLED
    assert visit.reason == "weather"
    assert following is not None
    assert following.night == night + dt.timedelta(days=7)


def test_a_moved_stop_is_elsewhere_for_one_night() -> None:
    stop = PlannedStop(uuid.UUID(int=1), HERE, dt.time(20), dt.time(22), weekday=3)
    night = dt.date(2026, 11, 26)
    moved = Change(stop.id, night, is_cancelled=False, spot=THERE, starts=dt.time(21), ends=dt.time(23))

    (visit,) = visits(night, [stop], [moved])
    (after,) = visits(night + dt.timedelta(days=7), [stop], [moved])

    assert (visit.spot, visit.planned, visit.is_moved) == (THERE, HERE, True)
    assert visit.begins.astimezone(ROME).time() == dt.time(21)
    assert (after.spot, after.is_moved) == (HERE, False)
