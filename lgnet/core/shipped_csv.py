# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads the CSV files we ship into typed, frozen dataclasses: one row, one object, one field per column.

The dataclass is the schema: a missing or extra column, an empty cell in a field that is not optional, or a
value that does not convert stops the program with file and line, because a shipped file is code, not input.
Files that people upload are read elsewhere, with patience.
"""

import csv
import dataclasses
import types
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

Row = TypeVar("Row")
Convert = Callable[[str], Any]


class Sureness(StrEnum):
    """How far a shipped fact can be trusted; every shipped row carries one, beside its source."""

    VERIFIED = "verified"  # read in the text of the law or on the page of the body concerned
    SECONDARY = "secondary"  # read in a page that reports it (press, portal, law firm)
    LIKELY = "likely"  # well known in the field, not looked up
    UNCONFIRMED = "unconfirmed"  # believed, to be checked before anyone relies on it
    INFERRED = "inferred"  # follows from other facts; the reasoning is in the note or in docs/data
    OWN = "own"  # our design choice: no outside rule behind it


class Labelled:
    """Something with a name in both languages of the interface."""

    __slots__ = ()
    label_it: str
    label_en: str

    def label(self, language: str) -> str:
        """The name in Italian for "it" and its regions, in English for any other language."""
        return self.label_it if language.startswith("it") else self.label_en


@dataclasses.dataclass(frozen=True, slots=True)
class CodedLabel(Labelled):
    """One entry of a plain code list: the code is stored, the label shown, the note is for whoever asks."""

    code: str
    label_it: str
    label_en: str
    note: str
    source: str
    sure: Sureness


class BrokenShippedFile(Exception):
    """A file that we ship does not match the dataclass that reads it."""


def read_shipped(path: Path, row_type: type[Row]) -> tuple[Row, ...]:
    """Every row of the CSV file at `path` as a `row_type`, in file order.

    Cells: empty means None (optional fields), () (tuples) or "" (text); tuples are written a|b|c;
    true and false are yes and no; dates are ISO 8601. Raises BrokenShippedFile.
    """
    converters = {name: _converter(hint) for name, hint in _fields(row_type).items()}
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        if list(reader.fieldnames or []) != list(converters):
            raise BrokenShippedFile(f"{path.name}: columns {reader.fieldnames}, expected {list(converters)}")
        return tuple(_row(cells, converters, row_type, f"{path.name}:{reader.line_num}") for cells in reader)


def _fields(row_type: type) -> dict[str, Any]:
    hints = get_type_hints(row_type)
    return {field.name: hints[field.name] for field in dataclasses.fields(row_type)}


def _row(cells: dict[str, str], converters: dict[str, Convert], row_type: type[Row], place: str) -> Row:
    if None in cells or None in cells.values():
        raise BrokenShippedFile(f"{place}: wrong number of cells")
    values = {}
    for name, convert in converters.items():
        try:
            values[name] = convert(cells[name])
        except (ValueError, ArithmeticError) as error:
            raise BrokenShippedFile(f"{place}: {name}={cells[name]!r}: {error}") from error
    return row_type(**values)


def _converter(hint: Any) -> Convert:
    if get_origin(hint) is types.UnionType:
        inner = _converter(next(part for part in get_args(hint) if part is not types.NoneType))
        return lambda cell: inner(cell) if cell else None
    if get_origin(hint) is tuple:
        item = _converter(get_args(hint)[0])
        return lambda cell: tuple(item(part) for part in cell.split("|")) if cell else ()
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    return _PLAIN[hint]


def _yes_or_no(cell: str) -> bool:
    if cell not in ("yes", "no"):
        raise ValueError("expected yes or no")
    return cell == "yes"


_PLAIN: dict[Any, Convert] = {
    str: str,
    int: int,
    float: float,
    Decimal: Decimal,
    date: date.fromisoformat,
    bool: _yes_or_no,
}
