# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Files of the media kit that a campaign offers: registered products of one's own partner, and assets of the kit."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.core.ids import new_id
from lgnet.mediakit import actions as mediakit
from lgnet.mediakit.models import Product, Version
from lgnet.network.worker import Worker
from lgnet.society import policies, queries
from lgnet.society.models import Campaign, Material

PRODUCTS = {"poster": "poster", "display": "poster", "plaque": "poster", "note": "text", "page": "text"}
ASSETS = {"photo": "photo", "video": "video"}


@dataclass(frozen=True)
class Choice:
    """What was chosen, and for whom it is: a product says its own language, an asset is for readers of any."""

    language: str
    product: Product | None = None
    asset: Version | None = None


@transaction.atomic
def choose(*, by: Worker, campaign: Campaign, choice: Choice) -> Material:
    """Offer a file with a campaign. Chosen twice, it is there once."""
    policies.add_to(by, campaign, takes_part=queries.takes_part(by, campaign)).enforce()
    product, asset = choice.product, choice.asset
    if product is not None:
        product = mediakit.offer(by=by, product=product)
        what = {"product_id": product.pk, "kind": PRODUCTS.get(product.kind, "card"), "title": product.title}
    elif asset is not None and asset.state == Version.State.PUBLISHED:
        what = {
            "asset_id": asset.asset_id,
            "kind": ASSETS.get(asset.asset.kind, "card"),
            "title": asset.title,
        }
    else:
        raise Refused(_("Only what is published in the media kit is offered."))
    key = {name: what.pop(name) for name in ("product_id", "asset_id") if name in what}
    material, made = Material.objects.get_or_create(
        campaign=campaign, partner_id=by.partner_id, language=choice.language, **key,
        defaults={"id": new_id(), "added_at": now(), **what},
    )  # fmt: skip
    if made:
        audit.record("campaign.material_added", on=campaign, language=choice.language)
    return material


@transaction.atomic
def drop(*, by: Worker, material: Material) -> None:
    """No longer offer a file with a campaign; a product that no campaign offers is not for everybody any more."""
    campaign, product_id = material.campaign, material.product_id
    policies.drop_material(by, material).enforce()
    material.delete()
    product = Product.objects.filter(pk=product_id).first() if product_id else None
    if product is not None and not Material.objects.filter(product_id=product_id).exists():
        mediakit.offer(by=by, product=product, offered=False)
    audit.record("campaign.material_dropped", on=campaign)
