# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Uploaded files while a run needs them: a random name, readable by nobody else, removed when the run ends."""

import hashlib
import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from lgnet.interop.sheets import Limits, SheetRefused, open_sheet
from lgnet.interop.sheets.limits import MEGABYTE
from lgnet.interop.sheets.rows import column_letter


@dataclass(frozen=True)
class Stored:
    """Where a file lies and what tells it apart from others."""

    path: Path
    digest: str


def folder() -> Path:
    """The folder of uploaded registers."""
    found = Path(settings.MEDIA_ROOT) / "imports"
    found.mkdir(mode=0o700, parents=True, exist_ok=True)
    return found


def store(blocks: Iterable[bytes]) -> Stored:
    """Write a file as it comes in; refuses (SheetRefused) what is larger than we read, and leaves nothing then."""
    size, digest = 0, hashlib.sha256()
    path = folder() / secrets.token_hex(16)
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as target:
            for block in blocks:
                size += len(block)
                _refuse_size(size)
                digest.update(block)
                target.write(block)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return Stored(path, digest.hexdigest())


def _refuse_size(size: int) -> None:
    limit = Limits().file_bytes
    if size > limit:
        raise SheetRefused("file_too_big", size=size // MEGABYTE, limit=limit // MEGABYTE)


def titles(stored_as: str, name: str) -> dict[str, str]:
    """The letter of each column of a stored file and its title; nothing once the file has gone."""
    if not stored_as:
        return {}
    with open_sheet(folder() / stored_as, name=name) as sheet:
        return {column_letter(index): title for index, title in enumerate(sheet.header)}


def blocks_of(path: Path) -> Iterable[bytes]:
    """A file in pieces."""
    with path.open("rb") as source:
        while block := source.read(MEGABYTE):
            yield block


def remove(stored_as: str) -> None:
    """Throw an uploaded file away; nothing happens where it is gone already."""
    if stored_as:
        (folder() / Path(stored_as).name).unlink(missing_ok=True)
