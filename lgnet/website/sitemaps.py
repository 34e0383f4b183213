# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of a language for search engines, each with its address in the other languages."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from lgnet.network import editions
from lgnet.ui.public import LANGUAGES, Language
from lgnet.website import queries
from lgnet.website.models import SitePage

# Pages drawn from what the platform knows, in every language.
NAMES = (
    "website:home", "directory:help", "website:network", "website:news", "website:contacts", "website:numbers",
    "website:transparency", "mediakit:public", "society:events", "society:feedback",
)  # fmt: skip
DRAWN = frozenset({"/", "/network/", "/news/"})  # written pages that a drawn one shows


@dataclass(frozen=True, slots=True)
class Entry:
    """An address with its versions by tag of language."""

    path: str
    changed: dt.datetime | None
    versions: Mapping[str, str]


def entries(language: Language) -> Iterator[Entry]:
    """Two queries."""
    for name in NAMES:
        try:
            versions = {each.tag: reverse(name, args=[code]) for code, each in LANGUAGES.items()}
        except NoReverseMatch:
            continue
        yield Entry(versions[language.tag], None, versions)
    for row in editions.local_partnerships():
        versions = {
            each.tag: reverse("website:partner", args=[code, row.organisation.code])
            for code, each in LANGUAGES.items()
        }
        yield Entry(versions[language.tag], None, versions)
    yield from _written(language)


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
