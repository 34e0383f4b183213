# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The media kit for everybody: what may be taken, by kind, each asset, and the words of both."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lgnet.core import places
from lgnet.mediakit import queries
from lgnet.mediakit.models import Kind, Licence, Rendition, Version
from lgnet.mediakit.public_bundle import credit_line

# The words of models are for who works here; visitors read these, in nine languages.
KINDS: Mapping[str, Promise] = {
    Kind.LOGO: _("Logos"),
    Kind.TEMPLATE: _("Templates"),
    Kind.PALETTE: _("Colours"),
    Kind.FONT: _("Fonts"),
    Kind.PHOTO: _("Photos"),
    Kind.VIDEO: _("Videos"),
}
LICENCES: Mapping[str, Promise] = {
    Licence.CC_BY: _("CC BY 4.0: use it and name the author"),
    Licence.CC_BY_ND: _("CC BY-ND 4.0: use it unchanged and name the author"),
    Licence.CC0: _("CC0: use it freely"),
    Licence.MARK: _("Mark: use it unchanged to speak of the network or the body"),
    Licence.OFL: _("SIL Open Font License 1.1: use it freely"),
    Licence.UBUNTU: _("Ubuntu Font Licence 1.0: use it freely"),
    Licence.EU_EMBLEM: _("Emblem of the Union: by the rules for those who are funded"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A kind to look at."""

    url: str
    label: str | Promise
    is_current: bool


@dataclass(frozen=True, slots=True)
class Card:
    """An asset in the list."""

    url: str
    title: str
    alt: str
    kind: str | Promise
    partner: str
    picture: str
    is_dark: bool


@dataclass(frozen=True, slots=True)
class KitPage:
    """The list."""

    choices: Sequence[Choice]
    cards: Sequence[Card]
    kind: str
    zip_url: str
    next_url: str
    is_first: bool
    words: str


@dataclass(frozen=True, slots=True)
class File:
    """A file to take."""

    url: str
    name: str
    form: str
    size: str
    pixels: str
    digest: str


@dataclass(frozen=True, slots=True)
class AssetPage:
    """One asset."""

    version: Version
    kind: str | Promise
    licence: str | Promise
    credit: str
    picture: str
    files: Sequence[File]
    zip_url: str
    list_url: str
    is_dark: bool


def _query(**given: str) -> str:
    kept = {name: value for name, value in given.items() if value}
    return f"?{urlencode(kept)}" if kept else ""


def kit_page(lang: str, asked: Mapping[str, str]) -> KitPage:
    """Two queries, however many assets there are."""
    kind = asked.get("kind", "") if asked.get("kind", "") in KINDS else ""
    words, place = asked.get("words", "")[:80].replace("\x00", ""), places.moment(asked.get("after", ""))
    found = list(queries.published(after=place, kind=kind, text=words)[: queries.PAGE + 1])
    shown, here = found[: queries.PAGE], reverse("mediakit:public", args=[lang])
    more = queries.last_moment(shown) if len(found) > queries.PAGE else None
    every = [Choice(here + _query(words=words), _("All"), not kind)]
    return KitPage(
        choices=every
        + [
            Choice(here + _query(kind=code, words=words), label, code == kind)
            for code, label in KINDS.items()
        ],
        cards=[_card(lang, one) for one in shown],
        kind=kind,
        zip_url=reverse("mediakit:zip") + _query(kind=kind),
        next_url=here + _query(kind=kind, words=words, after=places.written(*more)) if more else "",
        is_first=place is None,
        words=words,
    )


def _card(lang: str, one: Version) -> Card:
    url = reverse("mediakit:public_asset", args=[lang, one.asset_id])
    return Card(
        url,
        one.title,
        one.alt,
        KINDS[one.asset.kind],
        one.partner.short_name,
        _picture(one),
        "colour" in one.file_name,
    )


def _picture(one: Version) -> str:
    found = queries.thumbnail_of(one)
    return reverse("mediakit:picture", args=[found]) if found else ""


def asset_page(lang: str, asset_id: uuid.UUID) -> AssetPage:
    """The published version of an asset. Raises Http404."""
    one = queries.published().filter(asset=asset_id).first()
    if one is None:
        raise Http404
    source = File(
        reverse("mediakit:take", args=[one.pk]), one.file_name, one.file_name.rpartition(".")[2].upper(),
        filesizeformat(one.size), _pixels(one.width, one.height), one.digest,
    )  # fmt: skip
    return AssetPage(
        version=one,
        kind=KINDS[one.asset.kind],
        licence=LICENCES[one.licence],
        credit=credit_line(one),
        picture=_picture(one),
        files=[source, *(_format(made) for made in one.renditions.all())],
        zip_url=reverse("mediakit:zip") + _query(asset=str(asset_id)),
        list_url=reverse("mediakit:public", args=[lang]),
        is_dark="colour" in one.file_name,
    )


def _format(made: Rendition) -> File:
    form = made.label.partition("-")[0].upper()
    return File(
        reverse("mediakit:picture", args=[made.pk]) + "?download=1", form, form, filesizeformat(made.size),
        _pixels(made.width, made.height), made.digest,
    )  # fmt: skip


def _pixels(width: int | None, height: int | None) -> str:
    return f"{width} × {height}" if width and height else ""
