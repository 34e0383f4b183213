# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The first page, the network on its map, and what the public may know of each partner."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.conf import settings
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.functional import Promise

from lgnet.direction.map.italy import MapOfItaly, map_of_italy
from lgnet.direction.pages.drawing import SIDES
from lgnet.directory import queries as directory
from lgnet.directory.cities import city_of
from lgnet.directory.pages.team import TeamInPublic, team_in_public
from lgnet.mediakit import queries as mediakit
from lgnet.network import editions
from lgnet.network.models import Organisation, Partnership, Site
from lgnet.open_data.models import EVERYBODY
from lgnet.practices.queries import PublicCard, public_cards
from lgnet.society import queries as society
from lgnet.society.models import Event
from lgnet.ui.public import Language
from lgnet.website import public_words as words
from lgnet.website import queries
from lgnet.website.models import PictureSize, SitePage
from lgnet.website.pages.partners import Logo, logo_of
from lgnet.website.sizes import CARD, sizes_of

ON_HOME = 3


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it is read, and what it counts."""

    value: str
    label: str | Promise


@dataclass(frozen=True, slots=True)
class NewsLine:
    """A piece of news in a list."""

    url: str
    title: str
    summary: str
    day: dt.datetime | None
    partner: str
    picture: PictureSize | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """A partner on the map: its dot, and where its name stands."""

    name: str
    url: str
    x: float
    y: float
    text_x: float
    text_y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """A partner in the list of the network."""

    name: str
    region: str
    url: str
    lines: list[str | Promise]


@dataclass(frozen=True, slots=True)
class Place:
    """A site that people may go to."""

    name: str
    kind: str | Promise
    address: str
    hours: str
    languages: list[str]


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event that is still to come; `tag` is the language of its title where it is not the page's."""

    url: str
    title: str
    tag: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class ServiceLine:
    """A service with how to reach it: an office's telephone and address, never a person's."""

    name: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True)
class HomePage:
    """The first page: what the network is, its numbers, its news."""

    written: SitePage | None
    figures: Sequence[Figure]
    as_of: dt.date | None
    news: Sequence[NewsLine]
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """The map and the list of the partners."""

    written: SitePage | None
    map: MapOfItaly
    points: Sequence[Point]
    partners: Sequence[PartnerLine]
    leads: Sequence[tuple[str, str | Promise]]


@dataclass(frozen=True, slots=True)
class PartnerPage:
    """All that the public may know of one partner."""

    name: str
    full_name: str
    region: str
    lines: Sequence[str | Promise]
    places: Sequence[Place]
    figures: Sequence[Figure]
    as_of: dt.date | None
    written: SitePage | None
    news: Sequence[NewsLine]
    practices: Sequence[PublicCard]
    events: Sequence[EventLine]
    services: Sequence[ServiceLine]
    team: TeamInPublic
    help_url: str
    logo: Logo | None
    widget_url: str
    data: Mapping[str, object] = field(default_factory=dict)


def figures(scope: str = EVERYBODY) -> tuple[list[Figure], dt.date | None]:
    """The published numbers of the network or of one partner, with the day they are of."""
    release, found = queries.numbers(scope)
    shown = [
        Figure(number_format(each.value, use_l10n=True, force_grouping=True), words.FIGURES[each.dataset])
        for each in found
    ]
    return shown, release.period_to if release else None


def news_lines(rows: Sequence[SitePage]) -> list[NewsLine]:
    """News as lines of a list."""
    return [
        NewsLine(
            row.url_path,
            row.title,
            row.summary,
            row.first_published_at,
            row.partner.short_name if row.partner else "",
            _card(row),
        )
        for row in rows
    ]


def _card(row: SitePage) -> PictureSize | None:
    """The picture of a page in the size of a list, of those fetched with it."""
    return sizes_of(row.image).get(CARD) if row.image else None


def home_page(language: Language) -> HomePage:
    """Seven queries."""
    shown, as_of = figures()
    return HomePage(
        written=queries.page_at(f"/{language.code}/"),
        figures=shown,
        as_of=as_of,
        news=news_lines(list(queries.news(language)[:ON_HOME])),
        data={
            "@type": "GovernmentOrganization",
            "name": "LGNET",
            "url": f"{settings.SITE_ADDRESS}/{language.code}/",
            "logo": f"{settings.SITE_ADDRESS}{reverse('website:logo')}",
            "areaServed": "Italia",
        },
    )


def network_page(language: Language) -> NetworkPage:
    """Three queries."""
    partners = list(editions.local_partnerships())
    return NetworkPage(
        written=queries.page_at(f"/{language.code}/network/"),
        map=map_of_italy(),
        points=_points(partners, language),
        partners=[
            PartnerLine(
                row.organisation.short_name,
                row.organisation.region,
                reverse("website:partner", args=[language.code, row.organisation.code]),
                [words.LINES[line] for line in row.lines],
            )
            for row in partners
        ],
        leads=[(row.organisation.name, words.ROLES[row.role]) for row in editions.other_partnerships()],
    )


