# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A map without tiles: the points of tonight's stops as a small picture, north up, with a bar of known length."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

SIZE, MARGIN = 200, 24  # the picture's units
METRES = 111_320  # of a degree of latitude
BARS = (100, 200, 500, 1_000, 2_000, 5_000, 10_000)


@dataclass(frozen=True, slots=True)
class Dot:
    """A stop on the picture, by its number in the list beside it."""

    x: float
    y: float
    number: int


@dataclass(frozen=True, slots=True)
class Sketch:
    """The picture: dots, and a bar of `metres` that is `bar` units long."""

    dots: Sequence[Dot]
    bar: float
    metres: int

    @property
    def length(self) -> str:
        """The length of the bar in words."""
        return f"{self.metres // 1000} km" if self.metres >= 1000 else f"{self.metres} m"


def sketch(points: Sequence[tuple[float, float]]) -> Sketch | None:
    """The picture of some places (latitude, longitude); None for fewer than two: one dot says nothing."""
    if len(points) < 2:
        return None
    middle = math.cos(math.radians(sum(lat for lat, _lon in points) / len(points)))
    flat = [(lon * METRES * middle, lat * METRES) for lat, lon in points]
    left, top = min(x for x, _y in flat), max(y for _x, y in flat)
    reach = max(max(x for x, _y in flat) - left, top - min(y for _x, y in flat), 200.0)
    unit = (SIZE - 2 * MARGIN) / reach
    dots = [
        Dot(round(MARGIN + (x - left) * unit, 1), round(MARGIN + (top - y) * unit, 1), number)
        for number, (x, y) in enumerate(flat, start=1)
    ]
    metres = max((bar for bar in BARS if bar * unit <= 90), default=BARS[0])
    return Sketch(dots, round(metres * unit, 1), metres)
