# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""An event that was held counts once, who came as often as they came; campaign and indicator never differ."""

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
import time_machine
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lgnet.core.authz import Refused
from lgnet.core.clock import ROME, now
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.counting import actions as counting
from lgnet.counting.models import NETWORK, CountingFact, FactKind, FactSubject
from lgnet.direction import queries as direction
from lgnet.direction.indicators import INDICATORS
from lgnet.network.worker import Worker
from lgnet.society import queries
from lgnet.society.actions import events
from lgnet.society.actions.telling import forget
from lgnet.society.models import Campaign, Event, Registration
from tests.factories.network import at_work
from tests.factories.society import a_campaign, a_draft, confirmed, published
from tests.world import World

EVENTS, CAME = INDICATORS["EVENTS"], INDICATORS["PARTICIPATIONS"]
NATION = Actor(DbRole.NATIONAL)


@pytest.fixture(autouse=True)
def _database(db: None) -> None:
    """Every story needs one."""


@pytest.fixture
def torino(world: World) -> Worker:
    """Who writes the events of another partner."""
    return at_work(world.torino, "coordinator")


def figure(code: str, scope: uuid.UUID) -> int:
    """A figure as the nation reads it; the totals, the facts and the slow twin agree on it."""
    indicator = INDICATORS[code]
    with acting_as(NATION):
        screen = direction.figures(scope, [indicator])[code].cells
        assert dict(screen) == dict(direction.exact(indicator, scope))
        assert dict(screen) == dict(indicator.twin(direction.facts(), scope))
    return sum(screen.values())


def both(scope: uuid.UUID) -> tuple[int, int]:
    """Events held, and participations."""
    return figure("EVENTS", scope), figure("PARTICIPATIONS", scope)


def tick(by: Worker, registration: uuid.UUID, *, undo: bool = False) -> None:
    """Somebody is ticked off at the door, or it was somebody else."""
    with acting_as(by.actor()):
        row = Registration.objects.select_related("event").get(pk=registration)
        (events.undo_check_in if undo else events.check_in)(by=by, registration=row)


def hold(by: Worker, event: Event, walk_ins: int | None = None) -> None:
    """The organiser says that it was held."""
    with acting_as(by.actor()):
        events.hold(by=by, event=event, walk_ins=walk_ins)


def restore(by: Worker, event: Event) -> None:
    """It was not held after all, or not yet."""
    with acting_as(by.actor()):
        events.restore(by=by, event=event)


def test_an_event_counts_once_it_was_held_on_its_own_day_and_who_came_as_they_were_counted(
    world: World,
) -> None:
    event = published(world.dario, starts_at=dt.datetime(2027, 1, 31, 23, 30, tzinfo=ROME),
                      ends_at=dt.datetime(2027, 2, 1, 1, tzinfo=ROME))  # fmt: skip
    came, stayed = confirmed(event, "uno@example.net"), confirmed(event, "due@example.net")
    with time_machine.travel(event.ends_at + dt.timedelta(minutes=1)):
        tick(world.dario, came)
        assert both(NETWORK) == (0, 0), "nothing counts before somebody says that it was held"

        hold(world.dario, event, walk_ins=7)

        assert both(NETWORK) == both(world.genova.pk) == (1, 8)
        assert both(world.torino.pk) == (0, 0)
    with acting_as(NATION):
        assert {cell.month for cell in direction.exact(CAME)} == {dt.date(2027, 1, 1)}
        facts = CountingFact.objects.filter(kind__in=[FactKind.EVENT, FactKind.PARTICIPATION])
        assert Counter(facts.values_list("detail", flat=True)) == {"public": 1, "registered": 1, "walk_in": 7}
        assert {(f.pseudonym, f.sex, f.age_band, f.days) for f in facts} == {(None, "", "", None)}
    assert stayed  # who registered and did not come is in none of them


def test_taken_back_it_counts_no_more_and_held_again_it_counts_once(world: World) -> None:
    event = published(world.dario)
    came = confirmed(event, "uno@example.net")
    with time_machine.travel(event.ends_at + dt.timedelta(minutes=1)):
        tick(world.dario, came)
        hold(world.dario, event, walk_ins=3)
        restore(world.dario, event)
        assert both(NETWORK) == both(world.genova.pk) == (0, 0)

        hold(world.dario, event, walk_ins=2)

        assert both(NETWORK) == (1, 3)
    with acting_as(NATION):
        taken = CountingFact.objects.filter(weight=-1)
        assert taken.count() == 5 and not taken.filter(reason="").exists()


