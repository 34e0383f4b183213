# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A short path for an invented person: numbers, stay, telephone, and half of them an intake or a case.

Identity, documents and match keys are as those of everybody; what is left out is the diary of the work.
"""

import datetime as dt
import uuid
from collections.abc import Sequence

from lgnet.demo.people import SyntheticPerson
from lgnet.demo.telling import Staff, identity_of
from lgnet.imports.records import BulkCase, BulkChannel, BulkIdentifier, BulkIntake, BulkPerson, BulkStay

DAYS = 700  # over so many days the people were registered
LATEST = 30  # whoever was registered in the last days may still wait for a screening


def shortened(person: SyntheticPerson, staff: Staff, now: dt.datetime) -> BulkPerson:
    """The person with a registration some time ago and what followed, by her number."""
    n = person.number
    days_ago = n * 7919 % DAYS
    registered = now - dt.timedelta(days=days_ago, minutes=n % 600)
    return BulkPerson(
        identity=identity_of(person),
        registered_at=registered,
        registered_by=_one_of(staff.desk, n),
        identifiers=tuple(
            BulkIdentifier(i.kind, i.value, valid_from=i.issued_on, valid_until=i.expires_on, is_verified=n % 3 > 0)
            for i in person.identifiers
        ),
        channels=(BulkChannel("phone", person.phone, person.safe_to_call),) if person.phone else (),
        stays=tuple(
            BulkStay(
                s.code, s.document, s.valid_from, expires_on=s.expires_on, expiry_missing=s.expiry_missing,
                renewal_requested_on=s.renewal_requested_on,
            )
            for s in person.stays
        ),
        intake=_intake(n, days_ago, registered, staff),
        case=_case(n, days_ago, registered, staff),
    )  # fmt: skip


def _has_case(n: int, days_ago: int) -> bool:
    return n % 5 < 2 and days_ago > LATEST


def _intake(n: int, days_ago: int, registered: dt.datetime, staff: Staff) -> BulkIntake | None:
    if _has_case(n, days_ago):
        taken = registered + dt.timedelta(days=3)
        return BulkIntake(
            first_contact_at=registered, screened_at=registered + dt.timedelta(days=1),
            screened_by=_one_of(staff.managers, n), urgency=n % 4, needs=("legal", "housing"), eligibility="eligible",
            outcome="take_in_charge", first_service_at=taken + dt.timedelta(days=4),
        )  # fmt: skip
    waits = days_ago <= LATEST and n % 5 < 4
    return BulkIntake(first_contact_at=registered) if waits else None


def _case(n: int, days_ago: int, registered: dt.datetime, staff: Staff) -> BulkCase | None:
    if not _has_case(n, days_ago):
        return None
    manager, opened = _one_of(staff.managers, n), registered + dt.timedelta(days=3)
    closed = opened + dt.timedelta(days=20) if n % 3 == 0 else None
    return BulkCase(
        opened_at=opened, lines=("taking_in_charge",), manager=manager, opened_by=manager,
        stage="closed" if closed else "running", closed_at=closed, closed_by=manager if closed else None,
        closure_reason="achieved" if closed else "",
    )  # fmt: skip


def _one_of(people: Sequence[uuid.UUID], n: int) -> uuid.UUID:
    return people[n % len(people)]
