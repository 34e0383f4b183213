# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Two files of one person count once, whatever happens before and after it is said, and apart again once taken back."""

import datetime as dt
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

import pytest
from django.test import Client
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lgnet.core.authz import Refused
from lgnet.core.models import AuditEntry, RowHistory
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.counting import actions as counting
from lgnet.counting.models import NETWORK, CountingFact, FactKind
from lgnet.direction import queries as figures
from lgnet.direction.indicators import INDICATORS, REGISTERED, Cell
from lgnet.network.worker import Worker
from lgnet.people.actions import (
    add_identifier,
    correct_identity,
    count_apart,
    count_once,
    register,
    withdraw_identifier,
)
from lgnet.people.identity import Identity
from lgnet.people.models import Identifier, Person
from lgnet.quality.actions import look_closer
from tests.counting.test_totals_follow_the_facts import NATION, Undone, agree
from tests.factories.people import person
from tests.world import World

Browser = Callable[[Worker], Client]
SUPPORTED = next(one for one in INDICATORS.values() if one.fact_kind == FactKind.SUPPORTED)


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


BORN = dt.date(1991, 7, 9)
CODE = "RSSMRA85T10A562S"  # of nobody: the example of the Revenue Agency


def a_pair(by: Worker) -> tuple[Person, Person]:
    """The same woman, registered twice with her name written in two ways."""
    known = {"birth_date": BORN, "birth_precision": "day"}
    return person(by, "Aminata", "Traore", **known), person(by, "Aminatou", "Traoré Diallo", **known)


def again(who: Person) -> Person:
    """The file as it is now."""
    return Person.objects.select_related("key").get(pk=who.pk)


def registered(scope: uuid.UUID) -> int:
    """How many count as registered, in the three ways that must agree."""
    with acting_as(NATION):
        return agree(REGISTERED, scope).total()


def test_they_count_once_at_the_partner_and_in_the_network_and_apart_again(world: World) -> None:
    anna, scopes = world.anna, (NETWORK, world.genova.pk)
    before = [registered(scope) for scope in scopes]
    with acting_as(anna.actor()):
        first, second = a_pair(anna)
    assert [registered(scope) for scope in scopes] == [n + 2 for n in before]

    with acting_as(anna.actor()):
        lone = count_once(by=anna, person=second, other=first)

        assert (lone.pk, lone.same_as_id) == (second.pk, first.pk), "the file that was there first leads"
        reasons = CountingFact.objects.filter(subject__subject_id=second.pk, weight=-1)
        assert [fact.reason for fact in reasons] == ["two files of one person"]
        assert AuditEntry.objects.filter(subject_id=second.pk, event="person.counted_once").count() == 1
        assert RowHistory.objects.filter(row_id=second.pk, before__has_key="same_as_id").exists()
    assert [registered(scope) for scope in scopes] == [n + 1 for n in before]

    with acting_as(anna.actor()):
        count_apart(by=anna, person=again(second))

        assert again(second).same_as_id is None
        assert bytes(again(second).pseudonym or b"") != bytes(again(first).pseudonym or b"")
        assert AuditEntry.objects.filter(subject_id=second.pk, event="person.counted_apart").count() == 1
    assert [registered(scope) for scope in scopes] == [n + 2 for n in before]


def test_sex_and_age_are_those_of_the_earliest_fact_of_both_files(world: World) -> None:
    anna, day = world.anna, dt.date(2026, 1, 5)
    with acting_as(NATION):
        before = agree(SUPPORTED, world.genova.pk)
    with acting_as(anna.actor()):
        first, second = a_pair(anna)
        for who, on, sex in ((first, day, "F"), (second, day - dt.timedelta(days=200), "M")):
            counting.state(
                kind=FactKind.SUPPORTED, partner_id=anna.partner_id, occurred_on=on, subject_id=who.pk,
                evidence="tests:1", pseudonym=bytes(who.pseudonym or b""), sex=sex, band="18-60",
            )  # fmt: skip
        count_once(by=anna, person=first, other=second)
    with acting_as(NATION):
        added = agree(SUPPORTED, world.genova.pk) - before

    # Each file's own identity is restated with it: both files say F, and the earliest day decides the month.
    assert added == {Cell(dt.date(2025, 6, 1), "F", "18-60"): 1}


