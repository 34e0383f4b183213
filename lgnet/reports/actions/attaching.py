# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Files of a report. What was sent once stays for good: the sending names it by its hash."""

import uuid
from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.core.ids import new_id
from lgnet.interop import attachments as files
from lgnet.network.worker import Worker
from lgnet.reports import policies, queries
from lgnet.reports.actions.writing import locked
from lgnet.reports.models import Attachment, Report

MOST = 10  # files of one report


@transaction.atomic
def attach(
    *, by: Worker, report: Report, name: str, blocks: Iterable[bytes], attachment_id: uuid.UUID | None = None
) -> Attachment:
    """Keep a file with the report, encrypted. Sent twice with one id it is one file.

    Raises `Refused` with the reason where the file is not taken.
    """
    report = locked(report.pk)
    policies.write(by, report).enforce()
    known = Attachment.objects.filter(pk=attachment_id, report=report).first() if attachment_id else None
    if known is not None:
        return known
    if queries.attachments(report).count() >= MOST:
        raise Refused(_("A report has %(n)s attachments at most.") % {"n": MOST})
    row_id = attachment_id or new_id()
    try:
        stored = files.store(blocks, name=name, subject=row_id)
    except files.AttachmentRefused as refused:
        raise Refused(refused.reason) from refused
    try:
        with transaction.atomic():
            row = Attachment.objects.create(
                id=row_id, partner_id=report.partner_id, report=report, name=stored.name,
                content_type=stored.content_type, size=stored.size, digest=stored.digest,
                stored_as=stored.stored_as, key_id=stored.key_id, wrapped=stored.wrapped, added_at=now(),
                added_by_id=by.user.pk,
            )  # fmt: skip
            audit.record("report.attached", on=report, attachment=row.pk)
    except BaseException:
        files.remove(stored.stored_as)
        raise
    return row


@transaction.atomic
def detach(*, by: Worker, attachment: Attachment) -> None:
    """Take a file out of the report. It stays, and can be put back."""
    report = locked(attachment.report_id)
    policies.write(by, report).enforce()
    attachment.removed_at, attachment.removed_by_id = now(), by.user.pk
    attachment.save(update_fields=["removed_at", "removed_by"])
    audit.record("report.detached", on=report, attachment=attachment.pk)


@transaction.atomic
def put_back_attachment(*, by: Worker, attachment: Attachment) -> None:
    """Put a file back that was taken out."""
    report = locked(attachment.report_id)
    policies.write(by, report).enforce()
    attachment.removed_at, attachment.removed_by = None, None
    attachment.save(update_fields=["removed_at", "removed_by"])
    audit.record("report.attached", on=report, attachment=attachment.pk)


def see_attachment(*, by: Worker, attachment: Attachment) -> bytes:
    """The file as it was sent, and the trace that somebody took it."""
    policies.see(by).enforce()
    audit.record("report.attachment_seen", on=attachment)
    return files.read(
        attachment.stored_as,
        key_id=attachment.key_id,
        wrapped=bytes(attachment.wrapped),
        subject=attachment.pk,
    )
