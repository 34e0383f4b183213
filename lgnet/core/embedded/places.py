# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where the embedded server lives: its home, data directory and socket directory.

Nothing here starts or creates anything. The socket does not lie in the data directory, because a socket's
path may have 107 bytes at most and a clone may lie deep.
"""

import hashlib
import os
from pathlib import Path

PORT = "5432"  # only names the socket file: the server listens on no network address
DATABASE = "lgnet"


def home() -> Path:
    """The folder of everything this installation keeps: database, logs, secrets, static files."""
    chosen = os.environ.get("LGNET_HOME")
    if chosen:
        return Path(os.path.abspath(chosen))
    clone = Path(__file__).resolve().parents[3]
    # From a clone, commands work in any folder of it; from an installed package, the current folder it is.
    return (clone if (clone / "pyproject.toml").is_file() else Path.cwd()) / ".lgnet"


def default_data_dir() -> Path:
    """The data directory of the server that `lgnet up` starts."""
    return home() / "postgres"


def socket_dir(data_dir: Path) -> Path:
    """The directory of the server's socket: the running server's own word first, else where it will be."""
    return _recorded_socket_dir(data_dir) or _planned_socket_dir(data_dir)


def _recorded_socket_dir(data_dir: Path) -> Path | None:
    try:
        lines = (data_dir / "postmaster.pid").read_text().splitlines()
    except OSError:  # not running, or another user's: then the plan is all there is to go by
        return None
    return Path(lines[4]) if len(lines) > 4 and lines[4].startswith("/") else None


def _planned_socket_dir(data_dir: Path) -> Path:
    # Never the TMPDIR of the day: the web, the worker and a cron job must all come to the same answer.
    place = data_dir.parent.resolve() / data_dir.name
    name = hashlib.sha256(os.fsencode(place)).hexdigest()[:12]
    if os.geteuid() == 0 and os.access("/run", os.W_OK):
        return Path("/run") / f"lgnet-{name}"
    return Path("/tmp") / f"lgnet-{os.geteuid()}-{name}"  # owner and mode are checked
