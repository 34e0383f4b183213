# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The media kit as one zip: files in folders, and a manifest for machines and one for people. Written as it is sent."""

import datetime as dt
import json
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, cast

from django.utils.translation import gettext as _

from lgnet.mediakit import files
from lgnet.mediakit.models import Licence, Version

BLOCK = 256 * 1024
MANIFEST, READ_ME = "manifest.json", "README.txt"
_FOLDERS = {
    "logo": "logos", "template": "templates", "palette": "colours", "font": "fonts", "photo": "photos",
    "video": "videos",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the zip: where it lies in it, what it is, who holds the rights and how it is credited."""

    path: str
    title: str
    shows: str
    version: int
    content_type: str
    size: int
    sha256: str
    licence: str
    rights_holder: str
    credit: str
    made_from: str = ""


def items(versions: Sequence[Version]) -> list[Item]:
    """What goes into the zip: each version's file and the formats made from it. No query: all was fetched."""
    found, taken = [], set[str]()
    for one in versions:
        stem, _dot, ending = one.file_name.rpartition(".")
        folder = f"{_FOLDERS[one.asset.kind]}/{one.partner.code}"
        stem = _free(f"{folder}/{stem}-v{one.version}", taken)
        source = f"{stem}.{ending}"
        found.append(_item(one, source, one.content_type, one.size, one.digest))
        for made in one.renditions.all():
            path = f"{stem}-{made.label}.{made.label.partition('-')[0]}"
            found.append(_item(one, path, made.content_type, made.size, made.digest, source))
    return found


def _free(stem: str, taken: set[str]) -> str:
    n, found = 1, stem
    while found in taken:
        n, found = n + 1, f"{stem}-{n + 1}"
    taken.add(found)
    return found


def _item(one: Version, path: str, content_type: str, size: int, digest: str, source: str = "") -> Item:
    return Item(
        path, one.title, one.alt, one.version, content_type, size, digest, one.licence, one.rights_holder,
        credit_line(one), source,
    )  # fmt: skip


def credit_line(version: Version) -> str:
    """What whoever uses an asset writes beside it."""
    return version.credit or f"© {version.rights_holder} ({Licence(version.licence)})"


def manifest(found: Sequence[Item], *, address: str, at: dt.datetime) -> str:
    """For machines (JSON): each file with its version, digest, licence, rights holder and credit line."""
    known = {"name": "LGNET media kit", "address": address, "made_at": at.isoformat(timespec="seconds")}
    return json.dumps({**known, "files": [asdict(one) for one in found]}, ensure_ascii=False, indent=1) + "\n"


def read_me(found: Sequence[Item], *, address: str, at: dt.datetime) -> str:
    """For people: the same in words."""
    lines = [
        _("LGNET media kit, %(day)s") % {"day": f"{at:%d/%m/%Y}"},
        address,
        "",
        _(
            "Use each file by its licence and write its credit line. Do not change, merge or recolour the marks."
        ),
        _(
            "The emblem of the European Union is shown with its full sentence, at least as large as any other mark."
        ),
        "",
    ]
    for one in found:
        if one.made_from:
            continue
        lines += [one.path, f"  {one.title}. {one.shows}", "  " + _("Version %(n)s") % {"n": one.version}]
        lines += ["  " + _("Licence: %(licence)s") % {"licence": one.licence}]
        lines += [
            "  " + _("Credit line: %(credit)s") % {"credit": one.credit},
            f"  SHA-256: {one.sha256}",
            "",
        ]
    return "\n".join(lines) + "\n"


class _Sink:
    """Takes what the archive writes, and gives it away: nothing is held but the block that is being written."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []

    def write(self, part: bytes) -> int:
        self.parts.append(bytes(part))
        return len(part)

    def flush(self) -> None:
        """Nothing waits."""

    def taken(self) -> bytes:
        found = b"".join(self.parts)
        self.parts.clear()
        return found


def stream(found: Sequence[Item], *, address: str, at: dt.datetime) -> Iterator[bytes]:
    """The zip, block by block; memory stays the same however large it is. A file that is gone is left out.

    Pictures are packed already, so they are stored, not compressed. Opens no database.
    """
    sink = _Sink()
    present = [(one, path) for one in found if (path := _path(one.sha256))]
    kept = [one for one, _path in present]
    with zipfile.ZipFile(cast("IO[bytes]", sink), "w", zipfile.ZIP_STORED) as archive:
        words = (
            (MANIFEST, manifest(kept, address=address, at=at)),
            (READ_ME, read_me(kept, address=address, at=at)),
        )
        for name, text in words:
            archive.writestr(_entry(name, at), text.encode())
            yield sink.taken()
        for one, path in present:
            with path.open("rb") as source, archive.open(_entry(one.path, at), "w") as target:
                while block := source.read(BLOCK):
                    target.write(block)
                    yield sink.taken()
            yield sink.taken()
    yield sink.taken()


def _path(digest: str) -> Path | None:
    try:
        return files.path_of(digest)
    except FileNotFoundError:
        return None


def _entry(name: str, at: dt.datetime) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, date_time=(at.year, at.month, at.day, at.hour, at.minute, at.second))
    entry.external_attr = 0o644 << 16
    return entry
