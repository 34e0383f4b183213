# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A day is over when it is over in Rome: in summer two hours before midnight UTC, in winter one."""

import datetime as dt

import pytest
import time_machine

from lgnet.core.authz import Refused
from lgnet.core.rowsecurity import acting_as
from lgnet.network import editions
from lgnet.snapshots import policies
from lgnet.snapshots.calendar import Purpose, last_quarter_end, purpose_of, transmission_of, transmissions
from lgnet.snapshots.digests import instant
from tests.world import World


@pytest.mark.parametrize(
    ("at", "day", "is_over"),
    [
        ("2026-03-31T21:59:59+00:00", dt.date(2026, 3, 31), False),  # two days after the clocks went forward
        ("2026-03-31T22:00:00+00:00", dt.date(2026, 3, 31), True),
        ("2026-10-31T22:59:59+00:00", dt.date(2026, 10, 31), False),  # six days after they went back
        ("2026-10-31T23:00:00+00:00", dt.date(2026, 10, 31), True),
        ("2026-12-31T22:30:00+00:00", dt.date(2026, 12, 31), False),
        ("2026-12-31T23:00:00+00:00", dt.date(2026, 12, 31), True),
        ("2026-03-29T22:00:00+00:00", dt.date(2026, 3, 29), True),  # the day of 23 hours
        ("2026-10-25T22:30:00+00:00", dt.date(2026, 10, 25), False),  # the day of 25 hours
    ],
)
def test_a_cutoff_may_be_taken_once_the_day_is_over_in_rome(
    world: World, at: str, day: dt.date, *, is_over: bool
) -> None:
    with acting_as(world.ugo.actor()), time_machine.travel(dt.datetime.fromisoformat(at), tick=False):
        verdict = policies.take(world.ugo, editions.current(), day)

    assert verdict.allowed is is_over
    if not is_over:
        with pytest.raises(Refused, match="non è ancora finito"):
            verdict.enforce()


def test_the_hour_that_comes_twice_in_october_is_told_apart_by_its_seal() -> None:
    first = dt.datetime.fromisoformat("2026-10-25T02:30:00+02:00")
    second = dt.datetime.fromisoformat("2026-10-25T02:30:00+01:00")

    assert instant(first) == "2026-10-25T00:30:00.000000Z"
    assert instant(second) == "2026-10-25T01:30:00.000000Z"


def test_december_leaves_by_the_end_of_january_and_june_by_the_end_of_july() -> None:
    december, june = transmission_of(dt.date(2026, 12, 31)), transmission_of(dt.date(2026, 6, 30))

    assert december and june
    assert (december.due_on, december.purpose) == (dt.date(2027, 1, 31), Purpose.FUND)
    assert (june.due_on, june.purpose) == (dt.date(2026, 7, 31), Purpose.FUND)
    assert transmission_of(dt.date(2026, 5, 31)) is None
    assert purpose_of(dt.date(2026, 6, 29)) is Purpose.OTHER


def test_the_calendar_of_an_edition_has_every_quarter_and_the_half_year_after_its_end() -> None:
    found = list(transmissions(dt.date(2024, 1, 1), dt.date(2027, 1, 16)))

    assert found[0].cutoff_on == dt.date(2024, 3, 31)
    assert [one.cutoff_on for one in found[-2:]] == [dt.date(2027, 3, 31), dt.date(2027, 6, 30)]
    assert [one.due_on for one in found if one.purpose is Purpose.FUND][:2] == [
        dt.date(2024, 7, 31),
        dt.date(2025, 1, 31),
    ]
    assert sorted(found, key=lambda one: one.cutoff_on) == found


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (dt.date(2026, 11, 25), dt.date(2026, 9, 30)),
        (dt.date(2026, 1, 1), dt.date(2025, 12, 31)),
        (dt.date(2026, 3, 31), dt.date(2025, 12, 31)),
    ],
)
def test_the_last_quarter_that_is_over(day: dt.date, end: dt.date) -> None:
    assert last_quarter_end(day) == end
