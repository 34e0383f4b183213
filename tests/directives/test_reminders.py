# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Coordinators are reminded three days before, on the day and weekly after, once a day, and only who is late."""

import datetime as dt
from typing import Any

import pytest
import time_machine
from django.core import mail
from hypothesis import given
from hypothesis import strategies as st

from lgnet.core.clock import today
from lgnet.core.rowsecurity import acting_as
from lgnet.directives import actions
from lgnet.directives.jobs import remind_everybody
from lgnet.directives.models import Directive, Reminder
from lgnet.directives.queries import is_reminding_day
from tests.factories.directives import issued
from tests.world import World


def reminded(django_capture_on_commit_callbacks: Any) -> list[Any]:
    """The letters of one run of the job."""
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        remind_everybody()
    return list(mail.outbox)


@pytest.mark.parametrize(
    ("days", "sent"), [(-4, 0), (-3, 1), (-1, 0), (0, 1), (1, 0), (7, 1), (8, 0), (14, 1)]
)
def test_on_these_days_and_no_other(
    world: World, settings: Any, django_capture_on_commit_callbacks: Any, days: int, sent: int
) -> None:
    settings.PUBLIC_URL = "https://lgnet.example.org/"
    with acting_as(world.ugo.actor()):
        directive = issued(world.ugo)
    assert directive.due_on is not None

    with time_machine.travel(
        dt.datetime.combine(directive.due_on, dt.time(9), dt.UTC) + dt.timedelta(days=days)
    ):
        letters = reminded(django_capture_on_commit_callbacks)
        again = reminded(django_capture_on_commit_callbacks)

    assert len(letters) == sent and not again, "Genova has the one coordinator; twice a day sends once"
    for letter in letters:
        assert letter.to == ["dario@example.org"] and directive.code in letter.subject
        assert f"\nhttps://lgnet.example.org/directives/{directive.pk}/\n" in letter.body


def test_where_the_platform_has_no_address_the_letter_says_where_to_look(
    world: World, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    settings.PUBLIC_URL = ""
    with acting_as(world.ugo.actor()):
        directive = issued(world.ugo)
    assert directive.due_on is not None

    with time_machine.travel(dt.datetime.combine(directive.due_on, dt.time(9), dt.UTC)):
        (letter,) = reminded(django_capture_on_commit_callbacks)

    assert "in LGNET, sotto Circolari" in letter.body and "http" not in letter.body


def test_whoever_has_done_it_is_left_in_peace(world: World, django_capture_on_commit_callbacks: Any) -> None:
    with acting_as(world.ugo.actor()):
        directive = issued(world.ugo, due_on=today() + dt.timedelta(days=3))
        closed = issued(world.ugo, due_on=today() + dt.timedelta(days=3))
        actions.close(by=world.ugo, directive=closed)
    with acting_as(world.dario.actor()):
        actions.note(by=world.dario, directive=directive)

    assert reminded(django_capture_on_commit_callbacks) == []


def test_the_nation_sees_that_somebody_was_reminded(
    world: World, django_capture_on_commit_callbacks: Any
) -> None:
    with acting_as(world.ugo.actor()):
        issued(world.ugo, due_on=today() + dt.timedelta(days=3))
    reminded(django_capture_on_commit_callbacks)

    with acting_as(world.ugo.actor()):
        assert Reminder.objects.get(partner=world.genova).letters == 1
        assert Reminder.objects.count() == 22
        assert Directive.objects.get().is_open


@given(due=st.dates(dt.date(2024, 1, 1), dt.date(2030, 1, 1)), ahead=st.integers(-40, 40))
def test_the_rule_as_people_say_it(due: dt.date, ahead: int) -> None:
    day = due + dt.timedelta(days=ahead)
    weeks = {due + dt.timedelta(weeks=n) for n in range(8)}

    assert is_reminding_day(due, day) == (day in weeks or day == due - dt.timedelta(days=3))
    assert not is_reminding_day(None, day)
