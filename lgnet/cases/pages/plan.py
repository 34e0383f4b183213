# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The plan as it is shown: the draft to edit or the plan in force, a goal's form, two versions side by side."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from django.forms import Form
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lgnet.cases import policies
from lgnet.cases.languages import print_languages
from lgnet.cases.models import Case, Goal, GoalAction, Plan
from lgnet.cases.pages.case import Head, head_of
from lgnet.cases.paper import PlanAction, PlanGoal, PlanPaper, TeamMember, Words
from lgnet.cases.queries import diary
from lgnet.cases.queries.plan import PlanSheet, sheet_of
from lgnet.cases.queries.team import team_of
from lgnet.core.authz import Verdict
from lgnet.core.clock import today
from lgnet.core.ids import new_id
from lgnet.counting.actions import age_band
from lgnet.counting.models import AgeBand
from lgnet.network.worker import Worker
from lgnet.people.models import Guardian


@dataclass(frozen=True)
class GoalCard:
    """A goal with its steps and the goal it waits for."""

    goal: Goal
    steps: list[GoalAction]
    waits_for: Goal | None
    seen: str


@dataclass(frozen=True)
class PlanPage:
    """One version of the plan. `agree_form`: for a draft only."""

    head: Head
    sheet: PlanSheet | None
    cards: list[GoalCard]
    versions: list[Plan]
    may_draft: Verdict
    may_edit: Verdict
    may_tick: Verdict
    agree_form: Form | None
    languages: list[tuple[str, str]]
    fresh_goal: uuid.UUID
    stale: str = ""

    @property
    def case(self) -> Case:
        """The case of the plan."""
        return self.head.case

    @property
    def plan(self) -> Plan | None:
        """The version that is shown."""
        return self.sheet.plan if self.sheet else None


def plan_page(
    by: Worker,
    case: Case,
    fresh_form: Callable[[PlanSheet], Form],
    *,
    shown: uuid.UUID | None = None,
    form: Form | None = None,
    stale: str = "",
) -> PlanPage:
    """The version asked for, or else the draft, or else the plan in force. `fresh_form`: of the agreement."""
    versions = diary.plans_of(case)
    open_ones = [plan for plan in versions if plan.status != Plan.Status.SUPERSEDED]
    wanted = [plan for plan in versions if plan.pk == shown] or open_ones
    plan = wanted[0] if wanted else None
    sheet = sheet_of(plan) if plan else None
    own = case.person.languages[0] if case.person.languages else ""
    is_draft = plan is not None and plan.status == Plan.Status.DRAFT
    if form is None and sheet is not None and is_draft:
        form = fresh_form(sheet)
    nothing = policies.draft_plan(by, case)
    return PlanPage(
        head=head_of(case),
        sheet=sheet,
        cards=[_card(sheet, goal) for goal in sheet.goals] if sheet else [],
        versions=versions,
        may_draft=nothing,
        may_edit=policies.save_goal(by, plan) if plan else nothing,
        may_tick=policies.complete_action(by, plan) if plan else nothing,
        agree_form=form if is_draft else None,
        languages=print_languages(plan.language if plan and plan.language else own),
        fresh_goal=new_id(),
        stale=stale,
    )


def _card(sheet: PlanSheet, goal: Goal) -> GoalCard:
    waits_for = sheet.find(goal.blocked_by_id) if goal.blocked_by_id else None
    return GoalCard(goal, sheet.actions_of(goal), waits_for, sheet.seen_goal(goal))


def steps_in_words(steps: list[GoalAction]) -> str:
    """The steps of a goal on one line each, for the comparison of two versions."""
    lines = []
    for step in steps:
        day = f" ({date_format(step.due_on, 'SHORT_DATE_FORMAT')})" if step.due_on else ""
        lines.append(f"{step.text} · {step.get_who_display()}{day}")
    return "; ".join(lines) or _("nothing")


def paper_of(by: Worker, sheet: PlanSheet) -> PlanPaper:
    """The plan as the paper wants it: everything that we say ourselves in Italian, whatever the interface speaks."""
    plan, case = sheet.plan, sheet.plan.case
    minor = age_band(case.person.birth_date, today()) == AgeBand.UNDER_18
    with translation.override("it"):
        team = [member for member in team_of(case) if member.user_id != case.manager_id]
        return PlanPaper(
            issuer=by.organisation.name,
            person=case.person.full_name,
            code=case.code,
            version=plan.version,
            case_manager=case.manager.name if case.manager else "",
            team=tuple(TeamMember(m.user.name, m.part) for m in team),
            agreed_on=plan.agreed_on,
            review_on=plan.review_on,
            goals=tuple(_paper_goal(sheet, goal) for goal in sheet.goals),
            is_minor=minor,
            guardian=_guardian_of(case) if minor else "",
        )


def _guardian_of(case: Case) -> str:
    guardian = Guardian.objects.filter(person=case.person_id, until_on=None).order_by("-recorded_at").first()
    if guardian is None:
        return ""
    guardian.person = case.person  # its key is at hand
    return guardian.name


_WHO: dict[str, Literal["person", "worker", "team", "outside"]] = {
    "person": "person",
    "worker": "worker",
    "team": "team",
    "outside": "outside",
}


def _paper_goal(sheet: PlanSheet, goal: Goal) -> PlanGoal:
    steps = sheet.actions_of(goal)
    return PlanGoal(
        text=Words(goal.text, goal.text_for_person),
        area=goal.domain,
        by=goal.due_on,
        actions=tuple(PlanAction(Words(step.text), _WHO[step.who], by=step.due_on) for step in steps),
    )
