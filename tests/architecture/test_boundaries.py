# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A lower domain never knows an upper one; inside a domain calls go downwards."""

import ast
import subprocess
import sys

from tests.architecture.house import ROOT, modules

# What a domain may use of another: never its views, forms, pages or notifications.
INNER = frozenset({"views", "forms", "notifications", "urls", "jobs"})
COMPOSERS = frozenset({"config", "desk", "demo", "core", "ui", "interop"})
CATCH_ALLS = frozenset({"utils", "helpers", "common", "misc", "extras"})


def test_the_layers_hold() -> None:
    result = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 0, result.stdout[-3000:]


def test_a_domain_keeps_its_views_forms_and_notifications_to_itself() -> None:
    trespasses = []
    for name, _path, tree in modules():
        domain = name.split("/")[1]
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("lgnet."):
                parts = [*node.module.split("."), *(alias.name for alias in node.names)]
                other = parts[1]
                if (
                    other != domain
                    and domain not in COMPOSERS
                    and other not in COMPOSERS
                    and INNER & set(parts[2:])
                ):
                    trespasses.append(f"{name}: {node.module}")

    assert not trespasses


def test_nothing_is_called_utils() -> None:
    assert not [name for name, path, _tree in modules() if path.stem in CATCH_ALLS]


def test_imports_are_not_hidden_in_functions() -> None:
    # The command line imports what a command needs when it is called, so that --help stays quick.
    quick = {
        name for name, path, _ in modules() if name.startswith("lgnet/config/") or path.stem == "commands"
    }
    hidden = [
        f"{name}:{inner.lineno}"
        for name, _path, tree in modules()
        if name not in quick
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        for inner in ast.walk(node)
        if isinstance(inner, ast.ImportFrom) and (inner.module or "").startswith("lgnet.")
    ]

    assert not hidden
