# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Looks for people in texts that leave the partner: tax codes, numbers, addresses, and names of those registered.

Names are compared by the same keyed hashes as the search, so nothing is decrypted, and only among the acting
partner's own people: row security shows no others. A finding is a warning; who writes decides.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.db import connection

from lgnet.people.match_keys import HEALTH_CODE, SPACED_TAX_CODE, Hasher, Kind
from lgnet.people.names import skeleton
from lgnet.people.names.tokens import token_tuple
from lgnet.people.queries import hasher


class Sign(StrEnum):
    """What was found."""

    TAX_CODE = "tax_code"
    HEALTH_CODE = "health_code"
    EMAIL = "email"
    PHONE = "phone"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Found:
    """Something that may tell who somebody is, in the words in which it was typed."""

    where: str
    sign: Sign
    words: str


EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# Italian numbers as people write them: a prefix or a leading 0 or 3, then eight to eleven digits in all.
PHONE = re.compile(r"(?<![\w/.,-])(?:(?:\+|00)39[ .-]?)?(?:0\d|3\d)(?:[ ./-]?\d){6,9}(?![\w/-]|[.,]\d)")
_DATE = re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})\b|\b\d{4}-\d\d-\d\d\b")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_TITLES = frozenset({"signor", "signora", "signorina", "sig", "sigra", "minore", "mr", "mrs"})
_PATTERNS = (
    (Sign.TAX_CODE, SPACED_TAX_CODE),
    (Sign.HEALTH_CODE, HEALTH_CODE),
    (Sign.EMAIL, EMAIL),
    (Sign.PHONE, PHONE),
)
LONGEST_NAME_IN_WORDS = 3


def look(texts: Iterable[tuple[str, str]]) -> tuple[Found, ...]:
    """What the texts (each with where it stands) give away. One query for all of them."""
    known = [(where, text) for where, text in texts if text.strip()]
    found = [Found(where, sign, words) for where, text in known for sign, words in signs(text)]
    wanted: dict[int, tuple[str, str]] = {}
    for where, text in known:
        for key, words in _name_keys(text):
            wanted.setdefault(key, (where, words))
    for key in _of_somebody(list(wanted)):
        where, words = wanted[key]
        found.append(Found(where, Sign.NAME, words))
    return tuple(dict.fromkeys(found))


def signs(text: str) -> Iterator[tuple[Sign, str]]:
    """Numbers and addresses in a text. What one pattern took, the next does not see."""
    rest = _DATE.sub(" ", text)
    for sign, pattern in _PATTERNS:
        for match in pattern.finditer(rest):
            yield sign, match[0].strip()
        rest = pattern.sub(" ", rest)


def _name_keys(text: str) -> Iterator[tuple[int, str]]:
    """Keys of what may be a name: two or three neighbouring words with a capital, or one after a title."""
    make = hasher()
    words = [(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]
    for at, (first, _start, end) in enumerate(words):
        if _could_be_name(first):
            for second, start, _end in words[at + 1 : at + LONGEST_NAME_IN_WORDS]:
                if not _could_be_name(second) or text[end:start].strip(" \t\n.,"):
                    break
                yield from _pair(make, first, second)
        if first.lower() in _TITLES and at + 1 < len(words) and _could_be_name(words[at + 1][0]):
            for token in token_tuple(words[at + 1][0]):
                yield make(Kind.TOKEN, skeleton(token)), f"{first} {words[at + 1][0]}"


def _pair(make: Hasher, first: str, second: str) -> Iterator[tuple[int, str]]:
    one, other = token_tuple(first), token_tuple(second)
    if len(one) == 1 and len(other) == 1:
        a, b = sorted((skeleton(one[0]), skeleton(other[0])))
        yield make(Kind.PAIR, a, b), f"{first} {second}"


def _could_be_name(word: str) -> bool:
    """A capital letter, or a script that has none."""
    return len(word) > 1 and (word[0].isupper() or not (word[0].islower() or word[0].isupper()))


def _of_somebody(keys: list[int]) -> list[int]:
    if not keys:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "select key from unnest(%s::bigint[]) as wanted(key)"
            " where exists (select from people_matchkey m where m.key = wanted.key)",
            [keys],
        )
        return [key for (key,) in cursor.fetchall()]
