# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What somebody typed survives the end of the session, a refusal of the form, and a page opened too long ago."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import expect

from lgnet.core.rowsecurity import acting_as
from tests.factories.cases import a_case, an_intake
from tests.journeys.registering import screen
from tests.journeys.somebody import PHONE, Somebody
from tests.world import PASSWORD, World

pytestmark = pytest.mark.journey
Behind = Callable[[], AbstractContextManager[World]]
NOTE = "È tornata con il fratello; ha paura di incontrare l'uomo della stazione. Пише сама."


def _come_back(who: Somebody, email: str) -> None:
    """The session has ended: whoever was working logs in again and is where they were."""
    who.page.locator("#log-in").wait_for()
    who.log_in(email, PASSWORD)


def test_a_note_survives_the_end_of_the_session(somebody: Callable[..., Somebody], behind: Behind) -> None:
    with behind() as world, acting_as(world.anna.actor()):
        case = a_case(world.anna)
    anna = somebody("anna", fresh=True)
    anna.open(f"/cases/{case.pk}/")
    anna.field("text").press_sequentially(NOTE)
    other_tab = Somebody(anna.page.context.new_page(), anna.address)
    other_tab.open("/accounts/logout/")
    anna.page.context.clear_cookies(name="sessionid")
    anna.page.locator("#note-form button[type=submit]").click()
    _come_back(anna, "anna@example.org")

    anna.open(f"/cases/{case.pk}/")
    expect(anna.field("text")).to_have_value(NOTE)
    anna.expect_accessible()
    anna.page.locator("#note-form button[type=submit]").click()
    expect(anna.page.locator("#diary .case-text").first).to_have_text(NOTE)
    expect(anna.field("text")).to_have_value("")
    anna.open(f"/cases/{case.pk}/")
    expect(anna.field("text")).to_have_value("")


def test_a_contact_survives_the_end_of_the_session_on_the_phone(somebody: Callable[..., Somebody]) -> None:
    bruno = somebody("bruno", viewport=PHONE, dark=True, fresh=True)
    bruno.open("/outreach/new/")
    bruno.tick("place", "station")
    bruno.tick("needs", "basic_needs", "legal")
    bruno.field("note").press_sequentially(NOTE)
    bruno.page.context.clear_cookies(name="sessionid")
    bruno.page.locator("#contact button[value=open]").click()
    _come_back(bruno, "bruno@example.org")

    bruno.open("/outreach/new/")
    expect(bruno.field("note")).to_have_value(NOTE)
    expect(bruno.page.locator('[name="needs"][value="legal"]')).to_be_checked()
    bruno.expect_accessible()
    bruno.send("#contact", button="button[value=open]")
    bruno.reads(NOTE, "Stazione")


def test_a_form_that_is_refused_keeps_everything_and_says_where(somebody: Callable[..., Somebody]) -> None:
    anna = somebody("anna")
    anna.open("/people/new/form/")
    anna.fill(given_name="Luz", family_name="Ñáñez", birth_day="31", birth_month="2", birth_year="1990")
    anna.field("channel-value").fill("+39 333 1234567")
    anna.send("#registration", status=422)
    expect(anna.page.locator("[data-error-summary]")).to_be_focused()
    anna.expect_accessible()
    for name, value in {
        "family_name": "Ñáñez",
        "birth_day": "31",
        "birth_month": "2",
        "birth_year": "1990",
    }.items():
        expect(anna.field(name)).to_have_value(value)
    anna.page.locator("[data-error-summary] a").first.press("Enter")
    anna.fill(birth_day="28")
    anna.send("#registration")
    expect(anna.page.locator("h1")).to_contain_text("Luz Ñáñez")


def test_the_slower_of_two_who_screen_sees_both_versions(
    somebody: Callable[..., Somebody], behind: Behind
) -> None:
    with behind() as world, acting_as(world.anna.actor()):
        intake = an_intake(world.anna)
    anna, fabio = somebody("anna"), somebody("fabio", viewport=PHONE)
    for who in (anna, fabio):
        who.open(f"/cases/intakes/{intake.pk}/screen/")
    screen(anna, urgency="2")

    fabio.tick("urgency", "0")
    fabio.tick("needs", "health")
    fabio.tick("eligibility", "to_check")
    fabio.fill(eligibility_note="Attende il rinnovo.")
    fabio.tick("outcome", "take_in_charge")
    fabio.send("#screening", status=409)
    fabio.reads("Anna Parodi", "Ha perso il permesso")
    expect(fabio.field("eligibility_note")).to_have_value("Attende il rinnovo.")
    fabio.expect_accessible()
    fabio.send("#screening")


def test_the_slower_of_two_who_correct_a_person_sees_both_versions(
    somebody: Callable[..., Somebody], behind: Behind
) -> None:
    with behind() as world, acting_as(world.anna.actor()):
        person = an_intake(world.anna).person
    anna, bruno = somebody("anna"), somebody("bruno", viewport=PHONE, dark=True)
    for who in (anna, bruno):
        who.open(f"/people/{person.pk}/identity/")
    anna.fill(known_as="Mimì")
    anna.send("#person-form")

    bruno.fill(known_as="Ami", birth_year="1994")
    bruno.send("#person-form", status=409)
    bruno.reads("Anna Parodi", "Mimì", "Ami")
    bruno.expect_accessible()
    bruno.send("#person-form")
    bruno.reads("Ami")
