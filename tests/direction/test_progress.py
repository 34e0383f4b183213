# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How far a partner is from its target, in numbers and in plain words."""

import datetime as dt
from collections.abc import Mapping

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from lgnet.direction.progress import Progress, State, pace_months, progress

START, END = dt.date(2024, 1, 1), dt.date(2027, 1, 16)
DAY = dt.date(2026, 7, 14)
STEADY = {dt.date(2026, 4, 1): 20, dt.date(2026, 5, 1): 22, dt.date(2026, 6, 1): 24, dt.date(2026, 7, 1): 900}


def at(
    value: int, target: int | None, by_month: Mapping[dt.date, int] = STEADY, day: dt.date = DAY
) -> Progress:
    return progress(value, target, by_month, day=day, starts_on=START, ends_on=END)


def test_the_pace_is_that_of_the_last_three_whole_months() -> None:
    here = at(100, 287)

    assert here.pace == 22
    assert here.needed == 31
    assert here.state == State.BEHIND
    with override("it"):
        assert here.sentence() == "Ne servono 31 al mese; negli ultimi 3 mesi 22 al mese."


@pytest.mark.parametrize(
    ("here", "state", "words"),
    [
        (at(10, None), State.NO_TARGET, "Nessun obiettivo è stato pubblicato o fissato."),
        (at(10, 10), State.REACHED, "L’obiettivo è raggiunto."),
        (at(12, 10), State.REACHED, "L’obiettivo è raggiunto, con 2 in più."),
        (at(5, 0), State.REACHED, "L’obiettivo è raggiunto, con 5 in più."),
        (at(9, 10, day=dt.date(2027, 1, 17)), State.MISSED, "L’edizione è finita: ne manca 1."),
        (at(5, 10, day=dt.date(2027, 2, 17)), State.MISSED, "L’edizione è finita: ne mancano 5."),
        (at(9, 10, day=END), State.BEHIND, "Ne serve 1 e resta 1 giorno; negli ultimi 3 mesi 0 al mese."),
        (at(100, 200), State.ON_PACE, "Ne servono 17 al mese; negli ultimi 3 mesi 22 al mese."),
        (
            at(3, 30, {dt.date(2026, 7, 1): 3}),
            State.EARLY,
            "Ne servono 5 al mese; è presto per dire a che ritmo si va.",
        ),
        (
            at(3, 30, {dt.date(2026, 6, 20).replace(day=1): 2}),
            State.BEHIND,
            "Ne servono 5 al mese; nell’ultimo mese 2.",
        ),
    ],
)
def test_each_state_is_said_in_plain_words(here: Progress, state: State, words: str) -> None:
    assert here.state == state
    with override("it"):
        assert here.sentence() == words


def test_nothing_counted_since_the_beginning_is_a_pace_of_zero() -> None:
    assert at(0, 10, {}).pace == 0
    assert at(0, 10, {}, day=dt.date(2024, 1, 20)).state == State.EARLY


def test_before_the_edition_begins_all_its_days_are_left() -> None:
    assert at(0, 10, {}, day=dt.date(2023, 12, 1)).days_left == (END - START).days + 1


@given(day=st.dates(START, END), value=st.integers(0, 500), target=st.integers(0, 500))
def test_going_at_the_pace_needed_arrives(day: dt.date, value: int, target: int) -> None:
    here = at(value, target, day=day)

    if here.needed is not None:
        assert value + here.needed * max(1.0, here.months_left) >= target
    assert (here.share == 100) == (target > 0 and 100 * target <= 100 * value < 101 * target)


@given(day=st.dates(START, END))
def test_the_months_of_the_pace_are_whole_and_end_before_the_running_one(day: dt.date) -> None:
    months = pace_months(day, START)

    assert all(month.day == 1 and START <= month < day.replace(day=1) for month in months)
    assert len(months) == min(3, (day.year - START.year) * 12 + day.month - START.month)
