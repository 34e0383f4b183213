# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Numbers, ways to reach somebody, status of stay and privacy notice: added, taken back, never twice."""

from collections.abc import Callable

import pytest
from django.test import Client

from lgnet.core.ids import new_id
from lgnet.core.models import AuditEntry
from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from lgnet.people import actions
from lgnet.people.models import ContactChannel, Identifier, PrivacyNotice, StayStatus
from lgnet.people.queries import search
from tests.world import World

Browser = Callable[[Worker], Client]
STP = "STP1201090001234"


@pytest.fixture
def olena(world: World) -> str:
    return f"/people/{world.people['olena']}"


def test_a_number_is_added_removed_and_put_back(world: World, browser: Browser, olena: str) -> None:
    client = browser(world.anna)
    sent = {"kind": "passport", "value": "fk 123456", "valid_until": "2030-01-01", "is_verified": "on"}
    assert client.post(f"{olena}/numbers/", sent).status_code == 302
    with acting_as(world.anna.actor()):
        number = Identifier.objects.select_related("person__key").get(person=world.people["olena"])
        assert number.value == "FK123456" and number.is_verified

    client.post(f"/people/numbers/{number.pk}/withdraw/")
    with acting_as(world.anna.actor()):
        assert not search("FK123456")
    client.post(f"/people/numbers/{number.pk}/restore/")
    with acting_as(world.anna.actor()):
        assert [hit.person.pk for hit in search("FK123456")] == [world.people["olena"]]


def test_a_masked_number_is_shown_on_request_and_the_look_is_recorded(
    world: World, browser: Browser, olena: str
) -> None:
    with acting_as(world.anna.actor()):
        number = actions.add_identifier(by=world.anna, person=world.person("olena"), kind="stp", value=STP)

    page = browser(world.bruno).post(f"/people/numbers/{number.pk}/show/").content.decode()

    assert STP in page
    with acting_as(world.anna.actor()):
        seen = AuditEntry.objects.filter(event="person.seen", subject_id=world.people["olena"])
        assert "number:stp" in seen.latest("at").detail
    assert browser(world.carla).post(f"/people/numbers/{number.pk}/show/").status_code == 404


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"kind": "tax_code", "value": "PRVMDA94E12Z317X"}, "ultima lettera"),
        ({"kind": "tax_code", "value": "91000011238"}, "provvisorio"),
        ({"kind": "stp", "value": "STP12"}, "13 cifre"),
        ({"kind": "passport", "value": "\u200b"}, "Scrivi il numero"),
        ({"kind": "passport", "value": "9" * 81}, "80"),
        ({"kind": "spell", "value": "AA123456"}, "spell"),
        ({"kind": "passport", "value": "AA123456", "valid_until": "2026-02-30"}, "non esiste"),
        ({"kind": "passport", "value": "AA123456", "valid_until": "0001-01-01"}, "tra il 1900"),
        ({"kind": "passport", "value": "AA123456", "valid_from": "2026-01-02", "valid_until": "2026-01-01"},
         "prima di cominciare"),
    ],
)  # fmt: skip
def test_a_number_that_cannot_be_is_said(
    world: World, browser: Browser, olena: str, sent: dict[str, str], sentence: str
) -> None:
    answer = browser(world.anna).post(f"{olena}/numbers/", sent)

    assert answer.status_code == 422 and sentence in answer.content.decode()
    with acting_as(world.anna.actor()):
        assert not Identifier.objects.filter(person=world.people["olena"]).exists()


def test_an_unusual_number_is_accepted_with_a_warning(world: World, browser: Browser, olena: str) -> None:
    client = browser(world.anna)

    assert client.post(f"{olena}/numbers/", {"kind": "permit_receipt", "value": "77"}).status_code == 302
    assert "Numero insolito" in client.get("/people/").content.decode()


