# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The sentence in text that can be read: found in full, or shortened as it may not be."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lgnet.mediakit.making.sentences import ALSO, OFFICIAL

SENTENCES = (*OFFICIAL.values(), *ALSO)
_SHORT = re.compile(
    r"\b(co-?\s?funded|funded|co-?finanziat\w*|finanziat\w*|cofinanc\w+|financ\w+|kofinanzier\w*|finanzier\w*)"
    r"[^.]{0,30}?\b(EU|UE|U\.E\.|E\.U\.)(?!\w)",
    re.IGNORECASE,
)
_SIGNS = {"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\u2011": "-", "\u2010": "-", "\u00ad": ""}


@dataclass(frozen=True)
class Said:
    """The sentence as text: where (shares of the page), in which faces and colours."""

    sentence: str
    page: int = 0
    box: tuple[float, float, float, float] | None = None
    faces: frozenset[str] = frozenset()
    is_italic: bool = False
    colours: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Text:
    """What was read: whether there was text at all, the sentences in it, what is short of one."""

    is_there: bool = False
    said: tuple[Said, ...] = ()
    short: str = ""
    faces: frozenset[str] = field(default_factory=frozenset)
    unseen: int = 0  # pages that were not looked at


def plain(text: str) -> tuple[str, list[int]]:
    """Text with one kind of apostrophe, hyphen and blank, in small letters; and where each sign came from."""
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        for each in _SIGNS.get(sign, sign):
            one = " " if each.isspace() else each.lower()
            if one == " " and signs and signs[-1] == " ":
                continue
            signs.append(one[:1])
            places.append(place)
    return "".join(signs), places


def find(text: str) -> Iterable[tuple[str, int, int]]:
    """Each sentence in a text, with where it begins and ends in it."""
    flat, places = plain(text)
    for sentence in sorted(SENTENCES, key=len, reverse=True):
        wanted, _places = plain(sentence)
        at = flat.find(wanted)
        while at >= 0:
            yield sentence, places[at], places[at + len(wanted) - 1] + 1
            at = flat.find(wanted, at + 1)


def shortened(text: str) -> str:
    """Words that stand for the sentence and are not it; nothing where there are none."""
    found = _SHORT.search(text)
    return " ".join(found.group(0).split()) if found else ""
