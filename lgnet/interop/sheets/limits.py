# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How much of a stranger's file we are ready to read. Sizes are bytes unless the name says otherwise."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Every limit has a message of its own: a person refused always learns which limit and what to do."""

    file_bytes: int = 250 * MEGABYTE
    """The file as sent. Text is streamed, so this guards time and disk, not memory."""

    text_bytes: int = 1024 * MEGABYTE
    """A .csv.gz once expanded."""

    workbook_bytes: int = 1024 * MEGABYTE
    """All parts of an XLSX or ODS once expanded."""

    workbook_ratio: int = 100
    """Largest allowed expansion of a workbook; ordinary ones, repetitive as they are, stay below 40."""

    workbook_ratio_free: int = 50 * MEGABYTE
    """Below this expanded size the ratio does not matter: an almost empty sheet compresses very well."""

    workbook_entries: int = 2_000
    """Parts in the zip; a real workbook has tens."""

    workbook_memory: int = 2048 * MEGABYTE
    """Address space of the separate process that loads a workbook.

    Measured: 100,000 rows of 14 distinct texts take 150 MB, so this is about 1.4 million such rows, more than
    a worksheet can hold.
    """

    workbook_cpu_seconds: int = 300
    """Processor time of that process."""

    line_characters: int = 1_000_000
    """One physical line of a text file."""

    cell_characters: int = 32_767
    """What a spreadsheet itself allows in a cell."""

    columns: int = 500
    header_search_rows: int = 20
    """How far down the row of column names may be."""
