# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""Blind-index keys under which a person is found again: keyed hashes of parts of her name, dates and papers.

The database sees only signed 64-bit numbers. Without the pepper they say little; with it they can be guessed:
keep the pepper out of the database. Keys only propose candidates: `match_score` judges them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from hashlib import blake2b
from itertools import combinations
from typing import TYPE_CHECKING, Final

from lgnet.people import tax_code as tax_codes
from lgnet.people.names import VERSION as NAMES_VERSION
from lgnet.people.names import fold, loose, skeleton
from lgnet.people.names.tables import JOIN_NEXT
from lgnet.people.names.tokens import token_tuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

VERSION: Final = NAMES_VERSION * 100 + 1  # stored beside the keys: a change means rebuilding them
PREFIXES: Final = range(3, 7)
MAX_PAIRED: Final = 6  # of the tokens of one name: pairs grow with the square
MIN_DOCUMENT: Final = 5
PHONE_DIGITS: Final = 9  # Italian numbers without the country; enough for any other


class Kind(IntEnum):
    """What a key stands for. The number is part of the hash: never reuse one."""

    DOCUMENT = 1
    TAX_CODE = 2
    PROVISIONAL_TAX_CODE = 3
    PHONE = 4
    PAIR = 5
    PAIR_YEAR = 6
    LOOSE_DATE = 7
    SEX_NATION_DATE = 8
    YEAR_NATION = 9
    BAG_YEAR = 10
    TOKEN = 11
    PREFIX = 12
    DATE = 13


# Bits of evidence, after measured ones (document 9.8, phone 10, name alone 2.4 to 3.8, exact date 11.3),
# lowered where a key is shared by many people. They rank candidates; they are not probabilities.
WEIGHTS: Final[dict[Kind, float]] = {
    Kind.DOCUMENT: 12.0,
    Kind.TAX_CODE: 12.0,
    Kind.PROVISIONAL_TAX_CODE: 10.0,
    Kind.PHONE: 10.0,
    Kind.PAIR: 6.0,
    Kind.PAIR_YEAR: 5.0,
    Kind.LOOSE_DATE: 7.0,
    Kind.SEX_NATION_DATE: 5.0,
    Kind.YEAR_NATION: 2.5,
    Kind.BAG_YEAR: 6.0,
    Kind.TOKEN: 3.0,
    Kind.PREFIX: 0.7,
    Kind.DATE: 4.0,
}


