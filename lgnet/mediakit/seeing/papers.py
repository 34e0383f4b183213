# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pages of a PDF: drawn by PDFium, their text with its faces, colours and places.

Of a long one the first six pages and the last two are looked at. What would unpack to fill the memory is not opened.
"""

import ctypes
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pypdfium2
import pypdfium2.raw as raw
from django.utils.translation import gettext as _

from lgnet.mediakit.files import FileRefused
from lgnet.mediakit.seeing.colours import Pixels
from lgnet.mediakit.seeing.words import Said, Text, find, shortened

FIRST, LAST, MOST_PAGES = 6, 2, 200
MOST_OF_A_STREAM, MOST_UNPACKED = 300 * 2**20, 1_000 * 2**20
MOST_STREAMS = 50_000
FIRST_BLOCK, BLOCK = 2**12, 2**20
LONG_SIDE = 1400
POINT = 25.4 / 72
MOST_SIGNS = 60_000
_ITALIC = 1 << 6
_STREAM = re.compile(rb"stream\r?\n(?=[\x08-\x78])")


@dataclass(frozen=True)
class Sheet:
    """A page as it looks, and its size in millimetres."""

    pixels: Pixels
    width: float
    height: float


def read(content: bytes) -> tuple[list[Sheet], Text]:
    """The pages and their text. Raises FileRefused where the file is damaged or locked."""
    if not unpacks_within_bounds(content):
        raise FileRefused(
            _("This PDF unpacks to more than a computer can hold: print it to a new PDF and send that.")
        )
    document = _opened(content)
    try:
        wanted, total = _wanted(len(document)), len(document)
        pages = [document[n] for n in wanted]
        sheets = [_drawn(page) for page in pages]
        texts = [page.get_textpage() for page in pages]
        words = [text.get_text_range(0, min(text.count_chars(), MOST_SIGNS)) for text in texts]
        said = [
            one for n, (page, text, all_) in enumerate(zip(pages, texts, words, strict=True))
            for one in _said(n, page, text, all_)
        ]  # fmt: skip
        short = next((found for all_ in words if (found := shortened(all_))), "")
        has_words = any(all_.strip() for all_ in words)
        return sheets, Text(has_words, tuple(said), short, unseen=total - len(wanted))
    except pypdfium2.PdfiumError as wrong:
        raise FileRefused(_("This PDF is damaged.")) from wrong
    finally:
        document.close()


def _opened(content: bytes) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as wrong:
        if "assword" in str(wrong):
            raise FileRefused(
                _("This PDF asks for a password: save it without and send it again.")
            ) from wrong
        raise FileRefused(_("This PDF is damaged.")) from wrong
    if not 0 < len(document) <= MOST_PAGES:
        pages = len(document)
        document.close()
        raise FileRefused(
            _("This PDF has %(n)s pages, and at most %(most)s are taken: send those with the emblem.")
            % {"n": pages, "most": MOST_PAGES}
        )
    return document


def _wanted(pages: int) -> list[int]:
    if pages <= FIRST + LAST:
        return list(range(pages))
    return [*range(FIRST), *range(pages - LAST, pages)]


def unpacks_within_bounds(content: bytes) -> bool:
    """Whether what is packed in a PDF, also twice over, is of a size that can be opened. Unpacks it block by block."""
    total = streams = 0
    for found in _STREAM.finditer(content):
        begin = found.end()
        if not _is_packed(content[begin : begin + 2]):
            continue
        one = _unpacked(memoryview(content)[begin:])
        total, streams = total + one, streams + 1
        if one > MOST_OF_A_STREAM or total > MOST_UNPACKED or streams > MOST_STREAMS:
            return False
    return True


def _is_packed(head: bytes) -> bool:
    """Whether a stream begins as one packed by deflate does (RFC 1950, 2.2)."""
    return len(head) == 2 and head[0] & 15 == 8 and int.from_bytes(head) % 31 == 0


def _unpacked(packed: memoryview) -> int:
    """How much a stream unpacks to, counted up to what is allowed; what is not packed this way counts nothing."""
    outer, inner, size, place, is_twice = zlib.decompressobj(), zlib.decompressobj(), 0, 0, None
    block = FIRST_BLOCK  # most streams are no longer, and what only looks packed is turned away by its first bytes
    try:
        while not outer.eof and size <= MOST_OF_A_STREAM:
            given = outer.unconsumed_tail
            if not given and place >= len(packed):
                break
            if not given:
                given = bytes(packed[place : place + block])
                place, block = place + block, min(2 * block, BLOCK)
            made = outer.decompress(given, BLOCK)
            size += len(made)
            is_twice = made[:1] == b"x" if is_twice is None and made else is_twice
            while is_twice and made and size <= MOST_OF_A_STREAM:
                size += len(inner.decompress(made, BLOCK))
                made = inner.unconsumed_tail
    except zlib.error:
        return size
    return size


def drawn(content: bytes, page: int, long_side: int) -> Pixels:
    """One page of those that were looked at, so many pixels long: for looking closer."""
    document = pypdfium2.PdfDocument(content)
    try:
        return _drawn(document[_wanted(len(document))[page]], long_side).pixels
    finally:
        document.close()


def _drawn(page: pypdfium2.PdfPage, long_side: int = LONG_SIDE) -> Sheet:
    width, height = page.get_size()
    if not (0 < width < 20_000 and 0 < height < 20_000):
        raise FileRefused(_("This PDF is damaged."))
    picture = page.render(scale=long_side / max(width, height), rev_byteorder=True)
    pixels = np.asarray(picture.to_pil().convert("RGB"))
    return Sheet(pixels, width * POINT, height * POINT)


def _said(n: int, page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, words: str) -> Iterator[Said]:
    """The sentences on a page. Signs of the text stand at their index on the page."""
    for sentence, begin, end in find(words):
        signs = [i for i in range(begin, end) if not words[i].isspace()]
        boxes = [box for i in signs if (box := text.get_charbox(i))[2] > box[0]]
        faces = [_face(text, i) for i in signs]
        yield Said(
            sentence, n, _share(page, boxes), frozenset(name for name, _flags in faces if name),
            any(_is_italic(name, flags) for name, flags in faces), frozenset(_colour(text, i) for i in signs),
        )  # fmt: skip


def _share(
    page: pypdfium2.PdfPage, boxes: list[tuple[float, float, float, float]]
) -> tuple[float, float, float, float] | None:
    """Left, top, right and bottom as shares of the page, from the top left."""
    if not boxes:
        return None
    width, height = page.get_size()
    left, bottom = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, top = max(box[2] for box in boxes), max(box[3] for box in boxes)
    return left / width, 1 - top / height, right / width, 1 - bottom / height


def _face(text: pypdfium2.PdfTextPage, sign: int) -> tuple[str, int]:
    flags = ctypes.c_int()
    name = ctypes.create_string_buffer(200)
    raw.FPDFText_GetFontInfo(text.raw, sign, name, 200, ctypes.byref(flags))
    found = name.value.decode("utf-8", "replace")
    return found.partition("+")[2] or found, flags.value


def _is_italic(name: str, flags: int) -> bool:
    return bool(flags & _ITALIC) or any(word in name.lower() for word in ("italic", "oblique"))


def _colour(text: pypdfium2.PdfTextPage, sign: int) -> str:
    parts = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFText_GetFillColor(text.raw, sign, *(ctypes.byref(part) for part in parts))
    return "#{:02X}{:02X}{:02X}".format(*(part.value for part in parts[:3]))
