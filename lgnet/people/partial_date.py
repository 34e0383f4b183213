# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A date of which only a part may be known, as typed in three boxes.

What is not known is never filled in for show: the stored parts are 1 and `precision` says so.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.text import format_lazy
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from lgnet.people.models import Precision

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

EARLIEST = 1900


class ImpossibleDate(ValueError):
    """What was typed is not a date; carries the sentence for the person who typed it."""

    def __init__(self, sentence: str | _StrPromise) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class PartialDate:
    """A day, month or year, or nothing; `precision` is a value of `Precision`."""

    date: dt.date | None = None
    precision: str = Precision.UNKNOWN.value

    def boxes(self) -> list[str]:
        """Day, month, year and estimate as they stand in the form."""
        if self.date is None:
            return ["", "", "", ""]
        day = str(self.date.day) if self.precision == Precision.DAY else ""
        month = str(self.date.month) if self.precision in (Precision.DAY, Precision.MONTH) else ""
        estimate = Precision.ESTIMATED.value if self.precision == Precision.ESTIMATED else ""
        return [day, month, str(self.date.year), estimate]


def read(day: str, month: str, year: str, estimate: str, *, today: dt.date) -> PartialDate:
    """Read the boxes. `estimate` is "estimated", "unknown" or empty. Raises `ImpossibleDate`."""
    numbers = [_number(text) for text in (day, month, year)]
    if estimate == Precision.UNKNOWN and any(number is not None for number in numbers):
        raise ImpossibleDate(
            _("You chose “not known”, but there is a date as well: leave only one of the two.")
        )
    if all(number is None for number in numbers):
        if estimate == Precision.ESTIMATED:
            raise ImpossibleDate(_("Type the estimated year, for example 1994."))
        return PartialDate()
    d, m, y = numbers
    if y is None or not EARLIEST <= y <= today.year:
        raise ImpossibleDate(
            format_lazy(
                _("Type the year with four digits, from {first} to {last}."), first=EARLIEST, last=today.year
            )
        )
    return _known(d, m, y, estimate, today)


def _known(d: int | None, m: int | None, y: int, estimate: str, today: dt.date) -> PartialDate:
    if estimate == Precision.ESTIMATED and (d is not None or m is not None):
        raise ImpossibleDate(_("An estimated date has only the year: leave day and month empty."))
    if m is None and d is not None:
        raise ImpossibleDate(_("There is a day without a month: add the month, or leave the day empty."))
    if m is not None and not 1 <= m <= 12:
        raise ImpossibleDate(_("The month is a number from 1 to 12."))
    try:
        date = dt.date(y, m or 1, 1 if d is None else d)
    except (ValueError, OverflowError):
        raise ImpossibleDate(
            format_lazy(
                _("{day}/{month}/{year} does not exist: check day and month."), day=d, month=m, year=y
            )
        ) from None
    if date > today:
        raise ImpossibleDate(_("This date is in the future."))
    if estimate == Precision.ESTIMATED:
        return PartialDate(date, Precision.ESTIMATED.value)
    precision = Precision.DAY if d is not None else Precision.MONTH if m is not None else Precision.YEAR
    return PartialDate(date, precision.value)


def _number(text: str) -> int | None:
    """The number in a box; digits of any script count, blanks and invisible signs do not."""
    seen = "".join(
        c
        for c in text[:40]
        if not c.isspace() and unicodedata.category(c) not in {"Cf", "Cc", "Cn", "Cs", "Co"}
    )
    if not seen:
        return None
    if not all(c.isdecimal() for c in seen) or len(seen) > 4:
        raise ImpossibleDate(_("Day, month and year are numbers, for example 12 5 1994."))
    return int("".join(str(unicodedata.decimal(c)) for c in seen))


def in_words(date: dt.date | None, precision: str) -> str:
    """A date as it may be shown: never the parts nobody knows."""
    if date is None or precision == Precision.UNKNOWN:
        return gettext("not known")
    if precision == Precision.DAY:
        return date_format(date, "DATE_FORMAT")
    if precision == Precision.MONTH:
        return date_format(date, "YEAR_MONTH_FORMAT")
    if precision == Precision.ESTIMATED:
        return gettext("about %(year)s") % {"year": date.year}
    return str(date.year)


def age(date: dt.date, today: dt.date) -> int:
    """Completed years; with a partial date the highest they can be."""
    return today.year - date.year - ((today.month, today.day) < (date.month, date.day))


def is_minor(date: dt.date | None, precision: str, today: dt.date) -> bool:
    """Whether the person is, or may still be, under 18: in doubt about the birthday, a minor."""
    if date is None:
        return False
    years = age(date, today)
    return years < 18 or (years == 18 and precision not in (Precision.DAY, Precision.MONTH))


def age_in_words(date: dt.date | None, precision: str, today: dt.date) -> str:
    """The age as it may be said; "about" where the birthday is not known."""
    if date is None or precision == Precision.UNKNOWN:
        return gettext("age not known")
    years = age(date, today)
    if precision in (Precision.DAY, Precision.MONTH):
        return ngettext("%(n)s year", "%(n)s years", years) % {"n": years}
    return ngettext("about %(n)s year", "about %(n)s years", years) % {"n": years}
