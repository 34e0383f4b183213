# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""From the taking in charge to the review, as Anna does it, on her phone and at her desk."""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import ViewportSize

from lgnet.core.rowsecurity import acting_as
from tests.factories.cases import a_case
from tests.journeys.somebody import DESK, NARROW, Somebody
from tests.world import World

pytestmark = pytest.mark.journey
SHOTS = os.environ.get("SHOTS", "")


def shot(anna: Somebody, name: str) -> None:
    """A picture for whoever looks at screens, only where SHOTS names a folder."""
    if SHOTS:
        anna.page.screenshot(path=str(Path(SHOTS) / f"{name}.png"), full_page=True)


@pytest.fixture
def case(behind: Callable[[], AbstractContextManager[World]]) -> str:
    """The address of a case that Anna has just opened."""
    with behind() as world, acting_as(world.anna.actor()):
        return f"/cases/{a_case(world.anna, urgency=2).pk}/"


@pytest.mark.parametrize(("size", "dark"), [(NARROW, False), (DESK, True)])
def test_the_whole_path_of_a_case(
    somebody: Callable[..., Somebody], case: str, size: ViewportSize, dark: bool
) -> None:
    anna = somebody("anna", viewport=size, dark=dark)
    page, tag = anna.page, f"{size['width']}-{'dark' if dark else 'light'}"
    anna.open(case)
    anna.expect_accessible()

    page.get_by_role("link", name="Inizia la valutazione").first.click()
    for domain, level in {
        "housing": "2.1", "language": "A1", "work": "UNE", "income": "none", "health_access": "stp",
        "network": "?not_asked", "autonomy": "3",
    }.items():  # fmt: skip
        page.locator(f"select[name={domain}]").select_option(level)
    anna.expect_accessible()
    shot(anna, f"assess-{tag}")
    page.get_by_role("button", name="Salva la valutazione").click()

    page.get_by_role("link", name="Inizia il progetto").first.click()
    page.get_by_role("button", name="Inizia il progetto").click()
    page.get_by_role("link", name="Aggiungi un obiettivo").click()
    page.locator("select[name=domain]").select_option("housing")
    page.locator("textarea[name=text]").fill("Trovare una stanza in affitto entro l'estate")
    page.locator("textarea[name=text_for_person]").fill("Trouver une chambre à louer avant l'été")
    page.locator("input[name=steps-0-text]").fill("Telefonare a tre proprietari")
    page.locator("select[name=steps-0-who]").select_option("worker")
    anna.expect_accessible()
    shot(anna, f"goal-{tag}")
    page.get_by_role("button", name="Salva l'obiettivo").click()
    anna.expect_accessible()
    shot(anna, f"draft-{tag}")
    page.get_by_role("button", name="La persona è d'accordo").click()
    anna.expect_accessible()
    shot(anna, f"plan-{tag}")

    anna.open(case)
    page.locator("#note-form textarea").fill("È venuto con il cugino.\nTorna giovedì.")
    page.get_by_role("button", name="Aggiungi la nota").click()
    page.wait_for_selector("text=Torna giovedì.")
    assert page.locator("#note-form textarea").input_value() == ""
    page.locator(".case-quick button").first.click()
    page.wait_for_selector("text=Registrato")
    anna.expect_accessible()
    shot(anna, f"case-{tag}")

    anna.open(f"{case}vulnerabilities/")
    page.locator("select[name=category]").select_option("SDI")
    page.locator("input[name=certainty][value=observed]").check()
    page.locator("#vulnerability button[type=submit]").click()
    anna.expect_accessible()
    shot(anna, f"vulnerabilities-{tag}")
    anna.open(f"{case}review/")
    anna.expect_accessible()
    shot(anna, f"review-{tag}")
    anna.open(f"{case}deliver/")
    anna.expect_accessible()
    shot(anna, f"deliver-{tag}")
