# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What belongs to another partner does not exist; what one's role does not include is refused in plain words."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import expect

from lgnet.cases.models import CaseMember
from lgnet.core.clock import now
from lgnet.core.ids import new_id
from lgnet.core.rowsecurity import acting_as
from lgnet.outreach.actions import record_contact
from lgnet.outreach.models import Contact
from tests.factories.cases import a_case, an_intake, someone
from tests.journeys.somebody import PHONE, Somebody
from tests.world import World

pytestmark = pytest.mark.journey
Behind = Callable[[], AbstractContextManager[World]]


def test_the_stranger_finds_nothing_and_bruno_reads_why_not(
    somebody: Callable[..., Somebody], behind: Behind
) -> None:
    with behind() as world, acting_as(world.anna.actor()):
        person = someone(world.anna, "Awa", family_name="Ndoye-Soumahoro")
        intake = an_intake(world.anna, person)
        case = a_case(world.anna)
        contact = record_contact(
            by=world.anna,
            contact_id=new_id(),
            met_at=now(),
            place=Contact.Place.STATION,
            area="Brignole",
            person=person,
        )
    carla = somebody("carla")
    for path in (
        f"/people/{person.pk}/",
        f"/people/{person.pk}/identity/",
        f"/cases/intakes/{intake.pk}/screen/",
        f"/cases/{case.pk}/",
        f"/cases/{case.pk}/close/",
        f"/outreach/{contact.pk}/",
    ):
        carla.open(path, status=404)
        expect(carla.main).not_to_contain_text("Soumahoro")
    carla.expect_accessible()
    carla.open("/search/?q=Ndoye-Soumahoro")
    expect(carla.page.locator("#hits a.desk-line")).to_have_count(0)

    bruno = somebody("bruno", viewport=PHONE)
    bruno.open(f"/people/{person.pk}/")
    bruno.open(f"/cases/intakes/{intake.pk}/screen/", status=403)
    bruno.reads("Il tuo ruolo non")
    bruno.expect_accessible()


def test_a_restricted_note_is_read_by_the_team_alone(
    somebody: Callable[..., Somebody], behind: Behind
) -> None:
    secret = "Racconta di essere stata minacciata dal datore di lavoro."
    with behind() as world, acting_as(world.anna.actor()):
        case = a_case(world.anna, team=[(world.paola.user, CaseMember.Part.LEGAL)])
    anna = somebody("anna")
    anna.open(f"/cases/{case.pk}/")
    anna.field("text").fill(secret)
    anna.tick("level", "circle")
    anna.page.locator("#note-form button[type=submit]").click()
    expect(anna.page.locator("#diary .case-text").first).to_have_text(secret)
    anna.expect_accessible()

    paola = somebody("paola", viewport=PHONE, dark=True)
    paola.open(f"/cases/{case.pk}/")
    paola.reads(secret)
    paola.expect_accessible()

    fabio = somebody("fabio")
    fabio.open(f"/cases/{case.pk}/")
    expect(fabio.page.locator("body")).not_to_contain_text(secret)
    assert secret not in fabio.page.content()
