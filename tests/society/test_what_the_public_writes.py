# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A neighbour offers a flat, somebody complains: a number, a secret code, an answer by a day; nobody else reads it."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.test import Client

from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from lgnet.society.actions import friends, messages, telling
from lgnet.society.models import Friend, Message
from tests.factories.network import at_work
from tests.factories.society import a_friend, as_worker, posted, written
from tests.world import World

OFFER = {
    "kind": "home", "partner": "genova", "words": "Ho un bilocale.", "name": "Piero", "email": "p@example.net",
    "phone": "", "agree": "on",
}  # fmt: skip


@pytest.fixture(autouse=True)
def at_once(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Letters go out at once: a test's transaction is never committed."""
    monkeypatch.setattr("django.db.transaction.on_commit", lambda send, robust=False: send())


def status(number: str, secret: str) -> Any:
    """What the sender reads."""
    return posted("/it/feedback/answer/", "society.status", number=number, secret=secret)


def test_a_neighbour_offers_a_flat_and_reads_the_answer_with_number_and_code(
    world: World, browser: Callable[[Worker], Client]
) -> None:
    page = posted("/it/offers/", "society.offer", **OFFER).content.decode()
    number, secret = (
        page.split(f'id="{name}"')[1].split(">")[1].split("<")[0] for name in ("number", "secret")
    )
    assert number.startswith("L-") and number in mail.outbox[0].body
    with acting_as(world.dario.actor()):
        message = Message.objects.select_related("key").get(number=number)
        assert (message.words, message.name, message.state) == ("Ho un bilocale.", "Piero", "new")
    assert "aspetta di essere letto" in status(number, secret).content.decode()

    dario = browser(world.dario)
    assert "Ho un bilocale." in dario.get(f"/society/inbox/{message.pk}/").content.decode()
    dario.post(f"/society/inbox/{message.pk}/take-up/")
    mail.outbox.clear()
    dario.post(f"/society/inbox/{message.pk}/answer/", {"words": "Grazie! La chiamiamo giovedì."})
    assert "giovedì" in status(number.lower(), secret).content.decode()
    read_aloud = secret.replace("-", " ").replace("0", "O").replace("1", "l")
    assert "giovedì" in status(number.replace("-", ""), read_aloud).content.decode()
    (letter,) = mail.outbox
    assert letter.to == ["p@example.net"] and "giovedì" not in letter.body

    dario.post(f"/society/inbox/{message.pk}/reopen/")
    assert "se ne sta occupando" in status(number, secret).content.decode()


def test_a_wrong_code_and_a_number_that_is_none_get_the_same_answer(world: World) -> None:
    message, receipt = written(world.dario)
    wrong = status(message.number, "K-0000-0000")
    unknown = status("L-0000-0000", receipt.secret)
    assert wrong.status_code == unknown.status_code == 404
    plain = [
        page.content.decode().replace(message.number, "N").replace("L-0000-0000", "N")
        for page in (wrong, unknown)
    ]
    said = [page.split("<form")[0] for page in plain]
    assert said[0] == said[1] and "insieme questo numero" in said[0]


def test_whoever_guesses_codes_is_stopped_within_the_hour(world: World) -> None:
    message, receipt = written(world.dario)
    answers = [status(message.number, f"K-0000-{n:04}").status_code for n in range(21)]
    assert answers[0] == 404 and answers[-1] == 429
    assert status(message.number, receipt.secret).status_code == 429


def test_a_complaint_needs_no_name_and_an_offer_needs_a_way_to_call_back(world: World) -> None:
    nobody = OFFER | {"kind": "complaint", "name": "", "email": ""}
    assert posted("/ar/feedback/", "society.voice", **nobody).status_code == 200
    refused = posted("/it/offers/", "society.offer", **OFFER | {"email": ""})
    assert refused.status_code == 422 and "richiamarti" in refused.content.decode()
    assert "Ho un bilocale." in refused.content.decode()
    with acting_as(world.dario.actor()):
        message = Message.objects.select_related("key").get()
        assert (message.kind, message.language, message.email) == ("complaint", "ar", "")


@pytest.mark.parametrize(
    "spam",
    [
        {"website": "https://casino.example"},
        {"stamp": "x"},
        {"words": "x" * 4001},
        {"partner": "interno"},
        {"agree": ""},
    ],
)
@pytest.mark.parametrize(
    ("url", "name"), [("/it/offers/", "society.offer"), ("/zh/feedback/", "society.voice")]
)
def test_what_is_no_message_is_not_taken_and_what_was_typed_stays(
    world: World, url: str, name: str, spam: dict[str, str]
) -> None:
    kind = "home" if name == "society.offer" else "feedback"
    answer = posted(url, name, **(OFFER | {"kind": kind} | spam))
    assert answer.status_code == 422 and "Piero" in answer.content.decode()
    with acting_as(world.dario.actor()):
        assert not Message.objects.exists()


def test_one_connection_sends_six_an_hour(world: World) -> None:
    answers = [posted("/it/offers/", "society.offer", **OFFER).status_code for _ in range(7)]
    assert answers == [200] * 6 + [429]


def test_who_answers_is_told_what_came_and_the_coordinator_what_is_late(world: World) -> None:
    officer = at_work(world.genova, "communications_officer")
    message, _receipt = written(world.dario, "complaint")
    mail.outbox.clear()
    with as_worker(world.dario):
        assert telling.tell_inbox(address="https://lgnet.example") == 2
        assert telling.tell_inbox(address="https://lgnet.example") == 0
    assert {letter.to[0] for letter in mail.outbox} == {world.dario.user.email, officer.user.email}
    assert "bilocale" not in mail.outbox[0].body
    mail.outbox.clear()
    with time_machine.travel(message.due_at + dt.timedelta(hours=1)), as_worker(world.dario):
        assert telling.tell_inbox(address="") == 1
    assert [letter.to[0] for letter in mail.outbox] == [world.dario.user.email]
    with acting_as(world.dario.actor()):
        assert Message.objects.get().escalated_at is not None


def test_two_years_after_the_answer_the_words_are_gone_and_the_number_stays(world: World) -> None:
    message, receipt = written(world.dario)
    with acting_as(world.dario.actor()):
        messages.answer(by=world.dario, message=message, words="Grazie")
    with time_machine.travel(now() + dt.timedelta(days=735)):
        with as_worker(world.dario):
            assert telling.forget() == 1 and telling.forget() == 0
        with acting_as(world.dario.actor()):
            kept = Message.objects.select_related("key").get()
            assert (kept.words, kept.name, kept.answer, kept.number) == ("", "", "", message.number)
        assert status(message.number, receipt.secret).status_code == 200


def test_it_is_closed_without_an_answer_only_with_a_reason(world: World) -> None:
    message, _receipt = written(world.dario)
    with acting_as(world.dario.actor()):
        with pytest.raises(Refused, match="perché"):
            messages.close(by=world.dario, message=message, reason=" ")
        assert messages.close(by=world.dario, message=message, reason="Pubblicità").state == "closed"
        with pytest.raises(Refused, match="prima riaprilo"):
            messages.answer(by=world.dario, message=message, words="x")


def test_an_owner_becomes_a_contact_with_consent_never_a_person_in_charge(
    world: World, browser: Callable[[Worker], Client]
) -> None:
    message, _receipt = written(world.dario)
    dario = browser(world.dario)
    begun = dario.get(f"/society/friends/new/?message={message.pk}").content.decode()
    assert "Piero Lanza" in begun and 'value="owner" selected' in begun
    given = {
        "kind": "owner", "name": "Piero Lanza", "phone": "010 1", "purposes": "homes", "consent_on": "2026-01-02",
        "consent_how": "al telefono",
    }  # fmt: skip
    assert dario.post(f"/society/friends/new/?message={message.pk}", given).status_code == 302
    with acting_as(world.dario.actor()):
        friend = Friend.objects.select_related("key").get()
        assert friend.name == "Piero Lanza" and friend.messages.get() == message
    assert "Piero Lanza" in dario.get("/society/friends/?kind=owner").content.decode()


def test_whoever_withdraws_consent_is_forgotten_for_ever(world: World) -> None:
    friend = a_friend(world.dario)
    with acting_as(world.dario.actor()):
        friends.withdraw(by=world.dario, friend=friend)
        gone = Friend.objects.select_related("key").get()
        assert (gone.name, gone.email, gone.key.wrapped) == ("", "", None)
        with pytest.raises(Refused, match="già revocato"):
            friends.withdraw(by=world.dario, friend=gone)


def test_the_stranger_finds_nothing_the_nation_only_numbers_and_the_colleague_reads_why(
    world: World, browser: Callable[[Worker], Client]
) -> None:
    message, _receipt = written(world.dario)
    torino = browser(at_work(world.torino, "coordinator"))
    assert torino.get(f"/society/inbox/{message.pk}/").status_code == 404
    assert torino.post(f"/society/inbox/{message.pk}/answer/", {"words": "x"}).status_code == 404
    nation = browser(world.nadia).get("/society/inbox/").content.decode()
    assert "Genova" in nation and message.number not in nation
    assert browser(world.nadia).get(f"/society/inbox/{message.pk}/").status_code == 403
    assert browser(world.anna).get(f"/society/inbox/{message.pk}/").status_code == 403
    with acting_as(world.anna.actor()), pytest.raises(Refused, match="addetto alla comunicazione"):
        messages.answer(by=world.anna, message=message, words="Grazie")


def test_a_city_of_a_former_edition_is_offered_to_nobody(world: World) -> None:
    page = Client().get("/it/offers/").content.decode()

    assert ">Genova<" in page
    assert (
        "Catania" not in page and "Agrigento" not in page
    )  # they took part in LGNetEA; nobody there would answer
