# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""In which face a sentence stands whose lines are known: each is held beside the same line in faces that we have.

Of the eight that are allowed we have the shapes of two; a sentence in neither may be in one of the other six. So a
picture is right where it is one of the two beyond doubt, wrong where it is beyond doubt a face of ours that is not
allowed, and else nothing is said.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from lgnet.mediakit.seeing.colours import Pixels, median
from lgnet.ui.paper.legible import FONTS

WEB = FONTS.parent.parent / "static" / "vendor" / "bootstrap-italia"
# Found on the development set: of 115 sentences in faces that are not allowed none was like an allowed one by more than
# 0.73 at the right width; those in a face that we lack were like one of ours by 0.79 at most.
ALIKE, OFF, BEFORE = 0.745, 0.07, 0.05  # to be one that is allowed: correlation, width, lead over the next
WRONG_ALIKE, WRONG_OFF, WRONG_BEFORE = 0.86, 0.03, 0.2  # to be one that is not
HIGH = 32  # points of a line that is compared
Ink = NDArray[np.float32]
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Face:
    """A face that we have, and whether the sentence may be in it."""

    name: str
    path: Path
    is_allowed: bool


@dataclass(frozen=True)
class Likeness:
    """How like the lines are to the same lines in a face: correlation of the worst, and how much wider or narrower."""

    face: Face
    alike: float
    off: float


def _faces() -> Iterator[Face]:
    yield Face("Ubuntu", FONTS / "ubuntu-400.ttf", is_allowed=True)
    yield Face("Arial", FONTS / "arimo-400.ttf", is_allowed=True)
    for name in ("noto-sans-400", "noto-sans-700", "amiri-400", "amiri-700"):
        yield Face(name.rpartition("-")[0].replace("-", " ").title(), FONTS / f"{name}.ttf", is_allowed=False)
    for path in sorted(WEB.glob("*/fonts/*/*.woff2")):
        if path.name.startswith(("titillium", "lora", "roboto-mono")):
            name = path.name.partition("-v")[0].replace("-", " ").title()
            yield Face(name, path, is_allowed=False)


@lru_cache(maxsize=1)
def known() -> tuple[Face, ...]:
    """The faces that we have."""
    return tuple(_faces())


def beyond_doubt(pixels: Pixels, lines: Sequence[tuple[str, Box]]) -> Face | None:
    """The face of the lines where it can be told; None where it cannot."""
    found = compare(pixels, lines)
    if not found:
        return None
    allowed = max((one for one in found if one.face.is_allowed), key=lambda one: one.alike)
    other = max((one for one in found if not one.face.is_allowed), key=lambda one: one.alike)
    if allowed.alike >= ALIKE and allowed.off <= OFF and allowed.alike >= other.alike + BEFORE:
        return allowed.face
    if other.alike >= WRONG_ALIKE and other.off <= WRONG_OFF and other.alike >= allowed.alike + WRONG_BEFORE:
        return other.face
    return None


def compare(pixels: Pixels, lines: Sequence[tuple[str, Box]]) -> list[Likeness]:
    """How like the lines are to each face that we have, the most alike first."""
    inks = [(text, ink) for text, box in lines if (ink := _ink(pixels, box)) is not None]
    if not inks:
        return []
    found = []
    for face in known():
        told = [_alike(ink, _template(text, face.path)) for text, ink in inks]
        found.append(Likeness(face, min(alike for alike, _off in told), max(off for _alike, off in told)))
    return sorted(found, key=lambda one: -one.alike)


def _ink(pixels: Pixels, box: Box) -> Ink | None:
    """The letters of a line, cut to where they are; 1 is the full colour of the letters."""
    high, wide = pixels.shape[:2]
    pad = 0.18 * (box[3] - box[1])
    x0, x1 = max(0, int(box[0] - pad)), min(wide, int(box[2] + pad) + 1)
    y0, y1 = max(0, int(box[1] - pad)), min(high, int(box[3] + pad) + 1)
    part = pixels[y0:y1, x0:x1]
    if min(part.shape[:2], default=0) < 6:
        return None
    ground = median(part.reshape(-1, 3))
    off = np.abs(part.astype(np.int16) - np.array(ground, np.int16)).max(-1).astype(np.float32)
    ink = np.clip((off - 20) / max(50.0, float(np.quantile(off, 0.97)) - 20), 0, 1).astype(np.float32)
    rows, columns = np.nonzero((ink > 0.5).any(1))[0], np.nonzero((ink > 0.5).any(0))[0]
    if len(rows) < 5 or len(columns) < 12:
        return None
    letters: Ink = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return letters


def _alike(ink: Ink, template: Ink) -> tuple[float, float]:
    off = (ink.shape[1] / ink.shape[0]) / (template.shape[1] / template.shape[0]) - 1
    a, b = _sized(ink, template.shape[1]).ravel(), template.ravel()
    a, b = a - a.mean(), b - b.mean()
    return float(a @ b / (np.linalg.norm(a) * np.linalg.norm(b) + 1e-6)), abs(off)


def _sized(ink: Ink, wide: int) -> Ink:
    resample = Image.Resampling.BOX if ink.shape[0] > HIGH else Image.Resampling.BICUBIC
    return np.asarray(Image.fromarray(ink).resize((wide, HIGH), resample), np.float32)


@lru_cache(maxsize=512)
def _template(line: str, face: Path) -> Ink:
    font = ImageFont.truetype(face, 64)
    left, top, right, bottom = font.getbbox(line)
    picture = Image.new("L", (int(right - left) + 4, int(bottom - top) + 4))
    ImageDraw.Draw(picture).text((2 - left, 2 - top), line, font=font, fill=255)
    ink = (np.asarray(picture.crop(picture.getbbox()), np.float32) / 255).astype(np.float32)
    return _sized(ink, max(1, round(ink.shape[1] * HIGH / ink.shape[0])))
