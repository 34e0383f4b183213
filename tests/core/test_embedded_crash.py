# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Killing the embedded server loses nothing it acknowledged, and its leavings do not stop the next start."""

import os
import signal
import subprocess
import threading
import time
from pathlib import Path

import psycopg

from lgnet.core.embedded.lockfiles import live_postmaster
from lgnet.core.embedded.server import EmbeddedServer
from tests.core.embedded_servers import destroyed_afterwards

WRITERS = 4


def test_killing_every_process_under_four_writers_loses_no_acknowledged_write(tmp_path: Path) -> None:
    with destroyed_afterwards(tmp_path / "postgres", fast=False) as server:
        with psycopg.connect(server.dsn()) as connection:
            connection.execute("create table written (writer int, number int, primary key (writer, number))")
        acknowledged: set[tuple[int, int]] = set()

        for round_number in range(2):
            acknowledged |= _write_until_killed(server, round_number)
            server.start()

        with psycopg.connect(server.dsn()) as connection:
            found = set(connection.execute("select writer, number from written").fetchall())
        assert len(acknowledged) > 100
        assert acknowledged <= found


def _write_until_killed(server: EmbeddedServer, round_number: int) -> set[tuple[int, int]]:
    acknowledged: set[tuple[int, int]] = set()

    def write(writer: int) -> None:
        number = round_number * 1_000_000
        with psycopg.connect(server.dsn(), autocommit=True) as connection:
            while True:
                number += 1
                try:
                    connection.execute("insert into written values (%s, %s)", [writer, number])
                except psycopg.OperationalError:
                    return
                acknowledged.add((writer, number))

    writers = [threading.Thread(target=write, args=[writer]) for writer in range(WRITERS)]
    for thread in writers:
        thread.start()
    time.sleep(1.5)
    _kill_all(server)
    for thread in writers:
        thread.join()
    return acknowledged


def _kill_all(server: EmbeddedServer) -> None:
    postmaster = live_postmaster(server.data_dir)
    assert postmaster
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    family = [int(pid) for pid, parent in map(str.split, listed.splitlines()) if int(parent) == postmaster]
    for pid in (postmaster, *family):
        os.kill(pid, signal.SIGKILL)


def test_a_lock_whose_number_now_belongs_to_another_program_does_not_stop_the_start(tmp_path: Path) -> None:
    with destroyed_afterwards(tmp_path / "postgres") as server:
        place, socket_dir = server.data_dir, server.socket_dir
        pid_file = (place / "postmaster.pid").read_text().splitlines()
        socket_lock = (socket_dir / ".s.PGSQL.5432.lock").read_text().splitlines()
        _kill_all(server)
        other = subprocess.Popen(["sleep", "60"], user=place.stat().st_uid)
        try:
            _write_lock(place / "postmaster.pid", [str(other.pid), *pid_file[1:]])
            _write_lock(socket_dir / ".s.PGSQL.5432.lock", [str(other.pid), *socket_lock[1:]])

            assert not server.is_running
            server.start()

            assert server.is_running
            assert other.poll() is None
        finally:
            other.kill()
            other.wait()


def _write_lock(path: Path, lines: list[str]) -> None:
    path.write_text("\n".join(lines) + "\n")


def test_an_interrupted_creation_leaves_nothing_in_the_way(tmp_path: Path) -> None:
    tmp_path.chmod(0o711)
    unfinished = tmp_path / ".postgres-new-killed"
    unfinished.mkdir()
    (unfinished / "PG_VERSION").write_text("18\n")

    with destroyed_afterwards(tmp_path / "postgres") as server:
        assert server.is_running
