# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How a code leads to others over time: the rules by which old values are migrated. Pure, no database.

A code is valid from a day (or always) until the day it is retired, and may then be succeeded by one code
(old values move by themselves), by several (somebody chooses) or by none (the work is no longer recorded).
A successor is valid on the day its predecessor is retired, so every step leads to a later day and no chain
comes back to where it was.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """A code with its days. `valid_from` None: always; `retired_on` is the first day it is not valid."""

    code: str
    valid_from: dt.date | None = None
    retired_on: dt.date | None = None
    successors: tuple[str, ...] = ()

    def is_valid_on(self, day: dt.date) -> bool:
        """Whether something done on that day may bear the code."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.retired_on is None or day < self.retired_on
        )


def migrated(code: str, day: dt.date, codes: Mapping[str, Code]) -> tuple[str, ...]:
    """Which valid codes a value stands for on a day: itself, its one heir, several to choose from, or none.

    The order is that of the successors, each code once. An unknown code and one not born yet lead nowhere.
    """
    known = codes.get(code)
    if known is None:
        return ()
    if known.is_valid_on(day):
        return (code,)
    if known.retired_on is None or day < known.retired_on:
        return ()  # not born yet
    heirs = [heir for next_ in known.successors for heir in migrated(next_, day, codes)]
    return tuple(dict.fromkeys(heirs))


def one_heir(code: str, day: dt.date, codes: Mapping[str, Code]) -> str | None:
    """The code that takes the place of this one on a day without asking anybody; None where somebody chooses."""
    found = migrated(code, day, codes)
    return found[0] if len(found) == 1 else None


def predecessors(code: str, codes: Mapping[str, Code]) -> frozenset[str]:
    """Every code whose values may have become this one, itself included: for figures over the years."""
    found, waiting = {code}, [code]
    while waiting:
        wanted = waiting.pop()
        for other in codes.values():
            if wanted in other.successors and other.code not in found:
                found.add(other.code)
                waiting.append(other.code)
    return frozenset(found)
