# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The way to a target: how many were planned for a day. Plain arithmetic, no database.

A target is reached on a straight line from nothing on the first day of the edition to all of it on the last,
unless somebody planned otherwise: cumulative values at the end of some months (as the milestones of Reg. (EU)
2021/1060 art. 33 are), between which the line is straight again.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from lgnet.direction.months import last_of, months_between


@dataclass(frozen=True)
class PlannedPath:
    """Where one should be: `milestones` are cumulative values by first day of the month at whose end they hold."""

    target: int
    starts_on: dt.date
    ends_on: dt.date
    milestones: Mapping[dt.date, int]

    def _points(self) -> list[tuple[dt.date, int]]:
        before = self.starts_on - dt.timedelta(days=1)
        inner = [(last_of(month), value) for month, value in sorted(self.milestones.items())]
        return [
            (before, 0),
            *(point for point in inner if before < point[0] < self.ends_on),
            (self.ends_on, self.target),
        ]

    def at(self, day: dt.date) -> int:
        """How many were planned by the end of a day, rounded down: nobody is behind by part of a person."""
        points = self._points()
        if day <= points[0][0]:
            return 0
        for (earlier, less), (later, more) in pairwise(points):
            if day <= later:
                return less + (more - less) * (day - earlier).days // (later - earlier).days
        return self.target

    def by_month(self) -> dict[dt.date, int]:
        """The cumulative plan at the end of each month; the last month ends with the edition."""
        return {
            month: self.at(min(last_of(month), self.ends_on))
            for month in months_between(self.starts_on, self.ends_on)
        }
