# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""From "who is it?" to a registered person: nobody twice by a slip, nothing typed lost, nothing invented."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from lgnet.core.ids import new_id
from lgnet.core.models import AuditEntry
from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from lgnet.people.identity import Identity
from lgnet.people.models import Person
from lgnet.people.pages.addresses import file_url, handed_on, known_of, way_on
from lgnet.people.queries import search
from tests.people.pages import lookup, registration
from tests.world import World

Browser = Callable[[Worker], Client]
NEW, FORM = "/people/new/", "/people/new/form/"
MAMADOU = {"given_name": "Mamadou", "family_name": "Jallow", "birth_day": "12", "birth_month": "5"}
MAMADOU |= {"birth_year": "1998"}


def people_of(worker: Worker) -> int:
    with acting_as(worker.actor()):
        return Person.objects.count()


def the_only_hit(worker: Worker, typed: str) -> Person:
    with acting_as(worker.actor()):
        hits = search(typed)
        assert len(hits) == 1
        Identity.of(hits[0].person)  # decrypts while somebody acts
        return hits[0].person


def test_before_registering_the_likely_matches_are_shown_with_reasons(world: World, browser: Browser) -> None:
    page = browser(world.bruno).post(NEW, lookup(**MAMADOU)).content.decode()

    assert "Mamadou Diallo" in page and "stessa data di nascita" in page and "Quasi certamente" in page
    assert page.index("Mamadou Diallo") < page.index("Registra una nuova persona")


def test_a_name_alone_already_shows_who_bears_it(world: World, browser: Browser) -> None:
    page = browser(world.bruno).post(NEW, lookup(given_name="Youssef")).content.decode()

    assert "Yusuf" in page


def test_while_typing_only_the_matches_travel(world: World, browser: Browser) -> None:
    typed = {**lookup(given_name="Mamadou"), "birth_day": "3"}
    answer = browser(world.bruno).post(NEW, typed, headers={"HX-Request": "true"})

    assert answer.status_code == 200 and "<html" not in answer.content.decode()


def test_looking_for_nothing_says_what_is_needed(world: World, browser: Browser) -> None:
    answer = browser(world.bruno).post(NEW, lookup(given_name="\u200b \u202e"))

    assert answer.status_code == 422 and "ne basta uno" in answer.content.decode()


def test_the_form_is_filled_with_what_was_typed(world: World, browser: Browser) -> None:
    typed = lookup(given_name="Fatou", family_name="Ndiaye", birth_year="1999", phone="3391234567",
                   number="PRVMDA94E12Z317J")  # fmt: skip
    page = browser(world.bruno).post(FORM, typed).content.decode()

    for value in ("Fatou", "Ndiaye", "1999", "3391234567", "PRVMDA94E12Z317J"):
        assert f'value="{value}"' in page
    assert '<option value="tax_code" selected>' in page


def test_nothing_typed_while_looking_has_to_be_typed_again(world: World, browser: Browser) -> None:
    client = browser(world.bruno)
    looked = client.post(NEW, lookup(**MAMADOU, phone="3391234567")).content.decode()
    begin = looked[looked.index("people-begin") :]
    sent = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', begin))

    page = client.post(FORM, sent).content.decode()

    for value in (*MAMADOU.values(), "3391234567"):
        assert f'value="{value}"' in page, value
    assert "Perché è un’altra persona?" in page and "Mamadou Diallo" in page


def test_one_name_is_enough(world: World, browser: Browser) -> None:
    answer = browser(world.bruno).post(FORM, registration(given_name="Ибрагим"))

    person = the_only_hit(world.bruno, "Ибрагим")
    assert answer.status_code == 302 and answer["Location"] == file_url(person.pk)
    assert person.birth_date is None and person.sex == ""


def test_everything_known_at_the_desk_is_written_at_once(world: World, browser: Browser) -> None:
    sent = registration(
        given_name="Amadou", family_name="Prova", sex="M", birth_day="12", birth_month="5", birth_year="1994",
        citizenships_0="SN", languages_0="wo", languages_1="fr", needs_interpreter="on",
    )  # fmt: skip
    sent |= {"number-kind": "tax_code", "number-value": "prv mda 94e12 z317j", "channel-value": "333 1234567"}
    sent |= {
        "channel-is_safe": "no",
        "stay-status": "SPE",
        "stay-document": "permit",
        "stay-from_on": "2026-01-02",
    }
    sent |= {"stay-expires_on": "2028-01-02", "notice-version": "2026-1", "notice-language": "wo"}
    answer = browser(world.anna).post(FORM, sent | {"notice-how": "interpreter"})

    assert answer.status_code == 302, answer.content.decode()
    with acting_as(world.anna.actor()):
        person = the_only_hit(world.anna, "PRVMDA94E12Z317J")
        assert [n.value for n in person.identifiers.select_related("person__key")] == ["PRVMDA94E12Z317J"]
        assert person.channels.get().is_safe is False
        assert person.stay_statuses.get().status_id == "SPE"
        assert person.notices.get().language == "wo"
        assert person.citizenships == ["SN"] and person.languages == ["wo", "fr"]


