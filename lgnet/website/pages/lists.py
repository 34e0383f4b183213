# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The lists: practices, news, contacts, who takes part, the published numbers."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.functional import Promise

from lgnet.network import editions
from lgnet.practices.queries import PublicCard, public_cards
from lgnet.ui.public import Language
from lgnet.website import public_words as words
from lgnet.website import queries
from lgnet.website.models import SitePage
from lgnet.website.pages.network import (
    Figure,
    NewsLine,
    PartnerLine,
    Place,
    figures,
    news_lines,
    place_of,
    practices_in,
)


@dataclass(frozen=True, slots=True)
class PracticesPage:
    """What partners found that works, as far as they show it to everybody."""

    cards: Sequence[PublicCard]


def practices_page(language: Language) -> PracticesPage:
    """Two queries."""
    return PracticesPage(practices_in(language))


@dataclass(frozen=True, slots=True)
class PracticePage:
    """One practice, whole."""

    card: PublicCard


def practice_page(language: Language, practice_id: uuid.UUID) -> PracticePage | None:
    """The practice, if it is public and written in this language. Two queries."""
    found = [card for card in public_cards(card_id=practice_id) if card.language == language.code]
    return PracticePage(found[0]) if found else None


@dataclass(frozen=True, slots=True)
class NewsPage:
    """The news of a language, and where it goes on."""

    news: Sequence[NewsLine]
    next_page: int
    written: SitePage | None


def news_page(language: Language, number: int) -> NewsPage:
    """Two queries."""
    start = (number - 1) * queries.NEWS_A_PAGE
    rows = list(queries.news(language)[start : start + queries.NEWS_A_PAGE + 1])
    more = len(rows) > queries.NEWS_A_PAGE
    return NewsPage(
        news_lines(rows[: queries.NEWS_A_PAGE]),
        number + 1 if more else 0,
        queries.page_at(f"/{language.code}/news/"),
    )


@dataclass(frozen=True, slots=True)
class ContactsPage:
    """Where each partner receives people."""

    partners: Sequence[tuple[PartnerLine, Sequence[Place]]]
    mail: str


def contacts_page(language: Language) -> ContactsPage:
    """Two queries."""
    rows = list(editions.local_partnerships())
    by_partner: dict[uuid.UUID, list[Place]] = {}
    for site in queries.sites([row.organisation for row in rows]):
        by_partner.setdefault(site.partner_id, []).append(place_of(site))
    lines = [
        PartnerLine(
            row.organisation.short_name,
            row.organisation.region,
            reverse("website:partner", args=[language.code, row.organisation.code]),
            [],
        )
        for row in rows
    ]
    return ContactsPage(
        [(line, by_partner.get(row.organisation_id, [])) for line, row in zip(lines, rows, strict=True)],
        settings.OPEN_DATA_CONTACT,
    )


@dataclass(frozen=True, slots=True)
class TransparencyPage:
    """Who takes part in which edition, as open data."""

    rows: Sequence[tuple[str, str, str | Promise, str, str]]
    csv_url: str
    json_url: str


def transparency_page() -> TransparencyPage:
    """One query."""
    rows = [
        (
            row.edition.name,
            row.organisation.name,
            words.ROLES[row.role],
            row.edition.fund,
            row.organisation.region,
        )
        for row in queries.operations()
    ]
    return TransparencyPage(
        rows, reverse("website:operations", args=["csv"]), reverse("website:operations", args=["json"])
    )


@dataclass(frozen=True, slots=True)
class NumbersPage:
    """The published numbers: of the network, and of each partner."""

    figures: Sequence[Figure]
    as_of: dt.date | None
    titles: Sequence[str | Promise]
    rows: Sequence[tuple[str, Sequence[str]]]


def numbers_page() -> NumbersPage:
    """Three queries."""
    shown, as_of = figures()
    release, found = queries.numbers_by_partner()
    names = {row.organisation.code: row.organisation.short_name for row in editions.local_partnerships()}
    slugs = [slug for slug in words.FIGURES if any(slug == dataset for _code, dataset in found)]
    rows = [
        (
            name,
            [
                number_format(found[code, slug], force_grouping=True) if (code, slug) in found else ""
                for slug in slugs
            ],
        )
        for code, name in names.items()
    ]
    return NumbersPage(shown, as_of if release else None, [words.FIGURES[slug] for slug in slugs], rows)
