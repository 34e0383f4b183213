# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Household and guardian: a relative is found by search, roles change over time, minors have somebody."""

from collections.abc import Callable

from django.test import Client

from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from lgnet.people.models import Guardian, HouseholdMember
from lgnet.people.queries import household_of
from tests.world import World

Browser = Callable[[Worker], Client]


def test_a_relative_is_found_chosen_and_joined(world: World, browser: Browser) -> None:
    client, address = browser(world.bruno), f"/people/{world.people['yusuf']}/household/"
    found = client.get(address, {"q": "olena"}).content.decode()
    assert "Olena Shevchenko" in found and str(world.people["olena"]) in found

    sent = {"relative": str(world.people["olena"]), "role": "child", "from_on": "2026-03-01"}
    for _time in range(2):
        assert client.post(address, sent).status_code == 302
    with acting_as(world.bruno.actor()):
        rows = household_of(world.person("yusuf"))
        assert {(row.person_id, row.role) for row in rows} == {
            (world.people["olena"], "head"), (world.people["yusuf"], "child"),
        }  # fmt: skip


def test_who_left_stays_in_the_history(world: World, browser: Browser) -> None:
    client, address = browser(world.bruno), f"/people/{world.people['yusuf']}/household/"
    client.post(address, {"relative": str(world.people["olena"]), "role": "child"})
    with acting_as(world.bruno.actor()):
        place = HouseholdMember.objects.get(person=world.people["yusuf"])

    assert browser(world.carla).post(f"/people/household/{place.pk}/leave/").status_code == 404
    assert client.post(f"/people/household/{place.pk}/leave/").status_code == 302
    with acting_as(world.bruno.actor()):
        assert HouseholdMember.objects.get(pk=place.pk).until_on is not None


def test_nobody_joins_themselves_a_stranger_or_nonsense(world: World, browser: Browser) -> None:
    client, address = browser(world.bruno), f"/people/{world.people['yusuf']}/household/"
    for relative in (world.people["yusuf"], world.people["amadou"], "17", "", "\x00"):
        client.post(address, {"relative": str(relative), "role": "child"})
    with acting_as(world.bruno.actor()):
        assert not HouseholdMember.objects.filter(person=world.people["yusuf"]).exists()


def test_a_role_is_needed_and_the_relative_stays_chosen(world: World, browser: Browser) -> None:
    address = f"/people/{world.people['yusuf']}/household/"
    answer = browser(world.bruno).post(address, {"relative": str(world.people["olena"]), "role": "king"})

    assert answer.status_code == 422 and "Olena Shevchenko" in answer.content.decode()


def test_a_minor_gets_a_guardian_and_an_adult_does_not(world: World, browser: Browser) -> None:
    client = browser(world.anna)
    sent = {"new_id": "", "name": "Avv. Rossi", "reach": "010 1234567", "appointed_on": "2026-02-01"}

    assert client.post(f"/people/{world.people['yusuf']}/guardian/", sent).status_code == 302
    answer = client.get(f"/people/{world.people['olena']}/guardian/")

    assert answer.status_code == 403 and "Il tutore è per chi è minorenne" in answer.content.decode()
    with acting_as(world.anna.actor()):
        assert Guardian.objects.select_related("person__key").get().name == "Avv. Rossi"


def test_a_guardian_without_a_name_is_not_recorded(world: World, browser: Browser) -> None:
    address = f"/people/{world.people['yusuf']}/guardian/"
    answer = browser(world.anna).post(address, {"name": "\u200b", "reach": "010 1234567"})

    assert answer.status_code == 422 and 'value="010 1234567"' in answer.content.decode()
