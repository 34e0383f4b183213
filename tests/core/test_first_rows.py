# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The beginning of a long list comes in order, with what it points to."""

from typing import Any

from lgnet.core.first_rows import first_rows
from lgnet.core.rowsecurity import acting_as
from lgnet.people.models import Person
from tests.world import World


def test_the_first_rows_come_in_order_with_what_they_point_to(
    world: World, django_assert_num_queries: Any
) -> None:
    with acting_as(world.anna.actor()):
        rows = Person.objects.select_related("key").order_by("-registered_at", "-id")
        with django_assert_num_queries(1):
            first = first_rows(rows, 2)
            assert all(person.full_name for person in first)

        assert first == list(rows[:2]) and len(first) == 2


def test_there_may_be_fewer_rows_than_asked_for(world: World) -> None:
    with acting_as(world.anna.actor()):
        everybody = Person.objects.order_by("code")

        assert first_rows(everybody, 50) == list(everybody)
        assert first_rows(everybody.filter(sex="N"), 50) == []
