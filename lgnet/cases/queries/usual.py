# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a worker records most and lately: the types offered first."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db.models import Count, Max

from lgnet.cases.models import Intervention
from lgnet.catalogue.models import codes_of
from lgnet.catalogue.queries import all_types
from lgnet.catalogue.succession import one_heir
from lgnet.core.clock import today

LATELY = dt.timedelta(days=60)
AT_THE_START = ("PIC01", "ACC01", "PIC03", "LEG01", "SAN01", "ABI02")  # for who has recorded nothing yet
CHIPS = (15, 30, 45, 60, 90, 120)  # minutes
USUAL = 30
OFFERED = len(AT_THE_START)


@dataclass(frozen=True)
class UsualType:
    """A type as a button: its code and its name in the language of the interface."""

    code: str
    label: str


def usual_types(user_id: uuid.UUID) -> list[UsualType]:
    """Six types: those this worker recorded most in the last 60 days, then what beginners need. Two queries.

    A code that was retired gives its place to its one heir.
    """
    rows = Intervention.objects.filter(
        delivered_by=user_id, delivered_on__gte=today() - LATELY, withdrawn_at=None
    )
    mine = (
        rows.filter(type__is_monetary=False).values("type").annotate(n=Count("id"), last=Max("recorded_at"))
    )
    used = [row["type"] for row in mine.order_by("-n", "-last", "type")[: 2 * OFFERED]]
    types, day = all_types(), today()
    codes = codes_of(types.values())
    heirs = [one_heir(code, day, codes) for code in (*used, *AT_THE_START)]
    offered = list(dict.fromkeys(code for code in heirs if code is not None))[:OFFERED]
    return [UsualType(code, types[code].on(day).label) for code in offered]
