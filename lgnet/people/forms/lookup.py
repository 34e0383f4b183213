# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The few things that tell people apart, asked before somebody is registered."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from lgnet.people import tax_code
from lgnet.people.forms.fields import NameField, PartialDateField
from lgnet.people.identifiers import MAX_LENGTH, guess_kind
from lgnet.people.match_keys import MatchRecord
from lgnet.people.models import Precision


class LookupForm(forms.Form):
    """Who is it? Anything helps; nothing of it is needed."""

    given_name = NameField(label=_("Given name"))
    family_name = NameField(label=_("Family name"))
    phone = forms.CharField(label=_("Telephone"), required=False, max_length=40)
    number = forms.CharField(
        label=_("Number of a document or tax code"), required=False, max_length=MAX_LENGTH
    )
    birth = PartialDateField(
        label=_("Birth date"), help_text=_("What you know is enough: the year alone is fine.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["phone"].widget = forms.TextInput(
            attrs={"type": "tel", "autocomplete": "off", "dir": "ltr", "maxlength": "40"}
        )

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        texts = [given.get(name) for name in ("given_name", "family_name", "phone", "number")]
        if not self.errors and not any(texts) and given["birth"].date is None:
            raise ValidationError(_("Type a name, a telephone, a number or a birth date: one is enough."))
        return given

    def record(self) -> MatchRecord:
        """What was typed, as something that can be compared with people."""
        given = self.cleaned_data
        number = given["number"]
        is_tax_code = isinstance(tax_code.parse(number), tax_code.TaxCode)
        return MatchRecord(
            given_name=given["given_name"],
            family_name=given["family_name"],
            birth_date=given["birth"].date,
            birth_date_is_placeholder=given["birth"].precision != Precision.DAY,
            phones=(given["phone"],) if given["phone"] else (),
            documents=(number,) if number and not is_tax_code else (),
            tax_code=number if is_tax_code else "",
        )

    def typed(self) -> list[tuple[str, str]]:
        """Every box with what stands in it, to be sent on."""
        boxes = ("day", "month", "year", "sure")
        names = ["given_name", "family_name", "phone", "number", *(f"birth_{box}" for box in boxes)]
        return [(name, str(self.data.get(name, ""))) for name in names]

    def first_values(self) -> dict[str, Any]:
        """What was typed, as the first values of the registration form."""
        given = self.cleaned_data
        number, phone = given["number"], given["phone"]
        kind = guess_kind(number)
        return {
            "given_name": given["given_name"],
            "family_name": given["family_name"],
            "birth": given["birth"],
            "number_form": {"value": number, "kind": kind.value if kind else ""},
            "channel_form": {"value": phone},
        }
