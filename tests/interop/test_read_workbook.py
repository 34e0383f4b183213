# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""XLSX and ODS: values with their types, errors and formulas, and what pretends to be a workbook."""

import datetime as dt
import struct
import zipfile
from pathlib import Path

import pytest
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from lgnet.interop.sheets import Limits, SheetRefused, open_sheet
from tests.interop.conftest import MakeBook

HALF_PAST_NINE = dt.datetime(2026, 1, 31, 9, 30)  # noqa: DTZ001 - spreadsheets know no zone


def refused(path: Path, limits: Limits | None = None, worksheet: str = "") -> str:
    with pytest.raises(SheetRefused) as caught, open_sheet(path, "", limits or Limits(), worksheet) as sheet:
        for _row in sheet.rows():
            pass
    assert str(caught.value)
    return caught.value.problem.code


def test_values_keep_their_types_and_lines_are_those_of_the_spreadsheet(workbook: MakeBook) -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.write_row("C3", ["nome", "nato il", "telefono", "ora"])
        sheet.write("C6", "Anna")
        sheet.write_datetime("D6", dt.date(1990, 1, 31), book.add_format({"num_format": "dd/mm/yyyy"}))
        sheet.write_number("E6", 3471234567)
        sheet.write_datetime("F6", HALF_PAST_NINE, book.add_format({"num_format": "dd/mm/yy hh:mm"}))

    with open_sheet(workbook(fill)) as sheet:
        (row,) = sheet.rows()
        name = sheet.column("nome")
        assert sheet.worksheets == ["Persone"]

    assert row.line == 6
    assert name == 2
    assert row.cells[2:4] == ("Anna", dt.date(1990, 1, 31))
    assert row.text(4) == "3471234567"
    assert row.cells[5] == HALF_PAST_NINE


def test_a_formula_gives_its_value_and_one_without_value_or_with_an_error_is_a_problem(
    workbook: MakeBook,
) -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.write_row("A1", ["nome", "a", "b", "c", "d"])
        sheet.write("A2", "Anna")
        sheet.write_formula("B2", "=1+1", None, 2)
        sheet.write_formula("C2", "=A9", None, "")
        sheet.write_formula("D2", "=1/0", None, "#DIV/0!")
        sheet.write_string("E2", "=1+1")

    with open_sheet(workbook(fill)) as sheet:
        (row,) = sheet.rows()

    assert row.text(1) == "2"
    assert [(p.code, p.line, p.column) for p in row.problems] == [
        ("cell_error", 2, "D"), ("formula_without_value", 2, "C"), ("formula_text", 2, "E")
    ]  # fmt: skip


def test_hidden_sheets_are_not_read_and_another_sheet_can_be_chosen(workbook: MakeBook) -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.hide()
        other = book.add_worksheet("Uno")
        other.activate()
        other.set_first_sheet()
        other.write_row("A1", ["nome", "x"])
        last = book.add_worksheet("Due")
        last.write_row("A1", ["cognome", "y"])

    path = workbook(fill)
    with open_sheet(path) as sheet:
        assert (sheet.worksheets, sheet.header) == (["Uno", "Due"], ["nome", "x"])
    with open_sheet(path, worksheet="Due") as sheet:
        assert sheet.header == ["cognome", "y"]
    assert refused(path, worksheet="Persone") == "worksheet_unknown"


def test_an_empty_workbook_is_said_to_be_empty(workbook: MakeBook) -> None:
    assert refused(workbook(lambda _book, _sheet: None)) == "file_empty"


