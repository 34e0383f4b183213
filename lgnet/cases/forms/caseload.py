# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Forms of the list of cases, of handing out and of closing."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from lgnet.cases.models import Case, Goal
from lgnet.cases.queries import CaseFilter
from lgnet.cases.texts import SUMMARY
from lgnet.network.models import Colleague

HELPFUL = [
    ("", _("Not asked")),
    ("5", _("5, very helpful")),
    ("4", "4"),
    ("3", "3"),
    ("2", "2"),
    ("1", _("1, not helpful at all")),
]


class CaseFilterForm(forms.Form):
    """Which cases to show. Anything that does not make sense is left out, not refused."""

    stage = forms.ChoiceField(
        label=_("Stage"), required=False, choices=[("", _("All open cases")), *Case.Stage.choices]
    )
    mine = forms.BooleanField(label=_("Only mine"), required=False)
    unassigned = forms.BooleanField(label=_("Without a case manager"), required=False)
    late = forms.BooleanField(label=_("Late only"), required=False)

    def wanted(self, me: UUID) -> CaseFilter:
        """The filter as typed by a colleague."""
        self.is_valid()
        typed = self.cleaned_data
        return CaseFilter(
            mine=me if typed.get("mine") else None,
            unassigned=bool(typed.get("unassigned")),
            late=bool(typed.get("late")),
            stage=typed.get("stage", ""),
        )


class HandOutForm(forms.Form):
    """To whom the chosen cases go; on the page of a case, to whom this one."""

    manager = forms.ChoiceField(label=_("Give the chosen cases to"))

    def __init__(self, *args: Any, colleagues: Iterable[Colleague], label: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.colleagues: Mapping[str, Colleague] = {str(colleague.pk): colleague for colleague in colleagues}
        names = [("", _("Choose")), *((pk, colleague.name) for pk, colleague in self.colleagues.items())]
        self.fields["manager"] = forms.ChoiceField(
            label=label or _("Give the chosen cases to"), choices=names
        )

    def chosen(self) -> Colleague:
        """The colleague who takes them over."""
        return self.colleagues[self.cleaned_data["manager"]]


class CloseForm(forms.Form):
    """How the path ended: reason, each agreed goal, the person's own answer, a note for whoever comes next."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.ChoiceField(
        label=_("Why is the case closed?"), choices=[("", _("Choose")), *Case.Reason.choices]
    )

    def __init__(self, *args: Any, goals: Iterable[Goal], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.goals = {f"goal_{goal.pk}": goal for goal in goals}
        for name, goal in self.goals.items():
            self.fields[name] = forms.ChoiceField(
                label=goal.text or goal.get_domain_display(),
                choices=[choice for choice in Goal.Outcome.choices if choice[0]],
                initial=goal.outcome,
                widget=forms.RadioSelect,
            )
        self.fields["helpfulness"] = forms.TypedChoiceField(
            label=_("Ask the person: was it helpful for your integration?"),
            choices=HELPFUL,
            coerce=int,
            empty_value=None,
            required=False,
            initial="",
            widget=forms.RadioSelect,
        )
        self.fields["note"] = forms.CharField(
            label=_("What whoever meets this person next should know"),
            required=False,
            max_length=SUMMARY,
            widget=forms.Textarea(attrs={"rows": 5}),
        )

    def goal_outcomes(self) -> dict[UUID, str]:
        """The outcome chosen for each goal."""
        return {goal.pk: self.cleaned_data[name] for name, goal in self.goals.items()}
