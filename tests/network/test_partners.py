# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Everybody at work sees who takes part; the national direction keeps lines and agreements."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from lgnet.core.authz import Refused, Stale
from lgnet.core.clock import today
from lgnet.core.rowsecurity import acting_as
from lgnet.network import actions
from lgnet.network.models import DataAgreement, Partnership
from lgnet.network.worker import Worker
from tests.database import TestDatabases, pointed_at
from tests.world import World

Browser = Callable[[Worker], Client]
PARTNERS = "/network/partners/"


def partnership(code: str) -> Partnership:
    return Partnership.objects.get(organisation__code=code, edition__code="lgnet3")


def test_the_22_partners_are_shown_to_everybody_at_work(world: World, browser: Browser) -> None:
    for worker in (world.anna, world.amelia, world.nadia, world.ugo):
        page = browser(worker).get(PARTNERS)
        assert page.status_code == 200 and len(page.context["page"].partners) == 22
        assert "ASSB Bolzano" in page.content.decode()
    assert Client().get(PARTNERS).status_code == 302


def test_what_was_not_published_is_said_so(world: World, browser: Browser) -> None:
    page = browser(world.anna).get(PARTNERS)

    assert page.context["page"].unpublished == page.content.decode().count("non pubblicate</span>") > 0


def test_earlier_editions_have_their_own_partners(world: World, browser: Browser) -> None:
    anna = browser(world.anna)

    assert len(anna.get(PARTNERS, {"edition": "lgnetea"}).context["page"].partners) == 18
    assert len(anna.get(PARTNERS, {"edition": "lgnet2"}).context["page"].partners) == 16
    assert len(anna.get(PARTNERS, {"edition": "no such"}).context["page"].partners) == 22


def test_a_partner_is_shown_with_its_sites_and_editions(world: World, browser: Browser) -> None:
    page = browser(world.carla).get(f"{PARTNERS}genova/")

    assert page.status_code == 200 and page.context["page"].sites
    assert len(page.context["page"].partnerships) > 1
    assert browser(world.carla).get(f"{PARTNERS}atlantis/").status_code == 404


def test_the_direction_changes_the_action_lines(world: World, browser: Browser) -> None:
    with acting_as(world.ugo.actor()):
        seen = ",".join(sorted(partnership("caserta").lines))
    typed = {"lines": ["housing", "taking_in_charge"], "signed_on": "2024-05-02", "seen": seen}

    assert browser(world.ugo).post(f"{PARTNERS}caserta/edit/", typed).status_code == 302

    with acting_as(world.ugo.actor()):
        assert partnership("caserta").lines == ["housing", "taking_in_charge"]


def test_a_stale_form_is_told_and_changes_nothing(world: World) -> None:
    with acting_as(world.ugo.actor()):
        row = partnership("caserta")
        actions.edit_partnership(
            by=world.ugo, partnership=row, lines=["housing"], signed_on=None, seen=list(row.lines)
        )
        with pytest.raises(Stale):
            actions.edit_partnership(
                by=world.ugo,
                partnership=row,
                lines=["civic_engagement"],
                signed_on=None,
                seen=list(row.lines),
            )
        assert partnership("caserta").lines == ["housing"]


def test_an_agreement_lets_people_work_again(world: World, browser: Browser) -> None:
    with acting_as(world.ugo.actor()):
        DataAgreement.objects.filter(organisation=world.genova).update(valid_until="2024-12-31")
    assert browser(world.anna).get(PARTNERS).status_code == 403

    typed = {
        "agreement-kind": "joint_controllers",
        "agreement-reference": "Prot. 12/2026",
        "agreement-valid_from": str(today()),
    }
    assert browser(world.ugo).post(f"{PARTNERS}genova/agree/", typed).status_code == 302
    assert browser(world.ugo).post(f"{PARTNERS}genova/agree/", typed).status_code == 302  # twice is harmless

    assert browser(world.anna).get(PARTNERS).status_code == 200
    with acting_as(world.ugo.actor()):
        assert DataAgreement.objects.filter(reference="Prot. 12/2026").count() == 1


def test_an_agreement_cannot_end_before_it_begins(world: World, browser: Browser) -> None:
    typed = {
        "agreement-kind": "processor",
        "agreement-reference": "Prot. 13/2026",
        "agreement-valid_from": "2026-05-01",
        "agreement-valid_until": "2026-04-01",
    }

    answer = browser(world.ugo).post(f"{PARTNERS}genova/agree/", typed)

    assert answer.status_code == 422 and "Prot. 13/2026" in answer.content.decode()


def test_nobody_else_edits_and_the_page_offers_it_to_nobody_else(world: World, browser: Browser) -> None:
    for worker in (world.anna, world.amelia, world.carla, world.nadia):
        assert browser(worker).post(f"{PARTNERS}genova/edit/", {}).status_code == 403
        assert "<textarea" not in browser(worker).get(f"{PARTNERS}genova/").content.decode()
        with pytest.raises(Refused), acting_as(worker.actor()):
            actions.edit_partnership(
                by=worker, partnership=partnership("genova"), lines=[], signed_on=None, seen=[]
            )


def test_what_the_direction_changed_outlives_the_next_migration(
    databases: TestDatabases, django_db_setup: None, django_db_blocker: Any, worker_id: str
) -> None:
    name = databases.copy(f"lines_{worker_id}")
    with django_db_blocker.unblock(), pointed_at(name, "lgnet_owner"):
        Partnership.objects.filter(pk=partnership("genova").pk).update(lines=["housing"])

        actions.load_shipped()

        assert partnership("genova").lines == ["housing"]
    databases.drop(name)
