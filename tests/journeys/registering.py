# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Steps that several journeys share: look for somebody, register them, screen them, take them in charge."""

from tests.journeys.somebody import Somebody


def look_for(who: Somebody, **typed: str) -> None:
    """Type what is known into the open page "who is it?" and wait for the answer, without sending."""
    who.field(next(iter(typed))).focus()
    for name, value in typed.items():
        who.field(name).press_sequentially(value)
    who.page.locator("#matches .people-begin").wait_for()


def register(who: Somebody, *, status: int = 200, **typed: str) -> None:
    """From the answer "nobody" to the form, filled and sent."""
    who.send(".people-begin")
    fill_registration(who, **typed)
    who.send("#registration", status=status)


def fill_registration(who: Somebody, **typed: str) -> None:
    """Fill the form of a registration; what is folded away is unfolded first."""
    for name, value in typed.items():
        found = who.field(name)
        if not found.is_visible():
            who.page.locator(f'main details:has([name="{name}"]) > summary').first.click()
        if found.evaluate("element => element.tagName") == "SELECT":
            found.select_option(value)
        else:
            found.fill(value)


def screen(who: Somebody, *, urgency: str = "1", eligibility: str = "to_check") -> None:
    """Fill and send the open screening, which ends in taking in charge."""
    who.tick("urgency", urgency)
    who.tick("needs", "housing", "legal")
    who.tick("eligibility", eligibility)
    who.fill(eligibility_note="Ha perso il permesso: si verifica in Questura.")
    who.tick("outcome", "take_in_charge")
    who.send("#screening")


def take_in_charge(who: Somebody, *, with_specialist: str = "") -> None:
    """Fill and send the open form of the taking in charge: who works here is the case manager."""
    lines = who.page.locator('main [name="lines"]')
    for box in lines.all():
        if not box.is_checked():
            who.tick("lines", box.get_attribute("value") or "")
    if with_specialist:
        who.page.locator("#taking details > summary").click()
        part = who.page.locator('#taking [name^="part_"]').first
        part.select_option(label=with_specialist)
    who.send("#taking")