def test_a_tax_code_in_either_file_is_the_pseudonym_of_both(world: World) -> None:
    anna = world.anna
    with acting_as(anna.actor()):
        first, second = a_pair(anna)
        count_once(by=anna, person=first, other=second)
        weak = bytes(again(first).pseudonym or b"")

        number = add_identifier(by=anna, person=again(second), kind=Identifier.Kind.TAX_CODE, value=CODE)

        strong = bytes(again(first).pseudonym or b"")
        assert strong == bytes(again(second).pseudonym or b"") != weak
        assert not again(first).pseudonym_is_weak

        withdraw_identifier(by=anna, identifier=number)

        assert bytes(again(first).pseudonym or b"") == weak == bytes(again(second).pseudonym or b"")


def test_who_leads_and_who_cannot_be_joined(world: World) -> None:
    anna = world.anna
    with acting_as(anna.actor()):
        first, second = a_pair(anna)
        third, fourth = (person(anna, name, name) for name in ("Binta", "Coumba"))
        count_once(by=anna, person=second, other=third)
        lone = count_once(by=anna, person=first, other=again(third))
        assert lone.pk == first.pk and lone.same_as_id == second.pk, "who leads others goes on leading"
        with pytest.raises(Refused, match="already"):
            count_once(by=anna, person=again(first), other=again(third))
        with pytest.raises(Refused, match="one file"):
            count_once(by=anna, person=fourth, other=fourth)
        fifth = person(anna, "Dior", "Dior")
        count_once(by=anna, person=fourth, other=fifth)
        with pytest.raises(Refused, match="take one of them out"):
            count_once(by=anna, person=again(first), other=again(fifth))
        with pytest.raises(Refused, match="by itself"):
            count_apart(by=anna, person=again(second))


def test_two_different_tax_codes_are_two_people(world: World) -> None:
    anna = world.anna
    with acting_as(anna.actor()):
        first, second = a_pair(anna)
        add_identifier(by=anna, person=first, kind=Identifier.Kind.TAX_CODE, value=CODE)
        add_identifier(by=anna, person=second, kind=Identifier.Kind.TAX_CODE, value="VRDGPP80A01F205X")
        with pytest.raises(Refused, match="they differ"):
            count_once(by=anna, person=again(first), other=again(second))


@dataclass(frozen=True)
class Event:
    """Something that happens to one file, or between two."""

    what: str
    who: int
    other: int
    day: dt.date
    sex: str


@dataclass
class Story:
    """What was said, as anybody would keep it on paper: who counts with whom, and which facts stand."""

    leads: dict[int, int] = field(default_factory=dict)
    facts: list[tuple[int, CountingFact]] = field(default_factory=list)

    def leader(self, who: int) -> int:
        return self.leads.get(who, who)

    def grouped(self, who: int) -> bool:
        return who in self.leads or who in self.leads.values()

    def may_join(self, who: int, other: int) -> bool:
        return self.leader(who) != self.leader(other) and not (self.grouped(who) and self.grouped(other))


events = st.builds(
    Event,
    what=st.sampled_from(["support", "support", "join", "join", "apart", "sex", "take_back"]),
    who=st.integers(0, 3),
    other=st.integers(0, 3),
    day=st.dates(dt.date(2025, 11, 1), dt.date(2026, 2, 28)),
    sex=st.sampled_from(["F", "M", ""]),
)
FILES = 4


def happen(by: Worker, event: Event, files: list[Person], story: Story) -> None:
    """Let it happen, and write it on paper."""
    who, other = again(files[event.who]), again(files[event.other])
    if event.what == "support":
        counting.state(
            kind=FactKind.SUPPORTED, partner_id=by.partner_id, occurred_on=event.day, subject_id=who.pk,
            evidence="tests:1", pseudonym=bytes(who.pseudonym or b""), sex=who.sex, band="18-60",
        )  # fmt: skip
    elif event.what == "take_back":
        standing = CountingFact.objects.filter(subject__subject_id=who.pk, kind=FactKind.SUPPORTED, weight=1)
        fact = standing.exclude(corrections__weight=-1).select_related("subject").first()
        if fact is not None:
            counting.counter(fact=fact, reason="a mistake")
    elif event.what == "sex":
        known = replace(Identity.of(who), sex=event.sex)
        correct_identity(by=by, person=who, identity=known, version=who.version)
    elif event.what == "apart" and event.who in story.leads:
        count_apart(by=by, person=who)
        del story.leads[event.who]
    elif event.what == "join" and story.may_join(event.who, event.other):
        lone = count_once(by=by, person=who, other=other)
        position = next(n for n, one in enumerate(files) if one.pk == lone.pk)
        story.leads[position] = story.leader(event.other if position == event.who else event.who)


