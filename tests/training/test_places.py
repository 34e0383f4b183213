# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Places are given in the order of arrival; who waits moves up; nobody is lost."""

import pytest

from lgnet.core.authz import Refused
from lgnet.core.rowsecurity import acting_as
from lgnet.training.actions import approve, edit_module, enrol, withdraw
from lgnet.training.models import Enrolment
from lgnet.training.queries.programme import ahead_of, seats
from tests.factories.training import a_module, a_module_draft, a_place
from tests.world import World


def state(enrolment: Enrolment, by: object) -> str:
    with acting_as(by.actor()):  # type: ignore[attr-defined]
        return Enrolment.objects.get(pk=enrolment.pk).state


def test_the_first_who_ask_have_the_places_and_the_others_wait(world: World) -> None:
    module = a_module(world.ugo, places=2)

    anna, carla, bruno = (a_place(who, module) for who in (world.anna, world.carla, world.bruno))

    assert [one.state for one in (anna, carla, bruno)] == ["seated", "seated", "waiting"]
    assert [one.arrival for one in (anna, carla, bruno)] == [1, 2, 3]
    with acting_as(world.bruno.actor()):
        assert ahead_of(bruno) == 0
        assert seats([module.pk])[module.pk].waiting == 1


def test_when_a_place_becomes_free_the_next_one_moves_up(world: World) -> None:
    module = a_module(world.ugo, places=1)
    anna, carla, bruno = (a_place(who, module) for who in (world.anna, world.carla, world.bruno))

    with acting_as(world.anna.actor()):
        withdraw(by=world.anna, enrolment=anna)

    assert state(carla, world.carla) == "seated"
    assert state(bruno, world.bruno) == "waiting"


def test_a_partner_has_no_more_than_its_share(world: World) -> None:
    module = a_module(world.ugo, places=3, places_per_partner=1)
    anna, bruno, carla = (a_place(who, module) for who in (world.anna, world.bruno, world.carla))

    assert [one.state for one in (anna, bruno, carla)] == ["seated", "waiting", "seated"]

    with acting_as(world.ugo.actor()):
        edit_module(by=world.ugo, module=module, draft=a_module_draft(places=3, places_per_partner=2))
    assert state(bruno, world.bruno) == "seated"


def test_the_coordinator_approves_and_the_stranger_meets_no_row(world: World) -> None:
    module = a_module(world.ugo)
    anna = a_place(world.anna, module)

    with acting_as(world.carla.actor()):
        assert not Enrolment.objects.filter(pk=anna.pk).exists()
    with acting_as(world.bruno.actor()), pytest.raises(Refused, match="coordina"):
        approve(by=world.bruno, enrolment=anna)
    with acting_as(world.dario.actor()):
        assert approve(by=world.dario, enrolment=anna).approved_by == world.dario.user


def test_asked_twice_it_is_one_enrolment(world: World) -> None:
    module = a_module(world.ugo)

    assert a_place(world.anna, module).pk == a_place(world.anna, module).pk
    with acting_as(world.ugo.actor()), pytest.raises(Refused, match="chi lavora nei partner"):
        enrol(by=world.ugo, module=module)
