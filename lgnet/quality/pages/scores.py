# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A share of data in order as people read it: a word first, then the number, then where it is going."""

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lgnet.quality.queries import Score
from lgnet.ui.looks import Tone

# From which share on data are called so. Ours: no rule stands behind it (docs/data).
WORDS: tuple[tuple[float, Tone, str, Promise], ...] = (
    (0.98, "good", "check-circle", gettext_lazy("In order")),
    (0.92, "info", "check", gettext_lazy("Nearly in order")),
    (0.80, "warn", "flag", gettext_lazy("To look at")),
    (0.0, "bad", "warning-circle", gettext_lazy("Needs help")),
)
TREND_WEEKS = 8
SAME = 0.005  # half a point in eight weeks is no change
WIDE, HIGH = 120, 28


@dataclass(frozen=True, slots=True)
class Reading:
    """One share with its word, its trend and its line."""

    share: float | None
    tone: Tone
    symbol: str
    word: str | Promise
    percent: str
    trend: str | Promise
    trend_symbol: str
    looked_at: int
    failed: int
    line: str = ""

    @property
    def is_measured(self) -> bool:
        """Whether there was anything to look at."""
        return self.share is not None


def reading(series: Mapping[dt.date, Score]) -> Reading:
    """The last week of a series, and how it compares with eight weeks before."""
    weeks = sorted(week for week, score in series.items() if score.share is not None)
    if not weeks:
        return Reading(None, "neutral", "minus-circle", _("Nothing to look at"), "—", "", "", 0, 0)
    last = series[weeks[-1]]
    share = last.share or 0.0
    tone, symbol, word = next((tone, symbol, word) for at, tone, symbol, word in WORDS if share >= at)
    trend, trend_symbol = _trend(series, weeks)
    return Reading(
        share, tone, symbol, word, percent(share), trend, trend_symbol, last.looked_at, last.failed,
        polyline([series[week].share or 0.0 for week in weeks]),
    )  # fmt: skip


def percent(share: float) -> str:
    """Rounded down: 100 % means all of it."""
    return _("%(n)s %%") % {"n": number_format(math.floor(share * 1000 + 1e-9) / 10, decimal_pos=1)}


def _trend(series: Mapping[dt.date, Score], weeks: Sequence[dt.date]) -> tuple[str, str]:
    before = [week for week in weeks if week <= weeks[-1] - dt.timedelta(weeks=TREND_WEEKS)]
    if not before:
        return _("too early for a trend"), ""
    change = (series[weeks[-1]].share or 0.0) - (series[before[-1]].share or 0.0)
    if abs(change) < SAME:
        return _("steady"), "arrow-right"
    return (_("better"), "arrow-up") if change > 0 else (_("worse"), "arrow-down")


def polyline(shares: Sequence[float]) -> str:
    """The points of a small line, from the worst to the best of the series; "" where there are not two."""
    if len(shares) < 2:
        return ""
    low, high = min(shares), max(shares)
    span = max(high - low, 0.02)
    step = WIDE / (len(shares) - 1)
    return " ".join(
        f"{i * step:.1f},{HIGH - 2 - (s - low) / span * (HIGH - 4):.1f}" for i, s in enumerate(shares)
    )


def summed(several: Sequence[Mapping[dt.date, Score]]) -> dict[dt.date, Score]:
    """Several series as one."""
    whole: dict[dt.date, Score] = {}
    for series in several:
        for week, score in series.items():
            whole[week] = whole.get(week, Score()) + score
    return whole
