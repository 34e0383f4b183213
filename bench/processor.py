# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Processor time of the web and of PostgreSQL, read from /proc: what a request costs, whoever else is busy.

The clock of the kernel ticks a hundred times a second, so measure hundreds of requests, not a few.
"""

import os
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


def _stat(pid: int) -> list[str]:
    # The name of the program stands in brackets and may hold spaces.
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()


def children(pid: int) -> list[int]:
    """The processes that this one started and that still run."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                if int(_stat(int(entry.name))[1]) == pid:
                    found.append(int(entry.name))
            except (OSError, IndexError):  # it ended while we looked
                continue
    return found


def seconds(pid: int) -> float:
    """User and system time of a process and its children, those that ended included."""
    ticks = sum(int(value) for value in _stat(pid)[11:15])
    for child in children(pid):
        try:
            ticks += sum(int(value) for value in _stat(child)[11:13])
        except OSError:  # its time has just been added to the parent's: the next reading has it
            continue
    return ticks / TICKS
