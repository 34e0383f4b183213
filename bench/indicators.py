# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""All indicators counted anew from five million facts: `python -m bench.indicators`, in one run.

PostgreSQL runs what the platform runs (`EVERYTHING_SQL`), DuckDB the plain shape of the same question on a Parquet
file of the same facts; totals, both engines and the slow Python twin must say the same. Then each question that a
screen asks, at this size, as the nation. Written to docs/evidence/indicators.json.
"""

import json
import os
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django
import duckdb
import psycopg

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lgnet.config.settings")
from bench import databases
from bench.facts import make
from bench.place import ROOT, circumstances, enter, facts_database, home

if len(sys.argv) == 1:
    enter()
django.setup()

from lgnet.config import gunicorn  # noqa: E402 - models need Django set up
from lgnet.core.clock import today  # noqa: E402
from lgnet.core.embedded.settings import OWNER  # noqa: E402
from lgnet.core.rowsecurity import Actor, DbRole, acting_as  # noqa: E402
from lgnet.counting.models import NETWORK  # noqa: E402
from lgnet.direction import checks, measuring, queries  # noqa: E402
from lgnet.direction.indicators import O_2_3, TIMELINESS, Fact  # noqa: E402
from lgnet.direction.indicators.counting_rules import (  # noqa: E402
    EVERY_EVENT_SQL,
    EVERY_PERSON_SQL,
    EVERYTHING_SQL,
    FIRST_SQL,
)
from lgnet.direction.indicators.twins import frozen, standing  # noqa: E402

EVIDENCE = ROOT / "docs" / "evidence" / "indicators.json"
AIM_RATIO, AIM_SCREEN = 3.0, 100.0
RUNS, ASKED = 3, 60
FACTS = "id, kind, partner_id, occurred_on, pseudonym, sex, age_band, weight, corrects_id, entered_at"
PARQUET = """
copy (select id::uuid as id, kind, partner_id::uuid as partner_id, occurred_on::date as occurred_on,
             case when pseudonym is null then null else unhex(pseudonym) end as pseudonym, coalesce(sex, '') as sex,
             coalesce(age_band, '') as age_band, weight::smallint as weight, corrects_id::uuid as corrects_id,
             entered_at::timestamptz as entered_at
      from read_csv('{csv}', header = true, all_varchar = true, nullstr = '\\N'))
to '{parquet}' (format parquet)
"""
Figures = dict[tuple[str, str, str, str, str], int]


def _without_limits(sql: str) -> str:
    return sql.replace("%(until)s", "null").replace("%(known_at)s", "null")


def figures(rows: list[tuple[Any, ...]]) -> Figures:
    """Figures by scope, kind, month, sex and age band, the same whatever engine counted them."""
    return {(str(s), kind, str(month), sex, band): int(n) for s, kind, month, sex, band, n in rows}


def timed(what: Callable[[], Any], runs: int = RUNS) -> tuple[Any, list[float]]:
    """What it gives, and the seconds of each run."""
    seconds = []
    for _ in range(runs):
        began = time.perf_counter()
        found = what()
        seconds.append(round(time.perf_counter() - began, 4))
    return found, seconds


def totals_made_anew(owner: "psycopg.Connection[Any]") -> float | None:
    """The seconds of `counting_rebuild`; None where an earlier run did it."""
    if owner.execute("select from counting_total limit 1").fetchone() is not None:
        return None
    return timed(lambda: owner.execute("select counting_rebuild()"), runs=1)[1][0]


def to_parquet(owner: "psycopg.Connection[Any]", folder: Path) -> Path:
    """The facts as a Parquet file of DuckDB's own making."""
    csv, parquet = folder / "facts.csv", folder / "facts.parquet"
    shown = FACTS.replace("pseudonym", "encode(pseudonym, 'hex') as pseudonym")
    with csv.open("wb") as target, owner.cursor() as cursor:
        question = (
            f"copy (select {shown} from counting_countingfact) to stdout (format csv, header, null '\\N')"  # noqa: S608 - constants only
        )
        with cursor.copy(question) as copy:
            for block in copy:
                target.write(block)
    duckdb.sql(PARQUET.format(csv=csv, parquet=parquet))
    csv.unlink()
    return parquet


def in_duckdb(parquet: Path) -> tuple[Figures, list[float]]:
    """The plain shape on the Parquet file, in its three parts: on the whole of it DuckDB 1.4 and 1.5 stand still."""
    engine = duckdb.connect(config={"memory_limit": "4GB", "threads": os.cpu_count() or 1})
    engine.execute(f"create view counting_countingfact as select * from read_parquet('{parquet}')")  # noqa: S608 - our own path
    first = f"create or replace temp table first as {_without_limits(FIRST_SQL)}"
    parts = [_without_limits(part) for part in (EVERY_PERSON_SQL, EVERY_EVENT_SQL)]

    def count() -> list[tuple[Any, ...]]:
        engine.execute(first)
        return [row for part in parts for row in engine.execute(part).fetchall()]

    rows, seconds = timed(count)
    return figures(rows), seconds


