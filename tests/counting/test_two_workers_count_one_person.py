# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Two partners meet the same person at the same moment, in two connections: the network counts one."""

import threading
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from lgnet.counting.models import NETWORK
from tests.database import TestDatabases

FACT = """
insert into counting_countingfact (id, kind, partner_id, occurred_on, pseudonym, is_weak, sex, age_band, weight,
                                   reason, recorded_at)
select gen_random_uuid(), 'supported', id, %s, '\\xabcd', false, %s, '18-60', 1, '', now()
from network_organisation where code = %s
"""
TOTALS = """
select month::text, sex, sum(n)::int from counting_total where scope = %s and kind = 'supported'
group by 1, 2 having sum(n) <> 0
"""


@pytest.fixture
def dsn(databases: TestDatabases) -> Iterator[str]:
    """A database of its own, because the two connections must commit."""
    name = databases.copy("test_two_connections")
    yield databases.server.dsn(database=name)
    databases.drop(name)


def test_two_partners_at_the_same_moment_count_one_person(dsn: str) -> None:
    with psycopg.connect(dsn) as first, psycopg.connect(dsn) as second:
        first.execute(FACT, ["2026-03-05", "F", "genova"])
        waiting = threading.Thread(target=second.execute, args=(FACT, ["2026-02-05", "M", "torino"]))
        waiting.start()
        waiting.join(0.3)
        assert waiting.is_alive(), "the second waits for the first to commit"
        first.commit()
        waiting.join(10)
        second.commit()

        assert second.execute(TOTALS, [NETWORK]).fetchall() == [("2026-02-01", "M", 1)]


MANY = """
insert into counting_countingfact (id, kind, partner_id, occurred_on, pseudonym, sex, age_band, weight, lines, days,
                                   detail, is_weak, reason, recorded_at)
select gen_random_uuid(), (array['supported', 'helpful', 'taken_in_charge', 'contact', 'not_taken'])[1 + n % 5], o.id,
       date '2026-01-01' + n % 90, case when n % 5 <> 3 then decode(md5((n % 17)::text), 'hex') end,
       (array['F', 'M', '', 'N'])[1 + n % 4], (array['<18', '>60', ''])[1 + n % 3], 1,
       (array['{}', '{housing}', '{housing,taking_in_charge}']::text[])[1 + n % 3]::varchar[],
       case when n % 5 = 2 then n % 30 end, case when n % 5 = 4 then 'lost' else '' end, n % 17 = 3, '', now()
from generate_series(1, 400) n
join network_organisation o on o.code = (array['genova', 'torino', 'milano'])[1 + n % 3]
"""
TAKE_BACK = """
insert into counting_countingfact (id, kind, partner_id, occurred_on, pseudonym, sex, age_band, weight, corrects_id,
                                   is_weak, reason, recorded_at)
select gen_random_uuid(), kind, partner_id, occurred_on, pseudonym, sex, age_band, -1, id, is_weak, 'why', now()
from counting_countingfact where get_byte(uuid_send(id), 0) % 4 = 0
"""


def test_totals_made_anew_from_the_facts_are_the_same(dsn: str) -> None:
    with psycopg.connect(dsn) as owner:
        owner.execute(MANY)
        owner.execute(TAKE_BACK)
        before = _all(owner)
        assert len(before) > 300

        owner.execute("select counting_rebuild()")

        assert before == _all(owner)


def _all(owner: "psycopg.Connection[Any]") -> list[Any]:
    """Every total, every further total and every counted person."""
    return [
        row
        for query in (
            "select scope, kind, month, sex, age_band, sum(n) from counting_total"
            " group by 1, 2, 3, 4, 5 having sum(n) <> 0 order by 1, 2, 3, 4, 5",
            "select scope, kind, dimension, code, month, sum(n) from counting_breakdown"
            " group by 1, 2, 3, 4, 5 having sum(n) <> 0 order by 1, 2, 3, 4, 5",
            "select * from counting_countedperson order by 1, 2, 3",
        )
        for row in owner.execute(query).fetchall()
    ]
