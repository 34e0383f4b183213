# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Freezing: the digest of every row that proves a count, in one statement for as many people as there are.

What did not change since it was frozen last adds nothing; what changed adds an item, and the former one stays.
"""

import datetime as dt
import uuid
from collections.abc import Collection
from typing import Any

from django.db import connection, transaction

from lgnet.core import audit
from lgnet.core.clock import now
from lgnet.counting.models import CountingFact
from lgnet.evidence import policies
from lgnet.evidence.queries.counted import counted_sql
from lgnet.evidence.queries.items import THESE, items_sql
from lgnet.network.worker import Worker

_INSERT = """
insert into evidence_evidenceitem (id, partner_id, fact_id, rule, label, row_id, sha256, frozen_at)
select gen_random_uuid(), i.partner_id, i.id, i.rule, i.label, i.row_id, i.sha256, %(now)s from ({items}) i
on conflict (fact_id, rule, sha256) do nothing
"""
_OF_A_TIME = """
select f.id, g.partner_id, f.occurred_on, s.subject_id as person_id, s.evidence from ({counted}) f
join counting_countingfact g on g.id = f.id join counting_factsubject s on s.fact_id = f.id
where f.occurred_on >= %(from)s
"""


@transaction.atomic
def freeze(*, by: Worker, kind: str, month: dt.date) -> int:
    """Freeze the evidence of everybody who counts from a month on; returns how many items are new."""
    policies.freeze(by).enforce()
    until = (month.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
    n = freeze_until(partner_id=by.partner_id, kind=kind, since=month, until=until)
    audit.record("evidence.frozen", kind="evidence.month", month=month, count=kind, items=n)
    return n


def freeze_until(
    *, partner_id: uuid.UUID, kind: str, until: dt.date, since: dt.date = dt.date(2000, 1, 1)
) -> int:
    """Freeze the evidence of all who count at a partner between two days: for cut-offs. One statement.

    Call it while the partner, or the job's role for it, acts. Returns how many items are new.
    """
    counted = _OF_A_TIME.format(counted=counted_sql(kind))
    given = {"partner": partner_id, "kind": kind, "until": until, "from": since}
    return _insert(items_sql(kind, counted), given)


def freeze_facts(*, facts: Collection[uuid.UUID], kind: str) -> int:
    """Freeze the evidence of these facts of one kind. One statement."""
    return _insert(items_sql(kind, THESE), {"facts": list(facts)})


def see_fact(*, by: Worker, fact: CountingFact) -> None:
    """Write down that somebody looked at what proves a count."""
    audit.record("evidence.seen", on=fact)


def _insert(items: str, given: dict[str, Any]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(_INSERT.format(items=items), given | {"now": now()})
        return int(cursor.rowcount)