@dataclass(frozen=True, slots=True)
class MatchRecord:
    """What is known of a person, as entered. Everything is optional; other_names are whole names.

    `birth_date_is_placeholder` says that day and month are not known (1 January is always taken so).
    `nationality` and `sex` are compared as codes, whatever the code list.
    """

    given_name: str = ""
    family_name: str = ""
    other_names: tuple[str, ...] = ()
    birth_date: date | None = None
    birth_date_is_placeholder: bool = False
    sex: str = ""
    nationality: str = ""
    phones: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    tax_code: str = ""

    @property
    def has_full_date(self) -> bool:
        """Whether day and month mean something: 1 January is what offices write when they do not know."""
        born = self.birth_date
        if born is None or self.birth_date_is_placeholder:
            return False
        return (born.month, born.day) != (1, 1)

    @property
    def name_boxes(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Tokens of the given and of the family name."""
        return token_tuple(self.given_name), token_tuple(self.family_name)

    @property
    def names(self) -> list[tuple[str, ...]]:
        """Each form of the name as tokens, without empty ones."""
        given, family = self.name_boxes
        forms = [given + family, *map(token_tuple, self.other_names)]
        if given and given[-1] in JOIN_NEXT:
            # Abdul | Rahman in two boxes is also Abdul Rahman in one.
            forms.append(token_tuple(f"{self.given_name} {self.family_name}"))
        return [form for form in forms if form]


class Hasher:
    """Turns a kind and its parts into a key. Make one for each pepper and reuse it."""

    __slots__ = ("_keyed",)

    def __init__(self, pepper: bytes) -> None:
        if len(pepper) < 16:
            raise ValueError("the pepper of the match keys must have at least 16 bytes")
        self._keyed = blake2b(digest_size=8, key=pepper[:64])

    def __call__(self, kind: Kind, *parts: str) -> int:
        state = self._keyed.copy()
        state.update("\x1f".join((str(int(kind)), *parts)).encode("utf-8", "replace"))
        return int.from_bytes(state.digest(), "big", signed=True)


def keys_for(record: MatchRecord, hasher: Hasher) -> frozenset[int]:
    """All keys stored for a person. Bounded: about 15 plus 8 for each word of the name."""
    return frozenset(hasher(kind, *parts) for kind, *parts in _parts(record))


def record_query(record: MatchRecord, hasher: Hasher) -> list[tuple[int, float]]:
    """Keys with weights to look for a person before registering her: also nearby years and swapped dates.

    Prefixes are left out (they are for typing), heaviest first.
    """
    wanted: dict[int, float] = {}
    for variant, factor in _variants(record):
        for kind, *parts in _parts(variant, prefixes=False):
            key = hasher(kind, *parts)
            wanted[key] = max(wanted.get(key, 0.0), WEIGHTS[kind] * factor)
    return _heaviest_first(wanted)


def query_keys(text: str, hasher: Hasher) -> list[tuple[int, float]]:
    """Keys with weights for one free search box: names, phone, any number and birth date in any order.

    A word still being typed is found by its first letters (3 to 6), a whole one in any spelling or script.
    """
    typed = read_query(text)
    wanted: dict[int, float] = {}
    for kind, *parts in typed.parts():
        wanted[hasher(kind, *parts)] = WEIGHTS[kind]
    return _heaviest_first(wanted)


def _heaviest_first(wanted: dict[int, float]) -> list[tuple[int, float]]:
    return sorted(wanted.items(), key=lambda item: (-item[1], item[0]))


def phone_digits(text: str) -> str:
    """The last nine digits of a phone number, or nothing if it is too short to tell anyone apart."""
    digits = "".join(str(unicodedata.decimal(c)) for c in text if c.isdecimal())
    return digits[-PHONE_DIGITS:] if len(digits) >= 7 else ""


def document_number(text: str) -> str:
    """A document number as compared: capitals and digits, or nothing if too short."""
    number = tax_codes.normalise(text)
    return number if len(number) >= MIN_DOCUMENT and any(map(str.isdecimal, number)) else ""


def tax_code_root(text: str) -> tuple[Kind, str] | None:
    """The kind of key and the text compared; a mistyped code still meets the same mistyped code."""
    parsed = tax_codes.parse(text) if text else None
    if isinstance(parsed, tax_codes.TaxCode):
        provisional = parsed.kind is tax_codes.Kind.PROVISIONAL
        return (Kind.PROVISIONAL_TAX_CODE if provisional else Kind.TAX_CODE), parsed.root
    number = tax_codes.normalise(text)
    return (Kind.TAX_CODE, number) if len(number) in (11, 16) else None


Parts = tuple[Kind, *tuple[str, ...]]


def _parts(record: MatchRecord, *, prefixes: bool = True) -> Iterator[Parts]:
    yield from _number_parts(record)
    born = record.birth_date
    year = str(born.year) if born else ""
    day = born.isoformat() if born and record.has_full_date else ""
    if day:
        yield Kind.DATE, day
        if record.nationality:
            yield Kind.SEX_NATION_DATE, record.sex, record.nationality, day
    for form in record.names:
        yield from _name_parts(form, year, day, record.nationality)
        if prefixes:
            yield from _prefix_parts(form)


def _number_parts(record: MatchRecord) -> Iterator[Parts]:
    for number in map(document_number, record.documents):
        if number:
            yield Kind.DOCUMENT, number
    for digits in map(phone_digits, record.phones):
        if digits:
            yield Kind.PHONE, digits
    root = tax_code_root(record.tax_code)
    if root:
        yield root


def _name_parts(form: tuple[str, ...], year: str, day: str, nationality: str) -> Iterator[Parts]:
    skeletons = [skeleton(token) for token in form]
    for one in dict.fromkeys(skeletons):
        yield Kind.TOKEN, one
        if year and nationality:
            yield Kind.YEAR_NATION, one, year, nationality
    for pair in _pairs(skeletons):
        yield Kind.PAIR, *pair
        if year:
            yield Kind.PAIR_YEAR, *pair, year
    if day:
        for rough in {loose(token) for token in form}:
            yield Kind.LOOSE_DATE, rough, day
    if year and skeletons:
        yield Kind.BAG_YEAR, bag(skeletons), year


def _prefix_parts(form: tuple[str, ...]) -> Iterator[Parts]:
    for token in dict.fromkeys(form):
        folded = fold(token)
        for length in PREFIXES:
            if length > len(folded):
                break
            yield Kind.PREFIX, folded[:length]


def _pairs(skeletons: list[str]) -> set[tuple[str, str]]:
    """Unordered pairs of words; of three words also the two ways of writing neighbours as one."""
    used = skeletons[:MAX_PAIRED]
    pairs = {(a, b) if a <= b else (b, a) for a, b in combinations(used, 2)}
    if len(used) == 3:
        first, second, third = used
        for a, b in ((first + second, third), (first, second + third)):
            pairs.add((a, b) if a <= b else (b, a))
    return pairs


def bag(skeletons: Iterable[str]) -> str:
    """All consonants of a name in alphabetical order: the same however its words are joined or ordered."""
    return "".join(sorted("".join(skeletons)))


def _variants(record: MatchRecord) -> Iterator[tuple[MatchRecord, float]]:
    """The record, then what a slip at a desk makes of its date; a variant weighs less than the real thing."""
    yield record, 1.0
    born = record.birth_date
    if not born:
        return
    if born.day <= 12 and born.day != born.month:
        yield replace(record, birth_date=born.replace(month=born.day, day=born.month)), 0.7
    for year in (born.year - 1, born.year + 1):
        if 1 <= year <= 9999:
            # As 1 January, so that only keys of the year are made.
            yield replace(record, birth_date=date(year, 1, 1)), 0.6


# What can be recognised in the search box, in the order in which it is taken out of the text.
ISO_DATE: Final = re.compile(r"\b(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})\b")
ITALIAN_DATE: Final = re.compile(r"\b(?P<day>\d{1,2})[-/. ](?P<month>\d{1,2})[-/. ](?P<year>(?:19|20)\d\d)\b")
SPACED_TAX_CODE: Final = re.compile(
    r"\b[a-z]{3} ?[a-z]{3} ?\d\d[a-z]\d\d ?[a-z]\d{3} ?[a-z]\b", re.IGNORECASE
)
HEALTH_CODE: Final = re.compile(r"\b(?:stp|eni)[ -]?\d(?:[ -]?\d){12}\b", re.IGNORECASE)
LONG_NUMBER: Final = re.compile(r"(?<!\w)\+?\(?\d(?:[ ./()-]{0,2}\d){6,}(?!\w)")
MIXED_WORD: Final = re.compile(r"\S*\d\S*")


@dataclass(frozen=True, slots=True)
class TypedQuery:
    """What was recognised in the search box. `dates` holds both readings of an ambiguous date."""

    name: tuple[str, ...]
    dates: tuple[date, ...]
    year: int | None
    numbers: tuple[str, ...]

    def parts(self) -> Iterator[Parts]:
        """The keys to look for, without their weights."""
        for number in self.numbers:
            yield from _number_parts(MatchRecord(phones=(number,), documents=(number,), tax_code=number))
        for born in self.dates:
            yield Kind.DATE, born.isoformat()
            yield from _name_parts(self.name, str(born.year), born.isoformat(), "")
        if not self.dates:
            yield from _name_parts(self.name, str(self.year or ""), "", "")
        yield from _prefix_parts(self.name)


def read_query(text: str) -> TypedQuery:
    """Tell apart what was typed in one box. Never raises; what is not understood is taken as a name."""
    rest = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text[:300])
    dates: list[date] = []
    numbers: list[str] = []
    for pattern in (ISO_DATE, ITALIAN_DATE):
        for found in pattern.finditer(rest):
            dates.extend(_readings(**{part: int(digits) for part, digits in found.groupdict().items()}))
        rest = pattern.sub(" ", rest)
    for pattern in (SPACED_TAX_CODE, HEALTH_CODE, LONG_NUMBER):
        numbers.extend(pattern.findall(rest))
        rest = pattern.sub(" ", rest)
    words = MIXED_WORD.findall(rest)
    years = [int(word) for word in words if re.fullmatch(r"(19|20)\d\d", word)]
    numbers.extend(word for word in words if len(word) >= MIN_DOCUMENT)
    return TypedQuery(
        name=token_tuple(MIXED_WORD.sub(" ", rest)),
        dates=tuple(dates),
        year=years[0] if years else None,
        numbers=tuple(numbers),
    )


def _readings(day: int, month: int, year: int) -> Iterator[date]:
    """The date as Italians write it, and with day and month swapped when that is a date too."""
    for one, other in dict.fromkeys(((day, month), (month, day))):
        try:
            yield date(year, other, one)
        except ValueError:
            continue
