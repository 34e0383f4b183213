# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""When figures leave, and which day they stop at (Reg. (EU) 2021/1060, art. 42).

Values of indicators go to the Commission by 31 January and 31 July; what is sent is what was stored at the end of
the month before (art. 42(4), rule CNT-10), so the cut-offs are 31 December and 30 June. The network also closes
each quarter. Days are days in Rome: a day is over when it is over there, in summer as in winter.
"""

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

QUARTER_REPORT_DAYS = 10  # the project's own custom: the convention is not public, so this is ours to change


class Purpose(StrEnum):
    """Why a cut-off is taken."""

    FUND = "fund"  # indicator values to the Commission
    QUARTER = "quarter"  # the quarterly report
    OTHER = "other"


@dataclass(frozen=True, order=True)
class Transmission:
    """A day by which figures leave, and the last day that they count."""

    due_on: dt.date
    cutoff_on: dt.date
    purpose: Purpose


def end_of_month(day: dt.date) -> dt.date:
    """The last day of the month of a day."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def purpose_of(cutoff_on: dt.date) -> Purpose:
    """What a cut-off of this day is for."""
    if cutoff_on != end_of_month(cutoff_on):
        return Purpose.OTHER
    if cutoff_on.month in {6, 12}:
        return Purpose.FUND
    return Purpose.QUARTER if cutoff_on.month in {3, 9} else Purpose.OTHER


def transmission_of(cutoff_on: dt.date) -> Transmission | None:
    """When the figures of a cut-off leave; None where the calendar knows no such day.

    The month before a transmission ends with the cut-off, so 31 December leaves by 31 January.
    """
    purpose = purpose_of(cutoff_on)
    if purpose is Purpose.FUND:
        return Transmission(end_of_month(cutoff_on + dt.timedelta(days=1)), cutoff_on, purpose)
    if purpose is Purpose.QUARTER:
        return Transmission(cutoff_on + dt.timedelta(days=QUARTER_REPORT_DAYS), cutoff_on, purpose)
    return None


def transmissions(starts_on: dt.date, ends_on: dt.date) -> Iterator[Transmission]:
    """Every transmission of an edition, in order: its quarters, the last one cut where the edition ends.

    The last half-year that the edition touches is transmitted too, although its day comes after the end.
    """
    year, month = starts_on.year, (starts_on.month - 1) // 3 * 3 + 3
    while True:
        cutoff = end_of_month(dt.date(year, month, 1))
        found = transmission_of(cutoff)
        if found is not None and cutoff >= starts_on:
            yield found
        if cutoff >= ends_on and month in {6, 12}:
            return
        year, month = (year, month + 3) if month < 12 else (year + 1, 3)


def last_quarter_end(day: dt.date) -> dt.date:
    """The last day of the last quarter that is over."""
    first = day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
    return first - dt.timedelta(days=1)
