# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How timely people were taken in charge in a quarter, and in all at its end: derived, frozen, printed.

The share within the clock and the median are those of the definition TIMELINESS (docs/adr/0012). They are of the
persons whose waiting is known; shares and medians of partners are never added up.
"""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lgnet.direction.indicators import TIMELINESS, Wording
from lgnet.direction.measuring import Waiting
from lgnet.reports.quarters import Quarter


@dataclass(frozen=True, slots=True)
class Waited:
    """Persons taken in charge whose waiting is known, how many of them in time, the median of the days."""

    persons: int
    in_time: int
    median: int | None

    @property
    def percent(self) -> int | None:
        """The share in time, rounded down; None where nobody is counted."""
        return self.in_time * 100 // self.persons if self.persons else None

    @classmethod
    def of(cls, days: Mapping[int, int]) -> "Waited":
        """From how many persons waited how many days."""
        found = Waiting(TIMELINESS, days)
        return cls(found.persons, found.in_time, found.median)


@dataclass(frozen=True, slots=True)
class Waits:
    """The line of a report: for those taken in charge in the quarter, and for all until its end."""

    label: str
    name: Wording
    within_days: int
    quarter: Waited
    total: Waited

    def as_json(self) -> dict[str, Any]:
        """As it is frozen."""
        return {
            "label": self.label,
            "name": {"it": self.name.it, "en": self.name.en},
            "within_days": self.within_days,
            **{
                key: [one.persons, one.in_time, one.median]
                for key, one in (("quarter", self.quarter), ("total", self.total))
            },
        }

    @classmethod
    def of_json(cls, frozen: Mapping[str, Any]) -> "Waits":
        """Read back what was frozen."""
        quarter, total = (Waited(*frozen[key]) for key in ("quarter", "total"))
        return cls(frozen["label"], Wording(**frozen["name"]), frozen["within_days"], quarter, total)


def waits_of(by_month: Mapping[dt.date, Mapping[int, int]], quarter: Quarter) -> Waits:
    """The line of a quarter from days of waiting by the month of the taking in charge. No query."""
    new, whole = Counter[int](), Counter[int]()
    for month, days in by_month.items():
        if month <= quarter.last_day:
            whole.update(days)
            new.update(days if month in quarter.months() else {})
    return Waits(
        label=TIMELINESS.edition_label,
        name=TIMELINESS.name,
        within_days=TIMELINESS.within_days,
        quarter=Waited.of(new),
        total=Waited.of(whole),
    )
