# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Quarters of the year, the clock of monitoring (FAMI guidelines, quarterly form): plain arithmetic of days."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

_CODE = re.compile(r"(\d{4})-q([1-4])")


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """Three months of a year; `number` is 1 to 4."""

    year: int
    number: int

    @classmethod
    def of(cls, day: dt.date) -> "Quarter":
        """The quarter a day belongs to."""
        return cls(day.year, (day.month + 2) // 3)

    @classmethod
    def parse(cls, code: str) -> "Quarter | None":
        """The quarter an address names ("2026-q3"); None where it names none."""
        found = _CODE.fullmatch(code)
        return cls(int(found[1]), int(found[2])) if found else None

    @property
    def code(self) -> str:
        return f"{self.year}-q{self.number}"

    @property
    def first_day(self) -> dt.date:
        return dt.date(self.year, self.number * 3 - 2, 1)

    @property
    def last_day(self) -> dt.date:
        month = self.number * 3
        return dt.date(self.year, month, calendar.monthrange(self.year, month)[1])

    @property
    def next(self) -> "Quarter":
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)

    @property
    def previous(self) -> "Quarter":
        return Quarter(self.year - (self.number == 1), (self.number + 2) % 4 + 1)

    def months(self) -> tuple[dt.date, ...]:
        """The first days of its months."""
        return tuple(dt.date(self.year, self.number * 3 - 2 + n, 1) for n in range(3))

    def __str__(self) -> str:
        """As people say it: July to September 2026, in the language that is active."""
        first, last = date_format(self.first_day, "F"), date_format(self.last_day, "F Y")
        return _("%(first)s to %(last)s") % {"first": first, "last": last}
