# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The row with the names of the columns: found below titles, refused when it cannot be mapped."""

import pytest
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from lgnet.interop.sheets import SheetRefused, open_sheet
from tests.interop.conftest import MakeBook, MakeText


def test_titles_above_the_header_are_passed_over(text_file: MakeText) -> None:
    with open_sheet(
        text_file("Elenco beneficiari;;;\n;;;\nnome;cognome;nato il;\nAnna;Rossi;1990-01-01;\n")
    ) as sheet:
        assert sheet.header == ["nome", "cognome", "nato il"]
        assert sheet.header_line == 3
        assert [row.line for row in sheet.rows()] == [4]


def test_names_are_cleaned_and_found_without_regard_to_capitals(text_file: MakeText) -> None:
    with open_sheet(text_file("\ufeff Nome ;Data\u00a0 di  nascita\nAnna;1990\n")) as sheet:
        assert sheet.header == ["Nome", "Data di nascita"]
        assert sheet.column("data di nascita") == 1


def test_a_table_of_one_column_is_a_table(text_file: MakeText) -> None:
    with open_sheet(text_file("nome\nAnna\nBice\n")) as sheet:
        assert [row.cells for row in sheet.rows()] == [("Anna",), ("Bice",)]


@pytest.mark.parametrize(
    ("content", "cell"),
    [("Anna;Rossi;1990-01-31\nBice;Neri;1991-01-01\n", "C1"), ("1;27;Anna\n2;28;Bice\n", "A1")],
)
def test_a_file_that_starts_with_people_is_refused_naming_the_cell(
    text_file: MakeText, content: str, cell: str
) -> None:
    with pytest.raises(SheetRefused) as caught:
        open_sheet(text_file(content))
    assert caught.value.problem.code == "header_not_names"
    assert caught.value.problem.params["cell"] == cell


def test_two_columns_with_one_name_are_refused_naming_both(text_file: MakeText) -> None:
    with pytest.raises(SheetRefused) as caught:
        open_sheet(text_file("nome;nota;NOME \nAnna;x;y\n"))
    assert str(caught.value) == 'Row 1: Columns A and C are both called "NOME". Give them different names.'


def test_a_column_without_name_matters_only_where_it_holds_a_value(text_file: MakeText) -> None:
    with open_sheet(text_file("nome;;nota;;\nAnna;;x;;\nBice;7;y;;\n")) as sheet:
        rows = list(sheet.rows())
        assert sheet.header == ["nome", "", "nota"]
    assert rows[0].problems == ()
    assert [(p.code, p.line, p.column) for p in rows[1].problems] == [("value_without_column", 3, "B")]


def test_too_many_columns_are_refused(text_file: MakeText) -> None:
    names = ";".join(f"c{n}" for n in range(501))
    with pytest.raises(SheetRefused) as caught:
        open_sheet(text_file(f"{names}\n"))
    assert caught.value.problem.code == "header_too_wide"


def test_a_header_in_two_merged_rows_is_refused_naming_the_cell(workbook: MakeBook) -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.merge_range("A1:A2", "Codice")
        sheet.merge_range("B1:C1", "Persona")
        sheet.merge_range("D1:E1", "Documento")
        sheet.write_row("B2", ["nome", "cognome", "tipo", "numero"])
        sheet.write_row("A3", ["1", "Anna", "Rossi", "CI", "X1"])

    with pytest.raises(SheetRefused) as caught:
        open_sheet(workbook(fill))
    assert caught.value.problem.code == "header_merged"
    assert caught.value.problem.params["cell"] == "A1"


def test_a_merged_title_above_the_header_is_fine(workbook: MakeBook) -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.merge_range("A1:D1", "Elenco")
        sheet.write_row("A2", ["nome", "cognome", "tipo", "numero"])
        sheet.write_row("A3", ["Anna", "Rossi", "CI", "X1"])

    with open_sheet(workbook(fill)) as sheet:
        assert sheet.header_line == 2
        assert [row.problems for row in sheet.rows()] == [()]


def test_merged_cells_among_the_people_are_a_problem_of_their_row(workbook: MakeBook) -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.write_row("A1", ["nome", "famiglia"])
        sheet.merge_range("B2:B3", "Rossi")
        sheet.write("A2", "Anna")
        sheet.write("A3", "Bice")

    with open_sheet(workbook(fill)) as sheet:
        rows = list(sheet.rows())
    assert [[(p.code, p.line, p.column) for p in row.problems] for row in rows] == [
        [("cell_merged", 2, "B")],
        [],
    ]
