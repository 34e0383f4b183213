# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Spreadsheets need no database: alone, these tests run with just enough Django to translate."""

from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from django.conf import settings

from lgnet.interop.sheets import Row, open_sheet

if not settings.configured:
    import django

    settings.configure(LANGUAGE_CODE="en", USE_I18N=True, INSTALLED_APPS=["lgnet.interop"])
    django.setup()

MakeText = Callable[[str | bytes], Path]
MakeBook = Callable[[Callable[[xlsxwriter.Workbook, xlsxwriter.worksheet.Worksheet], None]], Path]


@pytest.fixture
def text_file(tmp_path: Path) -> MakeText:
    """Writes a text file; a str is written as UTF-8."""

    def make(content: str | bytes) -> Path:
        path = tmp_path / "people.csv"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return make


@pytest.fixture
def workbook(tmp_path: Path) -> MakeBook:
    """Writes a real XLSX, filled by the function given."""

    def make(fill: Callable[[xlsxwriter.Workbook, xlsxwriter.worksheet.Worksheet], None]) -> Path:
        path = tmp_path / "people.xlsx"
        with xlsxwriter.Workbook(str(path)) as book:
            fill(book, book.add_worksheet("Persone"))
        return path

    return make


@pytest.fixture
def read() -> Callable[..., list[Row]]:
    """All rows of a file."""

    def read_all(path: Path) -> list[Row]:
        with open_sheet(path) as sheet:
            return list(sheet.rows())

    return read_all
