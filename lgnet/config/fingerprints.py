# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Recognises that nothing changed since the last start, so that the second start is quick.

A step's fingerprint covers the content of the files it depends on and the installed packages.
"""

import hashlib
import json
from collections.abc import Iterable
from importlib.metadata import distributions
from pathlib import Path

from lgnet.config.keys import PREPARED_FILE
from lgnet.config.translations import PACKAGE
from lgnet.core.embedded.places import default_data_dir, home

MIGRATIONS = ("*/migrations/**/*", "*/data/**/*", "core/roles.py", "core/rowsecurity.py", "config/shipped.py")
STATIC = ("*/static/**/*",)


def of_migrations() -> str:
    """Changes with a migration, a shipped list, a role, a package, or another database."""
    try:
        made = (default_data_dir() / "PG_VERSION").stat()
        database = f"{made.st_ino} {made.st_mtime_ns}"
    except OSError:
        database = "none"
    return _digest(_files(MIGRATIONS), [database])


def of_static_files() -> str:
    """Changes with a static file, ours or a package's, and when the collected ones are gone."""
    collected = (home() / "static" / "staticfiles.json").exists()
    return _digest(_files(STATIC), [] if collected else ["nothing collected"])


def is_current(step: str, fingerprint: str) -> bool:
    """True when the step was last done with this very fingerprint."""
    return _prepared().get(step) == fingerprint


def remember(step: str, fingerprint: str) -> None:
    """Note that the step was done."""
    path = home() / PREPARED_FILE
    unfinished = path.with_suffix(".new")
    unfinished.write_text(json.dumps({**_prepared(), step: fingerprint}, indent=1))
    unfinished.replace(path)


def _prepared() -> dict[str, str]:
    try:
        found = json.loads((home() / PREPARED_FILE).read_text())
    except (OSError, ValueError):  # absent or damaged: doing a step again is harmless
        return {}
    return found if isinstance(found, dict) else {}


def _files(patterns: Iterable[str]) -> list[Path]:
    found = {path for pattern in patterns for path in PACKAGE.glob(pattern)}
    return sorted(path for path in found if path.is_file() and path.suffix != ".pyc")


def _digest(files: Iterable[Path], more: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for path in files:
        digest.update(f"{path.relative_to(PACKAGE)}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    packages = sorted(f"{found.name}=={found.version}" for found in distributions())
    digest.update("\0".join([*packages, *more]).encode())
    return digest.hexdigest()
