# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a worker saw leaves the browser with the worker: desks are shared."""

from collections.abc import Callable

from django.test import Client

from lgnet.network.worker import Worker
from tests.world import World

Browser = Callable[[Worker], Client]


def test_a_file_is_not_kept_by_the_browser(world: World, browser: Browser) -> None:
    answer = browser(world.anna).get(f"/people/{world.people['mamadou']}/")

    assert answer.status_code == 200
    assert "no-store" in answer.headers["Cache-Control"]


def test_nor_is_a_file_that_was_downloaded(world: World, browser: Browser) -> None:
    answer = browser(world.dario).get("/imports/export/people/?format=csv")
    answer.close()

    assert answer.status_code == 200
    assert "no-store" in answer.headers["Cache-Control"]


def test_what_a_visitor_sees_may_be_kept(world: World, client: Client) -> None:
    assert "no-store" not in client.get("/").headers.get("Cache-Control", "")