def test_a_way_to_reach_somebody_sent_twice_is_one(world: World, browser: Browser, olena: str) -> None:
    client, sent = browser(world.anna), {"new_id": str(new_id()), "kind": "phone", "value": "333 1234567"}
    for _time in range(2):
        assert client.post(f"{olena}/channels/", sent | {"is_safe": "no"}).status_code == 302
    with acting_as(world.anna.actor()):
        channel = ContactChannel.objects.get(person=world.people["olena"])
        assert not channel.is_safe

    client.post(f"/people/channels/{channel.pk}/withdraw/")
    client.post(f"/people/channels/{channel.pk}/restore/")
    with acting_as(world.anna.actor()):
        assert [hit.person.pk for hit in search("3331234567")] == [world.people["olena"]]


@pytest.mark.parametrize(
    ("kind", "value"), [("phone", "12"), ("email", "olena@"), ("phone", "\u200f"), ("pigeon", "coo")]
)
def test_nobody_can_be_reached_by_nonsense(
    world: World, browser: Browser, olena: str, kind: str, value: str
) -> None:
    answer = browser(world.anna).post(f"{olena}/channels/", {"kind": kind, "value": value, "is_safe": "yes"})

    assert answer.status_code == 422


def test_a_new_status_of_stay_leaves_the_former_in_the_history(
    world: World, browser: Browser, olena: str
) -> None:
    sent = {"new_id": str(new_id()), "status": "RIF", "document": "permit", "from_on": "2026-10-01"}
    for _time in range(2):
        answer = browser(world.anna).post(f"{olena}/stay/", sent | {"expiry_missing": "being_issued"})
        assert answer.status_code == 302, answer.content.decode()
    with acting_as(world.anna.actor()):
        rows = StayStatus.objects.filter(person=world.people["olena"]).order_by("from_on")
        assert [(row.status_id, row.is_current) for row in rows] == [("TMP", False), ("RIF", True)]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({}, "perché manca"),
        ({"expires_on": "2027-01-01", "expiry_missing": "lost"}, "già una scadenza"),
        ({"expires_on": "2025-01-01", "issued_on": "2026-01-01"}, "prima di essere rilasciato"),
        ({"expires_on": "31/02/2027"}, "non esiste"),
        ({"expires_on": "2027-01-01", "from_on": "2027-01-01"}, "nel futuro"),
        ({"expires_on": "2027-01-01", "status": "XXX"}, "valida"),
    ],
)
def test_a_status_of_stay_that_cannot_be_is_said(
    world: World, browser: Browser, olena: str, changed: dict[str, str], sentence: str
) -> None:
    sent = {"status": "RIF", "document": "permit", "from_on": "2026-10-01", "questura": "Genova", **changed}
    answer = browser(world.anna).post(f"{olena}/stay/", sent)

    assert answer.status_code == 422 and sentence in answer.content.decode()
    assert 'value="Genova"' in answer.content.decode()


def test_a_privacy_notice_is_recorded_once(world: World, browser: Browser, olena: str) -> None:
    sent = {"new_id": str(new_id()), "version": "2026-1", "language": "uk", "how": "read_aloud"}
    for _time in range(2):
        assert browser(world.bruno).post(f"{olena}/notice/", sent).status_code == 302
    with acting_as(world.anna.actor()):
        notice = PrivacyNotice.objects.get(person=world.people["olena"])
        assert notice.delivered_by.name == "Bruno Costa"


@pytest.mark.parametrize("verb", ["withdraw", "restore", "show"])
def test_a_number_of_another_partner_does_not_exist(world: World, browser: Browser, verb: str) -> None:
    with acting_as(world.anna.actor()):
        number = actions.add_identifier(by=world.anna, person=world.person("olena"), kind="stp", value=STP)

    assert browser(world.carla).post(f"/people/numbers/{number.pk}/{verb}/").status_code == 404
    assert browser(world.paola).post(f"/people/numbers/{number.pk}/withdraw/").status_code == 403
