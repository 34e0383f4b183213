# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every change of state is a verb in `actions`: nothing else writes."""

import ast

from tests.architecture.house import modules

WRITES = frozenset(
    {"save", "create", "bulk_create", "bulk_update", "delete", "get_or_create", "update_or_create"}
)
AS_THE_OWNER = ("lgnet/demo/",)  # fills an empty database in which nobody works yet
BEFORE_ANYBODY_WORKS = ("load_", "register_data", "accept_invitation")  # verbs without a worker
# Methods of these names that write no row, with why.
NOT_ROWS = (
    "lgnet/core/embedded/",  # makes and removes directories of the database server
    "lgnet/website/writing.py",  # the form that the library's editing pages call to save
    "lgnet/website/pictures.py",  # the same, of a picture
    "lgnet/society/squares.py",  # a drawing into memory
)


def writes_in(tree: ast.Module) -> list[int]:
    """Lines that call a writing method of a manager, a queryset or an instance."""
    lines = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr in WRITES:
                lines.append(node.lineno)
            if node.func.attr == "update" and isinstance(node.func.value, ast.Call):
                called = node.func.value.func
                if isinstance(called, ast.Attribute) and called.attr in {"filter", "exclude", "all"}:
                    lines.append(node.lineno)
    return lines


def test_only_actions_write() -> None:
    found = [
        f"{name}:{line}"
        for name, path, tree in modules()
        if not name.startswith(NOT_ROWS) and path.stem != "actions" and "actions" not in path.parts
        for line in writes_in(tree)
    ]

    assert not found


def test_models_do_not_override_saving_and_nobody_uses_signals() -> None:
    overrides, signals = [], []
    for name, _path, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                overrides += [
                    f"{name}:{item.lineno}"
                    for item in node.body
                    if isinstance(item, ast.FunctionDef)
                    and item.name in {"save", "delete"}
                    and "models" in name
                ]
            if isinstance(node, ast.ImportFrom) and "signals" in (node.module or ""):
                signals.append(f"{name}:{node.lineno}")

    assert not overrides
    assert not signals


def test_actions_take_keywords_only_and_say_who_acts() -> None:
    wrong = []
    for name, path, tree in modules():
        if name.startswith(AS_THE_OWNER) or (path.stem != "actions" and "actions" not in path.parts):
            continue
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and _is_atomic(node):
                names = {argument.arg for argument in node.args.kwonlyargs}
                positional = [argument.arg for argument in node.args.args]
                if positional not in ([], ["rows"]) or (
                    "by" not in names and not node.name.startswith(BEFORE_ANYBODY_WORKS)
                ):
                    wrong.append(f"{name}:{node.name}")

    assert not wrong


def _is_atomic(node: ast.FunctionDef) -> bool:
    return any("atomic" in ast.unparse(decorator) for decorator in node.decorator_list)
