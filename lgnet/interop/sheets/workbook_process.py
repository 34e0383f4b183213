# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Loads one worksheet in a process of its own and prints its rows as JSON lines. Run by path, never imported.

A workbook of a few kilobytes can ask for terabytes (two cells at opposite corners, one long text shared by a
million cells). Here such a request kills only this process, which the operating system keeps within limits.
Nothing of Django or of our package is imported, so that starting costs little.
"""

import contextlib
import datetime as dt
import json
import re
import resource
import sys
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

BATCH = 500
MAX_MARKS = 10_000
_CHUNK = 4 * 1024 * 1024
_CELL_ERROR = re.compile(rb"<(?:\w+:)?c\b[^<>]*\bt=[\"']e[\"'][^<>]*>")
_FORMULA = re.compile(
    rb"<(?:\w+:)?c\b([^<>]*)>\s*<(?:\w+:)?f\b(?:[^<>]*/>|[^<>]*>[^<]*</(?:\w+:)?f>)\s*(?!<(?:\w+:)?v>[^<])"
)
_REFERENCE = re.compile(rb"\br=[\"']([A-Z]{1,3})(\d{1,7})[\"']")
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def main() -> None:
    """Arguments: path, worksheet name or empty, bytes of memory, seconds of processor."""
    path, wanted, memory, seconds = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    # macOS has the constant but refuses it; the size checks made before still hold there
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    try:
        _serve(path, wanted)
    except MemoryError:
        _say({"failed": "workbook_memory"})
    except zipfile.BadZipFile:
        _say({"failed": "file_broken"})


def _serve(path: str, wanted: str) -> None:
    import python_calamine as calamine  # after the limits are set, so that they cover its loading too

    try:
        workbook = calamine.load_workbook(path)
        visible = [
            sheet.name
            for sheet in workbook.sheets_metadata
            if sheet.visible == calamine.SheetVisibleEnum.Visible
            and sheet.typ == calamine.SheetTypeEnum.WorkSheet
        ]
        if not visible or (wanted and wanted not in visible):
            _say({"failed": "worksheet_unknown" if wanted else "file_empty", "sheets": visible})
            return
        name = wanted or visible[0]
        sheet = workbook.get_sheet_by_name(name)
    except calamine.PasswordError:
        _say({"failed": "file_password"})
        return
    except calamine.CalamineError:
        _say({"failed": "file_broken"})
        return
    errors, empty_formulas = _marks(path, name)
    _say({
        "sheets": visible,
        "merged": [[*start, *end] for start, end in sheet.merged_cell_ranges or []],
        "errors": errors,
        "empty_formulas": empty_formulas,
        "first_column": sheet.start[1] if sheet.start else 0,
    })  # fmt: skip
    batch: list[list[Any]] = []
    for row in sheet.iter_rows():
        batch.append(row)
        if len(batch) == BATCH:
            _say(batch)
            batch = []
    _say(batch)
    _say({"done": True})


def _say(what: object) -> None:
    sys.stdout.write(json.dumps(what, default=_plain, ensure_ascii=False, separators=(",", ":")))
    sys.stdout.write("\n")


def _plain(value: object) -> object:
    if isinstance(value, (dt.date, dt.datetime)):
        return {"date": value.isoformat()}
    return str(value)


def _marks(path: str, sheet: str) -> tuple[list[list[int]], list[list[int]]]:
    """Cells showing an error and formulas without a value: calamine gives both as empty."""
    errors: list[list[int]] = []
    formulas: list[list[int]] = []
    with zipfile.ZipFile(path) as package:
        part = _worksheet_part(package, sheet)
        if not part:
            return errors, formulas
        for text in _pieces(package, part):
            # most sheets have neither, and looking for a few bytes is fifty times faster than the patterns
            if b't="e"' in text or b"t='e'" in text:
                _collect(_CELL_ERROR, text, errors)
            if b"<f" in text or b":f" in text:
                _collect(_FORMULA, text, formulas)
            if len(errors) + len(formulas) > MAX_MARKS:
                break
    known = {tuple(error) for error in errors}
    return errors, [formula for formula in formulas if tuple(formula) not in known]


def _collect(pattern: re.Pattern[bytes], text: bytes, into: list[list[int]]) -> None:
    references = (_REFERENCE.search(match[0]) for match in pattern.finditer(text))
    into.extend([int(found[2]), _column_index(found[1])] for found in references if found)


def _column_index(letters: bytes) -> int:
    index = 0
    for letter in letters:
        index = index * 26 + letter - 64
    return index - 1


def _pieces(package: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """The XML in pieces cut between rows."""
    rest = b""
    with package.open(part) as stream:
        while block := stream.read(_CHUNK):
            rest += block
            cut = rest.rfind(b"</row>")
            if cut < 0 and len(rest) < 8 * _CHUNK:
                continue
            yield rest[:cut] if cut >= 0 else rest
            rest = rest[cut:] if cut >= 0 else b""
    yield rest


def _worksheet_part(package: zipfile.ZipFile, sheet: str) -> str:
    """The part of an XLSX that holds the sheet with this name; empty for other formats."""
    names = set(package.namelist())
    if "xl/workbook.xml" not in names or "xl/_rels/workbook.xml.rels" not in names:
        return ""
    target = ""
    for element in _tree(package, "xl/workbook.xml").iter():
        if element.tag.endswith("}sheet") and element.get("name") == sheet:
            target = next((value for key, value in element.items() if key.endswith("}id")), "")
    for relation in _tree(package, "xl/_rels/workbook.xml.rels").iter(_PACKAGE):
        if relation.get("Id") == target:
            part = relation.get("Target", "")
            part = part[1:] if part.startswith("/") else f"xl/{part}"
            return part if part in names else ""
    return ""


def _tree(package: zipfile.ZipFile, part: str) -> ElementTree.Element:
    text = package.read(part)
    if b"<!DOCTYPE" in text:  # no entities: neither external ones nor those that multiply
        raise zipfile.BadZipFile(part)
    try:
        return ElementTree.fromstring(text)  # noqa: S314 - without DOCTYPE there is nothing to expand
    except ElementTree.ParseError as error:
        raise zipfile.BadZipFile(part) from error


if __name__ == "__main__":
    main()
