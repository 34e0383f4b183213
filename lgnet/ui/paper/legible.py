# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""Make typed text safe to print: what our fonts cannot draw is shown as �, never dropped in silence.

Accessible PDF forbids missing glyphs, so one emoji in a goal would otherwise stop the whole paper.
"""

import json
import re
import unicodedata
from functools import lru_cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
UNDRAWABLE = "\N{REPLACEMENT CHARACTER}"
# Reserved for the words beside the emblem and for comparing with them, so their characters do not count for the text.
_STATEMENT_FACES = frozenset({"Ubuntu", "Arimo"})
# Needed to join and to split letters in Persian, Bengali and Hindi, and to order mixed lines; drawn by nobody.
_INVISIBLE = frozenset(map(ord, "\u200b\u200c\u200d\u200e\u200f\u061c\u2060\n\t"))
# Overrides and isolates could make a signed line read otherwise than it is stored; the rest are controls,
# private letters, and half characters.
_HARMFUL = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]")


def legible(value: object) -> object:
    """Return the same structure with every text in it made printable."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {key: legible(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [legible(item) for item in value]
    return value


def printable(text: str) -> str:
    """Compose accents, take out controls and direction overrides, and mark what no font of ours can draw."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    drawable = covered() | _INVISIBLE
    kept = (c for c in _HARMFUL.sub("", composed) if c in "\n\t" or unicodedata.category(c) != "Cc")
    return "".join(c if ord(c) in drawable else UNDRAWABLE for c in kept)


@lru_cache(maxsize=1)
def covered() -> frozenset[int]:
    """Every character that at least one text font draws, as the vendoring script wrote it down."""
    manifest = json.loads((FONTS / "manifest.json").read_text(encoding="utf-8"))
    points: set[int] = set()
    for font in manifest["fonts"]:
        if font["family"] not in _STATEMENT_FACES:
            for span in font["covers"].split(","):
                first, _, last = span.partition("-")
                points.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(points)
