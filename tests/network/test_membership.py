# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Memberships are changed and ended; whoever was ended has no access at the next request."""

import datetime as dt
from collections.abc import Callable

import pytest
import time_machine
from django.test import Client

from lgnet.core.authz import Refused, Stale
from lgnet.core.clock import now, today
from lgnet.core.rowsecurity import GATE, acting_as
from lgnet.network import actions
from lgnet.network.models import DataAgreement, Membership, Site
from lgnet.network.worker import Worker
from tests.world import World

Browser = Callable[[Worker], Client]


def page_of(worker: Worker) -> str:
    return f"/network/members/{worker.membership.pk}/"


def end(world: World, worker: Worker) -> None:
    with acting_as(world.amelia.actor()):
        actions.end_membership(by=world.amelia, membership=worker.membership, reason="changed job")


def test_ended_means_no_access_at_the_next_request(world: World, browser: Browser) -> None:
    anna = browser(world.anna)
    assert anna.get("/cases/").status_code == 200

    answer = browser(world.amelia).post(
        page_of(world.anna) + "end/", {"reason": "Ha cambiato lavoro"}, follow=True
    )

    assert "Anna Parodi non ha più accesso" in answer.content.decode()
    refused = anna.get("/cases/")
    assert refused.status_code == 403 and "nessun ruolo" in refused.content.decode()


def test_an_ending_is_undone_within_ten_minutes(world: World, browser: Browser) -> None:
    anna, amelia = browser(world.anna), browser(world.amelia)
    ended = amelia.post(page_of(world.anna) + "end/", {"reason": "sbaglio"}, follow=True)
    assert f"{page_of(world.anna)}restore/" in ended.content.decode()

    assert amelia.post(page_of(world.anna) + "restore/").status_code == 302

    assert anna.get("/cases/").status_code == 200


def test_later_it_is_too_late_to_undo(world: World) -> None:
    end(world, world.anna)

    with (
        time_machine.travel(now() + dt.timedelta(minutes=11), tick=False),
        acting_as(world.amelia.actor()),
        pytest.raises(Refused),
    ):
        actions.restore_membership(by=world.amelia, membership=world.anna.membership)


def test_an_ending_needs_a_reason(world: World, browser: Browser) -> None:
    answer = browser(world.amelia).post(page_of(world.anna) + "end/", {"reason": "  "})

    assert answer.status_code == 422
    with acting_as(GATE):
        assert Membership.objects.get(pk=world.anna.membership.pk).ended_at is None


def test_the_last_administrator_stays(world: World, browser: Browser) -> None:
    amelia = browser(world.amelia)

    assert amelia.post(page_of(world.amelia) + "end/", {"reason": "me ne vado"}).status_code == 403
    changed = amelia.post(page_of(world.amelia), {"role": "case_manager"})

    assert changed.status_code == 422 and "ultimo amministratore" in changed.content.decode()
    assert amelia.get("/network/members/").status_code == 200


def test_with_another_administrator_one_may_leave(world: World, browser: Browser) -> None:
    browser(world.amelia).post(page_of(world.dario), {"role": "partner_administrator"})

    assert browser(world.amelia).post(page_of(world.amelia) + "end/", {"reason": "via"}).status_code == 302


def test_a_change_ends_the_membership_and_begins_another(world: World, browser: Browser) -> None:
    with acting_as(world.amelia.actor()):
        site = Site.objects.create(partner=world.genova, name="Sportello di prova", kind="desk")

    typed = {"role": "coordinator", "site": str(site.pk), "valid_until": "2027-01-16"}
    answer = browser(world.amelia).post(page_of(world.bruno), typed)

    assert answer.status_code == 302
    with acting_as(GATE):
        former = Membership.objects.get(pk=world.bruno.membership.pk)
        following = Membership.objects.get(user=world.bruno.user, ended_at=None)
    assert former.end_reason == Membership.CHANGED and former.role == "outreach_operator"
    assert (following.role, following.site_id, following.valid_until) == (
        "coordinator",
        site.pk,
        dt.date(2027, 1, 16),
    )
    assert following.valid_from == today()


def test_a_change_of_nothing_changes_nothing(world: World, browser: Browser) -> None:
    browser(world.amelia).post(page_of(world.bruno), {"role": "outreach_operator"})

    with acting_as(GATE):
        assert Membership.objects.get(user=world.bruno.user).ended_at is None


def test_of_two_changes_at_once_the_second_is_told(world: World) -> None:
    with acting_as(world.amelia.actor()):
        change = {"by": world.amelia, "membership": world.bruno.membership, "site": None, "valid_until": None}
        actions.change_membership(role="front_desk", **change)  # type: ignore[arg-type]
        with pytest.raises(Stale):
            actions.change_membership(role="coordinator", **change)  # type: ignore[arg-type]


def test_a_membership_that_was_changed_is_not_restored_beside_the_one_that_follows(
    world: World, browser: Browser
) -> None:
    amelia = browser(world.amelia)
    amelia.post(page_of(world.bruno), {"role": "coordinator"})

    refused = amelia.post(page_of(world.bruno) + "restore/")

    assert refused.status_code == 403 and "sostituita" in refused.content.decode()
    with acting_as(GATE):
        open_ones = Membership.objects.filter(user=world.bruno.user, ended_at=None)
        assert list(open_ones.values_list("role", flat=True)) == ["coordinator"]


def test_a_site_of_another_partner_cannot_be_given(world: World, browser: Browser) -> None:
    with acting_as(GATE):
        foreign = Site.objects.filter(partner=world.torino).first()
    assert foreign is not None

    answer = browser(world.amelia).post(
        page_of(world.bruno), {"role": "outreach_operator", "site": str(foreign.pk)}
    )

    assert answer.status_code == 422


def test_no_national_role_by_a_forged_form(world: World, browser: Browser) -> None:
    assert browser(world.amelia).post(page_of(world.bruno), {"role": "national_director"}).status_code == 422


def test_members_of_another_partner_are_not_there(world: World, browser: Browser) -> None:
    amelia = browser(world.amelia)

    assert "Carla Bianchi" not in amelia.get("/network/members/").content.decode()
    assert amelia.get(page_of(world.carla)).status_code == 404
    assert amelia.post(page_of(world.carla) + "end/", {"reason": "x"}).status_code == 404


def test_only_the_administrator_manages_members(world: World, browser: Browser) -> None:
    for worker in (world.anna, world.dario, world.carla, world.ugo):
        assert browser(worker).get("/network/members/").status_code == 403
        assert browser(worker).post(page_of(world.bruno) + "end/", {"reason": "x"}).status_code == 403


def test_without_a_data_agreement_nobody_works_and_everybody_is_told_why(
    world: World, browser: Browser
) -> None:
    anna = browser(world.anna)
    with acting_as(world.ugo.actor()):
        agreements = DataAgreement.objects.filter(organisation=world.genova)
        agreements.update(valid_until=today() - dt.timedelta(days=1))

    answer = anna.get("/cases/")

    assert answer.status_code == 403
    assert "accordo sul trattamento dei dati" in answer.content.decode()