def supported_on_paper(files: list[Person], story: Story) -> int:
    """The people with a support that stands, each group of files once: the slow twin."""
    found = set()
    for position, one in enumerate(files):
        facts = CountingFact.objects.filter(subject__subject_id=one.pk, kind=FactKind.SUPPORTED, weight=1)
        if any(not CountingFact.objects.filter(corrects=fact).exists() for fact in facts):
            found.add(story.leader(position))
    return len(found)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(happened=st.lists(events, min_size=2, max_size=10))
def test_totals_agree_with_what_was_said_in_whatever_order(world: World, happened: list[Event]) -> None:
    anna = world.anna
    with Undone():
        with acting_as(NATION):
            before = {one.code: agree(one, NETWORK).total() for one in (REGISTERED, SUPPORTED)}
        with acting_as(anna.actor()):
            names = ("Awa", "Bineta", "Coumba", "Dior")
            files = [register(by=anna, identity=Identity(name, f"N{name}", sex="F")) for name in names]
            story = Story()
            for event in happened:
                happen(anna, event, files, story)
            people = len({story.leader(n) for n in range(FILES)})
            supported = supported_on_paper(files, story)
        with acting_as(NATION):
            facts = figures.facts()
            for indicator in (REGISTERED, SUPPORTED):
                for scope in (NETWORK, world.genova.pk):
                    agree(indicator, scope)
                assert sum(indicator.twin(facts, NETWORK).values()) == agree(indicator, NETWORK).total()
            assert agree(REGISTERED, NETWORK).total() - before[REGISTERED.code] == people
            assert agree(SUPPORTED, NETWORK).total() - before[SUPPORTED.code] == supported


def test_the_twins_page_says_it_and_takes_it_back(world: World, browser: Browser) -> None:
    anna = world.anna
    known = {"birth_date": BORN, "birth_precision": "day", "birth_country": "ML", "citizenships": ("ML",)}
    with acting_as(anna.actor()):
        first, second = (person(anna, "Aminata", "Traore", **known) for _ in range(2))
        correct_identity(
            by=anna, person=second, identity=replace(Identity.of(second), birth_date=dt.date(1991, 7, 8)),
            version=second.version,
        )  # fmt: skip
    with acting_as(Actor(DbRole.WORKER, anna.partner_id)):
        look_closer(partner_id=anna.partner_id, thoroughly=False)
    client, page = browser(anna), f"/quality/people/{first.pk}/twins/"
    once = f"/quality/people/{first.pk}/twins/{second.pk}/count-once/"
    assert once in client.get(page).content.decode()

    assert client.post(once).status_code == 302

    apart = f"/quality/people/{second.pk}/count-apart/"
    shown = client.get(page).content.decode()
    assert apart in shown and once not in shown
    with acting_as(Actor(DbRole.WORKER, anna.partner_id)):
        look_closer(partner_id=anna.partner_id, thoroughly=False)
    assert f"/quality/people/{first.pk}/twins/" not in client.get("/quality/").content.decode()
    assert f"/quality/people/{second.pk}/twins/" in client.get(f"/people/{second.pk}/").content.decode()

    assert client.post(apart).status_code == 302
    assert once in client.get(page).content.decode()


def test_a_stranger_finds_neither_file_and_a_specialist_decides_nothing(
    world: World, browser: Browser
) -> None:
    with acting_as(world.anna.actor()):
        first, second = a_pair(world.anna)
        with pytest.raises(Refused, match="does not register"):
            count_once(by=world.paola, person=first, other=second)
    url = f"/quality/people/{first.pk}/twins/{second.pk}/count-once/"

    assert browser(world.carla).post(url).status_code == 404
    assert browser(world.paola).post(url).status_code == 403
    assert browser(world.nadia).post(url).status_code == 403
