# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The nation prepares a change of the common catalogue and pushes it."""

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lgnet.catalogue.models import CatalogueChange, CatalogueVersion, InterventionType
from lgnet.core.clock import today

CODE = re.compile(r"[A-Z]{3}[0-9]{2}")


class VersionForm(forms.Form):
    """What the change is called and from when it holds."""

    title = forms.CharField(
        label=gettext_lazy("What changes, in a few words"),
        max_length=120,
        help_text=gettext_lazy("For example: two types of language course."),
    )
    valid_from = forms.DateField(
        label=gettext_lazy("Holds from"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, version: CatalogueVersion | None = None, **kwargs: Any) -> None:
        if version is not None:
            kwargs["initial"] = {"title": version.title, "valid_from": version.valid_from}
        super().__init__(*args, **kwargs)

    def clean_valid_from(self) -> dt.date:
        """A day to come: what is recorded today is not changed behind anybody's back."""
        day: dt.date = self.cleaned_data["valid_from"]
        if day <= today():
            raise forms.ValidationError(
                _("A change of the catalogue begins tomorrow at the earliest: choose a later day.")
            )
        return day


class ChangeForm(forms.Form):
    """One line of a change: a new code, other words for one, or one retired."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What happens to the code"),
        choices=CatalogueChange.Kind.choices,
        widget=forms.RadioSelect,
    )
    code = forms.CharField(
        label=gettext_lazy("Code"),
        max_length=8,
        help_text=gettext_lazy("Three capitals and two digits, like FOR01."),
    )
    label_it = forms.CharField(label=gettext_lazy("Name in Italian"), max_length=200, required=False)
    label_en = forms.CharField(label=gettext_lazy("Name in English"), max_length=200, required=False)
    area = forms.ChoiceField(label=gettext_lazy("Area"), required=False)
    counts_for = forms.CharField(
        label=gettext_lazy("Indicators it counts for"),
        max_length=40,
        required=False,
        help_text=gettext_lazy("Their codes with a blank between them, like O.2.3.1 R.2.8; empty for none."),
    )
    is_monetary = forms.BooleanField(label=gettext_lazy("A contribution in money"), required=False)
    successors = forms.MultipleChoiceField(
        label=gettext_lazy("What takes its place"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy(
            "One: old values become it by themselves. Several: the worker chooses. None: it ends."
        ),
    )

    def __init__(
        self,
        *args: Any,
        types: Iterable[InterventionType],
        new_codes: Iterable[CatalogueChange] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        known = list(types)
        areas = sorted({row.area for row in known})
        heirs = [(row.code, f"{row.code} {row}") for row in known if row.retired_on is None]
        heirs += [(row.code, f"{row.code} {row.label_it}") for row in new_codes]
        for name, choices in (("area", [(area, area) for area in areas]), ("successors", heirs)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - tells the type checker
            field.choices = choices

    def clean_code(self) -> str:
        """Written in capitals, whatever was typed."""
        code = str(self.cleaned_data["code"]).strip().upper()
        if not CODE.fullmatch(code):
            raise forms.ValidationError(_("Three capitals and two digits, like FOR01."))
        return code

    def clean(self) -> dict[str, Any]:
        """Words are needed unless the code goes."""
        given = self.cleaned_data
        if given.get("kind") != CatalogueChange.Kind.RETIRE:
            for name in ("label_it", "label_en"):
                if not given.get(name):
                    self.add_error(name, _("Write its name."))
        return given

    def change(self) -> CatalogueChange:
        """The line, not saved yet."""
        given = dict(self.cleaned_data)
        if given["kind"] == CatalogueChange.Kind.RETIRE:
            given |= {"label_it": "", "label_en": "", "counts_for": "", "area": "", "is_monetary": False}
        else:
            given["successors"] = []
        given["counts_for"] = " ".join(given["counts_for"].split())
        return CatalogueChange(**given)
