# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Setting the standards of the clock. A new standard holds from the next step of each intake on."""

from django.db import transaction

from lgnet.cases import policies
from lgnet.cases.models import ClockStandard, NextStep, Urgency
from lgnet.core import audit
from lgnet.network.worker import Worker

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


@transaction.atomic
def set_standard(*, by: Worker, step: str, urgency: int, hours: int) -> ClockStandard:
    """A partner sets its own, stricter time for a step. Refused where it is longer than the network's."""
    network = ClockStandard.objects.get(partner=None, step=step, urgency=urgency)
    policies.set_standard(by, hours=hours, network_hours=network.hours).enforce()
    standard, _made = ClockStandard.objects.update_or_create(
        partner_id=by.partner_id, step=step, urgency=urgency, defaults={"hours": hours}
    )
    audit.record("standard.set", on=standard, step=step, urgency=int(urgency), hours=hours)
    return standard
