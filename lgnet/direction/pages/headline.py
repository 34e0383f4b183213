# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Three figures of a partner with their pace, for the coordinator's first page."""

import datetime as dt
import uuid
from dataclasses import dataclass

from lgnet.direction import queries
from lgnet.direction.indicators import CONTACTS, O_2_3, TAKEN_IN_CHARGE
from lgnet.direction.pages.standing import Standing, standing_of
from lgnet.network import editions

KEY = (CONTACTS, TAKEN_IN_CHARGE, O_2_3)


@dataclass(frozen=True, slots=True)
class Headline:
    """The figures, and when they were true."""

    standings: tuple[Standing, ...]
    as_of: dt.datetime


def headline(partner: uuid.UUID) -> Headline:
    """The key figures of a partner. Three queries."""
    edition = editions.current()
    found, targets = queries.figures(partner, KEY), queries.targets(edition, {partner})
    standings = tuple(
        standing_of(each, found[each.code].by_month(), targets.get((partner, each.code)), edition)
        for each in KEY
    )
    return Headline(standings, found[O_2_3.code].as_of)
