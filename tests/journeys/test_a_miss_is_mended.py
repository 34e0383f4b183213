# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""From the list "Da sistemare" to the form and back, by phone: what is mended is gone, what cannot be is explained."""

import datetime as dt
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import expect

from lgnet.cases.models import Intervention
from lgnet.core.clock import today
from lgnet.core.rowsecurity import acting_as
from tests.factories.cases import a_case
from tests.factories.casework import done
from tests.factories.outreach import a_contact
from tests.journeys.somebody import DESK, PHONE, Somebody
from tests.quality.test_mending import complete
from tests.world import World


@pytest.mark.journey
def test_the_place_is_said_and_the_lateness_explained(
    somebody: Callable[..., Somebody], behind: Callable[[], AbstractContextManager[World]]
) -> None:
    with behind() as world:
        with acting_as(world.bruno.actor()):
            contact = a_contact(world.bruno, area="")
        with acting_as(world.anna.actor()):
            row = done(world.anna, a_case(world.anna, complete(world.anna)))
            Intervention.objects.filter(pk=row.pk).update(delivered_on=today() - dt.timedelta(days=6))

    bruno = somebody("bruno", viewport=PHONE)
    bruno.open("/quality/")
    bruno.reads("Da sistemare", "Contatto del")
    bruno.expect_accessible()
    bruno.follow(f'main a[href*="/outreach/{contact.pk}/area/"]')
    expect(bruno.field("area")).to_be_visible()
    bruno.expect_accessible()
    bruno.fill(area="Piazza Caricamento")
    bruno.send(f"#area-{contact.pk}")
    expect(bruno.main.locator(f'a[href*="/outreach/{contact.pk}/area/"]')).to_have_count(0)

    anna = somebody("anna", viewport=DESK, dark=True)
    anna.open("/quality/")
    anna.reads("Ormai non si può più sistemare")
    anna.expect_accessible()
    anna.follow(f'main a[href*="/logged_late/{row.pk}/dismiss/"]')
    anna.expect_accessible()
    anna.tick("reason", "on_paper")
    anna.send("#dismiss")
    expect(anna.main.locator(f'a[href*="/logged_late/{row.pk}/"]')).to_have_count(0)
