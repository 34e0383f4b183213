# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The text of a circular: plain, with paragraphs and lists and nothing else. Nobody's HTML is ever drawn.

A blank line ends a paragraph. Lines that begin with "- ", "* " or "• " are items of a list, lines that begin
with "1. " or "1) " of a numbered one; a line that ends a block and is short and followed by ":" stays a line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

_BULLET = re.compile(r"^\s*[-*•–]\s+(?=\S)")
_NUMBER = re.compile(r"^\s*(\d{1,3})[.)]\s+(?=\S)")
Kind = Literal["paragraph", "list", "numbers"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph with its lines, or a list with its items; `start` is the first number of a numbered one."""

    kind: Kind
    lines: tuple[str, ...]
    start: int = 1


def blocks(text: str) -> list[Block]:
    """What a text is made of, in its order. No word is lost: see `words_of`."""
    found: list[Block] = []
    kind: Kind | None = None
    lines: list[str] = []
    start = 1
    for line in _lines(text):
        its_kind, words, number = _read(line)
        if lines and kind in {"list", "numbers"} and its_kind == "paragraph" and words and line[0] in " \t":
            lines[-1] = f"{lines[-1]} {words}"  # an item goes on in an indented line
            continue
        if lines and kind and (not words or its_kind != kind):
            found.append(Block(kind, tuple(lines), start))
            lines = []
        if words:
            kind, start = its_kind, start if lines else number
            lines.append(words)
    if lines and kind:
        found.append(Block(kind, tuple(lines), start))
    return found


def words_of(found: list[Block]) -> list[str]:
    """Every word of the blocks, for whoever compares them with the text."""
    return [word for block in found for line in block.lines for word in line.split()]


def _lines(text: str) -> Iterator[str]:
    yield from text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _read(line: str) -> tuple[Kind, str, int]:
    if bullet := _BULLET.match(line):
        return "list", line[bullet.end() :].strip(), 1
    if number := _NUMBER.match(line):
        return "numbers", line[number.end() :].strip(), int(number[1])
    return "paragraph", line.strip(), 1
