# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the papers suggest about eligibility for the fund. The worker decides; nobody is scored.

Only people from outside the Union, or stateless, with a regular stay on the day count (rules CNT-7).
"""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from lgnet.cases.models import Intake
from lgnet.core.authz import Sentence
from lgnet.people.models import Person, ResidenceStatus, StayStatus

Eligibility = Intake.Eligibility
_BY_STATUS = {
    ResidenceStatus.Eligibility.ELIGIBLE.value: Eligibility.ELIGIBLE,
    ResidenceStatus.Eligibility.CHECK.value: Eligibility.TO_CHECK,
    ResidenceStatus.Eligibility.NOT_ELIGIBLE.value: Eligibility.NOT_ELIGIBLE,
}


@dataclass(frozen=True)
class Hint:
    """What the recorded papers suggest, and the sentence that says why."""

    eligibility: Eligibility
    why: Sentence


def hint(person: Person, stay: StayStatus | None, *, union: frozenset[str], on: dt.date) -> Hint:
    """What the status of stay and the citizenships suggest on a day. `union`: country codes of the Union."""
    citizenships = set(person.citizenships)
    if citizenships and citizenships <= union and not person.is_stateless:
        return Hint(Eligibility.NOT_ELIGIBLE, _("Only citizenships of the European Union are recorded."))
    if stay is None:
        return Hint(Eligibility.TO_CHECK, _("No status of stay is recorded yet."))
    suggested = _BY_STATUS[stay.status.so2_default]
    expired = stay.expires_on is not None and stay.expires_on < on and stay.renewal_requested_on is None
    if suggested == Eligibility.ELIGIBLE and expired:
        return Hint(Eligibility.TO_CHECK, _("The document has expired and no renewal is recorded."))
    return Hint(suggested, _("From the recorded status of stay."))


def needs_note(decided: str, suggested: str) -> bool:
    """A decision is explained when it is left to check, or when it differs from what the papers suggest."""
    return decided == Eligibility.TO_CHECK or decided != suggested


def contradiction(*, eligibility: str, outcome: str) -> Sentence:
    """Why this eligibility and this outcome do not go together; "" where they do."""
    if outcome == Intake.Outcome.TAKE_IN_CHARGE and eligibility == Eligibility.NOT_ELIGIBLE:
        return _(
            "Somebody who is not eligible cannot be taken in charge: orient the person to another service."
        )
    if outcome == Intake.Outcome.NOT_ELIGIBLE and eligibility != Eligibility.NOT_ELIGIBLE:
        return _("The outcome says not eligible: say so in the eligibility as well.")
    return ""
