# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The way to a target as a chart: what was reached, what was planned, and where it leads at this pace."""

import datetime as dt
from collections.abc import Mapping
from itertools import accumulate

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lgnet.core.clock import today
from lgnet.direction.months import first_of, months_between
from lgnet.direction.pages.standing import Standing
from lgnet.direction.path import PlannedPath
from lgnet.network.models import Edition
from lgnet.ui.charts import Chart, Lines, Number, Series


def way_chart(
    standing: Standing,
    by_month: Mapping[dt.date, int],
    milestones: Mapping[dt.date, int],
    edition: Edition,
    as_of: dt.datetime,
) -> Chart | None:
    """Cumulative values by month to the end of the edition; None without a target. No query."""
    if standing.target is None:
        return None
    months = list(months_between(edition.starts_on, edition.ends_on))
    path = PlannedPath(standing.target.value or 0, edition.starts_on, edition.ends_on, milestones)
    now, sums = first_of(today()), accumulate(by_month.get(month, 0) for month in months)
    reached = [n if month <= now else None for month, n in zip(months, sums, strict=True)]
    series = [
        Series(_("So far"), reached),
        Series(_("Planned"), list(path.by_month().values()), dashed=True),
    ]
    if standing.forecast is not None:
        series.append(_foreseen(standing, months, now))
    return Chart(
        name="way",
        title=_("The way to the target"),
        drawing=Lines([date_format(month, "M Y") for month in months], series, _("Month")),
        as_of=as_of,
        unit=str(standing.indicator.unit),
        note=_("Values add up from month to month. The band holds what comes eight times out of ten."),
    )


def _foreseen(standing: Standing, months: list[dt.date], now: dt.date) -> Series:
    """From what is reached on a straight line to the forecast of the last day, with its band."""
    made = standing.forecast
    ahead = [month for month in months if month >= now]
    steps = max(1, len(ahead) - 1)

    def at(month: dt.date, end: int) -> Number:
        if made is None or month < now:
            return None
        return round(made.value + (end - made.value) * ahead.index(month) / steps)

    low, high, middle = (made.low, made.high, made.expected) if made else (0, 0, 0)
    return Series(
        _("Forecast"),
        [at(month, middle) for month in months],
        [at(month, low) for month in months],
        [at(month, high) for month in months],
        dashed=True,
    )
