# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The team of a case changes on its page: somebody joins, takes another part, leaves, and each slip is undone."""

from collections.abc import Callable

import pytest
from django.test import Client

from lgnet.cases.models import Case, CaseMember
from lgnet.core.models import AuditEntry
from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from tests.factories.cases import a_case
from tests.world import World

Browser = Callable[[Worker], Client]
ENGLISH = {"Accept-Language": "en"}


@pytest.fixture
def case(world: World) -> Case:
    with acting_as(world.anna.actor()):
        return a_case(world.anna, world.person("mamadou"))


def team_of(world: World, case: Case) -> dict[str, str]:
    with acting_as(world.anna.actor()):
        present = CaseMember.objects.filter(case=case, left_at=None)
        return dict(present.values_list("user__name", "part"))


def undo(html: str) -> str:
    return html.split("data-toast>")[1].split('action="')[1].split('"')[0]


def add(client: Client, case: Case, worker: Worker, part: str) -> str:
    sent = {"colleague": str(worker.user.pk), "part": part}
    return client.post(f"/cases/{case.pk}/team/", sent, follow=True, headers=ENGLISH).content.decode()


def test_the_case_leads_to_its_team_where_a_colleague_joins_and_the_slip_is_undone(
    world: World, browser: Browser, case: Case
) -> None:
    client = browser(world.anna)
    assert f"/cases/{case.pk}/team/" in client.get(f"/cases/{case.pk}/").content.decode()

    html = add(client, case, world.paola, "psychologist")

    assert "Paola Neri belongs to the team." in html and "Take Paola Neri out of the team" in html
    assert team_of(world, case) == {"Anna Parodi": "manager", "Paola Neri": "psychologist"}
    client.post(undo(html))
    assert team_of(world, case) == {"Anna Parodi": "manager"}


def test_whoever_is_in_the_team_takes_another_part_and_has_the_former_again_after_an_undo(
    world: World, browser: Browser, case: Case
) -> None:
    client = browser(world.anna)
    add(client, case, world.paola, "psychologist")

    html = add(client, case, world.paola, "mediator")

    assert team_of(world, case)["Paola Neri"] == "mediator"
    client.post(undo(html))
    assert team_of(world, case)["Paola Neri"] == "psychologist"
    with acting_as(world.anna.actor()):
        assert CaseMember.objects.filter(case=case, user=world.paola.user.pk).count() == 3


def test_a_colleague_leaves_and_comes_back_with_an_undo_and_the_log_tells_all_of_it(
    world: World, browser: Browser, case: Case
) -> None:
    client = browser(world.anna)
    add(client, case, world.paola, "legal")
    with acting_as(world.anna.actor()):
        member = CaseMember.objects.get(case=case, part="legal")

    html = client.post(f"/cases/members/{member.pk}/leave/", follow=True, headers=ENGLISH).content.decode()

    assert "Paola Neri no longer belongs to the team." in html
    assert team_of(world, case) == {"Anna Parodi": "manager"}
    client.post(undo(html))
    assert team_of(world, case)["Paola Neri"] == "legal"
    with acting_as(world.anna.actor()):
        told = AuditEntry.objects.filter(subject_id=case.pk, event__startswith="case.team_")
        assert list(told.order_by("at").values_list("event", flat=True)) == [
            "case.team_joined", "case.team_left", "case.team_joined",
        ]  # fmt: skip


def test_nothing_chosen_is_told_at_the_field_and_the_manager_is_not_offered(
    world: World, browser: Browser, case: Case
) -> None:
    response = browser(world.anna).post(
        f"/cases/{case.pk}/team/", {"colleague": str(world.paola.user.pk), "part": ""}, headers=ENGLISH
    )

    html = response.content.decode()
    assert response.status_code == 422
    assert f'value="{world.paola.user.pk}" selected' in html
    assert f'value="{world.anna.user.pk}"' not in html and f'value="{world.bruno.user.pk}"' not in html


def test_the_former_manager_does_not_come_back_as_manager_by_this_way(
    world: World, browser: Browser, case: Case
) -> None:
    with acting_as(world.anna.actor()):
        member = CaseMember.objects.get(case=case, part="manager")

    refused = browser(world.dario).post(f"/cases/members/{member.pk}/rejoin/", headers=ENGLISH)

    assert refused.status_code == 403 and "one manager" in refused.content.decode()


def test_a_specialist_reads_who_is_in_the_team_and_why_they_do_not_change_it(
    world: World, browser: Browser, case: Case
) -> None:
    html = browser(world.paola).get(f"/cases/{case.pk}/team/", headers=ENGLISH).content.decode()

    assert "Anna Parodi" in html and "Only the case manager or the coordinator changes the team." in html
    assert f"/cases/{case.pk}/team/" not in browser(world.paola).get(f"/cases/{case.pk}/").content.decode()


def test_a_colleague_is_refused_and_a_stranger_finds_nothing(
    world: World, browser: Browser, case: Case
) -> None:
    with acting_as(world.anna.actor()):
        member = CaseMember.objects.get(case=case)
    for address in (f"/cases/{case.pk}/team/", f"/cases/members/{member.pk}/leave/"):
        assert browser(world.paola).post(address, {"colleague": str(world.paola.user.pk), "part": "legal"}
        ).status_code in {403, 422}  # fmt: skip
        assert browser(world.carla).post(address).status_code == 404
    assert team_of(world, case) == {"Anna Parodi": "manager"}
