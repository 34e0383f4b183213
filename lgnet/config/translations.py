# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Compiles the translations (.po to .mo) with Babel, so that a fresh machine needs no gettext."""

import os
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from lgnet.config.env import WrongEnvironment

PACKAGE = Path(__file__).resolve().parent.parent


def catalogues() -> list[Path]:
    """Every translation of the package."""
    return sorted(PACKAGE.glob("*/locale/*/LC_MESSAGES/django.po"))


def compile_changed() -> int:
    """Compile what is older than its source; the number of catalogues compiled."""
    stale = [path for path in catalogues() if _is_stale(path)]
    for path in stale:
        _compile(path)
    return len(stale)


def _is_stale(path: Path) -> bool:
    compiled = path.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime_ns < path.stat().st_mtime_ns


def _compile(path: Path) -> None:
    try:
        with path.open("rb") as source:
            catalogue = read_po(source, locale=path.parts[-3], domain="django", abort_invalid=True)
    except (PoFileError, UnicodeDecodeError) as trouble:
        raise WrongEnvironment(f"{path} is not a valid catalogue: {trouble}") from trouble
    unfinished = path.with_suffix(f".mo.{os.getpid()}")
    with unfinished.open("wb") as target:
        write_mo(target, catalogue)
    unfinished.replace(path.with_suffix(".mo"))
