# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Files to read, made by real writers; messages in English unless a test says otherwise."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.utils import translation
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from lgnet.interop.sheets import Row, open_sheet

MakeText = Callable[[str | bytes], Path]
Fill = Callable[[Workbook, Worksheet], None]
MakeBook = Callable[[Fill], Path]
Read = Callable[[Path], list[Row]]


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """The source language, whatever the platform's default."""
    with translation.override("en"):
        yield


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

    def make(fill: Fill) -> Path:
        path = tmp_path / "people.xlsx"
        with Workbook(str(path)) as book:
            fill(book, book.add_worksheet("Persone"))
        return path

    return make


@pytest.fixture
def read() -> Read:
    """All rows of a file."""

    def read_all(path: Path) -> list[Row]:
        with open_sheet(path) as sheet:
            return list(sheet.rows())

    return read_all
