# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Days on which something can have happened in a case."""

import datetime as dt

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lgnet.cases.models import Case
from lgnet.core.authz import Refused
from lgnet.core.clock import ROME, today

EARLIEST = dt.date(1990, 1, 1)


def opening_day(case: Case) -> dt.date:
    """The day in Rome on which the case was opened."""
    return case.opened_at.astimezone(ROME).date()


def on_a_day_of(case: Case, day: dt.date, *, before_opening: bool = False) -> None:
    """Refuse a day in the future or before the case was opened (`before_opening`: may be earlier)."""
    if day > today():
        raise Refused(_("This day is still to come."))
    earliest = EARLIEST if before_opening else opening_day(case)
    if day < earliest:
        raise Refused(
            _("The case was opened on %(day)s: this day is earlier.")
            % {"day": date_format(earliest, "DATE_FORMAT")}
        )
