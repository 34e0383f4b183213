# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who somebody is, as typed: at registration, and when it is corrected."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from lgnet.core.clock import today
from lgnet.people.countries import citizenship_choices
from lgnet.people.forms.fields import DayField, NameField, PartialDateField, SeveralField
from lgnet.people.identity import SEX_WORDS, Identity
from lgnet.people.languages import language_choices
from lgnet.people.models import Precision
from lgnet.people.partial_date import PartialDate

NAMES = ("given_name", "family_name", "native_name", "known_as")


class IdentityForm(forms.Form):
    """One name is enough; everything else may be unknown and is then left empty."""

    given_name = NameField(label=_("Given name"))
    family_name = NameField(label=_("Family name"))
    native_name = NameField(
        label=_("Name in the original script"), help_text=_("As the person writes it: محمد, Олена, 李…")
    )
    known_as = NameField(label=_("Known as"), help_text=_("What people call them, if it is another name."))
    sex = forms.ChoiceField(
        label=_("Sex"), choices=list(SEX_WORDS.items()), widget=forms.RadioSelect, required=False, initial=""
    )
    birth = PartialDateField(
        label=_("Birth date"), help_text=_("What you know is enough: the year alone is fine.")
    )
    birth_country = forms.ChoiceField(label=_("Country of birth"), required=False)
    birth_place = NameField(label=_("Place of birth"))
    citizenships = SeveralField(label=_("Citizenship"), choices=citizenship_choices, boxes=2)
    is_stateless = forms.BooleanField(label=_("Stateless"), required=False)
    languages = SeveralField(
        label=_("Language"),
        choices=language_choices,
        boxes=3,
        help_text=_("The one to speak with them first."),
    )
    needs_interpreter = forms.BooleanField(label=_("Needs an interpreter"), required=False)
    arrived_on = DayField(label=_("Arrived in Italy on"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        countries: Any = self.fields["birth_country"]
        countries.choices = [("", "—"), *citizenship_choices()]
        for name, field in self.fields.items():
            if isinstance(field, SeveralField):
                field.fill(tuple(self.initial.get(name) or ()))

    def clean_arrived_on(self) -> Any:
        day = self.cleaned_data["arrived_on"]
        if day and day > today():
            raise ValidationError(_("This date is in the future."))
        return day

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if not any(given.get(name) for name in NAMES) and not any(name in self.errors for name in NAMES):
            self.add_error("given_name", _("Type at least one name, as the person says it."))
        if given.get("is_stateless") and given.get("citizenships"):
            self.add_error(
                "citizenships", _("A stateless person has no citizenship: leave only one of the two.")
            )
        return given

    def identity(self) -> Identity:
        """What was typed, once the form is valid."""
        given = dict(self.cleaned_data)
        birth: PartialDate = given["birth"]
        parts = {name: given[name] for name in Identity.__dataclass_fields__ if name in given}
        return Identity(**parts, birth_date=birth.date, birth_precision=birth.precision)


def as_typed(identity: Identity) -> dict[str, Any]:
    """An identity as the initial values of the form."""
    values = {name: getattr(identity, name) for name in identity.__dataclass_fields__}
    return values | {"birth": PartialDate(identity.birth_date, identity.birth_precision or Precision.UNKNOWN)}


class CorrectionForm(IdentityForm):
    """Carries the version it was drawn with, so that the slower of two people is told."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
