# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whoever teaches a module marks the open answers of its test, whatever their role; of other tests nothing."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from lgnet.core.authz import Refused
from lgnet.core.rowsecurity import acting_as
from lgnet.examinations import actions
from lgnet.examinations.actions import Mark
from lgnet.examinations.models import Answer, Attempt, Exam
from lgnet.network.worker import Worker
from lgnet.recognition.actions import admit_class, set_award
from tests.factories.examinations import OPEN, SINGLE, an_exam, sat
from tests.factories.recognition import a_completed_module, terms
from tests.world import World

Browser = Callable[[Worker], Client]


def a_test_of_what_paola_teaches(world: World, *people: Worker) -> Exam:
    """Paola of Genova teaches; these people completed the module and sat its test."""
    exam = an_exam(world.nadia, SINGLE, OPEN, for_everybody=False)
    module = a_completed_module(world, *people)
    with acting_as(world.ugo.actor()):
        set_award(by=world.ugo, module=module, terms=terms(exam=exam))
        admit_class(by=world.ugo, module=module)
    return exam


def test_the_trainer_marks_also_whom_another_partner_sent(world: World, browser: Browser) -> None:
    exam = a_test_of_what_paola_teaches(world, world.carla)
    waiting = sat(world.carla, exam)
    assert waiting.state == "marking"
    paola = browser(world.paola)

    assert "Da correggere" in paola.get("/tests/").content.decode()
    assert exam.title in paola.get("/tests/marking/").content.decode()
    page = paola.get(f"/tests/attempts/{waiting.pk}/mark/").content.decode()
    assert "Ho ascoltato." in page and "Carla Bianchi" not in page
    with acting_as(world.paola.actor()):
        position = Answer.objects.get(attempt=waiting, asked__kind="text").position
    assert paola.post(f"/tests/attempts/{waiting.pk}/mark/", {f"points{position}": "4"}).status_code == 302

    with acting_as(world.carla.actor()):
        done = Attempt.objects.get()
    assert (done.state, done.passed) == ("done", True)
    assert paola.get("/tests/marking/").status_code == 403, "nothing waits for a local trainer any more"


def test_who_teaches_something_else_sees_no_attempt(world: World, browser: Browser) -> None:
    taught = a_test_of_what_paola_teaches(world, world.carla)
    other = an_exam(world.nadia, OPEN, code="t2")
    theirs, elsewhere = sat(world.carla, taught), sat(world.anna, other)

    with acting_as(world.paola.actor()):
        assert set(Attempt.objects.values_list("pk", flat=True)) == {theirs.pk}
    for worker in (world.bruno, world.dario):
        assert browser(worker).get(f"/tests/attempts/{theirs.pk}/mark/").status_code == 404
    assert browser(world.paola).get(f"/tests/attempts/{elsewhere.pk}/mark/").status_code == 404
    assert Client().get(f"/tests/attempts/{theirs.pk}/mark/").status_code == 302


def test_an_attempt_under_way_is_nobodys_to_read(world: World) -> None:
    exam = a_test_of_what_paola_teaches(world, world.carla)
    with acting_as(world.carla.actor()):
        actions.begin(by=world.carla, exam=exam)
    with acting_as(world.paola.actor()):
        assert not Attempt.objects.exists() and not Answer.objects.exists()


def test_a_trainer_writes_marks_and_no_answers_of_their_own_making(world: World) -> None:
    exam = a_test_of_what_paola_teaches(world, world.carla)
    waiting = sat(world.carla, exam)
    paola = world.paola.actor()

    with acting_as(paola), pytest.raises(DatabaseError, match="stay with"), transaction.atomic():
        Attempt.objects.filter(pk=waiting.pk).update(colleague=world.paola.user.pk)
    with acting_as(world.paola.actor()):
        answer = Answer.objects.select_related("asked").get(attempt=waiting, asked__kind="text")
        actions.mark(by=world.paola, attempt=waiting, marks={answer.position: Mark(4)})
        with pytest.raises(Refused, match="nulla da"):
            actions.mark(by=world.paola, attempt=waiting, marks={answer.position: Mark(0)})


def test_nobody_marks_their_own(world: World, browser: Browser) -> None:
    exam = a_test_of_what_paola_teaches(world, world.paola)
    own = sat(world.paola, exam)

    answer = browser(world.paola).get(f"/tests/attempts/{own.pk}/mark/")
    assert answer.status_code == 403 and "Nessuno corregge" in answer.content.decode()
