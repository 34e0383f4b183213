# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the forms of samples accept."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lgnet.core.clock import today
from lgnet.counting.models import EVENT_KINDS, FactKind
from lgnet.evidence.models import Finding
from lgnet.evidence.rules import Rule

PERSON_KINDS = [(kind.value, kind.label) for kind in FactKind if kind not in EVENT_KINDS]


class SampleForm(forms.Form):
    """What to draw from, how sure to be, and the seed of a draw that is repeated."""

    kind = forms.ChoiceField(label=_("Who counts as"), choices=PERSON_KINDS, initial=FactKind.SUPPORTED)
    until = forms.DateField(
        label=_("Counted until"),
        initial=today,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    confidence = forms.TypedChoiceField(
        label=_("Confidence"), coerce=int, choices=[(90, "90 %"), (95, "95 %"), (99, "99 %")], initial=95
    )
    tolerable = forms.TypedChoiceField(
        label=_("Tolerable share of faulty people"),
        coerce=int,
        choices=[(2, "2 %"), (5, "5 %"), (10, "10 %")],
        initial=5,
        help_text=_("If this share or more were faulty, the sample would almost surely show one."),
    )
    seed = forms.CharField(
        label=_("Seed"),
        required=False,
        max_length=40,
        help_text=_("Leave it empty for a new draw; type a former one to repeat it."),
    )


class FindingsForm(forms.Form):
    """What was found of one person, item by item."""

    def __init__(
        self, *args: Any, rules: tuple[Rule, ...], found: Mapping[str, str] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for rule in rules:
            self.fields[rule.code] = forms.ChoiceField(
                label=str(rule.name),
                help_text=str(rule.asks),
                choices=Finding.Outcome.choices,
                widget=forms.RadioSelect,
                initial=(found or {}).get(rule.code),
            )
