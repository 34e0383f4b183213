# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a cut-off computes in one reading of the facts is what a slow twin finds: values, and values by action line."""

import datetime as dt
import uuid
from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lgnet.core.rowsecurity import acting_as
from lgnet.counting.models import NETWORK, CountingFact, FactKind
from lgnet.direction import queries
from lgnet.direction.indicators import Fact
from lgnet.direction.indicators.twins import frozen, standing
from lgnet.network.models import ActionLine
from lgnet.snapshots.boundary import VALUES_SQL
from tests.world import World

LATER = dt.datetime(2100, 1, 1, tzinfo=dt.UTC)
UNTIL = dt.date(2026, 2, 1)
Cells = Counter[tuple[uuid.UUID, str, str, str, str]]


@dataclass(frozen=True)
class Met:
    """Somebody is met at one of two partners, on some action lines; perhaps it is taken back later."""

    at_genova: bool
    who: int
    kind: FactKind
    day: dt.date
    sex: str
    lines: tuple[str, ...]
    is_taken_back: bool


met = st.builds(
    Met,
    at_genova=st.booleans(),
    who=st.integers(1, 2),
    kind=st.sampled_from([FactKind.SUPPORTED, FactKind.HOUSED, FactKind.CONTACT]),
    day=st.dates(dt.date(2026, 1, 30), dt.date(2026, 2, 2)),
    sex=st.sampled_from(["F", "M", ""]),
    lines=st.sets(st.sampled_from(ActionLine.values)).map(lambda lines: tuple(sorted(lines))),
    is_taken_back=st.booleans(),
)


def write(world: World, happened: list[Met]) -> None:
    """Each as a fact of its partner, and what takes it back."""
    for at_genova, who, partner in ((True, world.anna, world.genova), (False, world.carla, world.torino)):
        with acting_as(who.actor()):
            for one in happened:
                if one.at_genova == at_genova:
                    fact = _fact(one, partner.pk)
                    fact.save(force_insert=True)
                    if one.is_taken_back:
                        back = _fact(one, partner.pk)
                        back.weight, back.corrects, back.reason = -1, fact, "a mistake"
                        back.save(force_insert=True)


def _fact(one: Met, partner_id: uuid.UUID) -> CountingFact:
    is_event = one.kind == FactKind.CONTACT
    return CountingFact(
        kind=one.kind, partner_id=partner_id, occurred_on=one.day, sex=one.sex, age_band="18-60",
        pseudonym=None if is_event else bytes([100 * one.who]) * 32, lines=[] if is_event else list(one.lines),
        recorded_at=dt.datetime(2026, 2, 3, tzinfo=dt.UTC),
    )  # fmt: skip


def twin(facts: list[Fact]) -> Cells:
    """Every event, and each person once in each scope and kind, and once on each line of theirs there."""
    inside = [fact for fact in facts if fact.occurred_on <= UNTIL]
    cells, looks = _events(inside), frozen(inside)
    for (scope, kind, person), lines in _followed(inside).items():
        cells.update((scope, kind, *looks[person], line) for line in lines)
    return Counter({key: n for key, n in cells.items() if n})


def _events(facts: list[Fact]) -> Cells:
    cells: Cells = Counter()
    for fact in facts:
        if fact.pseudonym is None:
            for scope in (fact.partner_id, NETWORK):
                cells[scope, str(fact.kind), fact.sex, fact.age_band, ""] += fact.weight
    return cells


def _followed(facts: list[Fact]) -> dict[tuple[uuid.UUID, str, bytes], set[str]]:
    """The lines of each person in each scope and kind, and the empty one that stands for all."""
    followed: dict[tuple[uuid.UUID, str, bytes], set[str]] = defaultdict(lambda: {""})
    for fact in standing(facts):
        if fact.pseudonym is not None:
            for scope in (fact.partner_id, NETWORK):
                followed[scope, str(fact.kind), fact.pseudonym] |= set(fact.lines)
    return followed


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(happened=st.lists(met, min_size=4, max_size=16))
def test_values_and_values_by_line_are_those_of_the_twin(world: World, happened: list[Met]) -> None:
    with transaction.atomic():
        write(world, happened)
        with acting_as(world.ugo.actor()):
            with connection.cursor() as cursor:
                cursor.execute(VALUES_SQL, {"until": UNTIL, "known_at": LATER})
                found = {row[:5]: int(row[5]) for row in cursor.fetchall()}
            assert found == dict(twin(queries.facts()))
        transaction.set_rollback(True)
