# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Is a cut-off still true? Everything is computed again, from the facts and by the definitions that it froze.

The frozen SQL runs as the role of the nation in a read-only transaction: a text in a table can read what the
nation may read, and nothing else.
"""

import json
from collections import defaultdict
from collections.abc import Iterator

from django.db import connection, transaction

from lgnet.counting.models import NETWORK
from lgnet.direction.indicators import find
from lgnet.direction.indicators.definition import Definition
from lgnet.network import editions
from lgnet.snapshots import digests, findings
from lgnet.snapshots.boundary import Boundary, Leaf, Value
from lgnet.snapshots.findings import Finding, Report
from lgnet.snapshots.models import FrozenDefinition, Snapshot
from lgnet.snapshots.queries.frozen import leaves_kept, sealed_head, values_kept
from lgnet.snapshots.queries.reckoning import (
    RECIPE,
    By,
    Measure,
    leaves_of,
    own_totals,
    use_more_memory,
    values_of,
)

Place = tuple[object, ...]


def verification(snapshot: Snapshot) -> Report:
    """Recompute a cut-off and compare. Call it while the nation acts."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("set transaction read only")
        use_more_memory()
        boundary = Boundary(snapshot.cutoff_on, snapshot.taken_at)
        kept_values = list(values_kept(snapshot))
        found = [
            *_of_seal(snapshot),
            *_of_facts(snapshot, boundary),
            *_of_definitions(snapshot),
            *_of_values(snapshot, boundary, kept_values),
        ]
    return Report(snapshot.facts, len(kept_values), tuple(found))


def _of_seal(snapshot: Snapshot) -> Iterator[Finding]:
    before = snapshot.before.seal if snapshot.before else ""
    if digests.seal(sealed_head(snapshot), before) != snapshot.seal:
        yield Finding(findings.SEAL)


def _of_facts(snapshot: Snapshot, boundary: Boundary) -> Iterator[Finding]:
    kept = list(leaves_kept(snapshot))
    if digests.of_leaves(kept) != snapshot.facts_digest:
        yield Finding(findings.LEAVES)
    now = {leaf.place: leaf for leaf in leaves_of(boundary, snapshot.tree_version)}
    then = {leaf.place: leaf for leaf in kept}
    for place in sorted(now.keys() | then.keys(), key=str):
        one, other = then.get(place), now.get(place)
        if one != other:
            yield _about_leaf(one, other)


def _about_leaf(then: Leaf | None, now: Leaf | None) -> Finding:
    where = then or now
    assert where is not None  # noqa: S101 - a place comes from one of the two
    return Finding(
        findings.FACTS,
        partner=str(where.partner_id),
        kind=where.kind,
        month=f"{where.month:%Y-%m}",
        then=then.n if then else 0,
        now=now.n if now else 0,
    )


def _of_definitions(snapshot: Snapshot) -> Iterator[Finding]:
    kept = list(FrozenDefinition.objects.filter(snapshot=snapshot).order_by("indicator"))
    if digests.of_definitions({one.indicator: one.digest for one in kept}) != snapshot.definitions_digest:
        yield Finding(findings.DEFINITIONS)
    for one in kept:
        if digests.definition_digest(one.text, one.sql) != one.digest:
            yield Finding(findings.DEFINITION, indicator=one.indicator)
        elif _was_edited(one):
            yield Finding(findings.EDITED, indicator=f"{one.indicator} v{one.version}")


def _was_edited(one: FrozenDefinition) -> bool:
    today = find(one.indicator, one.version)
    return isinstance(today, Definition) and digests.definition_text(today) != one.text


def _of_values(snapshot: Snapshot, boundary: Boundary, kept: list[Value]) -> Iterator[Finding]:
    if digests.of_values(kept) != snapshot.results_digest:
        yield Finding(findings.VALUES)
    frozen = list(FrozenDefinition.objects.filter(snapshot=snapshot).order_by("id"))
    partners = [partner.pk for partner in editions.local_partners()]
    then: dict[Place, int] = {value.place: value.n for value in kept if value.measure != Measure.PLANNED}
    now: dict[Place, int] = {
        value.place: value.n for value in values_of(boundary, frozen, snapshot.edition.code, partners)
    }
    for place in sorted(now.keys() | then.keys(), key=str):
        if then.get(place, 0) != now.get(place, 0):
            yield _about_value(place, then.get(place, 0), now.get(place, 0))
    yield from _second_opinions(snapshot, boundary, frozen, then)


def _about_value(place: Place, then: int, now: int) -> Finding:
    scope, indicator, _measure, sex, age_band, line = map(str, place)
    cell = " ".join(part for part in (sex or "-", age_band or "-", line) if part)
    return Finding(findings.VALUE, partner=scope, indicator=indicator, cell=cell, then=then, now=now)


def _second_opinions(
    snapshot: Snapshot, boundary: Boundary, frozen: list[FrozenDefinition], then: dict[Place, int]
) -> Iterator[Finding]:
    """What the own exact query of each definition, as it was frozen, says of the whole network."""
    asked: dict[str, dict[str, str]] = defaultdict(dict)  # codes by kind, by the query
    for one in frozen:
        if one.counted_by == By.RECIPE and not one.indicator.startswith(RECIPE):
            asked[one.sql][json.loads(one.text)["fact_kind"]] = one.indicator
    for sql, codes in asked.items():
        found = own_totals(boundary, sql, list(codes), snapshot.edition.code, NETWORK)
        for kind, code in codes.items():
            kept = sum(n for place, n in then.items() if place[:2] == (NETWORK, code) and not place[5])
            if found[kind] != kept:
                yield Finding(findings.OWN_SQL, indicator=code, then=kept, now=found[kind])
