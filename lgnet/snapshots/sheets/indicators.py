# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Lines of the sheet of indicator values: planned and achieved, for each scope, by sex and age band."""

import json
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from lgnet.counting.models import NETWORK
from lgnet.interop.sheets import CellOut
from lgnet.network.models import Organisation, Partnership
from lgnet.snapshots.models import FrozenDefinition, Result, Snapshot
from lgnet.snapshots.sheets.columns import Placed

Cell = tuple[str, str, str]  # sex, age band, line
TOTAL: Cell = ("T", "T", "")  # the letter of the Commission's templates (CPR Annex VII)
UNDIVIDED: Cell = ("", "", "")
ALWAYS = {(sex, band, "") for sex in ("F", "M") for band in ("<18", "18-60", ">60")}


@dataclass(frozen=True)
class Line:
    """A line of the sheet before its columns are chosen; an empty sex or age band is "not recorded"."""

    snapshot: Snapshot
    definition: Mapping[str, Any]
    partner: tuple[str, str]
    cell: Cell
    planned: int | None
    achieved: int


VALUES: Mapping[str, Callable[[Line], CellOut]] = {
    "snapshot": lambda line: line.snapshot.code,
    "cutoff_on": lambda line: line.snapshot.cutoff_on,
    "indicator": lambda line: line.definition["code"],
    "indicator_name": lambda line: line.definition["name"][0],
    "definition": lambda line: f"{line.definition['code']} v{line.definition['version']}",
    "unit": lambda line: line.definition["unit"][0],
    "partner": lambda line: line.partner[0],
    "partner_name": lambda line: line.partner[1],
    "sex": lambda line: line.cell[0],
    "age_band": lambda line: line.cell[1],
    "line": lambda line: line.cell[2],
    "planned": lambda line: line.planned,
    "achieved": lambda line: line.achieved,
}


def lines(snapshot: Snapshot, columns: tuple[Placed, ...], network_name: str) -> Iterator[list[CellOut]]:
    """Every line: the network first, then partner by partner; a cell without people is a zero, not a gap."""
    values = [VALUES[column.kind.code] for column in columns]
    by_line = any(column.kind.code == "line" for column in columns)
    for line in _lines(snapshot, network_name, by_line=by_line):
        yield [value(line) for value in values]


def _lines(snapshot: Snapshot, network_name: str, *, by_line: bool) -> Iterator[Line]:
    kept: dict[tuple[uuid.UUID, str], dict[str, dict[Cell, int]]] = {}
    for row in Result.every.filter(snapshot=snapshot).iterator():
        measures = kept.setdefault((row.scope, row.indicator), {})
        measures.setdefault(row.measure, {})[row.sex, row.age_band, row.line] = row.n
    definitions = [json.loads(one.text) for one in _definitions(snapshot)]
    for scope, partner in _scopes(snapshot, network_name):
        for definition in sorted(definitions, key=lambda one: str(one["code"])):
            measures = kept.get((scope, definition["code"]), {})
            yield from _of_one(snapshot, definition, partner, measures, by_line=by_line)


def _of_one(
    snapshot: Snapshot,
    definition: Mapping[str, Any],
    partner: tuple[str, str],
    measures: Mapping[str, Mapping[Cell, int]],
    *,
    by_line: bool,
) -> Iterator[Line]:
    achieved = measures.get(Result.Measure.ACHIEVED, {})
    planned = measures.get(Result.Measure.PLANNED, {})
    yield Line(snapshot, definition, partner, TOTAL, planned.get(UNDIVIDED), _whole(achieved, ""))
    goals = {cell: n for cell, n in planned.items() if cell[0]}
    cells = {cell for cell in (*achieved, *goals) if not cell[2]} | ALWAYS
    for cell in sorted(cells):
        yield Line(snapshot, definition, partner, cell, goals.get(cell), achieved.get(cell, 0))
    if by_line:
        for line in sorted({cell[2] for cell in (*achieved, *planned)} - {""}):
            goal = planned.get(("", "", line))
            yield Line(snapshot, definition, partner, (*TOTAL[:2], line), goal, _whole(achieved, line))
            for cell in sorted(cell for cell in achieved if cell[2] == line):
                yield Line(snapshot, definition, partner, cell, None, achieved[cell])


def _whole(achieved: Mapping[Cell, int], line: str) -> int:
    return sum(n for cell, n in achieved.items() if cell[2] == line)


def _scopes(snapshot: Snapshot, network_name: str) -> Iterator[tuple[uuid.UUID, tuple[str, str]]]:
    yield NETWORK, ("", network_name)
    partners = Organisation.objects.filter(
        partnerships__edition=snapshot.edition_id, partnerships__role=Partnership.Role.LOCAL_PARTNER
    )
    for body in partners.order_by("short_name"):
        yield body.pk, (body.code, body.short_name)


def _definitions(snapshot: Snapshot) -> QuerySet[FrozenDefinition]:
    return FrozenDefinition.objects.filter(snapshot=snapshot).exclude(indicator__startswith="*")
