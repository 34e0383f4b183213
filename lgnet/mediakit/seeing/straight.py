# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""By how much a page was laid askew on the scanner: lines of letters are sharpest in the direction that they run.

A page that is askew as a whole is put straight before it is judged; an emblem that alone is turned stays turned.
"""

import numpy as np
from PIL import Image

from lgnet.mediakit.seeing.colours import Pixels

MOST, STEP = 4.0, 0.25  # degrees
LEAST = 0.6
TOGETHER = 1.1  # by which the emblem and the lines of letters may differ and be turned together
SMALL = 640  # points of the long side when directions are tried
LEAD = 1.12  # how much sharper than as it lies


def askew(pixels: Pixels) -> float:
    """By how many degrees the page is turned, clockwise; 0 where it lies straight or cannot be told."""
    grey = Image.fromarray(pixels).convert("L")
    grey.thumbnail((SMALL, SMALL), Image.Resampling.BILINEAR)
    flat = np.asarray(grey, np.float32)
    edges = np.abs(np.diff(flat, axis=0)).clip(0, 60)
    picture = Image.fromarray(edges)
    turns = np.arange(-MOST, MOST + STEP / 2, STEP)
    sharp = [_sharp(picture, float(turn)) for turn in turns]
    best = int(np.argmax(sharp))
    lies = sharp[len(turns) // 2]
    turned = float(turns[best])
    return turned if abs(turned) >= LEAST and sharp[best] > LEAD * lies else 0.0


def _sharp(picture: Image.Image, turn: float) -> float:
    """How uneven the rows are when the page is turned: of lines that lie level some are full and some are empty."""
    turned = np.asarray(picture.rotate(turn, Image.Resampling.BILINEAR), np.float32)
    side = turned.shape[1] // 12
    rows = turned[:, side:-side].mean(1)
    return float(np.square(np.diff(rows)).sum())


def straightened(picture: Image.Image, turned: float) -> Image.Image:
    """The page turned back; what comes in at the corners is of the colour of its edge."""
    pixels = np.asarray(picture)
    edge = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])
    red, green, blue = (int(value) for value in np.median(edge, axis=0))
    return picture.rotate(turned, Image.Resampling.BICUBIC, expand=True, fillcolor=(red, green, blue))
