# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who was there and for how long: by code, by the trainer's list, by the log of a webinar, or made up for."""

import hashlib
import uuid
from collections.abc import Iterable, Mapping, Sequence

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.network.worker import Worker
from lgnet.training import codes, minutes, policies
from lgnet.training.minutes import Stay
from lgnet.training.models import Attendance, Enrolment, OnlineLog, Session
from lgnet.training.queries.enrolment import standing_of
from lgnet.training.queries.programme import trainers_of

HOW = Attendance.How
LEAVES_AFTER = 10 * 60  # seconds: who scans twice at the door has not left


@transaction.atomic
def check_in(*, by: Worker, session: Session, code: str) -> Attendance:
    """Say that one is there, by the code of the room; said again later, that one leaves."""
    enrolment = standing_of(by.user.pk, session.module)
    policies.check_in(by, session, enrolment).enforce()
    assert enrolment is not None  # noqa: S101 - the policy asked
    at = now()
    how = HOW.QR if codes.is_scanned(code, session.pk, at) else HOW.CODE
    if how == HOW.CODE and not codes.is_typed(code, session.pk, at):
        raise Refused(_("This code does not hold, or no longer: type the one that is on the wall now."))
    found = Attendance.objects.select_for_update(of=("self",)).filter(enrolment=enrolment, session=session)
    known = found.first()
    if known is None:
        if at >= session.ends_at:
            raise Refused(_("The session has ended: the trainer can write down that you were there."))
        return _entered(by, enrolment, session, how)
    return _left(by, known, session)


def _entered(by: Worker, enrolment: Enrolment, session: Session, how: Attendance.How) -> Attendance:
    at = now()
    row = Attendance(
        enrolment=enrolment, session=session, how=how, entered_at=at,
        minutes=minutes.since(session, at, None), recorded_at=at, recorded_by=by.user,
    )  # fmt: skip
    row.save(force_insert=True)
    audit.record("training.entered", on=row, session=session.pk)
    return row


def _left(by: Worker, row: Attendance, session: Session) -> Attendance:
    at = now()
    if row.how not in {HOW.QR, HOW.CODE} or row.entered_at is None:
        return row  # the trainer or the log has said more
    if (at - row.entered_at).total_seconds() < LEAVES_AFTER:
        return row
    row.left_at, row.minutes = at, minutes.since(session, row.entered_at, at)
    row.recorded_at, row.recorded_by = at, by.user
    row.save(update_fields=["left_at", "minutes", "recorded_at", "recorded_by"])
    audit.record("training.left", on=row, session=session.pk)
    return row


@transaction.atomic
def keep_list(*, by: Worker, session: Session, marks: Mapping[uuid.UUID, int]) -> int:
    """Write the trainer's list: minutes by enrolment, 0 for who was absent. How many rows changed.

    What the trainer writes holds over code and log; what stays as it was keeps how it is known.
    """
    policies.keep_register(by, session, _ids(session)).enforce()
    seated = {row.pk: row for row in _class(session).filter(pk__in=marks)}
    if set(marks) - set(seated):
        raise Refused(_("Somebody on this list has no place in the module."))
    if any(not 0 <= n <= session.planned_minutes for n in marks.values()):
        raise Refused(
            _("Nobody is there longer than the session: %(n)s minutes.") % {"n": session.planned_minutes}
        )
    known = _locked(session, seated)
    changed = {pk: n for pk, n in marks.items() if n != (known[pk].minutes if pk in known else 0)}
    Attendance.objects.filter(pk__in=[known[pk].pk for pk, n in changed.items() if n == 0]).delete()
    _write(by, session, {pk: n for pk, n in changed.items() if n}, HOW.LIST, known)
    audit.record("training.list_kept", on=session, changed=len(changed))
    return len(changed)


@transaction.atomic
def make_up(*, by: Worker, session: Session, enrolment: Enrolment, length: int, note: str) -> Attendance:
    """Write down how somebody made up for a session that they missed, and for how many minutes of it."""
    policies.make_up(by, session, _ids(session)).enforce()
    if enrolment.module_id != session.module_id or enrolment.state != Enrolment.State.SEATED:
        raise Refused(_("Somebody on this list has no place in the module."))
    if not note.strip():
        raise Refused(_("Say how it was made up for: another class, the recording, a task."))
    if not 0 < length <= session.planned_minutes:
        raise Refused(
            _("Nobody is there longer than the session: %(n)s minutes.") % {"n": session.planned_minutes}
        )
    known = _locked(session, [enrolment.pk])
    if enrolment.pk in known and known[enrolment.pk].minutes >= length:
        raise Refused(_("They attended as much of this session already."))
    _write(by, session, {enrolment.pk: length}, HOW.MAKEUP, known, note=" ".join(note.split())[:300])
    row = Attendance.objects.get(enrolment=enrolment, session=session)
    audit.record("training.made_up", on=row, session=session.pk)
    return row


@transaction.atomic
def read_log(
    *, by: Worker, session: Session, name: str, content: bytes, stays: Mapping[uuid.UUID, Sequence[Stay]],
    lines: int, taken: int, errors: Sequence[tuple[int, str]],
) -> OnlineLog:  # fmt: skip
    """Write down what a log of a webinar says: by enrolment when they joined and left.

    Sent again, corrected, nothing counts twice: a log counts where it says more than what is known, and never
    over the trainer's list.
    """
    policies.keep_register(by, session, _ids(session)).enforce()
    log = OnlineLog(
        session=session, name=name[:120], digest=hashlib.sha256(content).hexdigest(), lines=lines, taken=taken,
        errors=[[line, said] for line, said in errors], read_at=now(), read_by=by.user,
    )  # fmt: skip
    log.save(force_insert=True)
    known = _locked(session, stays)
    found = {pk: minutes.of_stays(session, parts) for pk, parts in stays.items()}
    more = {
        pk: n
        for pk, n in found.items()
        if n and (pk not in known or (known[pk].how != HOW.LIST and known[pk].minutes < n))
    }
    _write(by, session, more, HOW.LOG, known)
    audit.record("training.log_read", on=session, lines=lines, taken=taken, written=len(more))
    return log


def _write(
    by: Worker, session: Session, found: Mapping[uuid.UUID, int], how: Attendance.How,
    known: Mapping[uuid.UUID, Attendance], note: str = "",
) -> None:  # fmt: skip
    """One statement for the new rows, one for the changed ones."""
    at, rows = now(), []
    for pk, n in found.items():
        row = known.get(pk) or Attendance(enrolment_id=pk, session=session)
        row.how, row.minutes, row.note, row.recorded_at, row.recorded_by = how, n, note, at, by.user
        row.entered_at = row.left_at = None
        rows.append(row)
    Attendance.objects.bulk_create([row for row in rows if row.enrolment_id not in known])
    fields = ["how", "minutes", "note", "recorded_at", "recorded_by", "entered_at", "left_at"]
    Attendance.objects.bulk_update([row for row in rows if row.enrolment_id in known], fields)


def _class(session: Session) -> QuerySet[Enrolment]:
    return Enrolment.objects.filter(module=session.module_id, state=Enrolment.State.SEATED)


def _locked(session: Session, enrolments: Iterable[uuid.UUID]) -> dict[uuid.UUID, Attendance]:
    rows = Attendance.objects.select_for_update(of=("self",)).filter(
        session=session, enrolment__in=list(enrolments)
    )
    return {row.enrolment_id: row for row in rows.order_by("id")}


def _ids(session: Session) -> set[uuid.UUID]:
    return {one.pk for one in trainers_of(session)}
