# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Months as the direction counts with them: each is named by its first day."""

import calendar
import datetime as dt
from collections.abc import Iterator


def first_of(day: dt.date) -> dt.date:
    """The first day of its month."""
    return day.replace(day=1)


def last_of(month: dt.date) -> dt.date:
    """The last day of its month."""
    return month.replace(day=days_of(month))


def days_of(month: dt.date) -> int:
    """How many days the month has."""
    return calendar.monthrange(month.year, month.month)[1]


def later(month: dt.date, by: int = 1) -> dt.date:
    """The month so many months later (earlier where negative)."""
    years, index = divmod(month.year * 12 + month.month - 1 + by, 12)
    return dt.date(years, index + 1, 1)


def months_between(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """Every month that both days and what lies between them touch."""
    month = first_of(first)
    while month <= last:
        yield month
        month = later(month)


def whole_months_before(day: dt.date, since: dt.date, most: int) -> tuple[dt.date, ...]:
    """The whole months before the running one, so many at most, not before `since`; the latest first."""
    found: list[dt.date] = []
    month = later(first_of(day), -1)
    while len(found) < most and month >= first_of(since):
        found.append(month)
        month = later(month, -1)
    return tuple(found)


def share_left(month: dt.date, after: dt.date, until: dt.date) -> float:
    """The part of the month that lies from `after` to `until`, both included: from 0 to 1."""
    first, last = max(month, after), min(last_of(month), until)
    return max(0, (last - first).days + 1) / days_of(month)
