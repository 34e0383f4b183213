# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which encoding a text file has, decided on the whole file and not on its beginning.

A file that is ASCII for 50,000 lines and then meets its first "è" is the common case, so samples do not do.
"""

import codecs
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO

from lgnet.interop.sheets.problems import SheetRefused

CHUNK = 1024 * 1024
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UTF8_PAIR = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_ACCENT_TWICE = re.compile(rb"\xc3[\x80-\xbf]")  # "Ã¨": an Italian accent in UTF-8 seen from Windows
_HIGH = re.compile(rb"[\x80-\xff]+")
_NOT_WINDOWS = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")

Opener = Callable[[], BinaryIO]


def detect_encoding(opener: Opener) -> str:
    """The Python name of the encoding; refuses, with line and byte, what cannot be read whole.

    Bytes are counted from 1 within their line.
    """
    with opener() as stream:
        start = stream.read(4096)
    for bom, name in _BOMS:
        if start.startswith(bom):
            _require_decodes(opener, name)
            return name
    if sixteen := _utf16_without_mark(start):
        _require_decodes(opener, sixteen)
        return sixteen
    bad = _first_failure(opener, "utf-8")
    if bad is None:
        return "utf-8"
    return _windows(opener, bad)


def _utf16_without_mark(start: bytes) -> str:
    if 0 not in start or start.count(0) * 4 < len(start):
        return ""
    odd = start[1::2].count(0)
    return "utf-16-le" if odd > start[0::2].count(0) else "utf-16-be"


def _windows(opener: Opener, bad: int) -> str:
    """Windows-1252, unless some lines are UTF-8 or some bytes mean nothing in it."""
    pairs = high = 0
    with opener() as stream:
        for offset, block in _blocks(stream):
            if hole := _NOT_WINDOWS.search(_UTF8_PAIR.sub(b"", block)):
                raise _refused(opener, "encoding_invalid", offset + block.find(hole[0]))
            if _ACCENT_TWICE.search(block):
                raise _refused(opener, "encoding_mixed", bad)
            pairs += len(_UTF8_PAIR.findall(block))
            high += len(_HIGH.findall(block))
    if pairs * 10 > high:
        raise _refused(opener, "encoding_mixed", bad)
    return "cp1252"


def _blocks(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Pieces that never split a line shorter than a piece, with their offset."""
    offset = 0
    while block := stream.read(CHUNK):
        block += stream.readline(CHUNK)
        yield offset, block
        offset += len(block)


def _require_decodes(opener: Opener, encoding: str) -> None:
    bad = _first_failure(opener, encoding)
    if bad is not None:
        raise _refused(opener, "encoding_invalid", bad)


def _first_failure(opener: Opener, encoding: str) -> int | None:
    """Offset of the first byte that does not decode, or None."""
    decoder = codecs.getincrementaldecoder(encoding)()
    with opener() as stream:
        offset = 0
        while True:
            block = stream.read(CHUNK)
            pending = len(decoder.getstate()[0])
            try:
                decoder.decode(block, final=not block)
            except UnicodeDecodeError as error:
                return max(0, offset - pending + error.start)
            if not block:
                return None
            offset += len(block)


def _refused(opener: Opener, code: str, offset: int) -> SheetRefused:
    line, line_start, done = 1, 0, 0
    with opener() as stream:
        while done < offset and (block := stream.read(min(CHUNK, offset - done))):
            line += block.count(b"\n")
            if (last := block.rfind(b"\n")) >= 0:
                line_start = done + last + 1
            done += len(block)
    return SheetRefused(code, line=line, byte=offset - line_start + 1)
