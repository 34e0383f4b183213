# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Materials come in versions: the last one is shown, what was read before stays to be read again."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from io import StringIO

import webvtt
from django.db import transaction
from django.utils.translation import gettext as _
from webvtt.errors import MalformedCaptionError, MalformedFileError

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.core.ids import new_id
from lgnet.interop import attachments
from lgnet.network.worker import Worker
from lgnet.training import policies
from lgnet.training.models import Material, MaterialVersion, Module, Session
from lgnet.training.queries.programme import trainer_ids

TEXT = 200_000
LARGEST_VIDEO = 100 * attachments.MEGABYTE
KIND = Material.Kind


@dataclass(frozen=True)
class Content:
    """What a version holds: a text, or a file by its name and blocks; a video also captions and a transcript."""

    text: str = ""
    name: str = ""
    blocks: Iterable[bytes] = ()
    captions: str = ""
    transcript: str = ""
    what_changed: str = ""


@transaction.atomic
def add_material(
    *, by: Worker, module: Module, kind: str, title: str, content: Content, session: Session | None = None,
    material_id: uuid.UUID | None = None,
) -> Material:  # fmt: skip
    """Add a file, a page or a video to a module, perhaps to one of its sessions. Sent twice, it makes one."""
    policies.add_material(by, module, trainer_ids(module)).enforce()
    known = Material.objects.filter(pk=material_id).first() if material_id else None
    if known is not None:
        return known
    material = Material(
        id=material_id or new_id(), module=module, session=session, kind=kind,
        title=" ".join(title.split()), added_at=now(),
    )  # fmt: skip
    material.save(force_insert=True)
    _add_version(by, material, content, number=1)
    audit.record("training.material_added", on=material, module=module.pk)
    return material


@transaction.atomic
def add_version(*, by: Worker, material: Material, content: Content) -> MaterialVersion:
    """Put a new version in the place of the last one."""
    material = _locked(material.pk)
    policies.take_back(by, material, trainer_ids(material.module)).enforce()
    last = MaterialVersion.objects.filter(material=material).order_by("-number").first()
    version = _add_version(by, material, content, number=last.number + 1 if last else 1)
    audit.record("training.material_changed", on=material, number=version.number)
    return version


@transaction.atomic
def take_back(*, by: Worker, material: Material) -> Material:
    """Show it no more; it stays for who keeps the evidence."""
    material = _locked(material.pk)
    policies.take_back(by, material, trainer_ids(material.module)).enforce()
    material.taken_back_at = now()
    material.save(update_fields=["taken_back_at"])
    audit.record("training.material_taken_back", on=material)
    return material


@transaction.atomic
def show_again(*, by: Worker, material: Material) -> Material:
    """Undo taking it back."""
    material = _locked(material.pk)
    policies.add_material(by, material.module, trainer_ids(material.module)).enforce()
    material.taken_back_at = None
    material.save(update_fields=["taken_back_at"])
    audit.record("training.material_shown_again", on=material)
    return material


def checked_captions(text: str) -> str:
    """Captions as they came, if they are WebVTT with at least one line to read. Raises Refused."""
    plain = text.replace("\r\n", "\n").strip().removeprefix("\ufeff")
    try:
        found = webvtt.from_buffer(StringIO(plain))
    except (MalformedFileError, MalformedCaptionError, ValueError) as wrong:
        raise Refused(_("These captions are not WebVTT: the file begins with “WEBVTT”.")) from wrong
    if not any(caption.text.strip() for caption in found.captions):
        raise Refused(_("These captions hold no words."))
    return plain + "\n"


def _add_version(by: Worker, material: Material, content: Content, *, number: int) -> MaterialVersion:
    row = MaterialVersion(
        id=new_id(), material=material, kind=material.kind, number=number, added_at=now(), added_by=by.user,
        what_changed=" ".join(content.what_changed.split())[:200],
    )  # fmt: skip
    if material.kind == KIND.PAGE:
        row.text = content.text.strip()[:TEXT]
        if not row.text:
            raise Refused(_("Write the page."))
    else:
        _keep_file(row, content)
    row.save(force_insert=True)
    return row


def _keep_file(row: MaterialVersion, content: Content) -> None:
    is_video = row.kind == KIND.VIDEO
    if is_video:
        row.captions = checked_captions(content.captions)
        row.transcript = content.transcript.strip()[:TEXT]
        if not row.transcript:
            raise Refused(_("Write the transcript: whoever cannot see or hear the video reads it."))
    stored = attachments.store(
        content.blocks, name=content.name, subject=row.pk,
        kinds=attachments.VIDEOS if is_video else attachments.KINDS,
        largest=LARGEST_VIDEO if is_video else attachments.LARGEST,
    )  # fmt: skip
    row.name, row.content_type, row.size = stored.name, stored.content_type, stored.size
    row.digest, row.stored_as = stored.digest, stored.stored_as
    row.key_id, row.wrapped = stored.key_id, stored.wrapped


def _locked(material_id: uuid.UUID) -> Material:
    rows = Material.objects.select_for_update(of=("self",)).select_related("module")
    return rows.get(pk=material_id)
