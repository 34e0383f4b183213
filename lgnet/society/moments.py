# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""When something is, as readers of the present language write it; the clock is that of Rome."""

import datetime as dt

from django.utils.formats import date_format

from lgnet.core.clock import ROME


def span(starts_at: dt.datetime, ends_at: dt.datetime) -> str:
    """Day and hours; two days where it ends on another one."""
    start, end = starts_at.astimezone(ROME), ends_at.astimezone(ROME)
    if start.date() == end.date():
        return f"{date_format(start, 'l j F Y')}, {start:%H:%M}–{end:%H:%M}"
    return f"{date_format(start, 'j F Y')}, {start:%H:%M} – {date_format(end, 'j F Y')}, {end:%H:%M}"
