# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A neighbour offers a flat and reads the answer; Sassari announces an event, and somebody who registered comes."""

import datetime as dt
import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import expect

from lgnet.core.clock import today
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.network.actions import register_data_agreement
from lgnet.network.models import DataAgreement, Organisation
from lgnet.society import squares
from lgnet.society.links import Purpose, token
from lgnet.society.models import Event, Registration
from tests.factories.network import who_logs_in
from tests.journeys.somebody import DESK, PHONE, Somebody
from tests.world import World

pytestmark = pytest.mark.journey
Behind = Callable[[], AbstractContextManager[World]]


@pytest.fixture
def sassari(behind: Behind) -> str:
    """The log-in name of the communications officer of Sassari."""
    with behind() as world:
        with acting_as(world.ugo.actor()):
            body = Organisation.objects.get(code="sassari")
            if not DataAgreement.objects.filter(organisation=body).exists():
                register_data_agreement(
                    organisation=body, kind=DataAgreement.Kind.CONTROLLER, reference="for tests"
                )
        worker = who_logs_in(body, "Gavina Piras", "communications_officer")
    return str(worker.user.email).split("@")[0]


def picture(who: Somebody, name: str) -> None:
    """A picture of the screen, narrow and wide, where somebody asked for them."""
    folder = os.environ.get("LGNET_PICTURES")
    if not folder:
        return
    before = who.page.viewport_size
    for size in (PHONE, DESK):
        who.page.set_viewport_size(size)
        who.page.screenshot(path=str(Path(folder) / f"{name}-{size['width']}.png"), full_page=True)
    if before:
        who.page.set_viewport_size(before)


def test_a_flat_is_offered_and_the_answer_read_with_number_and_code(
    somebody: Callable[..., Somebody], sassari: str
) -> None:
    neighbour, officer = somebody(viewport=PHONE), somebody(sassari)
    neighbour.open("/it/offers/")
    neighbour.expect_accessible()
    picture(neighbour, "offers-it")
    neighbour.tick("kind", "home")
    neighbour.field("partner").select_option("sassari")
    neighbour.fill(words="Ho un bilocale in via Roma, libero da gennaio.", phone="079 123456")
    neighbour.send("#form", status=422)  # the consent is missing, and what was typed is still there
    expect(neighbour.field("words")).to_have_value("Ho un bilocale in via Roma, libero da gennaio.")
    neighbour.expect_accessible()
    neighbour.main.locator('label[for="id_agree"]').click()
    neighbour.page.wait_for_timeout(3100)  # a person takes longer than that
    neighbour.send("#form")
    number, secret = (neighbour.main.locator(f"#{name}").inner_text() for name in ("number", "secret"))
    neighbour.expect_accessible()
    picture(neighbour, "receipt-it")

    officer.open("/society/inbox/")
    officer.reads(number, "Ho una casa")
    officer.expect_accessible()
    picture(officer, "inbox")
    officer.follow(f"main >> text={number}")
    officer.reads("Ho un bilocale in via Roma", "079 123456")
    officer.expect_accessible()
    officer.fill(words="Grazie! La chiamiamo giovedì mattina.")
    officer.send("#answer")
    picture(officer, "message")

    neighbour.open("/ar/feedback/answer/")
    neighbour.expect_accessible()
    neighbour.fill(number=number, secret="K-0000-0000")
    neighbour.page.wait_for_timeout(1100)
    neighbour.send("#form", status=404)
    neighbour.fill(secret=secret)
    neighbour.send("#form")
    neighbour.reads("Grazie! La chiamiamo giovedì mattina.")
    neighbour.expect_accessible()
    picture(neighbour, "answer-ar")


