# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""How strongly two records look like one person, and why, in words a worker can check.

Additive bits of evidence; what is missing counts nothing. The score orders and words a list for people to
decide on: nothing is ever merged by it. A phone is shared by families, so it never decides alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

from lgnet.people.match_keys import (
    Kind,
    MatchRecord,
    bag,
    document_number,
    phone_digits,
    tax_code_root,
)
from lgnet.people.names import fold, loose, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.utils.functional import _StrPromise


class Strength(StrEnum):
    """What to say of a candidate. ALMOST_CERTAIN asks for a reason before a second registration."""

    ALMOST_CERTAIN = "almost_certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of the explanation. `bits` above zero speak for the same person, below zero against."""

    field: str
    text: str | _StrPromise
    bits: float


@dataclass(frozen=True, slots=True)
class Match:
    """The judgement on one candidate."""

    strength: Strength
    bits: float
    reasons: tuple[Reason, ...]


# Bits after weights fitted on a synthetic register of 108,000 people; the bias was chosen on it as well.
# It is the evidence needed to be even and grows with the register, so it is an argument of `score`.
BIAS: Final = 8.0
ALMOST_CERTAIN: Final = 6.6  # posterior .99
PROBABLE: Final = 0.0  # posterior .5
POSSIBLE: Final = -3.2  # posterior .1
PHONE_ALONE: Final = 4.0


def score(query: MatchRecord, candidate: MatchRecord, *, bias: float = BIAS) -> Match:
    """Compare two records field by field."""
    reasons = [
        reason
        for part in (_names, _dates, _sex, _nationality, _documents, _tax_codes)
        for reason in part(query, candidate)
    ]
    against = any(reason.field in ("name", "birth_date") and reason.bits < 0 for reason in reasons)
    reasons.extend(_phones(query, candidate, cap=against))
    bits = sum(reason.bits for reason in reasons) - bias
    ordered = sorted(reasons, key=lambda reason: -abs(reason.bits))
    return Match(strength_of(bits), bits, tuple(ordered))


def strength_of(bits: float) -> Strength:
    """The word for a sum of evidence, bias already taken away."""
    if bits >= ALMOST_CERTAIN:
        return Strength.ALMOST_CERTAIN
    if bits >= PROBABLE:
        return Strength.PROBABLE
    return Strength.POSSIBLE if bits >= POSSIBLE else Strength.NONE


def probability(bits: float) -> float:
    """The share of true matches expected at this score (a posterior, 0 to 1)."""
    return float(1 / (1 + 2 ** -max(-60.0, min(60.0, bits))))


def _names(query: MatchRecord, candidate: MatchRecord) -> Iterator[Reason]:
    forms = [(one, other) for one in query.names for other in candidate.names]
    if not forms:
        return
    yield max((_compare_forms(one, other) for one, other in forms), key=lambda reason: reason.bits)
    if _swapped(query, candidate):
        yield Reason("name", _("names swapped"), 0.0)


def _compare_forms(one: tuple[str, ...], other: tuple[str, ...]) -> Reason:
    short, long = sorted((one, other), key=len)
    if sorted(one) == sorted(other):
        return Reason("name", _("same name"), _worth(one, 3.8))
    if bag(map(skeleton, one)) == bag(map(skeleton, other)):
        return Reason("name", _("same name after transliteration"), _worth(one, 2.8))
    return _partial(_shared(short, long), len(short))


def _shared(short: tuple[str, ...], long: tuple[str, ...]) -> float:
    """How much of the shorter name is in the longer one, 0 to 1, each word used once."""
    left = list(long)
    found = 0.0
    for token in short:
        level, best = max((_alike(token, word), word) for word in left)
        if level:
            found += level
            left.remove(best)
    return found / len(short)


def _partial(share: float, words: int) -> Reason:
    if words == 1 and share >= 0.95:
        return Reason("name", _("the only name given is one of the others"), -1.5)
    if words > 1 and share >= 0.95:
        return Reason("name", _("same name, with a word more"), 2.0)
    if words > 1 and share >= 0.75:
        return Reason("name", _("very similar name"), 1.4)
    if share >= 0.4:
        return Reason("name", _("only part of the name is the same"), -4.4)
    return Reason("name", _("different name"), -6.3)


