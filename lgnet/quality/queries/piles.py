# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The head of somebody's list for the first page: last night's, of which only what still stands is shown."""

import datetime as dt
import uuid
from collections.abc import Sequence

from lgnet.core.clock import now, today
from lgnet.network.models import Membership
from lgnet.network.worker import Worker
from lgnet.quality.checks import CHECKS
from lgnet.quality.models import Pile
from lgnet.quality.queries.misses import Miss, ToMend, count_to_mend, standing

FRESH = dt.timedelta(hours=26)  # a night and a late job


def at_work(partner_id: uuid.UUID) -> list[Membership]:
    """Who is at work at a partner today, each in each role."""
    rows = Membership.objects.filter(organisation=partner_id, ended_at=None, valid_from__lte=today())
    rows = rows.exclude(valid_until__lt=today())
    return list(rows.select_related("user", "organisation"))


def first_to_mend(
    *, by: Worker, checks: tuple[str, ...], coordinates: bool = False, size: int = 5
) -> tuple[list[ToMend], int]:
    """The first of somebody's list and about how many people are in it. Two short statements, after a night.

    Whoever came after the night, or has mended everything that it left at the top, waits for the count once.
    """
    pile = Pile.objects.filter(membership=by.membership.pk, counted_at__gt=now() - FRESH).first()
    kept = _heads(pile.heads) if pile else []
    still = (
        standing([miss for row in kept for miss in row.misses], partner_id=by.partner_id) if kept else set()
    )
    rows = [row for row in kept if (row.misses[0].check.code, row.misses[0].subject_id) in still]
    if pile is None or len(rows) < min(size, pile.people):
        mended_all = pile is not None and pile.people <= len(kept)
        if not mended_all:
            return count_to_mend(
                partner_id=by.partner_id,
                worker_id=by.user.pk,
                checks=checks,
                coordinates=coordinates,
                size=size,
            )
    people = pile.people - (len(kept) - len(rows)) if pile else 0
    return rows[:size], people


def _heads(kept: Sequence[Sequence[str]]) -> list[ToMend]:
    return [
        ToMend(
            uuid.UUID(person),
            int(rank),
            (Miss(CHECKS[code], uuid.UUID(subject), uuid.UUID(person), uuid.UUID(case) if case else None),),
        )
        for person, rank, code, subject, case in kept
        if code in CHECKS
    ]


__all__ = ["at_work", "first_to_mend"]
