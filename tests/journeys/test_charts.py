# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Charts before somebody who sees them, who walks them by keyboard, who takes them out; and without a script."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client, override_settings
from playwright.sync_api import Browser, Route, expect

from tests.journeys.somebody import DESK, NARROW, Somebody

pytestmark = [pytest.mark.journey, pytest.mark.django_db]


@pytest.fixture
def gallery(db: None) -> Callable[[Route], None]:
    """Answers for the platform, whose gallery is closed: the page and its security policy as a demo sends them."""
    with override_settings(DEMO=True):
        answer = Client().get("/_ui/", headers={"Accept-Language": "it"})

    def fulfil(route: Route) -> None:
        route.fulfill(status=200, body=answer.content.decode(), headers=dict(answer.headers.items()))

    return fulfil


def _at_the_charts(who: Somebody, gallery: Callable[[Route], None]) -> None:
    who.page.route(re.compile(r"/_ui/$"), gallery)
    who.open("/_ui/")
    for figure in who.page.locator(".ui-chart").all():
        figure.scroll_into_view_if_needed()
        expect(figure).to_have_attribute("data-drawn", "")


@pytest.mark.parametrize("dark", [False, True])
def test_charts_are_drawn_under_the_strict_policy_light_and_dark_on_a_narrow_phone(
    somebody: Callable[..., Somebody], gallery: Callable[[Route], None], dark: bool
) -> None:
    who = somebody(viewport=NARROW, dark=dark)

    _at_the_charts(who, gallery)

    assert who.page.locator(".ui-chart svg path").count() > 50
    who.expect_accessible()


def test_the_keyboard_walks_the_points_and_says_each(
    somebody: Callable[..., Somebody], gallery: Callable[[Route], None]
) -> None:
    who = somebody(viewport=DESK)
    _at_the_charts(who, gallery)
    chart = who.page.locator("#sample-stacked")
    reading = chart.locator("[data-chart-reading]")

    chart.locator("[data-chart-drawing]").focus()
    expect(reading).to_have_text("Housing · Jan: 12 people")
    who.page.keyboard.press("ArrowRight")
    expect(reading).to_have_text("Housing · Feb: 18 people")
    who.page.keyboard.press("ArrowDown")
    expect(reading).to_have_text("Work · Feb: 9 people")
    who.page.keyboard.press("End")
    expect(reading).to_have_text("Work · Jun: 13 people")

    who.page.locator("#sample-curves [data-chart-drawing]").focus()
    who.page.keyboard.press("ArrowRight")
    expect(who.page.locator("#sample-curves [data-chart-reading]")).to_have_text(
        "Quick · 2 days: 71 % (tra 62 e 79)"
    )


def test_a_chart_is_taken_out_as_picture_and_as_table(
    somebody: Callable[..., Somebody], gallery: Callable[[Route], None], tmp_path: Path
) -> None:
    who = somebody(viewport=DESK, dark=True)
    _at_the_charts(who, gallery)
    taken = {}
    for kind in ("svg", "csv", "png"):
        with who.page.expect_download() as download:
            who.page.locator(f"#sample-flows [data-take={kind}]").click()
        assert download.value.suggested_filename == f"lgnet-sample-flows.{kind}"
        download.value.save_as(tmp_path / kind)
        taken[kind] = (tmp_path / kind).read_bytes()

    assert taken["png"].startswith(b"\x89PNG") and len(taken["png"]) > 20_000
    picture = taken["svg"].decode()
    for words in (
        "From the street to the case",
        "Fonte: LGNET",
        "Cofinanziato dall'Unione europea",
        "A definition",
    ):
        assert words in picture, words
    table = taken["csv"].decode("utf-8-sig").splitlines()
    assert table[0] == "From;To;People;;"
    assert table[1].startswith("Street;Taken in charge;120;From the street to the case;")


def test_without_a_script_the_table_stands_open(
    chromium: Browser, platform: str, gallery: Callable[[Route], None]
) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport=NARROW)
    page = context.new_page()
    page.route(re.compile(r"/_ui/$"), gallery)
    page.goto(f"{platform}/_ui/")

    expect(page.locator("#sample-stacked table")).to_be_visible()
    expect(page.locator("#sample-stacked [data-chart-drawing]")).to_be_hidden()
    context.close()
