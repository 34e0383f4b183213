# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How long people wait, from counts by day: Kaplan-Meier with its band, and what became of everybody.

An episode that still waits is censored on the day it has reached: it says only that the wait is longer. One that
ended otherwise (oriented elsewhere, not eligible, declined, lost) cannot reach the step any more. The curve of
the waits leaves it out from that day on, and so speaks of those whom the step is for; `outcomes` keeps it
(Aalen and Johansen 1978), and so speaks of everybody who was met. Days are whole days of the calendar in Rome.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

Z = 1.959963984540054  # 95 per cent


@dataclass(frozen=True, slots=True)
class DayCount:
    """What happened on a day after the first contact: reached the step, ended otherwise, seen waiting last."""

    days: int
    done: int = 0
    ended: int = 0
    waiting: int = 0

    @property
    def leaving(self) -> int:
        """Everybody of whom nothing is known after this day."""
        return self.done + self.ended + self.waiting


@dataclass(frozen=True, slots=True)
class Moment:
    """From this day on: the share still waiting with its band; the shares that reached it and ended otherwise."""

    days: int
    waiting: float
    low: float
    high: float
    reached: float
    ended: float
    at_risk: int


@dataclass(frozen=True, slots=True)
class Survival:
    """The curve of a group; its first moment is day 0 before anything happened."""

    number: int
    moments: tuple[Moment, ...]
    observed_to: int

    def quantile(self, share: float) -> int | None:
        """The first day on which at least this share has reached the step; None where it was not observed."""
        reached = (m.days for m in self.moments[1:] if m.waiting <= 1 - share + 1e-12)
        return next(reached, None)

    @property
    def median(self) -> int | None:
        return self.quantile(0.5)


def survival(counts: Iterable[DayCount], *, longest: int | None = None) -> Survival:
    """The curve from counts by day. Beyond `longest` days everybody still waits (their end is not looked at).

    The band is the 95 per cent one of Greenwood's variance on the log-log scale, which never leaves 0 to 1.
    On a day, who reaches the step is counted before whoever is seen last.
    """
    known = _by_day(counts, longest)
    number = at_risk = sum(count.leaving for count in known)
    waiting = everybody = high = 1.0
    greenwood = reached = ended = 0.0
    moments = [Moment(0, 1.0, 1.0, 1.0, 0.0, 0.0, at_risk)]
    for count in known:
        if count.done or count.ended:
            reached += everybody * count.done / at_risk
            ended += everybody * count.ended / at_risk
            everybody *= 1 - (count.done + count.ended) / at_risk
            waiting *= 1 - count.done / at_risk
            if at_risk > count.done:
                greenwood += count.done / (at_risk * (at_risk - count.done))
            low, high = _band(waiting, greenwood, high)
            moments.append(Moment(count.days, waiting, low, high, reached, ended, at_risk))
        at_risk -= count.leaving
    return Survival(number, tuple(moments), known[-1].days if known else 0)


def _by_day(counts: Iterable[DayCount], longest: int | None) -> list[DayCount]:
    """One count for each day, in order; what is beyond `longest` waits on that day."""
    days: dict[int, tuple[int, int, int]] = {}
    for count in counts:
        beyond = longest is not None and count.days > longest
        day = longest if beyond and longest is not None else count.days
        new = (0, 0, count.leaving) if beyond else (count.done, count.ended, count.waiting)
        done, ended, waiting = days.get(day, (0, 0, 0))
        days[day] = (done + new[0], ended + new[1], waiting + new[2])
    return [DayCount(day, *days[day]) for day in sorted(days) if any(days[day])]


def _band(share: float, greenwood: float, before: float) -> tuple[float, float]:
    """The ends of the band: share to the power of exp(-+z * sqrt(variance) / log share).

    Where nobody waits any more the variance is not known: the upper end stays where it was `before`.
    """
    if share >= 1:
        return 1.0, 1.0
    if share <= 1e-12:
        return 0.0, before
    width = Z * math.sqrt(greenwood) / math.log(share)
    ends = share ** math.exp(width), share ** math.exp(-width)
    return min(ends), max(ends)
