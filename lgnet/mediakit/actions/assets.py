# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Assets come in as drafts, are published with every right on paper, get new versions and are withdrawn."""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now, today
from lgnet.core.ids import new_id
from lgnet.interop import attachments
from lgnet.mediakit import files, policies
from lgnet.mediakit.files.taking import PICTURES_AND_DRAWINGS
from lgnet.mediakit.models import Asset, Kind, Rendition, Version
from lgnet.network.worker import Worker

RELEASE_KINDS = {name: attachments.KINDS[name] for name in ("pdf", "png", "jpg", "jpeg")}
WHAT = {
    Kind.LOGO: PICTURES_AND_DRAWINGS,
    Kind.PALETTE: PICTURES_AND_DRAWINGS | {files.FileKind.PDF},
    Kind.PHOTO: PICTURES_AND_DRAWINGS - {files.FileKind.SVG},
    Kind.VIDEO: frozenset({files.FileKind.MP4, files.FileKind.WEBM}),
    Kind.FONT: frozenset({files.FileKind.TTF, files.FileKind.OTF, files.FileKind.WOFF2}),
    Kind.TEMPLATE: frozenset(files.FileKind) - {files.FileKind.MP4, files.FileKind.WEBM},
}


@dataclass(frozen=True)
class Facts:
    """What is said of an asset: what it shows in words, who holds the rights, who may use it."""

    title: str
    alt: str
    rights_holder: str
    licence: str
    credit: str = ""
    eu_licence_ok: bool = False
    shows_people: bool = False
    release_until: dt.date | None = None


@transaction.atomic
def add(
    *,
    by: Worker,
    kind: str,
    facts: Facts,
    name: str,
    blocks: Iterable[bytes],
    asset_id: uuid.UUID | None = None,
) -> Version:
    """Bring a new asset in as a draft. `asset_id` is the id of the form: sent twice, it makes one.

    Raises `files.FileRefused` with the sentence for whoever sent it.
    """
    policies.add(by).enforce()
    known = Version.objects.filter(asset=asset_id).first() if asset_id else None
    if known is not None:
        return known
    taken = _taken(Kind(kind), blocks)
    asset = Asset.objects.create(
        id=asset_id or new_id(), partner_id=by.partner_id, kind=kind, begun_at=now(), begun_by=by.user
    )
    version = _version(by, asset, facts, taken, name, number=1)
    audit.record("asset.added", on=version, digest=version.digest)
    return version


@transaction.atomic
def new_version(*, by: Worker, version: Version, name: str, blocks: Iterable[bytes]) -> Version:
    """Begin the next version with another file; what is published stays as it is until then."""
    version = locked(version.pk)
    is_at_work = Version.objects.filter(asset=version.asset_id, state=Version.State.DRAFT).exists()
    policies.new_version(by, version, is_at_work=is_at_work).enforce()
    taken = _taken(Kind(version.asset.kind), blocks)
    last = (
        Version.objects.filter(asset=version.asset_id)
        .order_by("-version")
        .values_list("version", flat=True)[0]
    )
    made = _version(by, version.asset, facts_of(version), taken, name, number=last + 1)
    audit.record("asset.version_added", on=made, version=made.version, digest=made.digest)
    return made


def facts_of(version: Version) -> Facts:
    """What is said of a version, to say it of the next. A release is of one picture: it is not carried over."""
    given = {name: getattr(version, name) for name in Facts.__dataclass_fields__}
    return Facts(**given | {"release_until": None})


def _taken(kind: Kind, blocks: Iterable[bytes]) -> files.Taken:
    taken = files.take(blocks)
    if taken.kind not in WHAT[kind]:
        raise files.FileRefused(
            _("«%(kind)s» is not sent as %(ending)s.") % {"kind": kind.label, "ending": taken.kind.upper()}
        )
    return taken


def _version(
    by: Worker, asset: Asset, facts: Facts, taken: files.Taken, name: str, *, number: int
) -> Version:
    version = Version(
        asset=asset, partner_id=asset.partner_id, version=number, **asdict(facts),
        file_name=files.named(name, taken.kind), content_type=taken.kind.content_type, size=len(taken.content),
        digest=files.keep(taken.content), width=taken.width, height=taken.height,
        cleaned=[remark[:120] for remark in taken.remarks], written_at=now(), written_by=by.user,
    )  # fmt: skip
    version.save(force_insert=True)
    keep_formats(version, taken)
    return version


