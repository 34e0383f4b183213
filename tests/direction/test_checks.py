# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The checks before figures leave find what is wrong, say where, and are silent where all is well."""

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from lgnet.core.clock import today
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.counting.models import NETWORK, FactKind
from lgnet.direction import checks, measuring
from lgnet.direction.checks import Severity, Values
from lgnet.network.worker import Worker
from tests.factories.counting import facts
from tests.world import World

TODAY = dt.date(2026, 11, 23)
UNTIL = dt.date(2026, 10, 31)
GENOVA, TORINO = uuid.UUID(int=1), uuid.UUID(int=2)
WOMEN, MEN = ("F", "18-60"), ("M", "18-60")


def values(**changes: object) -> Values:
    """A small network in which all is well: three persons, one of them at both partners."""
    cells = {
        (NETWORK, "O.2.3"): Counter({WOMEN: 2, MEN: 1}),
        (GENOVA, "O.2.3"): Counter({WOMEN: 2}),
        (TORINO, "O.2.3"): Counter({WOMEN: 1, MEN: 1}),
        (NETWORK, "R.2.9"): Counter({MEN: 1}),
        (TORINO, "R.2.9"): Counter({MEN: 1}),
    }
    whole = Values(UNTIL, cells, {key: n.total() for key, n in cells.items()}, (GENOVA, TORINO))
    return replace(whole, **changes)  # type: ignore[arg-type]


def found(of: Values, **more: object) -> list[str]:
    return [one.check for one in checks.run(of, today=TODAY, **more)]  # type: ignore[arg-type]


def test_where_all_is_well_nothing_is_found() -> None:
    assert found(values()) == []
    assert found(values(), previous=values()) == []


def test_a_cell_that_is_lost_breaks_the_sum() -> None:
    one = values()

    (finding,) = checks.run(
        replace(one, totals={**one.totals, (GENOVA, "O.2.3"): 3, (NETWORK, "O.2.3"): 3}), today=TODAY
    )

    assert (finding.check, finding.partner, finding.count) == ("CNT-2", GENOVA, 1)
    assert "somma 2, il totale è 3" in finding.sentence.it


def test_a_result_above_its_output_is_found_even_in_a_single_cell() -> None:
    one = values()
    cells = {**one.cells, (GENOVA, "R.2.9"): Counter({MEN: 1})}

    assert found(replace(one, cells=cells, totals={**one.totals, (GENOVA, "R.2.9"): 1})) == ["CNT-3"]


def test_a_part_above_its_whole_is_found() -> None:
    one = values()
    cells = {**one.cells, (TORINO, "O.2.3.1"): Counter({WOMEN: 2}), (NETWORK, "O.2.3.1"): Counter({WOMEN: 2})}
    totals = {key: sum(n.values()) for key, n in cells.items()}

    assert found(replace(one, cells=cells, totals=totals)) == ["CNT-2"]


@pytest.mark.parametrize("whole", [1, 5])
def test_a_network_that_counts_nobody_or_somebody_twice_is_found(whole: int) -> None:
    one = values()
    cells = {**one.cells, (NETWORK, "O.2.3"): Counter({MEN: 1, WOMEN: whole - 1})}
    totals = {key: sum(n.values()) for key, n in cells.items()}

    assert found(replace(one, cells=cells, totals=totals)) == ["CNT-1"]


@pytest.mark.parametrize(
    "until", [dt.date(2026, 11, 23), dt.date(2026, 10, 30), dt.date(2026, 9, 30), dt.date(2026, 11, 30)]
)
def test_only_the_last_day_of_the_month_before_is_sent(until: dt.date) -> None:
    assert found(values(until=until)) == ["CNT-10"]


@given(st.dates(dt.date(2024, 1, 1), dt.date(2030, 12, 31)))
def test_the_day_before_the_first_of_the_month_is_always_the_one(day: dt.date) -> None:
    wanted = checks.last_day_before(day)

    assert (wanted + dt.timedelta(days=1)).day == 1
    assert (day.year * 12 + day.month) - (wanted.year * 12 + wanted.month) == 1


def test_a_value_goes_down_only_by_a_correction() -> None:
    before = values()
    less = values(cells={**before.cells, (TORINO, "R.2.9"): Counter(), (NETWORK, "R.2.9"): Counter()})
    less = replace(less, totals={key: sum(n.values()) for key, n in less.cells.items()})

    assert found(less, previous=before) == ["8.5", "8.5"]
    assert found(less, previous=before, corrected={(TORINO, "R.2.9"), (NETWORK, "R.2.9")}) == []


def test_authorities_are_at_most_22_and_projects_one() -> None:
    assert found(values(derived={"O.2.2": 22, "O.2.7": 1})) == []
    assert found(values(derived={"O.2.2": 23, "O.2.7": 2})) == ["8.6", "8.6"]


def test_missing_data_warn_and_do_not_stop() -> None:
    one = values()
    cells = {**one.cells, (GENOVA, "O.2.3"): Counter({("", "18-60"): 1, ("M", ""): 1})}

    (finding,) = checks.run(replace(one, cells=cells), today=TODAY)

    assert (finding.check, finding.severity, finding.count) == ("8.1", Severity.WARNS, 2)
    assert "non si possono rendicontare" in finding.sentence.it


def test_the_same_is_found_in_totals_and_in_facts(world: World) -> None:
    facts(world.anna, 1, 2, 3, sex="")
    facts(world.carla, 3, 4, day=dt.date(2026, 4, 2))
    facts(world.carla, 4, kind=FactKind.HELPFUL)
    until = checks.last_day_before(today())

    with acting_as(Actor(DbRole.NATIONAL)):
        live, exact = measuring.live(until), measuring.exact_at(until)
        assert live.totals == exact.totals
        assert {key: dict(n) for key, n in live.cells.items()} == {
            key: dict(n) for key, n in exact.cells.items()
        }
        assert live.derived == exact.derived
        assert checks.run(live, today=today()) == checks.run(exact, today=today())
        assert {one.partner for one in checks.run(exact, today=today())} == {world.genova.pk}


def test_the_page_leads_each_to_the_repair(world: World, browser: Callable[[Worker], Client]) -> None:
    facts(world.anna, 1, 2, sex="")

    nation = browser(world.nadia).get("/direction/checks/").content.decode()
    partner = browser(world.dario).get("/direction/checks/").content.decode()
    stranger = browser(world.carla).get("/direction/checks/").content.decode()

    assert "a 2 persone contate manca il genere" in nation and "Lo corregge il partner" in nation
    assert "a 2 persone contate manca il genere" in partner and "Correggi i dati" in partner
    assert "manca il genere o" not in stranger


def test_who_has_no_figures_is_told_so(world: World, browser: Callable[[Worker], Client]) -> None:
    answer = browser(world.bruno).get("/direction/checks/")

    assert answer.status_code == 403
    assert "Il tuo ruolo non comprende questa pagina" in answer.content.decode()
