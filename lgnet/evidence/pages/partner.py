# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""From an indicator to its months, to who counts, to what proves it. The nation goes the same way without names."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import F
from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise

from lgnet.core import places
from lgnet.core.authz import Verdict
from lgnet.core.rowsecurity import DbRole
from lgnet.counting.models import ABOUT_NOBODY, AgeBand, CountingFact, FactKind, Sex
from lgnet.evidence import policies, queries
from lgnet.evidence.models import Sample
from lgnet.evidence.queries.counted import PAGE, Month
from lgnet.evidence.rules import LABELS, Rule, rules_of
from lgnet.meetings.models import Meeting
from lgnet.network.models import Organisation
from lgnet.network.worker import Worker
from lgnet.people.models import Person
from lgnet.people.pages.addresses import file_url
from lgnet.society.models import EventText
from lgnet.ui.looks import Link

AFTER = "after"


def is_national(by: Worker) -> bool:
    """Whether the asker sees pseudonyms only."""
    return by.role.db_role == DbRole.NATIONAL


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A month of the indicator."""

    month: Month
    url: str


@dataclass(frozen=True, slots=True)
class PartnerPage:
    """The months of one indicator at a partner, and the samples drawn there."""

    partner: Organisation
    kind: FactKind
    kinds: Sequence[Link]
    rows: Sequence[MonthRow]
    counted: int
    frozen: int
    samples: Sequence[Sample]
    may_order: Verdict
    order_url: str
    back: str


def partner_page(partner: Organisation, *, by: Worker, asked: QueryDict) -> PartnerPage:
    """Two queries."""
    kind = next((kind for kind in FactKind if kind == asked.get("kind")), FactKind.SUPPORTED)
    months = queries.months(partner_id=partner.pk, kind=kind)
    here = reverse("evidence:partner", args=[partner.code])
    return PartnerPage(
        partner=partner,
        kind=kind,
        kinds=[Link(f"{here}?kind={one.value}", one.label, current=one == kind) for one in FactKind],
        rows=[
            MonthRow(
                month,
                reverse("evidence:month", args=[partner.code, kind.value, f"{month.first_day:%Y-%m}"]),
            )
            for month in months
        ],
        counted=sum(month.counted for month in months),
        frozen=sum(month.frozen for month in months),
        samples=list(queries.samples_of(partner.pk)[:10]),
        may_order=policies.order_sample(by),
        order_url=reverse("evidence:order", args=[partner.code]),
        back=reverse("evidence:overview") if is_national(by) else "",
    )


@dataclass(frozen=True, slots=True)
class Mark:
    """Whether one rule is proved: the look of the word and the word."""

    rule: str | Promise
    look: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody who counts, or an event. `name` is empty for the nation."""

    name: str
    code: str
    counted_on: dt.date
    sex: str | Promise
    age_band: str | Promise
    marks: Sequence[Mark]
    url: str


@dataclass(frozen=True, slots=True)
class MonthPage:
    """Who counts from a month on."""

    partner: Organisation
    kind: FactKind
    month: dt.date
    rows: Sequence[PersonRow]
    is_about_somebody: bool
    may_freeze: Verdict
    freeze_url: str
    is_national: bool
    is_first: bool
    next_url: str
    back: str


def month_page(
    partner: Organisation, kind: FactKind, month: dt.date, *, by: Worker, asked: QueryDict
) -> MonthPage:
    """A page by key. Two queries for the nation, four for the partner."""
    place = places.day(asked.get(AFTER, ""))
    found = queries.counted_page(partner_id=partner.pk, kind=kind, month=month, after=place)
    shown = found[:PAGE]
    facts = [row.fact_id for row in shown]
    nation = is_national(by)
    proved: Mapping[uuid.UUID, Mapping[str, object]] = (
        queries.frozen_items(facts) if nation else queries.standing_items(facts, kind=kind)
    )
    names = {} if nation else titles_of(facts) if kind in ABOUT_NOBODY else _full_names(facts)
    rules = rules_of(kind)
    last = shown[-1] if len(found) > PAGE else None
    args = [partner.code, kind.value, f"{month:%Y-%m}"]
    return MonthPage(
        partner=partner,
        kind=kind,
        month=month,
        rows=[
            PersonRow(
                name=names.get(row.fact_id, ""),
                code=row.code,
                counted_on=row.counted_on,
                sex=Sex(row.sex).label,
                age_band=AgeBand(row.age_band).label,
                marks=_marks(rules, proved.get(row.fact_id, {}), nation=nation),
                url=reverse("evidence:fact", args=[row.fact_id]),
            )
            for row in shown
        ],
        is_about_somebody=kind not in ABOUT_NOBODY,
        may_freeze=policies.freeze(by),
        freeze_url=reverse("evidence:freeze", args=args),
        is_national=nation,
        is_first=place is None,
        next_url=f"?{AFTER}={places.written(last.counted_on, last.fact_id)}" if last else "",
        back=reverse("evidence:partner", args=[partner.code]) + f"?kind={kind.value}",
    )


