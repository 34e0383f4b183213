# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Calendars as another reader reads them: hours in Rome, moved entries, entries that are struck out."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
import vobject
from django.test import Client
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from lgnet.core.clock import ROME
from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from lgnet.training import calendars
from lgnet.training.actions import approve, call_off_session, change_session
from lgnet.training.models import Module, Session
from tests.factories.training import a_module, a_place, a_session_draft, at, sessions_of
from tests.world import World


def read(content: bytes) -> Any:
    """The calendar by another library."""
    return vobject.readOne(content.decode())


def a_session(starts: dt.datetime, hours: int = 3, **more: Any) -> Session:
    """A session that is in no database."""
    module = Module(code="M1", title="Presa in carico, città e «reti»", state="open")
    ends = starts + dt.timedelta(hours=hours)
    return Session(
        module=module,
        title="Incontro; primo",
        starts_at=starts,
        ends_at=ends,
        mode="presence",
        room="Sala A",
        **more,
    )


@pytest.mark.parametrize(
    ("day", "offset"),
    [("2026-10-24", 2), ("2026-10-26", 1), ("2027-03-27", 1), ("2027-03-29", 2)],
)
def test_hours_stay_hours_in_rome_over_the_change_of_the_clock(day: str, offset: int) -> None:
    starts = dt.datetime.combine(dt.date.fromisoformat(day), dt.time(9), ROME).astimezone(dt.UTC)
    content = calendars.calendar([a_session(starts)])

    event = read(content).vevent
    assert event.dtstart.value == starts and event.dtstart.value.hour == 9
    assert event.dtstart.value.utcoffset() == dt.timedelta(hours=offset)
    assert b"DTSTART;TZID=Europe/Rome" in content and b"BEGIN:VTIMEZONE" in content
    assert event.summary.value == "M1 · Incontro; primo"


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 5 * 365 * 24 * 60))
def test_every_moment_comes_back_as_it_was(minute: int) -> None:
    starts = dt.datetime(2025, 1, 1, tzinfo=dt.UTC) + dt.timedelta(minutes=minute)
    local = starts.astimezone(ROME)
    if local.fold or (local + dt.timedelta(hours=3)).fold:
        return  # the hour that exists twice cannot be told apart by a local time (RFC 5545, 3.3.5)

    event = read(calendars.calendar([a_session(starts)])).vevent

    assert (event.dtstart.value, event.dtend.value) == (starts, starts + dt.timedelta(hours=3))


def entry(browser: Callable[[Worker], Client], who: Worker) -> Any:
    answer = browser(who).get(reverse("training:calendar"))
    assert answer["Content-Type"].startswith("text/calendar")
    return read(answer.content)


def test_a_moved_session_keeps_its_uid_and_counts_its_changes(
    world: World, browser: Callable[[Worker], Client]
) -> None:
    module = a_module(world.ugo)
    place = a_place(world.anna, module)
    with acting_as(world.dario.actor()):
        approve(by=world.dario, enrolment=place)
    before = entry(browser, world.anna).vevent

    with acting_as(world.ugo.actor()):
        session = change_session(by=world.ugo, session=sessions_of(module)[0], draft=a_session_draft(12))
    after = entry(browser, world.anna).vevent
    assert after.uid.value == before.uid.value
    assert int(after.sequence.value) == int(before.sequence.value) + 1
    assert (
        after.dtstart.value - before.dtstart.value == dt.timedelta(days=2)
        or at(12, 9).utcoffset() != at(10, 9).utcoffset()
    )

    with acting_as(world.ugo.actor()):
        call_off_session(by=world.ugo, session=session, reason="Sciopero")
    gone = entry(browser, world.anna).vevent
    assert (gone.status.value, gone.uid.value, int(gone.sequence.value)) == ("CANCELLED", before.uid.value, 2)


def test_a_change_that_is_no_news_counts_as_none(world: World) -> None:
    module = a_module(world.ugo)
    with acting_as(world.ugo.actor()):
        session = sessions_of(module)[0]
        same = a_session_draft(title="Altro titolo", speakers="Prof. Rossi")
        assert change_session(by=world.ugo, session=session, draft=same).sequence == session.sequence


def test_one_meets_only_ones_own_sessions(world: World, browser: Callable[[Worker], Client]) -> None:
    module = a_module(world.ugo, sessions=2)
    a_place(world.anna, module)

    assert len(entry(browser, world.anna).vevent_list) == 2
    assert not hasattr(entry(browser, world.carla), "vevent")
    with time_machine.travel(at(0, 12), tick=False):
        answer = browser(world.carla).get(reverse("training:module_calendar", args=[module.pk]))
    assert len(read(answer.content).vevent_list) == 2
