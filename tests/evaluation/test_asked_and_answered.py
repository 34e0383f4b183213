# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""When a module ends, whoever was there is asked whether it was useful; an answer counts once."""

from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse

from lgnet.core.authz import Refused
from lgnet.core.rowsecurity import acting_as
from lgnet.evaluation.actions import answer
from lgnet.evaluation.jobs import run_surveys
from lgnet.evaluation.models import Invitation, Survey
from lgnet.evaluation.queries.results import Turnout, turnout
from lgnet.network.worker import Worker
from tests.factories.evaluation import END, answered, asked, closed, marks
from tests.factories.recognition import a_completed_module
from tests.factories.training import at
from tests.world import World

Browser = Callable[[Worker], Client]


def mine(worker: Worker) -> Invitation:
    with acting_as(worker.actor()):
        return Invitation.objects.select_related("survey__module").get()


def sent(**more: Any) -> dict[str, Any]:
    return {f"q{n}": str(mark) for n, mark in enumerate(marks(), start=1)} | {"words": ""} | more


def test_the_survey_opens_when_the_last_session_has_ended(
    world: World, django_capture_on_commit_callbacks: Any
) -> None:
    module = a_completed_module(world, world.anna, world.bruno)
    with time_machine.travel(at(END, 11), tick=False):
        run_surveys()  # it lasts until noon
        with acting_as(world.ugo.actor()):
            assert not Survey.objects.exists()
    with (
        time_machine.travel(at(END, 13), tick=False),
        django_capture_on_commit_callbacks(execute=True),
    ):
        assert run_surveys() == (0, 1, 2)
        assert run_surveys() == (0, 0, 0), "nobody is asked twice"

    letters = {letter.to[0]: letter for letter in mail.outbox if "due minuti" in letter.subject}
    assert set(letters) == {"anna@example.org", "bruno@example.org"}
    assert str(mine(world.anna).pk) in letters["anna@example.org"].body
    assert mine(world.anna).survey.module == module


def test_who_was_absent_is_not_asked(world: World) -> None:
    a_completed_module(world, world.anna, minutes=0)
    with time_machine.travel(at(END, 13), tick=False):
        assert run_surveys() == (0, 1, 0)


def test_an_answer_counts_once(world: World) -> None:
    _module, survey = asked(world, world.anna, world.bruno)

    assert answered(world.anna, survey)
    assert not answered(world.anna, survey)

    with acting_as(world.ugo.actor()):
        found = turnout([survey.pk])
    assert found == {(survey.pk, None): Turnout(2, 1), (survey.pk, world.genova.pk): Turnout(2, 1)}


def test_two_windows_that_read_the_same_invitation_write_one_answer(world: World) -> None:
    _module, _survey = asked(world, world.anna)
    with time_machine.travel(at(END + 2, 9), tick=False), acting_as(world.anna.actor()):
        first, second = (Invitation.objects.select_related("survey").get() for _window in "12")
        assert answer(by=world.anna, invitation=first, marks=marks())
        assert not answer(by=world.anna, invitation=second, marks=marks())


def test_the_page_keeps_what_was_typed_and_takes_the_answer_once(world: World, browser: Browser) -> None:
    asked(world, world.anna)
    address = reverse("evaluation:answer", args=[mine(world.anna).pk])
    with time_machine.travel(at(END + 2, 9)):
        anna = browser(world.anna)
        assert b"Anonimo" in anna.get(address).content
        page = anna.post(address, sent(q1="", words="Il lavoro di gruppo."))
        assert page.status_code == 422 and "Il lavoro di gruppo." in page.content.decode()
        assert "Scegli un numero" in page.content.decode()

        page = anna.post(address, sent(words="Il lavoro di gruppo."), follow=True)
        assert "nessuno può capire quale sia" in page.content.decode()
        page = anna.post(address, sent(), follow=True)
        assert "conta una volta sola" in page.content.decode()
        assert "La tua risposta è arrivata" in anna.get(address).content.decode()


def test_words_that_tell_who_somebody_is_are_shown_before_they_are_sent(
    world: World, browser: Browser
) -> None:
    _module, _survey = asked(world, world.anna)
    address = reverse("evaluation:answer", args=[mine(world.anna).pk])
    words = "Ho aiutato Mamadou Diallo, telefono 347 1234567."
    with time_machine.travel(at(END + 2, 9)):
        anna = browser(world.anna)
        page = anna.post(address, sent(words=words))
        assert page.status_code == 422 and b"<mark" in page.content
        assert not mine(world.anna).answered

        seal = page.context["page"].form["guard_seal"].value()
        changed = anna.post(address, sent(words=words + " Ancora.", guard_seal=seal, is_sure="on"))
        assert changed.status_code == 422, "one stands by the words that one was warned of, not by others"
        assert anna.post(address, sent(words=words, guard_seal=seal, is_sure="on")).status_code == 302
    assert mine(world.anna).answered


def test_after_the_last_day_nothing_is_taken(world: World) -> None:
    _module, survey = asked(world, world.anna)
    closed(survey)
    with acting_as(world.anna.actor()):
        invitation = Invitation.objects.select_related("survey").get()
        with pytest.raises(Refused, match="chius"):
            answer(by=world.anna, invitation=invitation, marks=marks())


def test_an_invitation_is_whose_it_is(world: World, browser: Browser) -> None:
    asked(world, world.anna)
    address = reverse("evaluation:answer", args=[mine(world.anna).pk])

    assert browser(world.carla).get(address).status_code == 404
    assert browser(world.dario).get(address).status_code == 404  # not even their coordinator's
    page = browser(world.nadia).get(address)
    assert page.status_code == 403
    assert Client().get(address).status_code == 302
    invitation = mine(world.anna)
    with acting_as(world.bruno.actor()), pytest.raises(Refused, match="Solo chi"):
        answer(by=world.bruno, invitation=invitation, marks=marks())
