# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Everybody is written to about each thing once, with the entry of their calendar."""

from typing import Any

import pytest
import time_machine
import vobject
from django.core import mail
from django.db import transaction

from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.network.worker import Worker
from lgnet.training.actions import (
    approve,
    call_off,
    call_off_session,
    change_session,
    decline,
    enrol_colleagues,
    lapse_unapproved,
    tell_partner,
    withdraw,
)
from lgnet.training.models import Enrolment, Module
from tests.factories.training import a_module, a_place, a_session_draft, at, sessions_of
from tests.world import World


@pytest.fixture
def told(django_capture_on_commit_callbacks: Any) -> Any:
    """Run the job for the partner of somebody; the letters it sent."""

    def run(*workers: Worker) -> list[Any]:
        before = len(mail.outbox)
        for worker in workers:
            with (
                django_capture_on_commit_callbacks(execute=True),
                acting_as(Actor(DbRole.WORKER, worker.partner_id)),
            ):
                tell_partner(address="https://lgnet.example")
        return list(mail.outbox[before:])

    return run


def an_approved_place(world: World, module: Module) -> Enrolment:
    place = a_place(world.anna, module)
    with acting_as(world.dario.actor()):
        return approve(by=world.dario, enrolment=place)


class Undone(Exception):
    """The transaction is undone."""


def entries(letter: Any) -> Any:
    (name, content, kind) = letter.attachments[0]
    assert name == "lgnet.ics" and kind.startswith("text/calendar")
    return vobject.readOne(content)


def test_who_has_a_place_gets_the_sessions_once(world: World, told: Any) -> None:
    module = a_module(world.ugo, sessions=2)
    a_place(world.anna, module)
    assert told(world.anna) == []  # nobody is promised what the coordinator has not approved

    with acting_as(world.dario.actor()):
        approve(by=world.dario, enrolment=Enrolment.objects.get())
    (letter,) = told(world.anna)
    assert letter.to == ["anna@example.org"] and "hai un posto" in letter.subject
    assert "Incontro 2" in letter.body and "Sala Conferenze" in letter.body
    assert entries(letter).method.value == "REQUEST" and len(entries(letter).vevent_list) == 2
    assert entries(letter).vevent.attendee.value == "MAILTO:anna@example.org"
    assert told(world.anna) == []


def test_a_session_moved_to_another_day_is_told_and_the_place_stays(world: World, told: Any) -> None:
    module = a_module(world.ugo, sessions=2)
    place = an_approved_place(world, module)
    (first,) = told(world.anna)

    with acting_as(world.ugo.actor()):
        session = sessions_of(module)[0]
        change_session(by=world.ugo, session=session, draft=a_session_draft(15))
    (letter,) = told(world.anna)
    (event,) = entries(letter).vevent_list
    assert "nuovo giorno" in letter.subject
    assert event.uid.value == entries(first).vevent_list[0].uid.value and event.sequence.value == "1"
    with acting_as(world.anna.actor()):
        assert Enrolment.objects.get(pk=place.pk).state == "seated"

    with acting_as(world.ugo.actor()):
        call_off_session(by=world.ugo, session=session, reason="Sciopero dei treni")
    (letter,) = told(world.anna)
    assert entries(letter).method.value == "CANCEL" and "Sciopero dei treni" in letter.body
    assert told(world.anna) == []


def test_who_moves_up_is_told_at_another_partner(world: World, told: Any) -> None:
    module = a_module(world.ugo, places=1, needs_approval=False)
    anna = a_place(world.anna, module)
    a_place(world.carla, module)
    assert [one.to for one in told(world.anna, world.carla)] == [["anna@example.org"]]

    with acting_as(world.anna.actor()):
        withdraw(by=world.anna, enrolment=anna)

    (letter,) = told(world.anna, world.carla)
    assert letter.to == ["carla@example.org"] and "hai un posto" in letter.subject


def test_a_session_is_remembered_two_days_before_and_once(world: World, told: Any) -> None:
    module = a_module(world.ugo, sessions=2)
    an_approved_place(world, module)
    told(world.anna)

    with time_machine.travel(at(7, 8), tick=False):
        assert told(world.anna) == []
    with time_machine.travel(at(8, 10), tick=False):
        (letter,) = told(world.anna)
        assert "si avvicina" in letter.subject and "Incontro 1" in letter.body
        assert "Incontro 2" not in letter.body
        assert told(world.anna) == []


def test_who_is_not_approved_reads_why_and_the_place_moves_on(world: World, told: Any) -> None:
    module = a_module(world.ugo, places=1)
    anna, carla = a_place(world.anna, module), a_place(world.carla, module)

    with acting_as(world.dario.actor()):
        decline(by=world.dario, enrolment=anna, reason="In quei giorni serve allo sportello")

    (letter,) = told(world.anna)
    assert "serve allo sportello" in letter.body and not letter.attachments
    with acting_as(world.carla.actor()):
        assert Enrolment.objects.get(pk=carla.pk).state == "seated"


def test_what_nobody_decided_on_lapses_and_the_place_moves_on(world: World, told: Any) -> None:
    module = a_module(world.ugo, places=1)
    a_place(world.anna, module)
    carla = a_place(world.carla, module)

    with time_machine.travel(at(5, 23), tick=False), acting_as(Actor(DbRole.WORKER, world.genova.pk)):
        assert lapse_unapproved() == 0
    with time_machine.travel(at(6, 1), tick=False):
        with acting_as(Actor(DbRole.WORKER, world.genova.pk)):
            assert lapse_unapproved() == 1
        (letter,) = told(world.anna)
        assert "prima della chiusura" in letter.body
    with acting_as(world.carla.actor()):
        assert Enrolment.objects.get(pk=carla.pk).state == "seated"


def test_a_module_that_is_called_off_is_told_to_who_has_a_place_and_to_who_waits(
    world: World, told: Any
) -> None:
    module = a_module(world.ugo, places=1)
    with acting_as(world.dario.actor()):
        enrol_colleagues(by=world.dario, module=module, colleagues=[world.anna.user.pk, world.bruno.user.pk])
    told(world.anna)

    with acting_as(world.ugo.actor()):
        call_off(by=world.ugo, module=module, reason="Fondi spostati")
    letters = {one.to[0]: one for one in told(world.anna)}
    assert set(letters) == {"anna@example.org", "bruno@example.org"}
    assert entries(letters["anna@example.org"]).method.value == "CANCEL"
    assert "Fondi spostati" in letters["bruno@example.org"].body


def test_a_letter_that_was_not_committed_is_not_sent(world: World, told: Any) -> None:
    module = a_module(world.ugo)
    an_approved_place(world, module)

    def undone() -> None:
        with transaction.atomic(), acting_as(Actor(DbRole.WORKER, world.genova.pk)):
            assert tell_partner(address="https://lgnet.example") == 1
            raise Undone

    with pytest.raises(Undone):
        undone()
    assert mail.outbox == []
    assert len(told(world.anna)) == 1
