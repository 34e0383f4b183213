# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages where people find help: where the van is tonight, what is open, what to bring, in their language."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from lgnet.core.clock import ROME, now
from lgnet.directory import cities, queries, words
from lgnet.directory.cities import City
from lgnet.directory.models import Desk, Service
from lgnet.directory.nights import Change, PlannedStop, Standing, Visit, next_visit, night_of, visits
from lgnet.directory.opening import Opening, opening
from lgnet.directory.pages.listed import ServiceBox, service_box
from lgnet.directory.sketch import Sketch, sketch
from lgnet.directory.words import clock, day, in_italian, say, when
from lgnet.ui.public import LANGUAGES, Language

ORDER = {Standing.THERE: 0, Standing.COMING: 1, Standing.CANCELLED: 2, Standing.OVER: 3}


@dataclass(frozen=True, slots=True)
class StopBox:
    """A stop of tonight."""

    visit: Visit
    number: int
    standing: str
    time: SafeString
    line: SafeString
    reason: SafeString | str
    usually: SafeString | str
    latitude: str
    longitude: str
    is_off: bool


@dataclass(frozen=True, slots=True)
class Tonight:
    """Where the van is, in one sentence and in stops."""

    night: str
    stops: Sequence[StopBox]
    silence: SafeString | str
    next_line: SafeString | str
    picture: Sketch | None


@dataclass(frozen=True, slots=True)
class DeskLine:
    """A desk with how it stands now."""

    service: Service
    desk: Desk
    name: str
    line: SafeString
    is_open: bool
    opens_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class CityLine:
    """A city in the list, with tonight's first stop in a few words."""

    city: City
    url: str
    line: SafeString | str
    is_off: bool


@dataclass(frozen=True, slots=True)
class HelpPage:
    """The first page: choose the city."""

    language: Language
    words: Mapping[str, SafeString]
    lines: Sequence[CityLine]
    night: str
    made: SafeString
    offline: SafeString
    is_unchecked: bool


@dataclass(frozen=True, slots=True)
class CityPage:
    """The page of a city."""

    language: Language
    words: Mapping[str, SafeString]
    city: City
    heading: SafeString
    title: SafeString
    tonight: Tonight
    desks: Sequence[DeskLine]
    services: Sequence[ServiceBox]
    documents: Sequence[str]
    made: SafeString
    offline: SafeString
    is_unchecked: bool
    about: Mapping[str, object]


def fixed(language: str) -> dict[str, SafeString]:
    """The texts without holes, by their codes with a line for each point: `page.words.desk_title`."""
    return {
        code.replace(".", "_"): say(language, code)
        for code, text in words.texts(language).items()
        if "{" not in text.words
    }


