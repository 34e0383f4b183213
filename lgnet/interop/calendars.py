# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Appointments as calendars read them (RFC 5545): one function for whatever has a beginning and an end.

The UID of an appointment never changes and its SEQUENCE grows with each change: a calendar moves its entry. Hours are
hours in Rome with the rule of its clock, so that an entry stays right over the last Sundays of March and October.
"""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from icalendar import Calendar, Event, vUri

from lgnet.core.clock import ROME, now

CONTENT_TYPE = "text/calendar; charset=utf-8"


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


def calendar_file(appointments: Iterable[Appointment]) -> bytes:
    """A calendar to download or to subscribe to."""
    made = Calendar()
    for name, value in (
        ("prodid", "-//LGNET//IT"),
        ("version", "2.0"),
        ("calscale", "GREGORIAN"),
        ("method", "PUBLISH"),
        ("x-wr-calname", "LGNET"),
    ):
        made.add(name, value)
    stamp, host = now().astimezone(dt.UTC), urlsplit(settings.SITE_ADDRESS).hostname or "lgnet"
    for each in appointments:
        event = Event()
        event.add("uid", f"{each.id}@{host}")
        event.add("sequence", each.sequence)
        event.add("dtstamp", stamp)
        event.add("dtstart", each.starts_at.astimezone(ROME))
        event.add("dtend", each.ends_at.astimezone(ROME))
        event.add("summary", each.title)
        event.add("status", "CANCELLED" if each.is_cancelled else "CONFIRMED")
        event.add("url", vUri(f"{settings.SITE_ADDRESS}{each.path}"))
        for name, words in (("location", each.place), ("description", each.words)):
            if words:
                event.add(name, words)
        made.add_component(event)
    made.add_missing_timezones()
    return bytes(made.to_ical())
