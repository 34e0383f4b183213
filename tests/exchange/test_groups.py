# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A working group of several partners: its members read what it writes, nobody else finds it."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.exchange import actions, queries
from lgnet.exchange.models import GroupMember, Post, Thread
from lgnet.network.worker import Worker
from tests.factories.exchange import a_group, a_thread, an_answer
from tests.world import World

Browser = Callable[[Worker], Client]


def test_members_of_two_partners_write_to_each_other(world: World, browser: Browser) -> None:
    group = a_group(world.anna, world.carla)
    thread = a_thread(world.anna, "Contratti", kind="discussion", group=group)
    an_answer(world.carla, thread, "Ecco il nostro.")

    page = browser(world.carla).get(f"/exchange/groups/{group.pk}/").content.decode()

    assert "Contratti" in page and "Anna Parodi" in page and "Carla Bianchi" in page


@pytest.mark.parametrize("who", ["dario", "ugo", "nadia"])
def test_who_does_not_belong_meets_404_and_nothing_in_the_list(
    world: World, browser: Browser, who: str
) -> None:
    group = a_group(world.anna, world.carla)
    thread = a_thread(world.anna, "Contratti riservati", kind="discussion", group=group)
    outsider: Worker = getattr(world, who)
    client = browser(outsider)

    assert client.get(f"/exchange/threads/{thread.pk}/").status_code == 404
    assert (
        client.post(f"/exchange/threads/{thread.pk}/reply/", {"text": "x", "language": "it"}).status_code
        == 404
    )
    assert "Contratti riservati" not in client.get("/exchange/").content.decode()
    assert "Contratti riservati" not in client.get(f"/exchange/groups/{group.pk}/").content.decode()
    with acting_as(outsider.actor()):
        assert not Thread.objects.filter(pk=thread.pk).exists()
        assert not Post.objects.filter(thread=thread.pk).exists()
    with acting_as(Actor(DbRole.WORKER, outsider.partner_id, outsider.user.pk)):
        assert not Post.objects.filter(thread=thread.pk).exists()


def test_who_leaves_reads_nothing_any_more(world: World, browser: Browser) -> None:
    group = a_group(world.anna, world.carla)
    thread = a_thread(world.anna, kind="discussion", group=group)
    carla = browser(world.carla)
    assert carla.get(f"/exchange/threads/{thread.pk}/").status_code == 200

    carla.post(f"/exchange/groups/{group.pk}/leave/")

    assert carla.get(f"/exchange/threads/{thread.pk}/").status_code == 404


def test_a_colleague_is_added_by_name_and_told(world: World, browser: Browser) -> None:
    group = a_group(world.anna)
    anna = browser(world.anna)

    assert anna.post(f"/exchange/groups/{group.pk}/members/", {"colleague": "Nessuno Mai"}).status_code == 422
    assert (
        anna.post(f"/exchange/groups/{group.pk}/members/", {"colleague": "Carla Bianchi"}).status_code == 302
    )

    with acting_as(world.carla.actor()):
        assert [n.kind for n in queries.unread(world.carla)] == ["group"]
        assert queries.is_member(group, world.carla.user.pk)


def test_mentions_in_a_group_reach_members_alone(world: World) -> None:
    group = a_group(world.anna, world.carla)
    thread = a_thread(world.anna, kind="discussion", group=group)
    an_answer(world.anna, thread, "Sentiamo @Carla Bianchi e @Dario Ferrando")

    with acting_as(world.carla.actor()):
        assert "mention" in [n.kind for n in queries.unread(world.carla)]
    with acting_as(world.dario.actor()):
        assert not queries.unread(world.dario)


def test_the_coordinator_hands_over_ends_and_reopens(world: World, browser: Browser) -> None:
    group = a_group(world.anna, world.carla)
    anna, carla = browser(world.anna), browser(world.carla)
    address = f"/exchange/groups/{group.pk}/"

    assert anna.post(f"{address}leave/").status_code == 403, "the coordinator hands over first"
    assert anna.post(f"{address}members/{world.carla.user.pk}/hand-over/").status_code == 302
    assert carla.post(f"{address}end/").status_code == 302
    refused = carla.get(f"/exchange/new/?group={group.pk}").context["page"].may_start
    assert not refused.allowed
    assert carla.post(f"{address}reopen/").status_code == 302
    assert anna.post(f"{address}end/").status_code == 403


def test_two_groups_have_two_names(world: World, browser: Browser) -> None:
    a_group(world.anna)

    form = {"name": "Gruppo sull’abitare", "purpose": "Altro"}
    page = browser(world.carla).post("/exchange/groups/new/", form)

    assert page.status_code == 422 and "Altro" in page.content.decode()


def test_nobody_adds_themselves(world: World) -> None:
    group = a_group(world.anna)
    with acting_as(world.carla.actor()), pytest.raises(DatabaseError), transaction.atomic():
        GroupMember.objects.create(
            group=group, member_id=world.carla.user.pk, organisation_id=world.carla.partner_id,
            joined_at=group.opened_at,
        )  # fmt: skip
    with acting_as(world.anna.actor()):
        actions.remove_member(
            by=world.anna, group=group, colleague_id=world.dario.user.pk
        )  # not there: nothing
        assert [each.member_id for each in queries.members(group)] == [world.anna.user.pk]
