# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The figures of a report: derived from the totals, never typed; frozen when it is sent; compared ever after.

The fund's values are cumulative (Reg. (EU) 2021/1147 art. 33(3)), so the value at the quarter's end comes first
and what is new in the quarter beside it.
"""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection

from lgnet.core.clock import now
from lgnet.counting.models import NETWORK, AgeBand, Sex
from lgnet.direction import queries as direction
from lgnet.direction.indicators import Cell, Wording
from lgnet.reports.models import Period
from lgnet.reports.quarters import Quarter

SEXES, BANDS = tuple(Sex.values), tuple(AgeBand.values)


@dataclass(frozen=True, slots=True)
class Part:
    """People or events of one sex and age band: new in the quarter, and in all at its end."""

    sex: str
    age_band: str
    quarter: int
    total: int


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator of a report. `label` names the version of the definition ("O.2.3 v1")."""

    code: str
    label: str
    name: Wording
    unit: Wording
    quarter: int
    previous: int
    total: int
    target: int | None
    parts: tuple[Part, ...]

    @property
    def share(self) -> int | None:
        """Per cent of the target, rounded down so that 100 means all of it."""
        return self.total * 100 // self.target if self.target else None

    @property
    def change(self) -> int:
        """How many more (or fewer) than in the quarter before."""
        return self.quarter - self.previous

    def by_sex(self) -> dict[str, tuple[int, int]]:
        """New and in all, by sex, in the order of the list; those nobody is of left out."""
        return _summed(((part.sex, part) for part in self.parts), SEXES)

    def by_age(self) -> dict[str, tuple[int, int]]:
        """New and in all, by age band."""
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
            "parts": [[part.sex, part.age_band, part.quarter, part.total] for part in self.parts],
        }

    @classmethod
    def of_json(cls, frozen: Mapping[str, Any]) -> "Line":
        """Read back what was frozen."""
        plain = {key: frozen[key] for key in ("code", "label", "quarter", "previous", "total", "target")}
        parts = tuple(Part(*part) for part in frozen["parts"])
        return cls(name=Wording(**frozen["name"]), unit=Wording(**frozen["unit"]), parts=parts, **plain)


@dataclass(frozen=True, slots=True)
class Figures:
    """All lines, and the moment at which they were true.

    `known_at` is the same by the database's own clock: facts it took in later are not in the lines.
    """

    as_of: dt.datetime
    known_at: dt.datetime
    lines: tuple[Line, ...]

    def line(self, code: str) -> Line | None:
        """The line of an indicator."""
        return next((line for line in self.lines if line.code == code), None)

    def as_json(self) -> dict[str, Any]:
        """As they are frozen."""
        moments = {"as_of": self.as_of.isoformat(), "known_at": self.known_at.isoformat()}
        return {**moments, "lines": [line.as_json() for line in self.lines]}

    @classmethod
    def of_json(cls, frozen: Mapping[str, Any]) -> "Figures":
        """Read back what was frozen."""
        lines = tuple(Line.of_json(line) for line in frozen["lines"])
        as_of, known_at = (dt.datetime.fromisoformat(frozen[name]) for name in ("as_of", "known_at"))
        return cls(as_of, known_at, lines)


def derive(scope: uuid.UUID, period: Period) -> Figures:
    """The figures of a partner (or of the network) for a period, as the totals say now. Three queries."""
    known_at = database_now()
    found = direction.figures(scope)
    held = direction.targets(period.edition, {None if scope == NETWORK else scope})
    targets = {code: target.value for (whose, code), target in held.items() if whose == scope}
    return Figures(now(), known_at, lines_of(found, targets, period))


def lines_of(
    found: Mapping[str, direction.Figures], targets: Mapping[str, int | None], period: Period
) -> tuple[Line, ...]:
    """The lines of a period from figures that were read already: many periods of one partner. No query."""
    return tuple(_line(figures, targets.get(code), period) for code, figures in found.items())


def database_now() -> dt.datetime:
    """The clock by which the database notes when it took a fact in. One query."""
    with connection.cursor() as cursor:
        cursor.execute("select clock_timestamp()")
        ((moment,),) = cursor.fetchall()
    found: dt.datetime = moment
    return found


def _line(figures: direction.Figures, target: int | None, period: Period) -> Line:
    indicator, quarter = figures.indicator, period.quarter
    before = set(quarter.previous.months())
    parts, previous = _parts(figures.cells, quarter, before)
    return Line(
        code=indicator.code,
        label=indicator.edition_label,
        name=indicator.name,
        unit=indicator.unit,
        quarter=sum(part.quarter for part in parts),
        previous=previous,
        total=sum(part.total for part in parts),
        target=target,
        parts=parts,
    )


def _parts(cells: Mapping[Cell, int], quarter: Quarter, before: set[dt.date]) -> tuple[tuple[Part, ...], int]:
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
    ordered = sorted(whole, key=lambda key: (SEXES.index(key[0]), BANDS.index(key[1])))
    return tuple(Part(sex, band, new[sex, band], whole[sex, band]) for sex, band in ordered), previous


def _summed(parts: Any, order: tuple[str, ...]) -> dict[str, tuple[int, int]]:
    sums: dict[str, list[int]] = {}
    for key, part in parts:
        both = sums.setdefault(key, [0, 0])
        both[0] += part.quarter
        both[1] += part.total
    return {key: (sums[key][0], sums[key][1]) for key in order if key in sums and any(sums[key])}
