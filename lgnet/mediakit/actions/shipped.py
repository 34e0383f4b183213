# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Loading what the package ships into the media kit."""

import datetime as dt

from django.db import transaction

from lgnet.core.clock import now
from lgnet.mediakit import files
from lgnet.mediakit.actions.assets import keep_formats
from lgnet.mediakit.models import Asset, Version
from lgnet.mediakit.shipped import ShippedAsset, assets
from lgnet.network.models import Organisation

LEAD = "interno"


@transaction.atomic
def load_shipped() -> None:
    """Bring the shipped assets to what the package holds: a changed file becomes a new version.

    Repeatable; run as the owner after each migration. Files are written anew where they are gone.
    """
    lead = Organisation.objects.get(code=LEAD)
    known = {row.shipped_as: row for row in Asset.objects.exclude(shipped_as=None)}
    rows = Version.objects.filter(asset__in=known.values(), state=Version.State.PUBLISHED)
    published = {row.asset_id: row for row in rows.prefetch_related("renditions")}
    at = now()
    for place, one in enumerate(assets()):
        content = one.path.read_bytes()
        asset = known.get(one.code)
        version = published.get(asset.pk) if asset else None
        if version is not None and _is_kept(version, content):
            continue
        taken = files.take([content])
        if version is not None and version.digest == files.keep(taken.content):
            for made in taken.made:
                files.keep(made.content)
            continue
        asset = asset or Asset.objects.create(
            partner=lead, kind=one.kind, shipped_as=one.code, begun_at=at, begun_by=None
        )
        _publish(asset, one, taken, version, at + dt.timedelta(milliseconds=place))


def _is_kept(version: Version, content: bytes) -> bool:
    """Whether the file of the package and all that was made from it lie where they should."""
    try:
        for digest in (version.digest, *(made.digest for made in version.renditions.all())):
            files.path_of(digest)
    except FileNotFoundError:
        return False
    return files.source_digest(content) in version.cleaned


def _publish(
    asset: Asset, one: ShippedAsset, taken: files.Taken, before: Version | None, at: dt.datetime
) -> None:
    source = files.source_digest(one.path.read_bytes())
    if before is not None:
        Version.objects.filter(pk=before.pk).update(
            state=Version.State.REPLACED, ended_at=None, ended_by=None
        )
    version = Version(
        asset=asset, partner_id=asset.partner_id, version=before.version + 1 if before else 1, title=one.title,
        alt=one.alt, rights_holder=one.rights_holder, licence=one.licence, credit=one.credit, eu_licence_ok=True,
        file_name=one.path.name, content_type=taken.kind.content_type, size=len(taken.content),
        digest=files.keep(taken.content), width=taken.width, height=taken.height, cleaned=[source],
        written_at=at, state=Version.State.DRAFT,
    )  # fmt: skip
    version.save(force_insert=True)
    keep_formats(version, taken)
    version.state, version.published_at = Version.State.PUBLISHED, at
    version.save(update_fields=["state", "published_at"])
