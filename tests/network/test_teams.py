# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""An administrator names teams and puts people in them; a team gives no access by itself."""

import uuid
from collections.abc import Callable

import pytest
from django.test import Client

from lgnet.core.models import AuditEntry
from lgnet.core.rowsecurity import acting_as
from lgnet.network.models import Team
from lgnet.network.worker import Worker
from tests.world import World

Browser = Callable[[Worker], Client]
TEAMS = "/network/teams/"


def typed(name: str, *members: Worker, team_id: str = "") -> dict[str, object]:
    chosen = [str(worker.membership.pk) for worker in members]
    return {"team_id": team_id or str(uuid.uuid4()), "name": name, "members": chosen}


def teams(world: World) -> dict[str, set[str]]:
    with acting_as(world.amelia.actor()):
        found = Team.objects.prefetch_related("memberships__user")
        return {team.name: {one.user.name for one in team.memberships.all()} for team in found}


def test_a_team_is_named_and_people_are_put_in_it(world: World, browser: Browser) -> None:
    client = browser(world.amelia)
    assert "Ancora nessuna équipe" in client.get(TEAMS).content.decode()

    page = client.post(TEAMS, typed("Strada", world.bruno, world.anna), follow=True).content.decode()

    assert "«Strada» è salvata" in page and "Anna Parodi, Bruno Costa" in page
    assert teams(world) == {"Strada": {"Anna Parodi", "Bruno Costa"}}
    assert "· Strada" in client.get("/network/members/").content.decode()
    with acting_as(world.amelia.actor()):
        assert AuditEntry.objects.get(event="team.saved").actor_id == world.amelia.user.pk


def test_whoever_joins_another_team_leaves_the_former_and_a_name_can_change(
    world: World, browser: Browser
) -> None:
    client = browser(world.amelia)
    client.post(TEAMS, typed("Strada", world.bruno, world.anna))
    client.post(TEAMS, typed("Casa", world.anna))
    with acting_as(world.amelia.actor()):
        street = Team.objects.get(name="Strada")

    changed = client.post(f"{TEAMS}{street.pk}/", typed("Unità di strada", world.bruno, world.fabio))

    assert changed.status_code == 302
    assert teams(world) == {"Casa": {"Anna Parodi"}, "Unità di strada": {"Bruno Costa", "Fabio Ricci"}}


def test_a_form_sent_twice_makes_one_team(world: World, browser: Browser) -> None:
    client, sent = browser(world.amelia), typed("Strada", world.bruno)

    assert [client.post(TEAMS, sent).status_code for _time in (1, 2)] == [302, 302]

    assert list(teams(world)) == ["Strada"]


@pytest.mark.parametrize(("name", "told"), [("", "obbligatorio"), ("x" * 121, "120"), ("STRADA", "già")])
def test_a_wrong_name_is_told_and_the_choice_is_kept(
    world: World, browser: Browser, name: str, told: str
) -> None:
    client = browser(world.amelia)
    client.post(TEAMS, typed("Strada"))

    answer = client.post(TEAMS, typed(name, world.bruno))

    assert answer.status_code == 422 and told in answer.content.decode()
    assert f'value="{world.bruno.membership.pk}"' in answer.content.decode()
    assert "checked" in answer.content.decode()


def test_nobody_of_another_partner_is_put_in_a_team(world: World, browser: Browser) -> None:
    answer = browser(world.amelia).post(TEAMS, typed("Strada", world.carla))

    assert answer.status_code == 422 and teams(world) == {}


def test_a_team_gives_no_access(world: World, browser: Browser) -> None:
    browser(world.amelia).post(TEAMS, typed("Strada", world.amelia, world.anna))

    assert browser(world.amelia).get("/cases/").status_code == 403


def test_the_colleague_is_refused_and_the_stranger_finds_nothing(world: World, browser: Browser) -> None:
    client = browser(world.amelia)
    client.post(TEAMS, typed("Strada"))
    with acting_as(world.amelia.actor()):
        address = f"{TEAMS}{Team.objects.get().pk}/"

    for worker in (world.anna, world.dario, world.carla, world.ugo):
        assert browser(worker).get(TEAMS).status_code == browser(worker).post(address).status_code == 403
    with acting_as(world.carla.actor()):
        assert not Team.objects.exists()
    assert client.get(f"{TEAMS}{uuid.uuid4()}/").status_code == 404
