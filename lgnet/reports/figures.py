# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The figures of a report: derived from the totals, never typed; frozen when it is sent; compared ever after.

The fund's values are cumulative (Reg. (EU) 2021/1147 art. 33(3)), so the value at the quarter's end comes first
and what is new in the quarter beside it; the planned values stand beside the reached ones.
"""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection

from lgnet.core.clock import now
from lgnet.counting.models import NETWORK, AgeBand, Sex
from lgnet.direction import measuring
from lgnet.direction import queries as direction
from lgnet.direction.indicators import TIMELINESS, Cell, Wording
from lgnet.direction.parts import NO_PARTS, Parts
from lgnet.direction.path import PlannedPath
from lgnet.direction.planned import parts_of
from lgnet.network.models import Edition
from lgnet.reports.models import Period
from lgnet.reports.quarters import Quarter
from lgnet.reports.waits import Waits, waits_of

SEXES, BANDS = tuple(Sex.values), tuple(AgeBand.values)


@dataclass(frozen=True, slots=True)
class Part:
    """People or events of one sex and age band: new in the quarter, in all at its end, planned of the target."""

    sex: str
    age_band: str
    quarter: int
    total: int
    planned: int | None = None


@dataclass(frozen=True, slots=True)
class Sums:
    """The parts of one sex, or of one age band, together. `planned` is None where nothing is."""

    quarter: int
    total: int
    planned: int | None


@dataclass(frozen=True, slots=True)
class Goal:
    """A target and its planned parts."""

    value: int
    parts: Parts


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator of a report. `label` names the version of the definition ("O.2.3 v1").

    `planned`: how many of the target were planned by the quarter's end.
    """

    code: str
    label: str
    name: Wording
    unit: Wording
    quarter: int
    previous: int
    total: int
    target: int | None
    parts: tuple[Part, ...]
    planned: int | None = None

    @property
    def share(self) -> int | None:
        """Per cent of the target, rounded down so that 100 means all of it."""
        return self.total * 100 // self.target if self.target else None

    @property
    def change(self) -> int:
        """How many more (or fewer) than in the quarter before."""
        return self.quarter - self.previous

    def by_sex(self) -> dict[str, Sums]:
        """By sex, in the order of the list; those that nobody is of, and nobody planned, left out."""
        return _summed(((part.sex, part) for part in self.parts), SEXES)

    def by_age(self) -> dict[str, Sums]:
        """By age band."""
        return _summed(((part.age_band, part) for part in self.parts), BANDS)

    def as_json(self) -> dict[str, Any]:
        """As it is frozen."""
        return {
            "code": self.code,
            "label": self.label,
            "name": {"it": self.name.it, "en": self.name.en},
            "unit": {"it": self.unit.it, "en": self.unit.en},
            "quarter": self.quarter,
            "previous": self.previous,
            "total": self.total,
            "target": self.target,
            "planned": self.planned,
            "parts": [[p.sex, p.age_band, p.quarter, p.total, p.planned] for p in self.parts],
        }

    @classmethod
    def of_json(cls, frozen: Mapping[str, Any]) -> "Line":
        """Read back what was frozen; the first format had no planned values."""
        plain = {key: frozen[key] for key in ("code", "label", "quarter", "previous", "total", "target")}
        parts = tuple(Part(*part) for part in frozen["parts"])
        return cls(
            name=Wording(**frozen["name"]),
            unit=Wording(**frozen["unit"]),
            parts=parts,
            planned=frozen.get("planned"),
            **plain,
        )


@dataclass(frozen=True, slots=True)
class Figures:
    """All lines, and the moment at which they were true.

    `known_at` is the same by the database's own clock: facts it took in later are not in the lines.
    """

    as_of: dt.datetime
    known_at: dt.datetime
    lines: tuple[Line, ...]
    waits: Waits | None = None  # the first format had none

    def line(self, code: str) -> Line | None:
        """The line of an indicator."""
        return next((line for line in self.lines if line.code == code), None)

    def as_json(self) -> dict[str, Any]:
        """As they are frozen."""
        moments = {"as_of": self.as_of.isoformat(), "known_at": self.known_at.isoformat()}
        waits = self.waits.as_json() if self.waits else None
        return {**moments, "lines": [line.as_json() for line in self.lines], "waits": waits}

    @classmethod
    def of_json(cls, frozen: Mapping[str, Any]) -> "Figures":
        """Read back what was frozen."""
        lines = tuple(Line.of_json(line) for line in frozen["lines"])
        as_of, known_at = (dt.datetime.fromisoformat(frozen[name]) for name in ("as_of", "known_at"))
        waits = Waits.of_json(frozen["waits"]) if frozen.get("waits") else None
        return cls(as_of, known_at, lines, waits)


