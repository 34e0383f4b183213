# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The circle reads what is restricted, and only in a role that sees special data: somebody's role may change."""

from collections.abc import Callable

from django.test import Client

from lgnet.cases.actions.assessment import note_vulnerability
from lgnet.cases.actions.work import write_note
from lgnet.cases.models import Note
from lgnet.core.clock import today
from lgnet.core.rowsecurity import acting_as
from lgnet.network.actions import change_membership
from lgnet.network.models import Membership
from lgnet.network.worker import Worker
from tests.factories.cases import a_case
from tests.world import World

Browser = Callable[[Worker], Client]


def test_who_moved_to_the_front_desk_no_longer_reads_what_the_team_reads(
    world: World, browser: Browser
) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna, world.person("mamadou"))
        write_note(by=world.anna, case=case, text="Told me about the traffickers.", level="circle")
        write_note(by=world.anna, case=case, text="Came on time.", level="partner")
        note_vulnerability(
            by=world.anna, case=case, category="GRA", certainty="reported", detected_on=today()
        )
    before = browser(world.anna).get(f"/cases/{case.pk}/").content.decode()
    with acting_as(world.amelia.actor()):
        held = Membership.objects.get(pk=world.anna.membership.pk)
        now_held = change_membership(
            by=world.amelia, membership=held, role="front_desk", site=None, valid_until=None
        )

    after = browser(Worker(world.anna.user, now_held)).get(f"/cases/{case.pk}/").content.decode()

    assert "traffickers" in before
    assert "Came on time." in after
    assert "traffickers" not in after
    assert f'value="{Note.Level.CIRCLE}"' not in after
