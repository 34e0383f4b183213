# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The form that takes a file, and the one that says which column is what."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lgnet.core.ids import new_id
from lgnet.imports.targets import TARGETS
from lgnet.interop.sheets.rows import column_letter


class UploadForm(forms.Form):
    """A register to import."""

    new_id = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    file = forms.FileField(
        label=gettext_lazy("The file of your register"),
        help_text=gettext_lazy("An .xlsx, .ods or .csv file with one person for each row, up to 250 MB."),
        allow_empty_file=True,  # the reader says why in better words
    )


class ColumnsForm(forms.Form):
    """One choice for each column of the file."""

    with_cases = forms.BooleanField(
        label=gettext_lazy("Everybody in the file is taken in charge already: open their cases"),
        required=False,
    )

    def __init__(self, header: list[str], columns: dict[str, str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._header = [name for name in header if name]
        groups: dict[str, list[tuple[str, str]]] = {}
        for target in TARGETS.values():
            groups.setdefault(str(target.group), []).append((target.code, str(target.label)))
        choices: list[Any] = [("", _("Leave this column out")), *groups.items()]
        for index, name in enumerate(self._header):
            self.fields[f"column-{index}"] = forms.ChoiceField(
                label=f"{column_letter(header.index(name))} · {name}",
                choices=choices,
                required=False,
                initial=columns.get(name, ""),
            )
        self.order_fields([*(f"column-{index}" for index in range(len(self._header))), "with_cases"])

    def columns(self) -> dict[str, str]:
        """Name of the column -> code of what it holds."""
        chosen = {name: self.cleaned_data.get(f"column-{i}", "") for i, name in enumerate(self._header)}
        return {name: code for name, code in chosen.items() if code}
