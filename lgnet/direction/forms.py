# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The form of the direction."""

import datetime as dt
import re

from django import forms
from django.utils.translation import gettext_lazy as _

from lgnet.core.clock import today

LARGEST = 10_000_000


_GROUPED = re.compile(r"\d{1,3}(?:[. \u00a0\u202f’']\d{3})+")


class CountField(forms.IntegerField):
    """A whole number as people type it: 1250, 1.250 or 1 250."""

    def to_python(self, value: object) -> int | None:
        text = str(value or "").strip()
        plain = re.sub(r"\D", "", text) if _GROUPED.fullmatch(text) else value
        return super().to_python(plain)


class TargetForm(forms.Form):
    """What an indicator is to reach, and by which act it was decided."""

    value = CountField(
        label=_("Target by the end of the edition"),
        min_value=0,
        max_value=LARGEST,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    source = forms.CharField(
        label=_("Act or reason"),
        max_length=500,
        help_text=_("For example the convention and its date: it is shown beside the target."),
        widget=forms.Textarea,
    )
    decided_on = forms.DateField(
        label=_("Decided on"),
        initial=today,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def clean_decided_on(self) -> dt.date:
        day: dt.date = self.cleaned_data["decided_on"]
        if day > today():
            raise forms.ValidationError(_("This day is still to come."))
        return day
