# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The form of one goal of a draft; where a colleague saved meanwhile, both versions."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.forms import Form
from django.utils.translation import gettext as _

from lgnet.cases.models import Goal, Plan
from lgnet.cases.pages.case import Head, head_of
from lgnet.cases.pages.differences import Difference
from lgnet.cases.pages.plan import steps_in_words
from lgnet.cases.queries.plan import PlanSheet


@dataclass(frozen=True)
class GoalPage:
    """The form of one goal with its steps. `differences`: only where a colleague saved meanwhile."""

    head: Head
    plan: Plan
    goal: Goal | None
    form: Form
    steps: Any
    stale: str = ""
    differences: list[Difference] = field(default_factory=list)


def goal_page(
    sheet: PlanSheet,
    goal: Goal | None,
    form: Form,
    steps: Any,
    *,
    stale: str = "",
    both: Sequence[Difference] = (),
) -> GoalPage:
    """The form; `both`: the fields in which the colleague's version differs from what was typed."""
    shown = list(both)
    if stale and goal is not None:
        shown.append(Difference(_("Steps"), steps_in_words(sheet.actions_of(goal)), ""))
    elif stale:
        shown = [Difference(_("Goal"), _("taken off the plan"), "")]
    return GoalPage(head_of(sheet.plan.case), sheet.plan, goal, form, steps, stale, shown)
