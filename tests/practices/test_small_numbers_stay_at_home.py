# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What leaves the partner with a practice: no small number, and none that could be computed."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lgnet.core.rowsecurity import acting_as
from lgnet.direction import queries as direction
from lgnet.direction.indicators import INDICATORS
from lgnet.network.worker import Worker
from lgnet.practices import actions, alike, protecting, queries
from lgnet.practices.models import Figure
from tests.factories.network import at_work
from tests.factories.practices import a_draft
from tests.world import World

START = dt.date(2026, 3, 15)
numbers = st.integers(min_value=0, max_value=60)
calmly = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@calmly
@given(numbers, st.lists(numbers, max_size=4))
def test_a_figure_and_its_differences_are_never_small(value: int, earlier: list[int]) -> None:
    told = [n for n in sorted(earlier) if n == 0 or n >= 3]
    kept = list[int]()
    for n in told:
        if protecting.figure(n, kept) is not None:
            kept.append(n)
    found = protecting.figure(value, kept)

    assert found in {None, value}
    if found is not None:
        assert all(abs(found - n) not in {1, 2} for n in [0, *kept])


@calmly
@given(st.dictionaries(st.integers(min_value=0, max_value=11), st.integers(min_value=0, max_value=9)))
def test_months_and_sums_hide_what_is_small_and_what_would_tell_it(counts: dict[int, int]) -> None:
    by_month = {dt.date(2026, n + 1, 1): value for n, value in counts.items()}
    found = protecting.compared(by_month, started_on=START, until=dt.date(2026, 7, 2))
    assert found is not None
    sides = {True: found.after, False: found.before}
    for is_after, total in sides.items():
        months = {m: n for m, n in found.months.items() if (m >= found.first_after) == is_after}
        hidden = [m for m, n in months.items() if n is None]
        assert all(n == by_month.get(m, 0) and not 0 < n < 3 for m, n in months.items() if n is not None)
        if total is not None:
            assert total == sum(by_month.get(m, 0) for m in months) and not 0 < total < 3
            assert len(hidden) != 1, "a single hidden month would be the difference"


@calmly
@given(st.dates(dt.date(2024, 1, 1), dt.date(2027, 1, 1)), st.integers(min_value=0, max_value=900))
def test_both_sides_are_equally_long_and_the_month_of_the_beginning_is_on_neither(
    started: dt.date, days: int
) -> None:
    until = started + dt.timedelta(days=days)
    before, after = protecting.windows(started, until)
    begun = started.replace(day=1)

    assert len(before) == len(after) <= 6
    assert all(month < begun for month in before) and all(
        begun < month < until.replace(day=1) for month in after
    )


def test_a_partner_sees_its_own_running_months_whole() -> None:
    by_month = {dt.date(2026, 2, 1): 1, dt.date(2026, 4, 1): 2}
    found = protecting.compared(by_month, started_on=START, until=dt.date(2026, 5, 1), is_own=True)

    assert found is not None and (found.before, found.after) == (1, 2)


def test_a_small_figure_is_not_even_stored(world: World) -> None:
    card = a_draft(world.dario)
    with acting_as(world.dario.actor()):
        for code in ("REGISTERED", "TAKEN_IN_CHARGE", "CONTACTS"):
            actions.measure(by=world.dario, card=card, indicator=code)
        mine = direction.figures(world.genova.pk)
        for figure in Figure.objects.all():
            assert figure.definition_version == INDICATORS[figure.indicator].version
            assert figure.value == protecting.figure(mine[figure.indicator].value)
        assert mine["REGISTERED"].value == 3


def test_likeness_speaks_in_words_of_what_everybody_may_see(world: World) -> None:
    torino: Worker = at_work(world.torino, "coordinator")
    with acting_as(torino.actor()):
        assert set(queries.sizes().values()) <= set(alike.SIZES)
        assert queries.frequent_needs(torino) == [], "too few people asked"
    mine = alike.Profile("small", frozenset({"housing"}), "Molise")
    like = alike.likeness(
        mine, alike.Profile("small", frozenset({"housing", "taking_in_charge"}), "Puglia"),
        my_needs={"housing"}, needs=["housing", "health"], words={"housing": "Casa"}, lines={"housing": "casa"},
    )  # fmt: skip
    assert like.points == 4 and len(like.reasons) == 3
    assert not any(character.isdigit() for reason in like.reasons[1:] for character in reason)


@pytest.mark.parametrize("size", ["small", "medium", "large"])
def test_bands_are_far_above_any_threshold(size: str) -> None:
    edges = [int(word) for word in str(alike.SIZES[size]).split() if word.isdigit()]
    assert edges and all(edge >= 99 for edge in edges)
