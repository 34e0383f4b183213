# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""An adoption: its steps, its result, and the indicator before and after, shown with care."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.forms import Form
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lgnet.core.authz import Verdict
from lgnet.core.clock import now, today
from lgnet.direction import queries as direction
from lgnet.direction.indicators import INDICATORS, find
from lgnet.directives.words import Block, blocks
from lgnet.network.worker import Worker
from lgnet.practices import policies, protecting, queries
from lgnet.practices.models import Adoption, AdoptionStep, Card, Feedback
from lgnet.practices.protecting import Compared
from lgnet.ui.charts import Bars, Chart, Series

LOOKS = {
    Adoption.Outcome.OPEN: "active",
    Adoption.Outcome.WORKED: "done",
    Adoption.Outcome.PARTLY: "medium",
    Adoption.Outcome.FAILED: "refused",
    Adoption.Outcome.STOPPED: "suspended",
}


@dataclass(frozen=True, slots=True)
class Step:
    """A step with the form that changes it."""

    step: AdoptionStep
    form: Form | None
    is_late: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Before and after with what one must know to read it; sums are None where they are hidden."""

    chart: Chart
    before: int | None
    after: int | None
    months: int
    is_frozen: bool
    version: str


@dataclass(frozen=True, slots=True)
class AdoptionPage:
    """Everything the page shows."""

    adoption: Adoption
    is_own: bool
    look: str
    steps: Sequence[Step]
    done: int
    comparison: Comparison | None
    awaits_comparison: bool
    indicator: str
    result: Sequence[Block]
    changed: Sequence[Block]
    feedback: Feedback | None
    may_work: Verdict
    may_end: Verdict
    step_form: Form | None


def adoption_page(
    by: Worker, adoption: Adoption, *, form_of: Callable[[AdoptionStep | None], Form | None]
) -> AdoptionPage:
    """At most six queries. `form_of` makes the form of a step, or of a new one; None where nothing is to be changed."""
    may_work, is_own = policies.work_on(by, adoption), adoption.partner_id == by.partner_id
    steps = list(adoption.steps.select_related("owner", "done_by")) if is_own else []
    found = comparison(adoption, is_own=is_own)
    definition = find(adoption.indicator) if adoption.indicator else None
    return AdoptionPage(
        adoption=adoption,
        is_own=is_own,
        look=LOOKS[Adoption.Outcome(adoption.outcome)],
        steps=[Step(one, form_of(one), _is_late(one)) for one in steps],
        done=sum(one.done_at is not None for one in steps),
        comparison=found,
        awaits_comparison=bool(adoption.indicator) and found is None,
        indicator=str(definition.name) if definition else "",
        result=blocks(adoption.result),
        changed=blocks(adoption.changed),
        feedback=Feedback.objects.filter(adoption=adoption).first()
        if _may_read_feedback(by, adoption)
        else None,
        may_work=may_work,
        may_end=policies.end(by, adoption),
        step_form=form_of(None),
    )


def _may_read_feedback(by: Worker, adoption: Adoption) -> bool:
    return by.partner_id in {adoption.partner_id, adoption.author_id}


def _is_late(step: AdoptionStep) -> bool:
    return step.done_at is None and step.due_on is not None and step.due_on < today()


def comparison(adoption: Adoption, *, is_own: bool) -> Comparison | None:
    """What was frozen at the end; until then only the partner itself looks at its own running figures."""
    definition = INDICATORS.get(adoption.indicator)
    if definition is None:
        return None
    if adoption.compared_at is not None:
        rows = list(adoption.months.all())
        months: Mapping[dt.date, int | None] = {row.month: row.value for row in rows}
        first = next(row.month for row in rows if row.is_after)
        found: Compared | None = Compared(months, first, adoption.before, adoption.after)
    elif is_own and adoption.is_open:
        by_month = direction.figures(adoption.partner_id, [definition])[definition.code].by_month()
        found = protecting.compared(by_month, started_on=adoption.started_on, until=today(), is_own=True)
    else:
        return None
    if found is None:
        return None
    version = f"{definition.code} v{adoption.definition_version}"
    return Comparison(
        _chart(adoption, found, str(definition.name), str(definition.unit), version), found.before, found.after,
        len(found.months) // 2, adoption.compared_at is not None, version,
    )  # fmt: skip


def _chart(adoption: Adoption, found: Compared, name: str, unit: str, version: str) -> Chart:
    months = sorted(found.months)
    sides = {True: _("after"), False: _("before")}
    return Chart(
        name="before-after",
        title=_("%(indicator)s, month by month") % {"indicator": name},
        drawing=Bars(
            categories=[
                f"{date_format(month, 'M Y')} ({sides[month >= found.first_after]})" for month in months
            ],
            series=[Series(name, [found.months[month] for month in months])],
            label=_("Month"),
        ),
        as_of=adoption.compared_at or now(),
        unit=unit,
        note=_("Counted by the definition %(version)s. The month in which it began is on neither side.")
        % {"version": version},
        missing=_("hidden"),
    )


@dataclass(frozen=True, slots=True)
class AdoptPage:
    """The form that begins an adoption."""

    card: Card
    form: Form
    may_adopt: Verdict


def adopt_page(by: Worker, card: Card, form: Form) -> AdoptPage:
    """One query."""
    is_under_way = queries.is_under_way(by, card.practice_id)
    return AdoptPage(card, form, policies.adopt(by, card, is_under_way=is_under_way))


@dataclass(frozen=True, slots=True)
class EndPage:
    """The form that ends an adoption."""

    adoption: Adoption
    form: Form


@dataclass(frozen=True, slots=True)
class AdoptionsPage:
    """What one's partner takes up; for the nation, what all of them do."""

    adoptions: Sequence[Adoption]
    is_nation: bool


def adoptions_page(by: Worker) -> AdoptionsPage:
    """One query."""
    nation = policies.is_nation(by)
    rows = queries.adoptions_everywhere() if nation else queries.adoptions_by(by)
    return AdoptionsPage(list(rows[: queries.PAGE * 5]), nation)
