# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The queue, the screening, the taking in charge, the cases and their closing: on a phone, and in the dark."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from lgnet.core.rowsecurity import acting_as
from tests.factories.cases import a_case, an_agreed_plan, an_intake, screened, someone
from tests.journeys.somebody import DESK, NARROW, Somebody
from tests.world import World


@pytest.fixture
def screens(behind: Callable[[], AbstractContextManager[World]]) -> list[str]:
    """The addresses of the screens, with people on them."""
    with behind() as world, acting_as(world.anna.actor()):
        urgent = an_intake(world.anna, someone(world.anna, native_name="Олена"), urgency=3)
        an_intake(
            world.anna, someone(world.anna, needs_interpreter=True, languages=("so",)), hours_ago=24 * 9
        )
        ready = screened(world.anna, an_intake(world.anna, hours_ago=30))
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
