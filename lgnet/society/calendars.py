# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Public events for calendars and feed readers. The entries themselves are made in one place, `interop.calendars`."""

from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.feedgenerator import Rss201rev2Feed

from lgnet.interop.calendars import Appointment, calendar_file
from lgnet.society.models import Event
from lgnet.society.moments import span
from lgnet.society.public_words import FEED_TITLE
from lgnet.society.queries import Shown


def appointments(lang: str, events: Iterable[Shown]) -> list[Appointment]:
    """The events as entries; a cancelled one stays, so that calendars strike it out."""
    return [
        Appointment(
            id=one.event.pk, title=one.title, starts_at=one.event.starts_at, ends_at=one.event.ends_at,
            path=reverse("society:event", args=[lang, one.event.slug]), place=one.event.place,
            words=one.description, sequence=one.event.sequence,
            is_cancelled=one.event.state == Event.State.CANCELLED,
        )
        for one in events
    ]  # fmt: skip


def calendar(lang: str, events: Iterable[Shown]) -> bytes:
    """A calendar to subscribe to."""
    return calendar_file(appointments(lang, events))


def feed(lang: str, tag: str, events: Iterable[Shown]) -> str:
    """The same as RSS 2.0."""
    with translation.override(tag.lower()):
        site, url = settings.SITE_ADDRESS, reverse("society:events", args=[lang])
        made = Rss201rev2Feed(
            title=str(FEED_TITLE), link=site + url, description=str(FEED_TITLE), language=tag,
            feed_url=site + reverse("society:rss", args=[lang]),
        )  # fmt: skip
        for one in events:
            event, link = one.event, site + reverse("society:event", args=[lang, one.event.slug])
            made.add_item(
                title=one.title, link=link, unique_id=f"{link}#{event.sequence}", unique_id_is_permalink=False,
                description=f"{span(event.starts_at, event.ends_at)}. {event.place}\n{one.description}",
                pubdate=event.published_at, author_name=event.partner.short_name,
            )  # fmt: skip
        return str(made.writeString("utf-8"))
