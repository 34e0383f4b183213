# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The forms of the casework in the browser: nothing typed is lost, two editors see both versions, the plan on paper."""

import datetime as dt
import io
from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from pypdf import PdfReader

from lgnet.cases.actions.plan import GoalText, save_goal
from lgnet.cases.models import Assessment, Case, Goal, GoalAction, Intervention, Plan, Review, Vulnerability
from lgnet.core.clock import today
from lgnet.core.ids import new_id
from lgnet.core.models import AuditEntry
from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from tests.factories.cases import a_case
from tests.factories.casework import a_draft, a_goal, agreed, assessed, done, seen, seen_goal
from tests.world import World

Browser = Callable[[Worker], Client]
STEPS = {
    "steps-TOTAL_FORMS": "1",
    "steps-INITIAL_FORMS": "0",
    "steps-0-text": "Call",
    "steps-0-who": "worker",
}


@pytest.fixture
def case(world: World) -> Case:
    with acting_as(world.anna.actor()):
        return a_case(world.anna, world.person("mamadou"))


def sent(client: Client, path: str, typed: dict[str, Any]) -> HttpResponse:
    answer = client.post(path, typed, headers={"Accept-Language": "en"})
    assert isinstance(answer, HttpResponse)
    return answer


def an_entry(**changes: str) -> dict[str, str]:
    return {
        "assessment_id": str(new_id()), "moment": "entry", "assessed_on": str(today()), "housing": "2.1",
        "language": "A1", "work": "UNE", "income": "none", "health_access": "?refused", "network": "0",
        "autonomy": "3", "summary": "She sleeps at a friend's.",
    } | changes  # fmt: skip


def test_an_assessment_is_saved_and_shown_against_the_last_one(
    world: World, browser: Browser, case: Case
) -> None:
    client, path = browser(world.anna), f"/cases/{case.pk}/assess/"
    assert sent(client, path, an_entry()).status_code == 302
    sent(client, path, an_entry(language="A2", housing="1.1"))
    page = client.get(f"/cases/{case.pk}/", headers={"Accept-Language": "en"}).content.decode()

    assert "better" in page and "before: A1" in page and "as before" in page
    assert 'class="case-step--now"' in page
    with acting_as(world.anna.actor()):
        assert Assessment.objects.count() == 2


@pytest.mark.parametrize(
    "wrong", [{"work": ""}, {"work": "C2"}, {"assessed_on": "2999-01-01"}, {"assessed_on": "2001-01-01"}]
)
def test_a_wrong_assessment_comes_back_with_its_words(
    world: World, browser: Browser, case: Case, wrong: dict[str, str]
) -> None:
    answer = sent(browser(world.anna), f"/cases/{case.pk}/assess/", an_entry(**wrong))

    assert answer.status_code == 422
    assert "She sleeps at a friend" in answer.content.decode()


def test_the_form_of_a_vulnerability_names_its_readers(world: World, browser: Browser, case: Case) -> None:
    client, path = browser(world.anna), f"/cases/{case.pk}/vulnerabilities/"
    assert "Anna Parodi" in client.get(path).content.decode()
    typed = {"category": "TRA", "certainty": "reported", "detected_on": str(today())}
    sent(client, path, typed)
    with acting_as(world.anna.actor()):
        row = Vulnerability.objects.get()
    sent(client, f"/cases/vulnerabilities/{row.pk}/end/", {})
    with acting_as(world.anna.actor()):
        assert Vulnerability.objects.get().ended_at is not None
    refused = browser(world.dario).get(path, headers={"Accept-Language": "en"})
    assert refused.status_code == 403 and "Only the team" in refused.content.decode()


