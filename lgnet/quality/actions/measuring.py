# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The weekly measure of a partner: one statement for each check, over all its rows. Runs as the job's role."""

import datetime as dt
import uuid

from django.db import connection

from lgnet.core.clock import now, today
from lgnet.quality.checks import CHECKS, Check
from lgnet.quality.queries.measures import week_of
from lgnet.quality.queries.misses import DISMISSED, given_for, worker_of, workers_sql

_MEASURE = """
with {workers}, looked as (
    select {worker} as worker, coalesce({fails}, false) and not {dismissed} as failed
    from {source} where {own} and ({among})
), counts as (
    select worker, count(*) as n, count(*) filter (where failed) as bad from looked group by worker
), whole as (
    insert into quality_measure (id, partner_id, check_code, week, looked_at, failed, measured_at)
    select gen_random_uuid(), %(partner)s, '{code}', %(week)s, coalesce(sum(n), 0), coalesce(sum(bad), 0), %(now)s
    from counts
    on conflict (partner_id, week, check_code) do update
    set looked_at = excluded.looked_at, failed = excluded.failed, measured_at = excluded.measured_at
)
insert into quality_workermeasure (id, partner_id, worker_id, check_code, week, looked_at, failed)
select gen_random_uuid(), %(partner)s, worker, '{code}', %(week)s, n, bad from counts where worker is not null
on conflict (partner_id, week, check_code, worker_id) do update
set looked_at = excluded.looked_at, failed = excluded.failed
"""


def measure(*, partner_id: uuid.UUID, week: dt.date | None = None) -> int:
    """Measure every check at a partner for this week; again in the same week replaces the numbers.

    Call it while the job's role acts for the partner. Returns how many checks were measured.
    """
    given = given_for(partner_id) | {"week": week or week_of(today()), "now": now()}
    with connection.cursor() as cursor:
        cursor.execute(
            "delete from quality_workermeasure where partner_id = %(partner)s and week = %(week)s", given
        )
        for check in CHECKS.values():
            cursor.execute(_statement(check), given)
    return len(CHECKS)


def _statement(check: Check) -> str:
    rows = check.population
    return _MEASURE.format(
        workers=workers_sql(),
        worker=worker_of(check),
        fails=f"({check.fails})",
        dismissed=DISMISSED.format(subject=rows.subject, code=check.code) if check.can_be_mended else "false",
        source=rows.source,
        own=rows.own,
        among=check.among,
        code=check.code,
    )
