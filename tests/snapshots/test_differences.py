# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The differences between two cut-offs are events of persons, and their sum is the difference, exactly."""

import datetime as dt
import uuid
from collections import Counter
from dataclasses import dataclass

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lgnet.core.ids import new_id
from lgnet.core.rowsecurity import acting_as
from lgnet.counting import actions as counting
from lgnet.counting.models import NETWORK, CountingFact, FactKind
from lgnet.direction.indicators import INDICATORS, O_2_3
from lgnet.snapshots import actions, queries
from lgnet.snapshots.differences import Event
from lgnet.snapshots.models import Snapshot
from lgnet.snapshots.queries.differences import Difference
from lgnet.snapshots.short_codes import short_code
from tests.factories.counting import facts
from tests.factories.snapshots import JUNE, a_cutoff
from tests.world import World

SEPTEMBER = dt.date(2026, 9, 30)
IN_JULY = dt.date(2026, 7, 10)
IN_MARCH = dt.date(2026, 3, 5)


def between(world: World, earlier: Snapshot, later: Snapshot, scope: uuid.UUID = NETWORK) -> Difference:
    with acting_as(world.ugo.actor()):
        found = queries.difference(earlier, later, O_2_3, scope)
    assert found.unexplained == 0 and found.explained_by_cell
    return found


def test_new_persons_and_those_written_down_late_are_told_apart(world: World) -> None:
    facts(world.anna, 1)
    june = a_cutoff(world.ugo)
    facts(world.anna, 2, 3, day=IN_JULY)
    facts(world.carla, 4, day=IN_MARCH)

    found = between(world, june, a_cutoff(world.ugo, SEPTEMBER))

    assert (found.value_then, found.value_now) == (1, 4)
    assert found.adds == {Event.NEW: 2, Event.BACKDATED: 1}


def test_a_back_dated_event_after_a_cutoff_changes_the_next_one_and_not_that_one(world: World) -> None:
    june = a_cutoff(world.ugo)
    facts(world.anna, 1, day=IN_MARCH)
    again = a_cutoff(world.ugo)

    found = between(world, june, again)

    assert found.adds == {Event.BACKDATED: 1}
    assert actions.verify(by=world.ugo, snapshot=june).holds


def test_who_is_taken_back_is_there_with_the_reason_and_a_short_code(world: World) -> None:
    (fact,) = facts(world.anna, 1)
    june = a_cutoff(world.ugo)
    with acting_as(world.anna.actor()):
        counting.counter(fact=fact, reason="the intervention was taken back")
    later = a_cutoff(world.ugo, SEPTEMBER)

    assert between(world, june, later).adds == {Event.TAKEN_BACK: -1}
    with acting_as(world.ugo.actor()):
        (line,), more = queries.event_lines(june, later, O_2_3, NETWORK)
    assert not more
    assert (line.event, line.reason) == (Event.TAKEN_BACK, "the intervention was taken back")
    assert line.code == short_code(bytes([1]) * 32) and line.person is None


def moved(world: World, fact: CountingFact, to: int, *, sex: str = "F") -> None:
    with acting_as(world.anna.actor()):
        counting.follow_identity(
            person_id=fact.subject.subject_id, pseudonym=bytes([to]) * 32, is_weak=False, sex=sex, birth_date=None,
            reason="identity corrected or confirmed",
        )  # fmt: skip


def test_a_merged_person_was_counted_twice_and_is_counted_once(world: World) -> None:
    (fact,) = facts(world.anna, 1)
    facts(world.carla, 2)
    june = a_cutoff(world.ugo)
    moved(world, fact, to=2)
    later = a_cutoff(world.ugo, SEPTEMBER)

    found = between(world, june, later)

    assert (found.value_then, found.value_now) == (2, 1)
    assert found.adds == {Event.JOINED: -1}
    assert actions.verify(by=world.ugo, snapshot=june).holds


def test_a_confirmed_identity_moves_a_person_from_one_code_to_another(world: World) -> None:
    (fact,) = facts(world.anna, 1)
    june = a_cutoff(world.ugo)
    moved(world, fact, to=7)
    later = a_cutoff(world.ugo, SEPTEMBER)

    assert between(world, june, later).adds == {Event.MOVED: -1, Event.MOVED_IN: 1}
    with acting_as(world.ugo.actor()):
        lines, _more = queries.event_lines(june, later, O_2_3, NETWORK, event=Event.MOVED)
    assert [line.moved_to for line in lines] == [short_code(bytes([7]) * 32)]


def test_a_corrected_sex_moves_a_person_between_cells(world: World) -> None:
    (fact,) = facts(world.anna, 1, sex="M")
    june = a_cutoff(world.ugo)
    moved(world, fact, to=1, sex="F")

    found = between(world, june, a_cutoff(world.ugo, SEPTEMBER))

    assert found.adds == {Event.CORRECTED: 0} and found.events == {Event.CORRECTED: 1}
    assert sorted(found.cells.values()) == [-1, 1]


