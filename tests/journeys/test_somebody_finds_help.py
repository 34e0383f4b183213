# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A person with a telephone in Arabic finds where the van is tonight and what to bring, and reads it again offline."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import Browser, Page, expect

from lgnet.core.clock import now
from lgnet.core.ids import new_id
from lgnet.core.rowsecurity import PUBLIC, acting_as
from lgnet.directory import actions
from lgnet.directory.actions import Draft, Planned, Words
from lgnet.directory.nights import night_of
from lgnet.network.models import Organisation
from lgnet.network.worker import Worker
from tests.factories.directory import a_desk
from tests.factories.network import at_work, colleague
from tests.journeys.somebody import NARROW, PHONE, Somebody
from tests.world import World

pytestmark = pytest.mark.journey
CITY = "/{}/help/sassari/"
Behind = Callable[[], AbstractContextManager[World]]


def _open(by: Worker) -> None:
    """A van that is there all night, and a desk with documents to bring."""
    night = night_of(now())
    with acting_as(by.actor()):
        van = actions.write(
            by=by, draft=Draft("Unità mobile", "ACC02", is_mobile=True, summary="Ti ascoltiamo.")
        )
        stop = Planned("Piazza d’Italia", dt.time(5), dt.time(5), only_on=night, address="piazza d’Italia 1",
                       latitude=40.7259, longitude=8.5563)  # fmt: skip
        actions.plan(by=by, service=van, planned=stop)
        actions.publish(by=by, service=van)
        actions.translate(by=by, service=van, language="ar", words=Words("سيارة المساعدة", "نستمع إليك."))
        desk = actions.write(
            by=by,
            draft=Draft("Sportello legale", "LEG01", summary="Documenti.", documents=("identity", "permit")),
        )
    a_desk(by, desk)
    with acting_as(by.actor()):
        actions.publish(by=by, service=desk)


@pytest.fixture(scope="module")
def made() -> list[str]:
    """Whether the city has its services: the module's are made once."""
    return []


@pytest.fixture
def city(behind: Behind, made: list[str]) -> str:
    """A city of its own for this story, with a van tonight and a desk."""
    if not made:
        with behind():
            with acting_as(PUBLIC):
                sassari = Organisation.objects.get(code="sassari")
            _open(at_work(sassari, "coordinator", colleague("Efisia Piras", f"{new_id()}@example.org")))
        made.append("sassari")
    return CITY


@pytest.fixture
def telephone(chromium: Browser, platform: str) -> Iterator[Somebody]:
    """A telephone that speaks Arabic."""
    context = chromium.new_context(viewport=PHONE, locale="ar", is_mobile=True, has_touch=True)
    context.set_default_timeout(10_000)
    person = Somebody(context.new_page(), platform)
    yield person
    troubles = person.troubles
    context.close()
    assert not troubles, troubles


def _in_first_screen(page: Page, text: str) -> bool:
    """Whether the words are seen before anybody scrolls."""
    box = page.get_by_text(text, exact=False).first.bounding_box()
    return box is not None and box["y"] + box["height"] <= PHONE["height"]


def test_an_arabic_telephone_finds_tonights_van_and_the_documents_and_reloads_offline(
    telephone: Somebody, city: str
) -> None:
    telephone.open("/ar/help/")
    expect(telephone.page.locator("html")).to_have_attribute("dir", "rtl")
    telephone.follow('a[href="/ar/help/sassari/"]')

    assert _in_first_screen(telephone.page, "أين سيارة المساعدة الليلة؟")
    assert _in_first_screen(telephone.page, "Piazza d’Italia")
    telephone.reads("هي هناك الآن", "جواز السفر أو بطاقة الهوية", "حقوقك")
    link = telephone.page.locator(".help-address a")
    expect(link).to_have_text("افتح الخريطة")
    telephone.expect_accessible()

    expect(telephone.page.locator("html")).to_have_attribute("data-kept", "yes")
    telephone.page.context.set_offline(True)
    telephone.page.reload()
    telephone.reads("Piazza d’Italia", "جواز السفر أو بطاقة الهوية")
    expect(telephone.page.locator("[data-offline]")).to_be_visible()
    assert (
        telephone.page.locator(".help-stop").evaluate("stop => getComputedStyle(stop).borderRadius") != "0px"
    )
    telephone.page.context.set_offline(False)


@pytest.mark.parametrize("language", ["it", "ar", "zh"])
def test_the_pages_have_no_axe_violation_narrow_and_dark(
    chromium: Browser, platform: str, city: str, language: str
) -> None:
    context = chromium.new_context(viewport=NARROW, color_scheme="dark", locale=language)
    who = Somebody(context.new_page(), platform)
    for address in (f"/{language}/help/", city.format(language)):
        who.open(address)
        who.expect_accessible()
    who.page.get_by_role("main").locator('a[href$="/report/"]').first.click()
    who.expect_accessible()
    who.page.emulate_media(color_scheme="light")
    who.expect_accessible()
    context.close()
    assert not who.troubles


def test_without_scripts_everything_is_read_and_a_fault_is_reported(
    chromium: Browser, platform: str, city: str
) -> None:
    context = chromium.new_context(viewport=PHONE, java_script_enabled=False, locale="it-IT")
    page = context.new_page()
    page.goto(platform + city.format("it"))
    expect(page.locator("body")).to_contain_text("È lì adesso")
    expect(page.locator(".quick-exit a")).to_have_attribute("href", "https://www.meteoam.it/")
    page.locator('a[href$="/report/"]').last.click()
    page.get_by_text("Gli orari sono sbagliati").click()
    page.wait_for_timeout(3_200)  # nobody fills in a form in less
    page.get_by_role("button", name="Invia").click()
    expect(page.locator("body")).to_contain_text("Grazie. Chi si occupa del servizio lo controlla.")
    context.close()


def test_escape_three_times_leaves_and_does_not_come_back(
    chromium: Browser, platform: str, city: str
) -> None:
    context = chromium.new_context(viewport=PHONE, locale="it-IT")
    page = context.new_page()
    page.route(
        "https://www.meteoam.it/**", lambda route: route.fulfill(body="il tempo", content_type="text/html")
    )
    page.goto(f"{platform}/it/help/")
    page.goto(platform + city.format("it"))
    for _ in range(3):
        page.keyboard.press("Escape")
    page.wait_for_url("https://www.meteoam.it/**")
    page.go_back()
    assert page.url == f"{platform}/it/help/"
    context.close()
