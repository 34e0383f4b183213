# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Targets of the tests, decided by the direction."""

import datetime as dt

from lgnet.direction.actions import set_target
from lgnet.direction.indicators import TAKEN_IN_CHARGE, Indicator
from lgnet.direction.models import Target
from lgnet.direction.parts import NO_PARTS, Parts
from lgnet.network.models import Organisation
from lgnet.network.worker import Worker


def a_target(
    by: Worker,
    partner: Organisation | None,
    value: int,
    *,
    indicator: Indicator = TAKEN_IN_CHARGE,
    day: dt.date | None = None,
    parts: Parts = NO_PARTS,
) -> Target:
    """What a partner is to reach; call it while the direction acts."""
    return set_target(by=by, partner=partner, indicator=indicator, value=value, decided_on=day, parts=parts)
