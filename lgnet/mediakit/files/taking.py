# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A file that somebody sends, checked and cleaned, with the formats made from it."""

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass

import typst
from django.utils.translation import gettext as _
from PIL import Image

from lgnet.mediakit.files import drawings, pictures
from lgnet.mediakit.files.kinds import PICTURES, FileKind, FileRefused, sniff
from lgnet.ui.paper.legible import FONTS

MEGABYTE = 1024 * 1024
LARGEST, LARGEST_VIDEO = 25 * MEGABYTE, 120 * MEGABYTE
PICTURES_AND_DRAWINGS = PICTURES | {FileKind.SVG}
VIDEOS = frozenset({FileKind.MP4, FileKind.WEBM})
PNG_WIDTHS, WEBP_WIDTHS = (256, 1024), (480, 1280)
_PLACES = (b"\xa9xyz", b"com.apple.quicktime.location", b"loci")


@dataclass(frozen=True)
class Made:
    """A format made from a file; sizes are pixels, None for what has none."""

    label: str
    kind: FileKind
    content: bytes
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True)
class Taken:
    """A file as it may be kept, what was taken out of it, and the formats made from it."""

    kind: FileKind
    content: bytes
    width: int | None = None
    height: int | None = None
    remarks: tuple[str, ...] = ()
    made: tuple[Made, ...] = ()


def take(blocks: Iterable[bytes]) -> Taken:
    """Check and clean what was sent. Raises FileRefused with the sentence for whoever sent it."""
    content = _gathered(blocks)
    kind = sniff(content)
    if kind not in VIDEOS and len(content) > LARGEST:
        raise _too_large(LARGEST)
    if kind == FileKind.SVG:
        return _drawing(content)
    if kind in PICTURES:
        found = pictures.cleaned(content, kind)
        return Taken(kind, found.content, found.width, found.height, found.remarks, tuple(_sizes(found)))
    if kind == FileKind.PDF and re.search(rb"/(JavaScript|JS|Launch|EmbeddedFile)\b", content):
        raise FileRefused(_("This PDF holds a program or another file: print it to a new PDF and send that."))
    if kind in VIDEOS and any(mark in content for mark in _PLACES):
        raise FileRefused(
            _("This video says where it was taken: save it without the place and send it again.")
        )
    return Taken(kind, content)


def _gathered(blocks: Iterable[bytes]) -> bytes:
    content = bytearray()
    for block in blocks:
        content += block
        if len(content) > LARGEST_VIDEO:
            raise _too_large(LARGEST_VIDEO)
    if not content:
        raise FileRefused(_("This file is empty."))
    return bytes(content)


def _too_large(most: int) -> FileRefused:
    return FileRefused(_("This file is too large: %(n)s MB at most.") % {"n": most // MEGABYTE})


def _drawing(content: bytes) -> Taken:
    found = drawings.cleaned(content)
    made = [drawn(found.content, found.width, found.height, width) for width in PNG_WIDTHS]
    pdf = Made("pdf", FileKind.PDF, _typeset(found.content, found.width, found.height, "pdf"))
    size = round(found.width) or 1, round(found.height) or 1
    return Taken(FileKind.SVG, found.content, *size, found.remarks, (*made, pdf))


def drawn(svg: bytes, width: float, height: float, pixels: int) -> Made:
    """A drawing as PNG, so many pixels wide and no more high than four times that."""
    pixels = max(1, min(pixels, round(4 * pixels * width / height)))
    content = _typeset(svg, width, height, "png", pixels)
    with Image.open(io.BytesIO(content)) as picture:
        return Made(f"png-{pixels}", FileKind.PNG, content, *picture.size)


def _typeset(svg: bytes, width: float, height: float, form: str, pixels: int = 0) -> bytes:
    """A drawing alone on its page, by the typesetting that draws our papers. Raises FileRefused."""
    page = f"#set page(width: 100pt, height: {100 * height / width:.3f}pt, margin: 0pt, fill: none)\n"
    source = (
        f'{page}#set document(title: "drawing")\n#image(bytes(sys.inputs.svg), format: "svg", width: 100pt)'
    )
    compiler = typst.Compiler(
        source.encode(), font_paths=_FONTS, ignore_system_fonts=True, sys_inputs={"svg": svg.decode()}
    )
    try:
        made = (
            compiler.compile(format="png", ppi=pixels * 72 / 100)
            if form == "png"
            else compiler.compile(format="pdf")
        )
    except typst.TypstError as wrong:
        raise FileRefused(
            _("This drawing cannot be drawn: %(why)s") % {"why": wrong.message[:120]}
        ) from wrong
    if not isinstance(made, bytes):
        raise FileRefused(_("This drawing cannot be drawn: %(why)s") % {"why": "–"})
    return made


_FONTS = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def _sizes(found: pictures.Cleaned) -> Iterable[Made]:
    with Image.open(io.BytesIO(found.content)) as picture:
        picture.load()
        for width in WEBP_WIDTHS:
            if width >= found.width and width != min(WEBP_WIDTHS):
                continue
            to = min(width, found.width), max(1, round(found.height * min(width, found.width) / found.width))
            small = picture.resize(to, Image.Resampling.LANCZOS)
            target = io.BytesIO()
            pictures.write(small, target, "WEBP", quality=82, method=4)
            yield Made(f"webp-{to[0]}", FileKind.WEBP, target.getvalue(), *to)
        target = io.BytesIO()
        small = picture.convert("RGB")
        small.thumbnail((1600, 1600), Image.Resampling.LANCZOS)
        pictures.write(small, target, "JPEG", quality=85, optimize=True)
        yield Made(f"jpg-{small.size[0]}", FileKind.JPEG, target.getvalue(), *small.size)
