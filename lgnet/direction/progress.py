# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How far somebody is from a target, and how fast they would have to go: plain arithmetic, no database.

The pace looks at whole months only, three at most: the running month would always look slow.
"""

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.formats import number_format
from django.utils.translation import gettext, ngettext

from lgnet.direction.months import whole_months_before

DAYS_IN_A_MONTH = 365.25 / 12
MONTHS_OF_PACE = 3


class State(StrEnum):
    """Where a figure stands against its target."""

    NO_TARGET = "no_target"
    REACHED = "reached"
    EARLY = "early"  # no whole month yet to judge the pace by
    ON_PACE = "on_pace"
    BEHIND = "behind"
    MISSED = "missed"  # the edition is over


@dataclass(frozen=True)
class Progress:
    """A value on its way. Paces are in units a month, `months_left` in months of 30.4 days, `share` in per cent."""

    value: int
    target: int | None
    days_left: int
    pace: float | None
    pace_months: int

    @property
    def months_left(self) -> float:
        return self.days_left / DAYS_IN_A_MONTH

    @property
    def missing(self) -> int:
        """How many are still to come; zero without a target or beyond it."""
        return max(0, (self.target or 0) - self.value)

    @property
    def share(self) -> int | None:
        """How much of the target is reached, rounded down so that 100 means all of it."""
        return None if not self.target else self.value * 100 // self.target

    @property
    def needed(self) -> int | None:
        """How many a month from now on (all of them where less than a month is left); None when that is moot."""
        if self.target is None or not self.missing or self.days_left <= 0:
            return None
        return math.ceil(self.missing / max(1.0, self.months_left))

    @property
    def state(self) -> State:
        if self.target is None:
            return State.NO_TARGET
        if not self.missing:
            return State.REACHED
        if self.days_left <= 0:
            return State.MISSED
        if self.pace is None:
            return State.EARLY
        return State.ON_PACE if self.pace >= (self.needed or 0) else State.BEHIND

    def sentence(self) -> str:
        """The state in plain words."""
        return _SENTENCES[self.state](self)


def progress(
    value: int,
    target: int | None,
    by_month: Mapping[dt.date, int],
    *,
    day: dt.date,
    starts_on: dt.date,
    ends_on: dt.date,
) -> Progress:
    """Progress on `day` of an edition; `by_month` are new units by first day of month, both ends included."""
    months = pace_months(day, max(starts_on, min(by_month, default=starts_on)))
    pace = sum(by_month.get(month, 0) for month in months) / len(months) if months else None
    days_left = (ends_on - max(day, starts_on)).days + 1 if day <= ends_on else 0
    return Progress(value, target, days_left, pace, len(months))


def pace_months(day: dt.date, since: dt.date) -> tuple[dt.date, ...]:
    """The whole months before the running one, three at most, not before `since`; the latest first."""
    return whole_months_before(day, since, MONTHS_OF_PACE)


def _number(value: float) -> str:
    return number_format(round(value, 1) if value < 10 and value % 1 else round(value), force_grouping=True)


def _no_target(_: Progress) -> str:
    return gettext("No target has been published or set.")


def _reached(at: Progress) -> str:
    if at.value == at.target:
        return gettext("The target is reached.")
    return gettext("The target is reached, and %(more)s more.") % {
        "more": _number(at.value - (at.target or 0))
    }


def _missed(at: Progress) -> str:
    return ngettext(
        "The edition is over: %(count)s is missing.",
        "The edition is over: %(count)s are missing.",
        at.missing,
    ) % {"count": _number(at.missing)}


def _needed(at: Progress) -> str:
    if at.months_left < 1:
        days = ngettext("%(days)s day is left", "%(days)s days are left", at.days_left) % {
            "days": at.days_left
        }
        return ngettext(
            "%(count)s is needed and %(days)s", "%(count)s are needed and %(days)s", at.missing
        ) % {"count": _number(at.missing), "days": days}
    needed = at.needed or 0
    return ngettext("%(count)s a month is needed", "%(count)s a month are needed", needed) % {
        "count": _number(needed)
    }


def _early(at: Progress) -> str:
    return gettext("%(needed)s; it is too early to say at what pace you go.") % {"needed": _needed(at)}


def _compared(at: Progress) -> str:
    pace = _number(at.pace or 0)
    lately = ngettext(
        "in the last month %(pace)s", "in the last %(months)s months %(pace)s a month", at.pace_months
    ) % {"pace": pace, "months": at.pace_months}
    return f"{_needed(at)}; {lately}."


_SENTENCES = {
    State.NO_TARGET: _no_target,
    State.REACHED: _reached,
    State.MISSED: _missed,
    State.EARLY: _early,
    State.ON_PACE: _compared,
    State.BEHIND: _compared,
}
