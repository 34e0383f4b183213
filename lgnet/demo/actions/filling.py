# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the demo holds beside the people that bulk writing takes."""

from collections.abc import Sequence

from django.db import connection, transaction

from lgnet.core import audit
from lgnet.core.clock import ROME
from lgnet.counting.models import CountingFact, FactKind, FactSubject
from lgnet.imports.records import BulkContact
from lgnet.network.worker import Worker
from lgnet.outreach.models import Contact
from lgnet.people.models import Person


def is_peopled() -> bool:
    """Whether persons are registered already."""
    return Person.objects.exists()


@transaction.atomic
def write_anonymous_contacts(*, by: Worker, contacts: Sequence[BulkContact]) -> int:
    """Write down meetings with people who gave no name, each counted; a few statements for all of them."""
    rows = [_contact(by, contact) for contact in contacts]
    told = [(row, FactKind.CONTACT) for row in rows]
    told += [(row, FactKind.DECLINED) for row in rows if row.declined]
    facts = [_fact(row, kind) for row, kind in told]
    Contact.objects.bulk_create(rows, batch_size=1_000)
    CountingFact.objects.bulk_create(facts, batch_size=5_000)
    FactSubject.objects.bulk_create(
        FactSubject(
            fact=fact, partner_id=by.partner_id, subject_id=row.pk, evidence=f"outreach.contact:{row.pk}"
        )
        for (row, _kind), fact in zip(told, facts, strict=True)
    )
    audit.record("contacts.imported", kind="outreach.contact", contacts=len(rows))
    return len(rows)


def _contact(by: Worker, contact: BulkContact) -> Contact:
    return Contact(
        partner_id=by.partner_id,
        place=contact.place,
        area=contact.area,
        met_at=contact.met_at,
        met_by_id=contact.met_by or by.user.pk,
        language=contact.language,
        sex=contact.sex,
        age_band=contact.age_band,
        needs=list(contact.needs),
        declined=contact.declined,
        recorded_at=contact.met_at,
    )


def _fact(contact: Contact, kind: FactKind) -> CountingFact:
    return CountingFact(
        kind=kind,
        partner_id=contact.partner_id,
        occurred_on=contact.met_at.astimezone(ROME).date(),
        sex=contact.sex,
        age_band=contact.age_band,
        recorded_at=contact.met_at,
    )


def gather_statistics() -> None:
    """Tell the planner what the tables hold now: filled in one go, they would be read as if they were empty."""
    with connection.cursor() as cursor:
        cursor.execute("analyze")


def compact_totals() -> None:
    """Fold the changes of the load into the totals."""
    with connection.cursor() as cursor:
        cursor.execute("select counting_compact()")
