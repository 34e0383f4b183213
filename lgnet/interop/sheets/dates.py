# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Dates as people write them: whole, only month and year, only the year, or impossible.

Day comes before month, as in Italy. A date we are unsure of is a problem to show, never a guess to store.
"""

import datetime as dt
import math
import re
from dataclasses import dataclass
from typing import Literal

from lgnet.interop.sheets.problems import Problem
from lgnet.interop.sheets.rows import CellValue, as_text, clean

FIRST_YEAR, LAST_YEAR = 1850, 2150
_EXCEL_EPOCH = dt.date(1899, 12, 30)
_EXCEL_FALSE_LEAP_DAY = 60  # Excel believes in 29 February 1900, inherited from Lotus 1-2-3

_DAY_FIRST = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?")
_DAY_FIRST_TIME = re.compile(r"(\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}) \d{1,2}:\d\d(?::\d\d)?")
_MONTH_YEAR = re.compile(r"(\d{1,2})[/.\-](\d{4})")
_YEAR_MONTH = re.compile(r"(\d{4})[/.\-](\d{1,2})")
_YEAR_ONLY = re.compile(r"(\d{4})")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_WORDS = re.compile(r"(?:(\d{1,2})(?:\u00b0|\u00ba)? )?([^\W\d]{3,})\.? (\d{4})")
_MONTHS = {
    name: number
    for names in (
        "gen feb mar apr mag giu lug ago set ott nov dic",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "january february march april may june july august september october november december",
    )
    for number, name in enumerate(names.split(), 1)
}

Precision = Literal["day", "month", "year"]


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the day, the month or the year; `date` is the first day of what is known."""

    date: dt.date
    precision: Precision


def parse_date(value: CellValue, *, line: int = 0, column: str = "") -> PartialDate | Problem | None:
    """The date in a cell, a problem at that line and column, or None for an empty cell.

    A whole number between 1850 and 2150 is a year, a larger one is Excel's count of days.
    Zero days or months (00/05/1990) mean "not known", as registries write them.
    """
    if isinstance(value, dt.date):  # a datetime is one as well
        return _checked(value.year, value.month, value.day, str(value), line, column)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _from_number(value, line, column)
    if isinstance(value, bool):
        return Problem(line, column, "date_unreadable", {"value": as_text(value)})
    text = clean(as_text(value))
    if not text:
        return None
    return _from_text(text, line, column)


def _from_number(value: float, line: int, column: str) -> PartialDate | Problem:
    text = as_text(value)
    if not math.isfinite(value):
        return Problem(line, column, "date_unreadable", {"value": text})
    days = int(value)
    if FIRST_YEAR <= value <= LAST_YEAR:
        return _checked(days, 0, 0, text, line, column)
    if days == _EXCEL_FALSE_LEAP_DAY:
        return Problem(line, column, "date_impossible", {"value": text})
    if 0 < days < 100_000:
        date = _EXCEL_EPOCH + dt.timedelta(days=days + (days < _EXCEL_FALSE_LEAP_DAY))
        return _checked(date.year, date.month, date.day, text, line, column)
    return _from_text(text, line, column)


def _from_text(text: str, line: int, column: str) -> PartialDate | Problem:
    if match := _DAY_FIRST_TIME.fullmatch(text):
        text = match[1]
    if match := _DAY_FIRST.fullmatch(text):
        if len(match[3]) == 2:
            return Problem(line, column, "date_short_year", {"value": text})
        return _checked(int(match[3]), int(match[2]), int(match[1]), text, line, column)
    if match := _YEAR_FIRST.fullmatch(text) or _COMPACT.fullmatch(text):
        return _checked(int(match[1]), int(match[2]), int(match[3]), text, line, column)
    if match := _YEAR_ONLY.fullmatch(text):
        return _checked(int(match[1]), 0, 0, text, line, column)
    return _month_from_text(text, line, column)


def _month_from_text(text: str, line: int, column: str) -> PartialDate | Problem:
    """A month without a day, or written in words."""
    if match := _MONTH_YEAR.fullmatch(text):
        return _checked(int(match[2]), int(match[1]), 0, text, line, column)
    if match := _YEAR_MONTH.fullmatch(text):
        return _checked(int(match[1]), int(match[2]), 0, text, line, column)
    if (match := _WORDS.fullmatch(text.lower())) and match[2] in _MONTHS:
        return _checked(int(match[3]), _MONTHS[match[2]], int(match[1] or 0), text, line, column)
    code = "date_is_number" if text.isdecimal() else "date_unreadable"
    return Problem(line, column, code, {"value": text[:40]})


def _checked(year: int, month: int, day: int, text: str, line: int, column: str) -> PartialDate | Problem:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        params: dict[str, str | int] = {"value": text, "first": FIRST_YEAR, "last": LAST_YEAR}
        return Problem(line, column, "date_out_of_range", params)
    if month == 0:
        if day:
            return Problem(line, column, "date_impossible", {"value": text})
        return PartialDate(dt.date(year, 1, 1), "year")
    if month > 12 >= day > 0:
        return Problem(line, column, "date_month_first", {"value": text})
    try:
        return PartialDate(dt.date(year, month, day or 1), "day" if day else "month")
    except ValueError:
        return Problem(line, column, "date_impossible", {"value": text})
