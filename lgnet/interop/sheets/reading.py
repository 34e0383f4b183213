# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Opens a stranger's spreadsheet: one header, then rows with their line numbers and their problems.

`SheetRefused` may come while iterating as well as on opening: a text file is read only as far as asked.
"""

import re
import tempfile
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from lgnet.interop.sheets.delimited import Delimited
from lgnet.interop.sheets.header import find_header
from lgnet.interop.sheets.kinds import kind_of
from lgnet.interop.sheets.limits import MEGABYTE, Limits
from lgnet.interop.sheets.problems import Problem, SheetRefused
from lgnet.interop.sheets.rows import CellValue, Record, Row, as_text, column_letter
from lgnet.interop.sheets.workbook import Workbook

DEFAULT_LIMITS = Limits()
# A telephone number, a negative amount, a dash meaning "nothing" or a bullet are no formulas.
_HARMLESS_SIGN = re.compile(r"[+-](?:[\d\s().,/-]*|\s.*|[^(|!=]*)", re.DOTALL)


class Sheet:
    """An open table. Use as a context manager: it removes the copy made of an uploaded file."""

    def __init__(
        self, source: Delimited | Workbook, name: str, limits: Limits, copy: Path | None = None
    ) -> None:
        self._source, self._limits, self._copy = source, limits, copy
        self.name = name
        # Kept for the first call of rows(): a workbook takes seconds to load.
        self._opened, self._untouched = source.records(), True
        try:
            self._top = list(islice(self._opened, limits.header_search_rows))
            found = find_header([(line, cells) for line, cells, _ in self._top], source.merged, limits)
        except BaseException:
            self._opened.close()
            raise
        self.header, self.header_line = found.names, found.line
        self.worksheets = source.worksheets
        """Visible sheets of a workbook; empty for text."""
        self.encoding, self.delimiter = source.encoding, source.delimiter
        """Of a text file; empty for a workbook."""

    def column(self, name: str) -> int:
        """The index of the column with this name, capitals or not; ValueError if none has it."""
        return [known.casefold() for known in self.header].index(name.casefold())

    def rows(self) -> Iterator[Row]:
        """Rows below the header, as wide as it; blank rows are skipped. Each call starts from the top."""
        for line, cells, problems in self._records():
            if line <= self.header_line:
                continue
            row = self._row(line, cells, problems)
            if problems or not row.is_blank:
                yield row

    def _records(self) -> Iterable[Record]:
        if self._untouched:
            self._untouched = False
            return chain(self._top, self._opened)
        return self._source.records()

    def _row(self, line: int, cells: list[CellValue], problems: tuple[Problem, ...]) -> Row:
        names, limit = self.header, self._limits.cell_characters
        width = len(names)
        if len(cells) < width:
            cells = cells + [""] * (width - len(cells))
        found = list(problems)
        for index, cell in enumerate(cells):
            if isinstance(cell, str):
                if not cell or (cell.isalnum() and index < width and names[index] and len(cell) <= limit):
                    continue
                if problem := _text_problem(line, index, cell, limit):
                    found.append(problem)
            if (index >= width or not names[index]) and as_text(cell).strip():
                params: dict[str, str | int] = {"value": as_text(cell)[:40]}
                found.append(Problem(line, column_letter(index), "value_without_column", params))
        return Row(line, tuple(cells[:width]), tuple(found))

    def close(self) -> None:
        """End the reading and remove the temporary copy, if one was made."""
        self._opened.close()
        if self._copy:
            self._copy.unlink(missing_ok=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _text_problem(line: int, index: int, cell: str, limit: int) -> Problem | None:
    if len(cell) > limit:
        return Problem(line, column_letter(index), "cell_too_long", {"limit": limit})
    start = cell.lstrip()[:1]
    if start in ("=", "@") or (start in ("+", "-") and not _HARMLESS_SIGN.fullmatch(cell.strip())):
        return Problem(line, column_letter(index), "formula_text", {"start": start})
    return None


def open_sheet(
    path_or_file: str | Path | IO[bytes], name: str = "", limits: Limits = DEFAULT_LIMITS, worksheet: str = ""
) -> Sheet:
    """Open a CSV, .csv.gz, XLSX or ODS, whatever its `name` says; raises SheetRefused with the reason.

    `name` is shown to people only. A file object is copied to disk, since it is read more than once.
    `worksheet` chooses a sheet of a workbook; the first visible one otherwise.
    """
    if isinstance(path_or_file, (str, Path)):
        path, copy = Path(path_or_file), None
        _refuse_size(path.stat().st_size, limits)
    else:
        path = copy = _copied(path_or_file, limits)
    try:
        source = _source(path, limits, worksheet)
        return Sheet(source, name or path.name, limits, copy)
    except BaseException:
        if copy:
            copy.unlink(missing_ok=True)
        raise


def _source(path: Path, limits: Limits, worksheet: str) -> Delimited | Workbook:
    kind = kind_of(path)
    if kind == "zip":
        return Workbook(path, limits, worksheet)
    return Delimited(path, limits, gzipped=kind == "gzip")


def _copied(stream: IO[bytes], limits: Limits) -> Path:
    size = 0
    with tempfile.NamedTemporaryFile(prefix="lgnet-sheet-", delete=False) as target:
        try:
            while block := stream.read(MEGABYTE):
                size += len(block)
                _refuse_size(size, limits)
                target.write(block)
        except BaseException:
            Path(target.name).unlink(missing_ok=True)
            raise
    return Path(target.name)


def _refuse_size(size: int, limits: Limits) -> None:
    if size > limits.file_bytes:
        raise SheetRefused("file_too_big", size=size // MEGABYTE, limit=limits.file_bytes // MEGABYTE)
