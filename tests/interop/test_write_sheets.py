# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Exports: types kept, the manifest present, no text able to become a formula, limits said."""

import datetime as dt
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import python_calamine
from hypothesis import given
from hypothesis import strategies as st

from lgnet.interop.sheets import CellOut, Column, ExportTooLong, Manifest, open_sheet, write_csv, write_xlsx

COLUMNS = [Column("Nome", 30), Column("Nato il", 12), Column("Contatti")]
MANIFEST = Manifest(
    title="Persone in carico",
    exported_by="Anna Bianchi, Comune di Forlì",
    exported_at=dt.datetime(2026, 7, 1, 10, 0, tzinfo=dt.UTC),
    filters=[("Comune", "Forlì"), ("Stato", "in carico")],
    definitions=[("O.2.3", "2")],
)
DANGEROUS = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1+1", "https://example.org"]


def test_what_is_written_is_read_back_with_its_types(tmp_path: Path) -> None:
    path = tmp_path / "export.xlsx"
    rows = [("محمد", dt.date(1990, 1, 31), 3), ("Bice", None, 2.5)]

    assert write_xlsx(path, COLUMNS, rows, MANIFEST) == 2

    with open_sheet(path) as sheet:
        assert sheet.header == ["Nome", "Nato il", "Contatti"]
        assert [row.cells for row in sheet.rows()] == [("محمد", dt.date(1990, 1, 31), 3.0), ("Bice", "", 2.5)]


def test_the_second_sheet_says_what_the_file_contains() -> None:
    target = io.BytesIO()
    write_xlsx(target, COLUMNS, [("Anna", None, 1)], MANIFEST)
    target.seek(0)
    book = python_calamine.load_workbook(target)

    contents = {row[0]: row[1] for row in book.get_sheet_by_index(1).to_python()}
    assert book.sheet_names == ["Data", "Content"]
    assert contents["Content"] == "Persone in carico"
    assert contents["Comune"] == "Forlì"
    assert contents["Number of rows"] == "1"
    assert contents["Exported by"] == "Anna Bianchi, Comune di Forlì"
    assert contents["Exported on"] == "01/07/2026 12:00 (Europe/Rome)"
    assert contents["Definition: O.2.3"] == "2"


def test_no_text_becomes_a_formula_or_a_link_in_xlsx(tmp_path: Path) -> None:
    path = tmp_path / "export.xlsx"
    write_xlsx(path, [Column("=Nome")], [[text] for text in DANGEROUS], MANIFEST)

    with zipfile.ZipFile(path) as package:
        xml = package.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in xml
    assert b"hyperlink" not in xml


def test_no_text_begins_as_a_formula_in_csv_and_reading_gives_it_back(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes(b"".join(write_csv([Column("Nome"), Column("n")], [(text, 1) for text in DANGEROUS])))

    with open_sheet(path) as sheet:
        rows = list(sheet.rows())
    assert [row.text(0) for row in rows] == [" ".join(text.split()) for text in DANGEROUS]
    assert all(str(row.cells[0])[0] in "'h" for row in rows)
    assert not any(row.problems for row in rows)


def test_csv_has_the_mark_semicolons_and_italian_numbers_and_dates() -> None:
    moment = dt.datetime(2026, 7, 1, 10, 0, tzinfo=ZoneInfo("UTC"))
    content = b"".join(
        write_csv(COLUMNS, [("Forlì; città", dt.date(1990, 1, 31), -2.5), (True, moment, None)])
    )

    assert content.decode("utf-8-sig") == (
        'Nome;Nato il;Contatti\r\n"Forlì; città";31/01/1990;-2,5\r\nYes;01/07/2026 12:00;\r\n'
    )


def test_csv_comes_in_pieces_and_does_not_wait_for_the_last_row() -> None:
    taken = 0

    def rows() -> Iterator[tuple[str, None, int]]:
        nonlocal taken
        for number in range(1_000_000):
            taken = number
            yield ("x" * 100, None, number)

    assert len(next(write_csv(COLUMNS, rows()))) > 60_000
    assert taken < 1_000


def test_a_row_too_many_is_refused_with_a_sentence() -> None:
    with pytest.raises(ExportTooLong) as caught:
        write_xlsx(io.BytesIO(), COLUMNS, [("Anna",)] * 11, MANIFEST, limit=10)
    assert "CSV" in str(caught.value)


def test_a_text_longer_than_a_cell_is_cut_and_says_so(tmp_path: Path) -> None:
    path = Path(tmp_path / "export.xlsx")
    write_xlsx(path, [Column("nota")], [("x" * 40_000,)], MANIFEST)

    with open_sheet(path) as sheet:
        (row,) = sheet.rows()
    assert len(row.text(0)) == 32_767
    assert row.text(0).endswith("[text cut here: the whole is in the CSV export]")


@given(
    st.lists(
        st.one_of(st.text(), st.floats(), st.integers(), st.dates(), st.datetimes(), st.none()), max_size=5
    )
)
def test_any_value_can_be_written(values: list[CellOut]) -> None:
    columns = [Column(f"c{n}") for n in range(5)]

    write_xlsx(io.BytesIO(), columns, [values], MANIFEST)
    b"".join(write_csv(columns, [values]))
