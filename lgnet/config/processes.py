# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Child processes that live and die with us: the web and the jobs.

Each has a session of its own: Ctrl-C in the terminal reaches only us, and we choose the order of the end.
"""

import os
import signal
import subprocess
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

STOP_SECONDS = 25
LOG_BYTES = 10_000_000
REGISTER = "children"
MARK = "lgnet.config"  # stands in the command line of every child


class StopRequested(BaseException):
    """Ctrl-C, SIGTERM or a closed terminal; not an Exception, so that no handler of errors swallows it."""


def listen_for_stop() -> None:
    """From now on the first request to stop raises StopRequested; later ones are ignored."""
    watched = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

    def stop(number: int, _frame: object) -> None:
        for each in watched:
            signal.signal(each, lambda *_: None)  # not SIG_IGN, which children would inherit
        raise StopRequested(signal.Signals(number).name)

    for each in watched:
        signal.signal(each, stop)


def end_leftovers(register: Path) -> int:
    """End the children of a start that was killed itself, noted in this file; how many there were.

    A number is only believed when the process still runs a command of ours: numbers come back.
    """
    noted = register.read_text().split() if register.exists() else []
    ours = [int(pid) for pid in noted if pid.isdigit() and MARK in _command_line(int(pid))]
    for pid in ours:
        os.killpg(pid, signal.SIGKILL)
    deadline = time.monotonic() + STOP_SECONDS
    while any(MARK in _command_line(pid) for pid in ours) and time.monotonic() < deadline:
        time.sleep(0.05)
    register.unlink(missing_ok=True)
    return len(ours)


def _command_line(pid: int) -> str:
    asked = subprocess.run(
        ["ps", "-ww", "-o", "stat=,args=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return "" if asked.stdout.startswith("Z") else asked.stdout


class Child:
    """A process with its log file, noted in `children` beside it for the case that we are killed."""

    def __init__(self, name: str, command: list[str], *, logs: Path, environment: Mapping[str, str]) -> None:
        self.name = name
        self.log = logs / f"{name}.log"
        if self.log.exists() and self.log.stat().st_size > LOG_BYTES:
            self.log.replace(self.log.with_suffix(".log.1"))
        with self.log.open("ab") as log:
            self._began_at = log.tell()
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env={**os.environ, **environment, "PYTHONUNBUFFERED": "1"},
                start_new_session=True,
            )
        with (logs / REGISTER).open("a") as register:
            register.write(f"{self._process.pid}\n")

    @property
    def ended(self) -> int | None:
        """The status it ended with, or None while it runs."""
        return self._process.poll()

    def ask_to_stop(self) -> None:
        """Ask; do not wait."""
        if self.ended is None:
            self._process.terminate()

    def wait_until_stopped(self) -> None:
        """Wait for it to finish what it is doing; after a while end it by force, and its own children too."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(STOP_SECONDS)
        with suppress(ProcessLookupError, PermissionError):  # nobody is left; macOS says so by forbidding
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def last_words(self, lines: int = 15) -> str:
        """The end of its log, of this run only."""
        with self.log.open("rb") as log:
            log.seek(max(self._began_at, self.log.stat().st_size - 8_000))
            return "\n".join(log.read().decode(errors="replace").splitlines()[-lines:])


def first_ended(children: list[Child]) -> Child | None:
    """A child that has ended, if one has."""
    return next((child for child in children if child.ended is not None), None)


def wait_for_an_end(children: list[Child]) -> Child:
    """Return the first child that ends by itself; meanwhile StopRequested may come."""
    while (ended := first_ended(children)) is None:
        time.sleep(0.25)
    return ended
