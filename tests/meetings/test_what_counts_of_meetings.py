# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A meeting or a visit counts once it is reported, once in the network, for whoever organised it."""

import datetime as dt
import uuid
from collections.abc import Callable

import pytest
from django.test import Client

from lgnet.core.authz import Refused
from lgnet.core.clock import ROME, now
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.counting.models import NETWORK, CountingFact, FactKind
from lgnet.direction import queries as direction
from lgnet.direction.indicators import INDICATORS
from lgnet.meetings import actions
from lgnet.meetings.actions import Plan
from lgnet.meetings.models import Meeting
from lgnet.network.worker import Worker
from tests.factories.exchange import a_group
from tests.factories.meetings import a_meeting, invite_partner
from tests.world import World

NATION = Actor(DbRole.NATIONAL)
EVENTS = INDICATORS["EVENTS"]


def held(scope: uuid.UUID) -> int:
    """Events held, as the nation reads them; the totals, the facts and the slow twin agree."""
    with acting_as(NATION):
        cells = direction.figures(scope, [EVENTS])["EVENTS"].cells
        assert (
            dict(cells) == dict(direction.exact(EVENTS, scope)) == dict(EVENTS.twin(direction.facts(), scope))
        )
    return sum(cells.values())


def report(by: Worker, meeting: Meeting, text: str = "Tre cose imparate.") -> None:
    """Who organised it tells what came of it."""
    with acting_as(by.actor()):
        actions.write_report(by=by, meeting=meeting, text=text)


def move(by: Worker, meeting: Meeting, days: int, kind: str = "visit") -> None:
    """It was on another day, or was something else."""
    at = now() + dt.timedelta(days=days)
    plan = Plan(kind, meeting.title, by.organisation, at, at + dt.timedelta(hours=3), place="Palazzo Tursi")
    with acting_as(by.actor()):
        actions.edit(by=by, meeting=meeting, plan=plan)


def test_a_visit_of_several_partners_counts_once_and_for_whoever_organised_it(world: World) -> None:
    meeting = a_meeting(world.anna, days=-3)
    announced = a_meeting(world.anna, days=5)
    invite_partner(world.anna, announced, world.torino)
    assert held(NETWORK) == 0, "what is announced, or over and not reported, does not count"

    report(world.anna, meeting)
    report(world.anna, meeting, "Tre cose imparate, e una da chiedere.")

    assert (held(NETWORK), held(world.genova.pk), held(world.torino.pk)) == (1, 1, 0)
    with acting_as(NATION):
        fact = CountingFact.objects.get(kind=FactKind.EVENT)
        assert (fact.detail, fact.occurred_on) == ("visit", meeting.starts_at.astimezone(ROME).date())
        assert not CountingFact.objects.filter(kind=FactKind.PARTICIPATION).exists()


def test_a_corrected_day_moves_it_and_a_reported_meeting_never_lies_ahead(
    world: World, browser: Callable[[Worker], Client]
) -> None:
    meeting = a_meeting(world.anna, days=-3)
    report(world.anna, meeting)
    move(world.anna, meeting, -40, "meeting")
    assert held(NETWORK) == held(world.genova.pk) == 1
    with acting_as(NATION):
        standing = (
            CountingFact.objects.filter(weight=1).exclude(corrections__weight=-1).get(kind=FactKind.EVENT)
        )
        assert standing.occurred_on == (now() - dt.timedelta(days=40)).astimezone(ROME).date()
        assert standing.detail == "meeting" and CountingFact.objects.get(weight=-1).reason

    with pytest.raises(Refused, match="scritto"):
        move(world.anna, meeting, 3)
    later = now() + dt.timedelta(days=3)
    sent = {
        "kind": "visit", "title": "Altro titolo", "host": str(world.genova.pk), "place": "Qui",
        "starts_at": f"{later:%Y-%m-%dT09:00}", "ends_at": f"{later:%Y-%m-%dT10:00}",
    }  # fmt: skip
    answer = browser(world.anna).post(f"/meetings/{meeting.pk}/edit/", sent)
    assert answer.status_code == 422 and "Altro titolo" in answer.content.decode()
    assert set(answer.context["page"].form.errors) == {"starts_at"}


def test_the_meeting_of_a_working_group_counts_nothing_for_only_its_members_read_of_it(world: World) -> None:
    group = a_group(world.anna)
    meeting = a_meeting(world.anna, days=-3, group=group)
    report(world.anna, meeting)
    move(world.anna, meeting, -5)
    assert held(NETWORK) == 0


def test_the_stranger_reports_nothing_and_so_nothing_counts(
    world: World, browser: Callable[[Worker], Client]
) -> None:
    meeting = a_meeting(world.anna, days=-3)
    hidden = a_meeting(world.anna, days=-3, group=a_group(world.anna))
    with pytest.raises(Refused, match="organizza"):
        report(world.carla, meeting)
    assert browser(world.carla).get(f"/meetings/{hidden.pk}/").status_code == 404
    assert held(NETWORK) == 0
