# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads of the media kit. Row security: one's own body sees its drafts, everybody what is published and allowed."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Case, Count, Model, OuterRef, Prefetch, Q, QuerySet, Subquery, Value, When
from django.urls import reverse

from lgnet.core.clock import today
from lgnet.mediakit.models import Asset, Check, Kind, Product, ProductKind, Proof, Rendition, Version
from lgnet.mediakit.models import Verdict as Found
from lgnet.network.models import Partnership, Site
from lgnet.network.worker import Worker

M = TypeVar("M", bound=Model)
PAGE = 30
MOST_IN_A_ZIP = 200
STATE = Version.State
Place = tuple[dt.datetime, uuid.UUID]
PROOF_HOLDS = dt.timedelta(days=365)
FORMATS = Prefetch("renditions", Rendition.objects.order_by("label"))
_PUBLIC = (
    "id", "asset", "partner", "version", "state", "title", "alt", "rights_holder", "licence", "credit",
    "eu_licence_ok", "shows_people", "release_until", "file_name", "content_type", "size", "digest", "width",
    "height", "published_at", "asset__kind", "asset__partner", "asset__shipped_as", "asset__begun_at",
    "partner__code", "partner__name", "partner__short_name",
)  # fmt: skip


def published(
    *, after: Place | None = None, kind: str = "", partner: str = "", text: str = ""
) -> QuerySet[Version]:
    """What everybody may take, the newest first, with its formats; only what the public may read of it."""
    rows = Version.objects.filter(state=STATE.PUBLISHED).select_related("asset", "partner").only(*_PUBLIC)
    if kind in Kind.values:
        rows = rows.filter(asset__kind=kind)
    if partner:
        rows = rows.filter(partner__code=partner)
    if text:
        rows = rows.filter(Q(title__icontains=text) | Q(alt__icontains=text))
    if after is not None:
        moment, last = after
        rows = rows.filter(Q(published_at__lt=moment) | Q(published_at=moment, id__lt=last))
    return rows.prefetch_related(FORMATS).order_by("-published_at", "-id")


@dataclass(frozen=True, slots=True)
class PublicAsset:
    """An asset as anybody may take it; `thumbnail` and `files` are digests with their kind of content."""

    id: uuid.UUID
    kind: str
    title: str
    alt: str
    partner_code: str
    partner_name: str
    licence: str
    credit: str
    rights_holder: str
    thumbnail: uuid.UUID | None


def public_assets(*, kind: str = "", partner: str = "", limit: int = PAGE) -> list[PublicAsset]:
    """Published assets for the website, the newest first; acts as `lgnet_public`. Two queries."""
    return [
        PublicAsset(
            one.pk, one.asset.kind, one.title, one.alt, one.partner.code, one.partner.short_name, one.licence,
            one.credit, one.rights_holder, thumbnail_of(one),
        )
        for one in published(kind=kind, partner=partner)[:limit]
    ]  # fmt: skip


def thumbnail_of(version: Version) -> uuid.UUID | None:
    """The smallest picture made from a version, of those fetched with it."""
    small = _smallest(version)
    return small.pk if small else None


def _smallest(version: Version) -> Rendition | None:
    made = [one for one in version.renditions.all() if one.width and one.content_type != "application/pdf"]
    return min(made, key=lambda one: one.width or 0, default=None)


@dataclass(frozen=True, slots=True)
class Mark:
    """The logo that stands for a body: what is on it, and its picture."""

    alt: str
    picture: uuid.UUID
    width: int
    height: int


def marks(*, partner: uuid.UUID | None = None) -> dict[uuid.UUID, Mark]:
    """The published logos that stand for their bodies, by body. Two queries."""
    rows = published(kind=Kind.LOGO).filter(asset__is_mark=True)
    if partner is not None:
        rows = rows.filter(partner=partner)
    found = {}
    for version in rows:
        small = _smallest(version)
        if small is not None:
            found[version.partner_id] = Mark(version.alt, small.pk, small.width or 0, small.height or 0)
    return found


@dataclass(frozen=True, slots=True)
class PublicProduct:
    """What announces an event: made by the generator, checked, shown to everybody."""

    id: uuid.UUID
    kind: str
    title: str
    language: str


def product_for(event: uuid.UUID, *, kind: str = ProductKind.CARD) -> PublicProduct | None:
    """The newest product of this kind that announces an event. One query.

    For visitors: row security shows them only what keeps the rules and has not ended.
    """
    rows = Product.objects.filter(event_id=event, kind=kind)
    found = rows.order_by("-made_at").values("id", "kind", "title", "language").first()
    return PublicProduct(**found) if found else None


def to_offer(by: Worker) -> tuple[list[Product], bool]:
    """Products of one's own body that may be offered to everybody, the newest first, and whether there are more."""
    rows = Product.objects.filter(
        partner=by.partner_id, digest__gt="", verdict=Found.PASSED, ended_at=None
    ).order_by("-made_at", "-id")
    return _first(rows, PAGE)


def assets_to_offer(by: Worker) -> tuple[list[Version], bool]:
    """What the kit has published, of one's own body first, then the newest, and whether there is more. Two queries."""
    is_others = Case(When(partner=by.partner_id, then=Value(0)), default=Value(1))
    return _first(published().order_by(is_others, "-published_at", "-id"), PAGE * 2)


def _first(rows: QuerySet[M], most: int) -> tuple[list[M], bool]:
    found = list(rows[: most + 1])
    return found[:most], len(found) > most


@dataclass(frozen=True, slots=True)
class Download:
    """A file that everybody may take: from where, how large; of an asset of the kit also what it is."""

    title: str
    kind: str
    path: str
    content_type: str
    size: int