def test_an_almost_certain_match_asks_why_it_is_another_person(world: World, browser: Browser) -> None:
    before, client, sent = people_of(world.bruno), browser(world.bruno), registration(**MAMADOU)

    refused = client.post(FORM, sent)
    assert refused.status_code == 422 and people_of(world.bruno) == before
    assert "Mamadou Diallo" in refused.content.decode() and 'value="Jallow"' in refused.content.decode()

    accepted = client.post(FORM, sent | {"another_because": "namesake"})
    assert accepted.status_code == 302 and people_of(world.bruno) == before + 1
    with acting_as(world.bruno.actor()):
        entry = AuditEntry.objects.get(subject_id=sent["new_id"], event="person.registered")
    assert json.loads(entry.detail) == {
        "another_because": "namesake", "not_these": [str(world.people["mamadou"])],
    }  # fmt: skip


def test_a_form_sent_twice_registers_one_person(world: World, browser: Browser) -> None:
    before, client, sent = people_of(world.bruno), browser(world.bruno), registration(given_name="Fatou")

    first, second = client.post(FORM, sent), client.post(FORM, sent)

    assert first["Location"] == second["Location"] and people_of(world.bruno) == before + 1


def test_a_tax_code_that_disagrees_warns_and_changes_nothing(world: World, browser: Browser) -> None:
    sent = registration(given_name="Amadou", family_name="Prova", sex="F", birth_year="1990", birth_month="1")
    sent |= {"birth_day": "1", "number-kind": "tax_code", "number-value": "PRVMDA94E12Z317J"}
    client = browser(world.bruno)

    assert client.post(FORM, sent).status_code == 302
    page = client.get("/people/").content.decode()
    assert "Nel codice fiscale il sesso è diverso." in page and "12/05/1994" in page
    assert the_only_hit(world.bruno, "PRVMDA94E12Z317J").sex == "F"


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "no name": ({"family_name": "\u200b"}, "Scrivi almeno un nome"),
    "overlong": ({"given_name": "a" * 151}, "150"),
    "null": ({"given_name": "a", "birth_place": "x" * 9000}, "150"),
    "impossible day": ({"birth_day": "31", "birth_month": "4", "birth_year": "1990"}, "31/4/1990 non esiste"),
    "day alone": ({"birth_day": "31", "birth_year": "1990"}, "aggiungi il mese"),
    "letters": ({"birth_year": "millenovecento"}, "sono numeri"),
    "future": ({"birth_year": "2999"}, "quattro cifre"),
    "both": ({"birth_year": "1990", "birth_sure": "unknown"}, "solo una delle due"),
    "estimate": ({"birth_sure": "estimated"}, "anno stimato"),
    "country": ({"birth_country": "ZZ"}, "ZZ"),
    "citizenship": ({"citizenships_0": "<b>"}, "Scegli dall’elenco"),
    "stateless": ({"citizenships_0": "SN", "is_stateless": "on"}, "apolide"),
    "sex": ({"sex": "X"}, "X"),
    "id": ({"new_id": "17"}, "UUID"),
    "tax code": ({"number-kind": "tax_code", "number-value": "PRVMDA94E12Z317X"}, "ultima lettera"),
    "kind": ({"number-value": "AA123"}, "obbligatorio"),
    "phone": ({"channel-value": "12"}, "almeno sette cifre"),
    "expiry": (
        {"stay-status": "SPE", "stay-document": "permit", "stay-from_on": "2026-01-02"},
        "perché manca",
    ),
    "status": ({"stay-status": "NONE", "stay-document": "permit", "stay-from_on": "2026-01-02"}, "valida"),
    "notice": ({"notice-version": "1"}, "obbligatorio"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_is_said_and_nothing_typed_is_lost(world: World, browser: Browser, name: str) -> None:
    wrong, sentence = WRONG[name]
    before, sent = (
        people_of(world.bruno),
        registration(known_as="Zio Carlo", **{"given_name": "Fatou"} | wrong),
    )
    if name == "no name":
        sent |= {"given_name": "", "known_as": ""}

    answer = browser(world.bruno).post(FORM, sent)

    page = answer.content.decode()
    assert answer.status_code == 422 and sentence in page, sentence
    assert people_of(world.bruno) == before
    for key, value in sent.items():
        if (
            key in {"known_as", "birth_day", "birth_year", "number-value", "channel-value", "birth_place"}
            and value
        ):
            assert f'value="{value}"' in page, key


def test_whoever_sent_for_a_registration_gets_the_person(world: World, browser: Browser) -> None:
    assert handed_on("") == handed_on("/evil") == "" and known_of("/evil") == {}

    sent = registration(given_name="Fatou", next="https://example.org:forged")
    assert "example.org" not in browser(world.bruno).post(FORM, sent)["Location"]


def test_a_registration_for_a_contact_begins_with_what_was_seen_and_leads_on_to_tie_it(
    world: World, browser: Browser
) -> None:
    client, contact = browser(world.bruno), new_id()
    way = way_on(f"/outreach/{contact}/tie/", sex="F", language="ti")
    page = client.get(NEW, {"next": way}).content.decode()
    assert f'name="next" value="{way}"' in page

    begun = client.post(FORM, lookup(given_name="Fatou") | {"next": way}).content.decode()
    assert re.search(r'value="F"[^>]* checked', begun) and '<option value="ti" selected>' in begun
    sent = registration(given_name="Fatou", next=way)
    answer = client.post(FORM, sent)

    assert answer["Location"] == f"/outreach/{contact}/tie/?person={sent['new_id']}"
