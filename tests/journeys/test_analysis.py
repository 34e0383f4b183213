# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How the network works, before the nation on a narrow phone at night and a case manager at a desk."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import expect

from lgnet.analysis.actions import refresh_all
from tests.analysis.test_roll_ups import much_work
from tests.journeys.somebody import DESK, NARROW, Somebody
from tests.world import World

pytestmark = pytest.mark.journey
Behind = Callable[[], AbstractContextManager[World]]
ROOMS = ["", "timeliness/", "flows/", "refusals/", "places/", "seasons/", "needs/"]


@pytest.fixture
def work(behind: Behind) -> None:
    """Torino has something to tell, and the hour has come."""
    with behind() as world:
        much_work(world.carla, 11, episodes=24)
        refresh_all()


def _drawn(who: Somebody) -> int:
    figures = who.page.locator(".ui-chart").all()
    for figure in figures:
        figure.scroll_into_view_if_needed()
        expect(figure).to_have_attribute("data-drawn", "")
    return len(figures)


def test_every_page_is_drawn_and_accessible_and_the_choice_is_kept(
    somebody: Callable[..., Somebody], work: None
) -> None:
    nadia = somebody("nadia", viewport=NARROW, dark=True)
    charts = 0
    for room in ROOMS:
        nadia.open(f"/analysis/{room}?partner=torino")
        charts += _drawn(nadia)
        nadia.expect_accessible()
    assert charts >= 8

    carla = somebody("carla", viewport=DESK)
    carla.open("/analysis/timeliness/")
    _drawn(carla)
    carla.expect_accessible()
    carla.page.locator("#cut [name=period]").select_option("2026")
    carla.page.locator("#cut button").click()
    carla.page.wait_for_url("**period=2026**")
    reading = carla.page.locator("#waiting [data-chart-reading]")
    carla.page.locator("#waiting [data-chart-drawing]").focus()
    expect(reading).to_contain_text("Prima rilevazione · 0 giorni")
    carla.page.keyboard.press("ArrowDown")
    expect(reading).to_contain_text("Presa in carico")
    carla.page.locator(".ana-rooms a", has_text="Flussi").click()
    carla.page.wait_for_url("**/flows/?period=2026")
