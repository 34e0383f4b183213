# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A miss as a line: what is wrong, how bad it is, the one click to its repair, and why it may stay."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise

from lgnet.network.worker import Worker
from lgnet.people.models import Person
from lgnet.people.pages.addresses import file_url
from lgnet.quality import policies
from lgnet.quality.checks import SEVERITY_WORDS, Severity
from lgnet.quality.queries import Miss
from lgnet.ui.looks import Tone
from lgnet.ui.returning import with_way_back

TONES: dict[Severity, Tone] = {
    Severity.BLOCKS_REPORTING: "bad",
    Severity.IMPORTANT: "warn",
    Severity.USEFUL: "neutral",
}
SYMBOLS = {
    Severity.BLOCKS_REPORTING: "warning-circle",
    Severity.IMPORTANT: "flag",
    Severity.USEFUL: "info-circle",
}


@dataclass(frozen=True, slots=True)
class MissLine:
    """One thing to mend."""

    name: str | Promise
    sentence: str | Promise
    severity: str | Promise
    tone: Tone
    symbol: str
    repair_url: str
    reason_url: str


@dataclass(frozen=True, slots=True)
class PersonLines:
    """Somebody and what is to be mended about them. Without a person: a row that names nobody."""

    person_id: uuid.UUID | None
    name: str
    code: str
    url: str
    lines: tuple[MissLine, ...]


def miss_line(miss: Miss, *, by: Worker, back: str) -> MissLine:
    """A miss for somebody; links that lead nowhere for them are left out."""
    check = miss.check
    args = [check.code, miss.subject_id]
    return MissLine(
        name=check.name,
        sentence=check.sentence,
        severity=SEVERITY_WORDS[check.severity],
        tone=TONES[check.severity],
        symbol=SYMBOLS[check.severity],
        repair_url=repair_url(miss, back=back) if check.code in policies.mendable(by) else "",
        reason_url=with_way_back(reverse("quality:dismiss", args=args), back)
        if policies.dismiss(by, check)
        else "",
    )


def repair_url(miss: Miss, *, back: str) -> str:
    """The form where a miss is mended, open at its field, which leads back to the list."""
    repair = miss.check.repair
    if repair is None:
        return ""
    of = {"person": miss.person_id, "case": miss.case_id, "subject": miss.subject_id}[repair.of]
    field = f"#{repair.field}" if repair.field else ""
    return with_way_back(reverse(repair.name, args=[of]) + field, back)


def people_of(misses: Iterable[Miss]) -> dict[uuid.UUID, Person]:
    """The people of some misses with their keys. One query."""
    ids = {miss.person_id for miss in misses}
    return {person.pk: person for person in Person.objects.filter(pk__in=ids).select_related("key")}


def person_lines(person: Person | None, misses: Iterable[Miss], *, by: Worker, back: str) -> PersonLines:
    """Somebody with their misses."""
    lines = tuple(miss_line(miss, by=by, back=back) for miss in misses)
    if person is None:
        return PersonLines(None, "", "", "", lines)
    return PersonLines(person.pk, person.full_name, person.code, file_url(person.pk), lines)
