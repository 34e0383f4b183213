# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The work of a night on one of the databases: `python -m bench.night` prints how long each part took, in seconds.

Pages that are measured afterwards read what it made.
"""

import json
import time
from collections.abc import Callable

import django

django.setup()

from django.db import connection  # noqa: E402 - models need Django set up

from lgnet.analysis.actions import refresh_all  # noqa: E402
from lgnet.core.rowsecurity import Actor, DbRole, acting_as  # noqa: E402
from lgnet.network import editions  # noqa: E402
from lgnet.quality.jobs import measure_partner  # noqa: E402


def _quality() -> None:
    with acting_as(Actor(DbRole.WORKER)):
        partners = [partner.pk for partner in editions.local_partners()]
    for partner_id in partners:
        measure_partner(partner_id, thoroughly=False)


def _seconds(work: Callable[[], object]) -> float:
    began = time.monotonic()
    work()
    return round(time.monotonic() - began, 1)


if __name__ == "__main__":
    print(
        json.dumps(
            {"roll-ups of the analysis": _seconds(refresh_all), "quality of all rows": _seconds(_quality)}
        )
    )
    connection.close()
