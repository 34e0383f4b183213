# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a file really is, from its first bytes. Its name and declared type are the sender's opinion."""

from pathlib import Path
from typing import Literal

from lgnet.interop.sheets.problems import SheetRefused

Kind = Literal["text", "gzip", "zip"]

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # old Excel, and any modern Office file with a password
_PASSWORD = "EncryptedPackage".encode("utf-16-le")
_DIRECTORY_BYTES = 4 * 1024 * 1024
_BINARIES = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x7fELF",
    b"MZ\x90",
    b"SQLite format",
    b"{\\rtf",
)


def kind_of(path: Path) -> Kind:
    """How to open the file; refuses, with advice, what is no table."""
    with path.open("rb") as stream:
        start = stream.read(4096)
        if not start:
            raise SheetRefused("file_empty")
        if start.startswith(_COMPOUND):
            # the directory that names the encrypted part may stand at either end of the file
            rest = start + stream.read(_DIRECTORY_BYTES)
            stream.seek(max(0, path.stat().st_size - _DIRECTORY_BYTES))
            locked = _PASSWORD in rest or _PASSWORD in stream.read()
            raise SheetRefused("file_password" if locked else "file_old_excel")
    if start.startswith(b"PK"):
        return "zip"
    if start.startswith(b"\x1f\x8b"):
        return "gzip"
    _refuse_others(start)
    return "text"


def _refuse_others(start: bytes) -> None:
    if b"%PDF-" in start[:1024]:
        raise SheetRefused("file_pdf")
    if start.startswith(_BINARIES):
        raise SheetRefused("file_unknown")
    beginning = start.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    if beginning.startswith((b"<!doctype html", b"<html", b"<table")):
        raise SheetRefused("file_html")
    if beginning.startswith((b"<?xml", b"<svg")):
        raise SheetRefused("file_unknown")
