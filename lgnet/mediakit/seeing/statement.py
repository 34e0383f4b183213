# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The sentence in a picture as it was read: in full, shortened, or not there; and whether that can be said at all.

First around the emblem, larger than life; then on the whole page. A few letters may be read wrongly, words may not be
missing. Nothing is called missing where the emblem is so small or the ground so uneven that no letters would be read.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from PIL import Image, ImageFilter

from lgnet.mediakit.making.sentences import ALSO, OFFICIAL
from lgnet.mediakit.seeing import blobs, reading
from lgnet.mediakit.seeing.colours import Colour, Pixels, differs, median
from lgnet.mediakit.seeing.emblem import Emblem
from lgnet.mediakit.seeing.reading import SURE, Run, Word
from lgnet.mediakit.seeing.words import shortened

AS_HIGH = 150  # points of the emblem where letters are read
LEGIBLE = 34  # points of the emblem: with fewer, letters beside it may be too small to read
WRONG = 0.14  # share of the letters that may be read wrongly
BESIDE, OVER = 12.0, 1.2  # heights of the emblem that are looked at beside it, above and below
NEAR = 8.0  # and in which nothing may stay unread
BUSY = 0.5
# How the strip is read until the sentence is found: so many times larger; as scattered words or as one block.
CLOSER = ((1.0, True), (2.2, True), (1.0, False))
Box = tuple[float, float, float, float]


class Told(StrEnum):
    """What the reading says of the sentence."""

    FULL = "full"
    SHORT = "short"
    MISSING = "missing"
    UNREAD = "unread"


@dataclass(frozen=True)
class Statement:
    """What was read, where (in points of the picture), line by line, and in which colour."""

    told: Told
    words: str = ""
    box: Box | None = None
    lines: tuple[tuple[str, Box], ...] = ()
    colour: Colour | None = None

    def times(self, larger: float) -> "Statement":
        """The same in a picture that is so many times larger."""
        lines = tuple((text, _times(box, larger)) for text, box in self.lines)
        return replace(self, box=_times(self.box, larger) if self.box else None, lines=lines)


def _times(box: Box, larger: float) -> Box:
    return box[0] * larger, box[1] * larger, box[2] * larger, box[3] * larger


UNREAD, MISSING = Statement(Told.UNREAD), Statement(Told.MISSING)


def letters(text: str) -> str:
    """Only the letters, small and without accents: what readers of letters get right."""
    plain = unicodedata.normalize("NFKD", text.lower())
    return "".join(sign for sign in plain if "a" <= sign <= "z")


_WANTED = tuple((sentence, letters(sentence)) for sentence in (*OFFICIAL.values(), *ALSO))


def wrong_letters(wanted: str, text: str) -> int:
    """The fewest letters to change, add or take so that the wanted stands somewhere in the text (Sellers, 1980)."""
    before = [0] * (len(text) + 1)
    for n, sign in enumerate(wanted, 1):
        row = [n]
        for m, other in enumerate(text, 1):
            row.append(min(before[m - 1] + (sign != other), before[m] + 1, row[m - 1] + 1))
        before = row
    return min(before)


def known(text: str) -> str:
    """The official sentence that a text is, read with few mistakes; nothing where it is none."""
    flat = letters(text)
    found = [
        (wrong, -len(plain), sentence)
        for sentence, plain in _WANTED
        if len(flat) > 0.8 * len(plain) and (wrong := wrong_letters(plain, flat)) <= WRONG * len(plain)
    ]
    return min(found)[2] if found else ""


def find(pixels: Pixels, emblem: Emblem, enlarged: float = 1.0) -> Statement:
    """The sentence on a picture with an emblem. `enlarged`: how many times smaller it was sent than it is here."""
    part, left, top = _around(pixels, emblem)
    scale, short, read = max(1.0, AS_HIGH / emblem.height), MISSING, list[Word]()
    for larger, sparse in CLOSER:
        words = reading.words(part, scale * larger, sparse=sparse)
        if words is None:
            return UNREAD
        near = _told(part, words, (left, top))
        if near.told == Told.FULL:
            return near
        short, read = near if short is MISSING else short, [*read, *words]
    page = _told(pixels, reading.words(pixels) or [], (0, 0))
    if page.told == Told.FULL:
        return page
    if emblem.height / enlarged < LEGIBLE:
        return UNREAD
    return UNREAD if short is MISSING and _has_unread(part, emblem, left, top, read) else short


def _around(pixels: Pixels, emblem: Emblem) -> tuple[Pixels, int, int]:
    """The strip around an emblem, the emblem itself painted over; and where it begins."""
    high, wide = pixels.shape[:2]
    h, gap = emblem.height, 0.06 * emblem.height
    left, right = max(0, int(emblem.left - BESIDE * h)), min(wide, int(emblem.right + BESIDE * h))
    top, bottom = max(0, int(emblem.top - OVER * h)), min(high, int(emblem.bottom + OVER * h))
    part = pixels[top:bottom, left:right].copy()
    x0, x1 = max(0, int(emblem.left - gap) - left), int(emblem.right + gap) - left + 1
    y0, y1 = max(0, int(emblem.top - gap) - top), int(emblem.bottom + gap) - top + 1
    part[y0:y1, x0:x1] = emblem.ground
    return part, left, top


