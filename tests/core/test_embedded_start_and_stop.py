# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The embedded server starts, is found again by others, and stops."""

import stat
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from lgnet.core.embedded import EmbeddedError
from lgnet.core.embedded.server import EmbeddedServer
from tests.core.embedded_servers import destroyed_afterwards

START_IN_ANOTHER_PROCESS = """
import sys
from pathlib import Path
from lgnet.core.embedded.server import EmbeddedServer
with EmbeddedServer(Path(sys.argv[1]), fast=True) as server:
    print(server.started_here, server.socket_dir)
"""


def test_the_log_in_roles_have_exactly_the_powers_they_need(tmp_path: Path) -> None:
    with destroyed_afterwards(tmp_path / "postgres") as server, psycopg.connect(server.dsn()) as owner:
        rows = owner.execute(
            "select rolname, rolsuper, rolcreatedb, rolcreaterole, rolbypassrls, rolinherit "
            "from pg_roles where rolname in ('lgnet_owner', 'lgnet_web') order by 1"
        ).fetchall()
        database = owner.execute(
            "select pg_get_userbyid(datdba), datlocprovider, datlocale "
            "from pg_database where datname = 'lgnet'"
        ).fetchone()

    assert rows == [
        ("lgnet_owner", False, True, True, True, True),
        ("lgnet_web", False, False, False, False, False),
    ]
    assert database == ("lgnet_owner", "b", "PG_UNICODE_FAST")


def test_no_rule_trusts_and_no_network_address_is_open(tmp_path: Path) -> None:
    with destroyed_afterwards(tmp_path / "postgres") as server:
        rules = (server.data_dir / "pg_hba.conf").read_text().splitlines()
        with psycopg.connect(server.dsn("postgres", "postgres")) as connection:
            addresses = connection.execute("show listen_addresses").fetchone()
            checksums = connection.execute("show data_checksums").fetchone()
        mode = stat.S_IMODE(server.socket_dir.stat().st_mode)

    assert rules == ["local all all peer map=lgnet"]
    assert addresses == ("",)
    assert checksums == ("on",)
    assert mode == 0o700


def test_a_second_start_in_another_process_uses_the_running_server_and_leaves_it_running(
    tmp_path: Path,
) -> None:
    with destroyed_afterwards(tmp_path / "postgres") as server:
        other = subprocess.run(
            [sys.executable, "-c", START_IN_ANOTHER_PROCESS, str(server.data_dir)],
            capture_output=True,
            text=True,
            check=True,
        )

        assert other.stdout.split() == ["False", str(server.socket_dir)]
        assert server.is_running


def test_stopping_twice_and_starting_again_keeps_the_data(tmp_path: Path) -> None:
    with destroyed_afterwards(tmp_path / "postgres") as server:
        with psycopg.connect(server.dsn()) as connection:
            connection.execute("create table kept as select 1 as id")
        server.stop()
        server.stop()

        assert not server.is_running

        server.start()
        with psycopg.connect(server.dsn()) as connection:
            assert connection.execute("select id from kept").fetchall() == [(1,)]


def test_a_data_directory_deeper_than_a_socket_path_may_be_works(tmp_path: Path) -> None:
    deep = tmp_path / ("a" * 60) / ("b" * 60) / "postgres"

    with destroyed_afterwards(deep) as server, psycopg.connect(server.dsn()) as connection:
        assert len(str(deep)) > 107
        assert connection.execute("select 1").fetchone() == (1,)


def test_a_folder_with_other_things_in_it_is_refused_untouched(tmp_path: Path) -> None:
    folder = tmp_path / "postgres"
    folder.mkdir()
    (folder / "letter.txt").write_text("dear")

    with pytest.raises(EmbeddedError, match="holds no database"):
        EmbeddedServer(folder, fast=True).start()

    assert [path.name for path in folder.iterdir()] == ["letter.txt"]
