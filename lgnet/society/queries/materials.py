# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a campaign offers from the media kit, by language; only what may be taken at this moment."""

import uuid
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from lgnet.mediakit.models import Product
from lgnet.mediakit.queries import Download, downloads
from lgnet.network import editions
from lgnet.network.worker import Worker
from lgnet.society.models import Event, Material

MOST = 60


@dataclass(frozen=True, slots=True)
class Offered:
    """A file in a language."""

    material_id: uuid.UUID
    language: str
    file: Download


@dataclass(frozen=True, slots=True)
class Chosen:
    """What one's own partner chose; `has_ended` where a product is not shown any more."""

    material_id: uuid.UUID
    language: str
    title: str
    has_ended: bool


def offered_at(event: Event) -> list[Offered]:
    """The files of its campaign that an event offers. Two or three queries; none without a campaign.

    Those of a national body stand at every event, those of a partner at its own, those made for one event at that one.
    """
    if event.campaign_id is None:
        return []
    of_others = Q(partner__in=editions.local_partners().exclude(pk=event.partner_id))
    of_another = Product.objects.filter(pk=OuterRef("product_id"), event_id__isnull=False).exclude(
        event_id=event.pk
    )
    return _files(_of_the_kit(event.campaign_id).exclude(of_others).exclude(Exists(of_another)), MOST)


def offered(campaign_id: uuid.UUID) -> list[Offered]:
    """The files of a campaign. Two or three queries."""
    return _files(_of_the_kit(campaign_id), None)


def _files(rows: QuerySet[Material], most: int | None) -> list[Offered]:
    found = list(
        rows.order_by("language", "id").values_list("id", "language", "product_id", "asset_id")[:most]
    )
    files = downloads([row[2] for row in found if row[2]], [row[3] for row in found if row[3]])
    return [
        Offered(material, language, files[chosen])
        for material, language, product, asset in found
        if (chosen := product or asset) is not None and chosen in files
    ]


def chosen(by: Worker, campaign_id: uuid.UUID) -> list[Chosen]:
    """What one's own partner chose for a campaign, whether or not it may be taken now. One query."""
    ended = Product.objects.filter(pk=OuterRef("product_id"), ended_at__isnull=False)
    rows = _of_the_kit(campaign_id).filter(partner=by.partner_id).annotate(has_ended=Exists(ended))
    found = rows.order_by("language", "id").values_list("id", "language", "title", "has_ended")
    return [Chosen(*row) for row in found]


def _of_the_kit(campaign_id: uuid.UUID) -> QuerySet[Material]:
    return Material.objects.filter(campaign=campaign_id).exclude(Q(product_id=None) & Q(asset_id=None))