def keep_formats(version: Version, taken: files.Taken) -> None:
    """Keep the formats that were made from the file of a version."""
    Rendition.objects.bulk_create(
        Rendition(
            of=version, partner_id=version.partner_id, label=made.label, content_type=made.kind.content_type,
            size=len(made.content), digest=files.keep(made.content), width=made.width, height=made.height,
        )
        for made in taken.made
    )  # fmt: skip


@transaction.atomic
def edit(*, by: Worker, version: Version, facts: Facts) -> Version:
    """Say something else of a draft."""
    version = locked(version.pk)
    policies.edit(by, version).enforce()
    for name, value in asdict(facts).items():
        setattr(version, name, value.strip() if isinstance(value, str) else value)
    version.written_at, version.written_by = now(), by.user
    version.save()
    audit.record("asset.edited", on=version)
    return version


@transaction.atomic
def add_release(*, by: Worker, version: Version, name: str, blocks: Iterable[bytes]) -> Version:
    """Keep the release that the people in a picture signed; encrypted: their names are on it."""
    version = locked(version.pk)
    policies.edit(by, version).enforce()
    stored = attachments.store(blocks, name=name, subject=version.pk, kinds=RELEASE_KINDS)
    before = version.release_stored_as
    version.release_name, version.release_stored_as = stored.name, stored.stored_as
    version.release_key_id, version.release_wrapped = stored.key_id, stored.wrapped
    version.shows_people = True
    version.save()
    audit.record("asset.release_kept", on=version, digest=stored.digest)
    transaction.on_commit(lambda: attachments.remove(before))
    return version


@transaction.atomic
def publish(*, by: Worker, version: Version) -> Version:
    """Show it to everybody; the version before it is replaced and stays as it was."""
    version = locked(version.pk)
    policies.publish(by, version).enforce()
    state = Version.State
    Version.objects.filter(asset=version.asset_id, state=state.PUBLISHED).update(
        state=state.REPLACED, ended_at=now(), ended_by=by.user
    )
    version.state, version.published_at = state.PUBLISHED, now()
    version.save(update_fields=["state", "published_at"])
    audit.record("asset.published", on=version, version=version.version, digest=version.digest)
    return version


@transaction.atomic
def withdraw(*, by: Worker, version: Version, reason: str, is_release_withdrawn: bool = False) -> Version:
    """Take it from the public, for good. `is_release_withdrawn`: somebody in it no longer wants it."""
    version = locked(version.pk)
    policies.withdraw(by, version).enforce()
    if not reason.strip():
        raise Refused(_("Say why it is withdrawn."))
    version.state, version.end_reason = Version.State.WITHDRAWN, reason.strip()[:300]
    version.ended_at, version.ended_by = now(), by.user
    if is_release_withdrawn:
        version.release_withdrawn_on = today()
    version.save(update_fields=["state", "end_reason", "ended_at", "ended_by", "release_withdrawn_on"])
    audit.record("asset.withdrawn", on=version, release=is_release_withdrawn)
    return version


@transaction.atomic
def stand_for_the_body(*, by: Worker, version: Version, stands: bool) -> Asset:
    """Let a logo stand for its body on the public site in place of the one before it, or no logo at all."""
    version = locked(version.pk)
    policies.stand_for_the_body(by, version).enforce()
    Asset.objects.filter(partner=by.partner_id, is_mark=True).update(is_mark=False)
    asset = version.asset
    asset.is_mark = stands
    asset.save(update_fields=["is_mark"])
    audit.record("asset.mark_chosen" if stands else "asset.mark_dropped", on=version)
    return asset


@transaction.atomic
def throw_away(*, by: Worker, version: Version) -> None:
    """Forget a draft; the version before it goes on."""
    version = locked(version.pk)
    policies.throw_away(by, version).enforce()
    asset, release = version.asset, version.release_stored_as
    audit.record("asset.thrown_away", on=version, version=version.version)
    version.delete()
    if not asset.versions.exists():
        asset.delete()
    transaction.on_commit(lambda: attachments.remove(release))


def locked(version_id: uuid.UUID) -> Version:
    """The row as it is now, held until the transaction ends. Refused where it is another body's."""
    rows = Version.objects.select_for_update(of=("self",)).select_related("asset")
    found = rows.filter(pk=version_id).first()
    if found is None:
        raise Refused(_("This is another body's."))
    return found