def test_right_to_left_names_arrive_whole(workbook: MakeBook) -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.right_to_left()
        sheet.write_row("A1", ["nome", "cognome"])
        sheet.write_row("A2", ["محمد", "حسین\u200c زاده"])

    with open_sheet(workbook(fill)) as sheet:
        assert next(sheet.rows()).cells == ("محمد", "حسین\u200c زاده")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "file_pdf"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000 + "EncryptedPackage".encode("utf-16-le"),
            "file_password",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000 + "Workbook".encode("utf-16-le"),
            "file_old_excel",
        ),
        (b"<html><table><tr><td>nome</td></tr></table></html>", "file_html"),
        (b"\x89PNG\r\n\x1a\n", "file_unknown"),
        (b"PK\x03\x04 and then nothing", "file_broken"),
        (b"", "file_empty"),
    ],
)
def test_what_pretends_to_be_a_workbook_is_called_by_its_name(
    tmp_path: Path, content: bytes, code: str
) -> None:
    path = tmp_path / "people.xlsx"
    path.write_bytes(content)

    assert refused(path) == code


def test_the_last_row_a_worksheet_can_have_is_read(workbook: MakeBook) -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.write_string(0, 0, "nome")
        sheet.write_string(1_048_575, 0, "Anna")

    with open_sheet(workbook(fill)) as sheet:
        assert [(row.line, row.cells) for row in sheet.rows()] == [(1_048_576, ("Anna",))]


def test_a_zip_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "people.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("letter.txt", "hello")

    assert refused(path) == "file_broken"


def test_a_zip_bomb_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "people.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", b" " * 80 * 1024 * 1024)

    assert path.stat().st_size < 200_000
    assert refused(path) == "zip_bomb"


def test_a_zip_of_thousands_of_parts_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "people.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        for number in range(2_001):
            package.writestr(f"xl/{number}", "")

    assert refused(path) == "zip_entries"


def test_parts_that_overlap_are_refused(workbook: MakeBook) -> None:
    path = workbook(lambda book, sheet: sheet.write_row("A1", ["nome", "x"]))
    content = bytearray(path.read_bytes())
    second = content.find(b"PK\x01\x02", content.find(b"PK\x01\x02") + 4)
    struct.pack_into("<L", content, second + 42, 0)  # the second part now starts where the first does
    path.write_bytes(content)

    assert refused(path) == "file_broken"


def test_two_cells_at_opposite_corners_do_not_exhaust_memory(workbook: MakeBook) -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.write_row("A1", ["nome", "x"])
        sheet.write_string(1_048_575, 16_383, "lontano")

    assert refused(workbook(fill), Limits(workbook_memory=512 * 1024 * 1024)) == "workbook_memory"


def test_one_long_text_shared_by_many_cells_does_not_exhaust_memory(workbook: MakeBook) -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.write_row("A1", ["nome", "x"])
        for row in range(1, 40_000):
            sheet.write_string(row, 0, "x" * 32_000)

    assert refused(workbook(fill), Limits(workbook_memory=512 * 1024 * 1024)) == "workbook_memory"


def test_entities_that_multiply_are_refused(workbook: MakeBook, tmp_path: Path) -> None:
    source = workbook(lambda book, sheet: sheet.write_row("A1", ["nome", "x"]))
    target = tmp_path / "laughs.xlsx"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            text = old.read(entry)
            if entry.filename == "xl/workbook.xml":
                text = text.replace(b"<workbook", b'<!DOCTYPE w [<!ENTITY a "aaaa">]><workbook', 1)
            new.writestr(entry, text)

    assert refused(target) == "file_broken"


ODS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.2">
<office:body><office:spreadsheet><table:table table:name="Persone">%s</table:table>
</office:spreadsheet></office:body></office:document-content>"""


def ods(path: Path, rows: str) -> Path:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", ODS % rows)
        package.writestr("META-INF/manifest.xml", "<manifest/>")
    return path


def ods_row(*texts: str) -> str:
    cells = (
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        for text in texts
    )
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def test_an_ods_is_read(tmp_path: Path) -> None:
    path = ods(tmp_path / "people.ods", ods_row("nome", "luogo") + ods_row("Anna", "Forlì"))

    with open_sheet(path) as sheet:
        assert sheet.header == ["nome", "luogo"]
        assert [(row.line, row.cells) for row in sheet.rows()] == [(2, ("Anna", "Forlì"))]
