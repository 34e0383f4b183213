# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Geometry of what is drawn: circles on the map, bars by month, the table by sex and age band.

Everything is attributes of SVG in units of a view box: the pages' policy refuses styles written inline.
"""

import datetime as dt
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lgnet.counting.models import AgeBand, Sex
from lgnet.direction.map.italy import MapOfItaly, PlaceShape, map_of_italy
from lgnet.direction.progress import State

SMALLEST, LARGEST = 11.0, 44.0  # radii, in units of the map
BARS, BAR, HEIGHT = 24, 10, 100  # the last two years, one unit of ten a month
# Where the name of a place stands, so that neighbours do not cover each other; elsewhere to the right.
SIDES = {
    "caserta": "right", "napoli": "left", "roma": "left", "latina": "left", "taranto": "below", "catanzaro": "left",
    "venezia": "below", "milano": "above", "torino": "below", "genova": "below", "palermo": "above",
    "cagliari": "below",
}  # fmt: skip


@dataclass(frozen=True)
class Place:
    """A partner on the map as it is to be drawn; `words` say the same to a screen reader."""

    name: str
    url: str
    words: str
    state: State
    x: float
    y: float
    radius: float
    text_x: float
    text_y: float
    anchor: str
    current: bool = False


@dataclass(frozen=True)
class Dot:
    """A partner to be placed on the map."""

    code: str
    name: str
    value: int
    url: str
    words: str
    state: State


def places(dots: Iterable[Dot], drawn: MapOfItaly | None = None) -> tuple[Place, ...]:
    """The circles, largest first so that small ones stay on top; the area tells the value."""
    known = drawn or map_of_italy()
    wanted = sorted(dots, key=lambda dot: -dot.value)
    top = max((dot.value for dot in wanted), default=0)
    return tuple(_place(dot, where, top) for dot in wanted if (where := known.place(dot.code)))


def _place(dot: Dot, where: PlaceShape, top: int) -> Place:
    radius = SMALLEST + (LARGEST - SMALLEST) * math.sqrt(max(0, dot.value) / top) if top > 0 else SMALLEST
    gap = round(radius + 8, 1)
    text_x, text_y, anchor = {
        "right": (where.x + gap, where.y + 9, "start"),
        "left": (where.x - gap, where.y + 9, "end"),
        "below": (where.x, where.y + gap + 20, "middle"),
        "above": (where.x, where.y - gap, "middle"),
    }[SIDES.get(dot.code, "right")]
    return Place(
        dot.name, dot.url, dot.words, dot.state, where.x, where.y, round(radius, 1), text_x, text_y, anchor
    )


@dataclass(frozen=True)
class Month:
    """A month: new units, all units so far, and its bar. `running`: not over yet."""

    first_day: dt.date
    new: int
    so_far: int
    running: bool
    x: int = 0
    y: float = 0
    height: float = 0


@dataclass(frozen=True)
class MonthChart:
    """The months with something to tell, up to the running one; `bars` are the last two years of them."""

    months: tuple[Month, ...]
    bars: tuple[Month, ...]
    view_box: str
    top: int


def month_chart(by_month: Mapping[dt.date, int], day: dt.date) -> MonthChart:
    """Bars by month from the first with a value to that of `day`; taken back more than given is drawn as none."""
    last = day.replace(day=1)
    month, so_far = min(by_month, default=last), 0
    months: list[Month] = []
    while month <= last or month <= max(by_month, default=last):
        new = by_month.get(month, 0)
        so_far += new
        months.append(Month(month, new, so_far, running=month >= last))
        month = (month + dt.timedelta(days=31)).replace(day=1)
    shown = months[-BARS:]
    top = max((each.new for each in shown), default=0)
    bars = tuple(_bar(each, index, top) for index, each in enumerate(shown))
    return MonthChart(tuple(reversed(months)), bars, f"0 0 {max(12, len(shown)) * BAR} {HEIGHT}", top)


def _bar(month: Month, index: int, top: int) -> Month:
    height = round(max(0, month.new) * HEIGHT / top, 1) if top > 0 else 0.0
    return Month(
        month.first_day,
        month.new,
        month.so_far,
        month.running,
        index * BAR,
        round(HEIGHT - height, 1),
        height,
    )


@dataclass(frozen=True)
class Row:
    """One sex, its units by age band in the order of the heads, their sum, and the bar (per cent of the longest)."""

    label: str
    cells: tuple[tuple[str, int], ...]
    total: int
    bar: int


@dataclass(frozen=True)
class Breakdown:
    """By sex and age band; the sums add up to the figure (section 8 of the exporter's checks)."""

    bands: tuple[str, ...]
    rows: tuple[Row, ...]
    sums: tuple[tuple[str, int], ...]
    total: int


def breakdown(cells: Mapping[tuple[str, str], int]) -> Breakdown:
    """The table by sex (rows) and age band (columns); what is not recorded is shown, for it cannot be reported."""
    bands = list(AgeBand)
    labels = tuple(str(band.label) for band in bands)
    counted = {sex: [cells.get((sex, band), 0) for band in bands] for sex in Sex}
    longest = max((sum(row) for row in counted.values()), default=0)
    rows = tuple(
        Row(
            str(sex.label), tuple(zip(labels, row, strict=True)), sum(row),
            max(0, sum(row)) * 100 // longest if longest > 0 else 0,
        )
        for sex, row in counted.items()
    )  # fmt: skip
    sums = [sum(column) for column in zip(*counted.values(), strict=True)]
    return Breakdown(labels, rows, tuple(zip(labels, sums, strict=True)), sum(sums))
