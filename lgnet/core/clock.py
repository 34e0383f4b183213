# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The one clock. Days are days in Rome, instants are stored in UTC."""

import datetime as dt
from zoneinfo import ZoneInfo

from django.utils import timezone

ROME = ZoneInfo("Europe/Rome")


def now() -> dt.datetime:
    """The present instant, timezone-aware."""
    return timezone.now()


def today() -> dt.date:
    """Today's date in Rome, where the clock of a deadline hangs."""
    return now().astimezone(ROME).date()


def add_working_days(start: dt.datetime, days: int) -> dt.datetime:
    """The instant `days` working days (Monday to Friday) after `start`, same hour of the day in Rome.

    Public holidays are not known here; a partner that wants them shortens its standard.
    """
    moment = start.astimezone(ROME)
    left = days
    while left > 0:
        moment = (moment.replace(tzinfo=None) + dt.timedelta(days=1)).replace(tzinfo=ROME)
        if moment.weekday() < 5:
            left -= 1
    return moment