def test_a_plan_is_written_agreed_and_ticked_in_the_browser(
    world: World, browser: Browser, case: Case
) -> None:
    with acting_as(world.anna.actor()):
        assessed(world.anna, case)
    client = browser(world.anna)
    sent(client, f"/cases/{case.pk}/plan/draft/", {})
    with acting_as(world.anna.actor()):
        plan = Plan.objects.get()
    goal = {"seen": "", "domain": "work", "text": "A contract", **STEPS}
    form_id = new_id()
    for _ in range(2):
        assert sent(client, f"/cases/plans/{plan.pk}/goals/{form_id}/", goal).status_code == 302
    with acting_as(world.anna.actor()):
        read = seen(plan)
    review_on = str(today() + dt.timedelta(days=60))
    answer = {"seen": read, "agreed_on": str(today()), "review_on": review_on, "language": "fr"}
    assert sent(client, f"/cases/plans/{plan.pk}/agree/", answer).status_code == 302
    with acting_as(world.anna.actor()):
        step = GoalAction.objects.get()
    sent(client, f"/cases/steps/{step.pk}/", {"done": "1"})
    with acting_as(world.anna.actor()):
        assert GoalAction.objects.get().done_on == today()
        assert Plan.objects.get().status == Plan.Status.AGREED


def test_the_second_editor_of_a_goal_sees_both_versions_and_can_save_on_top(
    world: World, browser: Browser, case: Case
) -> None:
    with acting_as(world.anna.actor()):
        goal = a_goal(world.anna, a_draft(world.anna, case), "A room")
        before = seen_goal(goal)
    with acting_as(world.dario.actor()):
        save_goal(
            by=world.dario, plan=goal.plan, goal_id=goal.pk, seen=before,
            typed=GoalText("housing", "A flat with her sister"),
        )  # fmt: skip
    client, path = browser(world.anna), f"/cases/plans/{goal.plan_id}/goals/{goal.pk}/"
    mine = {"seen": before, "domain": "housing", "text": "A room near work", **STEPS}
    answer = sent(client, path, mine)
    page = answer.content.decode()

    assert answer.status_code == 409
    assert "A flat with her sister" in page and "A room near work" in page
    with acting_as(world.anna.actor()):
        now_seen = seen_goal(goal)
    assert f'value="{now_seen}"' in page
    assert sent(client, path, mine | {"seen": now_seen}).status_code == 302


def test_a_plan_changed_while_it_was_read_is_not_agreed_to(
    world: World, browser: Browser, case: Case
) -> None:
    with acting_as(world.anna.actor()):
        plan = a_draft(world.anna, case, "A room")
        read = seen(plan)
        a_goal(world.anna, plan, "Slipped in")
    typed = {"seen": read, "agreed_on": str(today()), "review_on": str(today() + dt.timedelta(days=9))}
    answer = sent(browser(world.anna), f"/cases/plans/{plan.pk}/agree/", typed)

    assert answer.status_code == 409
    assert "read it again" in answer.content.decode() and "Slipped in" in answer.content.decode()


def test_a_circle_of_goals_is_told_at_the_form(world: World, browser: Browser, case: Case) -> None:
    with acting_as(world.anna.actor()):
        plan = a_draft(world.anna, case)
        one = a_goal(world.anna, plan, "One")
        two = a_goal(world.anna, plan, "Two", blocked_by=one.pk)
        now_seen = seen_goal(one)
    typed = {"seen": now_seen, "domain": "work", "text": "One", "blocked_by": str(two.pk), **STEPS}
    answer = sent(browser(world.anna), f"/cases/plans/{plan.pk}/goals/{one.pk}/", typed)

    assert answer.status_code == 422 and "in a circle" in answer.content.decode()


def test_the_plan_on_paper_is_tagged_bilingual_and_in_the_log(
    world: World, browser: Browser, case: Case
) -> None:
    with acting_as(world.anna.actor()):
        plan = a_draft(world.anna, case)
        a_goal(world.anna, plan, "Una stanza", text_for_person="Une chambre")
        agreed(world.anna, plan)
    answer = browser(world.anna).get(f"/cases/plans/{plan.pk}/pdf/?language=fr")
    reader = PdfReader(io.BytesIO(answer.content))
    root = reader.trailer["/Root"].get_object()
    text = "".join(page.extract_text() for page in reader.pages)

    assert answer["Content-Type"] == "application/pdf" and "no-store" in answer["Cache-Control"]
    assert root["/MarkInfo"]["/Marked"] and str(root["/Lang"]).startswith("it")  # type: ignore[index]  # a dictionary
    assert "Una stanza" in text and "Une chambre" in text and "Diallo" in text
    with acting_as(world.anna.actor()):
        assert '"fr"' in AuditEntry.objects.get(event="case.plan_printed").detail
    assert browser(world.carla).get(f"/cases/plans/{plan.pk}/pdf/").status_code == 404


