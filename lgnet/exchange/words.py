# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a post says, in pieces: plain words and mentions. Nobody's HTML is ever drawn.

A mention is "@" and the full name of a colleague; where two bear it, the name and "(" where they work ")".
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

_NAME = r"[^\W\d_]+(?:['’.-][^\W\d_]+)*"
MENTION = re.compile(rf"(?<!\w)@(?P<name>{_NAME}(?: {_NAME}){{1,4}})(?: \((?P<where>[^()\n]{{2,60}})\))?")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text."""

    text: str
    is_mention: bool = False


def names_mentioned(text: str) -> dict[str, str]:
    """Every beginning of what stands after an @, for nobody knows where a name ends, with where they work or ""."""
    found: dict[str, str] = {}
    for match in MENTION.finditer(text):
        words = match["name"].split(" ")
        for length in range(len(words), 1, -1):
            found.setdefault(
                " ".join(words[:length]), match["where"] if length == len(words) and match["where"] else ""
            )
    return found


def pieces(text: str, names: Collection[str]) -> list[Piece]:
    """The whole text in pieces, the mentions of these names marked."""
    return [piece for piece in _pieces(text, names) if piece.text]


def _pieces(text: str, names: Collection[str]) -> Iterator[Piece]:
    at = 0
    for match in MENTION.finditer(text):
        name = next(
            (each for each in sorted(names, key=len, reverse=True) if match["name"].startswith(each)), None
        )
        if name is None:
            continue
        end = match.start("name") + len(name)
        if match["name"] == name and match["where"]:
            end = match.end()
        yield Piece(text[at : match.start()])
        yield Piece(text[match.start() : end], is_mention=True)
        at = end
    yield Piece(text[at:])
