# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Other marks in the strip where the emblem stands, and whether one is larger than it.

The ground must be of one colour: on a photo nothing is told. A patch of lines of letters is text, not a mark.
"""

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageFilter

from lgnet.mediakit.seeing import blobs
from lgnet.mediakit.seeing.blobs import Mask
from lgnet.mediakit.seeing.colours import Pixels, differs, median
from lgnet.mediakit.seeing.emblem import Emblem

AS_HIGH = 48  # pixels of the emblem where marks are looked for
JOIN = 0.26  # of its height: parts this near are one mark
LARGER = 1.06
BUSY = 0.55  # of the strip
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Marks:
    """What else stands in the strip; `can_be_told` is False on a ground that is not of one colour."""

    can_be_told: bool
    beside: tuple[Box, ...] = ()
    larger: tuple[Box, ...] = ()


def find(pixels: Pixels, emblem: Emblem) -> Marks:
    """The marks beside an emblem, in pixels of the picture."""
    scale = min(1.0, AS_HIGH / emblem.height)
    high, wide = pixels.shape[:2]
    top = max(0, int(emblem.top - 1.6 * emblem.height))
    bottom = min(high, int(emblem.bottom + 1.6 * emblem.height) + 1)
    strip = Image.fromarray(pixels[top:bottom])
    size = max(1, round(wide * scale)), max(1, round((bottom - top) * scale))
    small = np.asarray(strip.resize(size, Image.Resampling.BOX))
    x0, x1 = emblem.left * scale, emblem.right * scale
    y0, y1 = (emblem.top - top) * scale, (emblem.bottom - top) * scale
    ground = _ground(small, x0, y0, x1, y1)
    if ground is None:
        return Marks(can_be_told=False)
    off = differs(small, ground, 42)
    edge = max(3, round(0.09 * (y1 - y0)))
    off[max(0, int(y0) - edge) : int(y1) + edge + 1, max(0, int(x0) - edge) : int(x1) + edge + 1] = False
    if off.mean() > BUSY:
        return Marks(can_be_told=False)
    return _told(off, (x0, y0, x1, y1), top, scale, (top > 0, bottom < high))


def _ground(small: Pixels, x0: float, y0: float, x1: float, y1: float) -> tuple[int, int, int] | None:
    """The colour around the emblem; None where it is not one."""
    far, high, wide = 0.22 * (y1 - y0), *small.shape[:2]
    xa, xb = max(0, int(x0 - far)), min(wide, int(x1 + far) + 1)
    ya, yb = max(0, int(y0 - far)), min(high, int(y1 + far) + 1)
    frame = np.ones((yb - ya, xb - xa), bool)
    inset = 0.13 * (y1 - y0)
    frame[
        max(0, int(y0 - inset) - ya) : int(y1 + inset) - ya + 1,
        max(0, int(x0 - inset) - xa) : int(x1 + inset) - xa + 1,
    ] = False
    around = small[ya:yb, xa:xb][frame]
    if len(around) < 8:
        return 255, 255, 255
    colour = median(around)
    return colour if differs(around, colour, 42).mean() < 0.4 else None


def _told(off: Mask, emblem: Box, top: int, scale: float, goes_on: tuple[bool, bool]) -> Marks:
    """What stands beside the emblem; what goes on above or below the strip is no mark of the strip."""
    x0, y0, x1, y1 = emblem
    wide, high = x1 - x0, y1 - y0
    reach = 2 * round(JOIN * high / 2) + 1
    grown = Image.fromarray(off.astype(np.uint8) * 255).filter(ImageFilter.MaxFilter(max(3, reach)))
    found = blobs.find(np.asarray(grown) > 0)
    beside, larger = [], []
    slack = (max(3, reach) - 1) / 2
    for i in range(len(found)):
        left, right = float(found.left[i]) + slack, float(found.right[i]) - slack
        upper, lower = float(found.top[i]) + slack, float(found.bottom[i]) - slack
        is_in_strip = upper < y1 + 0.3 * high and lower > y0 - 0.3 * high
        is_cut = (goes_on[0] and found.top[i] <= 0) or (goes_on[1] and found.bottom[i] >= off.shape[0])
        if not is_in_strip or is_cut or right - left > 0.85 * off.shape[1] or lower - upper < 0.25 * high:
            continue
        part = off[int(upper) : int(lower) + 1, int(left) : int(right) + 1]
        if _is_text(part, high):
            continue
        box = (left / scale, upper / scale + top, right / scale, lower / scale + top)
        beside.append(box)
        if lower - upper > LARGER * high and right - left > LARGER * wide:
            larger.append(box)
    return Marks(True, tuple(beside), tuple(larger))


def _is_text(part: Mask, high: float) -> bool:
    """Several lines with empty rows between them, each lower than half the emblem."""
    busy = part.any(1)
    changes = np.diff(np.r_[0, busy.astype(np.int8), 0])
    starts, ends = np.nonzero(changes == 1)[0], np.nonzero(changes == -1)[0]
    lines = ends - starts
    return len(lines) >= 2 and bool((lines < 0.5 * high).all())
