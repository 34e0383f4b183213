# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A product as boxes in millimetres: what is drawn and what is checked are the same numbers."""

from dataclasses import dataclass, field
from typing import Literal

BLUE, YELLOW, WHITE, INK, BLACK = "#003399", "#FFCC00", "#FFFFFF", "#17212b", "#000000"
EU_PROPORTION = 1.5
BORDER = 1 / 25  # of the height of the emblem, on coloured ground
FONT_OF_SENTENCE = "Ubuntu"
Part = Literal["emblem", "sentence", "translation", "logo", "mark", "text", "ground", "line"]


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a product: where it lies from the top left, in millimetres, and how it is drawn.

    `size` is of the type, in points. `ground` is the colour behind. `picture` is a digest of the vault. `name` is
    the field whose words it holds.
    """

    part: Part
    x: float
    y: float
    width: float
    height: float
    text: str = ""
    size: float = 0.0
    fill: str = INK
    ground: str = WHITE
    bold: bool = False
    font: str = ""
    align: Literal["start", "center", "end"] = "start"
    picture: str = ""
    name: str = ""
    level: int = 0
    is_link: bool = False

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole product: its page in millimetres, its language, its ground, its parts in the order of reading."""

    width: float
    height: float
    language: str
    title: str
    ground: str = WHITE
    boxes: tuple[Box, ...] = field(default_factory=tuple)
    pixels: int = 0  # how wide a PNG of it is; 0 leaves it to the size of the paper

    def of(self, part: Part) -> list[Box]:
        """The boxes of one kind."""
        return [box for box in self.boxes if box.part == part]
