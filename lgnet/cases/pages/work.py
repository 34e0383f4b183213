# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The form of an intervention, the review, and the sentence that says whether the person counts."""

from dataclasses import dataclass

from django.forms import BoundField, Form
from django.utils.translation import gettext as _

from lgnet.cases.counted import judge
from lgnet.cases.models import Case, Goal, GoalAction, Intake, Intervention
from lgnet.cases.pages.case import Head, head_of
from lgnet.cases.queries.plan import PlanSheet
from lgnet.cases.queries.support import standing_fact, stay_on


@dataclass(frozen=True)
class DeliverPage:
    """The whole form of an intervention."""

    head: Head
    form: Form


@dataclass(frozen=True)
class GoalProgress:
    """A goal of the plan with its steps and the field that says where it stands."""

    goal: Goal
    steps: list[GoalAction]
    field: BoundField


@dataclass(frozen=True)
class ReviewPage:
    """The plan in force, goal by goal."""

    head: Head
    form: Form
    goals: list[GoalProgress]


def deliver_page(case: Case, form: Form) -> DeliverPage:
    """The form for a case."""
    return DeliverPage(head_of(case), form)


def review_page(case: Case, form: Form, sheet: PlanSheet | None) -> ReviewPage:
    """The form of the review with the steps of each goal."""
    goals = []
    if sheet is not None:
        goals = [GoalProgress(g, sheet.actions_of(g), form[f"goal_{g.pk}"]) for g in sheet.goals]
    return ReviewPage(head_of(case), form, goals)


def what_it_counts(row: Intervention) -> str:
    """One sentence: with this the person counts, counted already, or why not (rules CNT-5 to CNT-7)."""
    case = row.case
    fact = standing_fact(case.person_id)
    if fact is not None and fact.subject.evidence != f"cases.intervention:{row.pk}":
        return _("The person counts already as a participant supported (O.2.3).")
    intake = Intake.objects.get(pk=case.intake_id)
    return str(judge(row, intake, stay_on(case.person_id, row.delivered_on)).why)
