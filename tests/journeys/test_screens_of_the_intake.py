# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The queue, the screening, the taking in charge, the cases and their closing: on a phone, and in the dark."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import ViewportSize

from lgnet.core.rowsecurity import acting_as
from tests.database import pointed_at
from tests.factories.cases import a_case, an_agreed_plan, an_intake, screened
from tests.journeys.conftest import DESK, Somebody
from tests.world import find_world

NARROW: ViewportSize = {"width": 320, "height": 800}


@pytest.fixture
def screens(platform: str, worker_id: str, django_db_blocker: Any) -> list[str]:
    """The addresses of the screens, with people on them."""
    with django_db_blocker.unblock(), pointed_at(f"journey_{worker_id}", "lgnet_web"):
        world = find_world()
        with acting_as(world.anna.actor()):
            urgent = an_intake(world.anna, world.person("mamadou"), urgency=3)
            an_intake(world.anna, world.person("yusuf"), hours_ago=24 * 9)
            ready = screened(world.anna, an_intake(world.anna, world.person("olena"), hours_ago=30))
            case = a_case(world.dario)
            an_agreed_plan(world.dario, case, "Trovare una stanza in affitto", "Rinnovare il permesso")
    return [
        "/cases/queue/",
        "/cases/queue/?late=on&urgent=on",
        f"/cases/intakes/{urgent.pk}/screen/",
        f"/cases/intakes/{ready.pk}/take/",
        "/cases/",
        f"/cases/{case.pk}/close/",
    ]


@pytest.mark.journey
def test_the_screens_are_accessible_on_a_phone_and_in_the_dark(
    somebody: Callable[..., Somebody], screens: list[str]
) -> None:
    for viewport, dark in ((NARROW, False), (DESK, True)):
        dario = somebody("dario", viewport=viewport, dark=dark)
        for path in screens:
            dario.open(path)
            dario.expect_accessible()
        dario.open(screens[2])
        dario.page.locator("main form button[type=submit]").click()
        dario.page.locator("[data-error-summary]").wait_for()
        dario.expect_accessible()
