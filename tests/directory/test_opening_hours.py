# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Open now, and when next: the rules against a clock that is walked minute by minute, also where the hour changes."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from lgnet.core.clock import ROME
from lgnet.directory.opening import Slot, Special, clashes, instant, opening, times_on

MINUTE = dt.timedelta(minutes=1)
SPRING, AUTUMN = dt.date(2026, 3, 29), dt.date(2026, 10, 25)
HALVES = st.integers(0, 47).map(lambda n: dt.time(n // 2, n % 2 * 30))
DAYS = st.sampled_from(
    [SPRING - dt.timedelta(1), SPRING, AUTUMN - dt.timedelta(1), AUTUMN, dt.date(2026, 5, 13)]
)


@st.composite
def slots(draw: st.DrawFn) -> Slot:
    """An opening of a weekday."""
    first, second = sorted([draw(HALVES), draw(HALVES)])
    return Slot(draw(st.integers(0, 6)), first, second if second > first else dt.time(23, 59))


@st.composite
def specials(draw: st.DrawFn) -> Special:
    """Days that differ, around the days on which the clock changes."""
    day = draw(DAYS)
    last = day + dt.timedelta(days=draw(st.integers(0, 2)))
    if draw(st.booleans()):
        return Special(day, last)
    slot = draw(slots())
    return Special(day, last, slot.opens, slot.closes)


def local(moment: dt.datetime) -> tuple[dt.date, dt.time]:
    wall = moment.astimezone(ROME)
    return wall.date(), wall.time()


def walked(
    at: dt.datetime, week: list[Slot], days: list[Special], ahead: int
) -> tuple[bool, dt.datetime | None]:
    """The slow twin: whether it is open, and when that changes, by looking at the clock of each minute.

    A clock that is set back does not open again what it has closed: an opening begins at the first minute that shows
    its beginning, and ends at the first after it that shows its end.
    """
    moment = dt.datetime.combine(local(at)[0], dt.time(), ROME).astimezone(dt.UTC)
    started: set[tuple[dt.date, dt.time]] = set()
    over: set[tuple[dt.date, dt.time]] = set()
    state: bool | None = None
    while moment < at + dt.timedelta(days=ahead):
        day, time = local(moment)
        for opens, closes in times_on(day, week, days):
            if time >= opens:
                started.add((day, opens))
            if time >= closes:
                over.add((day, opens))
        is_open = any(key[0] == day for key in started - over)
        if moment == at:
            state = is_open
        elif state is not None and is_open != state:
            return state, moment
        moment += MINUTE
    assert state is not None
    return state, None


@settings(max_examples=120, deadline=None)
@given(st.lists(slots(), max_size=6), st.lists(specials(), max_size=3), DAYS, st.integers(0, 1439))
def test_open_now_and_next_as_a_clock_that_is_walked(
    week: list[Slot], days: list[Special], day: dt.date, minute: int
) -> None:
    at = dt.datetime.combine(day, dt.time(), ROME).astimezone(dt.UTC) + minute * MINUTE

    is_open, change = walked(at, week, days, ahead=3)
    found = opening(at, week, days)

    assert found.is_open == is_open
    told = found.until if is_open else found.opens_at
    if change is not None:
        assert told == change
    else:
        assert told is None or told >= at + dt.timedelta(days=3) - MINUTE


@given(DAYS, HALVES)
def test_a_time_is_the_first_minute_at_which_the_clock_shows_it_or_has_jumped_over_it(
    day: dt.date, time: dt.time
) -> None:
    moment = dt.datetime.combine(day, dt.time(), ROME).astimezone(dt.UTC)
    while local(moment)[0] == day and local(moment)[1] < time:
        moment += MINUTE

    assert instant(day, time) == moment


def test_the_night_that_loses_an_hour_and_the_one_that_has_it_twice() -> None:
    week = [Slot(6, dt.time(1), dt.time(4))]

    spring = opening(dt.datetime(2026, 3, 29, 0, 30, tzinfo=dt.UTC), week, [])
    autumn = opening(dt.datetime(2026, 10, 24, 23, 30, tzinfo=dt.UTC), week, [])

    assert spring.until == dt.datetime(2026, 3, 29, 2, 0, tzinfo=dt.UTC)  # two hours long
    assert autumn.until == dt.datetime(2026, 10, 25, 3, 0, tzinfo=dt.UTC)  # four hours long


def test_a_closure_beats_special_hours_and_these_the_week() -> None:
    week, day = [Slot(2, dt.time(9), dt.time(13))], dt.date(2026, 5, 13)
    later = Special(day, day, dt.time(15), dt.time(17))

    assert times_on(day, week, []) == [(dt.time(9), dt.time(13))]
    assert times_on(day, week, [later]) == [(dt.time(15), dt.time(17))]
    assert times_on(day, week, [later, Special(day, day)]) == []


def test_what_touches_is_one_opening_and_what_overlaps_is_a_clash() -> None:
    morning, noon = Slot(0, dt.time(9), dt.time(12)), Slot(0, dt.time(12), dt.time(15))
    other = Slot(0, dt.time(11, 30), dt.time(14))

    assert times_on(dt.date(2026, 5, 11), [noon, morning], []) == [(dt.time(9), dt.time(15))]
    assert clashes([morning, noon]) == []
    assert clashes([noon, other, morning]) == [(morning, other), (other, noon)]


def test_what_never_opens_says_so() -> None:
    at = dt.datetime(2026, 5, 11, 8, tzinfo=dt.UTC)

    assert opening(at, [], []).opens_at is None
    assert (
        opening(
            at, [Slot(0, dt.time(9), dt.time(12))], [Special(dt.date(2026, 1, 1), dt.date(2028, 1, 1))]
        ).opens_at
        is None
    )