def _full_names(facts: Sequence[uuid.UUID]) -> dict[uuid.UUID, str]:
    return {fact: person.full_name for fact, person in names_of(facts).items()}


def titles_of(facts: Sequence[uuid.UUID]) -> dict[uuid.UUID, str]:
    """What the events and meetings behind facts are called; for the partner alone. Three queries."""
    subjects = dict(CountingFact.objects.filter(pk__in=facts).values_list("pk", "subject__subject_id"))
    texts = EventText.objects.filter(event__in=subjects.values(), language=F("event__language"))
    titles = dict(texts.values_list("event", "title"))
    titles |= dict(Meeting.objects.filter(pk__in=subjects.values()).values_list("pk", "title"))
    return {fact: titles[pk] for fact, pk in subjects.items() if pk in titles}


def names_of(facts: Sequence[uuid.UUID]) -> dict[uuid.UUID, Person]:
    """The people behind facts; for the partner alone. Two queries."""
    subjects = dict(CountingFact.objects.filter(pk__in=facts).values_list("pk", "subject__subject_id"))
    people = {p.pk: p for p in Person.objects.filter(pk__in=subjects.values()).select_related("key")}
    return {fact: people[pk] for fact, pk in subjects.items() if pk in people}


def _marks(rules: Sequence[Rule], proved: Mapping[str, object], *, nation: bool) -> list[Mark]:
    marks = []
    for rule in rules:
        if rule.code in proved:
            marks.append(Mark(rule.name, "done"))
        elif nation:
            marks.append(Mark(rule.name, "waiting"))
        elif rule.is_required:
            marks.append(Mark(rule.name, "missing"))
    return marks


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One rule and the row that proves it. `changed`: it says something else than when it was frozen."""

    rule: Rule
    label: str | Promise
    url: str
    sha256: str
    frozen_at: dt.datetime | None
    is_there: bool
    changed: bool
    changed_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class FactPage:
    """What proves that somebody counts."""

    fact: CountingFact
    kind: str | Promise
    code: str
    name: str
    person_url: str
    items: Sequence[ItemRow]
    is_national: bool
    back: str


def fact_page(fact: CountingFact, *, by: Worker) -> FactPage:
    """The items of one fact: for the partner as they are now beside what was frozen."""
    nation = is_national(by)
    frozen = queries.frozen_items([fact.pk]).get(fact.pk, {})
    standing = {} if nation else queries.standing_items([fact.pk], kind=fact.kind).get(fact.pk, {})
    person = None if nation or fact.kind in ABOUT_NOBODY else names_of([fact.pk]).get(fact.pk)
    title = titles_of([fact.pk]).get(fact.pk, "") if fact.kind in ABOUT_NOBODY and not nation else ""
    rows = [
        _item(rule, standing.get(rule.code), frozen.get(rule.code), person) for rule in rules_of(fact.kind)
    ]
    args = [fact.partner.code, fact.kind, f"{fact.occurred_on:%Y-%m}"]
    return FactPage(
        fact=fact,
        kind=FactKind(fact.kind).label,
        code=queries.short_code(fact.pseudonym, fact.pk),
        name=person.full_name if person else title,
        person_url=file_url(person.pk) if person else "",
        items=rows,
        is_national=nation,
        back=reverse("evidence:month", args=args),
    )


def _item(
    rule: Rule, standing: queries.Standing | None, frozen: queries.Frozen | None, person: Person | None
) -> ItemRow:
    changed = standing is not None and frozen is not None and standing.sha256 != frozen.sha256
    history = (
        queries.changes_since(standing.row_id, frozen.frozen_at) if changed and standing and frozen else []
    )
    label = standing.label if standing else frozen.label if frozen else ""
    return ItemRow(
        rule=rule,
        label=LABELS.get(label, ""),
        url=_url(standing, person) if standing else "",
        sha256=standing.sha256 if standing else frozen.sha256 if frozen else "",
        frozen_at=frozen.frozen_at if frozen else None,
        is_there=bool(standing or frozen),
        changed=changed,
        changed_at=history[0].at if history else None,
    )


_PAGES = {
    "cases.case": "cases:case",
    "outreach.contact": "outreach:contact",
    "society.event": "society:show",
    "meetings.meeting": "meetings:meeting",
}


def _url(standing: queries.Standing, person: Person | None) -> str:
    if standing.label in _PAGES:
        return reverse(_PAGES[standing.label], args=[standing.row_id])
    return file_url(person.pk) if person else ""
