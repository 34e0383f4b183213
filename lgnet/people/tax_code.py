# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""Italian tax codes: reading what was typed, hints it contains, and where it disagrees with the person.

A tax code is not a key: it may be absent, provisional, corrected later, or different from the documents.
What it says about sex, birth date and birth place are hints; they never overwrite what the person told us.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from codicefiscale import codicefiscale
from codicefiscale.data import get_countries_data
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from lgnet.core import clock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from django.utils.functional import _StrPromise

EXAMPLE: Final = "PRVMDA94E12Z317J"  # synthetic
PROVISIONAL_EXAMPLE: Final = "91000011238"  # synthetic
MONTHS: Final = "ABCDEHLMPRST"
DIGIT_POSITIONS: Final = (6, 7, 9, 10, 12, 13, 14)
OMOCODE_DIGITS: Final = str.maketrans("LMNPQRSTUV", "0123456789")
SHAPE: Final = re.compile(
    r"[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]"
)
# Letters of other alphabets that look like ours: a keyboard left in another layout, or a copied PDF.
LOOK_ALIKES: Final = str.maketrans(
    "АВСЕНІЈКМОРЅТУХΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "ABCEHIJKMOPSTYXABEZHIKMNOPTYX",
)
LETTER_FOR: Final = {"0": "O", "1": "I"}
DIGIT_FOR: Final = {"O": "0", "I": "1"}  # neither is an omocode letter, so the reading is certain


class Kind(StrEnum):
    """The two forms a person's tax code takes."""

    ALPHANUMERIC = "alphanumeric"
    PROVISIONAL = "provisional"


