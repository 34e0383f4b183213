# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""XLSX and ODS: checked as zip files first, then loaded by a separate process with limited memory."""

import datetime as dt
import itertools
import json
import subprocess
import sys
import zipfile
from collections import defaultdict
from collections.abc import Generator, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, cast

from lgnet.interop.sheets.limits import MEGABYTE, Limits
from lgnet.interop.sheets.problems import Problem, SheetRefused
from lgnet.interop.sheets.rows import CellValue, Record, column_letter

_PROGRAM = Path(__file__).with_name("workbook_process.py")


def check_zip(path: Path, limits: Limits) -> None:
    """Refuse what is no zip or would expand beyond reason."""
    try:
        with zipfile.ZipFile(path) as package:
            entries = package.infolist()
            if len(entries) > limits.workbook_entries:
                raise SheetRefused("zip_entries", count=len(entries))
            _refuse_bomb(entries, path, limits)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError) as error:
        raise SheetRefused("file_broken") from error


def _refuse_bomb(entries: list[zipfile.ZipInfo], path: Path, limits: Limits) -> None:
    """By declared sizes; a workbook that declares falsely meets the limits of the process that loads it."""
    size = sum(entry.file_size for entry in entries)
    suspicious = size > limits.workbook_ratio_free and size > path.stat().st_size * limits.workbook_ratio
    if size > limits.workbook_bytes or suspicious:
        raise SheetRefused("zip_bomb", size=size // MEGABYTE)
    spans = sorted((entry.header_offset, entry.compress_size) for entry in entries)
    for (offset, length), (following, _length) in itertools.pairwise(spans):
        if offset + length > following:  # entries that overlap: the same bytes expanded many times over
            raise SheetRefused("file_broken")


class Workbook:
    """One worksheet; `records` may be called again and loads the file again each time."""

    encoding = ""
    delimiter = ""

    def __init__(self, path: Path, limits: Limits, worksheet: str) -> None:
        check_zip(path, limits)
        self._path, self._limits, self._worksheet = path, limits, worksheet
        self.worksheets: list[str] = []
        self.merged: list[tuple[int, int, int, int]] = []

    def records(self) -> Generator[Record, None, None]:
        """Row number, cells and problems of every row, blank ones too. Sets `worksheets` and `merged`."""
        limits = self._limits
        process = subprocess.Popen(  # our own program: the path is an argument, no command
            [sys.executable, "-I", str(_PROGRAM), str(self._path), self._worksheet,
             str(limits.workbook_memory), str(limits.workbook_cpu_seconds)],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, encoding="utf-8",
            env={"PYTHONUTF8": "1"},
        )  # fmt: skip
        if process.stdout is None:  # cannot be with PIPE; said for the type checker
            raise SheetRefused("file_broken")
        try:
            yield from self._read(process.stdout)
        finally:
            process.kill()
            process.wait()
            process.stdout.close()

    def _read(self, lines: IO[str]) -> Iterator[Record]:
        about = self._header_of(lines)
        marks = self._marks(about)
        padding: list[CellValue] = [""] * int(about["first_column"])
        number = 0
        for line in lines:
            batch = json.loads(line)
            if isinstance(batch, dict):
                if "done" in batch:
                    return
                raise self._failure(batch)
            for cells in batch:
                number += 1
                yield number, padding + [_value(cell) for cell in cells], tuple(marks.get(number, ()))
        raise SheetRefused("workbook_memory")  # the process was stopped by its limits before it said "done"

    def _header_of(self, lines: IO[str]) -> dict[str, Any]:
        first = lines.readline()
        if not first.endswith("\n"):
            raise SheetRefused("workbook_memory")
        about: dict[str, Any] = json.loads(first)
        if "failed" in about:
            raise self._failure(about)
        self.worksheets = [str(name) for name in about["sheets"]]
        self.merged = [(r1 + 1, c1, r2 + 1, c2) for r1, c1, r2, c2 in about["merged"]]
        return about

    def _failure(self, about: Mapping[str, Any]) -> SheetRefused:
        names = ", ".join(about.get("sheets", []))
        if about["failed"] == "worksheet_unknown":
            return SheetRefused("worksheet_unknown", name=self._worksheet, names=names)
        return SheetRefused(str(about["failed"]))

    def _marks(self, about: Mapping[str, Any]) -> dict[int, list[Problem]]:
        marks: defaultdict[int, list[Problem]] = defaultdict(list)
        for code, key in (("cell_error", "errors"), ("formula_without_value", "empty_formulas")):
            for line, column in about[key]:
                marks[line].append(Problem(line, column_letter(column), code))
        for first_line, first_column, _last_line, _last_column in self.merged:
            marks[first_line].append(Problem(first_line, column_letter(first_column), "cell_merged"))
        return dict(marks)


def _value(cell: Any) -> CellValue:
    if cell is None:
        return ""
    if isinstance(cell, dict):
        text = str(cell["date"])
        return dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text)
    return cast("CellValue", cell)  # JSON gives only text, numbers and booleans here
