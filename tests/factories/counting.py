# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Facts of the tests, stated as the actions of the domains state them."""

import datetime as dt

from lgnet.core.ids import new_id
from lgnet.core.rowsecurity import acting_as
from lgnet.counting import actions
from lgnet.counting.models import AgeBand, CountingFact, FactKind
from lgnet.network.worker import Worker

DAY = dt.date(2026, 3, 5)


def facts(
    by: Worker, *who: int, kind: FactKind = FactKind.SUPPORTED, day: dt.date = DAY, sex: str = "F"
) -> list[CountingFact]:
    """One fact of the worker's partner for each of these people, who are known by a number everywhere."""
    with acting_as(by.actor()):
        return [
            actions.state(
                kind=kind, partner_id=by.partner_id, occurred_on=day, subject_id=new_id(), evidence="tests:1",
                pseudonym=bytes([number]) * 32, sex=sex, band=AgeBand.FROM_18_TO_60,
            )
            for number in who
        ]  # fmt: skip