def test_who_is_ticked_off_after_it_was_held_counts_too_and_a_mistake_does_not(world: World) -> None:
    event = published(world.dario)
    one, two = confirmed(event, "uno@example.net"), confirmed(event, "due@example.net")
    with time_machine.travel(event.ends_at + dt.timedelta(minutes=1)):
        hold(world.dario, event, walk_ins=1)
        for _twice in range(2):
            tick(world.dario, one)
        assert both(NETWORK) == (1, 2)
        for _twice in range(2):
            tick(world.dario, two, undo=True)
        assert both(NETWORK) == (1, 2)
        for _twice in range(2):
            tick(world.dario, one, undo=True)
        assert both(NETWORK) == (1, 1), "the one who was counted without a name stays"


def test_nobody_counted_is_an_event_without_participations_and_a_cancelled_one_is_nothing(
    world: World,
) -> None:
    held, cancelled = published(world.dario), published(world.dario, "Un altro")
    with acting_as(world.dario.actor()):
        events.cancel(by=world.dario, event=cancelled, reason="Sciopero")
    with time_machine.travel(held.ends_at + dt.timedelta(minutes=1)):
        hold(world.dario, held)
        restore(world.dario, cancelled)
        assert both(NETWORK) == (1, 0)


def test_the_figure_stays_when_those_who_came_are_forgotten(world: World) -> None:
    event = published(world.dario)
    came = confirmed(event, "uno@example.net")
    with time_machine.travel(event.ends_at + dt.timedelta(minutes=1)):
        tick(world.dario, came)
        hold(world.dario, event, walk_ins=4)
    with time_machine.travel(event.ends_at + dt.timedelta(days=40)):
        with acting_as(Actor(DbRole.WORKER)):
            forget()
        with acting_as(world.dario.actor()):
            assert not Registration.objects.exists()
            behind = set(FactSubject.objects.filter(subject_id=event.pk).values_list("evidence", flat=True))
        assert both(NETWORK) == (1, 5)
        assert behind == {f"society.event:{event.pk}"}, "no fact ever led to who came"


def test_what_a_national_body_holds_counts_in_the_network_and_for_no_partner(
    world: World, browser: Callable[[Worker], Client]
) -> None:
    draft = a_draft(world.ugo, "Giornata nazionale", takes_registrations=False)
    with acting_as(world.ugo.actor()):
        event = events.publish(by=world.ugo, event=draft)
    with time_machine.travel(event.ends_at + dt.timedelta(minutes=1)):
        hold(world.ugo, event, walk_ins=250)
        assert both(NETWORK) == (1, 250)
        assert both(world.genova.pk) == both(world.torino.pk) == (0, 0)
        read = browser(world.nadia).get("/direction/?indicator=PARTICIPATIONS").content.decode()
        assert "di enti nazionali" in read and "Per sesso e fascia" not in read
        restore(world.ugo, event)
    assert both(NETWORK) == (0, 0)


@dataclass(frozen=True)
class Step:
    """Something that happens to one of four events: two of a partner, one of another, one outside of the campaign."""

    which: int
    verb: str
    n: int


steps = st.builds(
    Step, which=st.integers(0, 3), verb=st.sampled_from(["hold", "restore", "tick", "untick"]), n=st.integers(0, 4)
)  # fmt: skip


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(happened=st.lists(steps, min_size=4, max_size=14))
def test_a_campaign_says_what_the_indicator_says_whatever_happened(
    world: World, torino: Worker, happened: list[Step]
) -> None:
    with transaction.atomic():
        campaign = a_campaign(world.dario)
        whose = [world.dario, world.dario, torino, torino]
        of = [campaign, campaign, campaign, None]
        all_events = [published(by, f"Evento {n}", campaign=of[n]) for n, by in enumerate(whose)]
        people = [confirmed(event, "uno@example.net") for event in all_events]
        slowly: dict[int, tuple[bool, bool, int]] = dict.fromkeys(range(4), (False, False, 0))
        with time_machine.travel(all_events[0].ends_at + dt.timedelta(minutes=1)):
            for step in happened:
                slowly[step.which] = _take(step, whose[step.which], all_events[step.which], people[step.which],
                                           slowly[step.which])  # fmt: skip
        _agree(world, campaign, slowly)
        transaction.set_rollback(True)


def _take(
    step: Step, by: Worker, event: Event, who: uuid.UUID, was: tuple[bool, bool, int]
) -> tuple[bool, bool, int]:
    """Let it happen where it can; what is true then: held, came, how many without a name."""
    held, came, walk_ins = was
    if step.verb == "hold" and not held:
        hold(by, event, step.n)
        return True, came, step.n
    if step.verb == "restore" and held:
        restore(by, event)
        return False, came, 0
    if step.verb in {"tick", "untick"}:
        tick(by, who, undo=step.verb == "untick")
        return held, step.verb == "tick", walk_ins
    return was


