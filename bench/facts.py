# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Five million counting facts about 900,000 persons in a database of their own, written by PostgreSQL itself.

The mix is that of an edition of three years: contacts are half of it, each person has a registration, two in three
a case, half a service that counts; one fact in a hundred was taken back. No person, name or file stands behind them.
"""

import time
from collections.abc import Callable
from typing import Any

import psycopg
from psycopg import sql

from bench.databases import run_in, server
from bench.place import FACTS, facts_database
from lgnet.core.embedded.settings import OWNER

PERSONS = 900_000
# Kind, how many of a hundred persons have one, and the days after the registration.
KINDS = (
    ("registered", 100, 0), ("taken_in_charge", 62, 12), ("not_taken", 18, 9), ("assisted", 55, 20),
    ("supported", 50, 25),
    ("language_course", 14, 40), ("civic_orientation", 6, 45), ("guidance", 9, 50), ("reunification", 2, 60),
    ("recognition", 2, 90), ("long_term", 2, 120), ("level_gained", 5, 160), ("helpful", 16, 200), ("housed", 6, 210),
)  # fmt: skip
_PERSONS = """
create temporary table person as
select n, sha256(convert_to('bench ' || n, 'UTF8')) as pseudonym,
       p.ids[1 + (power(abs(hashtext('p' || n)) / 2147483648.0, 2) * 22)::int %% 22] as partner_id,
       date '2024-01-08' + abs(hashtext('d' || n)) %% 1040 as day,
       case when hashtext('s' || n) %% 100 in (0, 1) then '' when hashtext('s' || n) %% 5 < 2 then 'F' else 'M' end
           as sex,
       case when hashtext('a' || n) %% 50 = 0 then '' when abs(hashtext('a' || n)) %% 9 = 1 then '<18'
            when abs(hashtext('a' || n)) %% 20 = 2 then '>60' else '18-60' end as band
from generate_series(1, %(persons)s) n,
     (select array_agg(o.id order by o.code) as ids from network_organisation o join network_partnership r
      on r.organisation_id = o.id join network_edition e on e.id = r.edition_id
      where e.code = 'lgnet3' and r.role = 'local_partner') p
"""
_FACTS = """
insert into counting_countingfact (id, kind, partner_id, occurred_on, pseudonym, is_weak, sex, age_band, weight,
                                   reason, recorded_at, entered_at, lines, days)
select gen_random_uuid(), %(kind)s, partner_id, day + %(after)s, pseudonym, n %% 3 = 0, sex, band, 1, '',
       day + %(after)s + interval '10 hours', day + %(after)s + interval '10 hours'
       + make_interval(days => case when n %% 19 = 0 then 60 else 1 end),
       case n %% 4 when 0 then '{housing}' when 1 then '{taking_in_charge}' when 2 then '{civic_engagement,housing}'
       else '{}' end::varchar[],
       case when %(kind)s = 'taken_in_charge' then n %% 40 end
from person where abs(hashtext(%(kind)s || n)) %% 100 < %(share)s
"""
_CONTACTS = """
insert into counting_countingfact (id, kind, partner_id, occurred_on, is_weak, sex, age_band, weight, reason,
                                   recorded_at, entered_at)
select gen_random_uuid(), case when n %% 9 = 0 then 'declined' else 'contact' end, partner_id, day + n %% 90, false,
       sex, band, 1, '', day + n %% 90 + interval '20 hours', day + n %% 90 + interval '30 hours'
from person cross join generate_series(1, 3) turn limit %(contacts)s
"""
_TAKEN_BACK = """
insert into counting_countingfact (id, kind, partner_id, occurred_on, pseudonym, is_weak, sex, age_band, weight, reason,
                                   recorded_at, entered_at, lines, days, detail, corrects_id)
select gen_random_uuid(), kind, partner_id, occurred_on, pseudonym, is_weak, sex, age_band, -1, 'a mistake',
       recorded_at + interval '50 days', entered_at + interval '50 days', lines, days, detail, id
from counting_countingfact where abs(hashtext(id::text)) % 100 = 0
"""


def make(say: Callable[[str], None], facts: int = FACTS) -> None:
    """Make the database anew and fill it, unless it is complete already."""
    name = facts_database(facts)
    with psycopg.connect(server().dsn(OWNER, "postgres"), autocommit=True) as owner:
        found = owner.execute(
            "select shobj_description(oid, 'pg_database') from pg_database where datname = %s", [name]
        ).fetchone()
        if found == ("complete",):
            run_in(name, ["lgnet.config.cli", "migrate"])
            return
        owner.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))
        owner.execute(sql.SQL("create database {} template template0").format(sql.Identifier(name)))
        owner.execute(sql.SQL("grant connect on database {} to lgnet_web").format(sql.Identifier(name)))
    run_in(name, ["lgnet.config.cli", "migrate"])
    run_in(name, ["bench.seed", "prepare"], LGNET_OWNER="1")
    began = time.monotonic()
    # Values are written into the text by us: one of them stands in places of different types.
    with psycopg.connect(
        server().dsn(OWNER, name), autocommit=True, cursor_factory=psycopg.ClientCursor
    ) as owner:
        _fill(owner, facts)
        owner.execute("vacuum (analyze, freeze) counting_countingfact")
        (n,) = owner.execute("select count(*) from counting_countingfact").fetchone() or (0,)
        owner.execute(sql.SQL("comment on database {} is 'complete'").format(sql.Identifier(name)))
    say(f"{n:,} facts written in {time.monotonic() - began:.0f} s.")


def _fill(owner: "psycopg.Connection[Any]", facts: int) -> None:
    persons = PERSONS * facts // FACTS
    owner.execute("alter table counting_countingfact disable trigger user")
    owner.execute(_PERSONS, {"persons": persons})
    for kind, share, after in KINDS:
        owner.execute(_FACTS, {"kind": kind, "share": share, "after": after})
    (n,) = owner.execute("select count(*) from counting_countingfact").fetchone() or (0,)
    owner.execute(_CONTACTS, {"contacts": max(0, facts * 100 // 101 - n)})
    owner.execute(_TAKEN_BACK)
    owner.execute("alter table counting_countingfact enable trigger user")
