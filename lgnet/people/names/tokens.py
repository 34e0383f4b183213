# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""From a name as written to the Latin words that are compared: order kept, particles dropped, joins made."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import groupby
from typing import Final

from lgnet.people.names.scripts import block_of, latin_words
from lgnet.people.names.tables import (
    APOSTROPHES,
    JOIN_NEXT,
    LATIN,
    MARKS_ARE_VOWELS,
    PARTICLES,
    WRITTEN_SHORT,
)

APOSTROPHE: Final = re.compile(f"[{APOSTROPHES}]")
NOT_LETTERS: Final = re.compile(r"[^a-z]+")
MAX_TOKENS: Final = 8  # longer "names" are sentences: bound the work they can cause


def tokens(text: str) -> list[str]:
    """The words of a name in plain lower-case Latin letters, whatever the script. Never raises.

    `tokens("محمد")` and `tokens("Mohamed")` are compared through `skeleton`, not letter by letter.
    """
    return list(token_tuple(text[:400]))


@lru_cache(maxsize=50_000)
def token_tuple(text: str) -> tuple[str, ...]:
    """`tokens` for callers on the import path: the same names come again and again."""
    words: list[str] = []
    for word in _words(text):
        words.extend(part for part in NOT_LETTERS.split(word) if part)
    spelled = [WRITTEN_SHORT.get(word, word) for word in words] if len(words) > 1 else words
    joined = _join(spelled)
    kept = [word for word in joined if word not in PARTICLES]
    return tuple((kept or joined)[:MAX_TOKENS])


def _words(text: str) -> list[str]:
    lowered = APOSTROPHE.sub("", text.lower())
    if lowered.isascii() and lowered.isprintable():
        return lowered.split()
    composed = unicodedata.normalize("NFKC", lowered).lower().translate(LATIN)
    found: list[str] = []
    for chunk in _split(APOSTROPHE.sub("", composed)):
        for code, run in groupby(chunk, block_of):
            found.extend(latin_words("".join(run), code))
    return [APOSTROPHE.sub("", word) for word in found]


def _split(text: str) -> list[str]:
    """Words without marks, tatweel and invisible signs; separators are whatever is not a letter or a mark.

    Latin letters lose their accents here; marks of scripts that spell vowels with them (Indic) must stay.
    """
    kept: list[str] = []
    for char in text:
        if char.isspace():
            kept.append(" ")
            continue
        category = unicodedata.category(char)
        if char == "\u0640" or category in ("Cf", "Cc", "Cs", "Co", "Cn"):
            continue
        if category[0] == "M":
            if block_of(char) in MARKS_ARE_VOWELS:
                kept.append(char)
        elif category[0] == "L":
            kept.append(char)
        else:
            kept.append(" ")
    return "".join(kept).split()


def _join(words: list[str]) -> list[str]:
    """Abd + al + Rahman and N + Diaye are one name each, however many words the document makes of them."""
    joined: list[str] = []
    pending = ""
    for word in words:
        if pending and word in PARTICLES and len(word) == 2:
            continue
        if word in JOIN_NEXT and len(joined) + len(pending) < 40:
            pending += "abdu" if word == "abd" else word  # a vowel, so that no false dh appears
            continue
        joined.append(pending + word)
        pending = ""
    if pending:
        joined.append(pending)
    return joined
