# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""When what is missing will be missed: indicator values leave twice a year (Reg. (EU) 2021/1060 art. 42)."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Deadline:
    """The data as they stand on `data_on` are sent by `sent_by`."""

    data_on: dt.date
    sent_by: dt.date


def next_deadline(day: dt.date) -> Deadline:
    """The first cut-off that is still to come on a day: 30 June for 31 July, 31 December for 31 January."""
    june = dt.date(day.year, 6, 30)
    if day <= june:
        return Deadline(june, dt.date(day.year, 7, 31))
    return Deadline(dt.date(day.year, 12, 31), dt.date(day.year + 1, 1, 31))
