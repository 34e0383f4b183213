# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Forms of the plan: a goal with its steps, and the person's agreement."""

import datetime as dt
import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lgnet.cases.actions.plan import GoalText, Step
from lgnet.cases.clock import LAST_REVIEW_DAYS
from lgnet.cases.forms.fields import DayField, PastDayField, WrittenField
from lgnet.cases.languages import print_languages
from lgnet.cases.models import Goal, GoalAction
from lgnet.cases.models.assessment import Domain
from lgnet.cases.queries.plan import PlanSheet
from lgnet.cases.texts import GOAL, STEP
from lgnet.core.clock import today

SPARE_STEPS = 3


class StepForm(forms.Form):
    """One step: what, who, by when. Left empty it is taken off."""

    text = forms.CharField(label=_("Step"), required=False, max_length=STEP)
    who = forms.ChoiceField(label=_("Who does it"), choices=GoalAction.Who.choices, required=False)
    due_on = DayField(label=_("By"), required=False)


StepFormSet = forms.formset_factory(StepForm, extra=SPARE_STEPS, max_num=20, absolute_max=20)


class GoalForm(forms.Form):
    """A goal in the person's words, in Italian and, if somebody can write it, in the person's language."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    domain = forms.ChoiceField(label=_("Domain"), choices=[("", _("Choose")), *Domain.choices])
    text = WrittenField(
        label=_("Goal"),
        rows=2,
        max_length=GOAL,
        help_text=_("In the words of the person, something you will both see."),
    )
    text_for_person = WrittenField(
        label=_("The same in the person's language"),
        rows=2,
        required=False,
        max_length=GOAL,
        help_text=_("With the mediator, if there is one: it is printed beside the Italian."),
    )
    due_on = DayField(label=_("By"), required=False)
    blocked_by = forms.TypedChoiceField(
        label=_("Waits for"), required=False, coerce=uuid.UUID, empty_value=None, choices=[]
    )

    def __init__(self, *args: Any, sheet: PlanSheet, goal_id: uuid.UUID, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = [(str(goal.pk), goal.text) for goal in sheet.goals if goal.pk != goal_id]
        field = self.fields["blocked_by"]
        assert isinstance(field, forms.TypedChoiceField)  # noqa: S101 - tells the type checker
        field.choices = [("", _("No other goal")), *others]

    @staticmethod
    def values_of(sheet: PlanSheet, goal: Goal) -> dict[str, object]:
        """What the form shows of a goal."""
        return {
            "seen": sheet.seen_goal(goal),
            "domain": goal.domain,
            "text": goal.text,
            "text_for_person": goal.text_for_person,
            "due_on": goal.due_on,
            "blocked_by": str(goal.blocked_by_id or ""),
        }

    def typed(self, steps: Any) -> GoalText:
        """The goal as typed, with the steps of the set of forms beside it."""
        known = {name: self.cleaned_data[name] for name in ("domain", "text", "text_for_person", "due_on")}
        rows = [form.cleaned_data for form in steps.forms if form.cleaned_data.get("text")]
        done = tuple(Step(row["text"], row["who"] or GoalAction.Who.PERSON, row["due_on"]) for row in rows)
        return GoalText(**known, blocked_by=self.cleaned_data["blocked_by"], steps=done)


def step_values(sheet: PlanSheet, goal: Goal | None) -> list[dict[str, object]]:
    """What the set of forms shows of a goal's steps."""
    rows = sheet.actions_of(goal) if goal else []
    return [{"text": row.text, "who": row.who, "due_on": row.due_on} for row in rows]


class AgreeForm(forms.Form):
    """The person agrees: when, and when you look at it together again."""

    seen = forms.CharField(widget=forms.HiddenInput)
    agreed_on = PastDayField(label=_("Agreed on"))
    review_on = DayField(label=_("Next review"), help_text=_("Within 90 days."))
    language = forms.ChoiceField(label=_("Language of the print"), required=False)

    def __init__(self, *args: Any, seen: str, own_language: str, **kwargs: Any) -> None:
        quarter = today() + dt.timedelta(days=LAST_REVIEW_DAYS)
        start = {"seen": seen, "agreed_on": today(), "review_on": quarter, "language": own_language}
        kwargs["initial"] = start
        super().__init__(*args, **kwargs)
        field = self.fields["language"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - tells the type checker
        field.choices = print_languages(own_language)
