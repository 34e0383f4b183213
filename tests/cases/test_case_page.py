# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page of a case: one glance, one next step, a note in one click; seen by its partner and written in the log."""

import datetime as dt
from collections.abc import Callable
from uuid import UUID

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lgnet.cases.actions.assessment import note_vulnerability
from lgnet.cases.actions.case import close
from lgnet.cases.actions.team import join_team
from lgnet.cases.actions.work import write_note
from lgnet.cases.models import Case, Note
from lgnet.core.clock import now, today
from lgnet.core.ids import new_id
from lgnet.core.models import AuditEntry
from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from tests.factories.cases import a_case
from tests.factories.casework import a_draft, agreed, done
from tests.world import World

Browser = Callable[[Worker], Client]
HTMX = {"HX-Request": "true", "Accept-Language": "en"}


def address(case: Case, tail: str = "") -> str:
    return f"/cases/{case.pk}/{tail}"


def html(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path, headers={"Accept-Language": "en"})
    assert answer.status_code == status
    return answer.content.decode()


@pytest.fixture
def case(world: World) -> Case:
    with acting_as(world.anna.actor()):
        return a_case(world.anna, world.person("mamadou"), urgency=2)


def test_the_header_says_who_it_is_without_the_name(world: World, browser: Browser, case: Case) -> None:
    page = html(browser(world.anna), address(case))

    for words in ("M.D.", case.code, "28 years", "French", "Interpreter needed", "Urgent", "Anna Parodi"):
        assert words in page, words
    assert "Diallo" not in page


def test_every_look_is_in_the_log(world: World, browser: Browser, case: Case) -> None:
    client = browser(world.anna)
    for tail in ("", "assess/", "plan/", "vulnerabilities/", "deliver/"):
        html(client, address(case, tail))
    with acting_as(world.anna.actor()):
        assert AuditEntry.objects.filter(event="case.seen", subject_id=case.pk).count() == 5


def test_the_next_step_follows_the_path(world: World, browser: Browser, case: Case) -> None:
    client = browser(world.anna)
    assert "Assess where the person stands" in html(client, address(case))
    with acting_as(world.anna.actor()):
        plan = a_draft(world.anna, case, "A room")
    assert "Agree the plan with the person" in html(client, address(case))
    with acting_as(world.anna.actor()):
        agreed(world.anna, plan)
    assert "Give the first service" in html(client, address(case))
    with acting_as(world.anna.actor()):
        done(world.anna, case)
    assert "Go on with the plan" in html(client, address(case))
    with time_machine.travel(now() + dt.timedelta(days=100)):
        client = browser(world.anna)
        assert "The review is late" in html(client, address(case))


def test_a_long_path_is_read_in_few_queries(world: World, browser: Browser, case: Case) -> None:
    client = browser(world.anna)

    def queries() -> list[str]:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            html(client, address(case))
        return [q["sql"] for q in captured]

    with acting_as(world.anna.actor()):
        agreed(world.anna, a_draft(world.anna, case, "A room", "A contract"))
        write_note(by=world.anna, case=case, text="One.")
        done(world.anna, case)
    few = queries()
    with acting_as(world.anna.actor()):
        for n in range(12):
            write_note(by=world.anna, case=case, text=f"Note {n}.", level="circle")
            done(world.anna, case)
        a_draft(world.anna, case)
        note_vulnerability(
            by=world.anna, case=case, category="TRA", certainty="reported", detected_on=today()
        )
    many = queries()

    assert len(many) == len(few)
    own = [
        sql
        for sql in many
        if "cases_" in sql or "people_" in sql or "counting_" in sql or "core_audit" in sql
    ]
    assert len(own) <= 14, "\n".join(own)


def test_the_timeline_goes_on_by_key_and_shows_each_thing_once(
    world: World, browser: Browser, case: Case
) -> None:
    with acting_as(world.anna.actor()):
        for n in range(45):
            write_note(by=world.anna, case=case, text=f"note-{n:02d}.")
    client, seen, path = browser(world.anna), "", address(case)
    for _page in range(5):
        page = html(client, path) if not seen else client.get(path, headers=HTMX).content.decode()
        assert not seen or "<html" not in page
        seen += page
        if "?before=" not in page:
            break
        path = address(case) + page.split('href="?before=')[1].split('"')[0].join(("?before=", "")).replace(
            "&amp;", "&"
        )
    assert [seen.count(f"note-{n:02d}.") for n in range(45)] == [1] * 45
    assert "First contact" in seen
    assert html(client, address(case, "?before=nonsense"))


def test_a_note_is_one_click_and_can_be_undone(world: World, browser: Browser, case: Case) -> None:
    client = browser(world.anna)
    typed = {"note_id": str(new_id()), "text": "مرحبا: came with his cousin.", "level": "partner"}
    first = client.post(address(case, "notes/"), typed, headers=HTMX)
    client.post(address(case, "notes/"), typed)

    assert first.status_code == 200 and "came with his cousin" in first.content.decode()
    assert "<html" not in first.content.decode()
    with acting_as(world.anna.actor()):
        note = Note.objects.get()
    client.post(f"/cases/notes/{note.pk}/undo/")
    assert "came with his cousin" not in html(client, address(case))


