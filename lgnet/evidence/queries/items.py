# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Evidence items: as they stand now (the partner alone), and as they were frozen (the nation too)."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from django.db import connection

from lgnet.core.models import RowHistory
from lgnet.evidence.models import EvidenceItem
from lgnet.evidence.rules import Rule, digest_sql, rules_of

THESE = """
select f.id, f.partner_id, f.occurred_on, s.subject_id as person_id, s.evidence
from counting_countingfact f join counting_factsubject s on s.fact_id = f.id
where f.id = any(%(facts)s)"""
_ITEM = (
    "select c.id, c.partner_id, '{rule}' as rule, '{label}' as label, x.id as row_id, x.sha256 from c"
    " cross join lateral (select e.id, {digest} as sha256 {find}) x"
)


@dataclass(frozen=True, slots=True)
class Standing:
    """The row that proves a fact by a rule now, with the digest of what it says now."""

    label: str
    row_id: uuid.UUID
    sha256: str


@dataclass(frozen=True, slots=True)
class Frozen:
    """An item as it was frozen last."""

    label: str
    sha256: str
    frozen_at: dt.datetime


def items_sql(kind: str, counted: str) -> str:
    """SQL for the items of facts of a kind: fact, partner, rule, label, row, digest. `counted` gives the facts."""
    selects = [_item(rule, label, find) for rule in rules_of(kind) for label, find in rule.find.items()]
    return f"with c as materialized ({counted}) {' union all '.join(selects)}"


def standing_items(facts: Collection[uuid.UUID], *, kind: str) -> dict[uuid.UUID, dict[str, Standing]]:
    """What proves these facts of one kind now, by rule. One query."""
    found: dict[uuid.UUID, dict[str, Standing]] = defaultdict(dict)
    with connection.cursor() as cursor:
        cursor.execute(items_sql(kind, THESE), {"facts": list(facts)})
        for fact, _partner, rule, label, row_id, sha256 in cursor.fetchall():
            found[fact][rule] = Standing(label, row_id, sha256)
    return found


def frozen_items(facts: Collection[uuid.UUID]) -> dict[uuid.UUID, dict[str, Frozen]]:
    """What was frozen last of these facts, by rule. One query."""
    rows = EvidenceItem.objects.filter(fact__in=list(facts)).order_by("frozen_at", "id")
    found: dict[uuid.UUID, dict[str, Frozen]] = defaultdict(dict)
    for fact, rule, label, sha256, frozen_at in rows.values_list(
        "fact", "rule", "label", "sha256", "frozen_at"
    ):
        found[fact][rule] = Frozen(label, sha256, frozen_at)
    return found


def changes_since(row_id: uuid.UUID, moment: dt.datetime) -> list[RowHistory]:
    """What the history says happened to a row since a moment, the latest first."""
    return list(RowHistory.objects.filter(row_id=row_id, at__gt=moment).order_by("-at")[:5])


def _item(rule: Rule, label: str, find: str) -> str:
    return _ITEM.format(rule=rule.code, label=label, digest=digest_sql(label), find=find)
