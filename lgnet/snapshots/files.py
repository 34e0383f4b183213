# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where the parts of a long sheet lie until it is whole, and the sheet until it is fetched: readable by us alone.

A part is written aside, forced to the disk and then named, so that a part that has a name is whole: whoever goes on
after a power cut believes the names. What is not fetched is thrown away after some days.
"""

import datetime as dt
import gzip
import json
import os
import uuid
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from django.conf import settings

KEPT_DAYS = 7


def folder() -> Path:
    """The folder of the sheets."""
    found = Path(settings.MEDIA_ROOT) / "sheets"
    found.mkdir(mode=0o700, parents=True, exist_ok=True)
    return found


def part_path(work_id: uuid.UUID, number: int, what: str = "lines") -> Path:
    """Where a part lies."""
    return folder() / f"{work_id}.{what}.{number:05d}.gz"


def sheet_path(work_id: uuid.UUID, format: str, what: str = "lines") -> Path:  # noqa: A002 - as the field is called
    """Where the whole sheet lies."""
    return folder() / f"{work_id}.{what}.{format}"


def write_part(path: Path, lines: Iterable[list[Any]]) -> None:
    """Write the lines of a part, all of them or none."""
    beside = path.with_suffix(".tmp")
    with _private(beside) as raw:
        with gzip.GzipFile(fileobj=raw, mode="wb", compresslevel=1, mtime=0) as packed:
            for line in lines:
                packed.write(json.dumps(line, default=_packed, ensure_ascii=False).encode() + b"\n")
        raw.flush()
        os.fsync(raw.fileno())
    beside.replace(path)


def read_parts(paths: Iterable[Path]) -> Iterator[list[Any]]:
    """The lines of the parts, one after the other."""
    for path in paths:
        with gzip.open(path, "rb") as packed:
            for line in packed:
                yield json.loads(line, object_hook=_unpacked)


def whole(path: Path) -> IO[bytes]:
    """A file that is written aside; call `put_in_place` once it is whole."""
    return _private(path.with_suffix(".tmp"))


def put_in_place(written: IO[bytes], path: Path) -> None:
    """Give a whole file its name."""
    written.flush()
    os.fsync(written.fileno())
    written.close()
    path.with_suffix(".tmp").replace(path)


def remove(work_id: uuid.UUID, *, parts_only: bool = False) -> None:
    """Throw away the parts of a piece of work, or all that it left."""
    for path in folder().glob(f"{work_id}.*"):
        if not parts_only or path.suffix == ".gz":
            path.unlink(missing_ok=True)


def remove_old(now: dt.datetime) -> int:
    """Throw away what nobody fetched; returns how many files."""
    edge = (now - dt.timedelta(days=KEPT_DAYS)).timestamp()
    old = [path for path in folder().iterdir() if path.stat().st_mtime < edge]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


def _private(path: Path) -> IO[bytes]:
    return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), "w+b")


def _packed(value: object) -> object:
    if isinstance(value, dt.datetime):
        return {"at": value.isoformat()}
    if isinstance(value, dt.date):
        return {"on": value.isoformat()}
    return str(value)


def _unpacked(value: dict[str, str]) -> object:
    if "on" in value:
        return dt.date.fromisoformat(value["on"])
    return dt.datetime.fromisoformat(value["at"])
