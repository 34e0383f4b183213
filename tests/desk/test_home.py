# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The first page is work: what is new, late, expiring and waiting, for each role its own, in few queries."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from lgnet.core.clock import now
from lgnet.core.rowsecurity import acting_as
from lgnet.desk.navigation import menu
from lgnet.network.worker import Worker
from tests.factories.cases import a_case, an_intake, someone
from tests.world import World

Browser = Callable[[Worker], Client]


def test_a_visitor_is_led_to_the_public_home_in_the_language_of_the_browser(db: None) -> None:
    arabic = Client(headers={"Accept-Language": "ar-MA,fr;q=0.8"}).get("/")

    assert (arabic.status_code, arabic.headers["Location"]) == (302, "/ar/")
    assert "Accept-Language" in arabic.headers["Vary"]
    html = Client().get("/it/").content.decode()
    assert "/accounts/login/" in html and "data-menu-toggle" not in html


def test_only_a_demo_offers_to_enter_by_a_click(db: None, settings: Settings) -> None:
    settings.DEMO = False
    assert "/demo/" not in Client().get("/it/").content.decode()


def test_the_case_manager_finds_her_work_on_the_first_page(world: World, browser: Browser) -> None:
    with acting_as(world.anna.actor()):
        a_case(world.anna, someone(world.anna, "Binta"))
        an_intake(world.anna, someone(world.anna, "Ousmane"), hours_ago=400)

    html = browser(world.anna).get("/").content.decode()

    assert "Binta" in html and "Ousmane" in html
    assert "Anna" in html and "Genova" in html


def test_nothing_to_do_is_said_kindly(world: World, browser: Browser) -> None:
    html = browser(world.anna).get("/", headers={"Accept-Language": "en"}).content.decode()

    assert "Nothing of yours is late. Well done." in html
    assert "Nobody is waiting" in html


def test_the_coordinator_sees_the_queue_the_load_and_what_needs_mending(
    world: World, browser: Browser
) -> None:
    with acting_as(world.anna.actor()):
        a_case(world.anna, someone(world.anna, "Binta"))
        an_intake(world.anna, someone(world.anna, "Ousmane"), hours_ago=400)

    html = browser(world.dario).get("/", headers={"Accept-Language": "en"}).content.decode()

    assert "Ousmane" in html and "Load of the team" in html and "Anna Parodi" in html
    assert "Privacy notice not given" in html and "Binta" in html
    assert "Where we stand" in html and "No target has been published or set." in html
    assert "/direction/partners/genova/?indicator=TAKEN_IN_CHARGE" in html


def test_the_stranger_sees_only_her_own_work(world: World, browser: Browser) -> None:
    with acting_as(world.anna.actor()):
        a_case(world.anna, someone(world.anna, "Binta"))

    assert "Binta" not in browser(world.carla).get("/").content.decode()


def test_a_tile_counts_no_further_than_its_cap(world: World, browser: Browser) -> None:
    with acting_as(world.anna.actor()):
        for n in range(52):
            an_intake(world.anna, someone(world.anna, f"Uno{n}"), hours_ago=n)

    html = browser(world.anna).get("/", headers={"Accept-Language": "en"}).content.decode()

    assert "more than 50" in html


@pytest.mark.parametrize(("name", "most"), [("anna", 24), ("bruno", 18), ("fabio", 19), ("dario", 43)])
def test_the_number_of_queries_does_not_grow_with_the_work(
    world: World, browser: Browser, name: str, most: int
) -> None:
    worker: Worker = getattr(world, name)
    client = browser(worker)
    counts = []
    for _round in range(2):
        with acting_as(world.anna.actor()):
            for n in range(7):
                case = a_case(world.anna, someone(world.anna, f"Binta{n}"))
                case.review_due_on = (now() - dt.timedelta(days=3)).date()
                case.save()
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get("/").status_code == 200
        counts.append(len(queries))

    assert counts[1] <= max(most, counts[0])


def test_somebody_without_membership_reads_whom_to_ask(world: World, browser: Browser) -> None:
    client = browser(world.anna)
    with acting_as(world.amelia.actor()):
        membership = world.anna.membership
        membership.valid_until = (now() - dt.timedelta(days=1)).date()
        membership.save()

    response = client.get("/", headers={"Accept-Language": "en"})

    assert response.status_code == 200
    assert "Ask the administrator" in response.content.decode()


def test_the_list_behind_a_tile_opens_and_an_unknown_one_does_not_exist(
    world: World, browser: Browser
) -> None:
    with acting_as(world.anna.actor()):
        a_case(world.anna, someone(world.anna, "Binta"))
    client = browser(world.anna)

    for kind in ("new", "no-stay", "no-notice"):
        assert "Binta" in client.get(f"/work/{kind}/").content.decode(), kind
    assert client.get("/work/permits/").status_code == 200
    assert client.get("/work/secrets/").status_code == 404
    assert browser(world.amelia).get("/work/new/").status_code == 403


@pytest.mark.parametrize("name", ["amelia", "nadia", "ugo"])
def test_who_follows_nobody_begins_on_the_first_page_of_their_own_menu(
    world: World, browser: Browser, name: str
) -> None:
    worker: Worker = getattr(world, name)
    client = browser(worker)

    response = client.get("/")

    assert response.status_code == 302
    assert response["Location"] in [link.url for link in menu(worker, "/")]
    assert client.get(response["Location"]).status_code == 200
