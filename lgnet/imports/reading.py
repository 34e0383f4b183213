# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""From the rows of somebody's spreadsheet to whole persons, with everything that is wrong said by row and column.

A row with an error gives no person; a row with warnings does. Nothing is written here.
"""

import datetime as dt
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from lgnet.cases.models import Intake
from lgnet.core.clock import ROME
from lgnet.imports import values
from lgnet.imports.findings import Finding
from lgnet.imports.records import (
    BulkCase,
    BulkChannel,
    BulkIdentifier,
    BulkIntake,
    BulkPerson,
    BulkPlace,
    BulkStay,
)
from lgnet.interop.sheets import Row, Sheet
from lgnet.interop.sheets.rows import CellValue, column_letter
from lgnet.people import tax_code
from lgnet.people.identifiers import IdentifierKind, check
from lgnet.people.identity import Identity
from lgnet.people.models import HouseholdMember, Missing, Precision, StayStatus
from lgnet.people.names import clean
from lgnet.people.names.cleaning import MAX_LENGTH

T = TypeVar("T")
NAMES = ("given_name", "family_name", "native_name", "known_as", "birth_place")
NUMBERS = {
    "tax_code": IdentifierKind.TAX_CODE,
    "document": IdentifierKind.OTHER,
    "passport": IdentifierKind.PASSPORT,
    "residence_permit": IdentifierKind.RESIDENCE_PERMIT,
    "identity_card": IdentifierKind.IDENTITY_CARD,
    "stp": IdentifierKind.STP,
    "vestanet": IdentifierKind.VESTANET,
}


@dataclass(frozen=True)
class Defaults:
    """What holds for every row: the moment of the import, its day, and who may be a case manager."""

    moment: dt.datetime
    today: dt.date
    with_cases: bool = False
    lines: tuple[str, ...] = ()
    manager: uuid.UUID | None = None
    managers: Mapping[str, uuid.UUID] = field(default_factory=dict)


@dataclass(slots=True)
class Read:
    """One row: the person, or why there is none."""

    line: int
    person: BulkPerson | None
    findings: list[Finding]


class Register:
    """A sheet whose columns are known: column names -> target codes."""

    def __init__(self, sheet: Sheet, columns: Mapping[str, str], defaults: Defaults) -> None:
        self._sheet, self._defaults = sheet, defaults
        header = sheet.header
        self.at = {target: header.index(name) for name, target in columns.items() if name in header}
        self.letters = {target: column_letter(index) for target, index in self.at.items()}
        self._mapped = frozenset(self.letters.values())

    def __iter__(self) -> Iterator[Read]:
        return map(self.read, self._sheet.rows())

    def read(self, row: Row) -> Read:
        """Everything one row says."""
        found = [Finding.of(p) for p in row.problems if not p.column or p.column in self._mapped]
        cells = Cells(row, self.at, self.letters, found)
        person = _person(cells, self._defaults)
        has_errors = any(not finding.is_warning for finding in found)
        return Read(row.line, None if has_errors else person, found)


class Cells:
    """The cells of one row by target. What goes wrong is noted and reading goes on: all of it is told at once."""

    __slots__ = ("_at", "_found", "_letters", "_row")

    def __init__(self, row: Row, at: dict[str, int], letters: dict[str, str], found: list[Finding]) -> None:
        self._row, self._at, self._letters, self._found = row, at, letters, found

    def text(self, target: str) -> str:
        """The cell as cleaned text; "" where no column holds this or the cell is empty."""
        index = self._at.get(target)
        return "" if index is None else self._row.text(index)

    def take(self, target: str, parse: Callable[[str, values.Place], T], empty: T) -> T:
        """The cell as `parse` reads it."""
        text = self.text(target)
        if not text:
            return empty
        try:
            return parse(text, self.place(target))
        except values.Unreadable as unreadable:
            self._found.append(unreadable.finding)
            return empty

    def birth(self, today: dt.date) -> tuple[dt.date | None, str]:
        """Date of birth and its precision."""
        unknown: tuple[dt.date | None, str] = (None, Precision.UNKNOWN.value)
        return self._take_value("birth_date", lambda v, p: values.birth(v, p, today), unknown)

    def day(self, target: str, latest: dt.date | None) -> dt.date | None:
        """A whole day."""
        return self._take_value(target, lambda v, p: values.whole_date(v, p, latest=latest), None)

    def _take_value(self, target: str, parse: Callable[[CellValue, values.Place], T], empty: T) -> T:
        index = self._at.get(target)
        if index is None or self._row.cells[index] == "":
            return empty
        try:
            return parse(self._row.cells[index], self.place(target))
        except values.Unreadable as unreadable:
            self._found.append(unreadable.finding)
            return empty

    def place(self, target: str) -> values.Place:
        """Where the cell is."""
        return self._row.line, self._letters.get(target, "")

    def note(self, target: str, code: str, *, is_warning: bool = False, **params: str | int) -> None:
        """Say that something is wrong with a cell."""
        self._found.append(Finding(*self.place(target), code, params, is_warning))


def _person(cells: Cells, defaults: Defaults) -> BulkPerson:
    identity = _identity(cells, defaults.today)
    registered_at = _moment(cells.day("registered_on", defaults.today), defaults)
    opened_at = _opened_at(cells, defaults, registered_at)
    return BulkPerson(
        identity=identity,
        registered_at=registered_at,
        identifiers=tuple(_identifiers(cells, identity, defaults.today)),
        channels=tuple(_channels(cells)),
        stays=_stays(cells, registered_at.date()),
        place=_place(cells, registered_at.date()),
        intake=None if opened_at is None else _intake(registered_at, opened_at),
        case=None if opened_at is None else _case(cells, defaults, opened_at),
    )


def _name(cells: Cells, target: str) -> str:
    text = cells.text(target)
    if len(text) > MAX_LENGTH:
        cells.note(target, "too_long", limit=MAX_LENGTH)
    return clean(text) if text else ""


def _identity(cells: Cells, today: dt.date) -> Identity:
    given, family, native, known_as, birth_place = (_name(cells, target) for target in NAMES)
    if not (given or family or native or known_as):
        cells.note("family_name", "name_missing")
    born, precision = cells.birth(today)
    citizenship, is_stateless = cells.take("citizenship", values.country, ("", False))
    return Identity(
        given_name=given,
        family_name=family,
        native_name=native,
        known_as=known_as,
        sex=cells.take("sex", values.sex, ""),
        birth_date=born,
        birth_precision=precision,
        birth_country=cells.take("birth_country", values.country, ("", False))[0],
        birth_place=birth_place,
        citizenships=(citizenship,) if citizenship else (),
        is_stateless=is_stateless,
        languages=cells.take("languages", values.languages, ()),
        arrived_on=cells.day("arrived_on", today),
    )


def _identifiers(cells: Cells, identity: Identity, today: dt.date) -> Iterator[BulkIdentifier]:
    for target, usual in NUMBERS.items():
        text = cells.text(target)
        if not text:
            continue
        kind = _tax_kind(text) if target == "tax_code" else usual
        checked = check(kind, text)
        if checked.error is not None:
            # Somebody with a mistyped code is still somebody: the number is kept, as what it certainly is.
            kept = check(IdentifierKind.OTHER, text)
            cells.note(target, "number_wrong", is_warning=kept.error is None, text=str(checked.error))
            kind, checked = IdentifierKind.OTHER, kept
        for warning in checked.warnings:
            cells.note(target, "number_unusual", is_warning=True, text=str(warning))
        if kind is IdentifierKind.TAX_CODE:
            _compare(cells, checked.value, identity, today)
        if checked.value:
            yield BulkIdentifier(kind.value, checked.value)


def _tax_kind(text: str) -> IdentifierKind:
    digits = sum(map(str.isdecimal, text))
    provisional = digits == len(text.replace(" ", ""))
    return IdentifierKind.PROVISIONAL_TAX_CODE if provisional else IdentifierKind.TAX_CODE


def _compare(cells: Cells, code: str, identity: Identity, today: dt.date) -> None:
    parsed = tax_code.parse(code, today=today)
    if not isinstance(parsed, tax_code.TaxCode):
        return
    exact = identity.birth_date if identity.birth_precision == Precision.DAY else None
    differences = tax_code.disagreements(
        parsed, given_name=identity.given_name, family_name=identity.family_name,
        sex=identity.sex, birth_date=exact,
    )  # fmt: skip
    for difference in differences:
        cells.note("tax_code", "number_unusual", is_warning=True, text=str(difference))


def _channels(cells: Cells) -> Iterator[BulkChannel]:
    if phone := cells.take("phone", values.phone, ""):
        yield BulkChannel("phone", phone)
    if address := cells.take("email", values.email, ""):
        yield BulkChannel("email", address)


def _stays(cells: Cells, on: dt.date) -> tuple[BulkStay, ...]:
    code = cells.take("stay_status", values.status, "")
    expires_on = cells.day("stay_expires_on", None)
    if not code:
        return ()
    missing = "" if expires_on else Missing.NOT_ASKED.value
    return (
        BulkStay(code, StayStatus.Document.PERMIT.value, on, expires_on=expires_on, expiry_missing=missing),
    )


def _place(cells: Cells, on: dt.date) -> BulkPlace | None:
    key = cells.text("household")[:80]
    return BulkPlace(key, HouseholdMember.Role.OTHER.value, on) if key else None


def _moment(day: dt.date | None, defaults: Defaults) -> dt.datetime:
    """Noon of a day that the file gives, now where it gives none."""
    if day is None or day >= defaults.today:
        return defaults.moment
    return dt.datetime.combine(day, dt.time(12), ROME)


def _opened_at(cells: Cells, defaults: Defaults, registered_at: dt.datetime) -> dt.datetime | None:
    day = cells.day("opened_on", defaults.today)
    if day is None:
        return registered_at if defaults.with_cases else None
    opened_at = _moment(day, defaults)
    if opened_at < registered_at and cells.text("registered_on"):
        cells.note("opened_on", "opened_too_early")
    return opened_at


def _intake(registered_at: dt.datetime, opened_at: dt.datetime) -> BulkIntake:
    first = min(registered_at, opened_at)
    outcome = Intake.Outcome.TAKE_IN_CHARGE.value
    return BulkIntake(first, screened_at=opened_at, outcome=outcome)


def _case(cells: Cells, defaults: Defaults, opened_at: dt.datetime) -> BulkCase:
    manager = defaults.manager
    if address := cells.text("manager"):
        manager = defaults.managers.get(address.casefold())
        if manager is None:
            cells.note("manager", "manager_unknown")
    return BulkCase(opened_at=opened_at, lines=defaults.lines, manager=manager)
