# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the network counts of a public event: that it was held, and each participation in it that is known.

Called in the transaction of the verbs that make it true, while the event is held by them. No fact leads to whoever
came: what is behind all of them is the event.
"""

from lgnet.core.clock import ROME
from lgnet.counting import actions as counting
from lgnet.counting.models import FactKind
from lgnet.society.models import Event, Registration

PUBLIC = "public"  # the sort of event; others come from other domains
REGISTERED, WALK_IN = "registered", "walk_in"  # how a participation became known


def count_held(event: Event) -> None:
    """It was held: one event, who was ticked off, who was counted without having registered."""
    _hold(event, FactKind.EVENT, PUBLIC)
    if event.arrivals:  # the nation takes none, and may not look
        came = Registration.objects.filter(event=event, came_at__isnull=False).count()
        _hold(event, FactKind.PARTICIPATION, REGISTERED, came)
    _hold(event, FactKind.PARTICIPATION, WALK_IN, event.walk_ins or 0)


def take_back(event: Event) -> None:
    """It was not held after all, or not yet."""
    for kind in (FactKind.PARTICIPATION, FactKind.EVENT):
        counting.take_back(
            kind=kind, subject_id=event.pk, reason="the event was put back among the published ones"
        )


def count_one_more(event: Event) -> None:
    """Somebody is ticked off after it was said that it was held."""
    _hold(event, FactKind.PARTICIPATION, REGISTERED)


def count_one_less(event: Event) -> None:
    """Somebody was ticked off by mistake; which of the participations it was is not known, and makes no difference."""
    counting.take_back(
        kind=FactKind.PARTICIPATION, subject_id=event.pk, detail=REGISTERED, most=1, reason="ticked off by mistake",
    )  # fmt: skip


def _hold(event: Event, kind: FactKind, detail: str, n: int = 1) -> None:
    counting.hold(
        kind=kind, n=n, detail=detail, occurred_on=event.starts_at.astimezone(ROME).date(), subject_id=event.pk,
        evidence=f"society.event:{event.pk}",
    )  # fmt: skip
