# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who lives with a person and who answers for a minor."""

import datetime as dt
import uuid

from django.db import transaction

from lgnet.core import audit
from lgnet.core.clock import now, today
from lgnet.core.ids import new_id
from lgnet.network.worker import Worker
from lgnet.people import policies
from lgnet.people.actions.identity import locked
from lgnet.people.models import (
    Guardian,
    Household,
    HouseholdMember,
    Person,
)


@transaction.atomic
def join_household(
    *, by: Worker, person: Person, role: str, relative: Person | None = None, from_on: dt.date | None = None
) -> HouseholdMember:
    """Put a person in the household of a relative (or in a new one), in a role."""
    person = locked(person)
    policies.join_household(by, person).enforce()
    since = from_on or today()
    place = HouseholdMember.objects.filter(person=relative, until_on=None).first() if relative else None
    if place is not None:
        household = place.household
    else:
        household = Household.objects.create(partner_id=person.partner_id, created_at=now())
        if relative is not None:
            HouseholdMember.objects.create(
                partner_id=person.partner_id,
                household=household,
                person=relative,
                role=HouseholdMember.Role.HEAD,
                from_on=since,
            )
    member, _created = HouseholdMember.objects.get_or_create(
        household=household,
        person=person,
        until_on=None,
        defaults={"partner_id": person.partner_id, "role": role, "from_on": since},
    )
    audit.record("person.joined_household", on=person, role=role)
    return member


@transaction.atomic
def leave_household(*, by: Worker, member: HouseholdMember) -> None:
    """End a person's place in a household today."""
    person = locked(member.person)
    policies.leave_household(by, person).enforce()
    HouseholdMember.objects.filter(pk=member.pk, until_on=None).update(until_on=today())
    audit.record("person.left_household", on=person)


@transaction.atomic
def add_guardian(
    *,
    by: Worker,
    person: Person,
    name: str,
    reach: str = "",
    appointed_on: dt.date | None = None,
    row_id: uuid.UUID | None = None,
) -> Guardian:
    """Record who answers for a minor (L. 47/2017). The same `row_id` twice is one row."""
    person = locked(person)
    policies.add_guardian(by, person).enforce()
    if row_id and (known := Guardian.objects.filter(pk=row_id).first()):
        return known
    row = Guardian(
        person=person, partner_id=person.partner_id, name=name, reach=reach, appointed_on=appointed_on
    )
    row.id, row.recorded_at = row_id or new_id(), now()
    row.save(force_insert=True)
    audit.record("person.guardian_added", on=person)
    return row
