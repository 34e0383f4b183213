# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Brings a whole register of people with their cases into an empty partner, by the command that people type.

The server is safe against crashes, as in production; the database is made anew for each run.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench import databases, processor
from bench.place import ROOT, environment, home

SIZE = 0  # the database of the benchmark in which nobody is registered
PARTNER, COORDINATOR = "genova", "coordinator"
Say = Callable[[str], None]


@dataclass(frozen=True)
class Imported:
    """What one step cost: seconds by the clock and of the processors, and the peak of memory in megabytes."""

    clock: float
    python: float
    postgresql: float
    megabytes: float


def measure(file: Path, say: Say) -> tuple[Imported, Imported]:
    """Only check the file, then check and write it. Prints both; returns both."""
    with databases.server() as server:
        databases.make_empty(SIZE)
        postmaster = int((server.data_dir / "postmaster.pid").read_text().split("\n", 1)[0])
        checked = _import(file, postmaster, ["--dry-run"], ends_with=(0, 1))  # 1: the file has bad lines
        say(f"only check: {_told(checked)}")
        written = _import(file, postmaster, ["--with-cases", "--skip-bad-lines"])
        say(f"check and write, with cases: {_told(written)}")
        people = databases.count(SIZE, "people_person")
    say(f"{people:,} people written: {people / written.clock:,.0f} a second.")
    return checked, written


def _import(
    file: Path, postmaster: int, options: list[str], *, ends_with: tuple[int, ...] = (0,)
) -> Imported:
    command = [sys.executable, "-m", "lgnet.config.cli", "import", "people", str(file), "--partner", PARTNER]
    before, began = processor.seconds(postmaster), time.monotonic()
    with (home() / "register.log").open("wb") as log:
        running = subprocess.Popen(
            [*command, "--as", databases.address_of(SIZE, PARTNER, COORDINATOR), *options],
            cwd=ROOT,
            env=environment(SIZE, LGNET_POOL="0"),
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        _, status, used = os.wait4(running.pid, 0)
    if os.waitstatus_to_exitcode(status) not in ends_with:
        raise RuntimeError(f"The import failed: see {home() / 'register.log'}")
    clock = time.monotonic() - began
    return Imported(
        clock,
        used.ru_utime + used.ru_stime,
        processor.seconds(postmaster) - before,
        used.ru_maxrss / 1024,
    )


def _told(step: Imported) -> str:
    return (
        f"{step.clock:.1f} s by the clock, {step.python:.1f} s of Python's and {step.postgresql:.1f} s of "
        f"PostgreSQL's processor time, {step.megabytes:.0f} MB at most"
    )
