# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""Says in words how much time is left; the clock of timeliness is the figure workers look at first.

A duty is late, a document has expired: the two are said differently, because nobody is in arrears with a permit.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lgnet.ui.looks import Tone


@dataclass(frozen=True, slots=True)
class TimeLeft:
    """A deadline as people say it; `key` is overdue, soon or on_time."""

    key: str
    tone: Tone
    icon: str
    words: str
    due: date | datetime


def time_left(
    due: date | datetime, *, now: datetime, soon_days: int = 2, is_validity: bool = False
) -> TimeLeft:
    """What is left until `due`; a plain date lasts until its midnight. Hours are said on the last day only.

    `is_validity`: `due` is the last day of a document, not the day by which somebody must act.
    """
    if isinstance(due, datetime):
        seconds = (due - now).total_seconds()
        days = (timezone.localtime(due).date() - timezone.localtime(now).date()).days
    else:
        days = (due - timezone.localtime(now).date()).days
        seconds = timedelta(days=days + 1).total_seconds()
    if seconds < 0 or days < 0:
        late = _validity(days) if is_validity else _late(days, int(-seconds // 3600))
        return TimeLeft("overdue", "bad", "warning-circle", late, due)
    key, tone, icon = ("soon", "warn", "clock") if days <= soon_days else ("on_time", "good", "check")
    words = _validity(days) if is_validity else _left(days, int(seconds // 3600), isinstance(due, datetime))
    return TimeLeft(key, "warn" if tone == "warn" else "good", icon, words, due)


def _late(days: int, hours: int) -> str:
    if days < 0:
        return ngettext("%(n)s day late", "%(n)s days late", -days) % {"n": -days}
    if hours < 1:
        return _("Late by less than an hour")
    return ngettext("%(n)s hour late", "%(n)s hours late", hours) % {"n": hours}


def _validity(days: int) -> str:
    if days < 0:
        return ngettext("Expired %(n)s day ago", "Expired %(n)s days ago", -days) % {"n": -days}
    if days == 0:
        return _("Expires today")
    if days == 1:
        return _("Expires tomorrow")
    return ngettext("Expires in %(n)s day", "Expires in %(n)s days", days) % {"n": days}


def _left(days: int, hours: int, exact: bool) -> str:
    if days > 1:
        return ngettext("%(n)s day left", "%(n)s days left", days) % {"n": days}
    if days == 1:
        return _("Due tomorrow")
    if not exact:
        return _("Due today")
    if hours < 1:
        return _("Less than an hour left")
    return ngettext("%(n)s hour left", "%(n)s hours left", hours) % {"n": hours}
