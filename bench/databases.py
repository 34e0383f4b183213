# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Makes the database of a size ready: tables, people, indexes, statistics. What is there already is kept."""

import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg import sql

from bench.place import OF_FIFTY, ROOT, database, environment, environment_of, home
from lgnet.core.embedded.cluster import SUPERUSER
from lgnet.core.embedded.server import EmbeddedServer
from lgnet.core.embedded.settings import OWNER

COMPLETE = "complete"
WRITERS = 4  # more than cores: each waits for PostgreSQL half of the time
Say = Callable[[str], None]
_ADDRESS = """
select u.email from network_membership m
join network_colleague u on u.id = m.user_id join network_organisation o on o.id = m.organisation_id
where o.code = %s and m.role = %s and m.ended_at is null order by u.email limit 1
"""

# Kept aside while the rows are written and built at once afterwards: twenty keys a person make the largest table.
KEYS = "people_matchkey"
_INDEXES = """
select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
from pg_index i where i.indrelid = %s::regclass and not i.indisprimary
"""
_REFERENCES = """
select conname, pg_get_constraintdef(oid) from pg_constraint
where conrelid = %s::regclass and contype in ('f', 'p') order by contype
"""


# A copy of a case manager, to whom fifty of that colleague's cases are handed over.
_FIFTY = """
with one as (
    select m.id, m.user_id from network_membership m join network_organisation o on o.id = m.organisation_id
    where o.code = %(partner)s and m.role = 'case_manager' and m.ended_at is null
      and not exists (select from network_colleague where email = %(address)s)
    order by m.id limit 1
), known as (
    insert into network_colleague select (jsonb_populate_record(c, jsonb_build_object(
        'id', %(id)s::uuid, 'email', %(address)s::text))).* from network_colleague c join one on one.user_id = c.id
), logs_in as (
    insert into network_user select (jsonb_populate_record(u, jsonb_build_object(
        'colleague_id', %(id)s::uuid))).* from network_user u join one on one.user_id = u.colleague_id
), works as (
    insert into network_membership select (jsonb_populate_record(m, jsonb_build_object(
        'id', %(as)s::uuid, 'user_id', %(id)s::uuid))).* from network_membership m join one on one.id = m.id
), handed as (
    update cases_case set manager_id = %(id)s where id in (
        select c.id from cases_case c join one on one.user_id = c.manager_id
        where c.stage <> 'closed' order by c.id limit 50)
    returning id
)
update cases_casemember n set user_id = %(id)s from handed, one
where n.case_id = handed.id and n.user_id = one.user_id and n.left_at is null
"""


def server(*, fast: bool = False) -> EmbeddedServer:
    """The benchmark's own server; `fast` gives up crash safety, for writing only."""
    return EmbeddedServer(home() / "postgres", fast=fast)


def is_complete(size: int) -> bool:
    """Whether this database was written to its end."""
    with _owner("postgres") as owner:
        found = owner.execute(
            "select shobj_description(oid, 'pg_database') from pg_database where datname = %s",
            [database(size)],
        ).fetchone()
    return found is not None and found[0] == COMPLETE


def bring_up_to_date(size: int) -> None:
    """Run the migrations that are newer than the database."""
    _run(size, ["lgnet.config.cli", "migrate"])


def write(size: int, say: Say) -> float:
    """Make the database anew and fill it; returns the seconds that took."""
    began = time.monotonic()
    name = sql.Identifier(database(size))
    make_empty(size)
    with _owner(database(size)) as owner, _triggers_set_aside(size), _indexes_set_aside(owner):
        _write_people(size, say)
    with _owner(database(size)) as owner:
        owner.execute("vacuum (analyze, freeze)")
        owner.execute(sql.SQL("comment on database {} is {}").format(name, sql.Literal(COMPLETE)))
    return time.monotonic() - began


def make_empty(size: int) -> None:
    """Make the database anew, with the network and its colleagues and nobody registered."""
    name = sql.Identifier(database(size))
    with _owner("postgres") as owner:
        owner.execute(sql.SQL("drop database if exists {} with (force)").format(name))
        owner.execute(sql.SQL("create database {} template template0").format(name))
        owner.execute(sql.SQL("grant connect on database {} to lgnet_web").format(name))
    bring_up_to_date(size)
    _run(size, ["bench.seed", "prepare"], LGNET_OWNER="1")


