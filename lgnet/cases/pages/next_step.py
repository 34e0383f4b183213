# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What to do now in a case: one sentence and one button, so that nobody has to remember the order of things."""

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lgnet.cases.models import Case, NextStep, Plan
from lgnet.core.authz import Verdict
from lgnet.ui.looks import Tone

SOON = dt.timedelta(days=14)


@dataclass(frozen=True)
class NextThing:
    """The card at the top: what, why, and where to go; `url` is empty where there is nothing to press."""

    title: str
    why: str
    url: str = ""
    label: str = ""
    tone: Tone = "info"
    due: dt.date | dt.datetime | None = None


def next_thing(
    case: Case, draft: Plan | None, may_work: Verdict, on: dt.date, *, may_add_outcome: Verdict | None = None
) -> NextThing:
    """The one thing that the path waits for. `may_add_outcome`: of a closed case whose outcome nobody wrote."""
    if case.closed_at is not None:
        return _closed(case, may_add_outcome)
    thing = _by_stage(case, draft, on)
    if thing.url and not may_work:
        return NextThing(thing.title, str(may_work.reason), tone=thing.tone, due=thing.due)
    return thing


def _closed(case: Case, may_add_outcome: Verdict | None) -> NextThing:
    title = _("This case is closed")
    if may_add_outcome is None:
        return NextThing(title, _("If the person is back, open a new episode."), tone="neutral")
    why = _("Its outcome is not written: say where the person stood at the end.")
    if not may_add_outcome:
        return NextThing(title, f"{why} {may_add_outcome.reason}", tone="warn")
    return NextThing(title, why, reverse("cases:outcome", args=[case.pk]), _("Write the outcome"), "warn")


def _by_stage(case: Case, draft: Plan | None, on: dt.date) -> NextThing:
    stage = Case.Stage(case.stage)
    if stage == Case.Stage.TAKEN:
        return NextThing(
            _("Assess where the person stands"),
            _("Eight domains, one choice each: what you do not know, you say why."),
            reverse("cases:assess", args=[case.pk]),
            _("Begin the assessment"),
            due=case.intake.due_at,
        )
    plan_url = reverse("cases:plan", args=[case.pk])
    if draft is not None:
        return NextThing(
            _("Agree the plan with the person"),
            _("Version %(n)s is still a draft: read it together, then write down the day.")
            % {"n": draft.version},
            plan_url,
            _("Open the draft"),
            due=case.intake.due_at,
        )
    if stage == Case.Stage.ASSESSED:
        return NextThing(
            _("Write the plan together"),
            _("A few goals in the person's words; for each, who does what by when."),
            plan_url,
            _("Begin the plan"),
            due=case.intake.due_at,
        )
    return _running(case, on)


def _running(case: Case, on: dt.date) -> NextThing:
    due = case.review_due_on
    if due is not None and due - on <= SOON:
        late = due < on
        return NextThing(
            _("Review the plan together"),
            _("The review is late.") if late else _("The review is near."),
            reverse("cases:review", args=[case.pk]),
            _("Begin the review"),
            "bad" if late else "warn",
            due,
        )
    if case.intake.next_step == NextStep.FIRST_SERVICE:
        return NextThing(
            _("Give the first service"),
            _("The plan is agreed: record the first thing you do, the clock is running."),
            "#deliver",
            _("Record it"),
            "warn",
            case.intake.due_at,
        )
    day = date_format(due, "DATE_FORMAT") if due else ""
    return NextThing(
        _("Go on with the plan"), _("Next review: %(day)s.") % {"day": day} if day else "", tone="good"
    )