def in_python(owner: "psycopg.Connection[Any]") -> tuple[Figures, float]:
    """The slow twin over all facts, one person after the other, so that memory stays flat."""
    began, cells = time.monotonic(), Counter[tuple[str, str, str, str, str]]()
    with owner.cursor(name="twin") as cursor:
        cursor.itersize = 20_000
        cursor.execute(
            "select id, kind, partner_id, occurred_on, pseudonym, sex, age_band, weight, corrects_id"
            " from counting_countingfact order by pseudonym"
        )
        person: list[Fact] = []
        for row in cursor:
            fact = Fact(*row)
            if fact.pseudonym is None:
                _events(cells, fact)
                continue
            if person and person[0].pseudonym != fact.pseudonym:
                _person(cells, person)
                person = []
            person.append(fact)
        _person(cells, person)
    return {key: n for key, n in cells.items() if n}, round(time.monotonic() - began, 1)


def _events(cells: Counter[tuple[str, str, str, str, str]], fact: Fact) -> None:
    for scope in (NETWORK, fact.partner_id):
        month = fact.occurred_on.replace(day=1)
        cells[str(scope), fact.kind, str(month), fact.sex, fact.age_band] += fact.weight


def _person(cells: Counter[tuple[str, str, str, str, str]], facts: list[Fact]) -> None:
    first: dict[tuple[str, str], Fact] = {}
    for fact in standing(facts):
        for scope in (NETWORK, fact.partner_id):
            first.setdefault((str(scope), fact.kind), fact)
    ((_who, (sex, band)),) = frozen(facts).items() if first else ((b"", ("", "")),)
    for (where, kind), fact in first.items():
        cells[where, kind, str(fact.occurred_on.replace(day=1)), sex, band] += 1


def from_totals(owner: "psycopg.Connection[Any]") -> Figures:
    """What the screens read."""
    question = "select scope, kind, month, sex, age_band, sum(n) from counting_total"
    return figures(owner.execute(f"{question} group by 1, 2, 3, 4, 5 having sum(n) <> 0").fetchall())


def screens() -> dict[str, float]:
    """The slowest twentieth of each question a screen asks, in milliseconds, as the nation."""
    until = checks.last_day_before(today())
    gunicorn.post_worker_init(None)  # as a process of the web begins
    asked: dict[str, Callable[[], object]] = {
        "all indicators of the network": lambda: queries.figures(NETWORK),
        "one indicator of every partner": lambda: queries.overview(O_2_3),
        "action lines": lambda: measuring.lines(O_2_3),
        "waiting of every partner": lambda: measuring.waiting_by_scope(TIMELINESS),
        "all checks": lambda: checks.run(measuring.live(until), today=today()),
    }
    found = {}
    for name, question in asked.items():
        with acting_as(Actor(DbRole.NATIONAL)):
            question()
            _last, seconds = timed(question, runs=ASKED)
        found[name] = round(1000 * statistics.quantiles(seconds, n=20)[-1], 1)
    return found


def measure() -> dict[str, Any]:
    """Everything, on a server that is running."""
    with psycopg.connect(databases.server().dsn(OWNER, facts_database())) as owner:
        (facts,) = owner.execute("select count(*) from counting_countingfact").fetchone() or (0,)
        rebuilt = totals_made_anew(owner)
        owner.commit()
        owner.autocommit = True
        owner.execute(f"set work_mem = '{measuring.MEMORY}'")
        print(f"totals made anew in {rebuilt} s", flush=True)
        owner.execute("vacuum analyze counting_total, counting_breakdown, counting_countedperson")
        parquet = to_parquet(owner, home())
        in_postgres, postgres = timed(
            lambda: figures(owner.execute(_without_limits(EVERYTHING_SQL)).fetchall())
        )
        print("PostgreSQL", postgres, flush=True)
        elsewhere, duck = in_duckdb(parquet)
        print("DuckDB", duck, flush=True)
        megabytes = parquet.stat().st_size // 2**20
        parquet.unlink()
        ready = from_totals(owner)
    with psycopg.connect(databases.server().dsn(OWNER, facts_database())) as owner:
        slow, slowly = in_python(owner)
    ratio = round(statistics.median(postgres) / statistics.median(duck), 2)
    return {
        "facts": facts, "figures": len(in_postgres), "parquet_megabytes": megabytes,
        "postgresql_seconds": postgres, "duckdb_seconds": duck, "ratio": ratio, "ratio_aim": AIM_RATIO,
        "python_seconds": slowly, "totals_made_anew_seconds": rebuilt,
        "agree": {"duckdb": in_postgres == elsewhere, "python": in_postgres == slow, "totals": in_postgres == ready},
    }  # fmt: skip


def main() -> None:
    """Make the facts where they are missing, measure, print and keep the figures."""
    with databases.server(fast=True):
        make(print)
    with databases.server():
        found = measure()
        said = databases.run_in(facts_database(), ["bench.indicators", "screens"], LGNET_DEMO="0")
    about = {
        **circumstances(),
        **found,
        "screens_p95_milliseconds": json.loads(said.splitlines()[-1]),
        "screens_aim_milliseconds": AIM_SCREEN,
    }
    EVIDENCE.write_text(json.dumps(about, indent=1) + "\n")
    print(json.dumps(about, indent=1))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(screens()))
    else:
        main()
