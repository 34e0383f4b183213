# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What will be reached by the end if things go on as they go, with an interval. Plain arithmetic, no database.

Method. New units of the last six whole months (three at least) give the pace; how much these months differ
among themselves gives the dispersion, never less than that of chance (Poisson). For `h` months to come out of
`n` known ones the variance of the sum is `dispersion x pace x (h + h²/n)`: chance in the future, and not
knowing the pace better than `n` months tell. This is the prediction interval of quasi-Poisson data (Menssen and
Schaarschmidt, `predint::qp_pi` in R), with Student's quantile for few months (Abramowitz and Stegun 26.7.5) and
the skewness of a gamma distribution (Wilson and Hilferty 1931), since counts never fall below zero.

Seasons: where two whole years are known, each calendar month weighs as much as it did against the straight line
through its year, drawn towards 1 by the share of the differences that is mere chance (empirical Bayes): years
that do not repeat each other give no seasons. An interval of 80 %: eight times out of ten the value falls inside,
if the pace stays what it was. It knows nothing of a unit that closes: for that there is the what-if.
"""

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import NormalDist, fmean, linear_regression, variance

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext

from lgnet.direction.months import first_of, later, months_between, share_left, whole_months_before

LEVEL = 0.8
WINDOW, FEWEST = 6, 3  # whole months that the pace is taken from
YEAR, YEARS_FOR_SEASONS = 12, 2
CLEAR = 0.5  # seasons count only where they explain half of the differences between calendar months
Z = NormalDist().inv_cdf((1 + LEVEL) / 2)


@dataclass(frozen=True)
class Scenario:
    """What if: the pace so much per cent higher, so many units a month more, so many months without work."""

    pace_percent: int = 0
    extra: int = 0
    months_stopped: float = 0

    @property
    def is_nothing(self) -> bool:
        """Whether everything stays as it is."""
        return not (self.pace_percent or self.extra or self.months_stopped)


AS_IT_GOES = Scenario()


@dataclass(frozen=True)
class Forecast:
    """The value on the last day: between `low` and `high` in 80 % of the cases, `expected` in the middle."""

    value: int
    low: int
    high: int
    expected: int
    until: dt.date
    months: int
    seasonal: bool

    def sentence(self) -> str:
        """In the words of everyday: at this pace, between so many and so many by the last day."""
        said = {
            "low": number_format(self.low, force_grouping=True),
            "high": number_format(self.high, force_grouping=True),
            "day": date_format(self.until, "DATE_FORMAT"),
        }
        if self.low == self.high:
            return gettext("At this pace: %(low)s by %(day)s") % said
        return gettext("At this pace: between %(low)s and %(high)s by %(day)s") % said


def forecast(
    by_month: Mapping[dt.date, int],
    *,
    day: dt.date,
    starts_on: dt.date,
    ends_on: dt.date,
    scenario: Scenario = AS_IT_GOES,
) -> Forecast | None:
    """The forecast on `day` from new units by month; None where fewer than three whole months are known."""
    value = sum(by_month.values())
    since = max(starts_on, min(by_month, default=starts_on))
    window = whole_months_before(day, since, WINDOW)
    if len(window) < FEWEST or day > ends_on:
        return None
    seasons = seasonal_weights(by_month, day=day, since=since)
    known = [(by_month.get(month, 0), seasons.get(month.month, 1.0)) for month in window]
    coming = sum(
        seasons.get(month.month, 1.0) * share_left(month, day, ends_on)
        for month in months_between(day, ends_on)
    )
    mean, middle, uncertainty = _sum_to_come(known, coming, scenario)
    low, high = _interval(mean, middle, uncertainty, freedom=len(known) - 1)
    return Forecast(
        value,
        value + low,
        max(value + low, value + high),
        value + round(mean),
        ends_on,
        len(window),
        bool(seasons),
    )


def seasonal_weights(by_month: Mapping[dt.date, int], *, day: dt.date, since: dt.date) -> dict[int, float]:
    """How much each calendar month (1 to 12) weighs, 1 on average; empty where the years know of no seasons."""
    past = whole_months_before(day, since, len(by_month) + YEAR * 10)
    years = len(past) // YEAR
    if years < YEARS_FOR_SEASONS:
        return {}
    ratios: dict[int, list[float]] = {month: [] for month in range(1, YEAR + 1)}
    for year in range(years):
        months = past[year * YEAR : (year + 1) * YEAR]
        counts = [by_month.get(month, 0) for month in months]
        slope, start = linear_regression(range(YEAR), counts)  # growth over the year is no season
        for index, month in enumerate(months):
            line = start + slope * index
            ratios[month.month].append(counts[index] / line if line >= 1 else 1.0)
    means = {month: fmean(ratio) for month, ratio in ratios.items()}
    noise = fmean(variance(ratio) for ratio in ratios.values()) / years
    spread = variance(means.values())
    trust = max(0.0, 1 - noise / spread) if spread > 0 else 0.0
    if trust < CLEAR:
        return {}
    weights = {month: max(0.05, 1 + trust * (mean - 1)) for month, mean in means.items()}
    average = sum(weights.values()) / YEAR
    return {month: weight / average for month, weight in weights.items()}


def _sum_to_come(
    known: list[tuple[int, float]], coming: float, scenario: Scenario
) -> tuple[float, float, float]:
    """Mean of the new units still to come, the mean that the interval is drawn around, its variance.

    `known` are units and weight of each month. The two means differ only where nothing came at all.
    """
    weight = sum(w for _n, w in known)
    pace = max(0.0, sum(n for n, _w in known) / weight)
    floor = max(pace, 0.5 / weight)  # months without a single unit do not prove that none will come
    differences = sum((n - floor * w) ** 2 / (floor * w) for n, w in known)
    dispersion = max(1.0, differences / (len(known) - 1))
    active = max(0.0, coming - scenario.months_stopped)
    faster = max(0.0, 1 + scenario.pace_percent / 100)
    mean = active * (pace * faster + scenario.extra)
    uncertainty = dispersion * floor * (active + active**2 / weight) * faster**2
    middle = active * (floor * faster + scenario.extra)
    return max(0.0, mean), max(0.0, middle), uncertainty + dispersion * active * max(0, scenario.extra)


def _interval(mean: float, middle: float, uncertainty: float, *, freedom: int) -> tuple[int, int]:
    """The two bounds of a sum with this mean and variance."""
    if uncertainty <= 0 or middle <= 0:
        return round(mean), round(mean)
    shape = middle**2 / uncertainty
    t = student(freedom)
    low, high = (
        middle * max(0.0, 1 - 1 / (9 * shape) + side * t / (3 * math.sqrt(shape))) ** 3 for side in (-1, 1)
    )
    return min(round(low), round(mean)), max(round(high), round(mean))


def student(freedom: int) -> float:
    """The quantile of Student's t on which the interval rests (Abramowitz and Stegun 26.7.5)."""
    z, n = Z, freedom
    return (
        z
        + (z**3 + z) / (4 * n)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * n**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * n**3)
    )


@dataclass(frozen=True)
class Trial:
    """What a forecast made in the past said, and what came."""

    low: int
    high: int
    came: int

    @property
    def held(self) -> bool:
        return self.low <= self.came <= self.high


def back_test(
    by_month: Mapping[dt.date, int], *, day: dt.date, starts_on: dt.date, ahead: int, most: int
) -> list[Trial]:
    """Forecasts as they would have been made on the first day of past months, each `ahead` months far.

    `most` trials at most, the latest first; a trial knows nothing of what came after its day.
    """
    trials: list[Trial] = []
    stand = later(first_of(day), -ahead)
    while len(trials) < most and stand > starts_on:
        seen = {month: n for month, n in by_month.items() if month < stand}
        end = later(stand, ahead) - dt.timedelta(days=1)
        made = forecast(seen, day=stand, starts_on=starts_on, ends_on=end)
        if made is None:
            break
        came = sum(n for month, n in by_month.items() if month <= end)
        trials.append(Trial(made.low, made.high, came))
        stand = later(stand, -1)
    return trials
