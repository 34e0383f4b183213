# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Appointments as calendars read them (RFC 5545, and RFC 5546 for what is sent by mail).

The UID of an appointment never changes and its SEQUENCE grows with each change: a calendar moves its entry. Hours are
hours in Rome with the rule of its clock, so that an entry stays right over the last Sundays of March and October.
"""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vCalAddress, vUri

from lgnet.core.clock import ROME, now

PUBLISH, REQUEST, CANCEL = "PUBLISH", "REQUEST", "CANCEL"
MEDIA_TYPE = "text/calendar"
CONTENT_TYPE = f"{MEDIA_TYPE}; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Appointment:
    """What a calendar shows. `path` leads to its page, from the root of this installation."""

    id: uuid.UUID
    title: str
    starts_at: dt.datetime
    ends_at: dt.datetime
    path: str
    place: str = ""
    words: str = ""
    sequence: int = 0
    is_cancelled: bool = False


def calendar_file(
    appointments: Iterable[Appointment], *, method: str = PUBLISH, organiser: str = "", attendee: str = ""
) -> bytes:
    """A calendar to download, to subscribe to or to send. Invitations name organiser and attendee by address."""
    made = Calendar()
    for name, value in (
        ("prodid", "-//LGNET//IT"),
        ("version", "2.0"),
        ("calscale", "GREGORIAN"),
        ("method", method),
    ):
        made.add(name, value)
    if method == PUBLISH:
        made.add("x-wr-calname", "LGNET")
        made.add("x-wr-timezone", ROME.key)
    made.add_component(_clock())
    stamp, host = now().astimezone(dt.UTC), urlsplit(settings.SITE_ADDRESS).hostname or "lgnet"
    for each in appointments:
        event = _event(each, stamp, host, cancelled=method == CANCEL or each.is_cancelled)
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


def _event(each: Appointment, stamp: dt.datetime, host: str, *, cancelled: bool) -> Event:
    event = Event()
    event.add("uid", f"{each.id}@{host}")
    event.add("sequence", each.sequence)
    event.add("dtstamp", stamp)
    event.add("dtstart", each.starts_at.astimezone(ROME))
    event.add("dtend", each.ends_at.astimezone(ROME))
    event.add("summary", each.title)
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    event.add("url", vUri(f"{settings.SITE_ADDRESS}{each.path}"))
    for name, words in (("location", each.place), ("description", each.words)):
        if words:
            event.add(name, words)
    return event


def _invite(event: Event, address: str) -> None:
    if address:
        attendee = vCalAddress(f"MAILTO:{address}")
        attendee.params["role"] = "REQ-PARTICIPANT"
        attendee.params["partstat"] = "ACCEPTED"
        event.add("attendee", attendee, encode=False)
