# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The forms of cut-offs and sheets."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lgnet.core.clock import today
from lgnet.snapshots.sheets.columns import CATALOGUE, Placed


class TakeForm(forms.Form):
    """Which day a cut-off stops at."""

    cutoff_on = forms.DateField(
        label=_("Data up to and including"),
        help_text=_("Usually the last day of a quarter. The day must be over."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    reason = forms.CharField(
        label=_("Why another one of the same day"),
        max_length=500,
        required=False,
        help_text=_("Only where there is a cut-off of this day already: what was corrected since."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean_cutoff_on(self) -> dt.date:
        day: dt.date = self.cleaned_data["cutoff_on"]
        if day >= today():
            raise forms.ValidationError(_("This day is not over yet: a cut-off holds whole days."))
        return day


class ReasonForm(forms.Form):
    """Why figures may leave in spite of a finding."""

    reason = forms.CharField(
        label=_("Why the figures may leave all the same"),
        max_length=500,
        help_text=_("It is printed on the sheet, with your name in the access log."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class LayoutForm(forms.Form):
    """For each column of the catalogue: its place (empty: left out) and the title it bears."""

    source = forms.CharField(
        label=_("Where this form comes from"),
        max_length=300,
        required=False,
        help_text=_("For example the manual of FAMI 2.0 and its date."),
    )

    def __init__(self, sheet: str, now: tuple[Placed, ...], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kinds = CATALOGUE[sheet]
        places = {column.kind.code: place for place, column in enumerate(now, start=1)}
        titles = {column.kind.code: column.title for column in now}
        for kind in self.kinds:
            self.fields[f"place_{kind.code}"] = forms.IntegerField(
                label=_("Place of %(title)s") % {"title": str(kind.title)},
                required=False, min_value=1, max_value=99, initial=places.get(kind.code),
                widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
            )  # fmt: skip
            self.fields[f"title_{kind.code}"] = forms.CharField(
                label=_("Title of %(title)s") % {"title": str(kind.title)},
                required=False, max_length=80, initial=titles.get(kind.code, kind.title.it),
            )  # fmt: skip

    def columns(self) -> list[tuple[str, str]]:
        """The columns in their order, those without a place left out."""
        data: Mapping[str, Any] = self.cleaned_data
        chosen = [
            (data[f"place_{kind.code}"], turn, kind.code) for turn, kind in enumerate(self.kinds)
            if data.get(f"place_{kind.code}")
        ]  # fmt: skip
        return [(code, data.get(f"title_{code}", "")) for _place, _turn, code in sorted(chosen)]
