# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The totals, the exact query and the slow Python twin say the same, whatever happened in whatever order."""

import datetime as dt
import uuid
from collections import Counter
from dataclasses import dataclass

import pytest
from django.db import Error, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lgnet.core.ids import new_id
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.counting import actions
from lgnet.counting.models import ABOUT_NOBODY, EVENT_KINDS, NETWORK, CountingFact, FactKind, Total
from lgnet.direction import measuring, queries
from lgnet.direction.indicators import DERIVED, INDICATORS, SHARES, Cell, Fact, Indicator
from lgnet.direction.indicators.counting_rules import EVERYTHING_SQL, PLAIN_SQL
from lgnet.direction.indicators.twins import count_lines, earliest
from tests.world import World

KINDS = list(FactKind)
NATION = Actor(DbRole.NATIONAL)


@dataclass(frozen=True)
class Step:
    """Something that happens: a fact at a partner, or (`undo`) one of those that stand is taken back."""

    kind: FactKind
    at_genova: bool
    who: int
    day: dt.date
    sex: str
    band: str
    lines: tuple[str, ...]
    days: int | None
    undo: int | None


steps = st.builds(
    Step,
    kind=st.sampled_from(KINDS),
    at_genova=st.booleans(),
    who=st.integers(0, 2),
    day=st.dates(dt.date(2025, 11, 1), dt.date(2026, 2, 28)),
    sex=st.sampled_from(["F", "M", ""]),
    band=st.sampled_from(["<18", "18-60", ""]),
    lines=st.lists(st.sampled_from(["housing", "taking_in_charge"]), max_size=2).map(tuple),
    days=st.none() | st.integers(0, 40),
    undo=st.none() | st.integers(0, 20),
)


def take(step: Step, world: World, standing: dict[uuid.UUID, list[CountingFact]]) -> None:
    """Let it happen, as the partner's own role."""
    worker = world.anna if step.at_genova else world.carla
    mine = standing.setdefault(worker.partner_id, [])
    with acting_as(worker.actor()):
        if step.undo is not None and mine:
            actions.counter(fact=mine.pop(step.undo % len(mine)), reason="a mistake")
            return
        fact = actions.state(
            kind=step.kind,
            partner_id=worker.partner_id,
            occurred_on=step.day,
            subject_id=new_id(),
            evidence="tests:1",
            pseudonym=None if step.kind in EVENT_KINDS else bytes([100 * step.who]) * 32,
            sex="" if step.kind in ABOUT_NOBODY else step.sex,
            band="" if step.kind in ABOUT_NOBODY else step.band,
            lines=step.lines,
            days=step.days,
        )
        mine.append(fact)


def agree(indicator: Indicator, scope: uuid.UUID) -> Counter[Cell]:
    """The three ways to count one indicator in one scope, which must say the same."""
    screen = queries.figures(scope, [indicator])[indicator.code]
    exact = queries.exact(indicator, scope)
    twin = indicator.twin(queries.facts(), scope)
    assert dict(screen.cells) == dict(exact) == dict(twin)
    return exact


def agree_at_once(*, until: dt.date | None, known_at: dt.datetime | None) -> None:
    """The count of everything and its plain shape, which any engine can run, give the same rows."""
    with connection.cursor() as cursor:
        rows = []
        for sql in (EVERYTHING_SQL, PLAIN_SQL):
            cursor.execute(sql, {"until": until, "known_at": known_at})
            rows.append(sorted((str(scope), *rest) for scope, *rest in cursor.fetchall()))
    assert rows[0] == rows[1]


def agree_further(facts: list[Fact], scope: uuid.UUID) -> None:
    """Action lines, waiting, authorities and everything at once, each in two or three ways."""
    for one in INDICATORS.values():
        if one.counts_persons:
            lines = measuring.lines(one, scope)
            assert lines == measuring.exact_lines(one, scope) == count_lines(facts, one.fact_kind, scope)
            first = earliest(facts, one.fact_kind, scope).values()
            assert measuring.weak(one, scope) == sum(fact.is_weak for fact in first)
    for share in SHARES.values():
        waiting = measuring.waiting(share, scope).days
        assert waiting == measuring.exact_waiting(share, scope).days == share.twin(facts, scope)
    for derived in DERIVED.values():
        assert measuring.derived(derived) == measuring.exact_derived(derived) == derived.twin(facts)


@pytest.mark.parametrize("indicator", INDICATORS.values(), ids=list(INDICATORS))
def test_the_three_ways_to_count_agree_on_the_world_as_it_is(world: World, indicator: Indicator) -> None:
    with acting_as(NATION):
        for scope in (NETWORK, world.genova.pk, world.torino.pk):
            agree(indicator, scope)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(happened=st.lists(steps, min_size=1, max_size=14))
