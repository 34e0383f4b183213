# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the analysis keeps, as the tests need it."""

import uuid
from collections.abc import Sequence

from lgnet.analysis.actions.spread import spread_out
from lgnet.analysis.models import ANY, Wait
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.network import editions


def told(scope: uuid.UUID, days: int, *, episodes: int = 40, on_time: int = 20) -> None:
    """A partner of whose people everybody waited so many days. Call it while the jobs' role acts."""
    Wait.objects.create(
        scope=scope, step="take_in_charge", urgency=ANY, days=days, done=episodes, ended=0, waiting=0,
        on_time=on_time, late=episodes - on_time, people=episodes, told=True,
    )  # fmt: skip


def others_of(partner: uuid.UUID, how_many: int) -> list[uuid.UUID]:
    """So many other partners."""
    others = editions.local_partners().exclude(pk=partner).order_by("pk")
    return list(others.values_list("pk", flat=True)[:how_many])


def among_others(partner: uuid.UUID, days: Sequence[int] = (1, 2, 3, 5, 7, 10)) -> list[uuid.UUID]:
    """Other partners at which everybody waited so many days, and the quartiles that follow; returns the others."""
    with acting_as(Actor(DbRole.WORKER)):
        others = others_of(partner, len(days))
        for scope, waited in zip(others, days, strict=True):
            told(scope, waited)
        spread_out([partner, *others])
    return others
