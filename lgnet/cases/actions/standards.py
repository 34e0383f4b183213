# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Setting the standards of the clock."""

from django.db import transaction

from lgnet.cases.models import ClockStandard, NextStep, Urgency

# Hours for (ordinary, soon, urgent, at once). No law fixes them; sources and reasons in docs/adr/0012.
NETWORK_HOURS = {
    NextStep.SCREEN: (7 * 24, 5 * 24, 24, 4),
    NextStep.TAKE_IN_CHARGE: (15 * 24, 10 * 24, 3 * 24, 24),
    NextStep.FIRST_SERVICE: (15 * 24, 7 * 24, 48, 24),
}


@transaction.atomic
def load_network_standards() -> None:
    """Write the network's standards where there is none yet. Repeatable; run as the owner."""
    for step, hours in NETWORK_HOURS.items():
        for urgency in Urgency:
            ClockStandard.objects.get_or_create(
                partner=None, step=step, urgency=urgency, defaults={"hours": hours[urgency.value]}
            )
