# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Somebody without an account asks for a place, confirms by a link, waits, moves up, cancels, is ticked off."""

import datetime as dt
from collections.abc import Callable

import pytest
import time_machine
from django.core import mail
from django.test import Client

from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.core.rowsecurity import PUBLIC, acting_as
from lgnet.network.worker import Worker
from lgnet.society import queries
from lgnet.society.actions import events, registering, telling
from lgnet.society.links import Purpose, thing_of, token
from lgnet.society.models import Event, EventFeedback, Registration
from tests.factories.network import at_work
from tests.factories.society import (
    as_worker,
    asked,
    confirmed,
    link_in,
    noon,
    posted,
    published,
    stands,
    told,
)
from tests.world import World


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Letters go out at once: a test's transaction is never committed."""
    monkeypatch.setattr("django.db.transaction.on_commit", lambda send, robust=False: send())


def test_a_place_is_asked_for_confirmed_by_the_link_and_told(world: World) -> None:
    event = published(world.dario)
    page = posted(
        f"/it/events/{event.slug}/register/", "society.register",
        name="Marta Riva", email="Marta@Example.net", agree="on",
    )  # fmt: skip
    assert page.status_code == 200 and "Cache-Control" in page.headers
    (letter,) = mail.outbox
    assert letter.to == ["marta@example.net"] and "Porte aperte" in letter.subject

    url = link_in(letter)
    assert b'id="confirm"' in Client().get(url).content  # looking at it confirms nothing
    with acting_as(PUBLIC):
        assert queries.seats([event.pk])[event.pk].seated == 0
    answer = Client().post(url)
    assert answer.status_code == 200
    with acting_as(PUBLIC):
        assert queries.seats([event.pk])[event.pk].seated == 1
    assert Client().post(url).status_code == 200  # followed twice it is one place

    assert told(world.dario) == ["marta@example.net"] and told(world.dario) == []
    with acting_as(world.dario.actor()):
        row = Registration.objects.select_related("event__key").get(event=event)
        assert (row.name, row.email, row.state) == ("Marta Riva", "marta@example.net", "seated")
        assert row.code in mail.outbox[-1].body


def test_who_comes_later_waits_and_moves_up_in_the_order_of_arrival(world: World) -> None:
    event = published(world.dario)
    first, second, third, fourth = (confirmed(event, f"{n}@example.net") for n in range(4))
    assert [stands(one) for one in (first, second, third, fourth)] == [
        "seated",
        "seated",
        "waiting",
        "waiting",
    ]
    with acting_as(PUBLIC):
        ahead = queries.my_registration(fourth)
        assert ahead is not None and ahead.ahead == 1
        assert registering.withdraw(registration=first)
        assert not registering.withdraw(registration=first)
    assert [stands(one) for one in (first, second, third, fourth)] == [
        "cancelled",
        "seated",
        "seated",
        "waiting",
    ]
    assert sorted(told(world.dario)) == ["1@example.net", "2@example.net", "3@example.net"]
    with acting_as(world.dario.actor()):
        gone = Registration.objects.select_related("event__key").get(pk=first)
        assert (gone.name, gone.email) == ("", "")

        wider = events.edit(by=world.dario, event=event, plan=_plan(event, capacity=None))
    assert wider.sequence == 0 and stands(fourth) == "seated"


def _plan(event: Event, **more: object) -> events.Plan:
    text = event.texts.get(language=event.language)
    given = {name: getattr(event, name) for name in events.FIELDS} | more
    return events.Plan(text.title, text.description, **given)


def test_only_a_confirmed_address_takes_a_turn(world: World) -> None:
    event = published(world.dario, capacity=1)
    slow = asked(event, "slow@example.net")
    quick = confirmed(event, "quick@example.net")
    with acting_as(PUBLIC):
        assert registering.confirm(registration=slow)
    assert (stands(quick), stands(slow)) == ("seated", "waiting")


def test_an_address_registers_once_and_only_its_mailbox_learns_that(world: World) -> None:
    event = published(world.dario)
    registration = confirmed(event, "marta@example.net")
    mail.outbox.clear()
    form = {"name": "Altro Nome", "email": "MARTA@example.net", "agree": "on"}
    known = posted(f"/it/events/{event.slug}/register/", "society.register", **form)
    fresh = posted(
        f"/it/events/{event.slug}/register/", "society.register", **form | {"email": "x@example.net"}
    )
    assert known.content == fresh.content
    assert [letter.to for letter in mail.outbox] == [["marta@example.net"], ["x@example.net"]]
    assert thing_of(Purpose.MINE, link_in(mail.outbox[0]).split("/")[-2]) == registration
    with acting_as(world.dario.actor()):
        assert Registration.objects.select_related("event__key").get(pk=registration).name == "Marta Riva"


