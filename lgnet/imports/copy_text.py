# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rows in the text format of COPY (PostgreSQL manual, "COPY, text format").

Made by hand because the driver's adaptation of one value at a time was a quarter of the cost of an import.
"""

import datetime as dt
import uuid
from collections.abc import Callable, Iterable
from typing import Any

_SPECIAL = str.maketrans(
    {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\b": "\\b", "\f": "\\f", "\v": "\\v"}
)


def _text(value: str) -> str:
    if value.isprintable() and "\\" not in value:
        return value
    return value.translate(_SPECIAL)


def _array(values: list[Any]) -> str:
    """An array literal of texts or whole numbers, then escaped as any text."""
    return _text("{" + ",".join(map(_element, values)) + "}") if values else "{}"


def _element(value: object) -> str:
    if isinstance(value, int):
        return str(int(value))
    quoted = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{quoted}"'


def _bytes(value: bytes | bytearray | memoryview) -> str:
    return "\\\\x" + value.hex()


class _Writers(dict[type, Callable[[Any], str]]):
    """How a value of each type is written; a subclass is written as what it derives from."""

    def __missing__(self, kind: type) -> Callable[[Any], str]:
        if issubclass(kind, str):  # the choices of models are such subclasses
            self[kind] = lambda value: _text(str(value))
        elif issubclass(kind, int):
            self[kind] = lambda value: str(int(value))
        else:
            raise TypeError(f"COPY does not know how to write {kind.__name__}")
        return self[kind]


_WRITERS = _Writers(
    {
        type(None): lambda _value: "\\N",
        str: _text,
        bool: lambda value: "t" if value else "f",
        int: str,
        uuid.UUID: lambda value: value.hex,
        dt.date: dt.date.isoformat,
        dt.datetime: dt.datetime.isoformat,
        bytes: _bytes,
        bytearray: _bytes,
        memoryview: _bytes,
        list: _array,
    }
)


def lines(rows: Iterable[tuple[Any, ...]]) -> str:
    """The rows as one text, each line ended."""
    writers = _WRITERS
    return "".join(["\t".join([writers[type(value)](value) for value in row]) + "\n" for row in rows])
