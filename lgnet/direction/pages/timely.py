# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How timely people were taken in charge, in words: the same in the pages of the direction and in reports."""

from typing import Protocol

from django.utils.formats import number_format
from django.utils.translation import gettext, ngettext


class Timely(Protocol):
    """Persons whose waiting is known, how many in time, the share in per cent and the median of their days."""

    @property
    def persons(self) -> int: ...
    @property
    def in_time(self) -> int: ...
    @property
    def percent(self) -> int | None: ...
    @property
    def median(self) -> int | None: ...


def timely_words(found: Timely, *, within_days: int) -> str:
    """A share with its median, in one sentence."""
    if found.percent is None or found.median is None:
        return gettext("nobody yet")
    return ngettext(
        "%(in_time)s of %(persons)s within %(limit)s days, %(percent)s %%; median %(median)s day",
        "%(in_time)s of %(persons)s within %(limit)s days, %(percent)s %%; median %(median)s days",
        found.median,
    ) % {
        "in_time": number_format(found.in_time, force_grouping=True),
        "persons": number_format(found.persons, force_grouping=True),
        "limit": within_days,
        "percent": found.percent,
        "median": found.median,
    }
