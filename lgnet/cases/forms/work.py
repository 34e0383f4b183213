# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Forms of the daily work: the five seconds of an intervention, the note, the review."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from lgnet.cases.clock import LAST_REVIEW_DAYS
from lgnet.cases.forms.fields import DayField, PastDayField, WrittenField
from lgnet.cases.models import Goal, Intervention, Note
from lgnet.cases.queries.usual import CHIPS, USUAL
from lgnet.cases.texts import NOTE, SUMMARY
from lgnet.catalogue.models import InterventionType
from lgnet.core.clock import today
from lgnet.core.ids import new_id


class QuickForm(forms.Form):
    """What one tap sends: the type is the button, the minutes are the chip, the day is today."""

    intervention_id = forms.UUIDField(widget=forms.HiddenInput)
    type = forms.CharField(max_length=8)
    minutes = forms.TypedChoiceField(coerce=int, choices=[(n, n) for n in CHIPS])


class DeliverForm(forms.Form):
    """Everything that can be said of an intervention; only the type has to be chosen."""

    intervention_id = forms.UUIDField(widget=forms.HiddenInput)
    type = forms.ChoiceField(label=_("What was done"))
    delivered_on = PastDayField(label=_("Day"))
    minutes = forms.IntegerField(label=_("Minutes"), required=False, min_value=1, max_value=1440)
    result = forms.ChoiceField(label=_("How it went"), choices=Intervention.Result.choices)
    cost = forms.DecimalField(
        label=_("Amount in euros"),
        required=False,
        min_value=Decimal(0),
        max_value=Decimal(100_000),
        decimal_places=2,
        help_text=_("Only for contributions in money."),
    )
    note = WrittenField(label=_("Note"), rows=2, required=False, max_length=SUMMARY)

    def __init__(self, *args: Any, kinds: Iterable[InterventionType], **kwargs: Any) -> None:
        start = {
            "intervention_id": new_id(),
            "delivered_on": today(),
            "minutes": USUAL,
            "result": Intervention.Result.DONE,
        }
        kwargs["initial"] = start
        super().__init__(*args, **kwargs)
        self.kinds = {kind.code: kind for kind in kinds}
        names = [(code, str(kind)) for code, kind in self.kinds.items()]
        self.fields["type"] = forms.ChoiceField(label=_("What was done"), choices=[("", _("Choose")), *names])
        self.order_fields(["intervention_id", "type"])

    def clean(self) -> dict[str, Any]:
        """Money belongs to contributions; told at the field where it was typed."""
        kind = self.kinds.get(self.cleaned_data.get("type", ""))
        if kind and self.cleaned_data.get("cost") and not kind.is_monetary:
            self.add_error("cost", _("This type of intervention is not a contribution in money."))
        return self.cleaned_data

    def values(self) -> dict[str, Any]:
        """The arguments of `deliver`."""
        typed = dict(self.cleaned_data)
        cost, kind = typed.pop("cost"), self.kinds[typed.pop("type")]
        return {**typed, "kind": kind, "cost_cents": None if cost is None else int(cost * 100)}


class NoteForm(forms.Form):
    """The note that is always at hand. A restricted one can be chosen by the team alone."""

    note_id = forms.UUIDField(widget=forms.HiddenInput)
    text = WrittenField(label=_("New note"), rows=3, max_length=NOTE)
    level = forms.ChoiceField(label=_("Who reads it"), widget=forms.RadioSelect, choices=Note.Level.choices)

    def __init__(self, *args: Any, in_circle: bool, **kwargs: Any) -> None:
        kwargs["initial"] = {"note_id": new_id(), "level": Note.Level.PARTNER}
        super().__init__(*args, **kwargs)
        self.fields["text"].widget.attrs["placeholder"] = _("What happened? Who said what? What next?")
        if not in_circle:
            field = self.fields["level"]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - tells the type checker
            field.choices = [(Note.Level.PARTNER, Note.Level.PARTNER.label)]


class ReviewForm(forms.Form):
    """Where each goal stands, what you saw together, when you meet again."""

    review_id = forms.UUIDField(widget=forms.HiddenInput)
    reviewed_on = PastDayField(label=_("Reviewed on"))
    summary = WrittenField(label=_("What you saw together"), rows=4, max_length=SUMMARY)
    next_review_on = DayField(label=_("Next review"), help_text=_("Within 90 days."))

    def __init__(self, *args: Any, goals: Iterable[Goal], **kwargs: Any) -> None:
        quarter = today() + dt.timedelta(days=LAST_REVIEW_DAYS)
        start = {"review_id": new_id(), "reviewed_on": today(), "next_review_on": quarter}
        kwargs["initial"] = start
        super().__init__(*args, **kwargs)
        self.goal_names = []
        for goal in goals:
            name = f"goal_{goal.pk}"
            self.goal_names.append(name)
            self.fields[name] = forms.ChoiceField(
                label=goal.text, choices=Goal.Outcome.choices, required=False, initial=goal.outcome
            )
        self.order_fields(["review_id", "reviewed_on", *self.goal_names])

    def goal_outcomes(self) -> dict[UUID, str]:
        """Where each goal of the plan stands."""
        return {UUID(name.removeprefix("goal_")): self.cleaned_data[name] for name in self.goal_names}
