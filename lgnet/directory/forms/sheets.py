# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A spreadsheet to bring in, and what its columns are."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lgnet.directory.models import SheetRun
from lgnet.directory.sheets import TARGETS


class SheetForm(forms.Form):
    """One file."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What it holds"), choices=SheetRun.Kind.choices, widget=forms.RadioSelect,
        initial=SheetRun.Kind.SERVICES,
    )  # fmt: skip
    file = forms.FileField(
        label=gettext_lazy("Spreadsheet"),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.ods,.csv"}),
        help_text=gettext_lazy(
            "XLSX, ODS or CSV, up to a thousand lines. Nothing is written before you have seen it."
        ),
    )


class ColumnsForm(forms.Form):
    """What each column is."""

    def __init__(self, run: SheetRun, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [
            ("", _("Leave it out")),
            *((one.code, str(one.label)) for one in TARGETS[run.kind].values()),
        ]
        for number, name in enumerate(run.header):
            if name:
                self.fields[f"column_{number}"] = forms.ChoiceField(
                    label=name[:80], choices=choices, required=False, initial=run.columns.get(str(number), "")
                )

    def columns(self) -> dict[str, str]:
        """Number of the column -> what it is."""
        return {name.removeprefix("column_"): code for name, code in self.cleaned_data.items() if code}
