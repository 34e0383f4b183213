# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page of a case: who it is, what to do now, what happened, where it should lead. Queries are counted by a test."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import Form
from django.utils.translation import get_language, gettext_lazy

from lgnet.cases import policies
from lgnet.cases.code_lists import vulnerability_categories
from lgnet.cases.models import Assessment, Case, CaseMember, Plan, Score, Urgency, Vulnerability
from lgnet.cases.pages.diary import Timeline, timeline
from lgnet.cases.pages.intake import URGENCY_LOOKS
from lgnet.cases.pages.next_step import NextThing, next_thing
from lgnet.cases.pages.outcomes import OutcomeRow, assessments_in, outcome_rows
from lgnet.cases.pages.who import Who, who
from lgnet.cases.queries import diary
from lgnet.cases.queries.plan import GoalLine, goal_lines
from lgnet.cases.queries.support import standing_fact
from lgnet.cases.queries.team import team_of
from lgnet.cases.queries.usual import CHIPS, USUAL, UsualType, usual_types
from lgnet.core import places
from lgnet.core.authz import Verdict
from lgnet.core.clock import today
from lgnet.core.ids import new_id
from lgnet.network.models import ActionLine
from lgnet.network.worker import Worker
from lgnet.people.models import StayStatus
from lgnet.ui.looks import Stage

STAGES = (
    (Case.Stage.TAKEN, gettext_lazy("Taken in charge")),
    (Case.Stage.ASSESSED, gettext_lazy("Assessed")),
    (Case.Stage.PLANNED, gettext_lazy("Plan agreed")),
    (Case.Stage.RUNNING, gettext_lazy("Under way")),
    (Case.Stage.CLOSED, gettext_lazy("Closed")),
)


@dataclass(frozen=True)
class Head:
    """The header that stays in sight."""

    case: Case
    who: Who
    urgency_look: str
    team: list[CaseMember]
    stay: StayStatus | None


@dataclass(frozen=True)
class Deliver:
    """The five seconds: types as buttons, minutes as chips."""

    may: Verdict
    usual: list[UsualType]
    chips: tuple[int, ...]
    chosen: int
    form_id: str


@dataclass(frozen=True)
class May:
    """What the worker may do here: the verdicts that draw the buttons."""

    work: Verdict
    note: Verdict
    assess: Verdict
    plan: Verdict
    review: Verdict
    vulnerabilities: Verdict
    close: Verdict
    assign: Verdict
    reopen: Verdict
    team: Verdict


@dataclass(frozen=True)
class CasePage:
    """Everything on the page of a case."""

    head: Head
    stages: list[Stage]
    next: NextThing
    may: May
    note_form: Form
    hand_out: Form | None
    deliver: Deliver
    timeline: Timeline
    plan: Plan | None
    draft: Plan | None
    goals: list[GoalLine]
    outcomes: list[OutcomeRow]
    assessed_on: dt.date | None
    vulnerabilities: list[tuple[str, Vulnerability]]
    supported_on: dt.date | None

    @property
    def case(self) -> Case:
        """The case itself."""
        return self.head.case

    @property
    def lines(self) -> list[str]:
        """The action lines by name."""
        return [str(ActionLine(line).label) for line in self.case.lines]


def head_of(case: Case) -> Head:
    """Initials, code, age, language, urgency, team and the document of stay. Two queries."""
    stay = StayStatus.objects.filter(person=case.person_id, is_current=True).select_related("status").first()
    look = URGENCY_LOOKS[Urgency(case.urgency)] if case.urgency else ""
    return Head(case, who(case.person, today()), look, team_of(case), stay)


def stages_of(case: Case, scores: Sequence[Score], plans: Sequence[Plan]) -> list[Stage]:
    """The path as a stepper; a stage that was skipped by an early closure stays to do."""
    order = [stage for stage, _label in STAGES]
    reached = order.index(Case.Stage(case.stage))
    if case.closed_at is not None:
        reached = _last_before_closing(scores, plans)
    steps: list[Stage] = []
    for position, (stage, label) in enumerate(STAGES):
        if stage == case.stage:
            steps.append(Stage(label, "current"))
        else:
            steps.append(Stage(label, "done" if position <= reached else "todo"))
    return steps


def _last_before_closing(scores: Sequence[Score], plans: Sequence[Plan]) -> int:
    if any(plan.agreed_on for plan in plans):
        return 3
    return 1 if scores else 0


def _may(by: Worker, case: Case) -> May:
    return May(
        work=policies.work_on(by, case),
        note=policies.write_note(by, case),
        assess=policies.assess(by, case),
        plan=policies.draft_plan(by, case),
        review=policies.review(by, case),
        vulnerabilities=policies.note_vulnerability(by, case),
        close=policies.close(by, case),
        assign=policies.assign(by, case),
        reopen=policies.reopen(by, case),
        team=policies.join_team(by, case),
    )


def case_page(
    by: Worker,
    case: Case,
    note_form: Form,
    *,
    hand_out: Form | None = None,
    before: places.Moment | None = None,
) -> CasePage:
    """The page for a worker. `before`: the place in the timeline to go on from."""
    head, scores, plans = head_of(case), diary.scores_of(case), diary.plans_of(case)
    draft = next((plan for plan in plans if plan.status == Plan.Status.DRAFT), None)
    agreed = next((plan for plan in plans if plan.status == Plan.Status.AGREED), None)
    made, may = assessments_in(scores), _may(by, case)
    fact = standing_fact(case.person_id)
    shown = agreed or draft
    return CasePage(
        head=head,
        stages=stages_of(case, scores, plans),
        next=next_thing(case, draft, may.work, today(), may_add_outcome=_outcome(by, case, made)),
        may=may,
        note_form=note_form,
        hand_out=hand_out if may.assign else None,
        deliver=Deliver(policies.deliver(by, case), usual_types(by.user.pk), CHIPS, USUAL, str(new_id())),
        timeline=timeline(by, case, made, plans, before),
        plan=agreed,
        draft=draft,
        goals=goal_lines(shown) if shown else [],
        outcomes=outcome_rows(scores),
        assessed_on=made[0].assessed_on if made else None,
        vulnerabilities=_vulnerabilities(by, case),
        supported_on=fact.occurred_on if fact else None,
    )


def _outcome(by: Worker, case: Case, made: Sequence[Assessment]) -> Verdict | None:
    """Whether the worker may write the outcome of a closed case; None where the case is open or it is written."""
    if case.closed_at is None or any(each.moment == Assessment.Moment.EXIT for each in made):
        return None
    return policies.add_outcome(by, case)


def _vulnerabilities(by: Worker, case: Case) -> list[tuple[str, Vulnerability]]:
    if not policies.read_restricted(by, case):
        return []
    names = {row.code: row.label(get_language() or "it") for row in vulnerability_categories()}
    return [(names.get(row.category, row.category), row) for row in diary.vulnerabilities_of(case)]
