# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The first page of somebody on the mobile unit: tonight, and the button that writes down a contact."""

from collections.abc import Sequence
from dataclasses import dataclass

from lgnet.desk.addresses import address
from lgnet.desk.pages.circulars import circulars_tile
from lgnet.desk.pages.colleagues import colleagues_tile
from lgnet.desk.pages.contribution import Contribution, contribution
from lgnet.desk.pages.day import greeting
from lgnet.desk.pages.learning import training_tile
from lgnet.desk.pages.tiles import Tile
from lgnet.network.worker import Worker
from lgnet.outreach.models import Contact
from lgnet.outreach.queries import tonight

SHOWN = 20


@dataclass(frozen=True, slots=True)
class StreetPage:
    """Tonight's contacts, the latest first."""

    greeting: str
    contacts: Sequence[Contact]
    is_more: bool
    new_url: str
    list_url: str
    circulars: Tile
    training: Tile
    colleagues: Tile
    own: Contribution


def street_page(worker: Worker) -> StreetPage:
    """At most eleven queries."""
    contacts = tonight(SHOWN)
    return StreetPage(
        greeting=greeting(worker),
        contacts=contacts[:SHOWN],
        is_more=len(contacts) > SHOWN,
        new_url=address("outreach:new"),
        list_url=address("outreach:list"),
        circulars=circulars_tile(worker),
        training=training_tile(worker),
        colleagues=colleagues_tile(worker),
        own=contribution(worker),
    )