def test_whoever_cancelled_may_come_back_at_the_end_of_the_line(world: World) -> None:
    event = published(world.dario, capacity=1)
    first, second = confirmed(event, "a@example.net"), confirmed(event, "b@example.net")
    with acting_as(PUBLIC):
        registering.withdraw(registration=first)
    again = confirmed(event, "a@example.net")
    assert (stands(first), stands(second), stands(again)) == ("", "seated", "waiting")


@pytest.mark.parametrize("purpose", [Purpose.SAY, Purpose.LEAVE, Purpose.CONFIRM])
def test_a_link_holds_for_one_purpose_and_for_its_time(world: World, purpose: Purpose) -> None:
    registration = confirmed(published(world.dario), "marta@example.net")
    links = (token(purpose, registration), token(Purpose.MINE, registration)[:-2] + "xx")
    wrong, forged = (Client().get(f"/it/registration/{link}/") for link in links)
    said = [
        page.content.replace(link.encode(), b"") for page, link in zip((wrong, forged), links, strict=True)
    ]
    assert wrong.status_code == forged.status_code == 404 and said[0] == said[1]
    mine = token(Purpose.CONFIRM, registration)
    with time_machine.travel(now() + dt.timedelta(days=4)):
        assert thing_of(Purpose.CONFIRM, mine) is None
        assert Client().get(f"/it/registration/{mine}/confirm/").status_code == 404


def test_the_door_finds_a_code_and_ticks_somebody_off(
    world: World, browser: Callable[[Worker], Client]
) -> None:
    event = published(world.dario)
    registration = confirmed(event, "marta@example.net")
    with acting_as(PUBLIC):
        mine = queries.my_registration(registration)
    assert mine is not None
    page = browser(world.dario).get(f"/society/events/{event.pk}/door/?code={mine.code.lower()}")
    assert page.content.count(b"Marta Riva") == 3 and b'id="came"' in page.content
    browser(world.dario).post(f"/society/registrations/{registration}/came/")
    with acting_as(world.dario.actor()):
        assert Registration.objects.get(pk=registration).came_at is not None
    browser(world.dario).post(f"/society/registrations/{registration}/not-came/")
    with acting_as(world.dario.actor()):
        assert Registration.objects.get(pk=registration).came_at is None


def test_afterwards_whoever_came_says_how_it_was_once_and_without_a_name(world: World) -> None:
    event = published(world.dario)
    registration, absent = confirmed(event, "marta@example.net"), confirmed(event, "b@example.net")
    with acting_as(world.dario.actor()):
        row = Registration.objects.select_related("event").get(pk=registration)
        events.check_in(by=world.dario, registration=row)
    mail.outbox.clear()
    with (
        time_machine.travel(event.ends_at + dt.timedelta(hours=1), tick=False),
        acting_as(world.dario.actor()),
    ):
        events.hold(by=world.dario, event=event, walk_ins=7)
    with time_machine.travel(event.ends_at + dt.timedelta(days=1), tick=False):
        with as_worker(world.dario):
            assert telling.remind_registered() == 1 and telling.remind_registered() == 0
        url = link_in(mail.outbox[0])
        assert mail.outbox[0].to == ["marta@example.net"]
        said = posted(url, "society.say", rating="4", words="Più sedie")
        assert said.status_code == 200
        posted(url, "society.say", rating="1", words="Ancora io")
        with acting_as(PUBLIC):
            assert not registering.say(registration=absent, event=event, rating=1, words="")
    with acting_as(world.dario.actor()):
        (feedback,) = EventFeedback.objects.select_related("event__key")
        assert (feedback.rating, feedback.words, feedback.pk.version) == (4, "Più sedie", 4)


