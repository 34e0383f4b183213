# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Judges that others wrote, where they are at hand."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.environment import ROOT

STANDARDS = Path(os.environ.get("LGNET_STANDARDS", ROOT.parent / "shared" / "standards"))


def needed(name: str) -> Path:
    """A file of the standards; the test is skipped where it is not at hand."""
    found = STANDARDS / name
    if not found.exists():
        pytest.skip(f"the official files are not at {found}")
    return found


def strict(schema: Any) -> Any:
    """The schema with nothing allowed that it does not name, as the official recipe compiles it for its examples."""
    if isinstance(schema, list):
        return [strict(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {name: strict(one) for name, one in schema.items()}
    if isinstance(schema.get("properties"), dict):
        closed["additionalProperties"] = False
    return closed


def hsds_schema(name: str) -> Any:
    """A compiled schema of HSDS 3.0, closed."""
    return strict(json.loads(needed(f"hsds-3.0/{name}.json").read_text()))


def run(command: list[str]) -> "subprocess.CompletedProcess[str]":
    """A judge that is a program."""
    return subprocess.run(command, capture_output=True, text=True, check=False)
