# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The forecast is honest: of a hundred intervals of 80 %, about eighty hold what comes."""

import datetime as dt
import math
import random
from collections import Counter, defaultdict
from functools import lru_cache

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from lgnet.demo.people import generate, path
from lgnet.direction.forecast import Forecast, Scenario, back_test, forecast, seasonal_weights, student
from lgnet.direction.months import later

START, END = dt.date(2024, 1, 1), dt.date(2027, 1, 16)
DAY = dt.date(2026, 11, 25)


def poisson(chance: random.Random, mean: float) -> int:
    """Knuth's method: slow and obvious."""
    limit, n, product = math.exp(-mean), 0, chance.random()
    while product > limit:
        n, product = n + 1, product * chance.random()
    return n


def over_dispersed(chance: random.Random, mean: float, dispersion: float) -> int:
    """A negative binomial count: Poisson around a pace that is itself a matter of chance."""
    return poisson(chance, chance.gammavariate(mean / (dispersion - 1), dispersion - 1))


@pytest.mark.parametrize("known", [6, 12, 34])
@pytest.mark.parametrize("dispersion", [2.0, 4.0])
@pytest.mark.parametrize("mean", [5, 20, 60])
def test_eight_intervals_of_ten_hold_what_comes(mean: int, dispersion: float, known: int) -> None:
    chance = random.Random(f"{mean}-{dispersion}-{known}")  # noqa: S311 - a seed, so that it is always the same
    day = later(START, known)
    end = later(day, 2) - dt.timedelta(days=1)
    held, trials = 0, 1_000
    for _ in range(trials):
        months = {later(START, n): over_dispersed(chance, mean, dispersion) for n in range(known)}
        made = forecast(months, day=day, starts_on=START, ends_on=end)
        assert made is not None
        came = sum(months.values()) + sum(over_dispersed(chance, mean, dispersion) for _ in range(2))
        held += made.low <= came <= made.high

    assert 0.75 <= held / trials <= 0.86, held / trials


def test_where_chance_alone_makes_the_months_differ_the_interval_is_rather_too_wide() -> None:
    chance = random.Random(3)  # noqa: S311 - a seed, so that it is always the same
    held = 0
    for _ in range(500):
        months = {later(START, n): poisson(chance, 20) for n in range(6)}
        made = forecast(months, day=later(START, 6), starts_on=START, ends_on=dt.date(2024, 8, 31))
        assert made is not None
        held += made.low <= sum(months.values()) + poisson(chance, 20) + poisson(chance, 20) <= made.high

    assert held / 500 >= 0.8


@lru_cache(maxsize=1)
def demo_months() -> dict[str, Counter[dt.date]]:
    """Persons of the demo by partner and month of their registration."""
    months: dict[str, Counter[dt.date]] = defaultdict(Counter)
    for person in generate(1, 4_000, DAY):
        way = path(person, 1, DAY)
        if way.registered_on:
            months[person.partner][way.registered_on.replace(day=1)] += 1
    return months


def test_forecasts_made_in_the_past_of_the_demo_would_have_held() -> None:
    trials = [
        trial
        for by_month in demo_months().values()
        for trial in back_test(by_month, day=DAY, starts_on=START, ahead=2, most=24)
    ]

    assert len(trials) > 200
    assert 0.7 <= sum(trial.held for trial in trials) / len(trials) <= 0.9


def test_a_back_test_knows_nothing_of_what_came_later() -> None:
    past = {later(START, n): 10 for n in range(12)}
    known = past | {later(START, n): 1_000 for n in range(12, 14)}

    (last, *_rest) = back_test(known, day=later(START, 14), starts_on=START, ahead=2, most=1)

    assert last.high < 200
    assert not last.held


def test_a_season_that_repeats_itself_is_known_and_chance_is_not() -> None:
    august = {later(START, n): 5 if (n % 12) == 7 else 20 for n in range(36)}
    chance = random.Random(1)  # noqa: S311 - a seed, so that it is always the same
    noise = {later(START, n): poisson(chance, 20) for n in range(36)}

    weights = seasonal_weights(august, day=later(START, 36), since=START)
    of_noise = seasonal_weights(noise, day=later(START, 36), since=START)

    assert weights[8] < 0.5 < weights[7]
    assert of_noise == {}
    assert abs(sum(weights.values()) - 12) < 1e-9
    assert seasonal_weights(august, day=later(START, 23), since=START) == {}


def test_it_is_said_in_the_words_of_everyday() -> None:
    with override("it"):
        made = Forecast(8_000, 8_700, 9_400, 9_000, END, 6, False)
        assert made.sentence() == "A questo passo: tra 8.700 e 9.400 entro il 16 gennaio 2027"
        assert Forecast(5, 5, 5, 5, END, 6, False).sentence() == "A questo passo: 5 entro il 16 gennaio 2027"


def test_with_fewer_than_three_whole_months_or_after_the_end_nothing_is_said() -> None:
    assert (
        forecast(
            {later(START, n): 9 for n in range(3)}, day=dt.date(2024, 3, 20), starts_on=START, ends_on=END
        )
        is None
    )
    assert forecast({START: 9}, day=dt.date(2027, 1, 17), starts_on=START, ends_on=END) is None


def test_nothing_in_six_months_does_not_prove_that_nothing_will_come() -> None:
    made = forecast({}, day=dt.date(2024, 8, 1), starts_on=START, ends_on=END)

    assert made is not None
    assert made.low == made.expected == 0
    assert made.high > 0


@pytest.mark.parametrize(("freedom", "table"), [(2, 1.886), (3, 1.638), (5, 1.476), (10, 1.372), (30, 1.310)])
def test_the_quantile_is_that_of_the_tables(freedom: int, table: float) -> None:
    assert student(freedom) == pytest.approx(table, abs=0.02)


MONTHS = st.lists(st.integers(0, 80), min_size=34, max_size=34)


@given(counts=MONTHS, percent=st.integers(0, 200), extra=st.integers(0, 50), stopped=st.floats(0, 2))
def test_more_pace_never_lowers_and_a_pause_never_raises(
    counts: list[int], percent: int, extra: int, stopped: float
) -> None:
    months = {later(START, n): count for n, count in enumerate(counts)}

    def made(scenario: Scenario) -> Forecast:
        found = forecast(months, day=DAY, starts_on=START, ends_on=END, scenario=scenario)
        assert found is not None
        return found

    plain = made(Scenario())
    assert plain.value <= plain.low <= plain.expected <= plain.high
    assert made(Scenario(pace_percent=percent)).expected >= plain.expected
    assert made(Scenario(extra=extra)).expected >= plain.expected
    assert made(Scenario(months_stopped=stopped)).expected <= plain.expected
    assert made(Scenario(pace_percent=-100)).high <= plain.high