def downloads(products: Sequence[uuid.UUID], assets: Sequence[uuid.UUID]) -> dict[uuid.UUID, Download]:
    """Of some products and assets those that may be taken now, by their id. For visitors row security decides too."""
    found: dict[uuid.UUID, Download] = {}
    rows = Product.objects.filter(pk__in=products, is_offered=True, verdict=Found.PASSED, digest__gt="")
    for one in rows.only("title", "content_type", "size") if products else ():
        path = reverse("mediakit:take_offered", args=[one.pk])
        found[one.pk] = Download(one.title, "", path, one.content_type, one.size)
    for row in published().filter(asset__in=assets) if assets else ():
        path = reverse("mediakit:take", args=[row.pk])
        kind = row.asset.get_kind_display()
        found[row.asset_id] = Download(row.title, kind, path, row.content_type, row.size)
    return found


def own_assets(by: Worker) -> QuerySet[Version]:
    """The latest version of each asset of one's own body, drafts first."""
    last = Version.objects.filter(asset=OuterRef("asset")).order_by("-version").values("pk")[:1]
    rows = Version.objects.filter(partner=by.partner_id, pk=Subquery(last)).select_related("asset", "partner")
    return rows.prefetch_related(FORMATS).order_by("-written_at", "-id")


def versions(version: Version) -> list[Version]:
    """Every version of the same asset that the asker may see, the newest first."""
    rows = Version.objects.filter(asset=version.asset_id).select_related("written_by", "ended_by")
    return list(rows.order_by("-version"))


def logos_for(partner_id: uuid.UUID) -> list[Version]:
    """The logo of the lead, of each national body and of a partner, in the order in which they are shown.

    One for each: that which stands for it, else its newest.
    """
    order = {Partnership.Role.LEAD: 0, Partnership.Role.NATIONAL_PARTNER: 1}
    roles = {
        one.organisation_id: order.get(Partnership.Role(one.role), 2)
        for one in Partnership.objects.filter(role__in=[*order]).only("organisation_id", "role")
    }
    rows = published(kind=Kind.LOGO).filter(Q(partner=partner_id) | Q(partner__in=[*roles]))
    found: dict[uuid.UUID, Version] = {}
    for one in rows.filter(asset__shipped_as=None).order_by("-asset__is_mark", "-published_at", "-id")[:60]:
        found.setdefault(one.partner_id, one)
    return sorted(
        found.values(), key=lambda one: 3 if one.partner_id == partner_id else roles.get(one.partner_id, 2)
    )


def products(
    by: Worker, *, partner: uuid.UUID | None = None, after: Place | None = None, is_over: bool = False
) -> QuerySet[Product]:
    """The register, the newest first; the nation sees it of every partner."""
    rows = Product.objects.select_related("partner", "site", "made_by").prefetch_related("proofs")
    rows = rows.filter(ended_at__isnull=not is_over)
    if partner is not None:
        rows = rows.filter(partner=partner)
    if after is not None:
        moment, last = after
        rows = rows.filter(Q(made_at__lt=moment) | Q(made_at=moment, id__lt=last))
    return rows.order_by("-made_at", "-id")


def latest_check(product: Product) -> Check | None:
    """The check that counts."""
    return Check.objects.filter(product=product).order_by("-checked_at").first()


def checks(by: Worker) -> QuerySet[Check]:
    """What was looked at for one's own body, the newest first."""
    return (
        Check.objects.filter(partner=by.partner_id).select_related("product").order_by("-checked_at", "-id")
    )


def sites(partner_id: uuid.UUID) -> list[Site]:
    """The open places of a partner, by name."""
    return list(Site.objects.filter(partner=partner_id, closed_on=None).order_by("name"))


@dataclass(frozen=True, slots=True)
class Shown:
    """What hangs at a place, as the rules ask for it; `site_id` None is the partner as a whole."""

    product: Product
    proved_on: dt.date | None


def posters(partner: uuid.UUID | None = None) -> dict[uuid.UUID, list[Shown]]:
    """Posters and displays shown today, by the place where they hang, with the day of their last photo. One query."""
    last = Proof.objects.filter(product=OuterRef("pk")).order_by("-taken_on").values("taken_on")[:1]
    day = today()
    rows = Product.objects.filter(
        Q(shown_until=None) | Q(shown_until__gte=day), ended_at=None, site__isnull=False, shown_from__lte=day,
        kind__in=[ProductKind.POSTER, ProductKind.DISPLAY, ProductKind.PLAQUE],
    )  # fmt: skip
    if partner is not None:
        rows = rows.filter(partner=partner)
    found: dict[uuid.UUID, list[Shown]] = {}
    for row in rows.annotate(proved_on=Subquery(last)):
        if row.site_id:
            found.setdefault(row.site_id, []).append(Shown(row, row.proved_on))
    return found


def tally() -> dict[uuid.UUID, dict[str, int]]:
    """For the nation: how many products each partner shows, by what their check found. One query."""
    found: dict[uuid.UUID, dict[str, int]] = {}
    rows = Product.objects.filter(ended_at=None).values_list("partner", "verdict").annotate(n=Count("id"))
    for partner, verdict, n in rows.order_by():
        found.setdefault(partner, {})[verdict or "none"] = n
    return found


def every_site() -> list[Site]:
    """For the nation: every open place of every partner. One query."""
    return list(
        Site.objects.filter(closed_on=None).select_related("partner").order_by("partner__short_name", "name")
    )


def own_asset(asset_id: uuid.UUID) -> Asset | None:
    """An asset that exists for who asks."""
    return Asset.objects.filter(pk=asset_id).first()


def last_moment(rows: Sequence[Version]) -> Place | None:
    """Where a list of published versions ends."""
    last = rows[-1] if rows else None
    return (last.published_at, last.pk) if last and last.published_at else None
