# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which code is running: the version of the package and, in a clone, the commit."""

from functools import cache
from importlib.metadata import version
from pathlib import Path

import lgnet

GIT = Path(lgnet.__file__).resolve().parent.parent / ".git"


@cache
def code_version() -> str:
    """Such as "0.1.0+02202e8"; without the commit where the package was installed from a wheel."""
    commit = _commit(GIT)
    return f"{version('lgnet')}+{commit[:12]}" if commit else version("lgnet")


def _commit(git: Path) -> str:
    head = git / "HEAD"
    if not head.is_file():
        return ""
    text = head.read_text().strip()
    if not text.startswith("ref: "):
        return text
    name = text.removeprefix("ref: ")
    if (git / name).is_file():
        return (git / name).read_text().strip()
    packed = git / "packed-refs"
    lines = packed.read_text().splitlines() if packed.is_file() else []
    return next((line.split()[0] for line in lines if line.endswith(f" {name}")), "")
