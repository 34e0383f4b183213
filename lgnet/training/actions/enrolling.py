# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who takes part: asking for a place, the coordinator's word, giving the place back."""

import uuid
from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused, Stale
from lgnet.core.clock import now, today
from lgnet.core.rowsecurity import current_actor
from lgnet.network.worker import Worker
from lgnet.training import policies
from lgnet.training.actions.places import arrive, settle
from lgnet.training.models import Enrolment, Module
from lgnet.training.models.enrolment import STANDING
from lgnet.training.queries.enrolment import missing_for, standing_of, works_here
from lgnet.training.queries.programme import bounds

STATE = Enrolment.State


@transaction.atomic
def enrol(*, by: Worker, module: Module) -> Enrolment:
    """Ask for a place for oneself: it is theirs at once if one is free, or they wait for their turn.

    Asked twice, it is the same enrolment. A coordinator needs nobody's word.
    """
    _enforce_enrol(by, by.user.pk, module)
    approved = not module.needs_approval or policies.approve_at_all(by).allowed
    return _take_turn(by, module, by.user.pk, approved=approved)


@transaction.atomic
def enrol_colleagues(*, by: Worker, module: Module, colleagues: Collection[uuid.UUID]) -> list[Enrolment]:
    """The coordinator enrols colleagues of the partner, in the order given; it is approved with it."""
    policies.approve_at_all(by).enforce()
    if set(colleagues) - works_here(by, colleagues):
        raise Refused(_("Enrol colleagues who work for your partner today."))
    for colleague in colleagues:
        _enforce_enrol(by, colleague, module)
    return [_take_turn(by, module, colleague, approved=True) for colleague in colleagues]


def _enforce_enrol(by: Worker, colleague: uuid.UUID, module: Module) -> None:
    span = bounds(module)
    missing = missing_for(colleague, module)
    policies.enrol(by, module, missing=missing, first=span[0] if span else None).enforce()


def _take_turn(by: Worker, module: Module, colleague: uuid.UUID, *, approved: bool) -> Enrolment:
    turn = arrive(module)  # from here on nobody else is enrolled in this module
    known = standing_of(colleague, module)
    if known is not None:
        return known
    if turn is None:
        raise Stale(_("This module is not open to enrolment any more."))
    at = now()
    enrolment = Enrolment(
        module=module, partner_id=by.partner_id, colleague_id=colleague, arrival=turn, asked_at=at,
        asked_by=by.user, approved_at=at if approved else None, approved_by=by.user if approved else None,
    )  # fmt: skip
    enrolment.save(force_insert=True)
    audit.record("training.enrolled", on=enrolment, module=module.pk, arrival=turn)
    settle(module)
    enrolment.refresh_from_db(fields=["state", "seated_at"])
    return enrolment


@transaction.atomic
def approve(*, by: Worker, enrolment: Enrolment) -> Enrolment:
    """The coordinator says that a colleague may take part; the turn stays the one in which they asked."""
    enrolment = locked(enrolment.pk)
    policies.approve(by, enrolment).enforce()
    enrolment.approved_at, enrolment.approved_by = now(), by.user
    enrolment.save(update_fields=["approved_at", "approved_by"])
    audit.record("training.approved", on=enrolment, module=enrolment.module_id)
    return enrolment


@transaction.atomic
def decline(*, by: Worker, enrolment: Enrolment, reason: str) -> Enrolment:
    """The coordinator says that a colleague does not take part, and why; the next one moves up."""
    enrolment = locked(enrolment.pk)
    policies.decline(by, enrolment).enforce()
    if not reason.strip():
        raise Refused(_("Say why: your colleague reads it."))
    return _end(enrolment, STATE.DECLINED, by, reason)


@transaction.atomic
def withdraw(*, by: Worker, enrolment: Enrolment, reason: str = "") -> Enrolment:
    """Give the place back; the next one moves up and is told."""
    enrolment = locked(enrolment.pk)
    span = bounds(enrolment.module)
    policies.withdraw(by, enrolment, last=span[1] if span else None).enforce()
    return _end(enrolment, STATE.WITHDRAWN, by, reason)


def _end(enrolment: Enrolment, state: Enrolment.State, by: Worker | None, reason: str) -> Enrolment:
    enrolment.state, enrolment.ended_at = state, now()
    enrolment.ended_by = by.user if by else None
    enrolment.end_reason = " ".join(reason.split())[:300]
    enrolment.save(update_fields=["state", "ended_at", "ended_by", "end_reason"])
    audit.record(f"training.{state}", on=enrolment, module=enrolment.module_id)
    settle(enrolment.module_id)
    return enrolment


def lapse_unapproved() -> int:
    """End the requests of the partner acting now that nobody decided on until enrolment closed; how many.

    Run by the daily job as `lgnet_worker`, partner by partner: the places go to who waits.
    """
    actor = current_actor()
    if actor is None or actor.partner_id is None:
        return 0
    late = Enrolment.objects.select_for_update(of=("self",)).filter(
        partner=actor.partner_id, state__in=STANDING, approved_at=None, module__enrol_until__lt=today(),
        module__state=Module.State.OPEN,
    )  # fmt: skip
    rows = list(late.select_related("module").order_by("id"))
    for row in rows:
        _end(row, STATE.LAPSED, None, "")
    return len(rows)


def locked(enrolment_id: uuid.UUID) -> Enrolment:
    """The enrolment as it is now, with its module, held until the transaction ends."""
    rows = Enrolment.objects.select_for_update(of=("self",)).select_related("module", "colleague")
    return rows.get(pk=enrolment_id)
