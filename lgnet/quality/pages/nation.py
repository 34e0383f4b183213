# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The nation's look at the data of all partners: words and numbers of rows, never a person."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from django.urls import reverse
from django.utils.functional import Promise

from lgnet.network import editions
from lgnet.network.models import Organisation
from lgnet.quality import queries
from lgnet.quality.checks import Dimension
from lgnet.quality.pages.scores import Reading, percent, reading, summed


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """A partner: a cell for each dimension, and all of them together."""

    partner: Organisation
    url: str
    cells: Sequence[Reading]
    whole: Reading


@dataclass(frozen=True, slots=True)
class Spread:
    """From the partner with the most to mend to the one with the least."""

    dimension: str | Promise
    lowest: str
    middle: str
    highest: str


@dataclass(frozen=True, slots=True)
class NationPage:
    """The partners by name, the spread of each dimension, and the network's line."""

    measured_on: dt.date | None
    dimensions: Sequence[str | Promise]
    rows: Sequence[PartnerRow]
    spread: Sequence[Spread]
    network: Sequence[tuple[str | Promise, Reading]]


def nation_page() -> NationPage:
    """Two queries, however many partners there are."""
    partners = list(editions.local_partners())
    measured = queries.by_partner()
    rows = []
    for partner in partners:
        series = measured.get(partner.pk, {})
        cells = [reading(series.get(dimension, {})) for dimension in Dimension]
        url = reverse("quality:partner", args=[partner.code])
        rows.append(PartnerRow(partner, url, cells, reading(summed(list(series.values())))))
    weeks = [week for series in measured.values() for by_week in series.values() for week in by_week]
    network = [
        (dimension.label, reading(summed([series.get(dimension, {}) for series in measured.values()])))
        for dimension in Dimension
    ]
    return NationPage(
        measured_on=max(weeks, default=None),
        dimensions=[dimension.label for dimension in Dimension],
        rows=rows,
        spread=[_spread(dimension, [row.cells[i] for row in rows]) for i, dimension in enumerate(Dimension)],
        network=network,
    )


def _spread(dimension: Dimension, cells: Sequence[Reading]) -> Spread:
    shares = [cell.share for cell in cells if cell.share is not None]
    if not shares:
        return Spread(dimension.label, "—", "—", "—")
    return Spread(dimension.label, percent(min(shares)), percent(median(shares)), percent(max(shares)))
