# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Starts, finds and stops the embedded server.

Starting is idempotent across processes: a second start on the same directory uses the running server, and
only the start that really started it stops it again when used as a context manager.
"""

import fcntl
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import psycopg

from lgnet.core.embedded import binaries, cluster, logins
from lgnet.core.embedded.accounts import Account, account_for, account_name
from lgnet.core.embedded.faults import EmbeddedError
from lgnet.core.embedded.lockfiles import clear_stale_locks, live_postmaster
from lgnet.core.embedded.places import DATABASE, PORT, default_data_dir, socket_dir
from lgnet.core.embedded.settings import OWNER

RECOVERY_SECONDS = 600  # after a crash the server first replays its log
LEFTOVER_SECONDS = 30  # sessions of a killed server take a moment to notice and go
STOP_SECONDS = 60
LOG_BYTES = 10_000_000
# What PostgreSQL says while the rests of a killed server are still there.
TRANSIENT = ("lock file", "shared memory block")
STRANGER = ("authentication failed", "requirepeer")  # waiting does not make it ours


class EmbeddedServer:
    """A PostgreSQL server in a directory of ours. fast=True gives up crash safety: for tests only."""

    def __init__(self, data_dir: Path | None = None, *, fast: bool = False) -> None:
        self.data_dir = Path(os.path.abspath(data_dir or default_data_dir()))
        self.fast = fast
        self.started_here = False

    @property
    def socket_dir(self) -> Path:
        """The directory of the Unix socket, which is the host to connect to."""
        return socket_dir(self.data_dir)

    @property
    def port(self) -> str:
        """The number in the socket's name; no network port is open."""
        return PORT

    @property
    def log_path(self) -> Path:
        """What the server says."""
        return self.data_dir.parent / "logs" / "postgres.log"

    def dsn(self, role: str = OWNER, database: str = DATABASE) -> str:
        """A libpq connection string for one of the log-in roles."""
        peer = account_name(self.data_dir)
        return f"host={self.socket_dir} port={PORT} dbname={database} user={role} requirepeer={peer}"

    @property
    def is_running(self) -> bool:
        """True when a live server holds the data directory."""
        return live_postmaster(self.data_dir) is not None

    def start(self) -> Self:
        """Make the directory, start the server, make log-in roles and database: whatever of it is missing."""
        account = account_for(self.data_dir)
        self.data_dir.parent.mkdir(mode=0o711, parents=True, exist_ok=True)
        with self._alone():
            self.started_here = self._bring_up(account)
            with self._superuser() as connection:
                logins.ensure(connection)
        return self

    def stop(self) -> None:
        """Stop the server, whoever started it; sessions are ended, nothing committed is lost."""
        if not self.data_dir.exists():
            return
        with self._alone():
            self._bring_down(account_for(self.data_dir))

    def destroy(self) -> None:
        """Stop the server and delete its data for good."""
        self.stop()
        place = self.data_dir.resolve()
        if (place / "PG_VERSION").is_file():
            shutil.rmtree(place)
        if self.data_dir.is_symlink():
            self.data_dir.unlink()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.started_here:
            self.stop()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One start or stop at a time on this directory; the lock goes with the process that holds it."""
        lock = os.open(self.data_dir.parent / f".{self.data_dir.name}.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)

    def _superuser(self) -> psycopg.Connection[tuple[object, ...]]:
        dsn = self.dsn(cluster.SUPERUSER, "postgres")
        # The caller's PGOPTIONS may name another role to take on.
        return psycopg.connect(dsn, options="-c role=none", autocommit=True, connect_timeout=10)

    def _bring_up(self, account: Account) -> bool:
        """True when this call started the server, False when it ran already."""
        if self._runs_or_goes():
            return False
        programs = binaries.usable_by(account)
        cluster.create(self.data_dir, account, programs, fast=self.fast)
        place = self.socket_dir
        cluster.open_socket_dir(place, account)
        cluster.configure(self.data_dir, place, account, fast=self.fast)
        self._open_log()
        deadline = time.monotonic() + LEFTOVER_SECONDS
        while (said := self._launch(account, programs)) is not None:
            if time.monotonic() > deadline or not any(word in said for word in TRANSIENT):
                raise EmbeddedError(f"PostgreSQL did not start. The end of {self.log_path} says:\n{said}")
            time.sleep(0.3)
        return True

    def _runs_or_goes(self) -> bool:
        """Wait until a server that another process started answers (True), or is gone (False)."""
        deadline = time.monotonic() + RECOVERY_SECONDS
        while self.is_running:
            try:
                self._superuser().close()
                return True
            except psycopg.OperationalError as trouble:  # recovering, or on its way out
                if time.monotonic() > deadline or any(word in str(trouble) for word in STRANGER):
                    raise EmbeddedError(f"PostgreSQL runs but does not answer: {trouble}") from trouble
            time.sleep(0.2)
        return False

    def _launch(self, account: Account, programs: Path) -> str | None:
        """Start the server; None when it runs, else the end of what it said."""
        clear_stale_locks(self.data_dir, self.socket_dir)
        command = [str(programs / "pg_ctl"), "start", "-D", str(self.data_dir.resolve()), "-s", "-w"]
        with self.log_path.open("ab") as log:
            before = log.tell()
            done = account.run(
                [*command, "-t", str(RECOVERY_SECONDS)], timeout=RECOVERY_SECONDS + 30, output=log.fileno()
            )
        if done.returncode == 0:
            return None
        with self.log_path.open("rb") as log:
            log.seek(before)
            return log.read()[-3000:].decode(errors="replace")

    def _bring_down(self, account: Account) -> None:
        programs = binaries.usable_by(account)
        command = [str(programs / "pg_ctl"), "stop", "-D", str(self.data_dir.resolve()), "-s", "-w"]
        for mode in ("fast", "immediate"):
            if not self.is_running:
                break
            account.run([*command, "-m", mode, "-t", str(STOP_SECONDS)], timeout=STOP_SECONDS + 30)
        if self.is_running:
            raise EmbeddedError(f"PostgreSQL does not stop; see {self.log_path}.")
        self.started_here = False
        shutil.rmtree(self.socket_dir, ignore_errors=True)

    def _open_log(self) -> None:
        self.log_path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self.log_path.exists() and self.log_path.stat().st_size > LOG_BYTES:
            self.log_path.replace(self.log_path.with_suffix(".log.1"))
