# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Fills the public site of the demo: news in every language, what some partners say of themselves."""

import datetime as dt
import uuid
from collections.abc import Mapping

from django.core.files.base import ContentFile
from wagtail.models import Locale, Page

from lgnet.core.clock import now
from lgnet.demo.actions.media import scene
from lgnet.demo.site import NEWS, PARTNERS, News
from lgnet.network.models import Organisation
from lgnet.ui.public import CONTENT_ONLY, LANGUAGES
from lgnet.website.actions import NAMESPACE, add_pages
from lgnet.website.models import Picture, SitePage
from lgnet.website.sizes import make_sizes

KIND = SitePage.Kind
YARD = {
    "it": "Un cortile al mattino: un muro chiaro, due alberi, una panca.",
    "en": "A courtyard in the morning: a light wall, two trees, a bench.",
    "fr": "Une cour le matin : un mur clair, deux arbres, un banc.",
    "es": "Un patio por la mañana: una pared clara, dos árboles, un banco.",
    "ar": "فناء في الصباح: جدار فاتح وشجرتان ومقعد.",
    "uk": "Двір уранці: світла стіна, два дерева, лавка.",
    "bn": "সকালের একটি উঠান: হালকা রঙের দেয়াল, দুটি গাছ, একটি বেঞ্চ।",
    "ur": "صبح کے وقت ایک صحن: ہلکے رنگ کی دیوار، دو درخت، ایک بینچ۔",
    "zh": "清晨的院子：浅色的墙、两棵树、一张长椅。",
}


def write_site() -> None:
    """As the owner, on the trees that `load_site` has made."""
    partners = {row.code: row for row in Organisation.objects.all()}
    locales = {row.language_code: row for row in Locale.objects.all()}
    for code, words in PARTNERS.items():
        _tell_everywhere(partners[code], words, locales)
    for code, language in LANGUAGES.items():
        for news in NEWS:
            if code in news.words:
                _publish(news, code, locales[language.tag.lower()], partners)
    shown = next(news for news in NEWS if news.partner)
    _illustrate(shown.slug, partners[shown.partner], locales)


def _illustrate(slug: str, partner: Organisation, locales: Mapping[str, Locale]) -> None:
    """A picture on a piece of news, with its words in each language."""
    picture = Picture(
        title="Il cortile dello sportello", description=YARD["it"], rights_holder=partner.name,
        licence=Picture.Licence.CC_BY, people=Picture.People.NOBODY, file=ContentFile(scene(1), "cortile.jpg"),
    )  # fmt: skip
    picture.save()
    make_sizes(picture)
    for code, says in YARD.items():
        pages = SitePage.objects.filter(slug=slug, locale=locales[LANGUAGES[code].tag.lower()])
        pages.update(image=picture, image_says="" if code == "it" else says)


def _tell_everywhere(
    partner: Organisation, words: Mapping[str, tuple[str, str, str]], locales: Mapping[str, Locale]
) -> None:
    for code, language in LANGUAGES.items():
        if code in words:
            _tell_of(partner, code, locales[language.tag.lower()], words[code])
    for code in CONTENT_ONLY:
        if code in words:
            _tell_below(partner, code, locales["it"], words[code])


def _tell_of(partner: Organisation, code: str, locale: Locale, words: tuple[str, str, str]) -> None:
    found = SitePage.objects.filter(url_path=f"/{code}/network/{partner.code}/")
    if found.update(summary=words[1], body=words[2]):
        return
    page = _page(partner.code, f"partner-{partner.code}", words, KIND.PARTNER)
    page.partner = partner
    add_pages(Page.objects.get(url_path=f"/{code}/network/"), locale, [page])


def _tell_below(partner: Organisation, code: str, locale: Locale, words: tuple[str, str, str]) -> None:
    page = _page(CONTENT_ONLY[code].name.lower(), f"{partner.code}-{code}", words, KIND.TEXT)
    page.partner, page.written_in, page.slug = partner, code, code
    add_pages(Page.objects.get(url_path=f"/it/network/{partner.code}/"), locale, [page])


def _publish(news: News, code: str, locale: Locale, partners: dict[str, Organisation]) -> None:
    above = f"/{code}/network/{news.partner}/" if news.partner else f"/{code}/news/"
    if not Page.objects.filter(url_path=above).exists():
        partner = partners[news.partner]
        _tell_of(partner, code, locale, (partner.short_name, "", ""))
    page = _page(news.slug, f"news-{news.slug}", news.words[code], KIND.NEWS)
    page.partner = partners.get(news.partner)
    page.first_published_at = now() - dt.timedelta(days=news.days_ago)
    add_pages(Page.objects.get(url_path=above), locale, [page])


def _page(slug: str, key: str, words: tuple[str, str, str], kind: str) -> SitePage:
    title, summary, body = words
    return SitePage(
        slug=slug,
        title=title,
        draft_title=title,
        summary=summary,
        body=body,
        kind=kind,
        translation_key=uuid.uuid5(NAMESPACE, key),
    )
