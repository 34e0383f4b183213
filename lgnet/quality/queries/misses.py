# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What there is to mend, asked of the data as they are now: what is mended is gone at the next look.

Somebody's list is about the people whose case they follow, else whom they registered, else (for a coordinator)
whom nobody at work here follows. Rows of other partners do not exist here (row security).
"""

import json
import uuid
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import Q

from lgnet.core.clock import now, today
from lgnet.people.models import Person
from lgnet.people.queries import counted_with
from lgnet.quality.checks import CHECKS, Check, Mender, Severity
from lgnet.quality.checks.declared import COUNTED_ON
from lgnet.quality.models import Suspicion
from lgnet.quality.reportability import not_third_country

PAGE = 20

_WORKERS = """
workers as materialized (
    select user_id from network_membership
    where organisation_id = %(partner)s and ended_at is null and valid_from <= %(today)s
      and (valid_until is null or valid_until >= %(today)s)
)"""
_FOLLOWED = """exists (select from cases_case c where c.person_id = p.id and c.stage <> 'closed'
 and c.manager_id in (select user_id from workers))"""
_FOLLOWS = """
select c.person_id from cases_case c
where c.partner_id = %(partner)s and c.manager_id = %(worker)s and c.stage <> 'closed'"""
_REGISTERED = f"""
select p.id from people_person p
where p.partner_id = %(partner)s and p.registered_by_id = %(worker)s and not {_FOLLOWED}"""  # noqa: S608 - constants only
_NOBODYS = f"""
select p.id from people_person p
where p.partner_id = %(partner)s and p.registered_by_id not in (select user_id from workers) and not {_FOLLOWED}"""  # noqa: S608 - constants only
_OF_MINE = "{person} in (select person_id from mine)"
_PAST = 4  # after everything that can still be mended
DISMISSED = """exists (select from quality_dismissal d
 where d.subject_id = {subject} and d.check_code = '{code}' and d.withdrawn_at is null)"""
_MISS = """
select '{code}' as code, {rank} as rank, {subject} as subject_id, {person} as person_id, {case} as case_id
from {source} where {own} and {scope} and ({among}) and ({fails}) and not {dismissed}"""

_NOTHING = (
    "select '' as code, 0 as rank, null::uuid as subject_id, null::uuid as person_id, null::uuid as case_id"
)


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing to mend: which check failed on which row."""

    check: Check
    subject_id: uuid.UUID
    person_id: uuid.UUID
    case_id: uuid.UUID | None


@dataclass(frozen=True, slots=True)
class ToMend:
    """A person and what is to be mended about them, the worst first. `worst` orders the list."""

    person_id: uuid.UUID
    worst: int
    misses: tuple[Miss, ...]


def to_mend(
    *,
    partner_id: uuid.UUID,
    worker_id: uuid.UUID,
    checks: tuple[str, ...],
    coordinates: bool = False,
    after: tuple[int, uuid.UUID] | None = None,
    size: int = PAGE,
) -> list[ToMend]:
    """A page of somebody's list by person, the worst first, and one row more where there is a next page. One query.

    `checks`: codes of those that they can mend. `coordinates`: with what nobody at work follows.
    """
    if not checks:
        return []
    worst, last = after or (-1, uuid.UUID(int=0))
    given = _given(partner_id) | {"worker": worker_id, "worst": worst, "last": last, "size": size + 1}
    sql = f"""
        {_list_sql(checks, coordinates)}
        select person_id, min(rank), jsonb_agg(jsonb_build_array(code, subject_id, case_id) order by rank, code)
        from misses group by person_id having (min(rank), person_id) > (%(worst)s, %(last)s)
        order by 2, 1 limit %(size)s
    """  # noqa: S608 - constants only
    return [ToMend(pk, rank, _misses(pk, found)) for pk, rank, found in _rows(sql, given)]


def count_to_mend(
    *,
    partner_id: uuid.UUID,
    worker_id: uuid.UUID,
    checks: tuple[str, ...],
    coordinates: bool = False,
    size: int = 5,
) -> tuple[list[ToMend], int]:
    """The first of somebody's list and about how many people are in it. One query."""
    if not checks:
        return [], 0
    sql = f"""
        {_list_sql(checks, coordinates)}
        select person_id, min(rank), jsonb_agg(jsonb_build_array(code, subject_id, case_id) order by rank, code),
               count(*) over ()
        from misses group by person_id order by 2, 1 limit %(size)s
    """  # noqa: S608 - constants only
    rows = _rows(sql, _given(partner_id) | {"worker": worker_id, "size": size})
    return [ToMend(pk, rank, _misses(pk, found)) for pk, rank, found, _n in rows], rows[0][3] if rows else 0


