# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The emblem around a ring of stars: its field, its edges, its colours, what stands on it, its white border."""

from dataclasses import dataclass, replace

import numpy as np

from lgnet.mediakit.seeing.colours import REFLEX_BLUE, YELLOW, Colour, Pixels, apart, differs, hue, median
from lgnet.mediakit.seeing.stars import Ring, rings

EDGE = 46  # by how much a channel changes where the field ends
ON_IT = 60
BLUE_APART, YELLOW_APART = 15.0, 24.0
STRETCHED = 0.06
TURNED = 2.5  # degrees
UPSIDE = 0.478
GRAIN = 3  # levels by which half of the field is off
LONG_WAY = 1.35  # times the expected distance: beyond, the field has no edge of its own


@dataclass(frozen=True)
class Emblem:
    """An emblem in a picture, in pixels, with what is wrong with it."""

    left: float
    top: float
    right: float
    bottom: float
    ring: Ring
    field: Colour
    star: Colour
    ground: Colour
    proportion: float
    is_stretched: bool
    has_edge: bool
    has_border: bool
    is_on_colour: bool
    is_touched: bool
    is_grainy: bool = False  # the field is uneven, as a camera or a scanner sees it

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def width(self) -> float:
        return self.right - self.left

    def times(self, larger: float) -> "Emblem":
        """The same emblem in a picture that is so many times larger."""
        sides = {name: getattr(self, name) * larger for name in ("left", "top", "right", "bottom")}
        return replace(self, **sides)

    @property
    def is_turned(self) -> bool:
        return abs(self.ring.turned) > TURNED

    @property
    def is_upside_down(self) -> bool:
        return self.ring.size >= 7 and self.ring.lean < UPSIDE and not self.is_turned

    @property
    def is_whole(self) -> bool:
        """Twelve stars, upright, nothing on it."""
        return self.ring.stars == 12 and not (self.is_turned or self.is_upside_down or self.is_touched)

    @property
    def is_mono(self) -> bool:
        """In one colour, as the rules allow: white on reflex blue, black on white, and their reverse."""
        pairs = (
            (REFLEX_BLUE, (255, 255, 255)), ((255, 255, 255), REFLEX_BLUE), ((255, 255, 255), (0, 0, 0)),
            ((0, 0, 0), (255, 255, 255)),
        )  # fmt: skip
        return any(apart(self.field, f) < BLUE_APART and apart(self.star, s) < YELLOW_APART for f, s in pairs)

    @property
    def is_blue_right(self) -> bool:
        return apart(self.field, REFLEX_BLUE) < BLUE_APART

    @property
    def is_yellow_right(self) -> bool:
        turn, _light, vivid = hue(self.star)
        is_faint = (
            self.ring.size < 11 and 34 < turn < 66 and vivid > 0.3
        )  # packed so that little colour is left
        return is_faint or apart(self.star, YELLOW) < YELLOW_APART


def find(pixels: Pixels) -> list[Emblem]:
    """Every emblem in a picture, the largest first; each ring once."""
    found: list[Emblem] = []
    for ring in rings(pixels):
        emblem = _around(pixels, ring)
        is_known = emblem is None or any(
            abs(one.ring.x - ring.x) < ring.rx and abs(one.ring.y - ring.y) < ring.ry for one in found
        )
        if emblem is not None and not is_known:
            found.append(emblem)
    return sorted(found, key=lambda one: -one.height)


def _around(pixels: Pixels, ring: Ring) -> Emblem | None:
    inside = _cut(
        pixels,
        ring.x - 0.45 * ring.rx,
        ring.y - 0.45 * ring.ry,
        ring.x + 0.45 * ring.rx,
        ring.y + 0.45 * ring.ry,
    )
    between = _between(pixels, ring)
    if not len(between):
        return None
    field, star = median(between), _star_colour(pixels, ring, median(between))
    if apart(field, star) < 25:
        return None
    left, right = _edge(pixels, ring, field, -1, 0), _edge(pixels, ring, field, 1, 0)
    top, bottom = _edge(pixels, ring, field, 0, -1), _edge(pixels, ring, field, 0, 1)
    if min(right - left, bottom - top) < 1.7 * min(ring.rx, ring.ry):
        return None
    wide, high = right - left, bottom - top
    has_edge = wide < LONG_WAY * 4.5 * ring.rx and high < LONG_WAY * 3 * ring.ry
    if not has_edge:  # draw the box where the field should end
        left, right = ring.x - 2.25 * ring.rx, ring.x + 2.25 * ring.rx
        top, bottom = ring.y - 1.5 * ring.ry, ring.y + 1.5 * ring.ry
    proportion = (right - left) / (bottom - top)
    slack = max(STRETCHED, 2.2 / (bottom - top))
    is_stretched = abs(proportion / 1.5 - 1) > slack or abs(ring.rx / ring.ry - 1) > slack
    ground, has_border = _surroundings(pixels, left, top, right, bottom)
    is_on_colour = has_edge and apart(ground, (255, 255, 255)) > 12 and not _is_paper(ground)
    touched = _share(inside, field) > 0.03 or _corners(pixels, ring, field, (left, top, right, bottom)) > 0.05
    return Emblem(
        left, top, right, bottom, ring, field, star, ground, proportion, is_stretched, has_edge,
        has_border, is_on_colour, touched, _is_grainy(between, field),
    )  # fmt: skip


