# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Taking in charge in the browser."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from lgnet.cases.models import Case, CaseMember, Intake
from lgnet.core.ids import new_id
from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from tests.factories.cases import a_case, an_intake, screened
from tests.world import World

Browser = Callable[[Worker], Client]


@pytest.fixture
def intake(world: World) -> Intake:
    with acting_as(world.anna.actor()):
        return screened(world.anna, an_intake(world.anna, world.person("mamadou")))


def url(intake: Intake) -> str:
    return f"/cases/intakes/{intake.pk}/take/"


def typed(world: World, **values: Any) -> dict[str, Any]:
    return {"case_id": str(new_id()), "manager": str(world.anna.user.pk), "lines": ["housing"]} | values


def test_the_form_offers_the_colleagues_who_work_on_cases(
    world: World, browser: Browser, intake: Intake
) -> None:
    html = browser(world.anna).get(url(intake)).content.decode()

    assert "Paola Neri" in html and "Dario Ferrando" in html
    assert "Bruno Costa" not in html and "Carla Bianchi" not in html
    assert f'value="{world.anna.user.pk}" selected' in html


def test_the_case_opens_with_its_team(world: World, browser: Browser, intake: Intake) -> None:
    sent = typed(world, part_psychologist=str(world.paola.user.pk))
    response = browser(world.anna).post(url(intake), sent)

    assert response["Location"] == f"/cases/{sent['case_id']}/"
    with acting_as(world.anna.actor()):
        assert set(CaseMember.objects.values_list("user__name", "part")) == {
            ("Anna Parodi", "manager"),
            ("Paola Neri", "psychologist"),
        }


def test_pressing_twice_leads_to_the_same_case(world: World, browser: Browser, intake: Intake) -> None:
    client, sent = browser(world.anna), typed(world)
    first, second = (client.post(url(intake), sent) for _ in range(2))

    assert first["Location"] == second["Location"]
    with acting_as(world.anna.actor()):
        assert Case.objects.count() == 1


@pytest.mark.parametrize(
    "wrong", [{"manager": ""}, {"lines": []}, {"lines": ["gardening"]}, {"case_id": "x"}, {"part_legal": "x"}]
)
def test_what_is_wrong_is_named(
    world: World, browser: Browser, intake: Intake, wrong: dict[str, Any]
) -> None:
    response = browser(world.anna).post(url(intake), typed(world) | wrong)

    assert response.status_code == 422
    assert "ui-error-summary" in response.content.decode()


def test_a_stranger_cannot_be_made_manager(world: World, browser: Browser, intake: Intake) -> None:
    response = browser(world.anna).post(url(intake), typed(world, manager=str(world.carla.user.pk)))

    assert response.status_code == 422


def test_a_person_with_an_open_case_is_shown_the_way_to_it(
    world: World, browser: Browser, intake: Intake
) -> None:
    with acting_as(world.anna.actor()):
        other = a_case(world.anna)
        Case.objects.filter(pk=other.pk).update(person=world.people["mamadou"])  # as after joining two files

    response = browser(world.anna).post(url(intake), typed(world), headers={"accept-language": "en"})

    assert response.status_code == 409
    assert other.code in response.content.decode()
    assert f'href="/cases/{other.pk}/"' in response.content.decode()


def test_a_tab_left_open_is_told_that_the_person_is_in_charge(
    world: World, browser: Browser, intake: Intake
) -> None:
    browser(world.dario).post(url(intake), typed(world))
    late = browser(world.anna).post(url(intake), typed(world), headers={"accept-language": "en"})

    assert late.status_code == 403
    assert "already in charge" in late.content.decode()


def test_the_stranger_finds_nothing_and_the_colleague_a_sentence(
    world: World, browser: Browser, intake: Intake
) -> None:
    assert browser(world.carla).post(url(intake), typed(world)).status_code == 404
    refused = browser(world.bruno).get(url(intake), headers={"accept-language": "en"})
    assert refused.status_code == 403
    assert "ask a case manager or the coordinator" in refused.content.decode()
