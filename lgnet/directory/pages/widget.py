# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where the van of a city is tonight, small enough to stand inside of the page of a library or a parish."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString

from lgnet.core.clock import now
from lgnet.directory import queries, words
from lgnet.directory.cities import City
from lgnet.directory.models import Service
from lgnet.directory.nights import MORNING, at_night, night_of, visits
from lgnet.directory.pages.finding import Tonight, fixed, made_at, tonight
from lgnet.directory.words import say
from lgnet.ui.public import LANGUAGES, Language


@dataclass(frozen=True, slots=True)
class VanWidget:
    """Tonight's stops, what to bring, where to read more. `seconds`: how long all of it stays true."""

    language: Language
    words: Mapping[str, SafeString]
    heading: SafeString
    more: SafeString
    url: str
    tonight: Tonight
    documents: Sequence[str]
    has_van: bool
    made: SafeString
    seconds: float


def van_widget(city: City, language: str) -> VanWidget:
    """Ten queries at most."""
    at = now()
    vans = [service for service in queries.of_partner(city.partner.pk) if service.stops.all()]
    asked = {code for service in vans for code in service.documents}
    return VanWidget(
        language=LANGUAGES[language],
        words=fixed(language),
        heading=say(language, "help.city_where", city=words.in_italian(city.name)),
        more=say(language, "help.city_title", city=words.in_italian(city.name)),
        url=settings.SITE_ADDRESS + reverse("directory:city", args=[language, city.slug]),
        tonight=tonight(vans, at, language),
        documents=[words.document(code, language) for code in words.DOCUMENTS if code in asked],
        has_van=bool(vans),
        made=say(language, "page.made", when=made_at(at, language)),
        seconds=_until_it_changes(vans, at),
    )


def _until_it_changes(vans: Sequence[Service], at: dt.datetime) -> float:
    """Seconds until a stop begins or ends, or the night is over."""
    night = night_of(at)
    found = visits(night, queries.stops_of(vans), queries.changes_of(vans))
    moments = [moment for visit in found for moment in (visit.begins, visit.ends)]
    moments.append(at_night(night, MORNING, is_end=True))
    return min((moment - at).total_seconds() for moment in moments if moment > at)
