# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Tags of the written pages: a picture in the sizes made beforehand, and in which languages a page stands."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import pgettext_lazy

from lgnet.ui.public import LANGUAGES, Language
from lgnet.website.models import SitePage
from lgnet.website.sizes import WIDE

register = template.Library()


@register.simple_tag
def picture(image: Any) -> SafeString:
    """A picture with what is on it; nothing where its size for the web is not made yet."""
    if image is None:
        return SafeString()
    made = next((each for each in image.renditions.all() if each.filter_spec == WIDE), None)
    if made is None:
        return SafeString()
    return format_html(
        '<p><img src="{}" alt="{}" width="{}" height="{}" loading="lazy" decoding="async"></p>',
        made.url, image.description, made.width, made.height,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class State:
    """How far a page is in a language."""

    language: Language
    word: Promise


@register.simple_tag
def language_states(page: SitePage) -> list[State]:
    """The page in each language of the site: missing, being written, older than the Italian, published."""
    if page.pk is None:
        return []
    rows = SitePage.objects.filter(translation_key=page.translation_key).select_related("locale")
    found = {row.locale.language_code: row for row in rows}
    source = found.get("it")
    return [
        State(language, _state(found.get(language.tag.lower()), source)) for language in LANGUAGES.values()
    ]


def _state(row: SitePage | None, source: SitePage | None) -> Promise:
    if row is None:
        return pgettext_lazy("site", "missing")
    if not row.live:
        return pgettext_lazy("site", "being written")
    if (
        source
        and source.last_published_at
        and row.last_published_at
        and row.last_published_at < source.last_published_at
    ):
        return pgettext_lazy("site", "published, older than the Italian")
    return pgettext_lazy("site", "published")
