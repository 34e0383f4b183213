# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Contacts of the tests, made by the actions themselves. Call them while somebody acts."""

import datetime as dt

from lgnet.core.clock import now
from lgnet.network.worker import Worker
from lgnet.outreach.actions import record_contact
from lgnet.outreach.models import Contact
from lgnet.people.models import Person


def a_contact(
    by: Worker,
    *,
    hours_ago: float = 0,
    area: str = "Piazza Principe",
    nickname: str = "",
    note: str = "",
    person: Person | None = None,
    declined: bool = False,
) -> Contact:
    """Somebody met on the street, by default anonymous and just now."""
    return record_contact(
        by=by,
        place=Contact.Place.STREET,
        area=area,
        met_at=now() - dt.timedelta(hours=hours_ago),
        language="fr",
        sex="M",
        age_band="18-60",
        nickname=nickname,
        note=note,
        needs=["housing"],
        declined=declined,
        person=person,
    )
