# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A night on the street: two contacts on a telephone, in the dark, by touch; a third by keyboard alone."""

from collections.abc import Callable

import pytest

from tests.journeys.somebody import PHONE, Somebody

pytestmark = pytest.mark.journey


def test_bruno_writes_down_whom_he_meets(somebody: Callable[..., Somebody]) -> None:
    bruno = somebody("bruno", viewport=PHONE, dark=True)
    page = bruno.page
    bruno.expect_accessible()

    page.get_by_role("link", name="Nuovo contatto").click()
    page.get_by_label("Piazza, via o zona").wait_for()
    bruno.expect_accessible()
    page.get_by_text("Stazione", exact=True).click()
    page.get_by_label("Piazza, via o zona").fill("Brignole")
    page.get_by_text("francese", exact=True).click()
    page.get_by_text("Uomo", exact=True).click()
    page.get_by_role("button", name="Salva e avanti").click()

    page.get_by_text("Contatto annotato.").wait_for()
    assert page.get_by_label("Piazza, via o zona").input_value() == "Brignole"
    assert page.get_by_label("Stazione").is_checked() and page.get_by_label("francese").is_checked()
    page.get_by_label("Soprannome").fill("Sorriso")
    page.get_by_label("Soprannome").press("Enter")
    page.wait_for_url("**/outreach/new/")

    bruno.open("/outreach/")
    bruno.expect_accessible()
    assert page.get_by_role("link", name="Sorriso").count() == 1
