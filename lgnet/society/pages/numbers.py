# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A campaign's own numbers: events held, who registered, who came, by partner and month; what was made for it.

Events held and participations are those of the indicators, from the same facts: the page and the figures of the network
never differ. Who registered is no indicator, and stands beside them.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from lgnet.direction.indicators.events import EVENTS, PARTICIPATIONS
from lgnet.network.models import Organisation
from lgnet.society import queries
from lgnet.society.models import Campaign


@dataclass(frozen=True, slots=True)
class Number:
    """What one partner did in a month. `registered`: None where nobody could register; `came`: where nobody counted."""

    partner: str
    month: dt.date
    held: int
    registered: int | None
    came: int | None


@dataclass(frozen=True, slots=True)
class Numbers:
    """All of them, the latest month first, with their sums; and the products with their copies."""

    rows: Sequence[Number]
    held: int
    registered: int
    came: int
    products: int
    copies: int
    events_url: str
    participations_url: str


def numbers_of(campaign: Campaign, *, products: int, copies: int) -> Numbers:
    """Two queries."""
    found = queries.numbers(campaign)
    names = dict(
        Organisation.objects.filter(pk__in={key[0] for key in found}).values_list("pk", "short_name")
    )
    rows = [
        Number(
            names.get(partner, ""),
            month,
            what.get(str(EVENTS.fact_kind), 0),
            what.get(queries.REGISTERED),
            what.get(str(PARTICIPATIONS.fact_kind)),
        )
        for (partner, month), what in found.items()
    ]
    return Numbers(
        rows=sorted(rows, key=lambda row: (-row.month.toordinal(), row.partner)),
        held=sum(row.held for row in rows),
        registered=sum(row.registered or 0 for row in rows),
        came=sum(row.came or 0 for row in rows),
        products=products,
        copies=copies,
        events_url=reverse("direction:indicator", args=[EVENTS.code]),
        participations_url=reverse("direction:indicator", args=[PARTICIPATIONS.code]),
    )
