# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is counted, by month, as facts: under pseudonyms, so that the nation asks the same."""

import base64
import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from lgnet.core.clock import today
from lgnet.core.rowsecurity import DbRole
from lgnet.counting.models import EVENT_KINDS, CountingFact
from lgnet.counting.queries import stands
from lgnet.network import editions
from lgnet.network.models import Organisation
from lgnet.network.worker import Worker

PAGE = 50
_STANDS = f"f.partner_id = %(partner)s and f.kind = %(kind)s and f.occurred_on <= %(until)s and {stands()}"
_PERSONS = f"""
select distinct on (f.pseudonym) f.id, f.occurred_on, f.pseudonym, f.sex, f.age_band
from counting_countingfact f where {_STANDS} and f.pseudonym is not null
order by f.pseudonym, f.occurred_on, f.id"""  # noqa: S608 - constants only
_EVENTS = f"""
select f.id, f.occurred_on, f.pseudonym, f.sex, f.age_band from counting_countingfact f where {_STANDS}"""  # noqa: S608 - constants only
_MONTHS = """
select date_trunc('month', c.occurred_on)::date, count(*),
       count(*) filter (where exists (select from evidence_evidenceitem i where i.fact_id = c.id))
from ({counted}) c group by 1 order by 1 desc
"""
_PAGE = """
select c.id, c.occurred_on, c.pseudonym, c.sex, c.age_band from ({counted}) c
where c.occurred_on >= %(from)s and c.occurred_on < %(to)s and (c.occurred_on, c.id) > (%(day)s, %(last)s)
order by c.occurred_on, c.id limit %(size)s
"""


def counted_sql(kind: str) -> str:
    """SQL for everybody (or every event) of a kind at a partner until a day: id, day, pseudonym, sex, age band."""
    return _EVENTS if kind in EVENT_KINDS else _PERSONS


@dataclass(frozen=True, slots=True)
class Month:
    """How many count from this month on, and of how many evidence is frozen."""

    first_day: dt.date
    counted: int
    frozen: int


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted person or event. `code` is short and says nothing by itself."""

    fact_id: uuid.UUID
    counted_on: dt.date
    code: str
    sex: str
    age_band: str


def short_code(pseudonym: bytes | memoryview | None, fact_id: uuid.UUID) -> str:
    """Eight letters and digits by which two people can speak of somebody without a name."""
    raw = bytes(pseudonym)[:5] if pseudonym else fact_id.bytes[-5:]
    text = base64.b32encode(raw).decode()
    return f"{text[:4]}-{text[4:]}"


def months(*, partner_id: uuid.UUID, kind: str) -> list[Month]:
    """The months of a kind at a partner, the latest first. One query."""
    sql = _MONTHS.format(counted=counted_sql(kind))
    return [Month(*row) for row in _rows(sql, _given(partner_id, kind))]


def counted_page(
    *,
    partner_id: uuid.UUID,
    kind: str,
    month: dt.date,
    after: tuple[dt.date, uuid.UUID] | None = None,
    size: int = PAGE,
) -> list[Counted]:
    """A page of who counts from a month on, and one row more where there is a next page. One query."""
    day, last = after or (dt.date.min, uuid.UUID(int=0))
    given = _given(partner_id, kind) | {"day": day, "last": last, "size": size + 1}
    given |= {"from": month, "to": (month.replace(day=28) + dt.timedelta(days=4)).replace(day=1)}
    return [_counted(*row) for row in _rows(_PAGE.format(counted=counted_sql(kind)), given)]


def fact_for(fact_id: uuid.UUID) -> CountingFact | None:
    """A fact that exists for the asker, with its partner."""
    return CountingFact.objects.filter(pk=fact_id).select_related("partner").first()


def partners_for(worker: Worker) -> QuerySet[Organisation]:
    """The partners whose evidence exists for somebody."""
    partners = editions.local_partners()
    return partners if worker.role.db_role == DbRole.NATIONAL else partners.filter(pk=worker.partner_id)


def partner_for(worker: Worker, code: str) -> Organisation | None:
    """One of them by its code."""
    return partners_for(worker).filter(code=code).first()


def _counted(fact_id: uuid.UUID, on: dt.date, pseudonym: Any, sex: str, age_band: str) -> Counted:
    return Counted(fact_id, on, short_code(pseudonym, fact_id), sex, age_band)


def _given(partner_id: uuid.UUID, kind: str) -> dict[str, Any]:
    return {"partner": partner_id, "kind": kind, "until": today()}


def _rows(sql: str, given: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return list(cursor.fetchall())
