# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""One database template for all tests: migrated and peopled once, copied for each worker in a second.

The template is rebuilt when a migration, a shipped list, an action or the world of the tests changes.
"""

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.core.management import call_command
from django.db import connections

from lgnet.config.shipped import load_everything
from lgnet.core.embedded.cluster import SUPERUSER
from lgnet.core.embedded.server import EmbeddedServer
from lgnet.core.garbage import collect_seldom
from lgnet.core.roles import role_statements
from tests.environment import ROOT
from tests.world import build_world


def fingerprint() -> str:
    """A digest of everything the template is made from."""
    digest = hashlib.sha256()
    patterns = ("**/migrations/*.py", "**/data/*.csv", "people/**/*.py", "**/actions*.py", "*/actions/*.py")
    files = [path for pattern in (*patterns, "**/models*.py") for path in (ROOT / "lgnet").glob(pattern)]
    for path in sorted({*files, ROOT / "tests" / "world.py"}):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@contextmanager
def pointed_at(name: str, user: str) -> Iterator[None]:
    """Let Django's default connection log in as another role to another database for a while."""
    connection = connections["default"]
    former: dict[str, Any] = dict(connection.settings_dict)
    connection.close()
    connection.settings_dict.update(NAME=name, USER=user)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.clear()
        connection.settings_dict.update(former)


class TestDatabases:
    """The embedded server of the tests, its template and the copies made from it."""

    __test__ = False

    def __init__(self) -> None:
        self.server = EmbeddedServer(fast=True)

    def start(self) -> None:
        """Start the server (or join a running one) and make the template if what it is made from changed."""
        self.server.data_dir.parent.mkdir(parents=True, exist_ok=True)
        with (self.server.data_dir.parent / "template.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.server.start()
            self.template = f"template_{fingerprint()}"
            if not self._exists(self.template):
                self._make_template()

    def _owner(self) -> "psycopg.Connection[Any]":
        return psycopg.connect(self.server.dsn(), autocommit=True)

    def _exists(self, name: str) -> bool:
        with self._owner() as owner:
            return (
                owner.execute("select 1 from pg_database where datname = %s", [name]).fetchone() is not None
            )

    def _make_template(self) -> None:
        building = f"{self.template}_building"
        with self._owner() as owner:
            for statement in role_statements():
                owner.execute(statement)
            stale = owner.execute(
                "select datname from pg_database where datname like 'template\\_%'"
            ).fetchall()
            for (name,) in stale:
                self.drop(name)
            owner.execute(f'create database "{building}" template template0')
            owner.execute(f'grant connect on database "{building}" to lgnet_web')
        with psycopg.connect(self.server.dsn(database=building), autocommit=True) as owner:
            for statement in role_statements():
                owner.execute(statement)
        with pointed_at(building, "lgnet_owner"):
            collect_seldom()
            call_command("migrate", verbosity=0)
            load_everything()
            build_world()
        with self._owner() as owner:
            owner.execute(f'alter database "{building}" rename to "{self.template}"')

    def copy(self, name: str) -> str:
        """A fresh copy of the template; its name says which of the tests' processes it belongs to."""
        name = f"{name}_{os.environ.get('PYTEST_XDIST_WORKER', 'master')}"
        self.drop(name)
        with self._owner() as owner:
            owner.execute(f'create database "{name}" template "{self.template}"')
            owner.execute(f'grant connect on database "{name}" to lgnet_web')
        return name

    def drop(self, name: str) -> None:
        """Throw a database away; as the superuser, for its own vacuum may be at work there and must be ended too."""
        with psycopg.connect(self.server.dsn(SUPERUSER, "postgres"), autocommit=True) as superuser:
            superuser.execute(f'drop database if exists "{name}" with (force)')
