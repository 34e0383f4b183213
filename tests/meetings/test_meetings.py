# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A meeting is called, colleagues enrol while there are places, it is reported, and its decisions become tasks."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.core import mail
from django.db import DatabaseError, transaction
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from lgnet.core.authz import Refused
from lgnet.core.clock import now, today
from lgnet.core.rowsecurity import acting_as
from lgnet.meetings import actions, queries
from lgnet.meetings.models import Attendance, Meeting, Task
from lgnet.network.worker import Worker
from tests.factories.exchange import a_group
from tests.factories.meetings import a_decision, a_meeting, a_task, known
from tests.world import World

Browser = Callable[[Worker], Client]


def url(meeting: Meeting, verb: str = "") -> str:
    return f"/meetings/{meeting.pk}/{verb}"


def form(**more: object) -> dict[str, object]:
    at = now() + dt.timedelta(days=5)
    return {
        "kind": "visit", "title": "Visita all’unità mobile", "place": "Piazza Caricamento",
        "starts_at": f"{at:%Y-%m-%dT09:00}", "ends_at": f"{at:%Y-%m-%dT13:00}", **more,
    }  # fmt: skip


def test_a_visit_is_called_and_shown_to_the_whole_network(world: World, browser: Browser) -> None:
    sent = form(host=str(world.genova.pk), places="20", agenda="- accoglienza\n- uscita serale")
    assert browser(world.anna).post("/meetings/new/", sent).status_code == 302

    for who in (world.carla, world.nadia):
        assert "Visita all’unità mobile" in browser(who).get("/meetings/").content.decode()
    with acting_as(world.carla.actor()):
        found = Meeting.objects.get(title="Visita all’unità mobile")
    page = browser(world.carla).get(url(found)).context["page"]
    assert list(page.agenda) == ["accoglienza", "uscita serale"] and page.free == 20


def test_what_is_missing_is_told_at_the_field_and_nothing_typed_is_lost(
    world: World, browser: Browser
) -> None:
    sent = form(host=str(world.genova.pk), place="")
    sent["ends_at"] = sent["starts_at"]
    answer = browser(world.anna).post("/meetings/new/", sent)

    assert answer.status_code == 422
    assert set(answer.context["page"].form.errors) == {"ends_at", "place"}
    assert "Visita all’unità mobile" in answer.content.decode()


