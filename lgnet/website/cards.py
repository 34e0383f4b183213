# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The card of a page, 1200 by 630 points, as networks show it beside a link (Open Graph)."""

from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext, pgettext

from lgnet.network import editions
from lgnet.ui.paper import drawn
from lgnet.ui.public import Language, language_of
from lgnet.website import queries
from lgnet.website.public_words import TITLES

LONGEST = 110


@dataclass(frozen=True, slots=True)
class Words:
    """What stands on a card."""

    title: str
    place: str
    language: Language


def words(path: str) -> Words | None:
    """What the card of the page at an address says; None where there is no such page."""
    language = language_of(path)
    if language is None:
        return None
    with translation.override(language.tag.lower()):
        network = gettext("Network for rapid response and inclusion")
        rest = path.removeprefix(f"/{language.code}/").strip("/")
        if rest in TITLES:
            return Words(str(TITLES[rest]), network, language)
        if rest.startswith("network/") and rest.count("/") == 1:
            found = editions.local_partnership(rest.partition("/")[2])
            if found is not None:
                return Words(found.organisation.short_name, pgettext("public menu", "The network"), language)
        page = queries.page_at(path)
        if page is None:
            return None
        return Words(page.title[:LONGEST], page.partner.short_name if page.partner else network, language)


def draw(words: Words) -> bytes:
    """The card as PNG, about 40 kB."""
    data = {"title": words.title, "place": words.place, "direction": words.language.direction}
    return drawn("website/paper/card.typ", data, language=words.language.tag, form="png", ppi=72.0)
