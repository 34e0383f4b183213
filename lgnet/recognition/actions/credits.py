# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A worker's own record: courses attended elsewhere, with their proof."""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, fields
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now, today
from lgnet.core.ids import new_id
from lgnet.interop import attachments
from lgnet.network.worker import Worker
from lgnet.recognition import policies
from lgnet.recognition.models import OutsideCourse, Scheme


@dataclass(frozen=True)
class Entry:
    """What somebody enters of a course elsewhere."""

    title: str
    body: str
    ended_on: dt.date
    hours: Decimal = Decimal(0)
    scheme: Scheme | None = None
    credits: Decimal = Decimal(0)
    special_credits: Decimal = Decimal(0)
    is_activity: bool = False
    accreditation: str = ""


@transaction.atomic
def enter_course(*, by: Worker, entry: Entry, course_id: uuid.UUID | None = None) -> OutsideCourse:
    """Enter a course. `course_id` is the id the form was drawn with: sent twice, it is entered once."""
    policies.keep_credits(by).enforce()
    known = OutsideCourse.objects.filter(pk=course_id).first() if course_id else None
    if known is not None:
        return known
    if entry.ended_on > today():
        raise Refused(_("A course is entered when it has ended."))
    if entry.credits and entry.scheme is None:
        raise Refused(_("Say of which scheme the credits are."))
    if entry.special_credits > entry.credits:
        raise Refused(_("The part on deontology is within the credits."))
    values = {name: getattr(entry, name) for name in (one.name for one in fields(Entry))}
    row = OutsideCourse(
        id=course_id or new_id(), colleague=by.user, partner_id=by.partner_id, entered_at=now(), **values
    )
    row.save(force_insert=True)
    audit.record("credit.entered", on=row, with_credits=bool(entry.credits))
    return row


@transaction.atomic
def attach_proof(*, by: Worker, course: OutsideCourse, name: str, blocks: Iterable[bytes]) -> OutsideCourse:
    """Keep the proof of a course, encrypted; a new one takes the place of the former. Raises AttachmentRefused."""
    policies.keep_credits(by).enforce()
    course = OutsideCourse.objects.select_for_update(of=("self",)).get(pk=course.pk, colleague=by.user.pk)
    former = course.stored_as
    stored = attachments.store(blocks, name=name, subject=course.pk)
    course.proof_name, course.proof_type, course.proof_size = stored.name, stored.content_type, stored.size
    course.proof_digest, course.stored_as = stored.digest, stored.stored_as
    course.key_id, course.wrapped = stored.key_id, stored.wrapped
    course.save()
    audit.record("credit.proof_kept", on=course, digest=stored.digest)
    if former:
        transaction.on_commit(lambda: attachments.remove(former))
    return course


@transaction.atomic
def take_back_course(*, by: Worker, course: OutsideCourse) -> None:
    """Take it out of the record; it can be put back."""
    _mark(by, course, now())


@transaction.atomic
def restore_course(*, by: Worker, course: OutsideCourse) -> None:
    """Put back what was taken out."""
    _mark(by, course, None)


def _mark(by: Worker, course: OutsideCourse, at: dt.datetime | None) -> None:
    policies.keep_credits(by).enforce()
    course = OutsideCourse.objects.select_for_update(of=("self",)).get(pk=course.pk, colleague=by.user.pk)
    course.withdrawn_at = at
    course.save(update_fields=["withdrawn_at"])
    audit.record("credit.taken_back" if at else "credit.restored", on=course)
