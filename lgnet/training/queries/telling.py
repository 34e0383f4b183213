# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the people of the partner acting now must still be told: asked by a job, once a minute."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from lgnet.core.clock import now
from lgnet.network.models import Partnership
from lgnet.training.models import Enrolment, Module, Notice, Session

KIND = Notice.Kind
REMIND_BEFORE = dt.timedelta(hours=48)
BY_SOMEBODY_ELSE = (Enrolment.State.DECLINED, Enrolment.State.LAPSED)


@dataclass(frozen=True, slots=True)
class Due:
    """A letter to write: about which sessions, and whether the entry of a calendar goes with it."""

    enrolment: Enrolment
    kind: Notice.Kind
    sessions: Sequence[Session]


def partner_ids() -> list[uuid.UUID]:
    """Every organisation that takes part in an edition as a local partner or its support."""
    roles = (Partnership.Role.LOCAL_PARTNER, Partnership.Role.SUPPORT)
    rows = Partnership.objects.filter(role__in=roles)
    return list(rows.order_by("organisation").values_list("organisation", flat=True).distinct())


def due(partner_id: uuid.UUID) -> list[Due]:
    """Everything that was not told yet about modules that are not over. At most four queries."""
    ahead = Session.objects.filter(ends_at__gt=now()).values("module")
    rows = Enrolment.objects.filter(partner=partner_id, module__in=ahead)
    rows = rows.select_related("module", "colleague").order_by("asked_at", "id")
    sessions = Session.objects.select_related("module").order_by("starts_at", "id")
    found = rows.prefetch_related(Prefetch("module__sessions", sessions), "notices")
    return [one for row in found for one in _due_to(row)]


def _due_to(row: Enrolment) -> Iterable[Due]:
    told: dict[str, list[Notice]] = defaultdict(list)
    for notice in row.notices.all():
        told[notice.kind].append(notice)
    if told[KIND.ENDED]:
        return
    sessions = list(row.module.sessions.all())
    known = _known(told)
    if row.state in BY_SOMEBODY_ELSE or _is_gone(row):
        yield Due(row, KIND.ENDED, [one for one in sessions if one.pk in known])
    elif row.state == Enrolment.State.SEATED and row.approved_at is not None:
        yield from _due_to_seated(row, sessions, known, told)


def _is_gone(row: Enrolment) -> bool:
    """Whether somebody waits, for a place or an approval, in a module that was called off."""
    return (
        row.module.state == Module.State.CALLED_OFF
        and row.is_standing
        and (row.state == Enrolment.State.WAITING or row.approved_at is None)
    )


def _known(told: Mapping[str, list[Notice]]) -> dict[uuid.UUID, int]:
    """The last change of each session that somebody was told of."""
    known: dict[uuid.UUID, int] = {}
    for kind in (KIND.SEATED, KIND.MOVED, KIND.CALLED_OFF):
        for notice in told[kind]:
            if notice.session_id is not None:
                known[notice.session_id] = max(notice.sequence, known.get(notice.session_id, -1))
    return known


def _due_to_seated(
    row: Enrolment,
    sessions: Sequence[Session],
    known: Mapping[uuid.UUID, int],
    told: Mapping[str, list[Notice]],
) -> Iterable[Due]:
    held = [one for one in sessions if not one.is_called_off]
    if not known:
        if held:
            yield Due(row, KIND.SEATED, held)
        return
    changed = [one for one in sessions if one.sequence > known.get(one.pk, -1)]
    moved = [one for one in changed if not one.is_called_off]
    off = [one for one in changed if one.is_called_off and one.pk in known]
    if moved:
        yield Due(row, KIND.MOVED, moved)
    if off:
        yield Due(row, KIND.CALLED_OFF, off)
    fresh = now() - REMIND_BEFORE
    said = {
        one.session_id
        for kind, notices in told.items()
        for one in notices
        if kind == KIND.REMINDER or one.sent_at > fresh
    }
    near = [
        one
        for one in held
        if one not in changed and now() < one.starts_at <= now() + REMIND_BEFORE and one.pk not in said
    ]
    if near:
        yield Due(row, KIND.REMINDER, near)
