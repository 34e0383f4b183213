# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads single cells of a register: sex, country, date, telephone, status of stay. Unknown is a finding, no guess."""

import datetime as dt
import re
from functools import lru_cache

from babel import Locale

from lgnet.imports.findings import Finding
from lgnet.imports.targets import folded
from lgnet.interop.sheets import PartialDate, parse_date
from lgnet.interop.sheets.rows import CellValue
from lgnet.people.code_lists import countries, residence_statuses
from lgnet.people.models import Precision

Place = tuple[int, str]  # row, letter of the column

_SEX = {
    name: letter
    for letter, names in {
        "F": "f femmina donna female femme woman",
        "M": "m maschio uomo male homme man",
        "N": "n x altro non binario non binary other autre",
    }.items()
    for name in names.split()
}
_STATELESS = frozenset({"apolide", "stateless", "apatride", "xxa", "xxb"})
_PHONE = re.compile(r"[+\d][\d\s()./-]{4,38}")
_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s]+\.[^@\s]{2,}")
EARLIEST = dt.date(1900, 1, 1)


class Unreadable(Exception):
    """A cell that cannot be taken."""

    def __init__(self, place: Place, code: str, **params: str | int) -> None:
        self.finding = Finding(*place, code, params)
        super().__init__(code)


def sex(text: str, place: Place) -> str:
    """F, M, N or "" from a letter or a word in Italian, English or French."""
    if text in {"F", "M", ""}:
        return text
    letter = _SEX.get(folded(text))
    if letter is None:
        raise Unreadable(place, "sex_unknown", value=text[:40])
    return letter


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in countries():
        for name in (row.label_it, row.label_en, row.iso3, row.code):
            if row.is_citizenship and row.iso2 and name:
                found[folded(name)] = row.iso2
    return found


def country(text: str, place: Place) -> tuple[str, bool]:
    """ISO alpha-2 code from a code of two or three letters or a name; and whether it says "stateless"."""
    name = folded(text)
    if name in _STATELESS:
        return "", True
    code = _countries().get(name)
    if code is None and name:
        raise Unreadable(place, "country_unknown", value=text[:40])
    return code or "", False


def birth(value: CellValue, place: Place, today: dt.date) -> tuple[dt.date | None, str]:
    """Date of birth with its precision; a year alone stays a year."""
    if isinstance(value, str) and len(value) == 10 and value[4] == value[7] == "-":
        known = _iso(value)
        if known is not None and EARLIEST <= known <= today:
            return known, "day"
    found = parse_date(value, line=place[0], column=place[1])
    if found is None:
        return None, Precision.UNKNOWN.value
    if not isinstance(found, PartialDate):
        raise Unreadable(place, found.code, **found.params)
    if found.date > today:
        raise Unreadable(place, "birth_in_future")
    if found.date < EARLIEST:
        raise Unreadable(place, "birth_too_early")
    return found.date, found.precision


def _iso(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def whole_date(value: CellValue, place: Place, *, latest: dt.date | None = None) -> dt.date | None:
    """A day known to the day, not after `latest`; None for an empty cell."""
    found = parse_date(value, line=place[0], column=place[1])
    if found is None:
        return None
    if not isinstance(found, PartialDate):
        raise Unreadable(place, found.code, **found.params)
    if found.precision != "day":
        raise Unreadable(place, "date_not_whole", value=str(value)[:40])
    if latest is not None and found.date > latest:
        raise Unreadable(place, "date_in_future")
    return found.date


@lru_cache(maxsize=1)
def _languages() -> dict[str, str]:
    found: dict[str, str] = {}
    for spoken in ("en", "it"):
        for code, name in Locale(spoken).languages.items():
            if 2 <= len(code) <= 3:
                found[folded(name)] = found[code] = code
    return found


def languages(text: str, place: Place) -> tuple[str, ...]:
    """Codes of languages from codes or names in Italian or English, several separated by commas or bars."""
    known, found = _languages(), dict[str, None]()
    for name in filter(None, map(folded, re.split(r"[,;/|]", text))):
        if name not in known:
            raise Unreadable(place, "language_unknown", value=name[:40])
        found[known[name]] = None
    return tuple(found)


def phone(text: str, place: Place) -> str:
    """A telephone number as written, when it can be one."""
    if not _PHONE.fullmatch(text):
        raise Unreadable(place, "phone_unknown", value=text[:40])
    return text


def email(text: str, place: Place) -> str:
    """An e-mail address, when it can be one."""
    if len(text) > 200 or not _EMAIL.fullmatch(text):
        raise Unreadable(place, "email_unknown", value=text[:40])
    return text


@lru_cache(maxsize=1)
def _statuses() -> dict[str, str]:
    rows = residence_statuses()
    return {folded(name): row.code for row in rows for name in (row.label_en, row.label_it, row.code)}


def status(text: str, place: Place) -> str:
    """Code of a status of stay, from its code or its name."""
    code = _statuses().get(folded(text))
    if code is None:
        raise Unreadable(place, "status_unknown", value=text[:40])
    return code
