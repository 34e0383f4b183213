# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every page about a person opens for who works there, and does not exist for the stranger."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from lgnet.network.worker import Worker
from tests.world import World

Browser = Callable[[Worker], Client]
ABOUT_ONE = ("edit", "add_number", "add_channel", "add_stay", "add_notice", "household", "add_guardian")


@pytest.mark.parametrize("name", ABOUT_ONE)
def test_a_page_about_a_person_opens(world: World, browser: Browser, name: str) -> None:
    answer = browser(world.anna).get(reverse(f"people:{name}", args=[world.people["yusuf"]]))

    assert answer.status_code == 200, answer.content.decode()[:2000]
    assert "يوسف" in answer.content.decode()


@pytest.mark.parametrize("name", ABOUT_ONE)
def test_a_page_about_a_person_does_not_exist_for_the_stranger(
    world: World, browser: Browser, name: str
) -> None:
    address = reverse(f"people:{name}", args=[world.people["yusuf"]])

    assert browser(world.carla).get(address).status_code == 404
    assert browser(world.carla).post(address, {}).status_code == 404


@pytest.mark.parametrize("name", ABOUT_ONE)
def test_a_colleague_who_does_not_register_reads_why(world: World, browser: Browser, name: str) -> None:
    answer = browser(world.paola).get(reverse(f"people:{name}", args=[world.people["yusuf"]]))

    assert answer.status_code == 403
    assert "Il tuo ruolo non" in answer.content.decode()


@pytest.mark.parametrize("name", ["list", "new", "register"])
def test_the_pages_for_everybody_open(world: World, browser: Browser, name: str) -> None:
    assert browser(world.bruno).get(reverse(f"people:{name}")).status_code == 200
    assert browser(world.amelia).get(reverse(f"people:{name}")).status_code == 403
    assert browser(world.nadia).get(reverse(f"people:{name}")).status_code == 403