@dataclass(frozen=True, slots=True)
class TaxCode:
    """A formally correct tax code. `root` is the code with its omocode letters turned back into digits."""

    value: str
    kind: Kind
    root: str
    sex: Literal["M", "F"] | None = None
    birth_date: date | None = None
    birth_place: str | None = None

    @property
    def is_omocode(self) -> bool:
        """Whether the tax office changed digits into letters to tell two people apart."""
        return self.value != self.root

    @property
    def born_abroad(self) -> bool | None:
        """Whether the birth place is a country; None when the code does not say."""
        return self.birth_place.startswith("Z") if self.birth_place else None

    @property
    def birth_country(self) -> str | None:
        """Italian name of the country of birth, if abroad and known (former countries included)."""
        return _country_names().get(self.birth_place or "")


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a text is not a tax code, in words for the person at the desk."""

    code: Literal["empty", "length", "characters", "date", "check"]
    message: str | _StrPromise


def parse(text: str, *, today: date | None = None) -> TaxCode | Problem:
    """Read a tax code typed by hand, tolerating spaces, case, punctuation and look-alike characters.

    16 characters: DM 23.12.1976 (check letter included). 11 digits: provisional code given by the Questura
    when an asylum application is recorded. Only the Agenzia delle Entrate can tell whether a code exists.
    """
    cleaned = normalise(text)
    if not cleaned:
        return Problem("empty", format_lazy(_("Type the tax code, for example {example}."), example=EXAMPLE))
    if cleaned.isdecimal():
        return _parse_provisional(cleaned)
    if len(cleaned) != 16:
        return Problem(
            "length",
            format_lazy(
                _(
                    "A tax code has 16 characters, for example {example}, or 11 digits if provisional. "
                    "This one has {count}."
                ),
                example=EXAMPLE,
                count=len(cleaned),
            ),
        )
    return _parse_alphanumeric(_repair(cleaned), today or clock.today())


def normalise(text: str) -> str:
    """Upper case ASCII letters and digits only; look-alikes and foreign digits become ours. Idempotent."""
    folded = unicodedata.normalize("NFKC", text).upper().translate(LOOK_ALIKES)
    digits = (str(unicodedata.decimal(c)) if c.isdecimal() else c for c in folded)
    return "".join(c for c in digits if c.isascii() and c.isalnum())


def root_of(code: str) -> str:
    """The 16-character code as it was before omocode letters, check letter recomputed."""
    body = list(code[:15])
    for position in DIGIT_POSITIONS:
        body[position] = body[position].translate(OMOCODE_DIGITS)
    joined = "".join(body)
    return joined + codicefiscale.encode_cin(joined)


def disagreements(
    tax_code: TaxCode,
    *,
    given_name: str = "",
    family_name: str = "",
    sex: str = "",
    birth_date: date | None = None,
) -> list[str | _StrPromise]:
    """Warnings where code and data differ. Missing data and names in other scripts are not compared."""
    if tax_code.kind is Kind.PROVISIONAL:
        return []
    found: list[str | _StrPromise] = []
    if _differs(family_name, tax_code.root[:3], codicefiscale.encode_lastname):
        found.append(_("The family name in the tax code is spelled differently."))
    if _differs(given_name, tax_code.root[3:6], codicefiscale.encode_firstname):
        found.append(_("The given name in the tax code is spelled differently."))
    if sex in ("M", "F") and tax_code.sex and sex != tax_code.sex:
        found.append(_("The sex in the tax code is different."))
    coded = tax_code.birth_date
    if (
        birth_date
        and coded
        and (birth_date.year % 100, birth_date.month, birth_date.day)
        != (
            coded.year % 100,
            coded.month,
            coded.day,
        )
    ):
        found.append(
            format_lazy(
                _("The birth date in the tax code is different: {date}."), date=coded.strftime("%d/%m/%Y")
            )
        )
    return found


def encode(
    *, family_name: str, given_name: str, sex: Literal["M", "F"], birth_date: date, birth_place: str
) -> str:
    """Compute a tax code, for synthetic data only. `birth_place` is a Belfiore code such as Z317.

    Never offer the result as a person's code: only the tax office assigns it (transliterations differ).
    """
    body = (
        codicefiscale.encode_lastname(family_name)
        + codicefiscale.encode_firstname(given_name)
        + f"{birth_date.year % 100:02d}{MONTHS[birth_date.month - 1]}"
        + f"{birth_date.day + (40 if sex == 'F' else 0):02d}"
        + birth_place
    )
    return body + codicefiscale.encode_cin(body)


def encode_provisional(first_ten_digits: str) -> str:
    """Complete a provisional numeric code with its check digit, for synthetic data only."""
    return first_ten_digits + _check_digit(first_ten_digits)


def _parse_provisional(digits: str) -> TaxCode | Problem:
    if len(digits) != 11:
        return Problem(
            "length",
            format_lazy(
                _("A provisional tax code has 11 digits, for example {example}. This one has {count}."),
                example=PROVISIONAL_EXAMPLE,
                count=len(digits),
            ),
        )
    if _check_digit(digits[:10]) != digits[10]:
        return Problem(
            "check",
            _("The last digit does not agree with the other ten: one digit is probably mistyped or swapped."),
        )
    return TaxCode(value=digits, kind=Kind.PROVISIONAL, root=digits)


def _parse_alphanumeric(code: str, today: date) -> TaxCode | Problem:
    if not SHAPE.fullmatch(code):
        return Problem(
            "characters",
            format_lazy(
                _("Letters and digits are not where a tax code has them. Expected something like {example}."),
                example=EXAMPLE,
            ),
        )
    expected = codicefiscale.encode_cin(code[:15])
    if code[15] != expected:
        return Problem(
            "check",
            format_lazy(
                _(
                    "The last letter does not agree with the rest (it would be {letter}): "
                    "one character is probably mistyped."
                ),
                letter=expected,
            ),
        )
    root = root_of(code)
    day = int(root[9:11])
    born = _date(int(root[6:8]), MONTHS.index(root[8]) + 1, day - 40 if day > 40 else day, today)
    if born is None:
        return Problem("date", _("The birth date inside the tax code does not exist."))
    return TaxCode(
        value=code,
        kind=Kind.ALPHANUMERIC,
        root=root,
        sex="F" if day > 40 else "M",
        birth_date=born,
        birth_place=root[11:15],
    )


def _repair(code: str) -> str:
    """O typed for zero and I for one (and back) are put right where only the other can stand."""
    return "".join(
        DIGIT_FOR.get(c, c) if i in DIGIT_POSITIONS else LETTER_FOR.get(c, c) for i, c in enumerate(code)
    )


def _date(two_digit_year: int, month: int, day: int, today: date) -> date | None:
    """The most recent century that is not in the future: the code itself does not carry the century."""
    for century in (today.year // 100 * 100, today.year // 100 * 100 - 100):
        try:
            candidate = date(century + two_digit_year, month, day)
        except ValueError:
            continue
        if candidate <= today:
            return candidate
    return None


def _check_digit(ten: str) -> str:
    total = 0
    for index, char in enumerate(ten):
        doubled = int(char) * (index % 2 + 1)
        total += doubled - 9 if doubled > 9 else doubled
    return str(-total % 10)


def _differs(name: str, coded: str, encoder: Callable[[str], str]) -> bool:
    latin = all("LATIN" in unicodedata.name(c, "") for c in name if c.isalpha())
    return bool(name.strip()) and latin and encoder(name) != coded


@lru_cache(maxsize=1)
def _country_names() -> dict[str, str]:
    rows: Iterable[dict[str, str]] = get_countries_data()
    return {row["code"]: row["name"] for row in rows}
