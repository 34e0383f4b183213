# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A desk that was left logs itself out where people can be seen, and says so; what it showed comes back."""

import datetime as dt
from collections.abc import Callable

import time_machine
from django.test import Client

from lgnet.core.clock import now
from lgnet.network.worker import Worker
from tests.world import PASSWORD, World

Browser = Callable[[Worker], Client]


def later(**since: int) -> "time_machine.travel":
    return time_machine.travel(now() + dt.timedelta(**since), tick=False)


def test_after_half_an_hour_without_a_click_one_logs_in_again_and_comes_back(
    world: World, browser: Browser
) -> None:
    anna = browser(world.anna)
    with later(minutes=29):
        assert anna.get("/cases/").status_code == 200
    with later(minutes=58):
        assert anna.get("/cases/").status_code == 200  # the click before counted
    with later(minutes=89):
        left = anna.post("/cases/start/", {}, headers={"Referer": "http://testserver/cases/queue/?late=on"})
        assert left["Location"] == "/accounts/login/?next=/cases/queue/%3Flate%3Don"
        page = anna.get(left["Location"])
        assert "è ancora al suo posto" in page.content.decode()

        back = anna.post(left["Location"], {"login": "anna@example.org", "password": PASSWORD})

        assert back["Location"] == "/cases/queue/?late=on"
        assert anna.get("/cases/").status_code == 200


def test_a_fragment_is_told_to_leave_the_page(world: World, browser: Browser) -> None:
    anna = browser(world.anna)
    with later(minutes=31):
        answer = anna.get(
            "/cases/", headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/cases/"}
        )

    assert answer.status_code == 401 and answer["HX-Redirect"] == "/accounts/login/?next=/cases/"


def test_whoever_sees_no_person_stays(world: World, browser: Browser) -> None:
    for worker, address in ((world.amelia, "/network/members/"), (world.ugo, "/network/partners/")):
        client = browser(worker)
        with later(hours=3):
            assert client.get(address).status_code == 200
