# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rows and cells as read. A cell keeps what the file said; `text` gives the version fit for comparing."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from lgnet.interop.sheets.problems import Problem

CellValue = str | int | float | bool | dt.date | dt.datetime
Record = tuple[int, list[CellValue], tuple[Problem, ...]]
"""What a source gives for each row, before the header is known: its number, cells and problems."""

# Invisible characters that copy and paste leave behind. The two joiners U+200C and U+200D are not here:
# they carry meaning inside Persian and Indic names, and are removed only at the ends.
_INVISIBLE = re.compile(
    "[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f]"
)
_SPACES = re.compile(r"\s+")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def column_letter(index: int) -> str:
    """The name a spreadsheet gives to the column at this index, counting from 0: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def clean(text: str) -> str:
    """The text without invisible characters and double spaces, composed (NFC).

    A leading apostrophe that only protects from formulas, as `write_csv` puts it, goes too.
    """
    if text.isascii() and text.isalnum():
        return text
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    if text[:1] == "'" and (text[1:2] in FORMULA_STARTS or text[1:].lstrip()[:1] in FORMULA_STARTS):
        text = text[1:]
    return _SPACES.sub(" ", text).strip(" \u200c\u200d")


def as_text(value: CellValue) -> str:
    """A cell as a person would read it aloud: 3471234567 and not 3471234567.0, dates as 2026-01-31."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, dt.datetime):
        return value.isoformat(sep=" ")
    return str(value)


class Row(NamedTuple):
    """One row below the header, as wide as the header. `line` is the number shown by the spreadsheet."""

    line: int
    cells: tuple[CellValue, ...]
    problems: tuple[Problem, ...] = ()

    def text(self, index: int) -> str:
        """The cell cleaned for use; the original stays in `cells`."""
        return clean(as_text(self.cells[index]))

    def texts(self) -> Iterator[str]:
        """All cells, cleaned."""
        return (clean(as_text(cell)) for cell in self.cells)

    @property
    def is_blank(self) -> bool:
        """True when no cell says anything."""
        return not any(cell != "" and as_text(cell).strip() for cell in self.cells)
