# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What can be made: each kind lays its words and marks out on its page. The strip of the marks is the same for all.

Order of the marks, as usual in FAMI: the emblem with its sentence at the left, then the lead, then the other bodies.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from PIL import ImageFont

from lgnet.mediakit.making.layout import (
    BLUE,
    EU_PROPORTION,
    FONT_OF_SENTENCE,
    INK,
    WHITE,
    Box,
    Layout,
)
from lgnet.mediakit.making.sentences import TRANSLATED, sentence
from lgnet.ui.paper.legible import FONTS, printable

POINT = 25.4 / 72  # millimetres
NETWORK_BLUE, NETWORK_INK, PALE = "#0066cc", "#17324d", "#eef4fa"
TALL = {"ur": 0.72, "bn": 0.9}
NARROW = frozenset({"card", "square"})
LGNET = "lgnet-wordmark"  # the mark of the package
WORDMARK = 3.47  # how wide it is for its height


@dataclass(frozen=True)
class Words:
    """What a product says. Which of them a kind shows, its page says."""

    headline: str = ""
    text: str = ""
    when: str = ""
    where: str = ""
    contact: str = ""


@dataclass(frozen=True)
class Mark:
    """A logo to show: a digest of the vault, or the name of a body as neutral words; how wide it is for its height."""

    name: str
    picture: str = ""
    proportion: float = 0.0


@dataclass(frozen=True)
class Design:
    """A product to make."""

    kind: str
    language: str
    partner: str
    words: Words
    marks: tuple[Mark, ...] = ()


@lru_cache(maxsize=4)
def _face(name: str) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / f"{name}.ttf", 1000, layout_engine=ImageFont.Layout.BASIC)


def width_of(text: str, size: float, face: str = "ubuntu-400") -> float:
    """How wide a line of Latin type is, in millimetres, at a size in points."""
    return _face(face).getlength(text) / 1000 * size * POINT


def make(design: Design) -> Layout:
    """The layout of a product. Scripts with tall lines are set smaller."""
    layout, tall = KINDS[design.kind](design), TALL.get(design.language, 1.0)
    tall *= 0.8 if tall < 0.8 and design.kind in NARROW else 1.0
    boxes = (replace(box, size=box.size * tall) if box.part == "text" else box for box in layout.boxes)
    return replace(layout, boxes=tuple(boxes))


def _strip(
    design: Design, *, x: float, y: float, width: float, emblem: float, ground: str = WHITE
) -> list[Box]:
    """The emblem with its sentence, then the other marks, each no higher than four fifths of the emblem."""
    wide, words = emblem * EU_PROPORTION, sentence(design.language)
    size = emblem * 0.26 / POINT
    gap = emblem * 0.25
    fill = BLUE if ground == WHITE else WHITE
    long = width_of(words, size) + 0.5
    boxes = [
        Box("emblem", x, y, wide, emblem, text=words, ground=ground),
        Box(
            "sentence", x + wide + gap, y + (emblem - size * POINT * 1.2) / 2, long, size * POINT * 1.2, text=words,
            size=size, fill=fill, font=FONT_OF_SENTENCE, ground=ground,
        ),
    ]  # fmt: skip
    translated = TRANSLATED.get(design.language)
    if translated:
        small = size * 0.7
        boxes.append(
            Box(
                "translation", x + wide + gap, y + emblem - small * POINT * 1.3, long, small * POINT * 1.7,
                text=translated, size=small, fill=fill if ground != WHITE else INK, ground=ground,
            )
        )  # fmt: skip
        boxes[1] = replace(boxes[1], y=y + emblem * 0.12)
    return [*boxes, *_marks(design, boxes[1].right + emblem * 0.6, y, x + width, emblem, ground)]


def _marks(design: Design, left: float, y: float, right: float, emblem: float, ground: str) -> list[Box]:
    """The other marks from the right edge of the sentence to the right edge of the page, all of one height."""
    marks = [
        *design.marks,
        Mark("LGNET", LGNET, WORDMARK),
        Mark(" ".join(printable(design.partner).split()) or "LGNET"),
    ]
    high, gap = emblem * 0.8, emblem * 0.4
    text = high * 0.36 / POINT
    wides = [
        one.proportion * high if one.picture else width_of(one.name, text, "noto-sans-700") + 0.5
        for one in marks
    ]
    room = right - left - gap * (len(marks) - 1)
    scale = min(1.0, max(0.05, room / sum(wides)))
    # A mark wider than the emblem would be larger than it: scaled, none is.
    boxes, at = [], right
    for one, wide in reversed(list(zip(marks, wides, strict=True))):
        w, h = wide * scale, high * scale
        at -= w
        boxes.append(
            Box(
                "mark" if one.picture else "logo", at, y + (emblem - h) / 2, w, h, text=one.name, size=text * scale,
                fill=NETWORK_INK if ground == WHITE else WHITE, bold=True, ground=ground, picture=one.picture,
            )
        )  # fmt: skip
        at -= gap
    return boxes[::-1]


def _text(
    name: str, x: float, y: float, width: float, height: float, text: str, size: float, **more: object
) -> Box:
    return Box("text", x, y, width, height, text=text, size=size, name=name, **more)  # type: ignore[arg-type]


def _ground(x: float, y: float, width: float, height: float, colour: str) -> Box:
    return Box("ground", x, y, width, height, ground=colour)


def _title(design: Design) -> str:
    return design.words.headline.strip() or design.partner


