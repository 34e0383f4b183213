# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The coordinator asks what if by keyboard, and sends the address to a colleague who finds the same answer."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import expect

from lgnet.core.clock import today
from lgnet.counting.models import FactKind
from lgnet.direction.months import first_of, later
from tests.factories.counting import facts
from tests.journeys.somebody import DESK, NARROW, Somebody
from tests.world import World


@pytest.mark.journey
def test_the_question_is_in_the_address_and_the_answer_comes_by_itself(
    somebody: Callable[..., Somebody], behind: Callable[[], AbstractContextManager[World]]
) -> None:
    with behind() as world:
        for back in range(1, 7):
            day = later(first_of(today()), -back)
            facts(world.anna, *range(back * 9, back * 9 + 9), day=day, kind=FactKind.CONTACT)
    dario, anna = somebody("dario", viewport=NARROW), somebody("anna", viewport=DESK, dark=True)
    dario.open("/direction/partners/genova/?indicator=CONTACTS")
    dario.page.get_by_role("link", name="E se…").click()
    expect(dario.page.locator("#result")).to_contain_text("Nulla di cambiato")

    dario.page.get_by_label("Ritmo, in più o in meno").focus()
    for _ in range(4):
        dario.page.keyboard.press("ArrowRight")

    expect(dario.page.locator("#result")).to_contain_text("ritmo +20 %")
    expect(dario.page).to_have_url(re.compile("pace=20"))
    expect(dario.page.get_by_label("Ritmo, in più o in meno")).to_be_focused()
    dario.expect_accessible()
    dario.expect_no_sideways_scroll()

    anna.open(dario.page.url)
    expect(anna.page.locator("#result")).to_contain_text("ritmo +20 %")
    anna.expect_accessible()
