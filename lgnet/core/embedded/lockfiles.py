# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Tells a server that runs from the traces of one that was killed.

PostgreSQL takes any living process with the number in its lock file for a server. In a container numbers come
back soon, and a killed server may stay as a zombie for ever, so a start could fail for good: we look closer.
"""

import os
import subprocess
import sys
from pathlib import Path

from lgnet.core.embedded.places import PORT


def live_postmaster(data_dir: Path) -> int | None:
    """The process number of the server that runs on this data directory, or None."""
    pid = _pid_in(data_dir / "postmaster.pid")
    return pid if pid and _is_postmaster(pid, data_dir.resolve()) else None


def clear_stale_locks(data_dir: Path, socket_dir: Path) -> None:
    """Remove lock files whose number now belongs to something else than this server.

    A number that belongs to nothing is left to PostgreSQL, which then also checks for orphaned sessions.
    """
    for lock in (data_dir / "postmaster.pid", socket_dir / f".s.PGSQL.{PORT}.lock"):
        pid = _pid_in(lock)
        if pid and _exists(pid) and not _is_postmaster(pid, data_dir.resolve()):
            lock.unlink(missing_ok=True)


def _pid_in(lock: Path) -> int | None:
    try:
        first = lock.read_text().split("\n", 1)[0].strip()
    except OSError:
        return None
    # A negative number marks a single-user session (initdb); it is of no interest here.
    return int(first) if first.isdigit() else None


def _exists(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _is_postmaster(pid: int, data_dir: Path) -> bool:
    """True when the process is a postmaster of this data directory, and not a zombie."""
    if sys.platform != "linux":
        return _is_postmaster_by_ps(pid, data_dir)
    try:
        state = Path(f"/proc/{pid}/stat").read_text(errors="replace").rsplit(")", 1)[1].split()[0]
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except (OSError, IndexError):
        return False
    return state not in ("Z", "X") and words[0].endswith(b"postgres") and os.fsencode(data_dir) in words


def _is_postmaster_by_ps(pid: int, data_dir: Path) -> bool:
    asked = subprocess.run(
        ["ps", "-ww", "-o", "stat=,command=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    state, _, command = asked.stdout.strip().partition(" ")
    return bool(state) and not state.startswith("Z") and "postgres" in command and str(data_dir) in command
