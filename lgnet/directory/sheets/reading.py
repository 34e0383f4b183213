# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A stranger's spreadsheet as rows of text, kept with the run so that the mapping can be changed."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO

from lgnet.interop.sheets import Limits, SheetRefused, open_sheet

MOST_ROWS, MOST_COLUMNS = 1_000, 60
LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Kept:
    """What was read: names of columns, rows as [line, [cells], [problems of the file itself]]."""

    digest: str
    header: Sequence[str]
    rows: Sequence[list[object]]


def read_file(file: IO[bytes], name: str) -> Kept:
    """Read it whole: it is small. Raises SheetRefused with the reason."""
    digest = hashlib.sha256()
    while block := file.read(1 << 20):
        digest.update(block)
    file.seek(0)
    rows: list[list[object]] = []
    with open_sheet(file, name, LIMITS) as sheet:
        if len(sheet.header) > MOST_COLUMNS:
            raise SheetRefused("header_too_wide", limit=MOST_COLUMNS)
        header = list(sheet.header)
        for row in sheet.rows():
            if len(rows) == MOST_ROWS:
                raise SheetRefused("too_many_lines", limit=MOST_ROWS)
            problems = [[problem.column, problem.message] for problem in row.problems]
            rows.append([row.line, list(row.texts()), problems])
    if not rows:
        raise SheetRefused("header_only")
    return Kept(digest.hexdigest(), header, rows)
