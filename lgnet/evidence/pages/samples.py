# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A sample: how it was drawn, who was drawn, what was found; and its pack on paper."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.forms import Form
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise

from lgnet.core.authz import Verdict
from lgnet.core.clock import ROME
from lgnet.counting.models import AgeBand, FactKind, Sex
from lgnet.evidence import policies, queries
from lgnet.evidence.models import Finding, Sample
from lgnet.evidence.pages.partner import is_national, names_of
from lgnet.evidence.paper import PackItem, PackPaper, PackPerson
from lgnet.evidence.queries import Drawn, Frozen, Result
from lgnet.evidence.rules import LABELS, RULES, Rule, rules_of
from lgnet.network.models import Organisation
from lgnet.network.worker import Worker
from lgnet.people.models import Person

OUTCOME_LOOKS = {"found": "done", "missing": "missing", "irregular": "refused", "": "waiting"}


@dataclass(frozen=True, slots=True)
class OrderPage:
    """Ordering a sample of a partner."""

    partner: Organisation
    form: Form
    back: str


def order_page(partner: Organisation, form: Form) -> OrderPage:
    """The form of the order."""
    return OrderPage(partner, form, reverse("evidence:partner", args=[partner.code]))


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """Somebody drawn: named for the partner alone, with what was found so far."""

    position: int
    name: str
    code: str
    counted_on: dt.date
    marks: Sequence[tuple[str | Promise, str, str | Promise]]
    is_checked: bool
    url: str


@dataclass(frozen=True, slots=True)
class SamplePage:
    """A sample with its result."""

    sample: Sample
    kind: str | Promise
    rows: Sequence[DrawnRow]
    result: Result
    outcomes: Sequence[tuple[str | Promise, str, int]]
    pack_url: str
    close: Verdict
    close_url: str
    is_national: bool
    back: str


def sample_page(sample: Sample, *, by: Worker) -> SamplePage:
    """Three queries for the nation, five for the partner; however many were drawn."""
    nation = is_national(by)
    people = queries.drawn(sample)
    found = queries.findings_of(sample)
    names = {} if nation else names_of([row.counted.fact_id for row in people])
    result = queries.results(sample)
    return SamplePage(
        sample=sample,
        kind=FactKind(sample.kind).label,
        rows=[_row(row, names, found.get(row.pk, {}), sample, nation=nation) for row in people],
        result=result,
        outcomes=[
            (outcome.label, OUTCOME_LOOKS[outcome.value], result.by_outcome[outcome.value])
            for outcome in Finding.Outcome
        ],
        pack_url="" if nation else reverse("evidence:pack", args=[sample.pk]),
        close=policies.close_sample(by, sample, is_complete=result.is_complete),
        close_url=reverse("evidence:close", args=[sample.pk]),
        is_national=nation,
        back=reverse("evidence:partner", args=[sample.partner.code]),
    )


def _row(
    row: Drawn, names: Mapping[UUID, Person], found: Mapping[str, str], sample: Sample, *, nation: bool
) -> DrawnRow:
    person = names.get(row.counted.fact_id)
    labels = dict(Finding.Outcome.choices)
    return DrawnRow(
        position=row.position,
        name=person.full_name if person else "",
        code=row.counted.code,
        counted_on=row.counted.counted_on,
        marks=[
            (RULES[rule].name, OUTCOME_LOOKS[outcome], labels[outcome]) for rule, outcome in found.items()
        ],
        is_checked=bool(found),
        url="" if nation else reverse("evidence:check", args=[sample.pk, row.pk]),
    )


@dataclass(frozen=True, slots=True)
class CheckPage:
    """Looking at the papers of one person drawn."""

    sample: Sample
    row: Drawn
    name: str
    fact_url: str
    form: Form
    back: str


def check_page(sample: Sample, row: Drawn, form: Form) -> CheckPage:
    """One person of the sample."""
    person = names_of([row.counted.fact_id]).get(row.counted.fact_id)
    return CheckPage(
        sample=sample,
        row=row,
        name=person.full_name if person else row.counted.code,
        fact_url=reverse("evidence:fact", args=[row.counted.fact_id]),
        form=form,
        back=reverse("evidence:sample", args=[sample.pk]),
    )


def pack(sample: Sample) -> PackPaper:
    """The sample on paper: a cover, then a page for each person with boxes to tick."""
    people = queries.drawn(sample)
    facts = [row.counted.fact_id for row in people]
    names, items = names_of(facts), queries.frozen_items(facts)
    return PackPaper(
        issuer=sample.partner.name,
        kind=str(FactKind(sample.kind).label),
        until=sample.until,
        seed=sample.seed,
        confidence=sample.confidence,
        tolerable=sample.tolerable,
        population=sample.population,
        population_sha256=sample.population_sha256,
        size=sample.size,
        ordered_on=sample.ordered_at.astimezone(ROME).date(),
        ordered_by=sample.ordered_by.name,
        code=str(sample.pk)[-12:].upper(),
        people=tuple(
            _on_paper(row, names, items.get(row.counted.fact_id, {}), sample.kind) for row in people
        ),
    )


def _on_paper(row: Drawn, names: Mapping[UUID, Person], items: Mapping[str, Frozen], kind: str) -> PackPerson:
    who = row.counted
    return PackPerson(
        position=row.position,
        name=names[who.fact_id].full_name if who.fact_id in names else who.code,
        code=who.code,
        counted_on=who.counted_on,
        sex=str(Sex(who.sex).label),
        age_band=str(AgeBand(who.age_band).label),
        items=tuple(_item_on_paper(rule, items.get(rule.code)) for rule in rules_of(kind)),
    )


def _item_on_paper(rule: Rule, found: Frozen | None) -> PackItem:
    name, asks = str(rule.name), str(rule.asks)
    if found is None:
        return PackItem(name, asks, "", "", "")
    moment = date_format(found.frozen_at.astimezone(ROME), "SHORT_DATETIME_FORMAT")
    return PackItem(name, asks, str(LABELS[found.label]), found.sha256, moment)
