# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The sentence beside an emblem in a picture, known by its shape: compared with the sentence set in two known faces.

No letters are read. What is not known as the sentence is not called missing: it cannot be told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from lgnet.mediakit.making.sentences import ALSO, OFFICIAL
from lgnet.mediakit.seeing.colours import Colour, Pixels, median
from lgnet.mediakit.seeing.emblem import Emblem
from lgnet.ui.paper.legible import FONTS

FACES = {"Ubuntu": "ubuntu-400", "Arial": "arimo-400"}
SENTENCES = (*OFFICIAL.values(), *ALSO)
HIGH = 24  # pixels of a line that is compared
ALIKE = 0.6  # correlation from which it is the sentence
WIDE = 0.1  # by how much its proportions may differ
GAPS = (0.035, 0.05, 0.075, 0.11, 0.17, 0.3)  # of the height of the emblem
MOST_PIECES, MOST_BESIDE = 12, 9
Ink = NDArray[np.float32]


@dataclass(frozen=True)
class Seen:
    """The sentence in a picture: which one, in which face and colour, where."""

    sentence: str
    face: str
    colour: Colour
    left: float
    top: float
    right: float
    bottom: float
    alike: float


def find(pixels: Pixels, emblem: Emblem) -> Seen | None:
    """The sentence next to an emblem: at its right, below it, at its left, above it."""
    best: Seen | None = None
    for left, top, right, bottom in _around(pixels, emblem):
        part = pixels[top:bottom, left:right]
        if min(part.shape[:2]) < 8:
            continue
        for found in _in_part(part, emblem.height):
            if best is None or found.alike > best.alike:
                best = Seen(
                    found.sentence, found.face, found.colour, found.left + left, found.top + top, found.right + left,
                    found.bottom + top, found.alike,
                )  # fmt: skip
    return best if best and best.alike >= ALIKE else None


def _around(pixels: Pixels, emblem: Emblem) -> Iterator[tuple[int, int, int, int]]:
    high, wide = pixels.shape[:2]
    h, gap = emblem.height, max(2.0, 0.06 * emblem.height)
    boxes = (
        (emblem.right + gap, emblem.top - 0.1 * h, emblem.right + 12 * h, emblem.bottom + 0.1 * h),
        (emblem.left - 2.5 * h, emblem.bottom + gap, emblem.right + 2.5 * h, emblem.bottom + 1.1 * h),
        (emblem.left - 12 * h, emblem.top - 0.1 * h, emblem.left - gap, emblem.bottom + 0.1 * h),
        (emblem.left - 2.5 * h, emblem.top - 1.1 * h, emblem.right + 2.5 * h, emblem.top - gap),
    )
    for left, top, right, bottom in boxes:
        yield max(0, int(left)), max(0, int(top)), min(wide, int(right)), min(high, int(bottom))


def _in_part(part: Pixels, height: float) -> Iterator[Seen]:
    """Groups of one to three lines of letters in a part of a picture, compared with every sentence."""
    ground = median(np.concatenate([part[0], part[-1], part[:, 0], part[:, -1]]))
    off = np.abs(part.astype(np.int16) - np.array(ground, np.int16)).max(-1).astype(np.float32)
    if (off > 60).mean() > 0.5:
        return
    ink = np.clip((off - 25) / max(60.0, float(np.quantile(off, 0.995)) - 25), 0, 1)
    for x0, x1 in _columns(ink, height):
        lines = [
            line
            for y0, y1 in _rows(ink[:, x0:x1])
            if 0.07 * height < y1 - y0 < 0.75 * height and (line := _trimmed(ink, x0, x1, y0, y1))
        ]
        for n in (1, 2, 3):
            for begin in range(len(lines) - n + 1):
                yield from _compared(part, ink, lines[begin : begin + n], ground)


def _columns(ink: Ink, height: float) -> list[tuple[int, int]]:
    """Runs of up to nine pieces that stand beside each other: letters, words, or more, by how wide a gap parts them."""
    busy = np.nonzero((ink > 0.22).any(0))[0]
    if not len(busy):
        return []
    gaps, found = np.diff(busy), dict[tuple[int, int], None]()
    for apart in GAPS:
        cuts = np.nonzero(gaps > max(1.0, apart * height))[0]
        starts, ends = np.r_[busy[0], busy[cuts + 1]], np.r_[busy[cuts], busy[-1]] + 1
        pieces = [(int(a), int(b)) for a, b in zip(starts, ends, strict=True)][:MOST_PIECES]
        for first in range(len(pieces)):
            for last in range(first, min(first + MOST_BESIDE, len(pieces))):
                if last > first and pieces[last][0] - pieces[last - 1][1] > 0.5 * height:
                    break
                if pieces[last][1] - pieces[first][0] > 0.7 * height:
                    found[pieces[first][0], pieces[last][1]] = None
    return list(found)