def derive(scope: uuid.UUID, period: Period) -> Figures:
    """The figures of a partner (or of the network) for a period, as the totals say now. Five queries."""
    known_at = database_now()
    found = direction.figures(scope)
    held = goals(period.edition, {None if scope == NETWORK else scope}).get(scope, {})
    waits = waits_of(measuring.waiting_by_month(TIMELINESS, scope), period.quarter)
    return Figures(now(), known_at, lines_of(found, held, period), waits)


def goals(
    edition: Edition, scopes: Collection[uuid.UUID | None] | None = None
) -> dict[uuid.UUID, dict[str, Goal]]:
    """The targets that hold with their parts, by scope and code of indicator. Two queries."""
    held = direction.targets(edition, scopes)
    parts = parts_of(held.values())
    found: dict[uuid.UUID, dict[str, Goal]] = defaultdict(dict)
    for (scope, code), target in held.items():
        if target.value is not None:
            found[scope][code] = Goal(target.value, parts.get(target.pk, NO_PARTS))
    return dict(found)


def lines_of(
    found: Mapping[str, direction.Figures], held: Mapping[str, Goal], period: Period
) -> tuple[Line, ...]:
    """The lines of a period from figures that were read already: many periods of one partner. No query."""
    return tuple(_line(figures, held.get(code), period) for code, figures in found.items())


def database_now() -> dt.datetime:
    """The clock by which the database notes when it took a fact in. One query."""
    with connection.cursor() as cursor:
        cursor.execute("select clock_timestamp()")
        ((moment,),) = cursor.fetchall()
    found: dt.datetime = moment
    return found


def _line(figures: direction.Figures, goal: Goal | None, period: Period) -> Line:
    indicator, quarter = figures.indicator, period.quarter
    before = set(quarter.previous.months())
    parts, previous = _parts(figures.cells, quarter, before, goal.parts.cells if goal else {})
    return Line(
        code=indicator.code,
        label=indicator.edition_label,
        name=indicator.name,
        unit=indicator.unit,
        quarter=sum(part.quarter for part in parts),
        previous=previous,
        total=sum(part.total for part in parts),
        target=goal.value if goal else None,
        parts=parts,
        planned=_planned(goal, period) if goal else None,
    )


def _planned(goal: Goal, period: Period) -> int:
    edition = period.edition
    path = PlannedPath(goal.value, edition.starts_on, edition.ends_on, goal.parts.months)
    return path.at(period.ends_on)


def _parts(
    cells: Mapping[Cell, int], quarter: Quarter, before: set[dt.date], plan: Mapping[tuple[str, str], int]
) -> tuple[tuple[Part, ...], int]:
    within, last = set(quarter.months()), quarter.last_day
    new: dict[tuple[str, str], int] = defaultdict(int)
    whole: dict[tuple[str, str], int] = defaultdict(int)
    previous = 0
    for cell, n in cells.items():
        if cell.month > last:
            continue
        key = (cell.sex, cell.age_band)
        whole[key] += n
        new[key] += n if cell.month in within else 0
        previous += n if cell.month in before else 0
    wanted = {key for key, n in plan.items() if n}
    ordered = sorted({*whole, *wanted}, key=lambda key: (SEXES.index(key[0]), BANDS.index(key[1])))
    parts = tuple(Part(*key, new[key], whole[key], plan.get(key)) for key in ordered)
    return parts, previous


def _summed(parts: Iterable[tuple[str, Part]], order: tuple[str, ...]) -> dict[str, Sums]:
    grouped: dict[str, list[Part]] = defaultdict(list)
    for key, part in parts:
        grouped[key].append(part)
    sums = {
        key: Sums(
            sum(part.quarter for part in found),
            sum(part.total for part in found),
            sum(part.planned or 0 for part in found)
            if any(part.planned is not None for part in found)
            else None,
        )
        for key, found in grouped.items()
    }
    return {
        key: sums[key]
        for key in order
        if key in sums and any((sums[key].total, sums[key].quarter, sums[key].planned))
    }
