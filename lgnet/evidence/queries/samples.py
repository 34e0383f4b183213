# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Samples, who was drawn, and what the check found. A sample is drawn by PostgreSQL; `sampling` says the same."""

import datetime as dt
import uuid
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from lgnet.evidence.models import Finding, Sample
from lgnet.evidence.queries.counted import Counted, counted_sql, short_code

_POPULATION = """
select count(*), encode(sha256(convert_to(coalesce(string_agg(c.id::text, E'\\n' order by c.id), ''), 'UTF8')), 'hex')
from ({counted}) c
"""
_DRAW = """
select c.id from ({counted}) c
order by sha256(convert_to(%(seed)s || ':' || c.id::text, 'UTF8')), c.id limit %(size)s
"""
_DRAWN = """
select d.id, d.position, f.id, f.occurred_on, f.pseudonym, f.sex, f.age_band
from evidence_sampledfact d join counting_countingfact f on f.id = d.fact_id
where d.sample_id = %s order by d.position
"""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A fact at its place in a sample."""

    pk: uuid.UUID
    position: int
    counted: Counted


def population_of(*, partner_id: uuid.UUID, kind: str, until: dt.date) -> tuple[int, str]:
    """How many could be drawn, and the digest of who they are. One query."""
    ((n, sha256),) = _rows(_POPULATION.format(counted=counted_sql(kind)), _given(partner_id, kind, until))
    return n, sha256


def drawn_facts(*, partner_id: uuid.UUID, kind: str, until: dt.date, seed: str, size: int) -> list[uuid.UUID]:
    """The facts that a seed draws. One query."""
    given = _given(partner_id, kind, until) | {"seed": seed, "size": size}
    return [fact for (fact,) in _rows(_DRAW.format(counted=counted_sql(kind)), given)]


def samples_of(partner_id: uuid.UUID | None) -> QuerySet[Sample]:
    """The samples of a partner (None: of all that exist for the asker), the latest first."""
    rows = Sample.objects.select_related("partner", "ordered_by").order_by("-ordered_at", "-id")
    return rows if partner_id is None else rows.filter(partner=partner_id)


def sample_for(pk: uuid.UUID) -> Sample | None:
    """A sample that exists for the asker."""
    return samples_of(None).filter(pk=pk).first()


def drawn(sample: Sample) -> list[Drawn]:
    """Who was drawn, in the order of the draw. One query."""
    return [
        Drawn(pk, position, Counted(fact, on, short_code(pseudonym, fact), sex, band))
        for pk, position, fact, on, pseudonym, sex, band in _rows(_DRAWN, [sample.pk])
    ]


def findings_of(sample: Sample) -> dict[uuid.UUID, dict[str, str]]:
    """What was found, by sampled fact and rule. One query."""
    found: dict[uuid.UUID, dict[str, str]] = defaultdict(dict)
    for row in Finding.objects.filter(sampled__sample=sample):
        found[row.sampled_id][row.rule] = row.outcome
    return found


@dataclass(frozen=True, slots=True)
class Result:
    """How a check went so far: people looked at, people with something wrong, items by outcome."""

    size: int
    checked: int
    faulty: int
    by_outcome: Counter[str]

    @property
    def is_complete(self) -> bool:
        """Whether everybody drawn was looked at."""
        return self.checked == self.size


def results(sample: Sample) -> Result:
    """The result of a sample. One query."""
    found = findings_of(sample)
    wrong = {Finding.Outcome.MISSING.value, Finding.Outcome.IRREGULAR.value}
    return Result(
        size=sample.size,
        checked=len(found),
        faulty=sum(bool(wrong & set(by_rule.values())) for by_rule in found.values()),
        by_outcome=Counter(outcome for by_rule in found.values() for outcome in by_rule.values()),
    )


def _given(partner_id: uuid.UUID, kind: str, until: dt.date) -> dict[str, Any]:
    return {"partner": partner_id, "kind": kind, "until": until}


def _rows(sql: str, given: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return list(cursor.fetchall())