def test_one_tap_records_and_says_whether_it_counts(world: World, browser: Browser, case: Case) -> None:
    client = browser(world.anna)
    tap = {"intervention_id": str(new_id()), "type": "PIC01", "minutes": "45"}
    for _ in range(2):
        page = client.post(f"/cases/{case.pk}/quick/", tap, follow=True, headers={"Accept-Language": "en"})
    assert "counts as a participant supported" in page.content.decode()
    with acting_as(world.anna.actor()):
        row = Intervention.objects.get()
        assert (row.minutes, row.delivered_on, row.type_id) == (45, today(), "PIC01")
    other = tap | {"intervention_id": str(new_id()), "type": "ACC02"}
    page = client.post(f"/cases/{case.pk}/quick/", other, follow=True, headers={"Accept-Language": "en"})
    assert "counts already" in page.content.decode()


def test_what_a_worker_does_most_is_offered_first(world: World, browser: Browser, case: Case) -> None:
    with acting_as(world.anna.actor()):
        for _ in range(3):
            done(world.anna, case, "VIO01")
    page = browser(world.anna).get(f"/cases/{case.pk}/").content.decode()

    assert page.index('value="VIO01"') < page.index('value="PIC01"')


@pytest.mark.parametrize(
    "wrong",
    [{"minutes": "-5"}, {"minutes": "1441"}, {"minutes": "many"}, {"type": "NOPE"}, {"cost": "5"}]
    + [{"delivered_on": day} for day in ("2999-01-01", "2001-01-01", "31/31/31")]
    + [{"note": "x" * 5001}],
)
def test_an_intervention_that_cannot_be_comes_back_with_its_note(
    world: World, browser: Browser, case: Case, wrong: dict[str, str]
) -> None:
    typed = {
        "type": "PIC01",
        "delivered_on": str(today()),
        "minutes": "30",
        "result": "done",
        "note": "Keep me",
    }
    typed |= {"intervention_id": str(new_id())} | wrong
    answer = sent(browser(world.anna), f"/cases/{case.pk}/deliver/", typed)

    assert answer.status_code == 422
    assert typed["note"] in answer.content.decode()


def test_a_review_is_saved_goal_by_goal(world: World, browser: Browser, case: Case) -> None:
    with acting_as(world.anna.actor()):
        agreed(world.anna, a_draft(world.anna, case, "A room"))
        goal = Goal.objects.get()
    client, path = browser(world.anna), f"/cases/{case.pk}/review/"
    typed = {
        "review_id": str(new_id()), "reviewed_on": str(today()), "summary": "She found one.",
        "next_review_on": str(today() + dt.timedelta(days=91)), f"goal_{goal.pk}": "reached",
    }  # fmt: skip
    answer = sent(client, path, typed)
    assert answer.status_code == 422 and "She found one." in answer.content.decode()
    sent(client, path, typed | {"next_review_on": str(today() + dt.timedelta(days=30))})
    with acting_as(world.anna.actor()):
        assert Review.objects.count() == 1
        assert Goal.objects.get().outcome == "reached"
    refused = browser(world.fabio).get(path, headers={"Accept-Language": "en"})
    assert refused.status_code == 403 and "tell the case manager" in refused.content.decode()


def test_a_session_that_ended_leads_back_to_the_page_with_the_text(
    world: World, browser: Browser, case: Case
) -> None:
    client = browser(world.anna)
    page = client.get(f"/cases/{case.pk}/").content.decode()
    client.cookies.clear()
    answer = client.post(
        f"/cases/{case.pk}/notes/", {"text": "x"},
        headers={"HX-Request": "true", "HX-Current-URL": f"http://testserver/cases/{case.pk}/"},
    )  # fmt: skip

    assert 'id="note-form"' in page and "data-keep" in page
    assert answer.status_code == 401
    assert f"/cases/{case.pk}/" in answer.headers["HX-Redirect"]