def misses_of(
    check: Check, *, partner_id: uuid.UUID, after: uuid.UUID | None = None, size: int = PAGE
) -> list[Miss]:
    """A page of all misses of one check at a partner, and one row more where there is a next page. One query."""
    given = _given(partner_id) | {"last": after or uuid.UUID(int=0), "size": size + 1}
    sql = f"""
        {_miss(check, f"{check.population.subject} > %(last)s")}
        order by 3 limit %(size)s
    """
    return [Miss(check, subject, person, case) for _c, _r, subject, person, case in _rows(sql, given)]


def standing(misses: Collection[Miss], *, partner_id: uuid.UUID) -> set[tuple[str, uuid.UUID]]:
    """Which of some misses are there now, by check and row. One query, only of the checks that are among them."""
    given = _given(partner_id) | {"subjects": list({miss.subject_id for miss in misses})}
    checks = {miss.check.code: miss.check for miss in misses}
    parts = [_miss(check, f"{check.population.subject} = any(%(subjects)s)") for check in checks.values()]
    return {(code, subject) for code, _r, subject, _p, _c in _rows(" union all ".join(parts), given)}


def stands(check: Check, *, partner_id: uuid.UUID, subject_id: uuid.UUID) -> Miss | None:
    """The miss of one row if it is there now; None where it was mended or dismissed, or never was."""
    given = _given(partner_id) | {"subject": subject_id}
    for _c, _r, subject, person, case in _rows(
        _miss(check, f"{check.population.subject} = %(subject)s"), given
    ):
        return Miss(check, subject, person, case)
    return None


def worker_of(check: Check) -> str:
    """SQL: who is asked to mend a row, among `workers`; null where nobody at work follows or recorded it."""
    manager, recorder = check.population.manager, check.population.recorder
    return (
        f"case when {manager} in (select user_id from workers) then {manager}"  # noqa: S608 - constants only
        f" when {recorder} in (select user_id from workers) then {recorder} end"
    )


def given_for(partner_id: uuid.UUID) -> dict[str, Any]:
    """The parameters that conditions of checks may name."""
    return _given(partner_id)


def workers_sql() -> str:
    """The common table expression `workers`: who is at work at the partner today."""
    return _WORKERS


@lru_cache(maxsize=32)
def _list_sql(checks: tuple[str, ...], coordinates: bool) -> str:
    mine = [_FOLLOWS, _REGISTERED, *([_NOBODYS] if coordinates else [])]
    parts = [f"{_NOTHING} where false"]
    for check in (CHECKS[code] for code in checks):
        if check.mender == Mender.COORDINATOR:
            parts += [_miss(check, "true")] if coordinates else []
        else:
            parts.append(_miss(check, _for_me(check, coordinates)))
    return (
        f"with {_WORKERS}, mine(person_id) as materialized ({' union '.join(mine)}),"
        f" misses as ({' union all '.join(parts)})"
    )


def _for_me(check: Check, coordinates: bool) -> str:
    """SQL: whether a row is for the asker: of somebody on their list, or of their own hand."""
    rows = check.population
    if not rows.asked:
        return _OF_MINE.format(person=rows.person)
    if not coordinates:
        return f"{rows.asked} = %(worker)s"
    return (
        f"({rows.asked} = %(worker)s or {rows.asked} is null"  # noqa: S608 - constants only
        f" or {rows.asked} not in (select user_id from workers))"
    )


def _miss(check: Check, scope: str) -> str:
    rows = check.population
    rank = str(int(check.severity) if check.can_be_mended else _PAST)
    if check.severity == Severity.BLOCKS_REPORTING:  # who counts already is missed at the next report
        rank = f"case when {COUNTED_ON} is null then 1 else 0 end"
    return _MISS.format(
        code=check.code,
        rank=rank,
        subject=rows.subject,
        person=rows.person,
        case=rows.case,
        source=rows.source,
        own=rows.own,
        scope=scope,
        among=check.among,
        fails=check.fails,
        dismissed=DISMISSED.format(subject=rows.subject, code=check.code),
    )


def _given(partner_id: uuid.UUID) -> dict[str, Any]:
    return {"partner": partner_id, "today": today(), "now": now(), "union": not_third_country()}


def _rows(sql: str, given: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return list(cursor.fetchall())


def _misses(person_id: uuid.UUID, found: str) -> tuple[Miss, ...]:
    rows: Iterable[tuple[str, str, str | None]] = json.loads(found)
    return tuple(
        Miss(CHECKS[code], uuid.UUID(subject), person_id, uuid.UUID(case) if case else None)
        for code, subject, case in rows
    )


def twins_of(person: Person) -> list[Person]:
    """Whom the last night found alike, and the files that count as one person with this one. Three queries."""
    pairs = Suspicion.objects.filter(check_code="likely_twin").filter(Q(person=person) | Q(other=person))
    ids = pairs.values_list("person", "other")
    others = {pk for pair in ids for pk in pair if pk is not None} - {person.pk}
    others |= {one.pk for one in counted_with(person)}
    return list(Person.objects.filter(pk__in=others).select_related("key").order_by("registered_at", "id"))
