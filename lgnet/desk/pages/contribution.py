# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What somebody's own work made count this quarter, and who is behind each number."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lgnet.core import places
from lgnet.core.clock import ROME, now, today
from lgnet.counting.models import FactKind
from lgnet.desk import queries
from lgnet.desk.addresses import address
from lgnet.desk.pages.tiles import Line, file_of
from lgnet.direction.indicators import INDICATORS, Definition, version_on
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.outreach.models import Contact
from lgnet.people.models import Person
from lgnet.reports.quarters import Quarter

SHOWN = 50
# In the order of the path, each for whoever's role does such work.
KINDS: Mapping[FactKind, Permission] = {
    FactKind.CONTACT: Permission.CONTACT_RECORD,
    FactKind.REGISTERED: Permission.PERSON_REGISTER,
    FactKind.TAKEN_IN_CHARGE: Permission.CASE_OPEN,
    FactKind.ASSISTED: Permission.INTERVENTION_RECORD,
    FactKind.SUPPORTED: Permission.INTERVENTION_RECORD,
}


@dataclass(frozen=True, slots=True)
class OwnFigure:
    """A number with its definition. `url` leads to who is behind it; `rule_url` only whoever reads figures."""

    definition: Definition
    value: int
    url: str
    rule_url: str


@dataclass(frozen=True, slots=True)
class Contribution:
    """The numbers of one worker, and when they were true."""

    quarter: Quarter
    as_of: dt.datetime
    figures: Sequence[OwnFigure]


@dataclass(frozen=True, slots=True)
class ContributionPage:
    """Who is behind one of the numbers, the latest first."""

    quarter: Quarter
    as_of: dt.datetime
    definition: Definition
    rule_url: str
    lines: Sequence[Line]
    is_first: bool
    next_url: str


def kinds_of(worker: Worker) -> list[FactKind]:
    """What somebody in this role can make count."""
    return [kind for kind, permission in KINDS.items() if worker.may(permission)]


def contribution(worker: Worker) -> Contribution:
    """The numbers of this quarter. One query."""
    quarter = Quarter.of(today())
    kinds = kinds_of(worker)
    found = queries.own_figures(worker, kinds, first=quarter.first_day, last=quarter.last_day)
    figures = [
        OwnFigure(
            definition := _definition(kind),
            found[kind],
            address("desk:contribution", kind.value.replace("_", "-")),
            _rule_url(worker, definition),
        )
        for kind in kinds
    ]
    return Contribution(quarter, now(), figures)


def contribution_page(worker: Worker, kind: FactKind, after: str) -> ContributionPage:
    """A page of who is behind a number, by key. Two queries."""
    quarter, place = Quarter.of(today()), places.day(after)
    found = queries.own_facts(
        worker, kind, first=quarter.first_day, last=quarter.last_day, after=place, size=SHOWN
    )
    shown = found[:SHOWN]
    definition = _definition(kind)
    return ContributionPage(
        quarter=quarter,
        as_of=now(),
        definition=definition,
        rule_url=_rule_url(worker, definition),
        lines=_of_contacts(shown) if kind == FactKind.CONTACT else _of_people(shown),
        is_first=place is None,
        next_url=f"?after={places.written(shown[-1].on, shown[-1].fact_id)}" if len(found) > SHOWN else "",
    )


def kind_named(worker: Worker, slug: str) -> FactKind | None:
    """The kind an address names; None where there is none or the role does no such work."""
    return next((kind for kind in kinds_of(worker) if kind.value.replace("_", "-") == slug), None)


def _definition(kind: FactKind) -> Definition:
    code = next(one.code for one in INDICATORS.values() if one.fact_kind == kind)
    return version_on(code, today())


def _rule_url(worker: Worker, definition: Definition) -> str:
    if not worker.may(Permission.FIGURES_PARTNER):
        return ""
    return address("direction:indicator", definition.code, version=str(definition.version))


def _of_people(rows: Sequence[queries.Own]) -> list[Line]:
    ids = {row.subject_id for row in rows}
    people = {one.pk: one for one in Person.objects.filter(pk__in=ids).select_related("key")}
    return [
        Line(people[row.subject_id].full_name, file_of(people[row.subject_id]), date_format(row.on))
        for row in rows
        if row.subject_id in people
    ]


def _of_contacts(rows: Sequence[queries.Own]) -> list[Line]:
    ids = {row.subject_id for row in rows}
    found = Contact.objects.filter(pk__in=ids).select_related("key", "person__key")
    contacts = {one.pk: one for one in found}
    return [_contact_line(contacts[row.subject_id]) for row in rows if row.subject_id in contacts]


def _contact_line(contact: Contact) -> Line:
    name = contact.person.full_name if contact.person else ""
    name = name or (f"«{contact.nickname}»" if contact.nickname else _("Without a name"))
    when = date_format(contact.met_at.astimezone(ROME), "SHORT_DATETIME_FORMAT")
    where = contact.area or str(contact.get_place_display())
    return Line(name, address("outreach:contact", contact.pk), f"{when} · {where}")