def _agree(world: World, campaign: Campaign, slowly: dict[int, tuple[bool, bool, int]]) -> None:
    of_partner = {world.genova.pk: (0, 1), world.torino.pk: (2,)}
    with acting_as(world.carla.actor()):
        page = queries.numbers(campaign)
    for partner, which in of_partner.items():
        told: Counter[str] = Counter()
        for (whose, _month), what in page.items():
            told.update(what if whose == partner else {})
        assert told["event"] == sum(slowly[n][0] for n in which)
        assert told["participation"] == sum(slowly[n][0] * (slowly[n][1] + slowly[n][2]) for n in which)
        outside = slowly[3] if partner == world.torino.pk else (False, False, 0)
        assert both(partner) == (
            told["event"] + outside[0], told["participation"] + outside[0] * (outside[1] + outside[2])
        )  # fmt: skip
    assert both(NETWORK) == tuple(map(sum, zip(*(both(partner) for partner in of_partner), strict=True)))


def test_the_page_of_a_campaign_shows_its_numbers_to_whoever_sees_it(
    world: World, browser: Callable[[Worker], Client]
) -> None:
    campaign = a_campaign(world.dario)
    url = reverse("society:campaign", args=[campaign.pk])
    assert "ancora stato tenuto" in browser(world.dario).get(url).content.decode()
    event = published(world.dario, campaign=campaign)
    came = confirmed(event, "uno@example.net")
    with time_machine.travel(event.ends_at + dt.timedelta(minutes=1)):
        tick(world.dario, came)
        hold(world.dario, event, walk_ins=40)
        colleague = at_work(world.torino, "communications_officer")
        read = browser(colleague).get(url).content.decode()
    assert "41" in read and "Genova" in read and "/direction/indicators/PARTICIPATIONS/" in read
    assert "Marta Riva" not in read
    with acting_as(world.carla.actor()):
        assert not FactSubject.objects.filter(subject_id=event.pk).exists()


def test_a_figure_leads_to_the_event_behind_it_and_for_the_nation_to_no_title(
    world: World, browser: Callable[[Worker], Client]
) -> None:
    event = published(world.dario)
    with time_machine.travel(event.ends_at + dt.timedelta(minutes=1)):
        hold(world.dario, event, walk_ins=2)
        month = reverse("evidence:month", args=["genova", "participation", f"{event.starts_at:%Y-%m}"])
        own = browser(world.dario).get(month).content.decode()
        nation = browser(world.nadia).get(month).content.decode()
        assert own.count("Porte aperte allo sportello") == 2 and "Sesso ed età" not in own
        assert "Porte aperte" not in nation
        with acting_as(world.dario.actor()):
            fact = CountingFact.objects.filter(kind=FactKind.EVENT).get()
        proof = browser(world.dario).get(reverse("evidence:fact", args=[fact.pk])).content.decode()
        assert reverse("society:show", args=[event.pk]) in proof and "SHA-256" in proof
        assert browser(at_work(world.torino, "coordinator")).get(month).status_code == 404


def test_a_fact_of_an_event_names_nobody_and_is_stated_for_ones_own_partner_only(world: World) -> None:
    said = {"kind": "event", "partner": world.genova, "occurred_on": now().date(), "recorded_at": now()}
    for wrong in ({"pseudonym": b"1" * 32}, {"sex": "F"}, {"age_band": "<18"}, {"is_weak": True}):
        with acting_as(world.dario.actor()), pytest.raises(DatabaseError), transaction.atomic():
            CountingFact.objects.create(**said, **wrong)
    behind: dict[str, Any] = {
        "occurred_on": now().date(),
        "subject_id": uuid.uuid4(),
        "evidence": "tests:1",
        "detail": "public",
    }
    with acting_as(world.dario.actor()):
        assert counting.hold(kind=FactKind.EVENT, **behind) == 1
        with pytest.raises(DatabaseError), transaction.atomic():
            counting.hold(kind=FactKind.SUPPORTED, **behind)
    with acting_as(world.carla.actor()):
        assert (
            counting.take_back(kind=FactKind.EVENT, subject_id=behind["subject_id"], reason="not ours") == 0
        )
    with acting_as(NATION), pytest.raises(DatabaseError), transaction.atomic():
        counting.hold(kind=FactKind.EVENT, **behind)
    assert both(NETWORK) == (1, 0)


def test_the_stranger_holds_nothing_and_the_colleague_reads_why(world: World) -> None:
    event = published(world.dario)
    came = confirmed(event, "uno@example.net")
    with time_machine.travel(event.ends_at + dt.timedelta(minutes=1)):
        with acting_as(world.anna.actor()), pytest.raises(Refused, match="comunicazione"):
            events.hold(by=world.anna, event=event, walk_ins=None)
        stranger = at_work(world.torino, "coordinator")
        with acting_as(stranger.actor()):
            assert not Registration.objects.filter(pk=came).exists()
            with pytest.raises(Refused, match="altro partner"):
                events.hold(by=stranger, event=event, walk_ins=100)
    assert both(NETWORK) == (0, 0)
