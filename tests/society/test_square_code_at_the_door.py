# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The square code of a registration: on the page and in the letter, read at the door, good for nothing else."""

import datetime as dt
import io
import re
import uuid
from base64 import b64decode
from collections.abc import Callable

import pytest
import time_machine
import zxingcpp
from django.core import mail
from django.test import Client
from PIL import Image

from lgnet.core.clock import ROME
from lgnet.core.rowsecurity import PUBLIC, acting_as
from lgnet.network.worker import Worker
from lgnet.society import squares
from lgnet.society.actions import events, registering
from lgnet.society.links import Purpose, thing_of, token
from lgnet.society.models import Event, Registration
from tests.factories.network import at_work, colleague
from tests.factories.society import confirmed, link_in, posted, published, stands, told
from tests.world import World


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Letters go out at once: a test's transaction is never committed."""
    monkeypatch.setattr("django.db.transaction.on_commit", lambda send, robust=False: send())


def read(png: bytes) -> str:
    """What a telephone reads in a picture."""
    (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(png)).convert("L"))
    return str(found.text)


def came_at(by: Worker, registration: uuid.UUID) -> dt.datetime | None:
    with acting_as(by.actor()):
        return Registration.objects.get(pk=registration).came_at


def door_path(registration: uuid.UUID) -> str:
    return squares.door_address(registration).removeprefix("http://127.0.0.1:8000")


def test_the_page_and_the_letter_carry_it_and_a_telephone_reads_it(world: World) -> None:
    event = published(world.dario)
    posted(
        f"/ar/events/{event.slug}/register/", "society.register", name="Amal", email="a@example.net", agree="on"
    )  # fmt: skip
    page = Client().post(link_in(mail.outbox[0])).content.decode()

    drawn = re.search(r'src="data:image/svg\+xml;base64,([^"]+)"', page)
    assert drawn is not None and b"<svg" in b64decode(drawn[1])
    assert "أظهر هذا الرمز المربّع عند الباب" in page
    assert told(world.dario) == ["a@example.net"]
    ((name, content, kind),) = mail.outbox[-1].attachments
    assert (name, kind) == ("lgnet-door.png", "image/png")
    address = read(content)
    assert thing_of(Purpose.DOOR, address.rstrip("/").rsplit("/", 1)[-1]) is not None
    assert "الرمز المربّع في هذه الرسالة" in mail.outbox[-1].body


def test_whoever_waits_or_was_cancelled_carries_none(world: World) -> None:
    event = published(world.dario, capacity=1)
    confirmed(event, "a@example.net")
    second = confirmed(event, "b@example.net")
    page = Client().get(f"/it/registration/{token(Purpose.MINE, second)}/").content.decode()

    assert "data:image/svg" not in page
    mail.outbox.clear()
    told(world.dario)
    assert [len(letter.attachments) for letter in mail.outbox] == [1, 0]


def test_online_there_is_no_door_to_show_it_at(world: World) -> None:
    event = published(world.dario, place="", is_online=True)
    registration = confirmed(event, "a@example.net")
    told(world.dario)

    assert not mail.outbox[-1].attachments and "codice quadrato" not in mail.outbox[-1].body.lower()
    page = Client().get(f"/it/registration/{token(Purpose.MINE, registration)}/").content.decode()
    assert "data:image/svg" not in page


def test_it_stays_until_the_end_also_where_somebody_has_said_that_it_was_held(world: World) -> None:
    event = published(world.dario)
    page = f"/it/registration/{token(Purpose.MINE, confirmed(event, 'a@example.net'))}/"
    with time_machine.travel(event.starts_at + dt.timedelta(minutes=30), tick=False):
        with acting_as(world.dario.actor()):
            events.hold(by=world.dario, event=event, walk_ins=None)
        assert "data:image/svg" in Client().get(page).content.decode()
    with time_machine.travel(event.ends_at + dt.timedelta(minutes=1), tick=False):
        assert "data:image/svg" not in Client().get(page).content.decode()


def test_whoever_keeps_the_door_reads_it_and_one_tap_checks_in(
    world: World, browser: Callable[[Worker], Client]
) -> None:
    event = published(world.dario)
    registration = confirmed(event, "a@example.net")
    keeper = browser(world.dario)

    opened = keeper.get(door_path(registration)).content.decode()
    assert "Marta Riva" in opened and f"/society/registrations/{registration}/came/" in opened
    assert came_at(world.dario, registration) is None  # looking at it is no tap
    five_past_six = dt.datetime.combine(event.starts_at.astimezone(ROME).date(), dt.time(18, 5), ROME)
    with time_machine.travel(five_past_six, tick=False):
        keeper = browser(world.dario)
        assert keeper.post(f"/society/registrations/{registration}/came/").status_code == 302
        assert "Già dentro dalle 18:05." in keeper.get(door_path(registration)).content.decode()


