# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads the table of targets: a row for each partner, a column for each indicator, named by its code.

An empty cell leaves the target as it is. Every problem names its row and column; nothing is written here.
"""

import uuid
from dataclasses import dataclass
from typing import IO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lgnet.counting.models import NETWORK
from lgnet.direction import planned, queries
from lgnet.direction.fields import LARGEST, CountField
from lgnet.direction.indicators import INDICATORS
from lgnet.direction.models import Target
from lgnet.direction.proposal import Change, version_of
from lgnet.interop.sheets import Row, Sheet, SheetRefused, open_sheet
from lgnet.interop.sheets.rows import as_text, column_letter
from lgnet.network import editions

SHOWN = 100  # problems: who has more than that sends another file


@dataclass(frozen=True)
class SheetProblem:
    """Something wrong, and where; `where` is empty for the whole file."""

    where: str
    message: str


@dataclass(frozen=True)
class SheetReading:
    """What a sheet would change, how many targets it leaves as they are, and what is wrong with it."""

    changes: tuple[Change, ...]
    same: int
    problems: tuple[SheetProblem, ...]


@dataclass(frozen=True)
class _Known:
    """The partners by the names that a sheet may call them, and their targets."""

    names: dict[str, tuple[str, str, uuid.UUID]]
    held: dict[tuple[uuid.UUID, str], Target]
    reached: dict[tuple[uuid.UUID, str], int]


def read_sheet(file: IO[bytes], name: str = "") -> SheetReading:
    """Read a file; what cannot be read at all is a problem of the whole file. Four queries."""
    known = _known()
    try:
        with open_sheet(file, name) as sheet:
            return _read(sheet, known)
    except SheetRefused as refused:
        return SheetReading((), 0, (SheetProblem(refused.problem.where, refused.problem.message),))


def _known() -> _Known:
    whole = (_("The whole network"), "", NETWORK)
    names = {"network": whole, whole[0].casefold(): whole}
    partners = list(editions.local_partners())
    for partner in partners:
        entry = (partner.short_name, partner.code, partner.pk)
        names |= {partner.short_name.casefold(): entry, partner.code: entry, partner.name.casefold(): entry}
    edition = editions.current()
    scopes = [NETWORK, *(partner.pk for partner in partners)]
    return _Known(names, queries.targets(edition), planned.reached(scopes, INDICATORS.values()))


def _read(sheet: Sheet, known: _Known) -> SheetReading:
    problems, columns = _columns(sheet)
    changes: list[Change] = []
    same, lines = 0, dict[str, int]()
    for row in sheet.rows():
        problems += [SheetProblem(problem.where, problem.message) for problem in row.problems]
        name = as_text(row.cells[0]).strip()
        entry = known.names.get(name.casefold())
        if entry is None:
            problems.append(_problem(row, 0, _("“%s” is not a partner of this edition.") % name))
            continue
        if entry[1] in lines:
            said = {"name": entry[0], "line": lines[entry[1]]}
            problems.append(_problem(row, 0, _("%(name)s is already in row %(line)s.") % said))
            continue
        lines[entry[1]] = row.line
        for index, code in columns.items():
            found = _cell(row, index, code, entry, known)
            if isinstance(found, SheetProblem):
                problems.append(found)
            elif found is not None and found.before == found.after:
                same += 1
            elif found is not None:
                changes.append(found)
    return SheetReading(tuple(changes), same, tuple(problems[:SHOWN]))


def _columns(sheet: Sheet) -> tuple[list[SheetProblem], dict[int, str]]:
    """The indicator of each column, by the first word of its name; the first column names the partner."""
    problems: list[SheetProblem] = []
    columns: dict[int, str] = {}
    codes = {code.casefold(): code for code in INDICATORS}
    for index, title in enumerate(sheet.header[1:], start=1):
        code = codes.get(title.split()[0].casefold()) if title.split() else None
        where = _("Row %(line)s, column %(column)s") % {
            "line": sheet.header_line, "column": column_letter(index),
        }  # fmt: skip
        if code is None and title:
            problems.append(
                SheetProblem(where, _("“%s” does not begin with the code of an indicator.") % title)
            )
        elif code in columns.values():
            problems.append(SheetProblem(where, _("%s has two columns.") % code))
        elif code is not None:
            columns[index] = code
    if not columns and not problems:
        problems.append(SheetProblem("", _("The sheet has no column of an indicator.")))
    return problems, columns


def _cell(
    row: Row, index: int, code: str, entry: tuple[str, str, uuid.UUID], known: _Known
) -> Change | SheetProblem | None:
    text = as_text(row.cells[index]).strip()
    if not text:
        return None
    name, partner, scope = entry
    try:
        after = CountField(min_value=0, max_value=LARGEST).clean(text)
    except ValidationError:
        return _problem(row, index, _("“%s” is not a whole number from 0 on.") % text[:40])
    target = known.held.get((scope, code))
    return Change(
        partner, name, code, target.value if target else None, after or 0,
        known.reached.get((scope, code), 0), version_of(target),
    )  # fmt: skip


def _problem(row: Row, index: int, message: str) -> SheetProblem:
    where = _("Row %(line)s, column %(column)s") % {"line": row.line, "column": column_letter(index)}
    return SheetProblem(where, message)
