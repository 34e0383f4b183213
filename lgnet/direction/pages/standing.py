# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How a value stands against its target, as pages and files show it: reached, planned, foreseen."""

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.formats import date_format, number_format
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lgnet.core.clock import today
from lgnet.direction.forecast import Forecast, forecast
from lgnet.direction.indicators import Indicator
from lgnet.direction.models import Target
from lgnet.direction.path import PlannedPath
from lgnet.direction.progress import Progress, State, progress
from lgnet.network.models import Edition

STATE_WORDS: Mapping[State, Promise] = {
    State.NO_TARGET: _("No target"),
    State.REACHED: _("Reached"),
    State.EARLY: _("Too early to say"),
    State.ON_PACE: _("On pace"),
    State.BEHIND: _("Behind the pace"),
    State.MISSED: _("Not reached"),
}
STATE_LOOKS: Mapping[State, str] = {  # keys of the one map of states, lgnet.ui.looks
    State.NO_TARGET: "draft",
    State.REACHED: "done",
    State.EARLY: "open",
    State.ON_PACE: "on_time",
    State.BEHIND: "soon",
    State.MISSED: "overdue",
}


@dataclass(frozen=True)
class Standing:
    """An indicator of somebody: the progress, in numbers and words, and where the target comes from."""

    indicator: Indicator
    progress: Progress
    target: Target | None
    url: str = ""
    planned: int | None = None
    forecast: Forecast | None = None

    @property
    def plan_words(self) -> str:
        """How many were planned by today, and the distance from it; nothing without a target."""
        if self.planned is None:
            return ""
        distance = self.progress.value - self.planned
        said = {"planned": _grouped(self.planned), "n": _grouped(abs(distance))}
        if distance < 0:
            return gettext("Planned by today: %(planned)s, so %(n)s behind.") % said
        if not distance:
            return gettext("Planned by today: %(planned)s, as many as there are.") % said
        return gettext("Planned by today: %(planned)s, so %(n)s ahead.") % said

    @property
    def behind_plan(self) -> float:
        """Value less plan: the lower, the farther behind; without a target behind nobody."""
        return math.inf if self.planned is None else self.progress.value - self.planned

    @property
    def outlook(self) -> str:
        """Whether the forecast reaches the target: for sure, perhaps or not; nothing where that is moot."""
        if self.forecast is None or self.target is None or not self.progress.missing:
            return ""
        goal = self.target.value or 0
        if self.forecast.low >= goal:
            return gettext("Even the low end reaches the target.")
        if self.forecast.high < goal:
            return gettext("Even the high end misses the target.")
        return gettext("The target lies within: it can go either way.")

    @property
    def forecast_words(self) -> str:
        """The forecast as a sentence, or why there is none."""
        return self.forecast.sentence() if self.forecast else gettext("Too few whole months for a forecast.")

    @property
    def look(self) -> str:
        return STATE_LOOKS[self.progress.state]

    @property
    def word(self) -> Promise:
        return STATE_WORDS[self.progress.state]

    @property
    def sentence(self) -> str:
        return self.progress.sentence()

    @property
    def value(self) -> str:
        return _grouped(self.progress.value)

    @property
    def goal(self) -> str:
        return "" if self.target is None else _grouped(self.target.value or 0)

    @property
    def target_source(self) -> str:
        """Where the target comes from: the words that were published, or who decided and when."""
        if self.target is None:
            return ""
        first_line = self.target.source.partition("\n")[0]
        if self.target.sureness == Target.Sureness.PUBLISHED:
            return gettext("published: “%(words)s”") % {"words": first_line}
        words = f"{self.target.get_sureness_display()}, {date_format(self.target.decided_on, 'SHORT_DATE_FORMAT')}"
        return f"{words}: {first_line}" if first_line else words


def standing_of(
    indicator: Indicator,
    by_month: Mapping[dt.date, int],
    target: Target | None,
    edition: Edition,
    *,
    milestones: Mapping[dt.date, int] | None = None,
    url: str = "",
) -> Standing:
    """Where somebody stands today, from new units by month. No query."""
    day, starts_on, ends_on = today(), edition.starts_on, edition.ends_on
    goal = target.value if target else None
    here = progress(sum(by_month.values()), goal, by_month, day=day, starts_on=starts_on, ends_on=ends_on)
    path = None if goal is None else PlannedPath(goal, starts_on, ends_on, milestones or {})
    return Standing(
        indicator, here, target, url,
        planned=path.at(day) if path else None,
        forecast=forecast(by_month, day=day, starts_on=starts_on, ends_on=ends_on),
    )  # fmt: skip


def _grouped(number: int) -> str:
    return number_format(number, force_grouping=True)