def test_read_twice_it_says_since_when_and_changes_nothing(
    world: World, browser: Callable[[Worker], Client]
) -> None:
    event = published(world.dario)
    registration = confirmed(event, "a@example.net")
    url = f"/society/registrations/{registration}/came/"
    day = event.starts_at.astimezone(ROME).date()

    answers = []
    for minute in (5, 40):
        with time_machine.travel(dt.datetime.combine(day, dt.time(18, minute), ROME), tick=False):
            answers.append(browser(world.dario).post(url, headers={"Accept": "application/json"}).json())

    assert answers == [
        {"name": "Marta Riva", "line": "arrivato alle 18:05", "again": False},
        {"name": "Marta Riva", "line": "già dentro dalle 18:05", "again": True},
    ]
    found = came_at(world.dario, registration)
    assert found is not None and found.astimezone(ROME).time() == dt.time(18, 5)


def test_a_code_of_another_event_is_nobody_on_this_list(
    world: World, browser: Callable[[Worker], Client]
) -> None:
    here, other = published(world.dario), published(world.dario, "Un altro incontro")
    registration = confirmed(other, "a@example.net")
    url, keeper = f"/society/registrations/{registration}/came/", browser(world.dario)

    for wrong in (str(here.pk), "x"):
        answer = keeper.post(url, {"event": wrong}, headers={"Accept": "application/json"})
        assert answer.status_code == 404 and came_at(world.dario, registration) is None
    told_right = keeper.post(url, {"event": str(other.pk)}, headers={"Accept": "application/json"})
    assert told_right.json()["name"] == "Marta Riva"
    assert came_at(world.dario, registration) is not None


def test_anybody_else_sees_the_registration_and_can_do_nothing_to_it(world: World) -> None:
    event = published(world.dario)
    registration = confirmed(event, "a@example.net")

    answer = Client(headers={"Accept-Language": "fr"}).get(door_path(registration))
    assert answer.status_code == 302 and answer.headers["Location"].startswith("/fr/registration/")
    page = Client().get(answer.headers["Location"]).content.decode()

    assert "Porte aperte" in page and 'id="cancel"' not in page and 'id="confirm"' not in page
    assert "Marta Riva" not in page
    shown = token(Purpose.DOOR, registration)
    for path in (f"/it/registration/{shown}/", f"/it/registration/{shown}/confirm/"):
        assert Client().post(path).status_code == 404
    Client().post(answer.headers["Location"])
    assert stands(registration) == "seated"


def test_a_forged_code_opens_nothing(world: World, browser: Callable[[Worker], Client]) -> None:
    registration = confirmed(published(world.dario), "a@example.net")
    forged = token(Purpose.DOOR, registration)[:-2] + "xx"
    other = token(Purpose.MINE, registration)

    for link in (forged, other):
        answer = browser(world.dario).get(f"/society/door/{link}/", follow=True)
        assert answer.status_code == 404


def test_the_list_knows_codes_without_a_connection(world: World, browser: Callable[[Worker], Client]) -> None:
    event: Event = published(world.dario)
    registration = confirmed(event, "a@example.net")

    page = browser(world.dario).get(f"/society/events/{event.pk}/door/").content.decode()

    assert f'data-registration="{registration}"' in page
    assert f"/society/door/{registration.hex}~" in squares.door_address(registration)


def test_the_stranger_sees_what_everybody_sees_and_the_colleague_too(
    world: World, browser: Callable[[Worker], Client]
) -> None:
    registration = confirmed(published(world.dario), "a@example.net")
    torino = at_work(world.torino, "coordinator", colleague("Ivo Sala", "ivo@example.org"))

    for who in (torino, world.fabio, world.ugo):
        page = browser(who).get(door_path(registration), follow=True)
        assert page.redirect_chain[0][0].startswith("/it/registration/")
        assert "Marta Riva" not in page.content.decode()
    assert browser(torino).post(f"/society/registrations/{registration}/came/").status_code == 404
    refused = browser(world.fabio).post(f"/society/registrations/{registration}/came/")
    assert refused.status_code == 403 and "Il tuo ruolo" in refused.content.decode()
    with acting_as(PUBLIC):
        assert registering.withdraw(registration=registration)
    assert browser(world.dario).post(f"/society/registrations/{registration}/came/").status_code == 403
