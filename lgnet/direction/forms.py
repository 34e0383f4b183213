# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The forms of the direction."""

import datetime as dt
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from lgnet.core.clock import today
from lgnet.direction.fields import LARGEST, CountField
from lgnet.direction.months import months_between
from lgnet.direction.parts import BANDS, NO_PARTS, SEXES, Parts
from lgnet.network.models import ActionLine, Edition, Organisation


def _count(label: Any, **more: Any) -> CountField:
    """A field for a planned number: optional, named for a screen reader."""
    attrs = {"inputmode": "numeric", "autocomplete": "off", "aria-label": label}
    return CountField(
        label=label,
        min_value=0,
        max_value=LARGEST,
        required=False,
        widget=forms.TextInput(attrs=attrs),
        **more,
    )


class TargetForm(forms.Form):
    """What an indicator is to reach, by which act it was decided, and how it is planned."""

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
    below_reason = forms.CharField(
        label=_("Only if lower than what is reached already: why"), max_length=500, required=False
    )
    decided_on = forms.DateField(
        label=_("Decided on"),
        initial=today,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(
        self, *args: Any, edition: Edition, by_person: bool, parts: Parts = NO_PARTS, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._cells = [(sex, band, f"cell-{sex}-{BANDS.index(band)}") for sex in SEXES for band in BANDS]
        if not by_person:
            self._cells = []
        for sex, band, name in self._cells:
            self.fields[name] = _count(
                f"{sex.label}, {band.label}", initial=parts.cells.get((str(sex), str(band)))
            )
        for line in ActionLine if by_person else ():
            self.fields[f"line-{line}"] = _count(line.label, initial=parts.lines.get(str(line)))
        self._months = list(months_between(edition.starts_on, edition.ends_on))[:-1]
        for month in self._months:
            label = date_format(month, "F Y")
            self.fields[f"month-{month:%Y-%m}"] = _count(label, initial=parts.months.get(month))

    @property
    def cell_rows(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields by sex, one for each band; none for an indicator that counts no persons."""
        names = {(sex, band): name for sex, band, name in self._cells}
        return [
            (str(sex.label), [self[names[sex, band]] for band in BANDS])
            for sex in SEXES
            if (sex, BANDS[0]) in names
        ]

    @property
    def bands(self) -> list[str]:
        return [str(band.label) for band in BANDS]

    @property
    def line_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith("line-")]

    @property
    def years(self) -> list[tuple[int, list[forms.BoundField]]]:
        """The months by year; the last month is the target itself."""
        found: dict[int, list[forms.BoundField]] = {}
        for month in self._months:
            found.setdefault(month.year, []).append(self[f"month-{month:%Y-%m}"])
        return list(found.items())

    @property
    def plain(self) -> list[forms.BoundField]:
        """The fields above the plan."""
        return [self[name] for name in ("value", "source", "below_reason", "decided_on")]

    def parts(self) -> Parts:
        """The plan as it was typed. Cells count only if one of them is filled: an empty one is then zero."""
        given = self.cleaned_data
        cells = {(str(sex), str(band)): given.get(name) for sex, band, name in self._cells}
        months = {month: given.get(f"month-{month:%Y-%m}") for month in self._months}
        lines = {str(line): given.get(f"line-{line}") for line in ActionLine}
        return Parts(
            {key: n or 0 for key, n in cells.items()} if any(n is not None for n in cells.values()) else {},
            {line: n for line, n in lines.items() if n is not None},
            {month: n for month, n in months.items() if n is not None},
        )

    def clean_decided_on(self) -> dt.date:
        day: dt.date = self.cleaned_data["decided_on"]
        if day > today():
            raise forms.ValidationError(_("This day is still to come."))
        return day

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("value") is not None and not self.errors:
            for problem in self.parts().problems(given["value"]):
                self.add_error(None, problem)
        return given

    def decided(self) -> dict[str, Any]:
        """What the action is to be told."""
        given = self.cleaned_data
        names = ("value", "source", "below_reason", "decided_on")
        return {name: given[name] for name in names} | {"parts": self.parts()}


class SheetForm(forms.Form):
    """The whole table of targets as a file."""

    file = forms.FileField(
        label=_("The sheet of targets"),
        help_text=_("An .xlsx, .ods or .csv file like the one you can download: a row for each partner."),
        allow_empty_file=True,  # the reader says why in better words
    )


class ReasonForm(forms.Form):
    """Why something is decided; why below what is reached, where that is so."""

    reason = forms.CharField(
        label=_("Act or reason"),
        max_length=500,
        help_text=_("The partners read it beside their target."),
        widget=forms.Textarea,
    )
    below_reason = forms.CharField(
        label=_("Why below what is reached already"), max_length=500, widget=forms.Textarea
    )

    def __init__(self, *args: Any, below: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not below:
            del self.fields["below_reason"]


class ShareForm(forms.Form):
    """Of which indicator, and how far a target may change."""

    percent = forms.IntegerField(
        label=_("At most so many per cent of a target"), min_value=1, max_value=50, initial=10
    )


class WhatIfForm(forms.Form):
    """The question of a what-if: all of it optional, none of it stored."""

    pace = forms.IntegerField(
        label=_("Pace, in per cent more or less"),
        min_value=-100,
        max_value=100,
        required=False,
        widget=forms.NumberInput(attrs={"type": "range", "step": 5}),
    )
    extra = forms.IntegerField(
        label=_("How many more a month"),
        help_text=_("For example what one more mobile unit would bring."),
        min_value=-LARGEST,
        max_value=LARGEST,
        required=False,
    )
    stop = forms.IntegerField(
        label=_("Weeks without activity"),
        help_text=_("Until the end of the edition: holidays, a closed site, a tender."),
        min_value=0,
        max_value=52,
        required=False,
    )
    where = forms.ModelChoiceField(
        label=_("At which partner"),
        queryset=Organisation.objects.none(),
        to_field_name="code",
        required=False,
        empty_label=_("The whole network"),
    )

    def __init__(self, *args: Any, partners: QuerySet[Organisation] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if partners is None:
            del self.fields["where"]
        else:
            self.fields["where"].queryset = partners  # type: ignore[attr-defined]
