# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A visitor reads Italian and may change the language; whoever works with the keyboard alone gets everywhere."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import expect

from lgnet.core.rowsecurity import acting_as
from tests.factories.cases import an_intake
from tests.journeys.somebody import NARROW, Somebody
from tests.world import PASSWORD, World

pytestmark = pytest.mark.journey
# What has the focus: its text or name, and whether a ring is drawn around it.
FOCUSED = """() => {
    const e = document.activeElement, s = getComputedStyle(e);
    const ring = (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none';
    const box = e.getBoundingClientRect();
    return {name: e.name || e.getAttribute('href') || e.textContent.trim(), ring,
            seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight};
}"""


def _tab_until(who: Somebody, wanted: str, *, at_most: int = 60) -> None:
    """Press Tab until this has the focus; on the way everything that takes the focus shows it."""
    for _step in range(at_most):
        who.page.keyboard.press("Tab")
        focused = who.page.evaluate(FOCUSED)
        assert focused["ring"], f"{who.page.url}: nothing shows that {focused['name']!r} has the focus"
        assert focused["seen"], f"{who.page.url}: {focused['name']!r} has the focus out of sight"
        if wanted in focused["name"]:
            return
    raise AssertionError(f"{who.page.url}: Tab does not reach {wanted!r}")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_visitor_reads_italian_and_changes_to_english(
    somebody: Callable[..., Somebody], dark: bool
) -> None:
    visitor = somebody(viewport=NARROW, dark=dark)
    visitor.open("/")
    expect(visitor.page.locator("html")).to_have_attribute("lang", "it")
    expect(visitor.page.locator("footer")).to_contain_text("Cofinanziato dall'Unione europea")
    visitor.expect_accessible()
    visitor.page.locator("details.languages > summary").click()
    visitor.page.get_by_role("link", name="English").click()
    expect(visitor.page.locator("html")).to_have_attribute("lang", "en")
    expect(visitor.page.locator("footer")).to_contain_text("Co-funded by the European Union")
    visitor.expect_accessible()
    visitor.open("/accounts/login/")
    visitor.page.locator(".ui-languages [value=en]").click()
    expect(visitor.page.locator("h1")).to_have_text("Log in")
    visitor.expect_accessible()


def test_from_the_log_in_to_the_first_in_the_queue_by_keyboard_alone(
    somebody: Callable[..., Somebody], behind: Callable[[], AbstractContextManager[World]]
) -> None:
    with behind() as world, acting_as(world.anna.actor()):
        first = an_intake(world.anna, hours_ago=24 * 40, urgency=3)
    anna = somebody()
    anna.open("/accounts/login/")
    keys = anna.page.keyboard
    _tab_until(anna, "#main", at_most=2)
    keys.press("Enter")
    _tab_until(anna, "login")
    keys.type("anna@example.org")
    _tab_until(anna, "password", at_most=1)
    keys.type(PASSWORD)
    keys.press("Enter")
    anna.page.wait_for_url(lambda url: "/login" not in url)

    _tab_until(anna, "/cases/queue/")
    keys.press("Enter")
    anna.page.wait_for_url("**/cases/queue/")
    _tab_until(anna, f"/cases/intakes/{first.pk}/screen/")
    keys.press("Enter")
    anna.page.wait_for_url(f"**/{first.pk}/screen/")
    _tab_until(anna, "urgency")
    keys.press("Space")
    keys.press("ArrowDown")
    expect(anna.page.locator("[name=urgency]:checked")).to_have_count(1)

    keys.press("Escape")
    anna.page.locator("h1").click()
    keys.press("/")
    expect(anna.page.locator("[data-search]")).to_be_focused()
