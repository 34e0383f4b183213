# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where a person stands: the open intake, the open case, the edition that takes them in."""

import datetime as dt
import uuid
from functools import lru_cache

from django.db.models import QuerySet

from lgnet.cases.eligibility import Hint, hint
from lgnet.cases.models import Case, Goal, Intake, NextStep, Plan
from lgnet.core.clock import today
from lgnet.network.models import Partnership
from lgnet.people import code_lists
from lgnet.people.models import Person, StayStatus


def open_case_of(person_id: uuid.UUID) -> Case | None:
    """The one open case of a person, with its manager."""
    return Case.objects.filter(person=person_id, closed_at=None).select_related("manager").first()


def open_intake_of(person_id: uuid.UUID) -> Intake | None:
    """The intake that still waits for something, or whose case is open; None where a new episode can begin."""
    waiting = (
        Intake.objects.filter(person=person_id)
        .exclude(next_step=NextStep.NOTHING)
        .order_by("-first_contact_at")
    )
    found = waiting.first()
    if found is None:
        found = Intake.objects.filter(person=person_id, case__closed_at=None, case__isnull=False).first()
    return found


def intakes_with_people() -> QuerySet[Intake]:
    """Intakes with all that their pages show."""
    return Intake.objects.select_related("person__key", "screened_by")


def cases_with_people() -> QuerySet[Case]:
    """Cases with all that their pages show."""
    return Case.objects.select_related("person__key", "manager", "intake")


def agreed_goals(case_id: uuid.UUID) -> list[Goal]:
    """The goals that the person agreed to, in their order; what a closure must answer."""
    goals = Goal.objects.filter(plan__case=case_id, plan__status=Plan.Status.AGREED)
    return list(goals.select_related("plan__case__person__key"))


def case_made_by(intake_id: uuid.UUID, case_id: str) -> Case | None:
    """The case that a form with this id already made of the intake; None where it was not sent yet."""
    try:
        wanted = uuid.UUID(case_id)
    except ValueError:
        return None
    return Case.objects.filter(pk=wanted, intake=intake_id).first()


def partnership_of(partner_id: uuid.UUID, *, on: dt.date) -> Partnership | None:
    """The partner's part in the edition that runs on a day; the latest begun, where none runs any more."""
    begun = Partnership.objects.filter(organisation=partner_id, edition__starts_on__lte=on)
    return begun.select_related("edition").order_by("-edition__starts_on").first()


@lru_cache(maxsize=1)
def _union() -> frozenset[str]:
    return frozenset(row.code for row in code_lists.countries() if row.group == code_lists.CountryGroup.EU)


def eligibility_hint(person: Person) -> Hint:
    """What the recorded papers suggest today. One query."""
    stay = StayStatus.objects.filter(person=person, is_current=True).select_related("status").first()
    return hint(person, stay, union=_union(), on=today())
