# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The log of a webinar as a table: an address, when somebody joined, when they left; one line for each stay.

Columns are known by the names that meeting software gives them, in Italian and in English. Hours without a day are
of the day of the session, in Rome.
"""

import datetime as dt
import re
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO

from django.utils.translation import gettext as _

from lgnet.core.clock import ROME
from lgnet.interop.sheets import Row, Sheet, SheetRefused, open_sheet
from lgnet.training.minutes import Stay
from lgnet.training.models import Session

NAMES: Mapping[str, tuple[str, ...]] = {
    "email": ("e-mail", "email", "indirizzo e-mail", "indirizzo email", "user email", "email address",
              "participant id (upn)", "posta elettronica", "mail"),
    "joined": ("join time", "joined", "join", "ingresso", "entrata", "ora di ingresso", "ora di entrata",
               "ora ingresso", "ora di partecipazione", "first join", "primo accesso"),
    "left": ("leave time", "left", "leave", "uscita", "ora di uscita", "ora uscita", "last leave",
             "ultima uscita", "ora di abbandono"),
}  # fmt: skip
_FORMATS = (
    "%d/%m/%Y %H:%M:%S", "%d/%m/%Y %H:%M", "%d/%m/%Y, %H:%M:%S", "%d/%m/%y, %H:%M:%S", "%d/%m/%y %H:%M",
    "%m/%d/%Y %I:%M:%S %p", "%m/%d/%y, %I:%M:%S %p", "%m/%d/%Y, %I:%M:%S %p",
)  # fmt: skip
_HOUR = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?")


class LogRefused(Exception):
    """A file in which no line can be read; carries the sentence for whoever sent it."""


@dataclass(slots=True)
class ReadLog:
    """Stays by enrolment; how many lines there were and how many were taken; what was wrong with the others."""

    stays: dict[uuid.UUID, list[Stay]] = field(default_factory=dict)
    lines: int = 0
    taken: int = 0
    errors: list[tuple[int, str]] = field(default_factory=list)


def read(content: bytes, *, name: str, session: Session, people: Mapping[str, uuid.UUID]) -> ReadLog:
    """Read a log. `people`: enrolments by e-mail address in small letters. Raises LogRefused."""
    try:
        with open_sheet(BytesIO(content), name) as sheet:
            where = {what: _column(sheet, names) for what, names in NAMES.items()}
            found = ReadLog()
            for row in sheet.rows():
                _take(found, row, where, session, people)
    except SheetRefused as wrong:
        raise LogRefused(str(wrong)) from wrong
    if not found.lines:
        raise LogRefused(_("This file has no lines below the names of its columns."))
    return found


def _column(sheet: Sheet, names: Sequence[str]) -> int:
    known = [name.strip().casefold() for name in sheet.header]
    for name in names:
        if name in known:
            return known.index(name)
    raise LogRefused(
        _("A column is missing: the file needs “e-mail”, “join time” and “leave time”, under these names.")
    )


def _take(
    found: ReadLog, row: Row, where: Mapping[str, int], session: Session, people: Mapping[str, uuid.UUID]
) -> None:
    found.lines += 1
    joined, left = (_moment(row, where[what], session) for what in ("joined", "left"))
    enrolment = people.get(row.text(where["email"]).casefold())
    if joined is None or left is None:
        found.errors.append((row.line, _("The hour is not readable: write 09:05 or 31/12/2026 09:05.")))
    elif left < joined:
        found.errors.append((row.line, _("They leave before they join.")))
    elif left <= session.starts_at or joined >= session.ends_at:
        found.errors.append((row.line, _("They were there at another time than the session.")))
    elif enrolment is None:
        found.errors.append((row.line, _("Nobody who has a place in the module has this address.")))
    else:
        found.stays.setdefault(enrolment, []).append((joined, left))
        found.taken += 1


def _moment(row: Row, index: int, session: Session) -> dt.datetime | None:
    cell = row.cells[index]
    if isinstance(cell, dt.datetime):
        return _in_rome(cell)
    if isinstance(cell, dt.time):
        return dt.datetime.combine(_day(session), cell, ROME)
    text = " ".join(row.text(index).split())
    hour = _HOUR.fullmatch(text)
    if hour is not None:
        return _hour(session, *(int(part or 0) for part in hour.groups()))
    return _written(text)


def _hour(session: Session, hour: int, minute: int, second: int) -> dt.datetime | None:
    if hour > 23 or minute > 59 or second > 59:
        return None
    return dt.datetime.combine(_day(session), dt.time(hour, minute, second), ROME)


def _written(text: str) -> dt.datetime | None:
    for form in _FORMATS:
        try:
            return _in_rome(dt.datetime.strptime(text, form))  # noqa: DTZ007 - given its zone at once
        except ValueError:
            continue
    try:
        return _in_rome(dt.datetime.fromisoformat(text))
    except ValueError:
        return None


def _in_rome(moment: dt.datetime) -> dt.datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=ROME)


def _day(session: Session) -> dt.date:
    return session.starts_at.astimezone(ROME).date()
