# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Writes what a person sees to XLSX or CSV, row by row, with a second sheet saying what the file contains.

No text can become a formula on the reader's computer, whatever a stranger typed into our forms.
"""

import csv
import datetime as dt
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import BinaryIO
from zoneinfo import ZoneInfo

import xlsxwriter
from django.utils.functional import Promise
from django.utils.translation import gettext
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from lgnet.interop.sheets.problems import Problem
from lgnet.interop.sheets.rows import FORMULA_STARTS

MAX_XLSX_ROWS = 1_048_575
"""Rows of data: a worksheet has 1,048,576 and the header takes one."""

ROME = ZoneInfo("Europe/Rome")
_CSV_CHUNK = 64 * 1024
_CELL_CHARACTERS = 32_767
_EXACT_INTEGER = 10**15  # spreadsheets count in doubles and silently round beyond
_FIRST_DAY = dt.date(1900, 3, 1)  # earlier days differ between spreadsheets, so they are written as text

CellOut = str | Promise | int | float | Decimal | bool | dt.date | dt.datetime | None


@dataclass(frozen=True)
class Column:
    """A column of an export: its title and its width in characters."""

    title: str | Promise
    width: int = 18


@dataclass(frozen=True)
class Manifest:
    """What the file contains, for whoever finds it on a disk a year later."""

    title: str
    exported_by: str
    exported_at: dt.datetime
    filters: Sequence[tuple[str, str]] = ()
    """Label and chosen value, in words."""
    definitions: Sequence[tuple[str, str]] = ()
    """Definition used (an indicator, a code list) and its version."""
    notes: Sequence[str] = field(default_factory=tuple)

    def lines(self, rows: int) -> list[tuple[str, str]]:
        """The manifest as label and value, in the language now active; times are of Rome."""
        when = self.exported_at.astimezone(ROME)
        definition = gettext("Definition")  # not inside the f-string, where makemessages does not look
        filters = list(self.filters) or [(gettext("Filters"), gettext("None: everything the person may see"))]
        return [
            (gettext("Content"), self.title),
            *((str(label), str(value)) for label, value in filters),
            (gettext("Number of rows"), str(rows)),
            (gettext("Exported by"), self.exported_by),
            (gettext("Exported on"), when.strftime("%d/%m/%Y %H:%M") + " (Europe/Rome)"),
            *((f"{definition}: {name}", str(version)) for name, version in self.definitions),
            *((gettext("Note"), str(note)) for note in self.notes),
        ]


class ExportTooLong(Exception):
    """More rows than a worksheet holds; the file is unusable and must be thrown away."""

    def __init__(self) -> None:
        self.problem = Problem(0, "", "export_too_long", {"limit": MAX_XLSX_ROWS})
        super().__init__("export_too_long")

    def __str__(self) -> str:
        return str(self.problem)


def write_xlsx(
    target: str | Path | BinaryIO,
    columns: Sequence[Column],
    rows: Iterable[Sequence[CellOut]],
    manifest: Manifest,
    *,
    limit: int = MAX_XLSX_ROWS,
) -> int:
    """Write the workbook and return the number of rows; memory does not grow with them.

    Raises ExportTooLong at the first row beyond `limit`.
    """
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "nan_inf_to_errors": True,
    }
    book = xlsxwriter.Workbook(target if not isinstance(target, Path) else str(target), options)
    try:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        # Excel allows 31 characters in the name of a sheet, whatever the language
        data = book.add_worksheet(gettext("Data")[:31])
        contents = book.add_worksheet(gettext("Content")[:31])
        _header(data, columns, bold)
        count = _data(data, rows, day, moment, limit)
        if count:
            data.autofilter(0, 0, count, len(columns) - 1)
        _contents(contents, manifest.lines(count), bold)
    finally:
        book.close()
    return count


def _header(sheet: Worksheet, columns: Sequence[Column], bold: Format) -> None:
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    for index, column in enumerate(columns):
        sheet.set_column(index, index, column.width)
        sheet.write_string(0, index, str(column.title), bold)


def _data(
    sheet: Worksheet, rows: Iterable[Sequence[CellOut]], day: Format, moment: Format, limit: int
) -> int:
    number = 0
    for number, row in enumerate(rows, 1):
        if number > limit:
            raise ExportTooLong
        for index, value in enumerate(row):
            _cell(sheet, number, index, value, day, moment)
    return number


def _cell(sheet: Worksheet, row: int, column: int, value: CellOut, day: Format, moment: Format) -> None:
    if value is None or value == "":
        return
    if isinstance(value, bool):
        sheet.write_string(row, column, _plain(value))
    elif isinstance(value, (int, float, Decimal)) and -_EXACT_INTEGER < value < _EXACT_INTEGER:
        sheet.write_number(row, column, float(value))
    elif isinstance(value, dt.datetime) and value.date() >= _FIRST_DAY:
        sheet.write_datetime(row, column, _local(value), moment)
    elif isinstance(value, dt.date) and not isinstance(value, dt.datetime) and value >= _FIRST_DAY:
        sheet.write_datetime(row, column, dt.datetime.combine(value, dt.time()), day)
    else:
        sheet.write_string(row, column, _fitting(_plain(value)))


def _contents(sheet: Worksheet, lines: list[tuple[str, str]], bold: Format) -> None:
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 80)
    for row, (label, value) in enumerate(lines):
        sheet.write_string(row, 0, label, bold)
        sheet.write_string(row, 1, _fitting(value))


def write_csv(columns: Sequence[Column], rows: Iterable[Sequence[CellOut]]) -> Iterator[bytes]:
    """The file in pieces, for a streamed answer: UTF-8 with its mark and semicolons, as Italian Excel expects.

    A text that a spreadsheet would take for a formula gets an apostrophe before it; `clean` removes it again.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    buffer.write("\ufeff")
    writer.writerow([_guarded(str(column.title)) for column in columns])
    for row in rows:
        writer.writerow([_csv_cell(value) for value in row])
        if buffer.tell() >= _CSV_CHUNK:
            yield buffer.getvalue().encode()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue().encode()


def _csv_cell(value: CellOut) -> str:
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        return str(value).replace(".", ",")  # the decimal comma, as Excel in Italy expects
    return _guarded(_plain(value))


def _guarded(text: str) -> str:
    risky = text.startswith(FORMULA_STARTS) or text.lstrip()[:1] in FORMULA_STARTS
    return f"'{text}" if text and risky else text


def _plain(value: CellOut) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return gettext("Yes") if value else gettext("No")
    if isinstance(value, dt.datetime):
        return _local(value).strftime("%d/%m/%Y %H:%M")
    if isinstance(value, dt.date):
        return value.strftime("%d/%m/%Y")
    return str(value)


def _local(value: dt.datetime) -> dt.datetime:
    return value.astimezone(ROME).replace(tzinfo=None) if value.tzinfo else value


def _fitting(text: str) -> str:
    """Excel refuses longer cells, and XlsxWriter would leave the cell empty: better a cut that says so."""
    if len(text) <= _CELL_CHARACTERS:
        return text
    mark = " [" + gettext("text cut here: the whole is in the CSV export") + "]"
    return text[: _CELL_CHARACTERS - len(mark)] + mark
