# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Spreadsheets in and out: CSV, XLSX and ODS read safely, XLSX and CSV written safely.

Files come from strangers: nothing here trusts a file name, a declared size or a cell.
"""

from lgnet.interop.sheets.dates import PartialDate, parse_date
from lgnet.interop.sheets.limits import Limits
from lgnet.interop.sheets.problems import Problem, SheetRefused
from lgnet.interop.sheets.reading import Sheet, open_sheet
from lgnet.interop.sheets.rows import CellValue, Row
from lgnet.interop.sheets.writing import (
    MAX_XLSX_ROWS,
    CellOut,
    Column,
    ExportTooLong,
    Manifest,
    write_csv,
    write_xlsx,
)

__all__ = [
    "MAX_XLSX_ROWS",
    "CellOut",
    "CellValue",
    "Column",
    "ExportTooLong",
    "Limits",
    "Manifest",
    "PartialDate",
    "Problem",
    "Row",
    "Sheet",
    "SheetRefused",
    "open_sheet",
    "parse_date",
    "write_csv",
    "write_xlsx",
]