@pytest.mark.parametrize("text", ["", "x" * 10_001, "\u200b\u202e"])
def test_a_note_that_is_refused_comes_back_with_its_text(
    world: World, browser: Browser, case: Case, text: str
) -> None:
    answer = browser(world.anna).post(
        address(case, "notes/"), {"note_id": str(new_id()), "text": text, "level": "partner"}, headers=HTMX
    )

    assert answer.status_code == 422
    assert text.strip("\u200b\u202e") in answer.content.decode()


def test_what_is_restricted_is_not_on_the_page_of_a_colleague(
    world: World, browser: Browser, case: Case
) -> None:
    with acting_as(world.anna.actor()):
        write_note(by=world.anna, case=case, text="Told me about the traffickers.", level="circle")
        note_vulnerability(
            by=world.anna, case=case, category="TRA", certainty="reported", detected_on=today()
        )
    own, colleague = html(browser(world.anna), address(case)), html(browser(world.dario), address(case))
    assert "traffickers" in own and "trafficking" in own.lower()
    assert "traffick" not in colleague.lower()
    assert "Only the team of this case" in colleague

    with acting_as(world.anna.actor()):
        join_team(by=world.anna, case=case, colleague=world.paola.user, part="psychologist")
    assert "traffickers" in html(browser(world.paola), address(case))


def test_a_specialist_outside_the_team_reads_why_she_cannot_write(
    world: World, browser: Browser, case: Case
) -> None:
    client = browser(world.paola)
    assert "ask the case manager to add you" in html(client, address(case))
    answer = client.post(
        address(case, "notes/"), {"note_id": str(new_id()), "text": "x", "level": "partner"},
        headers={"Accept-Language": "en"},
    )  # fmt: skip
    assert answer.status_code == 403
    assert "ask the case manager to add you" in answer.content.decode()


def test_a_closed_case_says_so_and_takes_no_notes(world: World, browser: Browser, case: Case) -> None:
    with acting_as(world.anna.actor()):
        close(
            by=world.anna, case=case, reason="moved", note="To Lyon.", goal_outcomes={}, helpfulness=None,
            version=case.version,
        )  # fmt: skip
    page = html(browser(world.anna), address(case))

    assert "This case is closed" in page and 'id="note-form"' not in page


GETS = ("", "assess/", "vulnerabilities/", "plan/", "deliver/", "review/", "close/")
POSTS = ("notes/", "assess/", "vulnerabilities/", "plan/draft/", "quick/", "deliver/", "review/")


def test_the_coordinator_hands_the_case_over_from_its_page(
    world: World, browser: Browser, case: Case
) -> None:
    assert "Give this case to" not in html(browser(world.anna), address(case))
    client = browser(world.dario)
    assert "Give this case to" in html(client, address(case))

    client.post(address(case, "assign/"), {"manager": str(world.paola.user.pk)})

    with acting_as(world.dario.actor()):
        case.refresh_from_db()
    assert case.manager_id == world.paola.user.pk


def test_a_new_episode_begins_on_the_page_of_the_closed_case(
    world: World, browser: Browser, case: Case
) -> None:
    client = browser(world.anna)
    assert "Open a new episode" not in html(client, address(case))
    with acting_as(world.anna.actor()):
        close(
            by=world.anna,
            case=case,
            reason="moved",
            note="",
            goal_outcomes={},
            helpfulness=None,
            version=case.version,
        )

    page = html(client, address(case))
    assert "Open a new episode" in page and address(case, "reopen/") in page
    assert "/screen/" in client.post(address(case, "reopen/"))["Location"]


def test_the_stranger_finds_nothing_by_any_address(world: World, browser: Browser, case: Case) -> None:
    with acting_as(world.anna.actor()):
        plan = a_draft(world.anna, case, "A room")
        goal = plan.goals.get()
        ids: dict[str, UUID] = {
            "plans/{}/pdf/": plan.pk,
            f"plans/{plan.pk}/goals/{{}}/": goal.pk,
        }
        posts: dict[str, UUID] = {
            "plans/{}/agree/": plan.pk,
            "goals/{}/remove/": goal.pk,
            "steps/{}/": goal.actions.get().pk,
            "interventions/{}/undo/": done(world.anna, case).pk,
            "notes/{}/undo/": write_note(by=world.anna, case=case, text="x").pk,
            "vulnerabilities/{}/end/": note_vulnerability(
                by=world.anna, case=case, category="TRA", certainty="reported", detected_on=today()
            ).pk,
        }
    stranger = browser(world.carla)
    for path in (
        *(address(case, tail) for tail in GETS),
        *(f"/cases/{p.format(pk)}" for p, pk in ids.items()),
    ):
        assert stranger.get(path).status_code == 404, path
    for path in (
        *(address(case, tail) for tail in POSTS),
        *(f"/cases/{p.format(pk)}" for p, pk in posts.items()),
    ):
        assert stranger.post(path).status_code == 404, path
    assert browser(world.nadia).get(address(case)).status_code == 403
    assert Client().get(address(case)).status_code == 302
