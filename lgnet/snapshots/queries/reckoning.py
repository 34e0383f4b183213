# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a boundary holds, read from the facts: the leaves of the tree, the values of each definition.

Everything is computed by PostgreSQL and comes back as some thousands of rows, however many facts there are.
"""

import json
import uuid
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db import connection

from lgnet.counting.models import NETWORK
from lgnet.direction.indicators.counting_rules import EVENTS_SQL, PERSONS_SQL
from lgnet.direction.indicators.definition import Definition
from lgnet.snapshots import digests
from lgnet.snapshots.boundary import VALUES_SQL, Boundary, Leaf, Value, leaves
from lgnet.snapshots.models import FrozenDefinition, Result

WORK_MEMORY = "64MB"  # of each sort; what does not fit goes to disk
RECIPE = "*"  # their codes begin with it; a cut-off is verified by those it froze, whichever they were
RECIPES = {"*values": VALUES_SQL}
RECIPE_VERSION = 2
COMMON = frozenset({EVENTS_SQL, PERSONS_SQL})
By = FrozenDefinition.CountedBy
Measure = Result.Measure


def use_more_memory() -> None:
    """Let the sorts of the present transaction be larger than those of a page; and nothing is compiled for them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select set_config('work_mem', %s, true), set_config('jit', 'off', true)", [WORK_MEMORY]
        )


def leaves_of(boundary: Boundary, tree_version: int) -> list[Leaf]:
    """The leaves of the tree as the facts are now."""
    with connection.cursor() as cursor:
        cursor.execute(leaves(tree_version), boundary.parameters())
        return [Leaf(partner, kind, month, int(n), digest) for partner, kind, month, n, digest in cursor]


def frozen_definitions(definitions: Sequence[Definition]) -> list[FrozenDefinition]:
    """Definitions, and the recipes beside them, as a cut-off keeps them; not saved."""
    found = [
        _frozen(one.code, one.version, digests.definition_text(one), str(getattr(one, "exact_sql", "")))
        for one in definitions
    ]
    recipes = [
        _frozen(code, RECIPE_VERSION, json.dumps({"code": code}), sql) for code, sql in RECIPES.items()
    ]
    return [*found, *recipes]


def _frozen(code: str, version: int, text: str, sql: str) -> FrozenDefinition:
    by = By.RECIPE if sql in COMMON or code in RECIPES else By.ITSELF
    digest = digests.definition_digest(text, sql)
    return FrozenDefinition(indicator=code, version=version, text=text, sql=sql, counted_by=by, digest=digest)


def values_of(
    boundary: Boundary, frozen: Sequence[FrozenDefinition], edition: str, partners: Sequence[uuid.UUID]
) -> Iterator[Value]:
    """Every value inside a boundary, by definitions as they are (or were) frozen."""
    said = {one.indicator: json.loads(one.text) for one in frozen}
    by_kind = {
        said[one.indicator]["fact_kind"]: one.indicator
        for one in frozen
        if one.counted_by == By.RECIPE and not one.indicator.startswith(RECIPE)
    }
    for one in frozen:
        if one.indicator.startswith(RECIPE):
            yield from _by_recipe(boundary, one.sql, by_kind)
        elif one.counted_by == By.ITSELF:
            yield from _by_itself(boundary, one, said[one.indicator], edition, partners)


def _by_recipe(boundary: Boundary, sql: str, by_kind: Mapping[str, str]) -> Iterator[Value]:
    for scope, kind, sex, age_band, line, n in _rows(sql, boundary.parameters()):
        if kind in by_kind:
            yield Value(scope, by_kind[kind], Measure.ACHIEVED.value, sex, age_band, line, int(n))


def _by_itself(
    boundary: Boundary,
    one: FrozenDefinition,
    said: Mapping[str, Any],
    edition: str,
    partners: Sequence[uuid.UUID],
) -> Iterator[Value]:
    """A number of bodies (one column), days of waiting (two), or cells by month (four)."""
    for scope in (NETWORK, *partners):
        rows = own_rows(boundary, one.sql, str(said.get("fact_kind") or ""), edition, scope)
        columns = len(rows[0]) if rows else 0
        if columns == 1:
            yield Value(NETWORK, one.indicator, Measure.ACHIEVED.value, "", "", "", int(rows[0][0]))
            return  # the same for every scope: it is not divided
        if columns == 2:
            within = sum(int(n) for days, n in rows if days <= said["within_days"])
            yield Value(scope, one.indicator, Measure.ACHIEVED.value, "", "", "", within)
            yield Value(scope, one.indicator, Measure.OUT_OF.value, "", "", "", sum(int(n) for _, n in rows))
        elif columns:
            yield from _cells(scope, one.indicator, rows)


def _cells(scope: uuid.UUID, indicator: str, rows: Sequence[tuple[Any, ...]]) -> Iterator[Value]:
    sums: dict[tuple[str, str], int] = {}
    for _month, sex, age_band, n in rows:
        sums[sex, age_band] = sums.get((sex, age_band), 0) + int(n)
    for (sex, age_band), n in sums.items():
        yield Value(scope, indicator, Measure.ACHIEVED.value, sex, age_band, "", n)


def own_totals(
    boundary: Boundary, sql: str, kinds: Sequence[str], edition: str, scope: uuid.UUID
) -> dict[str, int]:
    """What the own exact query of definitions that share it says of each kind: how many, in a scope.

    Asked for one kind after the other inside one query, PostgreSQL keeps what does not depend on the kind.
    """
    if sql not in COMMON:
        return {
            kind: sum(int(row[-1]) for row in own_rows(boundary, sql, kind, edition, scope)) for kind in kinds
        }
    own = sql.replace("%(kind)s", "asked.kind")
    question = f"""
    select asked.kind, coalesce(sum(own.n), 0)
    from unnest(%(kinds)s::text[]) asked (kind) left join lateral ({own}) own on true group by asked.kind
    """  # noqa: S608 - of our own rules
    given = {**boundary.parameters(), "kinds": list(kinds), "scope": scope}
    return {kind: int(n) for kind, n in _rows(question, given)}


def own_rows(
    boundary: Boundary, sql: str, kind: str, edition: str, scope: uuid.UUID
) -> list[tuple[Any, ...]]:
    """What a definition's own exact query says of a scope inside a boundary."""
    given = {**boundary.parameters(), "kind": kind, "scope": scope, "edition": edition}
    return _rows(sql, given)


def _rows(sql: str, given: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows
