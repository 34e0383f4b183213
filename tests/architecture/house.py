# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the walking tests look at: our models, our files, the tables PostgreSQL has."""

import ast
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.db import models

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "lgnet"


def our_models() -> list[type[models.Model]]:
    """Every model that we declare."""
    return [model for model in apps.get_models() if model.__module__.startswith("lgnet.")]


def modules() -> Iterator[tuple[str, Path, ast.Module]]:
    """Every Python file of the package but migrations: its path from the root, and what it says."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if "migrations" not in path.parts:
            yield str(path.relative_to(ROOT)), path, ast.parse(path.read_text())
