# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The public site has no axe violation: every kind of page in Italian, the pages of need in every language."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import Browser

from lgnet.ui.public import LANGUAGES
from tests.factories.society import published as an_event
from tests.journeys.public_pages import KINDS, OF_NEED, trouble_on
from tests.journeys.somebody import PHONE, Somebody
from tests.world import World

pytestmark = pytest.mark.journey
Behind = Callable[[], AbstractContextManager[World]]


@pytest.fixture
def event(behind: Behind) -> str:
    """The address of an event that is still to come, without its language."""
    with behind() as world:
        return f"events/{an_event(world.dario, 'Festa dei vicini').slug}/"


@pytest.fixture
def telephone(chromium: Browser, platform: str) -> Iterator[Somebody]:
    """A telephone on whose screen every page is opened."""
    context = chromium.new_context(viewport=PHONE, is_mobile=True, has_touch=True)
    context.set_default_timeout(15_000)
    person = Somebody(context.new_page(), platform)
    yield person
    troubles = person.troubles
    context.close()
    assert not troubles, troubles


def test_no_public_page_shuts_anybody_out(telephone: Somebody, event: str) -> None:
    found = {}
    for number, code in enumerate(LANGUAGES):
        telephone.page.emulate_media(color_scheme="dark" if number % 2 else "light")
        for kind in (*KINDS, event) if code == "it" else (*OF_NEED, event):
            telephone.open(f"/{code}/{kind}")
            troubles = trouble_on(telephone)
            if troubles:
                found[f"/{code}/{kind}"] = troubles

    assert not found
