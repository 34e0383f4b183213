# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a coordinator, the nation, a colleague and a stranger see of how the network works."""

from collections.abc import Callable, Iterator

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lgnet.analysis.actions import refresh_all
from lgnet.network.worker import Worker
from tests.analysis.test_roll_ups import NOW, much_work
from tests.world import World

Browser = Callable[[Worker], Client]
ROOMS = ["", "timeliness/", "flows/", "refusals/", "places/", "seasons/", "needs/"]


@pytest.fixture(autouse=True)
def monday_morning() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def work(world: World) -> World:
    """Genova with thirty episodes, Torino with four, rolled up."""
    much_work(world.anna, 8, episodes=30)
    much_work(world.carla, 9, episodes=4)
    refresh_all()
    return world


@pytest.mark.parametrize("room", ROOMS)
def test_each_page_shows_a_partner_its_own_and_the_nation_the_network(
    work: World, browser: Browser, room: str
) -> None:
    own = browser(work.dario).get(f"/analysis/{room}")
    whole = browser(work.nadia).get(f"/analysis/{room}")

    for page, whose in ((own, "Genova"), (whole, "Tutta la rete")):
        html = page.content.decode()
        assert page.status_code == 200
        assert f'<p class="ana-whose" id="whose"><strong>{whose}</strong>' in html
        assert "02/11/2026 10:00" in html
        assert "Niente da mostrare" not in html
    assert 'name="partner"' not in own.content.decode()
    assert 'name="partner"' in whole.content.decode()


@pytest.mark.parametrize("room", ROOMS)
def test_a_page_costs_few_queries_however_much_work_there_is(
    work: World, browser: Browser, room: str
) -> None:
    client = browser(work.nadia)
    client.get(f"/analysis/{room}")

    with CaptureQueriesContext(
        connection,
    ) as asked:
        client.get(f"/analysis/{room}?period=2026")

    assert len([q for q in asked if '"analysis_' in q["sql"] or '"network_organisation"' in q["sql"]]) <= 12


def test_the_nation_looks_at_one_partner_and_sees_nothing_small(work: World, browser: Browser) -> None:
    client = browser(work.ugo)

    large = client.get("/analysis/timeliness/?partner=genova").content.decode()
    small = client.get("/analysis/timeliness/?partner=torino").content.decode()

    assert "Ancora in attesa, passo per passo" in large
    assert "Ancora in attesa, passo per passo" not in small
    assert "senza far riconoscere qualcuno" in small


def test_a_small_number_is_hidden_outside_and_told_inside(work: World, browser: Browser) -> None:
    inside = browser(work.carla).get("/analysis/places/").content.decode()
    outside = browser(work.nadia).get("/analysis/places/?partner=torino").content.decode()

    assert 'data-raw="1"' in inside
    assert 'data-raw="1"' not in outside and 'data-raw="2"' not in outside


def test_violence_and_trafficking_are_on_no_page(work: World, browser: Browser) -> None:
    for worker in (work.dario, work.nadia):
        for room in ("needs/", "refusals/", ""):
            html = browser(worker).get(f"/analysis/{room}").content.decode()
            assert "violence_trafficking" not in html
            assert "antitratta" not in html and ">Violenza, tratta" not in html


def test_the_choice_stays_from_page_to_page(work: World, browser: Browser) -> None:
    html = browser(work.nadia).get("/analysis/flows/?partner=genova&period=2026").content.decode()

    assert "/analysis/seasons/?partner=genova&amp;period=2026" in html
    assert '<option value="2026" selected>' in html


def test_nonsense_in_the_address_is_the_whole(work: World, browser: Browser) -> None:
    page = browser(work.dario).get("/analysis/timeliness/?period=1812&urgency=9&line=x")

    assert page.status_code == 200


def test_before_the_first_hour_it_says_so(world: World, browser: Browser) -> None:
    html = browser(world.dario).get("/analysis/timeliness/").content.decode()

    assert "I numeri si calcolano ogni ora" in html


def test_another_partner_is_not_found(work: World, browser: Browser) -> None:
    assert browser(work.dario).get("/analysis/flows/?partner=torino").status_code == 404
    assert browser(work.nadia).get("/analysis/flows/?partner=nowhere").status_code == 404


def test_a_colleague_without_figures_reads_why_not(work: World, browser: Browser) -> None:
    for name in ("bruno", "fabio"):
        page = browser(getattr(work, name)).get("/analysis/")
        assert page.status_code == 403
        assert "Il tuo ruolo non" in page.content.decode()


def test_a_stranger_at_the_door_logs_in_first(db: None) -> None:
    page = Client().get("/analysis/timeliness/")

    assert page.status_code == 302 and "/accounts/login/" in page["Location"]