def count(size: int, table: str) -> int:
    """How many rows a table has."""
    with _owner(database(size)) as owner:
        found = owner.execute(sql.SQL("select count(*) from {}").format(sql.Identifier(table))).fetchone()
    return 0 if found is None else int(found[0])


def address_of(size: int, partner: str, role: str) -> str:
    """The e-mail address of somebody who works for a partner in a role."""
    with _owner(database(size)) as owner:
        found = owner.execute(_ADDRESS, [partner, role]).fetchone()
    if found is None:
        raise LookupError(f"nobody is {role} at {partner}")
    return str(found[0])


def give_fifty_cases(size: int, partner: str) -> None:
    """Let somebody new carry fifty cases, as a social worker does; the partner's others carry thousands here."""
    with _owner(database(size)) as owner:
        owner.execute(
            _FIFTY, {"partner": partner, "address": OF_FIFTY, "id": uuid.uuid4(), "as": uuid.uuid4()}
        )


def _write_people(size: int, say: Say) -> None:
    arguments = [sys.executable, "-m", "bench.seed", "write", str(size)]
    writers = []
    for part in range(WRITERS):
        with (home() / f"writer-{part}.log").open("wb") as log:
            writers.append(
                subprocess.Popen(
                    [*arguments, str(part), str(WRITERS)],
                    cwd=ROOT,
                    env=environment(size, LGNET_POOL="0"),
                    stdout=log,
                    stderr=subprocess.STDOUT,
                )
            )
    try:
        for part, writer in enumerate(writers):
            if writer.wait() != 0:
                raise RuntimeError(f"A writer failed: see {home() / f'writer-{part}.log'}")
            say(f"writer {part + 1} of {WRITERS} is done")
    finally:
        for writer in writers:
            if writer.poll() is None:
                writer.terminate()
                writer.wait()


@contextmanager
def _indexes_set_aside(owner: "psycopg.Connection[Any]") -> Iterator[None]:
    table = sql.Identifier(KEYS)
    indexes = owner.execute(_INDEXES, [KEYS]).fetchall()
    references = owner.execute(_REFERENCES, [KEYS]).fetchall()
    for name, _ in references:
        owner.execute(sql.SQL("alter table {} drop constraint {}").format(table, sql.Identifier(name)))
    for name, _ in indexes:
        owner.execute(sql.SQL("drop index {}").format(sql.Identifier(name)))
    yield
    owner.execute("set maintenance_work_mem = '1GB'")
    for _, definition in indexes:
        owner.execute(definition)
    for name, definition in references:
        statement = "alter table {} add constraint {} {}"
        owner.execute(sql.SQL(statement).format(table, sql.Identifier(name), sql.SQL(definition)))


@contextmanager
def _triggers_set_aside(size: int) -> Iterator[None]:
    """References hold because we make them; totals are computed once from all the facts. Row security stays on."""
    with _superuser() as superuser:
        superuser.execute("alter role lgnet_web set session_replication_role = replica")
        try:
            yield
        finally:
            superuser.execute("alter role lgnet_web reset session_replication_role")
    with _owner(database(size)) as owner:
        owner.execute("select counting_rebuild()")


def _superuser() -> "psycopg.Connection[Any]":
    return psycopg.connect(server().dsn(SUPERUSER, "postgres"), autocommit=True)


def _owner(name: str) -> "psycopg.Connection[Any]":
    return psycopg.connect(server().dsn(OWNER, name), autocommit=True)


def _run(size: int, module: list[str], **more: str) -> None:
    run_in(database(size), module, **more)


def run_in(name: str, module: list[str], **more: str) -> str:
    """What a module of ours prints, run on a database; raises RuntimeError with what it said where it fails."""
    environ = environment_of(name, LGNET_POOL="0", **more)
    done = subprocess.run(
        [sys.executable, "-m", *module], cwd=ROOT, env=environ, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(module)} failed:\n{done.stdout[-2000:]}{done.stderr[-4000:]}")
    return done.stdout
