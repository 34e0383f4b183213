# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Family of a person, as typed."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from lgnet.core.clock import today
from lgnet.people.forms.belongings import CHOOSE, RowForm
from lgnet.people.forms.fields import DayField, NameField
from lgnet.people.models import HouseholdMember


class HouseholdForm(forms.Form):
    """In whose household, and as what."""

    relative = forms.UUIDField(widget=forms.HiddenInput)
    role = forms.ChoiceField(
        label=_("What this person is in that household"), choices=[CHOOSE, *HouseholdMember.Role.choices]
    )
    from_on = DayField(label=_("Since"))

    def clean_from_on(self) -> Any:
        day = self.cleaned_data["from_on"]
        if day and day > today():
            raise ValidationError(_("This date is in the future."))
        return day


class GuardianForm(RowForm):
    """Who answers for a minor."""

    name = NameField(label=_("Name of the guardian"))
    reach = forms.CharField(label=_("Telephone or e-mail"), required=False, max_length=120)
    appointed_on = DayField(
        label=_("Appointed on"), help_text=_("The date of the court's decision, if known.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].required = True

    def clean_appointed_on(self) -> Any:
        day = self.cleaned_data["appointed_on"]
        if day and day > today():
            raise ValidationError(_("This date is in the future."))
        return day