def _rows(ink: Ink) -> list[tuple[int, int]]:
    busy = np.nonzero((ink > 0.4).any(1))[0]
    if not len(busy):
        return []
    cuts = np.nonzero(np.diff(busy) > 1)[0]
    starts, ends = np.r_[busy[0], busy[cuts + 1]], np.r_[busy[cuts], busy[-1]] + 1
    return [(int(a), int(b)) for a, b in zip(starts, ends, strict=True)][:8]


Line = tuple[int, int, int, int]


def _trimmed(ink: Ink, x0: int, x1: int, y0: int, y1: int) -> Line | None:
    busy = np.nonzero((ink[y0:y1, x0:x1] > 0.4).any(0))[0]
    return (x0 + int(busy[0]), y0, x0 + int(busy[-1]) + 1, y1) if len(busy) else None


def _compared(part: Pixels, ink: Ink, lines: Sequence[Line], ground: Colour) -> Iterator[Seen]:
    """Proportions first: they rule nearly everything out before a point is compared."""
    shares = [(x1 - x0) / (y1 - y0) for x0, y0, x1, y1 in lines]
    shapes: list[Ink] = []
    for sentence, face, templates in _known(len(lines)):
        if any(
            abs(share * HIGH / one.shape[1] - 1) > WIDE for share, one in zip(shares, templates, strict=True)
        ):
            continue
        shapes = shapes or [_scaled(ink[y0:y1, x0:x1]) for x0, y0, x1, y1 in lines]
        alike = _likeness(shapes, templates)
        if alike > 0.4:
            x0, y0 = min(line[0] for line in lines), min(line[1] for line in lines)
            x1, y1 = max(line[2] for line in lines), max(line[3] for line in lines)
            yield Seen(sentence, face, _colour(part, ink, (x0, y0, x1, y1), ground), x0, y0, x1, y1, alike)


def _colour(part: Pixels, ink: Ink, box: Line, ground: Colour) -> Colour:
    """The colour of the letters: of the points that are furthest from the ground."""
    x0, y0, x1, y1 = box
    letters, strength = part[y0:y1, x0:x1].reshape(-1, 3), ink[y0:y1, x0:x1].ravel()
    strong = strength >= max(0.6, float(np.quantile(strength[strength > 0.3], 0.7)))
    return median(letters[strong]) if strong.any() else ground


@lru_cache(maxsize=4)
def _known(lines: int) -> list[tuple[str, str, list[Ink]]]:
    """Every sentence in every face and every way to break it in so many lines."""
    return [
        (sentence, face, [_template(line, face) for line in split])
        for face in FACES
        for sentence in SENTENCES
        for split in _splits(sentence, lines)
    ]


def _likeness(shapes: Sequence[Ink], templates: Sequence[Ink]) -> float:
    found = []
    for shape, template in zip(shapes, templates, strict=True):
        resized = Image.fromarray(shape).resize((template.shape[1], HIGH), Image.Resampling.BILINEAR)
        a, b = np.asarray(resized, np.float32).ravel(), template.ravel()
        a, b = a - a.mean(), b - b.mean()
        found.append(float(a @ b / (np.linalg.norm(a) * np.linalg.norm(b) + 1e-6)))
    return min(found)


def _scaled(ink: Ink) -> Ink:
    wide = max(1, round(ink.shape[1] * HIGH / ink.shape[0]))
    resample = Image.Resampling.BOX if ink.shape[0] > HIGH else Image.Resampling.BICUBIC
    return np.asarray(Image.fromarray(ink).resize((wide, HIGH), resample), np.float32)


@lru_cache(maxsize=64)
def _splits(sentence: str, lines: int) -> tuple[tuple[str, ...], ...]:
    """A sentence in so many lines, cut between words in every way that leaves no line very short."""
    words = sentence.split()
    if lines == 1:
        return ((sentence,),)
    if lines == 2:
        halves = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
        return tuple(half for half in halves if min(map(len, half)) >= 6)
    return tuple(
        (" ".join(words[:n]), " ".join(words[n:m]), " ".join(words[m:]))
        for n in range(1, len(words) - 1)
        for m in range(n + 1, len(words))
    )


@lru_cache(maxsize=512)
def _template(line: str, face: str) -> Ink:
    """A line set in a face, cut to its ink, as high as what it is compared with."""
    font = ImageFont.truetype(FONTS / f"{FACES[face]}.ttf", 64)
    left, top, right, bottom = font.getbbox(line)
    picture = Image.new("L", (int(right - left) + 4, int(bottom - top) + 4))
    ImageDraw.Draw(picture).text((2 - left, 2 - top), line, font=font, fill=255)
    box = picture.getbbox()
    return _scaled((np.asarray(picture.crop(box), np.float32) / 255).astype(np.float32))