def _worth(tokens: tuple[str, ...], bits: float) -> float:
    """One short word is shared by very many people, several long ones by few."""
    letters = sum(len(skeleton(token)) for token in tokens)
    return bits + min(max(letters - 6, -3), 6) * 0.4


def _alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    first, second = skeleton(one), skeleton(other)
    if first == second:
        return 0.95 if len(first) > 1 else 0.7
    if loose(one) == loose(other) and len(first) > 1:
        return 0.85
    if min(len(one), len(other)) >= 3 and (
        fold(one).startswith(fold(other)) or fold(other).startswith(fold(one))
    ):
        return 0.75
    return 0.75 if min(len(one), len(other)) >= 4 and one_slip(fold(one), fold(other)) else 0.0


def one_slip(one: str, other: str) -> bool:
    """Whether one letter missing, added, changed or swapped with its neighbour tells two words apart."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, tail = one[start:], other[start:]
    return (
        rest[1:] == tail[1:]
        or rest[1:] == tail
        or rest == tail[1:]
        or (len(rest) > 1 and rest[1::-1] == tail[:2] and rest[2:] == tail[2:])
    )


def _swapped(query: MatchRecord, candidate: MatchRecord) -> bool:
    mine = [bag(map(skeleton, form)) for form in query.name_boxes]
    theirs = [bag(map(skeleton, form)) for form in candidate.name_boxes]
    return all(mine) and mine == theirs[::-1] and mine != theirs


def _dates(query: MatchRecord, candidate: MatchRecord) -> Iterator[Reason]:
    mine, theirs = query.birth_date, candidate.birth_date
    if mine is None or theirs is None:
        return
    full = query.has_full_date and candidate.has_full_date
    years = abs(mine.year - theirs.year)
    if mine == theirs:
        text = _("same birth date") if full else _("same birth year, day not known")
        yield Reason("birth_date", text, 11.3 if full else 5.0)
    elif years == 0 and not full:
        yield Reason("birth_date", _("same birth year, day not known"), 3.1)
    elif years == 0 and (mine.day, mine.month) == (theirs.month, theirs.day):
        yield Reason("birth_date", _("day and month swapped"), 8.0)
    elif sum((years == 0, mine.month == theirs.month, mine.day == theirs.day)) == 2 and (years in (0, 1, 10)):
        yield Reason("birth_date", _("birth date differs in one number"), 5.0)
    elif years == 0:
        yield Reason("birth_date", _("same birth year, other day"), -1.0)
    elif years == 1 and not full:
        yield Reason("birth_date", _("birth year differs by one, day not known"), -0.5)
    else:
        yield Reason("birth_date", _("different birth date"), -7.0 if full else -4.0)


def _sex(query: MatchRecord, candidate: MatchRecord) -> Iterator[Reason]:
    if query.sex and candidate.sex:
        same = query.sex == candidate.sex
        yield Reason("sex", _("same sex") if same else _("different sex"), 0.7 if same else -3.0)


def _nationality(query: MatchRecord, candidate: MatchRecord) -> Iterator[Reason]:
    if query.nationality and candidate.nationality:
        same = query.nationality == candidate.nationality
        text = _("same nationality") if same else _("different nationality")
        yield Reason("nationality", text, 1.5 if same else -2.0)


def _phones(query: MatchRecord, candidate: MatchRecord, *, cap: bool) -> Iterator[Reason]:
    mine = set(map(phone_digits, query.phones)) - {""}
    theirs = set(map(phone_digits, candidate.phones)) - {""}
    if mine & theirs:
        yield Reason("phone", _("same phone"), PHONE_ALONE if cap else 10.0)


def _documents(query: MatchRecord, candidate: MatchRecord) -> Iterator[Reason]:
    mine = set(map(document_number, query.documents)) - {""}
    if mine & set(map(document_number, candidate.documents)):
        yield Reason("document", _("same document"), 9.8)


def _tax_codes(query: MatchRecord, candidate: MatchRecord) -> Iterator[Reason]:
    mine, theirs = tax_code_root(query.tax_code), tax_code_root(candidate.tax_code)
    if mine is None or theirs is None:
        return
    if mine == theirs:
        yield Reason("tax_code", _("same tax code"), 7.6)
    elif mine[0] is theirs[0] is Kind.TAX_CODE:
        yield Reason("tax_code", _("different tax code"), -4.1)
    else:
        yield Reason("tax_code", _("provisional tax code, not compared"), 0.0)
