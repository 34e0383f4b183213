# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The coordinator's first page says how many days and how many questions are left."""

from collections.abc import Callable

import time_machine
from django.test import Client

from lgnet.network.worker import Worker
from tests.factories.reports import a_report, a_sending, answered
from tests.world import World

Browser = Callable[[Worker], Client]


def test_the_tile_counts_down_and_disappears_when_the_report_is_sent(world: World, english: Browser) -> None:
    dario = english(world.dario)
    assert "No report waits for you." in dario.get("/").content.decode()
    report = a_report(world.dario)

    page = dario.get("/").content.decode()
    assert "6 questions are still to be answered." in page and "5 days left" in page
    answered(world.dario, report)
    assert "All six questions are answered." in dario.get("/").content.decode()
    with time_machine.travel("2026-10-12T10:00:00Z", tick=False):
        assert "2 days late" in english(world.dario).get("/").content.decode()
    a_sending(world.dario, report)

    assert "No report waits for you." in dario.get("/").content.decode()
    assert "Quarterly report" not in english(world.anna).get("/").content.decode(), "her day is her cases"
