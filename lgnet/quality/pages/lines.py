# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A miss as a line: what is wrong, how bad it is, the one click to its repair, and why it may stay."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from lgnet.core.clock import ROME
from lgnet.network.worker import Worker
from lgnet.outreach.models import Contact
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
    is_past: bool


@dataclass(frozen=True, slots=True)
class PersonLines:
    """Somebody, or a contact without a name, and what is to be mended about them."""

    name: str
    code: str
    url: str
    lines: tuple[MissLine, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """Whom or what a miss is about, and the page of it."""

    name: str
    code: str
    url: str


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
        is_past=not check.can_be_mended,
    )


def repair_url(miss: Miss, *, back: str) -> str:
    """The form where a miss is mended, open at its field, which leads back to the list."""
    repair = miss.check.repair
    if repair is None:
        return ""
    of = {"person": miss.person_id, "case": miss.case_id, "subject": miss.subject_id}[repair.of]
    field = f"#{repair.field}" if repair.field else ""
    return with_way_back(reverse(repair.name, args=[of]) + field, back)


def heads_of(misses: Iterable[Miss]) -> dict[uuid.UUID, Head]:
    """Whom some misses are about, by what they call the person. One query, two where a contact has no name."""
    ids = {miss.person_id for miss in misses}
    people = Person.objects.filter(pk__in=ids).select_related("key")
    found = {one.pk: Head(one.full_name, one.code, file_url(one.pk)) for one in people}
    if nameless := ids - found.keys():
        found |= {one.pk: _head_of(one) for one in Contact.objects.filter(pk__in=nameless)}
    return found


def _head_of(contact: Contact) -> Head:
    when = date_format(contact.met_at.astimezone(ROME), "SHORT_DATETIME_FORMAT")
    name = _("Contact of %(when)s, %(where)s") % {"when": when, "where": contact.get_place_display()}
    return Head(name, "", reverse("outreach:contact", args=[contact.pk]))


def person_lines(head: Head | None, misses: Iterable[Miss], *, by: Worker, back: str) -> PersonLines:
    """Somebody with their misses."""
    lines = tuple(miss_line(miss, by=by, back=back) for miss in misses)
    if head is None:
        return PersonLines("", "", "", lines)
    return PersonLines(head.name, head.code, head.url, lines)
