# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""CSV and its relatives, streamed: memory does not grow with the file.

Row numbers count records, not physical lines: a line break inside quotes stays in its
row, as in a spreadsheet.
"""

import csv
import gzip
import io
import zlib
from collections.abc import Generator, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from lgnet.interop.sheets.encoding import detect_encoding
from lgnet.interop.sheets.limits import MEGABYTE, Limits
from lgnet.interop.sheets.problems import SheetRefused
from lgnet.interop.sheets.rows import CellValue, Record

_DELIMITERS = ";,\t|"
_SAMPLE_CHARACTERS = 64 * 1024
_SAMPLE_RECORDS = 50
_RUNAWAY_LINES = 200  # more physical lines than this in one record: a quotation mark was never closed


class _Bounded(io.RawIOBase):
    """Expands gzip and stops at the limit, whatever size the file declares."""

    def __init__(self, path: Path, limit: int) -> None:
        self._inner = gzip.open(path, "rb")  # noqa: SIM115 - closed by close()
        self._left, self._limit = limit, limit

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast("bytearray", buffer))
        try:
            block = self._inner.read(len(view))
        except (OSError, EOFError, zlib.error) as error:
            raise SheetRefused("gzip_broken") from error
        self._left -= len(block)
        if self._left < 0:
            raise SheetRefused("gzip_too_big", limit=self._limit // MEGABYTE)
        view[: len(block)] = block
        return len(block)

    def close(self) -> None:
        self._inner.close()
        super().close()


class _Lines:
    """Physical lines, each checked; `ended` tells whether somebody asked for one more than there were."""

    def __init__(self, stream: io.TextIOWrapper, limit: int) -> None:
        self._read, self._limit = partial(stream.readline, limit), limit
        self._number, self.ended = 0, False

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._read()
        if not line:
            self.ended = True
            raise StopIteration
        self._number += 1
        if "\0" in line:
            raise SheetRefused("null_byte", line=self._number)
        if len(line) >= self._limit:
            raise SheetRefused("line_too_long", line=self._number, limit=self._limit)
        return line


class Delimited:
    """A text table on disk; `records` may be called again and starts from the top each time."""

    def __init__(self, path: Path, limits: Limits, *, gzipped: bool) -> None:
        self._path, self._limits, self._gzipped = path, limits, gzipped
        self.encoding = detect_encoding(self._open)
        self.delimiter, self._skip = self._detect_delimiter()
        self.merged: list[tuple[int, int, int, int]] = []
        self.worksheets: list[str] = []

    def records(self) -> Generator[Record, None, None]:
        """Row number, cells and problems of every record, blank ones included."""
        with self._text() as stream:
            lines = _Lines(stream, self._limits.line_characters)
            if self._skip:
                next(lines)
            yield from self._numbered(lines)

    def _numbered(self, lines: "_Lines") -> Iterator[Record]:
        reader = csv.reader(lines, delimiter=self.delimiter)
        number = physical = 0
        while True:
            number += 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:  # a field beyond the csv module's own limit of 131,072 characters
                raise SheetRefused("quote_unclosed", line=number) from error
            # A record completed only because the file ended is one whose quotation mark was left open.
            if lines.ended or reader.line_num - physical > _RUNAWAY_LINES:
                raise SheetRefused("quote_unclosed", line=number)
            physical = reader.line_num
            yield number, cast("list[CellValue]", cells), ()

    def _open(self) -> BinaryIO:
        if self._gzipped:
            return io.BufferedReader(_Bounded(self._path, self._limits.text_bytes), MEGABYTE)
        return self._path.open("rb")

    def _text(self) -> io.TextIOWrapper:
        return io.TextIOWrapper(self._open(), encoding=self.encoding, newline="")

    def _detect_delimiter(self) -> tuple[str, bool]:
        """The delimiter that cuts most rows into equally many cells, or that of Excel's `sep=` line."""
        with self._text() as stream:
            sample = stream.read(_SAMPLE_CHARACTERS)
        first = sample.partition("\n")[0].strip().lower()
        if first.startswith("sep=") and len(first) == 5 and first[4] in _DELIMITERS:
            return first[4], True
        if not sample.strip():
            raise SheetRefused("file_empty")
        return max(_DELIMITERS, key=lambda delimiter: _agreement(sample, delimiter)), False


def _agreement(sample: str, delimiter: str) -> tuple[int, int]:
    lines = io.StringIO(sample, newline="")
    widths: list[int] = []
    try:
        for cells in csv.reader(lines, delimiter=delimiter):
            if cells:
                widths.append(len(cells))
            if len(widths) >= _SAMPLE_RECORDS:
                break
    except csv.Error:
        return 0, 0
    if len(widths) > 2 and len(widths) < _SAMPLE_RECORDS:
        widths.pop()  # the sample may end in the middle of a record
    tables = [width for width in widths if width > 1]
    if not tables:
        return 0, 0
    usual = max(set(tables), key=tables.count)
    return tables.count(usual), usual
