# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether an intervention makes the person a "participant supported" (O.2.3), and if not, why: one sentence.

Rules CNT-5 to CNT-7: the first service delivered to somebody identified, from outside the Union, with a
regular stay on that day or found eligible at the screening.
"""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from lgnet.cases.models import Intake, Intervention
from lgnet.catalogue.models import InterventionType
from lgnet.core.authz import Sentence
from lgnet.people.models import ResidenceStatus, StayStatus

INDICATOR = "O.2.3"


@dataclass(frozen=True)
class Counted:
    """Whether it counts, and the sentence that the worker reads."""

    counts: bool
    why: Sentence


def is_support(kind: InterventionType, on: dt.date) -> bool:
    """Whether the type counted, on that day, for O.2.3 or one of its parts (O.2.3.1 to O.2.3.3 are "of which")."""
    codes = kind.on(on).counts_for.split()
    return any(code == INDICATOR or code.startswith(f"{INDICATOR}.") for code in codes)


def is_regular(stay: StayStatus | None, on: dt.date) -> bool:
    """Whether the status of stay counts by itself on a day: eligible, and not expired without a renewal."""
    if stay is None or stay.status.so2_default != ResidenceStatus.Eligibility.ELIGIBLE:
        return False
    return stay.expires_on is None or stay.expires_on >= on or stay.renewal_requested_on is not None


def may_count(eligibility: str, stay: StayStatus | None, on: dt.date) -> bool:
    """Whether somebody's papers let them count on a day: found eligible at the screening, or a regular stay."""
    if eligibility == Intake.Eligibility.NOT_ELIGIBLE:
        return False
    return eligibility == Intake.Eligibility.ELIGIBLE or is_regular(stay, on)


def judge(row: Intervention, intake: Intake, stay: StayStatus | None) -> Counted:
    """Whether this intervention counts the person. `stay`: the status of stay on the day of the intervention."""
    if row.result != Intervention.Result.DONE:
        return Counted(False, _("It does not count towards O.2.3: the service was not given."))
    if not is_support(row.type, row.delivered_on):
        return Counted(False, _("It does not count towards O.2.3: this type of intervention is not for it."))
    if intake.eligibility == Intake.Eligibility.NOT_ELIGIBLE:
        return Counted(False, _("It does not count towards O.2.3: the screening says not eligible."))
    if may_count(intake.eligibility, stay, row.delivered_on):
        return Counted(True, _("With this the person counts as a participant supported (O.2.3)."))
    if stay is None:
        return Counted(
            False, _("It does not count towards O.2.3 yet: no status of stay is recorded for that day.")
        )
    return Counted(
        False,
        _("It does not count towards O.2.3 yet: with the status of stay of that day somebody must decide."),
    )