def _told(part: Pixels, read: Sequence[Word], origin: tuple[int, int]) -> Statement:
    """What the words of a part say: the sentence with fewest mistakes, else what stands for it."""
    runs = reading.runs([word for word in read if letters(word.text)])
    best: tuple[int, Statement] | None = None
    for chain in reading.chains(runs):
        text = " ".join(word.text for run in chain for word in run.words)
        sentence = known(text)
        if sentence:
            wrong = wrong_letters(letters(sentence), letters(text)) + abs(
                len(letters(text)) - len(letters(sentence))
            )
            if best is None or wrong < best[0]:
                best = wrong, _full(part, sentence, chain, origin)
    if best is not None:
        return best[1]
    for chain in reading.chains(runs):
        words = [word for run in chain for word in run.words]
        short = shortened(" ".join(word.text for word in words))
        if short and min(word.sure for word in words if letters(word.text) in letters(short)) >= SURE:
            return Statement(Told.SHORT, short, _moved(_box(chain), origin))
    return MISSING


def _full(part: Pixels, sentence: str, chain: Sequence[Run], origin: tuple[int, int]) -> Statement:
    runs = [_only(run, sentence) for run in chain]
    kept = [run for run in runs if run is not None]
    lines = tuple(
        (text, _moved(_box([run]), origin)) for text, run in zip(_split(sentence, kept), kept, strict=True)
    )
    return Statement(Told.FULL, sentence, _moved(_box(kept), origin), lines, _colour(part, _box(kept)))


def _only(run: Run, sentence: str) -> Run | None:
    """The words of a run that belong to the sentence: a mark beside it may have been read as one more."""
    plain = letters(sentence)
    kept = tuple(
        word
        for word in run.words
        if wrong_letters(letters(word.text), plain) <= 0.34 * len(letters(word.text))
    )
    return Run(kept) if kept else None


def _split(sentence: str, runs: Sequence[Run]) -> list[str]:
    """The sentence in as many lines as it was read in, cut where the lines were."""
    parts, rest = [], sentence.split()
    for n, run in enumerate(runs):
        left = len(runs) - n - 1
        read = sum(len(letters(word.text)) for word in run.words)
        most = len(rest) - left
        sizes = [abs(len(letters(" ".join(rest[:take]))) - read) for take in range(1, most + 1)]
        take = most if not left else 1 + sizes.index(min(sizes)) if sizes else 1
        parts.append(" ".join(rest[:take]))
        rest = rest[take:]
    return parts


def _box(runs: Sequence[Run]) -> Box:
    return (
        min(run.left for run in runs), min(run.top for run in runs), max(run.right for run in runs),
        max(run.bottom for run in runs),
    )  # fmt: skip


def _moved(box: Box, origin: tuple[int, int]) -> Box:
    x, y = origin
    return box[0] + x, box[1] + y, box[2] + x, box[3] + y


def _colour(part: Pixels, box: Box) -> Colour:
    """The colour of the letters: of the points that are furthest from the ground."""
    x0, y0, x1, y1 = (max(0, round(side)) for side in box)
    inside = part[y0 : y1 + 1, x0 : x1 + 1].reshape(-1, 3)
    ground = median(inside)
    off = np.abs(inside.astype(np.int16) - np.array(ground, np.int16)).max(-1)
    return median(inside[off >= np.quantile(off, 0.93)])


def _has_unread(part: Pixels, emblem: Emblem, left: int, top: int, read: Sequence[Word]) -> bool:
    """Whether something stands near the emblem as a line of letters does, and was not read surely: another script, a
    hand, a ground of many colours."""
    h = emblem.height
    x0, x1 = max(0, int(emblem.left - left - NEAR * h)), int(emblem.right - left + NEAR * h)
    near = part[:, x0:x1]
    off = differs(near, median(near.reshape(-1, 3)), 60)
    if off.mean() > BUSY:
        return True
    for word in read:
        if word.sure >= SURE:
            wide = 0.3 * word.height
            off[
                max(0, int(word.top - wide)) : int(word.bottom + wide) + 1,
                max(0, int(word.left - x0 - wide)) : max(0, int(word.right - x0 + wide) + 1),
            ] = False
    scale = 48 / h
    size = max(1, round(off.shape[1] * scale)), max(1, round(off.shape[0] * scale))
    small = Image.fromarray(off.astype(np.uint8) * 255).resize(size, Image.Resampling.BOX)
    joined = blobs.find(np.asarray(small.filter(ImageFilter.MaxFilter(7))) > 25)
    return bool(((joined.height < 36) & (joined.width > 44) & (joined.width > 2.4 * joined.height)).any())
