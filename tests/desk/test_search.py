# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""One box finds people by name in any script, by number and by code, and only one's own."""

from collections.abc import Callable

import pytest
from django.test import Client

from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from tests.factories.cases import a_case
from tests.world import World

Browser = Callable[[Worker], Client]


@pytest.mark.parametrize("text", ["Olena Shevchenko", "шевченко", "  shevchenko\u200f ", "30/01/1985 Olena"])
def test_a_name_is_found_however_it_is_written(world: World, browser: Browser, text: str) -> None:
    html = browser(world.anna).get("/search/", {"q": text}).content.decode()

    assert str(world.people["olena"]) in html


def test_a_code_finds_whom_it_names(world: World, browser: Browser) -> None:
    with acting_as(world.anna.actor()):
        olena = world.person("olena")
        case = a_case(world.anna, olena)

    for code in (olena.code, olena.code.lower(), case.code):
        html = browser(world.bruno).get("/search/", {"q": code}).content.decode()
        assert str(olena.pk) in html, code


def test_while_typing_only_the_hits_come(world: World, browser: Browser) -> None:
    response = browser(world.anna).get("/search/", {"q": "Olena"}, headers={"HX-Request": "true"})

    html = response.content.decode()
    assert str(world.people["olena"]) in html and "<html" not in html and 'id="hits"' in html


def test_nobody_found_says_what_to_do_next(world: World, browser: Browser) -> None:
    html = browser(world.anna).get("/search/", {"q": "Zzyzx"}, headers={"Accept-Language": "en"})

    assert "Nobody found" in html.content.decode() and "/people/new/" in html.content.decode()


@pytest.mark.parametrize(
    "text", ["", " ", "\u0000", "x" * 5000, "<script>alert(1)</script>", "%_'\"--", "🙂"]
)
def test_odd_text_harms_nothing(world: World, browser: Browser, text: str) -> None:
    response = browser(world.anna).get("/search/", {"q": text})

    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()


def test_the_stranger_finds_only_her_own_and_the_nation_has_no_search(world: World, browser: Browser) -> None:
    assert (
        str(world.people["olena"])
        not in browser(world.carla).get("/search/", {"q": "Olena Shevchenko"}).content.decode()
    )
    assert browser(world.nadia).get("/search/", {"q": "Olena"}).status_code == 403
    assert browser(world.amelia).get("/search/").status_code == 403
