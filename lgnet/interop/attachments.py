# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Files that people attach: only kinds that do nothing when opened, encrypted at rest under a random name.

Each file has a key of its own, wrapped like the key of a person (docs/adr/0006) and kept in the row that names
the file: whoever copies the folder alone, or the database alone, reads nothing.
"""

import hashlib
import io
import os
import re
import secrets
import uuid
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lgnet.core import vault

MEGABYTE = 1024 * 1024
LARGEST = 10 * MEGABYTE
LONGEST_NAME = 120
_OFFICE = "application/vnd.openxmlformats-officedocument."
_OPEN = "application/vnd.oasis.opendocument."

# What may be attached: the ending of the name, the type it is sent back with, how such a file begins.
KINDS: Mapping[str, tuple[str, tuple[bytes, ...]]] = {
    "pdf": ("application/pdf", (b"%PDF-",)),
    "png": ("image/png", (b"\x89PNG\r\n\x1a\n",)),
    "jpg": ("image/jpeg", (b"\xff\xd8\xff",)),
    "jpeg": ("image/jpeg", (b"\xff\xd8\xff",)),
    "docx": (_OFFICE + "wordprocessingml.document", (b"PK\x03\x04",)),
    "xlsx": (_OFFICE + "spreadsheetml.sheet", (b"PK\x03\x04",)),
    "odt": (_OPEN + "text", (b"PK\x03\x04",)),
    "ods": (_OPEN + "spreadsheet", (b"PK\x03\x04",)),
    "csv": ("text/csv", ()),
    "txt": ("text/plain", ()),
}
# Films, taken only where a page asks for them: how they begin lies after the size of their first box.
VIDEOS: Mapping[str, tuple[str, tuple[bytes, ...]]] = {
    "mp4": ("video/mp4", (b"ftyp",)),
    "webm": ("video/webm", (b"\x1a\x45\xdf\xa3",)),
}
_PACKED = frozenset({"docx", "xlsx", "odt", "ods"})
# Endings that a computer may run. One of them before the last ending is the oldest trick there is.
_RUNS = frozenset({
    "ade", "adp", "app", "bat", "bin", "chm", "class", "cmd", "com", "command", "cpl", "dll", "dmg", "docm", "dotm",
    "exe", "gadget", "hta", "htm", "html", "img", "ins", "iso", "jar", "js", "jse", "jsp", "lnk", "mhtml", "mjs",
    "msc", "msi", "msp", "pif", "php", "pl", "potm", "ppam", "pptm", "ps1", "py", "reg", "scr", "sct", "sh", "shtml",
    "svg", "sys", "url", "vb", "vbe", "vbs", "vhd", "wasm", "wsc", "wsf", "wsh", "xhtml", "xlam", "xlsm", "xltm",
    "xml", "zip",
})  # fmt: skip
_HIDDEN = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_MACROS = ("vbaproject.bin", "basic/script-lc.xml", "macros/vba")
_NONCE = 12


class AttachmentRefused(Exception):
    """A file that is not taken; `reason` is the sentence for whoever sent it."""

    def __init__(self, reason: str | Promise) -> None:
        self.reason = reason
        super().__init__(str(reason))


@dataclass(frozen=True)
class StoredAttachment:
    """What a row keeps of a file: its name and type, size in bytes, SHA-256, where it lies and its wrapped key."""

    name: str
    content_type: str
    size: int
    digest: str
    stored_as: str
    key_id: str
    wrapped: bytes


def store(
    blocks: Iterable[bytes],
    *,
    name: str,
    subject: uuid.UUID,
    largest: int = LARGEST,
    kinds: Mapping[str, tuple[str, tuple[bytes, ...]]] = KINDS,
) -> StoredAttachment:
    """Check an uploaded file and write it encrypted. `subject` is the id of the row that will name it.

    `kinds` is what is taken: `KINDS`, or `VIDEOS`. Raises AttachmentRefused, and leaves nothing then.
    """
    cleaned, kind = checked_name(name, kinds)
    content = _taken(blocks, largest)
    _check_content(kind, content)
    key, key_id = vault.new_data_key(), vault.current_key_id()
    nonce = os.urandom(_NONCE)
    stored_as = secrets.token_hex(16)
    path = folder() / stored_as
    sealed = nonce + AESGCM(key).encrypt(nonce, content, subject.bytes)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as target:
        target.write(sealed)
    return StoredAttachment(
        cleaned, kinds[kind][0], len(content), hashlib.sha256(content).hexdigest(), stored_as, key_id,
        vault.wrap(key, key_id=key_id, subject=subject),
    )  # fmt: skip


def read(stored_as: str, *, key_id: str, wrapped: bytes, subject: uuid.UUID) -> bytes:
    """The file as it was sent. Raises `vault.CannotOpen` where it was changed, moved or lost."""
    key = vault.unwrap(wrapped, key_id=key_id, subject=subject)
    try:
        sealed = (folder() / Path(stored_as).name).read_bytes()
        return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], subject.bytes)
    except (OSError, InvalidTag) as wrong:
        raise vault.CannotOpen(f"attachment {subject} does not open") from wrong


def remove(stored_as: str) -> None:
    """Throw a file away; nothing happens where it is gone already."""
    if stored_as:
        (folder() / Path(stored_as).name).unlink(missing_ok=True)


def folder() -> Path:
    """Where attachments lie, readable by the platform alone."""
    found = Path(settings.MEDIA_ROOT) / "attachments"
    found.mkdir(mode=0o700, parents=True, exist_ok=True)
    return found


def checked_name(name: str, kinds: Mapping[str, tuple[str, tuple[bytes, ...]]] = KINDS) -> tuple[str, str]:
    """The name without folders, and its ending. Raises AttachmentRefused."""
    plain = name.replace("\\", "/").rpartition("/")[2].strip()
    if _HIDDEN.search(plain):
        raise AttachmentRefused(_("The name of this file holds hidden signs: rename it and send it again."))
    *inner, ending = plain.lower().split(".")
    if kinds is VIDEOS and (not inner or ending not in VIDEOS):
        raise AttachmentRefused(_("This is no film that every browser plays: send it as MP4 or WebM."))
    if not inner or ending not in kinds:
        raise AttachmentRefused(
            _("Files of this kind are not taken: send a PDF, a picture, a text document or a spreadsheet.")
        )
    if _RUNS & {part.strip() for part in inner[1:]} or (len(inner) > 1 and inner[-1].strip() in KINDS):
        raise AttachmentRefused(
            _("This name has two endings, as harmful files do: rename it and send it again.")
        )
    stem = plain[: -len(ending) - 1]
    return f"{stem[: LONGEST_NAME - len(ending) - 1]}.{ending}", ending


def _taken(blocks: Iterable[bytes], largest: int) -> bytes:
    content = bytearray()
    for block in blocks:
        content += block
        if len(content) > largest:
            raise AttachmentRefused(
                _("This file is too large: %(n)s MB at most.") % {"n": largest // MEGABYTE}
            )
    if not content:
        raise AttachmentRefused(_("This file is empty."))
    return bytes(content)


def _check_content(kind: str, content: bytes) -> None:
    """A file must be what its name says, and hold no program."""
    begins = {**KINDS, **VIDEOS}[kind][1]
    start = content[4:] if kind == "mp4" else content
    is_it = start.startswith(begins) if begins else _is_text(content)
    if not is_it or (kind in _PACKED and not _is_document(content)):
        raise AttachmentRefused(_("This file is not what its name says."))
    if kind in _PACKED and _has_macros(content):
        raise AttachmentRefused(_("This document holds macros: save it without them and send it again."))
    if kind == "pdf" and re.search(rb"/(JavaScript|JS|Launch)\b", content):
        raise AttachmentRefused(_("This PDF holds a program: print it to a new PDF and send that."))


def _is_text(content: bytes) -> bool:
    start = content[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return b"\x00" not in content and not start.startswith((b"<", b"mz", b"#!", b"%pdf", b"pk\x03"))


def _names(content: bytes) -> list[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return [name.lower() for name in packed.namelist()]
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return []


def _is_document(content: bytes) -> bool:
    return any(name in {"[content_types].xml", "mimetype"} for name in _names(content))


def _has_macros(content: bytes) -> bool:
    return any(mark in name for name in _names(content) for mark in _MACROS)
