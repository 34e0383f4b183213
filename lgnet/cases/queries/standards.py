# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The standards of the clock that hold for a partner."""

import uuid

from django.db.models import Q

from lgnet.cases import clock
from lgnet.cases.models import ClockStandard


def standards_of(partner_id: uuid.UUID) -> dict[tuple[str, int], int]:
    """Hours by step and urgency: the partner's own where stricter, else the network's. One query."""
    network: dict[tuple[str, int], int] = {}
    own: dict[tuple[str, int], int] = {}
    for row in ClockStandard.objects.filter(Q(partner=None) | Q(partner=partner_id)):
        (network if row.partner_id is None else own)[row.step, row.urgency] = row.hours
    return clock.strictest(own, network)
