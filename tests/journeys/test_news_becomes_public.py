# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Sassari's officer writes news, the nation approves it, it is public at once; a correction replaces it."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import FilePayload, Page, expect

from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.network.actions import register_data_agreement
from lgnet.network.models import DataAgreement, Organisation
from lgnet.website.models import SitePage
from tests.factories.network import who_logs_in
from tests.journeys.somebody import NARROW, Somebody
from tests.website.editing import jpeg
from tests.world import World

pytestmark = pytest.mark.journey
ABOVE, NEWS = "/it/network/sassari/", "/it/network/sassari/sportello-serale/"


@pytest.fixture
def officer(behind: Callable[[], AbstractContextManager[World]]) -> tuple[str, int]:
    """The log-in name of Sassari's officer, and the number of Sassari's page."""
    with behind() as world:
        with acting_as(world.ugo.actor()):
            sassari = Organisation.objects.get(code="sassari")
            if not DataAgreement.objects.filter(organisation=sassari).exists():
                kind = DataAgreement.Kind.CONTROLLER
                register_data_agreement(organisation=sassari, kind=kind, reference="for tests")
        worker = who_logs_in(sassari, "Grazia Sanna", "communications_officer")
        with acting_as(Actor(DbRole.PUBLISHER)):
            number = SitePage.objects.get(url_path=ABOVE).pk
    return str(worker.user.email).split("@")[0], number


def choose(page: Page, action: str, *, exact: bool = False) -> None:
    """One of the further actions at the foot of the editor."""
    page.get_by_role("button", name="Altre azioni").click()
    page.get_by_role("button", name=action, exact=exact).click()
    # An idle network is also what comes before the answer: only the editor's own words say it is done.
    expect(page.locator(".messages .success")).to_be_visible(timeout=20_000)


def bring_in_a_picture(who: Somebody) -> None:
    """Without words for whoever does not see it, it is refused; with them it comes in."""
    who.open("/site-admin/images/add/")
    page = who.page
    for name, value in (("title", "Lo sportello"), ("rights_holder", "Comune di Sassari")):
        page.fill(f"#id_{name}", value)
    page.select_option("#id_licence", "CC-BY-4.0")
    page.select_option("#id_people", "nobody")
    for words in ("", "Due persone parlano a un tavolo."):
        page.fill("#id_description", words)
        file = FilePayload(name="DSC001.jpg", mimeType="image/jpeg", buffer=jpeg((960, 540)))
        page.set_input_files("#id_file", file)
        page.get_by_role("button", name="Carica").last.click()
        if not words:
            expect(
                page.locator("#panel-child-content-description-errors, .error-message").first
            ).to_be_visible()
    expect(page.locator(".messages .success")).to_be_visible(timeout=30_000)


def test_from_a_draft_to_the_public_and_corrected(
    somebody: Callable[..., Somebody], officer: tuple[str, int]
) -> None:
    name, number = officer
    grazia, ugo, visitor = somebody(name), somebody("ugo"), somebody(viewport=NARROW)

    bring_in_a_picture(grazia)
    grazia.open(f"/site-admin/pages/add/website/sitepage/{number}/")
    grazia.page.wait_for_load_state("networkidle")
    grazia.page.locator("#id_title").press_sequentially("Sportello serale")
    grazia.page.fill("#id_summary", "Da lunedì apre anche di sera.")
    text = grazia.page.locator(".public-DraftEditor-content")
    text.click()
    grazia.page.keyboard.type("Dalle 18 alle 21.", delay=20)
    # The editor of rich text hands over what was typed a moment later.
    expect(grazia.page.locator("[name=body]")).to_have_value(re.compile("alle 21"))
    grazia.page.get_by_role("button", name="Scegli una immagine").click()
    grazia.page.locator(".modal a[data-chooser-modal-choice]").first.click()
    expect(grazia.page.locator("[name=image]")).to_have_value(re.compile(r"\d"))
    choose(grazia.page, "Invia a")
    visitor.page.goto(visitor.address + "/it/news/")
    expect(visitor.page.get_by_text("Sportello serale")).to_have_count(0)

    ugo.open("/site-admin/")
    ugo.page.get_by_role("link", name="Sportello serale").first.click()
    ugo.page.wait_for_url("**/edit/")
    ugo.page.wait_for_load_state("networkidle")
    edit = ugo.page.url
    choose(ugo.page, "Approva e pubblica")

    visitor.open("/it/")
    visitor.page.get_by_role("link", name="Sportello serale").click()
    expect(visitor.page.get_by_text("Dalle 18 alle 21.")).to_be_visible()
    picture = visitor.page.get_by_alt_text("Due persone parlano a un tavolo.")
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", value=True)
    assert picture.evaluate("image => image.currentSrc").endswith(".avif")
    visitor.expect_accessible()

    ugo.open(edit)
    ugo.page.wait_for_load_state("networkidle")
    ugo.page.fill("#id_summary", "Da martedì apre anche di sera.")
    choose(ugo.page, "Pubblica", exact=True)
    visitor.page.reload()
    expect(visitor.page.get_by_text("Da martedì")).to_be_visible()