def made_at(at: dt.datetime, language: str) -> SafeString:
    """When the page was made, to the quarter of an hour: so long every visitor gets the same bytes."""
    local = at.astimezone(ROME)
    return when(local.replace(minute=local.minute // 15 * 15, second=0, microsecond=0), language)


def help_page(language: str) -> HelpPage:
    """The list of cities, each with where its van is tonight. Nine queries."""
    at = now()
    by_partner: dict[uuid.UUID, list[Service]] = {}
    for service in queries.published():
        by_partner.setdefault(service.partner_id, []).append(service)
    lines = [_city_line(city, by_partner.get(city.partner.pk, []), at, language) for city in cities.cities()]
    return HelpPage(
        language=LANGUAGES[language],
        words=fixed(language),
        lines=lines,
        night=day(night_of(at), language),
        made=say(language, "page.made", when=made_at(at, language)),
        offline=say(language, "page.offline", when=made_at(at, language)),
        is_unchecked=not words.is_checked(language),
    )


def _city_line(city: City, services: Sequence[Service], at: dt.datetime, language: str) -> CityLine:
    url = reverse("directory:city", args=[language, city.slug])
    stops, changes = queries.stops_of(services), queries.changes_of(services)
    of_night = _ordered(visits(night_of(at), stops, changes), at)
    if not of_night:
        line = say(language, "tonight.none") if stops else ""
        return CityLine(city, url, line, is_off=True)
    first = of_night[0]
    is_off = first.standing(at) in {Standing.CANCELLED, Standing.OVER}
    if is_off:
        code = "tonight.cancelled" if first.is_cancelled else "tonight.over"
        return CityLine(city, url, say(language, code, place=in_italian(first.spot.name)), is_off=True)
    line = format_html("{} {}", in_italian(first.spot.name), _from_to(first, language))
    return CityLine(city, url, line, is_off=False)


def _ordered(of_night: Sequence[Visit], at: dt.datetime) -> list[Visit]:
    return sorted(of_night, key=lambda visit: (ORDER[visit.standing(at)], visit.begins))


def city_page(city: City, language: str) -> CityPage:
    """The page of a city. Ten queries at most."""
    at = now()
    services = queries.of_partner(city.partner.pk)
    boxes = [service_box(service, language, city.slug) for service in services]
    asked = {code for service in services for code in service.documents}
    return CityPage(
        language=LANGUAGES[language],
        words=fixed(language),
        city=city,
        heading=say(language, "help.city_where", city=in_italian(city.name)),
        title=say(language, "help.city_title", city=city.name),
        tonight=tonight(services, at, language),
        desks=_desks(boxes, at, language),
        services=boxes,
        documents=[words.document(code, language) for code in words.DOCUMENTS if code in asked],
        made=say(language, "page.made", when=made_at(at, language)),
        offline=say(language, "page.offline", when=made_at(at, language)),
        is_unchecked=not words.is_checked(language),
        about=_about(city, services),
    )


def tonight(services: Sequence[Service], at: dt.datetime, language: str) -> Tonight:
    """Where the van of some services is on the night of a moment. No query."""
    stops, changes = queries.stops_of(services), queries.changes_of(services)
    found = _ordered(visits(night_of(at), stops, changes), at)
    boxes = [_stop_box(visit, number, at, language) for number, visit in enumerate(found, start=1)]
    is_silent = all(box.is_off for box in boxes)
    points = [
        (visit.spot.latitude, visit.spot.longitude)
        for visit in found
        if visit.spot.latitude is not None and visit.spot.longitude is not None
    ]
    return Tonight(
        night=day(night_of(at), language),
        stops=boxes,
        silence=_silence(language, has_van=bool(stops)) if not boxes else "",
        next_line=_next_line(at, stops, changes, language) if stops and is_silent else "",
        picture=sketch(points) if len(points) == len(found) else None,
    )


def _silence(language: str, *, has_van: bool) -> SafeString:
    return say(language, "tonight.none" if has_van else "tonight.no_van")


def _next_line(
    at: dt.datetime, stops: Sequence[PlannedStop], changes: Sequence[Change], language: str
) -> SafeString:
    following = next_visit(at, stops, changes)
    if following is None:
        return say(language, "tonight.no_next")
    return say(
        language,
        "tonight.next",
        when=when(following.begins, language),
        place=in_italian(following.spot.name),
    )


def _from_to(visit: Visit, language: str) -> SafeString:
    begins, ends = clock(visit.begins, language), clock(visit.ends, language)
    return say(language, "tonight.from_to", **{"from": begins, "to": ends})


def _stop_box(visit: Visit, number: int, at: dt.datetime, language: str) -> StopBox:
    standing = visit.standing(at)
    place = in_italian(visit.spot.name)
    lines = {
        Standing.CANCELLED: say(language, "tonight.cancelled", place=place),
        Standing.THERE: say(language, "tonight.there", time=clock(visit.ends, language)),
        Standing.OVER: say(language, "tonight.over"),
        Standing.COMING: say(language, "tonight.moved") if visit.is_moved else SafeString(""),
    }
    went = visit.is_moved and visit.planned.name != visit.spot.name
    return StopBox(
        visit=visit,
        number=number,
        standing=standing.value,
        time=_from_to(visit, language),
        line=lines[standing],
        reason=say(language, f"why.{visit.reason}") if visit.reason else "",
        usually=say(language, "tonight.usually", place=in_italian(visit.planned.name)) if went else "",
        latitude="" if visit.spot.latitude is None else f"{visit.spot.latitude:.5f}",
        longitude="" if visit.spot.longitude is None else f"{visit.spot.longitude:.5f}",
        is_off=standing in {Standing.CANCELLED, Standing.OVER},
    )


def _desks(boxes: Sequence[ServiceBox], at: dt.datetime, language: str) -> list[DeskLine]:
    """What is open first, then what opens next, then what nobody knows of."""
    found = [_desk_line(box, desk, at, language) for box in boxes for desk in box.service.desks.all()]
    far = dt.datetime.max.replace(tzinfo=dt.UTC)
    return sorted(found, key=lambda line: (not line.is_open, line.opens_at or far, line.name))


def _desk_line(box: ServiceBox, desk: Desk, at: dt.datetime, language: str) -> DeskLine:
    week, specials = queries.week_of(desk), queries.specials_of(desk)
    stands = opening(at, week, specials)
    line = say(language, "desk.by_phone") if not week else _opening_line(stands, language)
    return DeskLine(box.service, desk, box.name, line, stands.is_open, stands.opens_at)


def _opening_line(stands: Opening, language: str) -> SafeString:
    if stands.until is not None:
        return say(language, "desk.open", time=clock(stands.until, language))
    if stands.opens_at is not None:
        return say(language, "desk.opens", when=when(stands.opens_at, language))
    return say(language, "desk.unknown")


def _about(city: City, services: Sequence[Service]) -> Mapping[str, object]:
    """What search engines read (schema.org): the services with their places and hours."""
    return {
        "@graph": [
            {
                "@type": "GovernmentService",
                "name": service.name,
                "serviceType": service.kind.label_it,
                "areaServed": {"@type": "City", "name": city.name},
                "provider": {"@type": "GovernmentOrganization", "name": service.partner.name},
                "isAccessibleForFree": service.cost == "free",
                "availableLanguage": list(service.languages),
                "availableChannel": [_channel(service, desk) for desk in service.desks.all()],
            }
            for service in services
        ]
    }


def _channel(service: Service, desk: Desk) -> Mapping[str, object]:
    place = desk.place
    at: dict[str, object] = {
        "@type": "Place",
        "name": place.name,
        "address": {
            "@type": "PostalAddress", "streetAddress": place.address, "addressLocality": place.city,
            "postalCode": place.postcode, "addressCountry": "IT",
        },
    }  # fmt: skip
    if place.latitude is not None:
        at["geo"] = {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    at["openingHoursSpecification"] = [
        {
            "@type": "OpeningHoursSpecification", "dayOfWeek": names[row.weekday],
            "opens": f"{row.opens:%H:%M}", "closes": f"{row.closes:%H:%M}",
        }
        for row in desk.hours.all()
    ]  # fmt: skip
    channel: dict[str, object] = {"@type": "ServiceChannel", "serviceLocation": at}
    if service.phone:
        channel["servicePhone"] = {"@type": "ContactPoint", "telephone": service.phone}
    return channel