def test_whoever_came_is_asked_also_where_nobody_said_at_once_that_it_took_place(world: World) -> None:
    event = published(world.dario)
    registration = confirmed(event, "marta@example.net")
    with acting_as(world.dario.actor()):
        row = Registration.objects.select_related("event").get(pk=registration)
        events.check_in(by=world.dario, registration=row)
    mail.outbox.clear()
    with time_machine.travel(event.ends_at + dt.timedelta(days=3), tick=False), as_worker(world.dario):
        assert telling.remind_registered() == 1 and telling.remind_registered() == 0
    assert [letter.to for letter in mail.outbox] == [["marta@example.net"]]
    with time_machine.travel(event.ends_at + dt.timedelta(days=5), tick=False), as_worker(world.dario):
        assert telling.remind_registered() == 0


def test_the_day_before_whoever_has_a_place_is_reminded_once(world: World) -> None:
    event = published(world.dario, capacity=1)
    confirmed(event, "a@example.net")
    confirmed(event, "b@example.net")
    mail.outbox.clear()
    with time_machine.travel(event.starts_at - dt.timedelta(hours=20)), as_worker(world.dario):
        assert telling.remind_registered() == 1 and telling.remind_registered() == 0
    assert [letter.to for letter in mail.outbox] == [["a@example.net"]]


def test_whoever_registered_is_told_when_it_moves_and_when_it_is_cancelled(world: World) -> None:
    event = published(world.dario)
    confirmed(event, "a@example.net")
    told(world.dario)
    with acting_as(world.dario.actor()):
        later = _plan(event, starts_at=noon(11), ends_at=noon(11) + dt.timedelta(hours=1))
        assert events.edit(by=world.dario, event=event, plan=later).sequence == 1
    assert told(world.dario) == ["a@example.net"] and "Modificato: Porte aperte" in mail.outbox[-1].subject
    with acting_as(world.dario.actor()):
        events.cancel(by=world.dario, event=event, reason="Lo sciopero dei mezzi")
    assert told(world.dario) == ["a@example.net"] and "Lo sciopero dei mezzi" in mail.outbox[-1].body
    assert told(world.dario) == []


def test_some_days_after_the_event_nobody_knows_who_came_and_the_numbers_stay(world: World) -> None:
    event = published(world.dario, keep_days=7)
    registration = confirmed(event, "marta@example.net")
    confirmed(event, "b@example.net")
    with acting_as(world.dario.actor()):
        row = Registration.objects.select_related("event").get(pk=registration)
        events.check_in(by=world.dario, registration=row)
        key = Event.objects.get(pk=event.pk).key_id
    with time_machine.travel(event.ends_at + dt.timedelta(days=6)), as_worker(world.dario):
        assert telling.forget() == 0
    with time_machine.travel(event.ends_at + dt.timedelta(days=8)), as_worker(world.dario):
        assert telling.forget() == 1 and telling.forget() == 0
    with acting_as(world.dario.actor()):
        known = Event.objects.get(pk=event.pk)
        assert (known.registered_n, known.attended_n, known.key_id) == (2, 1, None) and key is not None
        assert not Registration.objects.filter(event=event).exists()


def test_what_was_never_confirmed_is_forgotten_after_three_days(world: World) -> None:
    event = published(world.dario)
    asked(event, "a@example.net")
    with time_machine.travel(now() + dt.timedelta(days=4)), as_worker(world.dario):
        telling.forget()
        assert not Registration.objects.exists()


def test_a_closed_event_takes_nobody(world: World) -> None:
    event = published(world.dario)
    with time_machine.travel(event.starts_at + dt.timedelta(minutes=1)):
        assert Client().get(f"/it/events/{event.slug}/register/").status_code == 410
    free = published(world.dario, "Festa in piazza", takes_registrations=False, capacity=None)
    assert Client().get(f"/it/events/{free.slug}/register/").status_code == 410


def test_the_stranger_sees_no_list_and_the_colleague_reads_why(
    world: World, browser: Callable[[Worker], Client]
) -> None:
    event = published(world.dario)
    registration = confirmed(event, "marta@example.net")
    torino = at_work(world.torino, "coordinator")
    assert browser(torino).get(f"/society/events/{event.pk}/door/").status_code == 403
    assert browser(torino).post(f"/society/registrations/{registration}/came/").status_code == 404
    assert browser(world.nadia).get(f"/society/events/{event.pk}/door/").status_code == 403
    refused = browser(world.fabio).get(f"/society/events/{event.pk}/door/")
    assert refused.status_code == 403 and "Il tuo ruolo" in refused.content.decode()
    with acting_as(world.anna.actor()), pytest.raises(Refused, match="addetto alla comunicazione"):
        events.cancel(by=world.anna, event=event, reason="x")
