# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is counted and cannot be reported: a list by person, each with the way to mend it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise

from lgnet.core import places
from lgnet.core.authz import Sentence
from lgnet.core.clock import today
from lgnet.counting.models import FactKind
from lgnet.network.worker import Worker
from lgnet.people.models import Person
from lgnet.people.pages.addresses import file_url
from lgnet.quality import policies, queries
from lgnet.quality.deadlines import Deadline, next_deadline
from lgnet.quality.pages.mending import AFTER, tabs
from lgnet.quality.queries.reportability import PAGE
from lgnet.quality.reportability import NotReportable, Reason, Summary
from lgnet.ui.looks import Link
from lgnet.ui.returning import with_way_back

KINDS = (FactKind.SUPPORTED, FactKind.TAKEN_IN_CHARGE, FactKind.REGISTERED)
_STAY = "people:add_stay", "id_status"
REPAIRS: dict[Reason, tuple[str, str]] = {
    Reason.NO_BIRTH_DATE: ("people:edit", "id_birth_0"),
    Reason.NO_SEX: ("people:edit", "id_sex_0"),
    Reason.NO_CITIZENSHIP: ("people:edit", "id_citizenships_0"),
    Reason.UNION_CITIZEN: ("people:edit", "id_citizenships_0"),
    Reason.NO_STAY: _STAY,
    Reason.STAY_NOT_REGULAR: _STAY,
    Reason.STAY_TO_CHECK: _STAY,
    Reason.STAY_EXPIRED: _STAY,
    Reason.NO_NOTICE: ("people:add_notice", "id_language"),
}


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """Why somebody is not reportable, and where that is mended."""

    sentence: Sentence
    repair_url: str


@dataclass(frozen=True, slots=True)
class Row:
    """A counted person who cannot be reported."""

    name: str
    code: str
    url: str
    counted_on: dt.date
    lines: tuple[ReasonLine, ...]


@dataclass(frozen=True, slots=True)
class ReportablePage:
    """The list for one kind of count, with how often each reason is met."""

    kind: FactKind
    summary: Summary
    by_reason: Sequence[tuple[str | Promise, int]]
    deadline: Deadline
    rows: Sequence[Row]
    kinds: Sequence[Link]
    tabs: Sequence[Link]
    is_first: bool
    next_url: str


def reportable_page(*, by: Worker, asked: QueryDict, path: str) -> ReportablePage:
    """A page by key. Three queries."""
    kind = next((kind for kind in KINDS if kind == asked.get("kind")), FactKind.SUPPORTED)
    place = places.day(asked.get(AFTER, ""))
    found = queries.not_reportable(partner_id=by.partner_id, kind=kind, after=place)
    shown = found[:PAGE]
    people = {
        person.pk: person
        for person in Person.objects.filter(pk__in={row.person_id for row in shown}).select_related("key")
    }
    summary = queries.reportability(partner_id=by.partner_id, kind=kind)
    here = reverse("quality:reportability")
    last = shown[-1] if len(found) > PAGE else None
    return ReportablePage(
        kind=kind,
        summary=summary,
        by_reason=[(reason.label, n) for reason, n in summary.by_reason.items()],
        deadline=next_deadline(today()),
        rows=[_row(row, people[row.person_id], by=by, back=path) for row in shown],
        kinds=[Link(f"{here}?kind={one.value}", one.label, current=one == kind) for one in KINDS],
        tabs=tabs(by, "quality:reportability"),
        is_first=place is None,
        next_url=f"?kind={kind.value}&{AFTER}={places.written(last.counted_on, last.fact_id)}"
        if last
        else "",
    )


def _row(row: NotReportable, person: Person, *, by: Worker, back: str) -> Row:
    may = policies.take_back(by).allowed
    lines = []
    for found in row.reasons:
        repair = REPAIRS.get(found.reason) if may else None
        url = with_way_back(f"{reverse(repair[0], args=[person.pk])}#{repair[1]}", back) if repair else ""
        lines.append(ReasonLine(found.sentence, url))
    return Row(person.full_name, person.code, file_url(person.pk), row.counted_on, tuple(lines))
