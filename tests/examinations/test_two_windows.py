# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""One attempt open in two windows, which hand in at the same moment over two connections: it counts once."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection

from lgnet.core.rowsecurity import acting_as
from lgnet.examinations import actions
from lgnet.examinations.models import Attempt
from tests.database import TestDatabases, pointed_at
from tests.factories.examinations import all_right, all_wrong, an_exam, begun
from tests.world import World, find_world


@pytest.fixture
def world(databases: TestDatabases, django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """The world in a database of its own, because the two connections must commit."""
    name = databases.copy("test_two_windows")
    with django_db_blocker.unblock(), pointed_at(name, "lgnet_web"):
        yield find_world()
    databases.drop(name)


def test_the_second_window_finds_it_handed_in_and_changes_nothing(world: World) -> None:
    attempt = begun(world.anna, an_exam(world.nadia))
    came: list[Attempt] = []

    def second_window() -> None:
        try:
            with acting_as(world.anna.actor()):
                came.append(actions.hand_in(by=world.anna, attempt=attempt, answers=wrong))
        finally:
            connection.close()

    with acting_as(world.anna.actor()):
        wrong = all_wrong(attempt)
        first = actions.hand_in(by=world.anna, attempt=attempt, answers=all_right(attempt))
        second = threading.Thread(target=second_window)
        second.start()
        second.join(0.5)
        assert second.is_alive(), "the second waits for the first to commit"
    second.join(10)

    with acting_as(world.anna.actor()):
        kept = Attempt.objects.get(pk=attempt.pk)
    assert (kept.points, kept.passed) == (first.points, True)
    assert came[0].handed_at == kept.handed_at == first.handed_at


def test_two_windows_that_begin_at_once_begin_one_attempt(world: World) -> None:
    exam = an_exam(world.nadia, attempts=5)
    came: list[Attempt] = []

    def second_window() -> None:
        try:
            with acting_as(world.anna.actor()):
                came.append(actions.begin(by=world.anna, exam=exam))
        finally:
            connection.close()

    with acting_as(world.anna.actor()):
        first = actions.begin(by=world.anna, exam=exam)
        second = threading.Thread(target=second_window)
        second.start()
        second.join(0.5)
    second.join(10)

    assert came[0].pk == first.pk
    with acting_as(world.anna.actor()):
        assert Attempt.objects.count() == 1 and first.answers.count() == 3
