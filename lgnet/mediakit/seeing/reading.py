# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Letters in a picture, read by Tesseract within bounds: so many points, so many seconds, nothing started or fetched.

Where there is no reader for this machine nothing is read, and the checker says that it cannot tell.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from lgnet.mediakit.seeing.colours import Pixels, median

try:
    import tesserocr
except ImportError:  # a machine for which there is no wheel
    tesserocr = None

# Latin letters with accents, from tessdata_fast (Apache-2.0): one language is enough, its dictionary is not used.
LANGUAGE, DATA = "ita", Path(__file__).resolve().parent / "tessdata"
MOST_POINTS, MOST_MS = 3_000_000, 6_000
GAP = 2.3  # heights of a word: boxes of small words with accents leave letters out
SURE = 60  # of 100: a word that is read more surely is believed
_QUIET = {"load_system_dawg": "0", "load_freq_dawg": "0", "debug_file": "/dev/null"}


@dataclass(frozen=True)
class Word:
    """A word as it was read, how surely (0 to 100), and where in the picture."""

    text: str
    sure: float
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True)
class Run:
    """Words that stand in one line beside each other."""

    words: tuple[Word, ...]

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return self.words[-1].right

    @property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)


def is_there() -> bool:
    """Whether this machine has a reader."""
    return tesserocr is not None


def words(pixels: Pixels, scale: float = 1.0, *, sparse: bool = True) -> list[Word] | None:
    """The words of a picture, looked at so many times larger; None where nothing could be read in the bounds."""
    if tesserocr is None or not pixels.size:
        return None
    high, wide = pixels.shape[:2]
    scale = min(scale, (MOST_POINTS / (high * wide)) ** 0.5)
    size = max(1, round(wide * scale)), max(1, round(high * scale))
    if min(size) < 12:
        return []
    page = Image.fromarray(_inked(pixels)).resize(size, Image.Resampling.LANCZOS)
    mode = tesserocr.PSM.SPARSE_TEXT if sparse else tesserocr.PSM.SINGLE_BLOCK
    with tesserocr.PyTessBaseAPI(path=str(DATA), lang=LANGUAGE, psm=mode, variables=_QUIET) as reader:
        reader.SetImage(page)
        reader.SetSourceResolution(200)
        return list(_read(reader, scale)) if reader.Recognize(MOST_MS) else None


def _read(reader: "tesserocr.PyTessBaseAPI", scale: float) -> Iterator[Word]:
    level = tesserocr.RIL.WORD
    for one in tesserocr.iterate_level(reader.GetIterator(), level):
        box = one.BoundingBox(level)
        text = (one.GetUTF8Text(level) or "").strip() if box else ""
        if text:
            yield Word(text, float(one.Confidence(level)), *(side / scale for side in box))


def _inked(pixels: Pixels) -> Pixels:
    """Dark letters on white, whatever the colours were: how far each point is from the ground."""
    ground = median(pixels.reshape(-1, 3))
    off = np.abs(pixels.astype(np.int16) - np.array(ground, np.int16)).max(-1).astype(np.float32)
    full = max(70.0, float(np.quantile(off, 0.99)))
    paper: Pixels = (255 - np.clip(off / full, 0, 1) * 255).astype(np.uint8)
    return paper


def runs(found: Sequence[Word]) -> list[Run]:
    """Words put in lines by where they stand: a wide gap begins another run."""
    lines: list[list[Word]] = []
    for word in sorted(found, key=lambda one: one.left):
        at = next((line for line in lines if _follows(line[-1], word)), None)
        if at is None:
            lines.append([word])
        else:
            at.append(word)
    return sorted((Run(tuple(line)) for line in lines), key=lambda run: (run.top, run.left))


def _follows(one: Word, other: Word) -> bool:
    high = max(one.height, other.height)
    level = abs((one.top + one.bottom) - (other.top + other.bottom)) / 2
    is_alike = 0.42 < other.height / one.height < 2.4
    return is_alike and level < 0.55 * high and -0.3 * high < other.left - one.right < GAP * high


def chains(found: Sequence[Run], most: int = 4) -> Iterator[tuple[Run, ...]]:
    """Runs below each other, as the lines of a sentence stand: from each run down, one to four of them."""
    for run in found:
        chain: tuple[Run, ...] = (run,)
        yield chain
        while len(chain) < most:
            below = _below(chain[-1], found)
            if below is None:
                break
            chain = (*chain, below)
            yield chain


def _below(run: Run, found: Sequence[Run]) -> Run | None:
    high = run.bottom - run.top
    near = [
        one
        for one in found
        if one is not run
        and 0.3 * high < one.top - run.top < 2.6 * high
        and one.left < run.right
        and one.right > run.left
        and 0.5 < (one.bottom - one.top) / high < 2
    ]
    return min(near, key=lambda one: (one.top, one.left), default=None)