def test_totals_agree_with_the_facts_whatever_happened(world: World, happened: list[Step]) -> None:
    with Undone():
        standing: dict[uuid.UUID, list[CountingFact]] = {}
        for step in happened:
            take(step, world, standing)

        with acting_as(NATION):
            scopes = (NETWORK, world.genova.pk, world.torino.pk)
            before = {(i.code, s): agree(i, s) for i in INDICATORS.values() for s in scopes}
            facts = queries.facts()
            for scope in scopes:
                agree_further(facts, scope)
            agree_at_once(until=None, known_at=None)
            whole_network = measuring.everything()
            for (code, scope), cells in before.items():
                at_once = {Cell(*key): n for key, n in whole_network.get((scope, code), {}).items()}
                assert at_once == dict(cells)
            persons = [i for i in INDICATORS.values() if i.counts_persons]
            for indicator in persons:
                whole, *parts = (before[indicator.code, scope].total() for scope in scopes)
                assert max(parts) <= whole <= sum(parts)
        with acting_as(Actor(DbRole.WORKER)):
            actions.compact()
        with acting_as(NATION):
            assert before == {(i.code, s): agree(i, s) for i in INDICATORS.values() for s in scopes}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    happened=st.lists(
        st.builds(
            Step,
            kind=st.sampled_from([FactKind.ASSISTED, FactKind.SUPPORTED]),
            at_genova=st.booleans(),
            who=st.integers(1, 2),
            day=st.dates(dt.date(2026, 1, 30), dt.date(2026, 2, 2)),
            sex=st.sampled_from(["F", "M", ""]),
            band=st.sampled_from(["<18", ">60", ""]),
            lines=st.just(()),
            days=st.none(),
            undo=st.none() | st.integers(0, 20),
        ),
        min_size=6,
        max_size=20,
    )
)
def test_who_is_met_often_at_two_partners_counts_once_in_each_and_in_the_network(
    world: World, happened: list[Step]
) -> None:
    with Undone():
        standing: dict[uuid.UUID, list[CountingFact]] = {}
        for step in happened:
            take(step, world, standing)

        with acting_as(NATION):
            entered = CountingFact.objects.order_by("entered_at").values_list("entered_at", flat=True)
            agree_at_once(until=None, known_at=None)
            agree_at_once(until=dt.date(2026, 1, 31), known_at=None)
            agree_at_once(until=None, known_at=entered[len(entered) - 4])


class Undone:
    """A transaction that leaves nothing behind, for examples that follow each other in one test."""

    def __enter__(self) -> None:
        self.atomic = transaction.atomic()
        self.atomic.__enter__()

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)


def test_facts_written_by_one_statement_count_like_facts_written_one_by_one(world: World) -> None:
    day = dt.date(2026, 1, 5)
    with acting_as(world.anna.actor()):
        CountingFact.objects.bulk_create(
            CountingFact(
                kind=FactKind.TAKEN_IN_CHARGE, partner=world.genova, occurred_on=day - dt.timedelta(days=n % 40),
                pseudonym=bytes([n % 7]) * 32, sex="FM"[n % 2], age_band="<18",
                recorded_at=dt.datetime(2026, 2, 1, tzinfo=dt.UTC),
            )
            for n in range(50)
        )  # fmt: skip

    with acting_as(NATION):
        assert agree(INDICATORS["TAKEN_IN_CHARGE"], NETWORK).total() == 7


def test_compacting_leaves_one_row_for_each_total(world: World) -> None:
    step = Step(FactKind.CONTACT, True, 0, dt.date(2026, 1, 1), "F", "<18", (), None, None)
    for _ in range(4):
        take(step, world, {})

    with acting_as(Actor(DbRole.WORKER)):
        actions.compact()
        assert actions.compact() == 0

    with acting_as(NATION):
        rows = list(Total.objects.filter(kind=FactKind.CONTACT, scope=NETWORK).values_list("n", flat=True))
        assert rows == [4]


def test_a_fact_is_taken_back_only_once_and_never_edited(world: World) -> None:
    with acting_as(world.anna.actor()):
        fact = CountingFact.objects.filter(kind=FactKind.REGISTERED).select_related("subject")[0]
        taken_back = actions.counter(fact=fact, reason="registered twice")

        for wrong in (
            lambda: actions.counter(fact=fact, reason="again"),
            lambda: actions.counter(fact=taken_back, reason="back again"),
            lambda: CountingFact.objects.filter(pk=fact.pk).update(sex="N"),
        ):
            with pytest.raises(Error), transaction.atomic():
                wrong()


def test_a_partner_does_not_see_the_totals_of_another(world: World) -> None:
    with acting_as(world.carla.actor()):
        assert queries.figures(world.genova.pk)["REGISTERED"].value == 0
        assert queries.figures(world.torino.pk)["REGISTERED"].value == 1
        assert queries.figures(NETWORK)["REGISTERED"].value >= 3
