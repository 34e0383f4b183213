# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rings of twelve: patches of one size that stand as the hours of a clock stand.

By the description of the emblem (Council, 1986; interinstitutional style guide, annex A1): twelve stars on a circle
whose radius is a third of the height of the field, each inscribed in a circle of an eighteenth of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lgnet.mediakit.seeing.blobs import Blobs, Mask, find, joined
from lgnet.mediakit.seeing.colours import Pixels, masks

LEAST_BLOBS, MOST_BLOBS_OF_A_RING = 7, 18
LEAST_STARS = 9
LEAST_SIZE = 3.0  # pixels across
MOST_BLOBS = 3000
NEIGHBOURS = 2.7  # times its size: the next star is 1.6 to 1.9 away
COHERENT = 0.86
OFF_THE_RING = 0.09


@dataclass(frozen=True)
class Ring:
    """Stars on an ellipse: its centre and half axes in pixels, by how much it is turned, how the stars look."""

    x: float
    y: float
    rx: float
    ry: float
    stars: int
    turned: float  # degrees, from -15 to 15
    size: float
    lean: float  # where the middle of a star lies between its top (0) and its foot (1)
    places: NDArray[np.float64]  # of the stars: x and y
    colour: str


def rings(pixels: Pixels) -> Iterator[Ring]:
    """Every ring of twelve in a picture, whatever its colours."""
    for colour, mask in masks(pixels):
        yield from _rings(colour, mask)


def _rings(colour: str, mask: Mask) -> Iterator[Ring]:
    blobs = _like_stars(find(mask))
    if len(blobs) < LEAST_BLOBS:
        return
    size = np.maximum(blobs.width, blobs.height)
    across = np.hypot(blobs.x[:, None] - blobs.x[None], blobs.y[:, None] - blobs.y[None])
    larger, smaller = np.maximum(size[:, None], size[None]), np.minimum(size[:, None], size[None])
    near = (across < NEIGHBOURS * larger) & (larger < 1.7 * smaller + 1)
    one, other = np.nonzero(np.triu(near, 1))
    group = joined(len(blobs), one, other)
    names, counts = np.unique(group, return_counts=True)
    for name in names[(counts >= LEAST_BLOBS) & (counts <= MOST_BLOBS_OF_A_RING)]:
        fit = _fitted(blobs.only(group == name))
        ring = _ring(colour, mask, fit) if fit is not None else None
        if ring is not None:
            yield ring


def _like_stars(blobs: Blobs) -> Blobs:
    w, h = blobs.width, blobs.height
    fill = blobs.area / np.maximum(w * h, 1)
    keep = (
        (np.maximum(w, h) >= LEAST_SIZE)
        & (w < 2.2 * h)
        & (h < 2.2 * w)
        & (fill > 0.28)
        & ((fill < 0.95) | (np.maximum(w, h) < 8))
    )
    found = blobs.only(keep)
    return found if len(found) <= MOST_BLOBS else found.only(np.argsort(-found.area)[:MOST_BLOBS])


@dataclass(frozen=True)
class _Fit:
    """An ellipse through patches: centre, half axes, the turn of its hours in degrees, the patches on it."""

    x: float
    y: float
    rx: float
    ry: float
    turned: float
    stars: Blobs


def _fitted(stars: Blobs) -> _Fit | None:
    """The ellipse that these patches stand on as hours do; up to four that stand beside it are left out."""
    for _ in range(5):
        fit, away = _ellipse(stars)
        if fit is None or len(stars) < LEAST_BLOBS:
            return None
        if away.max() <= OFF_THE_RING:
            return fit if _as_hours(fit) else None
        stars = stars.only(np.arange(len(stars)) != away.argmax())
    return None


def _ellipse(stars: Blobs) -> tuple[_Fit | None, NDArray[np.float64]]:
    """Least squares, and how far from it each patch stands, as a share of its half axes."""
    mx, my = stars.x.mean(), stars.y.mean()
    scale = max(float(np.ptp(stars.x)), float(np.ptp(stars.y)), 1.0)
    x, y = (stars.x - mx) / scale, (stars.y - my) / scale
    system = np.stack([x * x, y * y, x, y], 1)
    (a, c, d, e), *_rest = np.linalg.lstsq(system, np.ones(len(x)), rcond=None)
    if a <= 0 or c <= 0:
        return None, x
    cx, cy = -d / (2 * a), -e / (2 * c)
    level = 1 + a * cx * cx + c * cy * cy
    rx, ry = float(np.sqrt(level / a)), float(np.sqrt(level / c))
    u, v = (x - cx) / rx, (y - cy) / ry
    turned = float(np.degrees(np.angle(np.exp(12j * np.arctan2(v, u)).mean())) / 12)
    fit = _Fit(mx + cx * scale, my + cy * scale, rx * scale, ry * scale, turned, stars)
    return fit, np.abs(np.hypot(u, v) - 1)


def _as_hours(fit: _Fit) -> bool:
    """Whether the patches stand at multiples of thirty degrees, each at its own, as large as stars are there."""
    angle = np.arctan2((fit.stars.y - fit.y) / fit.ry, (fit.stars.x - fit.x) / fit.rx)
    places = np.unique(np.round((angle - np.radians(fit.turned)) / (np.pi / 6)).astype(int) % 12)
    size = float(np.median(np.maximum(fit.stars.width, fit.stars.height)))
    return (
        abs(np.exp(12j * angle).mean()) >= COHERENT
        and len(places) == len(angle)
        and 0.4 < fit.rx / fit.ry < 2.5
        and 0.16 < size / ((fit.rx + fit.ry) / 2) < 0.55  # a third of the radius, by the description
    )


def _ring(colour: str, mask: Mask, fit: _Fit) -> Ring | None:
    """The ring with its stars counted where they should stand: a star that noise broke in two is still one."""
    stars = fit.stars
    size = float(np.median(np.maximum(stars.width, stars.height)))
    turns = np.radians(fit.turned + 30 * np.arange(12))
    x, y = fit.x + fit.rx * np.cos(turns), fit.y + fit.ry * np.sin(turns)
    reach = max(1, round(size / 5))
    there = np.array([_share(mask, px, py, reach) > 0.4 for px, py in zip(x, y, strict=True)])
    if there.sum() < LEAST_STARS:
        return None
    lean = float(np.mean((stars.y + 0.5 - stars.top) / np.maximum(stars.height, 1)))
    places = np.stack([x[there], y[there]], 1)
    return Ring(fit.x, fit.y, fit.rx, fit.ry, int(there.sum()), fit.turned, size, lean, places, colour)


def _share(mask: Mask, x: float, y: float, reach: int) -> float:
    part = mask[
        max(0, round(y) - reach) : round(y) + reach + 1, max(0, round(x) - reach) : round(x) + reach + 1
    ]
    return float(part.mean()) if part.size else 0.0