def _poster(design: Design) -> Layout:
    """A3, upright: for each place where people are received (VIS-9)."""
    words, white = design.words, {"fill": WHITE, "ground": NETWORK_INK}
    facts = "\n".join(line for line in (words.when, words.where) if line.strip())
    boxes = [
        _ground(0, 0, 297, 190, NETWORK_INK),
        _ground(0, 190, 297, 6, NETWORK_BLUE),
        _text("headline", 22, 34, 253, 140, words.headline, 72, bold=True, level=1, **white),
        _text("text", 22, 210, 253, 68, words.text, 25),
        _text("when", 22, 284, 253, 46, facts, 27, bold=True, fill=NETWORK_INK),
        _text("contact", 22, 334, 253, 22, words.contact, 18),
        *_strip(design, x=22, y=374, width=253, emblem=28),
    ]
    return Layout(297, 420, design.language, _title(design), boxes=tuple(boxes), pixels=1754)


def _card(design: Design) -> Layout:
    """1200 by 630 points, as social media show links."""
    words, white = design.words, {"fill": WHITE, "ground": NETWORK_INK}
    facts = "\n".join(line for line in (words.when, words.where) if line.strip())
    boxes = [
        _ground(0, 0, 120, 45, NETWORK_INK),
        _text("headline", 7, 5, 106, 24, words.headline, 24, bold=True, level=1, **white),
        _text("when", 7, 30.5, 106, 12.5, facts, 11, **white),
        *_strip(design, x=7, y=49, width=106, emblem=10),
    ]
    return Layout(120, 63, design.language, _title(design), boxes=tuple(boxes), pixels=1200)


def _square(design: Design) -> Layout:
    """1080 by 1080 points."""
    words, white = design.words, {"fill": WHITE, "ground": NETWORK_INK}
    facts = "\n".join(line for line in (words.when, words.where) if line.strip())
    boxes = [
        _ground(0, 0, 108, 88, NETWORK_INK),
        _text("headline", 8, 9, 92, 46, words.headline, 28, bold=True, level=1, **white),
        _text("when", 8, 58, 92, 27, facts, 13, **white),
        *_strip(design, x=6, y=93, width=96, emblem=10),
    ]
    return Layout(108, 108, design.language, _title(design), boxes=tuple(boxes), pixels=1080)


def _note(design: Design) -> Layout:
    """A press note on A4."""
    words = design.words
    boxes = [
        *_strip(design, x=20, y=14, width=170, emblem=14),
        Box("line", 20, 34, 170, 0.3, fill=NETWORK_BLUE),
        _text("when", 20, 42, 170, 7, words.when, 11),
        _text("headline", 20, 51, 170, 30, words.headline, 22, bold=True, fill=NETWORK_INK, level=1),
        _text("text", 20, 86, 170, 165, words.text, 11.5),
        Box("line", 20, 256, 170, 0.3, fill=NETWORK_BLUE),
        _text("contact", 20, 260, 170, 18, words.contact, 10.5),
    ]
    return Layout(210, 297, design.language, _title(design), boxes=tuple(boxes))


def _slide(design: Design) -> Layout:
    """16:9."""
    words = design.words
    boxes = [
        _ground(0, 0, 8, 142.875, NETWORK_INK),
        _text("headline", 22, 14, 214, 34, words.headline, 34, bold=True, fill=NETWORK_INK, level=1),
        _text("text", 22, 52, 214, 58, words.text, 20),
        *_strip(design, x=22, y=119, width=218, emblem=14),
    ]
    return Layout(254, 142.875, design.language, _title(design), boxes=tuple(boxes), pixels=1920)


def _certificate(design: Design) -> Layout:
    """The head of a certificate: the upper part of an A4, to put one's own text below."""
    words = design.words
    boxes = [
        *_strip(design, x=17, y=12, width=176, emblem=14),
        _text(
            "headline",
            17,
            36,
            176,
            13,
            words.headline,
            24,
            bold=True,
            fill=NETWORK_INK,
            level=1,
            align="center",
        ),
        _text("text", 17, 51, 176, 10, words.text, 12, align="center"),
        Box("line", 17, 65, 176, 0.3, fill=NETWORK_BLUE),
    ]
    return Layout(210, 68, design.language, _title(design), boxes=tuple(boxes), pixels=1654)


def _signature(design: Design) -> Layout:
    """Below an e-mail."""
    words = design.words
    boxes = [
        _text("headline", 3, 3, 114, 7, words.headline, 13, bold=True, fill=NETWORK_INK),
        _text("text", 3, 10, 114, 6, words.text, 10),
        _text("contact", 3, 16, 114, 10, words.contact, 9),
        Box("line", 3, 27.5, 114, 0.3, fill=NETWORK_BLUE),
        *_strip(design, x=3, y=30, width=114, emblem=10),
    ]
    return Layout(120, 43, design.language, _title(design), boxes=tuple(boxes), pixels=900)


KINDS: Mapping[str, Callable[[Design], Layout]] = {
    "poster": _poster, "card": _card, "square": _square, "note": _note, "slide": _slide,
    "certificate": _certificate, "signature": _signature,
}  # fmt: skip
# Which fields a kind shows, in their order.
SHOWS: Mapping[str, Sequence[str]] = {
    "poster": ("headline", "text", "when", "where", "contact"), "card": ("headline", "when", "where"),
    "square": ("headline", "when", "where"), "note": ("when", "headline", "text", "contact"),
    "slide": ("headline", "text"), "certificate": ("headline", "text"), "signature": ("headline", "text", "contact"),
}  # fmt: skip
