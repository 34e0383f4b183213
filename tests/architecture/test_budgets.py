# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Budgets, not taste: what grows beyond them becomes two things."""

import ast

from tests.architecture.house import PACKAGE, ROOT, modules

FILE_LINES, FUNCTION_LINES, VIEW_LINES, TEMPLATE_LINES = 400, 40, 25, 150


def test_files_are_short() -> None:
    assert not [name for name, path, _tree in modules() if len(path.read_text().splitlines()) > FILE_LINES]


def test_functions_are_short_and_views_shorter() -> None:
    long = []
    for name, path, tree in modules():
        is_view = path.stem == "views" or "views" in path.parts
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                budget = (
                    VIEW_LINES if is_view and node.args.args[:1] and node.args.args[0].arg == "request" else 0
                )
                length = (node.end_lineno or 0) - node.lineno + 1
                docstring = len((ast.get_docstring(node, clean=False) or "").splitlines())
                if length - docstring > (budget or FUNCTION_LINES):
                    long.append(f"{name}:{node.name} {length - docstring}")

    assert not long


def test_templates_are_short() -> None:
    templates = [path for path in PACKAGE.rglob("templates/**/*.html") if "gallery" not in path.name]
    long = [
        str(path.relative_to(ROOT))
        for path in templates
        if len(path.read_text().splitlines()) > TEMPLATE_LINES
    ]

    assert not long


SPEAKING = frozenset({"actions", "policies", "queries", "core", "counting"})


def test_every_module_and_every_rule_says_what_it_is_for() -> None:
    silent = []
    for name, path, tree in modules():
        if ast.get_docstring(tree) is None and path.stem not in {"__init__", "apps"}:
            silent.append(name)
        if SPEAKING & {*path.parts, path.stem}:
            silent += [
                f"{name}:{node.name}"
                for node in tree.body
                if isinstance(node, ast.FunctionDef)
                and not node.name.startswith("_")
                and ast.get_docstring(node) is None
            ]

    assert not silent
