# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""One service as people who look for help read it: in their language, or said plainly to be in Italian."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString

from lgnet.core.clock import ROME, now
from lgnet.directory import words
from lgnet.directory.models import Desk, Service, ServiceText, SpecialDay
from lgnet.directory.words import clock, day, say

SHOWN_AHEAD = dt.timedelta(days=14)


@dataclass(frozen=True, slots=True)
class DayLine:
    """The hours of a day of the week, or of several in a row."""

    day: str
    times: Sequence[tuple[SafeString, SafeString]]


@dataclass(frozen=True, slots=True)
class SpecialLine:
    """Days that differ, soon."""

    days: str
    times: tuple[SafeString, SafeString] | None
    reason: SafeString


@dataclass(frozen=True, slots=True)
class DeskBox:
    """A place with its week."""

    desk: Desk
    week: Sequence[DayLine]
    specials: Sequence[SpecialLine]


@dataclass(frozen=True, slots=True)
class ServiceBox:
    """A service. Where its words are not in the reader's language, `name` is its type and `italian` says so."""

    service: Service
    name: str
    subtitle: str
    text: ServiceText | Service
    is_italian: bool
    documents: Sequence[str]
    languages: Sequence[str]
    cost: SafeString
    desks: Sequence[DeskBox]
    checked: SafeString | str
    is_stale: bool
    provider: SafeString | str
    phone_link: str
    report_url: str


def service_box(service: Service, language: str, city: str) -> ServiceBox:
    """Everything of a service that was read with its parts: no query."""
    text = text_in(service, language)
    is_italian = text is None
    kind = words.kind_name(service.kind_id, language, service.kind.label_en)
    return ServiceBox(
        service=service,
        name=text.name
        if text is not None and language != "it"
        else (service.name if language == "it" else kind),
        subtitle=service.name if is_italian else (kind if language == "it" else ""),
        text=text if text is not None else service,
        is_italian=is_italian,
        documents=[words.document(code, language) for code in service.documents],
        languages=[words.spoken(code, language) for code in service.languages],
        cost=say(language, f"cost.{service.cost}"),
        desks=[_desk_box(desk, language) for desk in service.desks.all()],
        checked=_checked(service, language),
        is_stale=service.is_stale(now()),
        provider=say(language, "service.by", name=words.in_italian(service.provider))
        if service.provider
        else "",
        phone_link="".join(c for c in service.phone if c.isdigit() or c == "+"),
        report_url=reverse("directory:report", args=[language, city, service.pk]),
    )


def text_in(service: Service, language: str) -> Service | ServiceText | None:
    """The words in a language; None where there are none, or the Italian ones have changed since."""
    if language == "it":
        return service
    for text in service.texts.all():
        if text.language == language and text.written_at >= service.words_at:
            return text
    return None


def _checked(service: Service, language: str) -> SafeString | str:
    if service.checked_at is None:
        return ""
    code = "service.stale" if service.is_stale(now()) else "service.checked"
    return say(language, code, day=_day_and_year(service.checked_at.astimezone(ROME).date(), language))


def checked_on(at: dt.datetime, language: str) -> SafeString:
    """When somebody last said that it is so."""
    return say(language, "service.checked", day=_day_and_year(at.astimezone(ROME).date(), language))


def _day_and_year(date: dt.date, language: str) -> str:
    if date.year == now().astimezone(ROME).year:
        return day(date, language)
    return f"{day(date, language)} {words.digits(str(date.year), language)}"


def _desk_box(desk: Desk, language: str) -> DeskBox:
    by_day: dict[int, list[tuple[SafeString, SafeString]]] = {}
    for row in desk.hours.all():
        by_day.setdefault(row.weekday, []).append((clock(row.opens, language), clock(row.closes, language)))
    week = week_lines(by_day, language)
    today = now().astimezone(ROME).date()
    specials = [
        _special_line(special, language)
        for special in desk.place.special_days.all()
        if today <= special.until_on and special.from_on <= today + SHOWN_AHEAD
    ]
    return DeskBox(desk, week, specials)


def week_lines(by_day: Mapping[int, Sequence[tuple[SafeString, SafeString]]], language: str) -> list[DayLine]:
    """The days on which it is open; days in a row with the same hours are one line."""
    lines: list[DayLine] = []
    first = 0
    for n in range(8):
        if n == 7 or by_day.get(n) != by_day.get(first):
            if first in by_day:
                names = [words.weekday(one, language) for one in dict.fromkeys((first, n - 1))]
                lines.append(DayLine(" – ".join(names), by_day[first]))
            first = n
    return lines


def _special_line(special: SpecialDay, language: str) -> SpecialLine:
    first, last = day(special.from_on, language), day(special.until_on, language)
    times = (
        (clock(special.opens, language), clock(special.closes, language))
        if special.opens and special.closes
        else None
    )
    days = first if special.from_on == special.until_on else f"{first} – {last}"
    return SpecialLine(days, times, say(language, f"why.{special.reason}"))
