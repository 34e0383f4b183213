# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which rows exist for whom is decided by PostgreSQL."""

import pytest
from django.db import ProgrammingError

from lgnet.core.rowsecurity import PUBLIC, Actor, DbRole, acting_as
from lgnet.network.models import Membership
from lgnet.people.models import Person
from tests.world import World


def test_nobody_sees_anything_before_saying_who_acts(db: None) -> None:
    with pytest.raises(ProgrammingError, match="permission denied"):
        Person.objects.first()


def test_the_nation_and_visitors_have_no_grant_on_persons(world: World) -> None:
    for actor in (world.nadia.actor(), world.ugo.actor(), PUBLIC):
        with pytest.raises(ProgrammingError, match="permission denied"), acting_as(actor):
            Person.objects.first()


def test_a_partner_sees_its_own_memberships_only(world: World) -> None:
    with acting_as(world.dario.actor()):
        partners = set(Membership.objects.values_list("organisation_id", flat=True))

    assert partners == {world.genova.pk}


def test_without_a_partner_no_row_exists(world: World) -> None:
    with acting_as(Actor(DbRole.LOCAL)):
        assert not Membership.objects.exists()


def test_after_an_inner_actor_the_former_one_acts_again(world: World) -> None:
    with acting_as(world.dario.actor()):
        with acting_as(world.carla.actor()):
            assert Membership.objects.get().user_id == world.carla.user.pk
        assert Membership.objects.filter(user_id=world.dario.user.pk).exists()
