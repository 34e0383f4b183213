# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A database without the mark is never entered by a click, whatever the settings say."""

import pytest
from django.db import DatabaseError
from django.test import Client, override_settings

from lgnet.core.rowsecurity import GATE, Actor, acting_as
from lgnet.demo import actions
from lgnet.demo.models import DemoMark
from tests.world import World


def test_a_database_of_real_people_is_not_entered_by_a_click(world: World) -> None:
    with override_settings(DEMO=True):
        page = Client().get("/demo/")
        click = Client().post("/demo/", {"email": "anna@example.org", "role": "case_manager"})

    assert page.status_code == 302 and page["Location"] == "/accounts/login/"
    assert click.status_code == 404


def test_nobody_can_mark_a_database_as_a_demo_from_the_web(world: World) -> None:
    actors: list[Actor] = [GATE, world.ugo.actor(), world.amelia.actor()]
    for actor in actors:
        with pytest.raises(DatabaseError, match="permission denied"), acting_as(actor):
            DemoMark.objects.create()


def test_a_database_in_which_somebody_works_does_not_become_a_demo(world: World) -> None:
    with pytest.raises(actions.NotEmpty), acting_as(GATE):
        actions.mark_as_demo()
