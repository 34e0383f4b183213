# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Finds the row with the names of the columns, and refuses a header nobody could map with certainty."""

import datetime as dt
import re
from dataclasses import dataclass

from lgnet.interop.sheets.limits import Limits
from lgnet.interop.sheets.problems import SheetRefused
from lgnet.interop.sheets.rows import CellValue, as_text, clean, column_letter

_NUMBER = re.compile(r"[+-]?\d[\d.,]*")
_DATE = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}(?:[ T].*)?")
_MOST_NUMERIC_NAMES = 1 / 3  # a few columns may be called 2025 and 2026

Merged = tuple[int, int, int, int]


@dataclass(frozen=True)
class Header:
    """The names as cleaned text; a nameless column inside the table has an empty name."""

    line: int
    names: list[str]


def find_header(rows: list[tuple[int, list[CellValue]]], merged: list[Merged], limits: Limits) -> Header:
    """The first row that fills at least half of the table's width: titles above it fill one or two cells."""
    filled = [
        (line, [clean(as_text(cell)) for cell in cells], cells)
        for line, cells in rows
        if any(map(_says, cells))
    ]
    if not filled:
        raise SheetRefused("file_empty")
    width = max(sum(map(bool, texts)) for _line, texts, _cells in filled)
    for line, texts, cells in filled:
        if sum(map(bool, texts)) * 2 >= width:
            _refuse_merged(line, merged)
            return Header(line, _names(line, texts, cells, limits))
    raise SheetRefused("header_missing", rows=limits.header_search_rows)


def _says(cell: CellValue) -> bool:
    return cell != "" and bool(clean(as_text(cell)))


def _names(line: int, texts: list[str], cells: list[CellValue], limits: Limits) -> list[str]:
    while texts and not texts[-1]:
        texts.pop()
    if len(texts) > limits.columns:
        raise SheetRefused("header_too_wide", line=line, limit=limits.columns)
    _refuse_values(line, texts, cells)
    seen: dict[str, int] = {}
    for index, name in enumerate(texts):
        key = name.casefold()
        if name and key in seen:
            where = {"first": column_letter(seen[key]), "second": column_letter(index), "name": name}
            raise SheetRefused("header_twice", line=line, **where)
        seen[key] = index
    return texts


def _refuse_values(line: int, texts: list[str], cells: list[CellValue]) -> None:
    """A date, or many numbers, among the names: the names are missing and this is the first person."""
    numbers = [index for index, text in enumerate(texts) if _NUMBER.fullmatch(text)]
    dates = [
        index
        for index, text in enumerate(texts)
        if isinstance(cells[index], (dt.date, dt.datetime)) or _DATE.fullmatch(text)
    ]
    suspects = dates or (numbers if len(numbers) > len(texts) * _MOST_NUMERIC_NAMES else [])
    if suspects:
        column = column_letter(suspects[0])
        where = {"cell": f"{column}{line}", "value": texts[suspects[0]][:40]}
        raise SheetRefused("header_not_names", line=line, column=column, **where)


def _refuse_merged(line: int, merged: list[Merged]) -> None:
    for first_line, first_column, last_line, _last_column in sorted(merged):
        if first_line <= line <= last_line:
            column = column_letter(first_column)
            where = {"cell": f"{column}{first_line}"}
            raise SheetRefused("header_merged", line=first_line, column=column, **where)