def _is_grainy(between: Pixels, field: Colour) -> bool:
    off = np.abs(between.astype(np.int16) - np.array(field, np.int16)).max(-1)
    return float(np.median(off)) >= GRAIN


def _is_paper(colour: Colour) -> bool:
    """White as scanners and cameras see it: bright, of no colour."""
    return min(colour) > 232 and max(colour) - min(colour) < 14


def _cut(pixels: Pixels, left: float, top: float, right: float, bottom: float) -> Pixels:
    high, wide = pixels.shape[:2]
    x0, x1 = max(0, round(left)), min(wide, max(round(right), round(left) + 1))
    y0, y1 = max(0, round(top)), min(high, max(round(bottom), round(top) + 1))
    return pixels[y0:y1, x0:x1]


def _share(pixels: Pixels, field: Colour) -> float:
    return float(differs(pixels, field, ON_IT).mean()) if pixels.size else 0.0


def _between(pixels: Pixels, ring: Ring) -> Pixels:
    """Pixels on the ring between the stars: there is only field, whatever stands in the middle."""
    turns = np.radians(ring.turned + 15 + 30 * np.arange(12))
    high, wide = pixels.shape[:2]
    found = []
    for share in (0.94, 1.0, 1.06, 1.18):
        x = np.round(ring.x + share * ring.rx * np.cos(turns)).astype(int)
        y = np.round(ring.y + share * ring.ry * np.sin(turns)).astype(int)
        keep = (x >= 0) & (x < wide) & (y >= 0) & (y < high)
        found.append(pixels[y[keep], x[keep]])
    return np.concatenate(found)


def _star_colour(pixels: Pixels, ring: Ring, field: Colour) -> Colour:
    """The colour of the middles of the stars, of those pixels that are furthest from the field."""
    reach = max(1, round(ring.size / 6))
    parts = [
        _cut(pixels, x - reach, y - reach, x + reach + 1, y + reach + 1).reshape(-1, 3)
        for x, y in ring.places
    ]
    every = np.concatenate(parts)
    far = np.abs(every.astype(int) - np.array(field)).sum(1)
    return median(every[far >= np.quantile(far, 0.6)])


def _edge(pixels: Pixels, ring: Ring, field: Colour, dx: int, dy: int) -> float:
    """Where the field ends in a direction, going out from the ring along a band as wide as a third of it."""
    high, wide = pixels.shape[:2]
    band = 0.3 * (ring.ry if dx else ring.rx)
    begin = 1.3 * (ring.rx if dx else ring.ry)
    if dx:
        strip = _cut(pixels, 0, ring.y - band, wide, ring.y + band)
        off = np.median(np.abs(strip.astype(np.int16) - np.array(field, np.int16)).max(-1), axis=0) > EDGE
        centre, last = ring.x, wide
    else:
        strip = _cut(pixels, ring.x - band, 0, ring.x + band, high)
        off = np.median(np.abs(strip.astype(np.int16) - np.array(field, np.int16)).max(-1), axis=1) > EDGE
        centre, last = ring.y, high
    if dx + dy > 0:
        start = min(last - 1, int(centre + begin))
        after = np.nonzero(off[start:])[0]
        return float(start + after[0]) if len(after) else float(last)
    start = max(0, int(centre - begin))
    before = np.nonzero(off[: start + 1])[0]
    return float(before[-1] + 1) if len(before) else 0.0


def _surroundings(
    pixels: Pixels, left: float, top: float, right: float, bottom: float
) -> tuple[Colour, bool]:
    """The colour of the ground around the field, and whether a white border stands between them."""
    border = (bottom - top) / 25
    far = max(3.0, 2.6 * border + 2)
    thick = max(2.0, border)
    sides = (
        _cut(pixels, left, top - far - thick, right, top - far),
        _cut(pixels, left, bottom + far, right, bottom + far + thick),
        _cut(pixels, left - far - thick, top, left - far, bottom),
        _cut(pixels, right + far, top, right + far + thick, bottom),
    )
    outside = [side.reshape(-1, 3) for side in sides if side.size >= 3]
    if not outside:
        return (255, 255, 255), True
    reach = max(2.0, 1.5 * border + 1)
    bands = (
        (_cut(pixels, left, top - reach, right, top), 0), (_cut(pixels, left, bottom, right, bottom + reach), 0),
        (_cut(pixels, left - reach, top, left, bottom), 1), (_cut(pixels, right, top, right + reach, bottom), 1),
    )  # fmt: skip
    # On each side some row of the band is white along most of its length.
    white = [
        float((band.min(-1) > 190).mean(axis=1 - axis).max()) if band.size else 1.0 for band, axis in bands
    ]
    return median(np.concatenate(outside)), sum(share > 0.7 for share in white) >= 3


def _corners(pixels: Pixels, ring: Ring, field: Colour, box: tuple[float, float, float, float]) -> float:
    """The share of what is not field between the ring and the edges."""
    left, top, right, bottom = box
    inset = max(2.0, 0.04 * (bottom - top))
    part = _cut(pixels, left + inset, top + inset, right - inset, bottom - inset)
    if not part.size or abs(ring.turned) > TURNED:
        return 0.0
    y, x = np.mgrid[: part.shape[0], : part.shape[1]]
    away = np.hypot((x + left + inset - ring.x) / ring.rx, (y + top + inset - ring.y) / ring.ry)
    outer = away > 1.35
    return float(differs(part, field, ON_IT)[outer].mean()) if outer.any() else 0.0
