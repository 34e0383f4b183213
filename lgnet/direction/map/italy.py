# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""The map of Italy as SVG shapes, ready to be written into a page: no tiles, no outside server.

Everything is in units of `view_box`. The credit must be shown wherever the map is (CC BY 4.0).
`scripts/build_map.py` draws the file; a place without a shape in it has no dot.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "italy.json"


@dataclass(frozen=True, slots=True)
class RegionShape:
    """`code` is the ISTAT code of the region, two digits."""

    code: str
    name: str
    path: str


@dataclass(frozen=True, slots=True)
class PlaceShape:
    """`code` is that of the organisation; `path` is the municipality, visible only where it is large."""

    code: str
    name: str
    x: float
    y: float
    path: str


@dataclass(frozen=True, slots=True)
class MapOfItaly:
    view_box: str
    credit: str
    regions: tuple[RegionShape, ...]
    places: tuple[PlaceShape, ...]

    def place(self, code: str) -> PlaceShape | None:
        """Where the organisation `code` stands, or None when it has no place."""
        return next((place for place in self.places if place.code == code), None)


@lru_cache(maxsize=1)
def map_of_italy() -> MapOfItaly:
    """The regions, and the places of the organisations of every edition."""
    drawn: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return MapOfItaly(
        view_box=drawn["viewBox"],
        credit=drawn["credit"],
        regions=tuple(RegionShape(**shape) for shape in drawn["regions"]),
        places=tuple(PlaceShape(**shape) for shape in drawn["partners"]),
    )
