# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Sessions as calendars read them (RFC 5545, and RFC 5546 for what is sent by mail).

The UID of a session never changes and its SEQUENCE grows with each change: a calendar moves its entry. Hours are
hours in Rome, with the rule of its clock, so that an entry stays right over the last Sundays of March and October.
"""

import datetime as dt
from collections.abc import Iterable
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vCalAddress, vUri

from lgnet.core.clock import ROME, now
from lgnet.training.models import Module, Session

PUBLISH, REQUEST, CANCEL = "PUBLISH", "REQUEST", "CANCEL"
CONTENT_TYPE = "text/calendar"


def uid(session: Session) -> str:
    """What a calendar knows a session by, for good."""
    return f"{session.pk}@{urlsplit(settings.SITE_ADDRESS).hostname or 'lgnet'}"


def calendar(
    sessions: Iterable[Session], *, method: str = PUBLISH, organiser: str = "", attendee: str = ""
) -> bytes:
    """A calendar of sessions, which need their module. Invitations name an organiser and an attendee by address."""
    made = Calendar()
    made.add("prodid", "-//LGNET//Formazione//IT")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", method)
    if method == PUBLISH:
        made.add("x-wr-calname", "LGNET")
        made.add("x-wr-timezone", ROME.key)
    made.add_component(_clock())
    stamp = now().astimezone(dt.UTC)
    for session in sessions:
        event = _event(session, stamp, cancelled=method == CANCEL or _is_off(session))
        if organiser and method != PUBLISH:
            event.add("organizer", vCalAddress(f"MAILTO:{organiser}"))
            _invite(event, attendee)
        made.add_component(event)
    return bytes(made.to_ical())


def _clock() -> Timezone:
    """The clock of Rome by the rule of the Union (Directive 2000/84/EC), not by a list of days.

    Some readers take only the first day of such a list, and are an hour late from spring to autumn.
    """
    zone = Timezone()
    zone.add("tzid", ROME.key)
    for half, name, month, day, before, after in (
        (TimezoneDaylight(), "CEST", 3, dt.datetime(1996, 3, 31, 2), 1, 2),  # noqa: DTZ001 - local by definition
        (TimezoneStandard(), "CET", 10, dt.datetime(1996, 10, 27, 3), 2, 1),  # noqa: DTZ001
    ):
        half.add("dtstart", day)
        half.add("tzoffsetfrom", dt.timedelta(hours=before))
        half.add("tzoffsetto", dt.timedelta(hours=after))
        half.add("tzname", name)
        half.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        zone.add_component(half)
    return zone


def _is_off(session: Session) -> bool:
    return session.is_called_off or session.module.state == Module.State.CALLED_OFF


def _event(session: Session, stamp: dt.datetime, *, cancelled: bool) -> Event:
    event = Event()
    event.add("uid", uid(session))
    event.add("sequence", session.sequence)
    event.add("dtstamp", stamp)
    event.add("dtstart", session.starts_at.astimezone(ROME))
    event.add("dtend", session.ends_at.astimezone(ROME))
    event.add("summary", f"{session.module.code} · {session.title}")
    event.add("description", _words(session))
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    where = session.place or session.link
    if where:
        event.add("location", where)
    event.add("url", vUri(f"{settings.SITE_ADDRESS}/training/modules/{session.module_id}/"))
    return event


def _words(session: Session) -> str:
    parts = [session.module.title]
    if session.link:
        parts.append(_("On line: %(link)s") % {"link": session.link})
    if session.called_off_reason:
        parts.append(_("Called off: %(why)s") % {"why": session.called_off_reason})
    return "\n".join(parts)


def _invite(event: Event, address: str) -> None:
    if address:
        attendee = vCalAddress(f"MAILTO:{address}")
        attendee.params["role"] = "REQ-PARTICIPANT"
        attendee.params["partstat"] = "ACCEPTED"
        event.add("attendee", attendee, encode=False)
