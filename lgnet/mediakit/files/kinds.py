# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a file is, by its first bytes and never by its name; and how large a picture is, before it is opened."""

import io
import struct
import zipfile
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class FileRefused(Exception):
    """A file that is not taken; `reason` is the sentence for whoever sent it."""

    def __init__(self, reason: str | Promise) -> None:
        self.reason = reason
        super().__init__(str(reason))


class FileKind(StrEnum):
    """What the media kit takes: the ending that a download gets."""

    SVG = "svg"
    PNG = "png"
    JPEG = "jpg"
    WEBP = "webp"
    PDF = "pdf"
    DOCX = "docx"
    PPTX = "pptx"
    ODT = "odt"
    ODP = "odp"
    MP4 = "mp4"
    WEBM = "webm"
    TTF = "ttf"
    OTF = "otf"
    WOFF2 = "woff2"

    @property
    def content_type(self) -> str:
        """How it is sent."""
        return CONTENT_TYPES[self]


_OFFICE, _OPEN = "application/vnd.openxmlformats-officedocument.", "application/vnd.oasis.opendocument."
CONTENT_TYPES = {
    FileKind.SVG: "image/svg+xml",
    FileKind.PNG: "image/png",
    FileKind.JPEG: "image/jpeg",
    FileKind.WEBP: "image/webp",
    FileKind.PDF: "application/pdf",
    FileKind.DOCX: _OFFICE + "wordprocessingml.document",
    FileKind.PPTX: _OFFICE + "presentationml.presentation",
    FileKind.ODT: _OPEN + "text",
    FileKind.ODP: _OPEN + "presentation",
    FileKind.MP4: "video/mp4",
    FileKind.WEBM: "video/webm",
    FileKind.TTF: "font/ttf",
    FileKind.OTF: "font/otf",
    FileKind.WOFF2: "font/woff2",
}
PICTURES = frozenset({FileKind.PNG, FileKind.JPEG, FileKind.WEBP})
_STARTS = (
    (b"\x89PNG\r\n\x1a\n", FileKind.PNG),
    (b"\xff\xd8\xff", FileKind.JPEG),
    (b"%PDF-", FileKind.PDF),
    (b"\x1a\x45\xdf\xa3", FileKind.WEBM),
    (b"\x00\x01\x00\x00", FileKind.TTF),
    (b"OTTO", FileKind.OTF),
    (b"wOF2", FileKind.WOFF2),
)
_PACKED = {"word/": FileKind.DOCX, "ppt/": FileKind.PPTX}
_MIMETYPES = {CONTENT_TYPES[kind].encode(): kind for kind in (FileKind.ODT, FileKind.ODP)}


def sniff(content: bytes) -> FileKind:
    """What a file holds. Raises FileRefused where it is nothing that the media kit takes."""
    for start, kind in _STARTS:
        if content.startswith(start):
            return kind
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return FileKind.WEBP
    if content[4:8] == b"ftyp":
        return FileKind.MP4
    if content[:4] == b"PK\x03\x04":
        return _packed(content)
    if _looks_like_svg(content):
        return FileKind.SVG
    raise FileRefused(
        _("This file is none of the kinds that are taken: SVG, PNG, JPEG, WebP, PDF, a text document, a"
          " presentation, MP4, WebM or a font. Its content counts, not its name.")
    )  # fmt: skip


def _looks_like_svg(content: bytes) -> bool:
    start = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith(b"<") and b"<svg" in start


def _packed(content: bytes) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = packed.namelist()
            if "mimetype" in names and packed.getinfo("mimetype").file_size < 200:
                kind = _MIMETYPES.get(packed.read("mimetype").strip())
                if kind:
                    return _without_macros(kind, names)
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        names = []
    for folder, kind in _PACKED.items():
        if any(name.startswith(folder) for name in names):
            return _without_macros(kind, names)
    raise FileRefused(_("This archive is no text document and no presentation: send the files one by one."))


def _without_macros(kind: FileKind, names: list[str]) -> FileKind:
    if any(mark in name.lower() for name in names for mark in ("vbaproject.bin", "basic/script")):
        raise FileRefused(_("This document holds macros: save it without them and send it again."))
    return kind


def pixels(content: bytes, kind: FileKind) -> tuple[int, int]:
    """Width and height as the head of the file says, without opening the picture. Raises FileRefused."""
    try:
        found = {FileKind.PNG: _of_png, FileKind.JPEG: _of_jpeg, FileKind.WEBP: _of_webp}[kind](content)
    except (struct.error, IndexError):
        found = (0, 0)
    if min(found) < 1:
        raise FileRefused(_("This picture is damaged: its head does not say how large it is."))
    return found


def _of_png(content: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def _of_jpeg(content: bytes) -> tuple[int, int]:
    place = 2
    while place + 9 < len(content):
        if content[place] != 0xFF:
            place += 1
            continue
        marker = content[place + 1]
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", content[place + 5 : place + 9])
            return width, height
        is_bare = marker in {0xFF, 0x01} or 0xD0 <= marker <= 0xD9
        place += 2 if is_bare and marker != 0xFF else 1 if marker == 0xFF else 2 + _length(content, place + 2)
    return 0, 0


def _length(content: bytes, place: int) -> int:
    return max(2, int(struct.unpack(">H", content[place : place + 2])[0]))


def _of_webp(content: bytes) -> tuple[int, int]:
    form = content[12:16]
    if form == b"VP8X":
        return 1 + int.from_bytes(content[24:27], "little"), 1 + int.from_bytes(content[27:30], "little")
    if form == b"VP8L":
        bits = int.from_bytes(content[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = struct.unpack("<HH", content[26:30])
    return width & 0x3FFF, height & 0x3FFF


def named(name: str, kind: FileKind) -> str:
    """The name of a download: letters, digits and hyphens, with the ending of what it holds."""
    stem = name.replace("\\", "/").rpartition("/")[2]
    stem = stem.rpartition(".")[0] or stem
    plain = "".join(sign if sign.isalnum() else "-" for sign in stem.lower())
    return f"{'-'.join(part for part in plain.split('-') if part)[:80] or 'file'}.{kind}"