def test_the_first_have_a_place_the_others_wait_and_move_up(
    world: World, browser: Browser, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    meeting = a_meeting(world.anna, places=1)
    for who in (world.carla, world.dario):
        assert browser(who).post(url(meeting, "enrol/")).status_code == 302
    page = browser(world.dario).get(url(meeting)).context["page"]
    assert [one.attendance.colleague.name for one in page.coming] == ["Carla Bianchi"]
    assert not page.my_place.has_place

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        browser(world.carla).post(url(meeting, "withdraw/"))

    assert browser(world.dario).get(url(meeting)).context["page"].my_place.has_place
    assert [letter.to for letter in mail.outbox] == [["dario@example.org"]]


@given(st.integers(1, 6), st.integers(0, 9))
@settings(max_examples=40, deadline=None)
def test_there_are_never_more_places_taken_than_there_are(places: int, people: int) -> None:
    rows = [Attendance(enrolled_at=now() + dt.timedelta(seconds=n) if n % 3 else None) for n in range(people)]
    ranked = queries.coming(Meeting(places=places), rows)

    enrolled = [row for row in rows if row.enrolled_at]  # the slow twin: count on one's fingers
    assert sum(one.has_place for one in ranked) == min(places, len(enrolled))
    assert [one.has_place for one in ranked] == sorted((one.has_place for one in ranked), reverse=True)


def test_a_decision_becomes_a_task_on_the_first_page_and_is_done_and_undone(
    world: World, browser: Browser
) -> None:
    meeting = a_meeting(world.anna, days=-2)
    anna, carla = browser(world.anna), browser(world.carla)
    assert anna.post(url(meeting, "report/"), {"text": "Abbiamo visto lo sportello."}).status_code == 302
    assert (
        anna.post(url(meeting, "decisions/"), {"text": "Modulo comune per la residenza"}).status_code == 302
    )
    decision = anna.get(url(meeting)).context["page"].decisions[0].decision
    due = f"{today() + dt.timedelta(days=9):%Y-%m-%d}"
    task = {"text": "Scrivere la bozza", "owner": "Carla Bianchi", "due_on": due}
    assert anna.post(f"/meetings/decisions/{decision.pk}/tasks/", task).status_code == 302

    assert "Scrivere la bozza" in carla.get("/").content.decode()
    with acting_as(world.carla.actor()):
        row = Task.objects.get()
    assert carla.post(f"/meetings/tasks/{row.pk}/done/").status_code == 302
    assert "Scrivere la bozza" not in carla.get("/").content.decode()
    assert carla.post(f"/meetings/tasks/{row.pk}/not-done/").status_code == 302
    assert "Scrivere la bozza" in carla.get("/").content.decode()


def test_a_task_for_nobody_or_for_yesterday_is_told_at_the_field(world: World, browser: Browser) -> None:
    meeting = a_meeting(world.anna, days=-2)
    decision = a_decision(world.anna, meeting)
    sent = {"text": "Bozza", "owner": "Nessuno Mai", "due_on": f"{today() - dt.timedelta(days=1):%Y-%m-%d}"}

    answer = browser(world.anna).post(f"/meetings/decisions/{decision.pk}/tasks/", sent)

    assert answer.status_code == 422
    shown = answer.context["page"].decisions[0].form
    assert set(shown.errors) == {"owner", "due_on"} and "Bozza" in answer.content.decode()


def test_the_guard_looks_at_reports_and_decisions_too(world: World, browser: Browser) -> None:
    meeting = a_meeting(world.anna, days=-2)
    answer = browser(world.anna).post(url(meeting, "report/"), {"text": "Ha parlato Mamadou Diallo."})

    assert answer.status_code == 422 and "<mark" in answer.content.decode()
    with acting_as(world.anna.actor()):
        meeting.refresh_from_db()
    assert meeting.report == ""


def test_a_meeting_of_a_group_exists_for_its_members_alone(world: World, browser: Browser) -> None:
    group = a_group(world.anna, world.carla)
    meeting = a_meeting(world.anna, "Riunione riservata", group=group)
    task = a_task(world.anna, world.carla, group=group)

    assert browser(world.carla).get(url(meeting)).status_code == 200
    assert "Scrivere la bozza" in browser(world.carla).get(f"/meetings/?group={group.pk}").content.decode()
    for outsider in (world.dario, world.ugo):
        assert browser(outsider).get(url(meeting)).status_code == 404
        assert browser(outsider).get(url(meeting, "calendar.ics")).status_code == 404
        with acting_as(outsider.actor()):
            assert not Task.objects.filter(pk=task.pk).exists()
    with acting_as(world.anna.actor()), pytest.raises(Refused):
        actions.invite(by=world.anna, meeting=meeting, who=known(world.dario))


def test_the_calendar_says_when_and_where_and_what_was_called_off(world: World, browser: Browser) -> None:
    meeting = a_meeting(world.anna)
    with acting_as(world.carla.actor()):
        actions.enrol(by=world.carla, meeting=meeting)
    (event,) = Calendar.from_ical(browser(world.carla).get("/meetings/mine.ics").content).walk("VEVENT")
    assert (str(event["SUMMARY"]), str(event["LOCATION"]), str(event["STATUS"])) == (
        meeting.title, "Palazzo Tursi", "CONFIRMED",
    )  # fmt: skip
    assert event.decoded("DTSTART") == meeting.starts_at.replace(microsecond=0)

    browser(world.anna).post(url(meeting, "cancel/"), {"reason": "Sciopero dei treni"})

    (after,) = Calendar.from_ical(browser(world.carla).get(url(meeting, "calendar.ics")).content).walk(
        "VEVENT"
    )
    assert (str(after["STATUS"]), after["UID"]) == ("CANCELLED", event["UID"])
    assert int(str(after["SEQUENCE"])) > int(str(event["SEQUENCE"]))


def test_the_list_takes_as_many_queries_for_many_as_for_one(
    world: World, browser: Browser, django_assert_max_num_queries: Callable[..., object]
) -> None:
    for n in range(8):
        a_meeting(world.anna, f"Incontro {n}", days=n - 4)
    client = browser(world.carla)
    client.get("/meetings/")

    with django_assert_max_num_queries(14):  # type: ignore[attr-defined]
        page = client.get("/meetings/").context["page"]
    assert len(page.to_come) + len(page.past) == 8


def test_nobody_enrols_or_decides_for_another(world: World, browser: Browser) -> None:
    meeting = a_meeting(world.anna)
    with acting_as(world.carla.actor()), pytest.raises(DatabaseError), transaction.atomic():
        Attendance.objects.create(
            meeting=meeting, colleague_id=world.dario.user.pk, organisation_id=world.genova.pk,
            enrolled_at=now(),
        )  # fmt: skip

    refused = browser(world.carla).post(url(meeting, "cancel/"), {"reason": "No"})

    assert refused.status_code == 403 and "organizza" in refused.content.decode()
