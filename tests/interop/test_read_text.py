# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Text tables: delimiters, encodings, line numbers, odd characters, and what is refused."""

import gzip
import io
from pathlib import Path

import pytest

from lgnet.interop.sheets import Limits, SheetRefused, open_sheet
from tests.interop.conftest import MakeText, Read


def refusal(path: Path, limits: Limits | None = None) -> SheetRefused:
    with pytest.raises(SheetRefused) as caught, open_sheet(path, limits=limits or Limits()) as sheet:
        for _row in sheet.rows():
            pass
    assert str(caught.value)
    return caught.value


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_is_recognised(text_file: MakeText, delimiter: str) -> None:
    path = text_file(delimiter.join(["nome", "anno"]) + "\n" + delimiter.join(["Anna", "1990"]) + "\n")

    with open_sheet(path) as sheet:
        assert sheet.header == ["nome", "anno"]
        assert sheet.delimiter == delimiter
        assert [row.cells for row in sheet.rows()] == [("Anna", "1990")]


def test_decimal_commas_do_not_win_over_semicolons(text_file: MakeText) -> None:
    with open_sheet(text_file("nome;quota;nota\nAnna;1,5;a, b\nBice;2,5;\n")) as sheet:
        assert sheet.delimiter == ";"


def test_the_separator_line_of_excel_is_obeyed_and_not_counted(text_file: MakeText) -> None:
    with open_sheet(text_file("sep=|\nnome|nota\nAnna|a;b;c\n")) as sheet:
        rows = list(sheet.rows())
    assert (rows[0].line, rows[0].cells) == (2, ("Anna", "a;b;c"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_the_encoding_is_recognised_even_when_the_first_accent_comes_late(
    text_file: MakeText, encoding: str
) -> None:
    lines = ["nome;città"[: 9 if encoding == "cp1252" else 10]] + ["Anna;Roma"] * 20_000 + ["Niccolò;Forlì"]

    with open_sheet(text_file("\r\n".join(lines).encode(encoding))) as sheet:
        rows = list(sheet.rows())

    assert len(rows) == 20_001
    assert rows[-1].cells == ("Niccolò", "Forlì")
    assert rows[-1].line == 20_002


def test_one_wrong_byte_is_named_by_line_and_byte(text_file: MakeText) -> None:
    error = refusal(text_file("nome;luogo\nÈva;Forlì\n".encode() + b"Nicol\xf2;Roma\n"))

    assert error.problem.code == "encoding_mixed"
    assert dict(error.problem.params) == {"byte": 6}
    assert error.problem.line == 3
    assert "line 3, byte 6" in str(error)


def test_a_byte_no_encoding_knows_is_named(text_file: MakeText) -> None:
    error = refusal(text_file(b"nome;luogo\nAnna;Roma\nNicol\xf2;\x81\n"))

    assert (error.problem.code, error.problem.line, error.problem.params["byte"]) == (
        "encoding_invalid",
        3,
        8,
    )


def test_a_utf16_file_cut_short_is_refused(text_file: MakeText) -> None:
    assert refusal(text_file("nome;x\nAnna;y\n".encode("utf-16")[:-1])).problem.code == "encoding_invalid"


def test_line_breaks_inside_quotes_stay_in_their_row(text_file: MakeText, read: Read) -> None:
    rows = read(text_file('nome,nota\n"Anna","prima\nseconda"\n\nBice,x\n'))

    assert [(row.line, row.cells[0]) for row in rows] == [(2, "Anna"), (4, "Bice")]
    assert rows[0].cells[1] == "prima\nseconda"


@pytest.mark.parametrize("tail", ["", "\n", "Bice;y\nCarla;z\n", "Bice;y"])
def test_a_quotation_mark_never_closed_is_named(text_file: MakeText, tail: str) -> None:
    error = refusal(text_file('nome;nota\nAnna;"aperta\n' + tail))

    assert (error.problem.code, error.problem.line) == ("quote_unclosed", 2)


def test_a_runaway_quotation_mark_in_a_large_file_is_named(text_file: MakeText) -> None:
    error = refusal(text_file('nome;nota\nAnna;"aperta\n' + "Bice;y\n" * 50_000 + 'Carla;"z"\n'))

    assert (error.problem.code, error.problem.line) == ("quote_unclosed", 2)


def test_a_last_line_without_end_is_read(text_file: MakeText, read: Read) -> None:
    assert read(text_file('nome;nota\nAnna;"x"'))[0].cells == ("Anna", "x")


def test_old_macintosh_line_ends_are_read(text_file: MakeText, read: Read) -> None:
    assert [row.cells for row in read(text_file("nome;nota\rAnna;x\rBice;y\r"))] == [
        ("Anna", "x"),
        ("Bice", "y"),
    ]


def test_null_bytes_are_refused_with_their_line(text_file: MakeText) -> None:
    error = refusal(text_file("nome;nota\nAnna;x\nBi\0ce;y\n"))

    assert (error.problem.code, error.problem.line) == ("null_byte", 3)


def test_an_endless_line_is_refused_without_reading_it_whole(text_file: MakeText) -> None:
    error = refusal(text_file("nome;nota\n" + "x" * 3_000_000))

    assert (error.problem.code, error.problem.line) == ("line_too_long", 2)


def test_a_very_long_cell_is_a_problem_of_that_cell(text_file: MakeText, read: Read) -> None:
    (row,) = read(text_file("nome;nota\nAnna;" + "x" * 40_000 + "\n"))

    assert [(p.code, p.line, p.column) for p in row.problems] == [("cell_too_long", 2, "B")]


@pytest.mark.parametrize(
    "value", ["=1+1", '=HYPERLINK("x")', "@SUM(A1)", "+cmd|' /C calc'!A0", "-SUM(1)", " =1+1"]
)
def test_a_formula_is_a_problem_of_that_cell(text_file: MakeText, read: Read, value: str) -> None:
    escaped = value.replace('"', '""')
    (row,) = read(text_file(f'nome;nota\nAnna;"{escaped}"\n'))

    assert [(p.code, p.column) for p in row.problems] == [("formula_text", "B")]


@pytest.mark.parametrize("value", ["+39 347 1234567", "-", "-12,50", "- una nota", "+39", "-sconosciuto"])
def test_telephones_dashes_and_negative_numbers_are_no_formulas(
    text_file: MakeText, read: Read, value: str
) -> None:
    assert read(text_file(f"nome;nota\nAnna;{value}\n"))[0].problems == ()


def test_names_in_every_script_keep_the_original_and_lose_what_cannot_be_seen(
    text_file: MakeText, read: Read
) -> None:
    rows = read(text_file("nome;nota\n\u202bمحمد\u202c;x\nAn\u200bna\u00a0 Rossi\ufeff;y\nعلی\u200cرضا;z\n"))

    assert rows[0].cells[0] == "\u202bمحمد\u202c"
    assert [row.text(0) for row in rows] == ["محمد", "Anna Rossi", "علی\u200cرضا"]


@pytest.mark.parametrize("content", ["", "\n\n\n", "  \n", "\ufeff", ";;;\n;;;\n"])
def test_an_empty_file_is_said_to_be_empty(text_file: MakeText, content: str) -> None:
    assert refusal(text_file(content)).problem.code == "file_empty"


def test_a_file_with_only_a_header_has_no_rows(text_file: MakeText, read: Read) -> None:
    assert read(text_file("nome;nota\n")) == []


def test_too_many_cells_in_a_row_are_a_problem_and_too_few_are_not(text_file: MakeText, read: Read) -> None:
    rows = read(text_file("nome;nota\nAnna;x;;\nBice\nCarla;x;y\n"))

    assert [row.cells for row in rows] == [("Anna", "x"), ("Bice", ""), ("Carla", "x")]
    assert [[(p.code, p.line, p.column) for p in row.problems] for row in rows] == [
        [], [], [("value_without_column", 4, "C")]
    ]  # fmt: skip


def test_a_compressed_file_reads_as_the_plain_one(tmp_path: Path, read: Read) -> None:
    path = tmp_path / "people.csv.gz"
    path.write_bytes(gzip.compress("nome;luogo\nAnna;Forlì\n".encode()))

    assert read(path)[0].cells == ("Anna", "Forlì")


def test_a_gzip_bomb_is_stopped_at_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "bomb.csv.gz"
    path.write_bytes(gzip.compress(b"nome;luogo\n" + b"a;b\n" * 1_000_000))

    assert refusal(path, Limits(text_bytes=1024 * 1024)).problem.code == "gzip_too_big"


def test_a_gzip_cut_short_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = tmp_path / "cut.csv.gz"
    path.write_bytes(gzip.compress(b"nome;luogo\na;b\n" * 1000)[:-20])

    assert refusal(path).problem.code == "gzip_broken"


def test_a_file_beyond_the_size_limit_is_refused_before_reading(text_file: MakeText) -> None:
    assert (
        refusal(text_file("nome;x\n" * 200_000), Limits(file_bytes=1024 * 1024)).problem.code
        == "file_too_big"
    )


def test_an_uploaded_file_object_is_read_and_its_copy_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    with open_sheet(io.BytesIO(b"nome;x\nAnna;1\n"), "people.csv") as sheet:
        assert sheet.name == "people.csv"
        assert len(list(sheet.rows())) == len(list(sheet.rows())) == 1
        assert list(tmp_path.iterdir())
    assert not list(tmp_path.iterdir())

    with pytest.raises(SheetRefused):
        open_sheet(io.BytesIO(b"%PDF-1.7"), "people.xlsx")
    assert not list(tmp_path.iterdir())