def partner_page(language: Language, partnership: Partnership) -> PartnerPage:
    """At most fifteen queries, once for each change of what is public."""
    partner = partnership.organisation
    places = [place_of(site) for site in queries.sites([partner])]
    shown, as_of = figures(partner.code)
    city, logo = city_of(partner.pk), logo_of(mediakit.marks(partner=partner.pk).get(partner.pk))
    return PartnerPage(
        name=partner.short_name,
        full_name=partner.name,
        region=partner.region,
        lines=[words.LINES[line] for line in partnership.lines],
        places=places,
        figures=shown,
        as_of=as_of,
        written=queries.partner_page(language, partner.pk),
        news=news_lines(list(queries.news(language, partner_id=partner.pk)[:ON_HOME])),
        practices=[card for card in practices_in(language) if card.partner_code == partner.code][:5],
        events=_events(partner, language),
        services=[ServiceLine(one.name, one.phone, one.email) for one in directory.offices(partner.pk)],
        team=team_in_public(partner.pk, language.code),
        help_url=reverse("directory:city", args=[language.code, city.slug]) if city else "",
        widget_url=reverse("website:van_widget", args=[language.code, city.slug]) if city else "",
        logo=logo,
        data=_organisation(partner, places, language, logo),
    )


def _events(partner: Organisation, language: Language) -> list[EventLine]:
    return [
        EventLine(
            reverse("society:event", args=[language.code, one.event.slug]),
            one.title,
            "" if one.language == language.code else one.language,
            one.event.starts_at,
        )
        for one in society.upcoming(language.code, partner=partner.code)[:ON_HOME]
        if one.event.state != Event.State.CANCELLED
    ]


def practices_in(language: Language) -> list[PublicCard]:
    """Practices are read in the language they are written in: nothing half translated."""
    return [card for card in public_cards(limit=100) if card.language == language.code]


def place_of(site: Site) -> Place:
    return Place(
        site.name,
        words.KINDS[site.kind],
        site.address,
        site.opening_hours,
        words.language_names(site.languages),
    )


def _points(partners: Sequence[Partnership], language: Language) -> list[Point]:
    found = []
    for row in partners:
        code, where = row.organisation.code, map_of_italy().place(row.organisation.code)
        if where is None:
            continue
        x, y, anchor = {
            "right": (where.x + 20, where.y + 9, "start"),
            "left": (where.x - 20, where.y + 9, "end"),
            "below": (where.x, where.y + 40, "middle"),
            "above": (where.x, where.y - 20, "middle"),
        }[SIDES.get(code, "right")]
        url = reverse("website:partner", args=[language.code, code])
        found.append(Point(row.organisation.short_name, url, where.x, where.y, x, y, anchor))
    return found


def _organisation(
    partner: Organisation, places: Sequence[Place], language: Language, logo: Logo | None
) -> dict[str, object]:
    """The partner as search engines read it (schema.org)."""
    found: dict[str, object] = {
        "@type": "GovernmentOrganization",
        "name": partner.name,
        "url": settings.SITE_ADDRESS + reverse("website:partner", args=[language.code, partner.code]),
        "areaServed": partner.short_name,
        "memberOf": {
            "@type": "Organization",
            "name": "LGNET",
            "url": f"{settings.SITE_ADDRESS}/{language.code}/",
        },
    }
    if logo is not None:
        found["logo"] = settings.SITE_ADDRESS + logo.url
    if partner.latitude is not None and partner.longitude is not None:
        found["location"] = {
            "@type": "Place",
            "geo": {"@type": "GeoCoordinates", "latitude": partner.latitude, "longitude": partner.longitude},
        }
    addressed = [place for place in places if place.address]
    if addressed:
        found["department"] = [
            {
                "@type": "GovernmentOffice",
                "name": place.name,
                "address": f"{place.address}, {partner.short_name}",
            }
            for place in addressed
        ]
    return found


def news_data(page: SitePage) -> dict[str, object]:
    """A piece of news as search engines read it (schema.org)."""
    return {
        "@type": "NewsArticle",
        "headline": page.title[:110],
        "description": page.summary,
        "datePublished": page.first_published_at.isoformat() if page.first_published_at else "",
        "dateModified": page.last_published_at.isoformat() if page.last_published_at else "",
        "inLanguage": page.written_in or page.locale.language_code,
        "mainEntityOfPage": settings.SITE_ADDRESS + page.url_path,
        "publisher": {"@type": "Organization", "name": page.partner.name if page.partner else "LGNET"},
    }
