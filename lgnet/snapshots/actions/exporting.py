# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A long sheet, made in parts: killed after any of them, it goes on with the next one. Memory does not grow.

Every part is a transaction of its own over the same boundary, so the persons on the sheet are the same whenever it
is resumed.
"""

import hashlib
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, Any, cast

from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.core.rowsecurity import acting_as
from lgnet.direction.indicators import Indicator, find
from lgnet.interop.sheets import CellOut, Column, ExportTooLong, Manifest, write_csv, write_xlsx
from lgnet.network.worker import Worker
from lgnet.snapshots import files, policies, queries
from lgnet.snapshots.actions.work import end, tell
from lgnet.snapshots.models import Sheet, Snapshot, Work
from lgnet.snapshots.sheets import counted, recipients
from lgnet.snapshots.sheets.columns import Placed, placed

PART = 10_000  # lines; a few seconds of work, some megabytes of memory
LINES, REFUSED = "lines", "refused"


def export(*, by: Worker, work: Work, size: int = PART) -> None:
    """Make the parts that are missing, then the sheet."""
    while export_part(by=by, work=work, size=size):
        pass
    finish_export(by=by, work=work)


def export_part(*, by: Worker, work: Work, size: int = PART) -> bool:
    """Make the next part and remember where it ended; False where there was nothing left."""
    with acting_as(by.actor()):
        policies.export(by, work.sheet).enforce()
        parts = list(work.parts)
        after = parts[-1]["last"] if parts else ""
        made = _part(by, work, after, size)
    if made is None:
        return False
    lines, refused, reasons, last = made
    number = len(parts) + 1
    files.write_part(files.part_path(work.pk, number), lines)
    files.write_part(files.part_path(work.pk, number, REFUSED), refused)
    parts.append({"last": last, "lines": len(lines), "refused": len(refused), "reasons": reasons})
    tell(by=by, work=work, parts=parts, done=sum(part["lines"] + part["refused"] for part in parts))
    return True


_Part = tuple[Sequence[list[CellOut]], Sequence[list[CellOut]], dict[str, int], str]


def _part(by: Worker, work: Work, after: str, size: int) -> _Part | None:
    snapshot, columns = _snapshot(work), columns_of(work)
    if work.sheet == Sheet.COUNTED:
        lines, last = counted.part(snapshot, _indicator(work), columns, after, size)
        return (lines, [], {}, last) if lines else None
    found = recipients.part(snapshot, (by.partner_id, by.organisation.code), columns, after, size)
    if found is None:
        return None
    reasons = Counter(str(one.reason) for row in found.refused for one in row.reasons)
    refused: list[list[CellOut]] = [
        [
            row.person.code, row.person.full_name, row.counted_on,
            " ".join(str(one.sentence) for one in row.reasons),
        ]
        for row in found.refused
    ]  # fmt: skip
    return found.lines, refused, dict(reasons), found.last


def finish_export(*, by: Worker, work: Work) -> None:
    """Make the sheet of its parts, with its digest; and beside it the list of who is not on it."""
    numbers = range(1, len(work.parts) + 1)
    columns = [Column(column.title) for column in columns_of(work)]
    snapshot = _snapshot(work)
    path = files.sheet_path(work.pk, work.format)
    with acting_as(by.actor()):
        manifests = [_manifest(by, work, snapshot, refused=refused) for refused in (False, True)]
    rows = _write(path, columns, files.read_parts(_paths(work, numbers, LINES)), manifests[0])
    refused = sum(part["refused"] for part in work.parts)
    if refused:
        _write(
            files.sheet_path(work.pk, work.format, REFUSED),
            refused_columns(),
            files.read_parts(_paths(work, numbers, REFUSED)),
            manifests[1],
        )
    reasons: Counter[str] = Counter()
    for part in work.parts:
        reasons.update(part["reasons"])
    with acting_as(by.actor()):
        audit.record(
            "snapshot.sheet_made",
            on=work,
            snapshot=snapshot.code,
            sheet=work.sheet,
            rows=rows,
            refused=refused,
        )
    outcome = {"rows": rows, "refused": refused, "reasons": dict(reasons), "digest": _digest(path)}
    end(by=by, work=work, outcome={**outcome, "bytes": path.stat().st_size})
    files.remove(work.pk, parts_only=True)


def columns_of(work: Work) -> tuple[Placed, ...]:
    """The columns as they were when the sheet was asked for."""
    return placed(work.sheet, work.columns)


def refused_columns() -> list[Column]:
    """The columns of the list of who is not on the sheet."""
    return [
        Column(_("Code")),
        Column(_("Name"), 30),
        Column(_("First service on")),
        Column(_("Not reportable because"), 90),
    ]


def _write(path: Any, columns: list[Column], lines: Iterator[list[CellOut]], manifest: Manifest) -> int:
    written = files.whole(path)
    if path.suffix == ".csv":
        counted_lines = _Counting(lines)
        for block in write_csv(columns, counted_lines):
            written.write(block)
        rows = counted_lines.n
    else:
        rows = _write_workbook(written, columns, lines, manifest)
    files.put_in_place(written, path)
    return rows


def _write_workbook(
    written: IO[bytes], columns: list[Column], lines: Iterable[Sequence[CellOut]], manifest: Manifest
) -> int:
    try:
        return write_xlsx(cast("Any", written), columns, lines, manifest)
    except ExportTooLong as too_long:
        raise Refused(str(too_long)) from too_long


class _Counting:
    """Lines as they pass by, counted."""

    def __init__(self, lines: Iterable[list[CellOut]]) -> None:
        self._lines, self.n = lines, 0

    def __iter__(self) -> Iterator[list[CellOut]]:
        for line in self._lines:
            self.n += 1
            yield line


def _manifest(by: Worker, work: Work, snapshot: Snapshot, *, refused: bool = False) -> Manifest:
    title = _("Not reportable: %(sheet)s") if refused else "%(sheet)s"
    notes = [_("Seal of the cut-off: %(seal)s") % {"seal": snapshot.seal}]
    if work.sheet == Sheet.RECIPIENTS:
        notes.append(
            _("Personal data: keep this file as you keep the people's files, and delete it after use.")
        )
    definitions = [(str(one.indicator), f"v{one.version}") for one in queries.definitions(snapshot)]
    return Manifest(
        title=title % {"sheet": Sheet(work.sheet).label},
        exported_by=f"{by.user.name} ({by.role.name})",
        exported_at=now(),
        filters=[(_("Cut-off"), f"{snapshot.code} ({snapshot.cutoff_on:%d/%m/%Y})")],
        definitions=definitions,
        notes=notes,
    )


def _snapshot(work: Work) -> Snapshot:
    assert work.snapshot is not None  # noqa: S101 - a constraint of the table says so
    return work.snapshot


def _indicator(work: Work) -> Indicator:
    found = find(work.indicator)
    if not isinstance(found, Indicator) or not found.counts_persons:
        raise Refused(_("This indicator counts no persons."))
    return found


def _paths(work: Work, numbers: Iterable[int], what: str) -> Iterator[Any]:
    return (files.part_path(uuid.UUID(str(work.pk)), number, what) for number in numbers)


def _digest(path: Any) -> str:
    with path.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()
