# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Two administrators end each other at the same moment, in two connections: one wins, the partner keeps one."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection

from lgnet.core.authz import Refused
from lgnet.core.rowsecurity import GATE, acting_as
from lgnet.network import actions, queries
from lgnet.network.models import Membership
from lgnet.network.worker import Worker
from tests.database import TestDatabases, pointed_at
from tests.world import World, find_world


@pytest.fixture
def world(databases: TestDatabases, django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """The world in a database of its own, because the two connections must commit."""
    name = databases.copy("test_two_administrators")
    with django_db_blocker.unblock(), pointed_at(name, "lgnet_web"):
        yield find_world()
    databases.drop(name)


def made_administrator(world: World) -> Worker:
    with acting_as(world.amelia.actor()):
        following = actions.change_membership(
            by=world.amelia, membership=world.dario.membership, role="partner_administrator", site=None,
            valid_until=None,
        )  # fmt: skip
    return Worker(world.dario.user, following)


def test_of_two_who_end_each_other_the_second_is_refused(world: World) -> None:
    dario, told = made_administrator(world), []

    def end_amelia() -> None:
        try:
            with acting_as(dario.actor()):
                actions.end_membership(by=dario, membership=world.amelia.membership, reason="by the way")
        except Refused as refused:
            told.append(refused)
        finally:
            connection.close()

    with acting_as(world.amelia.actor()):
        actions.end_membership(by=world.amelia, membership=dario.membership, reason="was a slip")
        second = threading.Thread(target=end_amelia)
        second.start()
        second.join(0.5)
        assert second.is_alive(), "the second waits for the first to commit"
    second.join(10)

    assert len(told) == 1
    with acting_as(GATE):
        assert queries.administrators(world.genova.pk) == 1
        assert Membership.objects.get(pk=world.amelia.membership.pk).ended_at is None
