# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The rule of an indicator on a phone: its parts are folded, an address opens its own, the choices scroll in a row."""

from collections.abc import Callable

import pytest

from tests.journeys.somebody import NARROW, Somebody

pytestmark = pytest.mark.journey
RULE = "/direction/indicators/REGISTERED/"
OPEN = "[...document.querySelectorAll('[data-fold]')].filter((fold) => fold.open).map((fold) => fold.id)"


def test_on_a_phone_the_first_part_is_open_and_an_address_opens_its_own(
    somebody: Callable[..., Somebody],
) -> None:
    nadia = somebody("nadia", viewport=NARROW)
    nadia.open(RULE)
    assert nadia.page.evaluate(OPEN) == ["who"]

    nadia.page.get_by_text("Chi non conta", exact=True).click()
    assert nadia.page.evaluate(OPEN) == ["who", "not-counted"]

    nadia.open("/direction/")
    nadia.open(f"{RULE}#definition")
    assert "definition" in nadia.page.evaluate(OPEN)
    nadia.expect_accessible()


def test_the_row_of_indicators_shows_the_chosen_one(somebody: Callable[..., Somebody]) -> None:
    nadia = somebody("nadia", viewport=NARROW)
    nadia.open("/direction/?indicator=R.2.11")
    row = nadia.page.locator("[data-scroll-row]").first

    assert row.evaluate("(row) => row.scrollWidth > row.clientWidth && row.scrollLeft > 0")
    nadia.page.wait_for_function(
        "() => { const box = document.querySelector('[data-scroll-row] [aria-current]').getBoundingClientRect();"
        " return box.left >= 0 && box.left + Math.min(box.width, 200) <= innerWidth; }"
    )


def test_the_nation_reads_its_first_page_on_a_phone_part_by_part(somebody: Callable[..., Somebody]) -> None:
    nadia = somebody("nadia", viewport=NARROW)
    nadia.open("/direction/")
    assert nadia.page.evaluate(OPEN) == ["map"]

    nadia.open("/direction/?sort=name#partners")
    assert "partners" in nadia.page.evaluate(OPEN)
    nadia.expect_accessible()
