# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a campaign offers from the media kit, by language; only what may be taken at this moment."""

import uuid
from dataclasses import dataclass

from django.db.models import Q

from lgnet.mediakit.queries import Download, downloads
from lgnet.society.models import Material

MOST = 60


@dataclass(frozen=True, slots=True)
class Offered:
    """A file in a language."""

    material_id: uuid.UUID
    language: str
    file: Download


def offered(campaign_id: uuid.UUID | None) -> list[Offered]:
    """The files of a campaign. Two or three queries; none without a campaign."""
    if campaign_id is None:
        return []
    rows = Material.objects.filter(campaign=campaign_id).exclude(Q(product_id=None) & Q(asset_id=None))
    found = list(
        rows.order_by("language", "id").values_list("id", "language", "product_id", "asset_id")[:MOST]
    )
    files = downloads([row[2] for row in found if row[2]], [row[3] for row in found if row[3]])
    return [
        Offered(material, language, files[chosen])
        for material, language, product, asset in found
        if (chosen := product or asset) is not None and chosen in files
    ]
