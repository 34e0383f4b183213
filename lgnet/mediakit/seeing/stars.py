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

LEAST_STARS, MOST_STARS = 9, 14
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
    if len(blobs) < LEAST_STARS:
        return
    size = np.maximum(blobs.width, blobs.height)
    across = np.hypot(blobs.x[:, None] - blobs.x[None], blobs.y[:, None] - blobs.y[None])
    larger, smaller = np.maximum(size[:, None], size[None]), np.minimum(size[:, None], size[None])
    near = (across < NEIGHBOURS * larger) & (larger < 1.7 * smaller + 1)
    one, other = np.nonzero(np.triu(near, 1))
    group = joined(len(blobs), one, other)
    names, counts = np.unique(group, return_counts=True)
    for name in names[(counts >= LEAST_STARS) & (counts <= MOST_STARS)]:
        ring = _ring(colour, blobs.only(group == name))
        if ring is not None:
            yield ring


def _like_stars(blobs: Blobs) -> Blobs:
    w, h = blobs.width, blobs.height
    fill = blobs.area / np.maximum(w * h, 1)
    keep = (np.maximum(w, h) >= LEAST_SIZE) & (w < 2.2 * h) & (h < 2.2 * w) & (fill > 0.28) & (fill < 0.97)
    found = blobs.only(keep)
    return found if len(found) <= MOST_BLOBS else found.only(np.argsort(-found.area)[:MOST_BLOBS])


def _ring(colour: str, stars: Blobs) -> Ring | None:
    """The ring that these patches stand on; None where they stand on none, or not as hours do."""
    mx, my = stars.x.mean(), stars.y.mean()
    scale = max(float(np.ptp(stars.x)), float(np.ptp(stars.y)), 1.0)
    x, y = (stars.x - mx) / scale, (stars.y - my) / scale
    system = np.stack([x * x, y * y, x, y], 1)
    (a, c, d, e), *_rest = np.linalg.lstsq(system, np.ones(len(x)), rcond=None)
    if a <= 0 or c <= 0:
        return None
    cx, cy = -d / (2 * a), -e / (2 * c)
    level = 1 + a * cx * cx + c * cy * cy
    rx, ry = float(np.sqrt(level / a)), float(np.sqrt(level / c))
    u, v = (x - cx) / rx, (y - cy) / ry
    if np.abs(np.hypot(u, v) - 1).max() > OFF_THE_RING or not 0.4 < rx / ry < 2.5:
        return None
    angle = np.arctan2(v, u)
    phase = np.exp(12j * angle).mean()
    places = np.unique(np.round((angle - np.angle(phase) / 12) / (np.pi / 6)).astype(int) % 12)
    if abs(phase) < COHERENT or len(places) != len(angle):
        return None
    size = float(np.median(np.maximum(stars.width, stars.height)))
    radius = (rx + ry) / 2 * scale
    if not 0.16 < size / radius < 0.55:  # a third of the radius, by the description
        return None
    lean = float(np.mean((stars.y + 0.5 - stars.top) / np.maximum(stars.height, 1)))
    return Ring(
        mx + cx * scale, my + cy * scale, rx * scale, ry * scale, len(angle), float(np.degrees(np.angle(phase)) / 12),
        size, lean, np.stack([stars.x, stars.y], 1), colour,
    )  # fmt: skip
