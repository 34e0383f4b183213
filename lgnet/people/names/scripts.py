# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which script a text is written in, and how each script is spelled in Latin letters for comparison.

The spellings serve search only. They are not the passport's: never offer one as a person's name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import lru_cache
from typing import Final

from anyascii import anyascii
from pypinyin import lazy_pinyin

from lgnet.people.names.tables import (
    ALEF_FORMS,
    ARABIC,
    CYRILLIC,
    HAN_FAMILY,
    NOT_ARTICLE,
    RUSSIAN_ONLY,
    SPELLED,
    TIGRINYA_K,
)

# First code point of each block we tell apart, with its ISO 15924 code.
BLOCKS: Final = (
    (0x0000, "Zyyy"),
    (0x0041, "Latn"),
    (0x0250, "Latn"),
    (0x02B0, "Zyyy"),
    (0x0370, "Grek"),
    (0x0400, "Cyrl"),
    (0x0530, "Armn"),
    (0x0590, "Hebr"),
    (0x0600, "Arab"),
    (0x0700, "Syrc"),
    (0x0750, "Arab"),
    (0x0780, "Thaa"),
    (0x07C0, "Nkoo"),
    (0x0800, "Zyyy"),
    (0x0870, "Arab"),
    (0x0900, "Deva"),
    (0x0980, "Beng"),
    (0x0A00, "Guru"),
    (0x0A80, "Gujr"),
    (0x0B00, "Orya"),
    (0x0B80, "Taml"),
    (0x0C00, "Telu"),
    (0x0C80, "Knda"),
    (0x0D00, "Mlym"),
    (0x0D80, "Sinh"),
    (0x0E00, "Thai"),
    (0x0E80, "Laoo"),
    (0x0F00, "Tibt"),
    (0x1000, "Mymr"),
    (0x10A0, "Geor"),
    (0x1100, "Hang"),
    (0x1200, "Ethi"),
    (0x13A0, "Zyyy"),
    (0x1780, "Khmr"),
    (0x1800, "Zyyy"),
    (0x1C80, "Cyrl"),
    (0x1C90, "Geor"),
    (0x1CC0, "Zyyy"),
    (0x1E00, "Latn"),
    (0x1F00, "Grek"),
    (0x2000, "Zyyy"),
    (0x2C60, "Latn"),
    (0x2C80, "Zyyy"),
    (0x2D00, "Geor"),
    (0x2D30, "Tfng"),
    (0x2D80, "Ethi"),
    (0x2DE0, "Zyyy"),
    (0x3040, "Hira"),
    (0x30A0, "Kana"),
    (0x3100, "Zyyy"),
    (0x3400, "Hani"),
    (0xA000, "Zyyy"),
    (0xAB00, "Ethi"),
    (0xAB30, "Latn"),
    (0xAB70, "Zyyy"),
    (0xAC00, "Hang"),
    (0xD7B0, "Zyyy"),
    (0xF900, "Hani"),
    (0xFB00, "Latn"),
    (0xFB13, "Armn"),
    (0xFB1D, "Hebr"),
    (0xFB50, "Arab"),
    (0xFE00, "Zyyy"),
    (0xFE70, "Arab"),
    (0xFF00, "Zyyy"),
    (0xFF21, "Latn"),
    (0xFF66, "Kana"),
    (0xFFA0, "Zyyy"),
    (0x20000, "Hani"),
    (0x32000, "Zyyy"),
)
STARTS: Final = [start for start, _ in BLOCKS]

ARTICLE: Final = "ال"
SERVANT: Final = "عبد"
BENGALI_CH: Final = re.compile("c(?!h)")  # anyascii writes it as a scholar would, passports do not


def script(text: str) -> str:
    """The ISO 15924 code of most letters of a text ("Latn", "Arab", "Cyrl"...); "Zyyy" if it has none."""
    if text.isascii():
        return "Latn" if any(map(str.isalpha, text)) else "Zyyy"
    counts = Counter(block_of(c) for c in text if c.isalpha())
    return counts.most_common(1)[0][0] if counts else "Zyyy"


def block_of(char: str) -> str:
    """The script of one character by its block: enough for letters of names."""
    return BLOCKS[bisect_right(STARTS, ord(char)) - 1][1]


@lru_cache(maxsize=50_000)
def latin_words(word: str, code: str) -> tuple[str, ...]:
    """One lower-case word of one script in Latin letters; one word for each sign of Han."""
    if code == "Arab":
        return (_arabic(word),)
    if code == "Cyrl":
        return (_cyrillic(word),)
    if code == "Hani":
        return _han(word)
    if code == "Beng":
        return (BENGALI_CH.sub("ch", anyascii(word).lower()),)
    return (anyascii(word.translate(TIGRINYA_K)).lower(),)


def _arabic(word: str) -> str:
    if word.startswith(SERVANT) and len(word) > 4:
        rest = word[len(SERVANT) :]
        return "abdu" + (_letters(rest) if rest in NOT_ARTICLE else _letters(rest.removeprefix(ARTICLE)))
    if word.startswith(ARTICLE) and len(word) > 4 and word not in NOT_ARTICLE:
        word = word[2:]
    return SPELLED.get(word.translate(ALEF_FORMS)) or _letters(word)


def _letters(word: str) -> str:
    """Letter by letter; h is kept apart from the consonant before it (Siham is not Sham)."""
    spelled: list[str] = []
    for char in word:
        latin = char.translate(ARABIC)
        if not latin.isascii():
            latin = anyascii(char).lower()
        if latin == "h" and spelled and spelled[-1][-1:] not in "aeiouwy":
            latin = "ah"
        spelled.append(latin)
    return "".join(spelled)


def _cyrillic(word: str) -> str:
    # Russian g and Ukrainian h are one letter.
    if not RUSSIAN_ONLY.isdisjoint(word):
        word = word.replace("\u0433", "\u0491")
    return anyascii(word.translate(CYRILLIC)).lower()


def _han(word: str) -> tuple[str, ...]:
    syllables = [anyascii(s).lower() for s in lazy_pinyin(word)]
    family = HAN_FAMILY.get(word[0])
    if family and len(syllables) == len(word):
        syllables[0] = family
    return tuple(syllables)
