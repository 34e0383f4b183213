# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Memory does not follow the size of the file: ratios between a small and a large one, never times."""

import itertools
import tracemalloc
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from lgnet.interop.sheets import Column, Limits, open_sheet, write_csv
from tests.interop.conftest import MakeBook

MEGABYTE = 1024 * 1024


def fill(path: Path, megabytes: int) -> Path:
    """Rows are blank apart from one in every block, so that size costs reading and not parsing."""
    with path.open("wb") as target:
        target.write(b"nome;nota\n")
        block = "Niccolò;x\n".encode() + (b";" + b" " * 32_000 + b"\n") * 32
        for _block in range(megabytes):
            target.write(block)
    return path


def peak(path: Path) -> tuple[int, int]:
    """Rows read and the peak of memory while reading them."""
    tracemalloc.start()
    try:
        with open_sheet(path) as sheet:
            rows = sum(1 for _row in sheet.rows())
        return rows, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_csv_of_200_megabytes_needs_no_more_memory_than_one_of_4(tmp_path: Path) -> None:
    small_rows, small = peak(fill(tmp_path / "small.csv", 4))
    large_path = fill(tmp_path / "large.csv", 206)
    assert large_path.stat().st_size > 200 * MEGABYTE

    large_rows, large = peak(large_path)

    assert (small_rows, large_rows) == (4, 206)
    assert large < small * 1.5
    assert large < 16 * MEGABYTE


def test_a_workbook_is_loaded_outside_this_process(tmp_path: Path, workbook: MakeBook) -> None:
    def rows(count: int) -> Path:
        def write(book: Workbook, sheet: Worksheet) -> None:
            for row in range(count):
                sheet.write_row(row, 0, ["nome" if row == 0 else "Anna", f"n{row}"])

        return workbook(write)

    _few, small = peak(rows(2_000))
    many, large = peak(rows(60_000))

    assert many == 59_999
    assert large < small * 2


def test_a_streamed_export_needs_no_memory_for_its_rows() -> None:
    rows = itertools.repeat(("Anna", 1), 100_000)
    tracemalloc.start()
    try:
        size = sum(map(len, write_csv([Column("nome"), Column("n")], rows)))
        used = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert size > 600_000
    assert used < MEGABYTE


def test_the_default_limits_admit_a_csv_of_200_megabytes() -> None:
    assert Limits().file_bytes > 200 * MEGABYTE