def test_sassari_announces_and_somebody_without_an_account_comes(
    somebody: Callable[..., Somebody], behind: Behind, sassari: str
) -> None:
    officer, visitor = somebody(sassari), somebody(viewport=PHONE)
    officer.open("/society/events/new/")
    officer.fill(
        title="La rete si presenta", description="Venite a conoscerci.", day=f"{today() + dt.timedelta(days=40)}",
        starts="18:00", ends="20:00", place="Palazzo Ducale, Sassari", contact="Ufficio LGNET", capacity="30",
    )  # fmt: skip
    officer.expect_accessible()
    picture(officer, "event-form")
    officer.send("#event")
    event_id = officer.id_in_address
    officer.follow('main a[href*="/words/ar/"]')
    officer.fill(title="الشبكة تقدم نفسها", description="تعالوا لتتعرفوا علينا.")
    officer.main.locator('label[for="id_is_checked"]').click()
    officer.expect_accessible()
    officer.send("#words")
    officer.send(f'form[action="/society/events/{event_id}/publish/"]')
    officer.expect_accessible()
    picture(officer, "event-staff")

    for code in ("it", "ar"):
        visitor.open(f"/{code}/events/")
        visitor.expect_accessible()
        picture(visitor, f"events-{code}")
    visitor.follow("main >> text=الشبكة تقدم نفسها")
    expect(visitor.page.locator("html")).to_have_attribute("dir", "rtl")
    visitor.reads("تعالوا لتتعرفوا علينا.")
    visitor.expect_accessible()
    picture(visitor, "event-ar")
    visitor.follow('main a[href$="/register/"]')
    visitor.expect_accessible()
    visitor.fill(name="سلمى", email="salma@example.net")
    visitor.main.locator('label[for="id_agree"]').click()
    visitor.page.wait_for_timeout(3100)
    visitor.send("#form")
    visitor.expect_accessible()

    officer.open(f"/society/events/{event_id}/door/")
    officer.expect_accessible()
    link = _link(behind, event_id)
    visitor.open(link)
    visitor.expect_accessible()
    visitor.send("#confirm")
    visitor.reads("لديك مكان")
    visitor.expect_accessible()
    picture(visitor, "mine-ar")

    officer.open(f"/society/events/{event_id}/door/")
    officer.reads("سلمى")
    officer.page.context.set_offline(True)
    officer.main.locator("form[data-came] button").click()
    officer.reads("Non c'è connessione: resta qui e parte quando torna.")
    officer.page.context.set_offline(False)
    expect(officer.main.locator('form[action$="/not-came/"]')).to_be_visible()
    officer.open(_square(behind, event_id))
    officer.reads("Già dentro dalle")
    officer.expect_accessible()
    officer.send('form[action$="/not-came/"]')
    _show_to_the_camera(officer, _square(behind, event_id))
    officer.reads("arrivato alle")
    officer.expect_accessible()
    picture(officer, "door")


def _show_to_the_camera(officer: Somebody, code: str) -> None:
    """Let the camera see a code. Chromium without a screen has no reader of codes: this one reads what it is told."""
    officer.page.add_init_script(
        f"""window.BarcodeDetector = class {{
            static getSupportedFormats() {{ return Promise.resolve(["qr_code"]); }}
            detect() {{ return Promise.resolve([{{ rawValue: location.origin + {code!r} }}]); }}
        }};
        navigator.mediaDevices.getUserMedia = async () => {{
            const canvas = document.createElement("canvas");
            const brush = canvas.getContext("2d");
            setInterval(() => brush.fillRect(0, 0, 9, 9), 100);
            return canvas.captureStream(10);
        }};"""
    )
    officer.page.reload()
    officer.main.locator("#door-camera").click()


def _square(behind: Behind, event_id: str) -> str:
    """What the square code of the one who registered holds, without the name of the site."""
    return squares.door_address(_registration(behind, event_id).pk).removeprefix(settings.SITE_ADDRESS)


def _link(behind: Behind, event_id: str) -> str:
    """The link in the letter: the platform of the journeys prints its letters."""
    return f"/ar/registration/{token(Purpose.CONFIRM, _registration(behind, event_id).pk)}/confirm/"


def _registration(behind: Behind, event_id: str) -> Registration:
    with behind() as world, acting_as(world.ugo.actor()):
        partner = Event.objects.get(pk=event_id).partner_id
    with behind(), acting_as(Actor(DbRole.WORKER, partner)):
        return Registration.objects.get(event_id=event_id)


def test_the_other_rooms_of_the_public_are_reached_and_read_by_everybody(
    somebody: Callable[..., Somebody], sassari: str
) -> None:
    officer = somebody(sassari, viewport=PHONE)
    officer.open("/society/campaigns/new/")
    officer.expect_accessible()
    officer.fill(
        title="Una casa per tutti", aim="Che si affitti senza guardare il passaporto.",
        starts_on=f"{today()}", ends_on=f"{today() + dt.timedelta(days=60)}",
    )  # fmt: skip
    officer.tick("channels", "poster")
    officer.send("#campaign")
    campaign = officer.id_in_address
    officer.send(f'form[action="/society/campaigns/{campaign}/start/"]')
    officer.reads("Non vuol dire zero")
    officer.expect_accessible()
    picture(officer, "campaign")
    for room in ("campaigns", "friends", "friends/new", "newsletter", "newsletter/new", "events"):
        officer.open(f"/society/{room}/")
        officer.expect_accessible()
    officer.open("/society/newsletter/new/")
    officer.fill(subject="Novità", body="Apriamo il sabato.\n\n- dalle 9\n- alle 12")
    officer.send("#letter")
    expect(officer.main.locator("#preview li")).to_have_count(2)
    officer.expect_accessible()
    picture(officer, "letter")
