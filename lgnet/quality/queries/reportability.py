# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Counted and not reportable, in one statement for a whole partner. Call it while the partner acts.

A person counts at her earliest fact that stands (rule CNT-5). `lgnet.quality.reportability.judge` says the same
for one person, slowly.
"""

import datetime as dt
import json
import uuid
from collections.abc import Collection
from typing import Any

from django.db import connection

from lgnet.core.clock import today
from lgnet.counting.queries import stands
from lgnet.quality.reportability import Found, NotReportable, Reason, Summary, needed, not_third_country

PAGE = 50
COUNTED = f"""
select distinct on (f.pseudonym) f.id, f.kind, f.occurred_on, f.sex, s.subject_id as person_id, s.evidence
from counting_countingfact f join counting_factsubject s on s.fact_id = f.id
where f.partner_id = %(partner)s and f.kind = %(kind)s and f.pseudonym is not null and f.occurred_on <= %(until)s
  and {stands()}
order by f.pseudonym, f.occurred_on, f.id
"""  # noqa: S608 - constants only
THESE = """
select f.id, f.kind, f.occurred_on, f.sex, s.subject_id as person_id, s.evidence
from counting_countingfact f join counting_factsubject s on s.fact_id = f.id
where f.id = any(%(facts)s)
"""
# Rows that prove a count, by the label written in the fact. A label that is not here is taken on trust.
EVIDENCE_ROWS = {
    "cases.intervention": "select from cases_intervention e where e.id = {id} and e.withdrawn_at is null",
    "cases.case": "select from cases_case e where e.id = {id}",
    "cases.intake": "select from cases_intake e where e.id = {id}",
    "cases.assessment": "select from cases_assessment e where e.id = {id}",
    "people.person": "select from people_person e where e.id = {id}",
}
_ROW_ID = "split_part(c.evidence, ':', 2)::uuid"
_EVIDENCE = " ".join(
    f"when '{label}' then not exists ({row.format(id=_ROW_ID)})" for label, row in EVIDENCE_ROWS.items()
)
CONDITIONS: dict[Reason, str] = {
    Reason.NO_BIRTH_DATE: "p.birth_date is null",
    Reason.NO_SEX: "coalesce(nullif(c.sex, ''), p.sex) = ''",
    Reason.NO_CITIZENSHIP: "cardinality(p.citizenships) = 0 and not p.is_stateless",
    Reason.UNION_CITIZEN: "p.citizenships && %(union)s::varchar[]",
    Reason.NO_STAY: "t.from_on is null",
    Reason.STAY_NOT_REGULAR: "t.so2_default = 'NOT_ELIGIBLE'",
    Reason.STAY_TO_CHECK: "t.so2_default = 'CHECK' and not {decided}",
    Reason.STAY_EXPIRED: "(t.so2_default = 'ELIGIBLE' or t.so2_default = 'CHECK' and {decided})"
    " and t.expires_on < c.occurred_on and t.renewal_requested_on is null",
    Reason.NO_EVIDENCE: f"case split_part(c.evidence, ':', 1) {_EVIDENCE} else false end",
    Reason.NO_NOTICE: "not exists (select from people_privacynotice n where n.person_id = p.id)",
}
_DECIDED = "exists (select from cases_intake k where k.person_id = p.id and k.eligibility = 'eligible')"
_JUDGED = """
select c.id, c.person_id, c.occurred_on, array_remove(array[{cases}]::text[], null) as reasons
from ({counted}) c
join people_person p on p.id = c.person_id
left join lateral (
    select st.from_on, st.expires_on, st.renewal_requested_on, r.so2_default
    from people_staystatus st join people_residencestatus r on r.code = st.status_id
    where st.person_id = p.id and st.from_on <= c.occurred_on
    order by st.from_on desc, st.recorded_at desc limit 1
) t on true
"""
_PAGE = """
with judged as materialized ({judged}), page as (
    select * from judged
    where reasons <> '{{}}' and (occurred_on, id) > (%(day)s, %(last)s)
    order by occurred_on, id limit %(size)s
)
select page.*, (
    select jsonb_object_agg(d.check_code, d.reason) from quality_dismissal d
    where d.subject_id = page.person_id and d.check_code = any(page.reasons) and d.withdrawn_at is null
) from page order by occurred_on, id
"""
_SUMMARY = """
with judged as materialized ({judged})
select null, count(*), count(*) filter (where reasons <> '{{}}') from judged
union all
select reason, count(*), count(*) from judged cross join lateral unnest(reasons) reason group by reason
"""


def not_reportable(
    *,
    partner_id: uuid.UUID,
    kind: str,
    until: dt.date | None = None,
    after: tuple[dt.date, uuid.UUID] | None = None,
    size: int = PAGE,
) -> list[NotReportable]:
    """A page of a partner's counted persons who cannot be reported, the earliest counted first. One query.

    `until`: the last counting day (today where none is given). `after`: day and fact of the last row of the page
    before. `size` rows are returned and one more where there is a next page.
    """
    day, last = after or (dt.date.min, uuid.UUID(int=0))
    given = _given(partner_id, kind, until) | {"day": day, "last": last, "size": size + 1}
    return [_row(row) for row in _rows(_PAGE.format(judged=_judged(kind, COUNTED)), given)]


def reasons_of(facts: Collection[uuid.UUID], *, kind: str) -> dict[uuid.UUID, tuple[Found, ...]]:
    """Why the persons of these facts of one kind are not reportable; who is, is left out. One query."""
    given: dict[str, Any] = {"facts": list(facts), "union": not_third_country()}
    given |= {"day": dt.date.min, "last": uuid.UUID(int=0), "size": len(facts)}
    found = map(_row, _rows(_PAGE.format(judged=_judged(kind, THESE)), given))
    return {row.fact_id: row.reasons for row in found}


def reportability(*, partner_id: uuid.UUID, kind: str, until: dt.date | None = None) -> Summary:
    """How many of a partner's counted persons can be reported, and how often each reason is met. One query."""
    rows = _rows(_SUMMARY.format(judged=_judged(kind, COUNTED)), _given(partner_id, kind, until))
    by_code = {code: (n, bad) for code, n, bad in rows}
    counted, bad = by_code.pop(None)
    return Summary(counted, bad, {reason: by_code[reason][0] for reason in Reason if reason in by_code})


def judged_sql(kind: str) -> str:
    """The statement behind all three, for whoever counts over it: id, person_id, occurred_on, reasons."""
    return _judged(kind, COUNTED)


def _judged(kind: str, counted: str) -> str:
    cases = ", ".join(
        f"case when {condition.format(decided=_DECIDED)} then '{reason.value}' end"
        for reason, condition in CONDITIONS.items()
        if reason in needed(kind)
    )
    return _JUDGED.format(cases=cases, counted=counted)


def _given(partner_id: uuid.UUID, kind: str, until: dt.date | None) -> dict[str, Any]:
    return {"partner": partner_id, "kind": kind, "until": until or today(), "union": not_third_country()}


def _rows(sql: str, given: dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return list(cursor.fetchall())


def _row(row: tuple[Any, ...]) -> NotReportable:
    fact, person, day, reasons, said = row
    why: dict[str, str] = json.loads(said) if said else {}
    found = tuple(Found(reason, why.get(reason.value, "")) for reason in Reason if reason.value in reasons)
    return NotReportable(fact, person, day, found)
