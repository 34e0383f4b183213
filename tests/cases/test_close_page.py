# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Closing, taking back and beginning again in the browser."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from lgnet.cases.models import Case, Goal, Intake
from lgnet.core.clock import today
from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from tests.factories.cases import a_case, an_agreed_plan
from tests.factories.casework import ENTRY
from tests.world import World

Browser = Callable[[Worker], Client]


@pytest.fixture
def case(world: World) -> Case:
    with acting_as(world.anna.actor()):
        return a_case(world.anna, world.person("mamadou"))


def url(case: Case, what: str = "close") -> str:
    return f"/cases/{case.pk}/{what}/"


def typed(**values: Any) -> dict[str, Any]:
    return {"version": "1", "reason": "moved", "helpfulness": "4", "note": "A Lione."} | values


def test_a_closure_offers_to_be_taken_back(world: World, browser: Browser, case: Case) -> None:
    client = browser(world.anna)
    page = client.post(url(case), typed(), follow=True)
    assert f'action="{url(case, "close/undo")}"' in page.content.decode()

    client.post(url(case, "close/undo"))

    with acting_as(world.anna.actor()):
        assert Case.objects.get().closed_at is None


def test_a_closed_case_without_outcome_asks_for_it_on_its_page(
    world: World, browser: Browser, case: Case
) -> None:
    client, colleague = browser(world.anna), browser(world.paola)
    assert url(case, "outcome") not in client.get(f"/cases/{case.pk}/").content.decode(), "it is open"
    client.post(url(case), typed())

    page = client.get(f"/cases/{case.pk}/").content.decode()
    other = colleague.get(f"/cases/{case.pk}/").content.decode()

    assert f'href="{url(case, "outcome")}">Scrivi l’esito' in page
    assert url(case, "outcome") not in other
    assert "lo scrive solo chi l’ha seguito" in other
    answered = {domain: answer.value or f"?{answer.missing}" for domain, answer in ENTRY.items()}
    answered |= {"moment": "exit", "assessment_id": str(uuid.uuid4()), "assessed_on": today().isoformat()}
    assert client.post(url(case, "outcome"), answered).status_code == 302
    assert "Scrivi l’esito" not in client.get(f"/cases/{case.pk}/").content.decode()


def test_every_goal_is_asked_for_in_its_own_words(world: World, browser: Browser, case: Case) -> None:
    with acting_as(world.anna.actor()):
        goal = an_agreed_plan(world.anna, case, "Una stanza in affitto").goals.get()
    client = browser(world.anna)

    assert "Una stanza in affitto" in client.get(url(case)).content.decode()
    assert client.post(url(case), typed()).status_code == 422
    assert client.post(url(case), typed(**{f"goal_{goal.pk}": "partly"})).status_code == 302
    with acting_as(world.anna.actor()):
        assert Goal.objects.get().outcome == "partly"


@pytest.mark.parametrize(
    "wrong", [{"reason": ""}, {"reason": "bored"}, {"helpfulness": "6"}, {"note": "x" * 5001}]
)
def test_what_is_wrong_is_named(world: World, browser: Browser, case: Case, wrong: dict[str, Any]) -> None:
    assert browser(world.anna).post(url(case), typed() | wrong).status_code == 422


def test_not_asked_is_stored_as_nothing(world: World, browser: Browser, case: Case) -> None:
    browser(world.anna).post(url(case), typed(helpfulness=""))

    with acting_as(world.anna.actor()):
        assert Case.objects.get().helpfulness is None


def test_a_stale_tab_keeps_the_text_and_can_save_again(world: World, browser: Browser, case: Case) -> None:
    client = browser(world.dario)
    with acting_as(world.dario.actor()):
        Case.objects.filter(pk=case.pk).update(version=2, stage="assessed")

    stale = client.post(url(case), typed(), headers={"accept-language": "en"})

    assert stale.status_code == 409
    for text in ("A Lione.", "Assessed", 'value="2"'):
        assert text in stale.content.decode()
    assert client.post(url(case), typed(version="2")).status_code == 302


def test_closing_twice_says_that_it_was_closed(world: World, browser: Browser, case: Case) -> None:
    client = browser(world.anna)
    client.post(url(case), typed())
    again = client.post(url(case), typed(), headers={"accept-language": "en"})

    assert again.status_code == 403
    assert "was closed on" in again.content.decode()


def test_the_person_comes_back_to_a_new_screening(world: World, browser: Browser, case: Case) -> None:
    client = browser(world.anna)
    client.post(url(case), typed())
    response = client.post(url(case, "reopen"))

    with acting_as(world.anna.actor()):
        new = Intake.objects.exclude(pk=case.intake_id).get()
    assert response["Location"] == f"/cases/intakes/{new.pk}/screen/"


def test_the_stranger_finds_nothing_and_the_colleague_a_sentence(
    world: World, browser: Browser, case: Case
) -> None:
    for what in ("close", "close/undo", "reopen", "assign"):
        assert browser(world.carla).post(url(case, what), typed()).status_code == 404
        assert browser(world.bruno).post(url(case, what), typed()).status_code == 403
    refused = browser(world.fabio).get(url(case), headers={"accept-language": "en"})
    assert "ask its case manager or the coordinator" in refused.content.decode()
