# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""When something is, as readers of the present language write it; the clock is that of Rome."""

import datetime as dt

from babel.dates import format_date
from django.utils import translation

from lgnet.core.clock import ROME


def span(starts_at: dt.datetime, ends_at: dt.datetime) -> str:
    """Day and hours; two days where it ends on another one."""
    start, end = starts_at.astimezone(ROME), ends_at.astimezone(ROME)
    if start.date() == end.date():
        return f"{_day(start, 'full')}, {start:%H:%M}–{end:%H:%M}"
    return f"{_day(start, 'long')}, {start:%H:%M} – {_day(end, 'long')}, {end:%H:%M}"


def _day(at: dt.datetime, form: str) -> str:
    """Each language has its own order of day, month and year: 2026年12月1日星期二, 1 décembre 2026."""
    day = format_date(at, form, locale=translation.to_locale(translation.get_language() or "it"))
    return day[:1].upper() + day[1:]
