# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be drawn: `Bars`, `Lines`, `Curves` (steps), `Heat`, `Flows`, `Points`, `Boxes`; each knows its table."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from django.utils.functional import Promise
from django.utils.translation import gettext as _

Text = str | Promise
Number = int | float | None
Json = dict[str, object]
Row = tuple[Text | Number, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers of a drawing. The first cell of a row names it."""

    head: tuple[Text, ...]
    rows: tuple[Row, ...]


class Drawing(Protocol):
    """What can be drawn: what the script needs, and the same as a table."""

    kind: ClassVar[str]

    def data(self) -> Json: ...

    def table(self) -> Table: ...


@dataclass(frozen=True, slots=True)
class Series:
    """One thing measured at each category. `low` and `high` draw a band; `dashed` is for what is only expected."""

    name: Text
    values: Sequence[Number]
    low: Sequence[Number] = ()
    high: Sequence[Number] = ()
    dashed: bool = False

    def data(self) -> Json:
        return {
            "name": str(self.name),
            "values": list(self.values),
            "low": list(self.low),
            "high": list(self.high),
            "dashed": self.dashed,
        }


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars by category; several series stand side by side, or on one another when `stacked`."""

    kind: ClassVar[str] = "bars"
    categories: Sequence[Text]
    series: Sequence[Series]
    label: Text
    stacked: bool = False
    horizontal: bool = False

    def data(self) -> Json:
        return {
            "categories": _words(self.categories),
            "series": [each.data() for each in self.series],
            "label": str(self.label),
            "stacked": self.stacked,
            "horizontal": self.horizontal,
        }

    def table(self) -> Table:
        return _by_category(self.label, self.categories, self.series)


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines over categories in order (months), each with a band if it has one; `label` names the categories."""

    kind: ClassVar[str] = "lines"
    categories: Sequence[Text]
    series: Sequence[Series]
    label: Text

    def data(self) -> Json:
        return {
            "categories": _words(self.categories),
            "series": [each.data() for each in self.series],
            "label": str(self.label),
        }

    def table(self) -> Table:
        return _by_category(self.label, self.categories, self.series)


@dataclass(frozen=True, slots=True)
class Step:
    """From `x` on the curve is at `y`, within `low` and `high` where they are known."""

    x: int | float
    y: int | float
    low: Number = None
    high: Number = None


@dataclass(frozen=True, slots=True)
class Curve:
    """A curve that changes in steps, by growing x."""

    name: Text
    steps: Sequence[Step]

    def at(self, x: float) -> Step | None:
        """The step on which the curve is at `x`; None before its beginning."""
        index = bisect_right([step.x for step in self.steps], x)
        return self.steps[index - 1] if index else None


@dataclass(frozen=True, slots=True)
class Curves:
    """Curves of steps over a number (days). `read_at`: at which x the table says where each curve is.

    A curve is said nothing about beyond its last step: it was not observed there.
    """

    kind: ClassVar[str] = "curves"
    curves: Sequence[Curve]
    label: Text
    read_at: Sequence[int | float]
    top: Number = None

    def data(self) -> Json:
        return {
            "curves": [
                {"name": str(curve.name), "steps": [[s.x, s.y, s.low, s.high] for s in curve.steps]}
                for curve in self.curves
            ],
            "label": str(self.label),
            "top": self.top,
        }

    def table(self) -> Table:
        head: list[Text] = [self.label]
        for curve in self.curves:
            head.append(curve.name)
            head += _band_heads(curve.name, any(step.low is not None for step in curve.steps))
        rows = [(x, *(cell for curve in self.curves for cell in _read(curve, x))) for x in self.read_at]
        return Table(tuple(head), tuple(rows))


@dataclass(frozen=True, slots=True)
class Heat:
    """A number for each pair: `values[row][column]`. The darker the more; the number stands in the cell."""

    kind: ClassVar[str] = "heat"
    rows: Sequence[Text]
    columns: Sequence[Text]
    values: Sequence[Sequence[Number]]
    label: Text

    def data(self) -> Json:
        return {
            "rows": _words(self.rows),
            "columns": _words(self.columns),
            "values": [list(row) for row in self.values],
            "label": str(self.label),
        }

    def table(self) -> Table:
        rows = tuple((name, *values) for name, values in zip(self.rows, self.values, strict=True))
        return Table((self.label, *self.columns), rows)


@dataclass(frozen=True, slots=True)
class Node:
    """Where a flow begins or ends; `stage` counts from 0, from left to right."""

    name: Text
    stage: int


@dataclass(frozen=True, slots=True)
class Flow:
    """How much goes from one node to another: places in the list of nodes."""

    origin: int
    target: int
    value: Number


@dataclass(frozen=True, slots=True)
class Flows:
    """Ribbons between stages, as wide as their number. A hidden number is in the table only."""

    kind: ClassVar[str] = "flows"
    nodes: Sequence[Node]
    flows: Sequence[Flow]
    heads: tuple[Text, Text, Text]

    def data(self) -> Json:
        return {
            "nodes": [{"name": str(node.name), "stage": node.stage} for node in self.nodes],
            "flows": [[f.origin, f.target, f.value] for f in self.flows if f.value],
        }

    def table(self) -> Table:
        rows = tuple((self.nodes[f.origin].name, self.nodes[f.target].name, f.value) for f in self.flows)
        return Table(self.heads, rows)


@dataclass(frozen=True, slots=True)
class Point:
    """Something known by two numbers."""

    name: Text
    x: int | float
    y: int | float


@dataclass(frozen=True, slots=True)
class Cloud:
    """Points that belong together."""

    name: Text
    points: Sequence[Point]


@dataclass(frozen=True, slots=True)
class Points:
    """Points by two numbers, in groups that differ by shape. `heads`: what a point is, x, y."""

    kind: ClassVar[str] = "points"
    clouds: Sequence[Cloud]
    heads: tuple[Text, Text, Text]

    def data(self) -> Json:
        return {
            "clouds": [
                {"name": str(cloud.name), "points": [[p.x, p.y, str(p.name)] for p in cloud.points]}
                for cloud in self.clouds
            ],
            "heads": _words(self.heads),
        }

    def table(self) -> Table:
        rows = tuple((p.name, cloud.name, p.x, p.y) for cloud in self.clouds for p in cloud.points)
        return Table((self.heads[0], _("Group"), self.heads[1], self.heads[2]), rows)


@dataclass(frozen=True, slots=True)
class Box:
    """The spread of a number: least, first quarter, median, third quarter, most; `mark` is one's own.

    Without least and most (None) the middle half alone is told.
    """

    name: Text
    spread: tuple[Number, float, float, float, Number]
    mark: Number = None

    @property
    def drawn(self) -> list[Number]:
        """The five numbers to draw: without ends the box ends with its middle half."""
        least, *middle, most = self.spread
        return [middle[0] if least is None else least, *middle, middle[-1] if most is None else most]


@dataclass(frozen=True, slots=True)
class Boxes:
    """Spreads side by side. `mark_label` says whose the marks are."""

    kind: ClassVar[str] = "boxes"
    boxes: Sequence[Box]
    label: Text
    mark_label: Text = ""

    def data(self) -> Json:
        return {
            "boxes": [
                {"name": str(box.name), "spread": box.drawn, "told": self._told(box), "mark": box.mark}
                for box in self.boxes
            ],
            "parts": self._parts(),
            "label": str(self.label),
            "markLabel": str(self.mark_label),
        }

    def table(self) -> Table:
        marked = (self.mark_label,) if self.mark_label else ()
        rows = tuple((box.name, *self._told(box), *((box.mark,) if marked else ())) for box in self.boxes)
        return Table((self.label, *self._parts(), *marked), rows)

    def _has_ends(self) -> bool:
        return any(end is not None for box in self.boxes for end in (box.spread[0], box.spread[4]))

    def _told(self, box: Box) -> list[Number]:
        return list(box.spread if self._has_ends() else box.spread[1:4])

    def _parts(self) -> list[str]:
        parts = [_("Least"), _("A quarter below"), _("Half below"), _("Three quarters below"), _("Most")]
        return parts if self._has_ends() else parts[1:4]


def _words(texts: Sequence[Text]) -> list[str]:
    return [str(text) for text in texts]


def _band_heads(name: Text, has_band: bool) -> list[Text]:
    if not has_band:
        return []
    return [_("%(name)s, at least") % {"name": name}, _("%(name)s, at most") % {"name": name}]


def _read(curve: Curve, x: float) -> tuple[Number, ...]:
    """Where the curve is at x, with its band if it has one anywhere; nothing beyond what was observed."""
    step = curve.at(x) if curve.steps and x <= curve.steps[-1].x else None
    has_band = any(each.low is not None for each in curve.steps)
    if step is None:
        return (None, None, None) if has_band else (None,)
    return (step.y, step.low, step.high) if has_band else (step.y,)


def _by_category(label: Text, categories: Sequence[Text], series: Sequence[Series]) -> Table:
    head: list[Text] = [label]
    columns: list[Sequence[Number]] = []
    for each in series:
        head += [each.name, *_band_heads(each.name, bool(each.low))]
        columns += [each.values, each.low, each.high] if each.low else [each.values]
    rows = tuple((name, *(column[i] for column in columns)) for i, name in enumerate(categories))
    return Table(tuple(head), rows)
