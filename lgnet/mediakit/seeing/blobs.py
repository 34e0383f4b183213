# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Connected patches of a mask, found by its horizontal runs: numpy alone, no loop over pixels."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
Ints = NDArray[np.intp]


@dataclass(frozen=True)
class Blobs:
    """Patches as columns: area in pixels, bounding box (ends excluded), centre."""

    area: NDArray[np.float64]
    left: NDArray[np.float64]
    top: NDArray[np.float64]
    right: NDArray[np.float64]
    bottom: NDArray[np.float64]
    x: NDArray[np.float64]
    y: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.area)

    def only(self, keep: NDArray[np.bool_] | Ints) -> "Blobs":
        """Some of them."""
        return Blobs(*(getattr(self, name)[keep] for name in self.__dataclass_fields__))

    @property
    def width(self) -> NDArray[np.float64]:
        return self.right - self.left

    @property
    def height(self) -> NDArray[np.float64]:
        return self.bottom - self.top


def joined(count: int, one: Ints, other: Ints) -> Ints:
    """For each of `count` things the first one that it is tied to, directly or through others."""
    first = np.arange(count)
    while True:
        a, b = first[one], first[other]
        if (a == b).all():
            return first
        np.minimum.at(first, np.maximum(a, b), np.minimum(a, b))
        while True:
            further = first[first]
            if (further == first).all():
                break
            first = further


def find(mask: Mask) -> Blobs:
    """The patches of a mask; pixels that touch by a corner belong together."""
    height, width = mask.shape
    padded = np.zeros((height, width + 2), np.int8)
    padded[:, 1:-1] = mask
    change = np.diff(padded, axis=1)
    row, start = np.nonzero(change == 1)
    end = np.nonzero(change == -1)[1]
    if not len(row):
        return Blobs(*(np.zeros(0) for _ in Blobs.__dataclass_fields__))
    # Runs of the row above that touch a run: those that end at or after its start and start at or before its end.
    step = width + 3
    low = np.searchsorted(row * step + end, (row - 1) * step + start, "left")
    high = np.searchsorted(row * step + start, (row - 1) * step + end, "right")
    count = np.maximum(high - low, 0)
    one = np.repeat(np.arange(len(row)), count)
    offsets = np.arange(len(one)) - np.repeat(np.cumsum(count) - count, count)
    first = joined(len(row), one, np.repeat(low, count) + offsets)
    _names, of = np.unique(first, return_inverse=True)
    n, long = int(of.max()) + 1, (end - start).astype(float)
    area = np.bincount(of, long, n).astype(np.float64)
    left, top = np.full(n, np.inf), np.full(n, np.inf)
    right, bottom = np.zeros(n), np.zeros(n)
    np.minimum.at(left, of, start)
    np.minimum.at(top, of, row)
    np.maximum.at(right, of, end)
    np.maximum.at(bottom, of, row + 1)
    x = np.bincount(of, long * (start + end - 1) / 2, n) / area
    y = np.bincount(of, long * row, n) / area
    return Blobs(area, left, top, right, bottom, x, y)
