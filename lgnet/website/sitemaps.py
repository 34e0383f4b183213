# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of a language for search engines, each with its address in the other languages it is told in."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.urls import reverse

from lgnet.directory.cities import cities
from lgnet.network import editions
from lgnet.society.queries.shown import for_calendars
from lgnet.ui.public import LANGUAGES, Language
from lgnet.website import queries
from lgnet.website.models import SitePage
from lgnet.website.pages.network import practices_in

# Pages drawn from what the platform knows, in every language.
NAMES = (
    "website:home", "directory:help", "website:network", "website:partners", "website:news", "website:contacts",
    "website:numbers", "website:transparency", "mediakit:public", "society:events", "society:feedback",
)  # fmt: skip
DRAWN = frozenset({"/", "/network/", "/news/"})  # written pages that a drawn one shows


@dataclass(frozen=True, slots=True)
class Entry:
    """An address with its versions by tag of language."""

    path: str
    changed: dt.datetime | None
    versions: Mapping[str, str]


def entries(language: Language) -> Iterator[Entry]:
    """Seven queries, however many pages there are."""
    for name in NAMES:
        yield _everywhere(language, name)
    for row in editions.local_partnerships():
        yield _everywhere(language, "website:partner", row.organisation.code)
    for city in cities():
        yield _everywhere(language, "directory:city", city.slug)
    yield from _events(language)
    yield from _practices(language)
    yield from _written(language)


def _everywhere(language: Language, name: str, *which: str) -> Entry:
    versions = {each.tag: reverse(name, args=[code, *which]) for code, each in LANGUAGES.items()}
    return Entry(versions[language.tag], None, versions)


def _events(language: Language) -> Iterator[Entry]:
    """Events in each language in which somebody has said them; elsewhere they stand in the words of another."""
    for shown in for_calendars(language.code):
        if shown.is_translated:
            codes = [code for code in shown.languages if code in LANGUAGES]
            versions = {
                LANGUAGES[code].tag: reverse("society:event", args=[code, shown.event.slug]) for code in codes
            }
            yield Entry(versions[language.tag], shown.event.published_at, versions)


def _practices(language: Language) -> Iterator[Entry]:
    """Practices are read in the language they are written in."""
    for card in practices_in(language):
        url = reverse("website:practice", args=[language.code, card.id])
        yield Entry(url, None, {language.tag: url})


def _written(language: Language) -> Iterator[Entry]:
    found: dict[object, dict[str, SitePage]] = {}
    for page in queries.everything_live():
        code = queries.CODES.get(page.locale.language_code)
        is_drawn = code is None or page.url_path.removeprefix(f"/{code}") in DRAWN
        if not is_drawn and page.kind != SitePage.Kind.PARTNER:
            found.setdefault(page.translation_key, {})[str(code)] = page
    for versions in found.values():
        if language.code in versions:
            page = versions[language.code]
            addresses = {
                LANGUAGES[code].tag: each.url_path for code, each in versions.items() if code in LANGUAGES
            }
            yield Entry(page.url_path, page.last_published_at, addresses)
