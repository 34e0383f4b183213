# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Tags of the written pages: a picture in the sizes made beforehand, and in which languages a page stands."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from lgnet.ui.public import LANGUAGES, Language
from lgnet.website.models import PictureSize, SitePage
from lgnet.website.sizes import PLAIN, WIDE, sizes_of

register = template.Library()


@dataclass(frozen=True, slots=True)
class Source:
    """A format of a picture with its sizes, as a browser chooses among them."""

    kind: str
    sizes: str


@register.inclusion_tag("website/public/_picture.html")
def picture(page: SitePage) -> dict[str, Any]:
    """The picture of a page with what is on it and whose it is; nothing where its sizes are not made yet."""
    image = page.image
    made = sizes_of(image) if image else {}
    plain = made.get(PLAIN)
    if image is None or plain is None:
        return {}
    sources = [
        Source(kind, _sizes([made[spec] for spec in specs if spec in made])) for kind, specs in WIDE.items()
    ]
    return {"image": image, "plain": plain, "says": page.image_says or image.description, "sources": sources}


def _sizes(made: list[PictureSize]) -> str:
    """The addresses with their widths; a small picture is not written twice."""
    return ", ".join(f"{url} {width}w" for width, url in {each.width: each.url for each in made}.items())


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