@dataclass(frozen=True)
class Step:
    """Something that happens, or (`undo`) a standing fact that is taken back or (`into`) moved."""

    at_genova: bool
    kind: FactKind
    who: int
    day: dt.date
    sex: str
    undo: int | None
    into: int | None


steps = st.builds(
    Step,
    at_genova=st.booleans(),
    kind=st.sampled_from([FactKind.SUPPORTED, FactKind.CONTACT, FactKind.REGISTERED]),
    who=st.integers(0, 3),
    day=st.dates(dt.date(2026, 5, 1), dt.date(2026, 10, 31)),
    sex=st.sampled_from(["F", "M", ""]),
    undo=st.none() | st.integers(0, 9),
    into=st.none() | st.integers(0, 3),
)


def take(step: Step, world: World, standing: dict[uuid.UUID, list[CountingFact]]) -> None:
    worker = world.anna if step.at_genova else world.carla
    mine = standing.setdefault(worker.partner_id, [])
    with acting_as(worker.actor()):
        if step.undo is not None and mine:
            fact = mine.pop(step.undo % len(mine))
            if step.into is None or fact.pseudonym is None:
                counting.counter(fact=fact, reason="a mistake")
            else:
                counting.follow_identity(
                    person_id=fact.subject.subject_id, pseudonym=bytes([step.into]) * 32, is_weak=False,
                    sex=step.sex, birth_date=None, reason="identity corrected or confirmed",
                )  # fmt: skip
            return
        mine.append(
            counting.state(
                kind=step.kind, partner_id=worker.partner_id, occurred_on=step.day, subject_id=new_id(),
                evidence="tests:1", sex=step.sex, band="18-60",
                pseudonym=None if step.kind == FactKind.CONTACT else bytes([step.who]) * 32,
            )
        )  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    first=st.lists(steps, max_size=8),
    then=st.lists(steps, min_size=1, max_size=10),
    later=st.sampled_from([JUNE, SEPTEMBER]),
)
def test_the_events_add_up_to_the_difference_whatever_happened(
    world: World, first: list[Step], then: list[Step], later: dt.date
) -> None:
    with transaction.atomic():
        standing: dict[uuid.UUID, list[CountingFact]] = {}
        for step in first:
            take(step, world, standing)
        june = a_cutoff(world.ugo)
        for step in then:
            take(step, world, standing)
        after = a_cutoff(world.ugo, later)

        with acting_as(world.ugo.actor()):
            for indicator in (O_2_3, INDICATORS["REGISTERED"], INDICATORS["CONTACTS"]):
                for scope in (NETWORK, world.genova.pk, world.torino.pk):
                    found = queries.difference(june, after, indicator, scope)
                    assert found.value_then + sum(found.adds.values()) == found.value_now
                    assert found.explained_by_cell
                    lines, _more = queries.event_lines(june, after, indicator, scope)
                    assert Counter(line.event for line in lines) == found.events
        assert actions.verify(by=world.ugo, snapshot=june).holds
        transaction.set_rollback(True)


def test_a_long_list_of_events_is_read_page_by_page_and_nobody_is_left_out_or_met_twice(world: World) -> None:
    june = a_cutoff(world.ugo)
    facts(world.anna, *range(1, 61), day=IN_JULY)
    facts(world.carla, *range(61, 111), day=IN_MARCH)
    facts(world.carla, *range(1, 6), kind=FactKind.CONTACT, day=IN_JULY)
    later = a_cutoff(world.ugo, SEPTEMBER)

    for indicator, event, pages in (
        (O_2_3, "", [50, 50, 10]),
        (O_2_3, Event.NEW, [50, 10]),
        (INDICATORS["CONTACTS"], "", [5]),
    ):
        met, sizes, after, more = list[str](), list[int](), None, True
        with acting_as(world.ugo.actor()):
            while more:
                lines, more = queries.event_lines(june, later, indicator, NETWORK, event=event, after=after)
                met += [line.code for line in lines]
                sizes.append(len(lines))
                after = lines[-1].fact_id
        assert sizes == pages
        assert len(set(met)) == len(met) == sum(pages)


@pytest.mark.parametrize("who", ["dario", "anna"])
def test_a_partner_follows_each_event_to_the_file_and_never_sees_another_partner(
    world: World, who: str
) -> None:
    june = a_cutoff(world.ugo)
    with acting_as(world.anna.actor()):
        person = world.person("olena")
        counting.state(
            kind=FactKind.SUPPORTED, partner_id=world.genova.pk, occurred_on=IN_MARCH, subject_id=person.pk,
            evidence="tests:1", pseudonym=bytes(person.pseudonym or b""), sex="F", band="18-60",
        )  # fmt: skip
    facts(world.carla, 5, day=IN_MARCH)
    later = a_cutoff(world.ugo, SEPTEMBER)

    with acting_as(getattr(world, who).actor()):
        lines, _more = queries.event_lines(june, later, O_2_3, world.genova.pk, with_names=True)
        elsewhere, _more = queries.event_lines(june, later, O_2_3, world.torino.pk, with_names=True)

    assert [line.person.full_name for line in lines if line.person] == ["Olena Shevchenko"]
    assert not elsewhere
