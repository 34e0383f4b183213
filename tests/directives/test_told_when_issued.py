# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Coordinators get one letter when something is issued: what there is to do, until when, where; nothing else."""

import datetime as dt
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.mail import EmailMessage
from procrastinate.contrib.django.models import ProcrastinateJob

from lgnet.core.clock import today
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.directives import actions
from lgnet.directives.jobs import remind_everybody, tell_issued
from lgnet.directives.models import Directive, Reminder
from tests.factories.directives import a_draft, a_question, issued
from tests.world import World

DUE = dt.date(2026, 12, 10)
Job = Callable[[], list[EmailMessage]]


@pytest.fixture(autouse=True)
def _in_november(settings: Any) -> Iterator[None]:
    settings.PUBLIC_URL = "https://lgnet.example.org/"
    with time_machine.travel("2026-11-25T10:00:00Z", tick=False):
        yield


def told(commits: Any) -> list[EmailMessage]:
    """The letters of the jobs that were put in the queue, each run once more: as after a power cut."""
    mail.outbox.clear()
    with acting_as(Actor(DbRole.WORKER)):
        waiting = ProcrastinateJob.objects.filter(task_name="directives.tell_issued").order_by("id")
        asked = [job.args["directive_id"] for job in waiting]
    for directive_id in (*asked, *asked):
        with commits(execute=True):
            tell_issued(directive_id)
    return list(mail.outbox)


def test_the_coordinator_is_told_once_what_there_is_to_do_and_until_when(
    world: World, django_capture_on_commit_callbacks: Any
) -> None:
    with acting_as(world.ugo.actor()):
        directive = issued(world.ugo, "Turni di agosto", due_on=DUE)

    (letter,) = told(django_capture_on_commit_callbacks)

    assert letter.to == ["dario@example.org"], "Genova has the one coordinator of this world"
    assert letter.subject == "LGNET: la circolare 1/2026 chiede la presa visione"
    assert "Chiede la presa visione entro il 10 dicembre 2026." in letter.body
    assert f"\nhttps://lgnet.example.org/directives/{directive.pk}/\n" in letter.body
    with acting_as(world.ugo.actor()):
        row = Reminder.objects.get(partner=world.genova)
        assert (row.kind, row.letters, row.sent_on) == ("issued", 1, today())
        assert Reminder.objects.count() == 22


def test_nothing_of_what_it_says_and_nobodys_name_travels_by_mail(
    world: World, django_capture_on_commit_callbacks: Any
) -> None:
    with acting_as(world.ugo.actor()):
        a_question(world.ugo, due_on=DUE, text="Il centro di via Prè chiude.")
    letters = told(django_capture_on_commit_callbacks)
    with (
        time_machine.travel("2026-12-10T06:30:00Z", tick=False),
        django_capture_on_commit_callbacks(execute=True),
    ):
        remind_everybody()
    letters += mail.outbox[1:]

    assert len(letters) == 2, "told, and reminded on the day"
    for letter in letters:
        said = f"{letter.subject} {letter.body}"
        for secret in (
            "Posti letto",
            "Quanti?",
            "via Prè",
            "Dario",
            "Ferrando",
            world.ugo.user.name,
            "Genova",
        ):
            assert secret not in said


@pytest.mark.parametrize(
    ("kind", "due_on", "sentence"),
    [
        ("know", None, "ha inviato al tuo partner la circolare 1/2026. La leggi in LGNET:"),
        ("know", DUE, "È da leggere entro il 10 dicembre 2026."),
        ("answer", DUE, "Chiede una risposta entro il 10 dicembre 2026."),
    ],
)
def test_the_letter_asks_what_the_circular_asks(
    world: World, django_capture_on_commit_callbacks: Any, kind: str, due_on: dt.date | None, sentence: str
) -> None:
    with acting_as(world.ugo.actor()):
        if kind == "answer":
            a_question(world.ugo, due_on=due_on)
        else:
            issued(world.ugo, kind=kind, due_on=due_on)

    (letter,) = told(django_capture_on_commit_callbacks)

    assert sentence in letter.body


def test_whom_it_does_not_go_to_and_what_is_over_gets_no_letter(
    world: World, django_capture_on_commit_callbacks: Any
) -> None:
    with acting_as(world.ugo.actor()):
        issued(world.ugo, partners=("torino",))
        actions.withdraw(by=world.ugo, directive=issued(world.ugo), reason="Era sbagliata.")
        a_draft(world.ugo)

    assert told(django_capture_on_commit_callbacks) == []


def test_a_correction_is_something_new_to_read(world: World, django_capture_on_commit_callbacks: Any) -> None:
    with acting_as(world.ugo.actor()):
        first = issued(world.ugo, due_on=DUE)
    assert len(told(django_capture_on_commit_callbacks)) == 1
    with acting_as(world.ugo.actor()):
        again = actions.issue(by=world.ugo, directive=actions.correct(by=world.ugo, directive=first))

    (letter,) = told(django_capture_on_commit_callbacks)

    assert "1/2026 v2" in letter.subject and f"/directives/{again.pk}/" in letter.body


def test_on_the_day_of_the_issue_nobody_is_reminded_as_well(
    world: World, django_capture_on_commit_callbacks: Any
) -> None:
    with acting_as(world.ugo.actor()):
        issued(world.ugo, due_on=today() + dt.timedelta(days=3))

    assert len(told(django_capture_on_commit_callbacks)) == 1
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        remind_everybody()
    assert mail.outbox == []


def test_what_was_never_issued_is_told_to_nobody(world: World) -> None:
    with acting_as(world.ugo.actor()):
        draft = a_draft(world.ugo)
    tell_issued(str(draft.pk))
    tell_issued(str(uuid.uuid4()))

    assert mail.outbox == []
    with acting_as(world.ugo.actor()):
        assert Directive.objects.get().state == "draft" and not Reminder.objects.exists()
