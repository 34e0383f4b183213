# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Work in the background: asked for, begun, told how far it is, ended. Each is a transaction of its own."""

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.core.rowsecurity import DbRole, acting_as
from lgnet.network import editions
from lgnet.network.worker import Worker
from lgnet.snapshots import policies
from lgnet.snapshots.models import Snapshot, Work

State = Work.State
QUIET = dt.timedelta(minutes=3)  # a part of an export takes seconds; a cut-off says nothing for a minute


@transaction.atomic
def ask(
    *,
    by: Worker,
    kind: str,
    snapshot: Snapshot | None = None,
    cutoff_on: dt.date | None = None,
    reason: str = "",
    sheet: str = "",
    indicator: str = "",
    format: str = "",  # noqa: A002 - the field is called so
    columns: Sequence[tuple[str, str]] = (),
    in_background: bool = True,
) -> Work:
    """Have a cut-off taken or verified, or a long sheet made. The job begins after the transaction."""
    _allowed(by, kind, cutoff_on, sheet)
    work = Work.objects.create(
        kind=kind,
        partner_id=None if by.role.db_role == DbRole.NATIONAL else by.partner_id,
        snapshot=snapshot,
        cutoff_on=cutoff_on,
        reason=reason.strip(),
        sheet=sheet,
        indicator=indicator,
        format=format,
        columns=list(columns),
        asked_at=now(),
        asked_by_id=by.user.pk,
    )
    audit.record(f"snapshot.{kind}_asked", on=work, sheet=sheet, cutoff_on=cutoff_on or "")
    if in_background:
        _defer(by, work)
    return work


def _allowed(by: Worker, kind: str, cutoff_on: dt.date | None, sheet: str) -> None:
    if kind == Work.Kind.TAKE:
        policies.take(by, editions.current(), cutoff_on).enforce()
    elif kind == Work.Kind.VERIFY:
        policies.verify(by).enforce()
    else:
        policies.export(by, sheet).enforce()


@transaction.atomic
def ask_again(*, by: Worker, work: Work, in_background: bool = True) -> Work:
    """Go on with work whose process was ended, from where it stopped."""
    work = _locked(work.pk)
    policies.resume(by, work).enforce()
    if is_moving(work):
        raise Refused(_("It is at work: wait until it is done."))
    work.state, work.failure, work.beat_at = State.WAITING, "", None
    work.save(update_fields=["state", "failure", "beat_at"])
    audit.record("snapshot.work_resumed", on=work)
    if in_background:
        _defer(by, work)
    return work


def is_moving(work: Work) -> bool:
    """Whether a process told something of this work a short while ago."""
    heard = work.beat_at or (work.asked_at if work.state == State.WAITING else None)
    return work.is_open and heard is not None and now() - heard < QUIET


def begin(*, by: Worker, work_id: uuid.UUID) -> Work | None:
    """Take a piece of work up; None where it is over, or another process moves it."""
    with acting_as(by.actor()):
        work = _locked(work_id)
        if not work.is_open or (work.state == State.RUNNING and is_moving(work)):
            return None
        work.state, work.beat_at = State.RUNNING, now()
        work.save(update_fields=["state", "beat_at"])
        return Work.objects.select_related("snapshot__edition", "snapshot__before").get(pk=work_id)


def tell(*, by: Worker, work: Work, **values: Any) -> None:
    """Say how far the work is."""
    with acting_as(by.actor()):
        _change(work, beat_at=now(), **values)


def end(*, by: Worker, work: Work, outcome: dict[str, Any], snapshot: Snapshot | None = None) -> None:
    """The work is done."""
    more = {} if snapshot is None else {"snapshot": snapshot}
    with acting_as(by.actor()):
        _change(work, state=State.DONE, outcome=outcome, finished_at=now(), failure="", **more)


def fail(*, by: Worker, work: Work, failure: str) -> None:
    """The work came to nothing, and why."""
    with acting_as(by.actor()):
        _change(work, state=State.FAILED, failure=failure[:500], finished_at=now())
        audit.record("snapshot.work_failed", on=work)


def _change(work: Work, **values: Any) -> None:
    for name, value in values.items():
        setattr(work, name, value)
    work.save(update_fields=list(values))


def _locked(work_id: uuid.UUID) -> Work:
    return Work.objects.select_for_update(of=("self",)).get(pk=work_id)


def _defer(by: Worker, work: Work) -> None:
    task = app.configure_task("snapshots.work", allow_unknown=True)
    task.defer(work_id=str(work.pk), membership_id=str(by.membership.pk))
