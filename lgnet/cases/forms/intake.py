# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Forms of the queue, the screening and the taking in charge."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from lgnet.cases import eligibility, needs
from lgnet.cases.models import CaseMember, Intake, NextStep, Urgency
from lgnet.cases.queries import QueueFilter
from lgnet.cases.texts import SUMMARY
from lgnet.core.ids import new_id
from lgnet.network.models import ActionLine, Colleague

URGENCIES = [
    (Urgency.NONE, _("Ordinary: can wait for the next appointments")),
    (Urgency.LOW, _("Soon: within days")),
    (Urgency.HIGH, _("Urgent: today or tomorrow")),
    (Urgency.IMMEDIATE, _("At once: danger, a child alone, no shelter with children, a health emergency")),
]


class QueueFilterForm(forms.Form):
    """What of the queue to show. Anything that does not make sense is left out, not refused."""

    step = forms.ChoiceField(
        label=_("Waits for"),
        required=False,
        choices=[("", _("Any step")), *(choice for choice in NextStep.choices if choice[0])],
    )
    urgent = forms.BooleanField(label=_("Urgent only"), required=False)
    late = forms.BooleanField(label=_("Late only"), required=False)
    interpreter = forms.BooleanField(label=_("Needs an interpreter"), required=False)

    def wanted(self) -> QueueFilter:
        """The filter as typed."""
        self.is_valid()
        return QueueFilter(**self.cleaned_data)


class ScreenForm(forms.Form):
    """The screening: short enough to be done while talking."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    urgency = forms.TypedChoiceField(
        label=_("How urgent is it?"), choices=URGENCIES, coerce=int, widget=forms.RadioSelect
    )
    needs_protection_now = forms.BooleanField(
        label=_("Needs protection now"),
        required=False,
        help_text=_(
            "Violence, trafficking, a minor alone: call the emergency services first, write afterwards."
        ),
    )
    needs = forms.MultipleChoiceField(
        label=_("What is needed?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    eligibility = forms.ChoiceField(
        label=_("Can the project take this person in charge?"),
        choices=Intake.Eligibility.choices,
        widget=forms.RadioSelect,
    )
    eligibility_note = forms.CharField(
        label=_("Why"),
        required=False,
        max_length=SUMMARY,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "Needed when it is to be checked, or when you decide differently from what the papers suggest."
        ),
    )
    outcome = forms.ChoiceField(
        label=_("How does the screening end?"),
        choices=[choice for choice in Intake.Outcome.choices if choice[0]],
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, suggested: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.suggested = suggested
        areas = self.fields["needs"]
        assert isinstance(areas, forms.MultipleChoiceField)  # noqa: S101 - tells the type checker
        areas.choices = needs.need_choices()

    @staticmethod
    def values_of(intake: Intake, *, special: bool) -> dict[str, object]:
        """What the form shows of an intake. `special`: the reader may see special data."""
        return {
            "version": intake.version,
            "urgency": intake.urgency,
            "needs_protection_now": intake.needs_protection_now,
            "needs": needs.readable(intake.needs, special=special),
            "eligibility": intake.eligibility,
            "eligibility_note": intake.eligibility_note,
            "outcome": intake.outcome,
        }

    def clean(self) -> dict[str, Any]:
        """The two rules that join fields, told at the field where the correction is made."""
        typed: dict[str, Any] = self.cleaned_data
        decided, outcome = typed.get("eligibility", ""), typed.get("outcome", "")
        if (
            decided
            and outcome
            and (against := eligibility.contradiction(eligibility=decided, outcome=outcome))
        ):
            self.add_error("outcome", str(against))
        if decided and eligibility.needs_note(decided, self.suggested) and not typed.get("eligibility_note"):
            self.add_error("eligibility_note", _("Write why, in a few words."))
        return typed


class TakeForm(forms.Form):
    """Who answers for the case, who works on it, along which lines."""

    case_id = forms.UUIDField(widget=forms.HiddenInput)
    manager = forms.ChoiceField(label=_("Case manager"))
    lines = forms.MultipleChoiceField(label=_("Action lines"), widget=forms.CheckboxSelectMultiple)

    def __init__(
        self, *args: Any, colleagues: Iterable[Colleague], lines: Sequence[str], me: UUID, **kwargs: Any
    ) -> None:
        self.colleagues: Mapping[str, Colleague] = {str(colleague.pk): colleague for colleague in colleagues}
        mine = str(me) if str(me) in self.colleagues else ""
        kwargs.setdefault(
            "initial", {"case_id": new_id(), "manager": mine, "lines": lines if len(lines) == 1 else []}
        )
        super().__init__(*args, **kwargs)
        names = [("", _("Choose")), *((pk, colleague.name) for pk, colleague in self.colleagues.items())]
        self.fields["manager"] = forms.ChoiceField(label=_("Case manager"), choices=names)
        self.fields["lines"] = forms.MultipleChoiceField(
            label=_("Action lines"),
            choices=[choice for choice in ActionLine.choices if not lines or choice[0] in lines],
            widget=forms.CheckboxSelectMultiple,
        )
        nobody = [("", _("Nobody yet")), *names[1:]]
        for part in CaseMember.Part:
            if part != CaseMember.Part.MANAGER:
                self.fields[f"part_{part}"] = forms.ChoiceField(
                    label=part.label, choices=nobody, required=False
                )

    def manager_chosen(self) -> Colleague:
        """The colleague who answers for the case."""
        return self.colleagues[self.cleaned_data["manager"]]

    def team(self) -> list[tuple[Colleague, str]]:
        """The colleagues chosen beside the manager, each with their part."""
        parts = (
            (name.removeprefix("part_"), pk)
            for name, pk in self.cleaned_data.items()
            if name.startswith("part_")
        )
        return [(self.colleagues[pk], part) for part, pk in parts if pk]

    @property
    def part_fields(self) -> list[forms.BoundField]:
        """The fields of the team, for the template."""
        return [self[name] for name in self.fields if name.startswith("part_")]
