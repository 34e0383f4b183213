# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How the public reaches a part of the team."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lgnet.core.ids import new_id
from lgnet.directory.actions import Reached
from lgnet.directory.forms.places import WEEKDAYS, time_field
from lgnet.directory.models import TeamContact
from lgnet.people.languages import language_choices


class ContactForm(forms.Form):
    """A part of the work with its telephone, hours and languages."""

    new_id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    part = forms.ChoiceField(
        label=gettext_lazy("Part of the team"),
        help_text=gettext_lazy("People read it in their language."),
    )
    phone = forms.RegexField(
        r"^\+?[0-9 ./()-]{5,}$", label=gettext_lazy("Telephone"), max_length=40, required=False,
        error_messages={"invalid": gettext_lazy("Figures, such as +39 010 123 456.")},
    )  # fmt: skip
    email = forms.EmailField(
        label=gettext_lazy("E-mail"), max_length=200, required=False,
        help_text=gettext_lazy("Better the office's than a person's: it stays when people change."),
    )  # fmt: skip
    days = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Days on which somebody answers"), required=False, coerce=int,
        choices=[(number, name) for number, name in enumerate(WEEKDAYS)],
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    opens = time_field(gettext_lazy("From"), required=False)
    closes = time_field(gettext_lazy("To"), required=False)
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages spoken there"), required=False,
        widget=forms.SelectMultiple(attrs={"size": 6}),
    )  # fmt: skip
    name = forms.CharField(
        label=gettext_lazy("Name of a person"), max_length=120, required=False,
        help_text=gettext_lazy("Only if that person agreed to stand on the public pages; better leave it empty."),
    )  # fmt: skip
    has_agreed = forms.BooleanField(
        label=gettext_lazy("This person agreed that the name is public"), required=False
    )

    def __init__(self, *args: Any, contact: TeamContact | None = None, **kwargs: Any) -> None:
        kwargs["initial"] = _initial(contact) if contact else {"new_id": new_id()}
        super().__init__(*args, **kwargs)
        parts: Any = self.fields["part"]
        parts.choices = [("", _("Choose")), *TeamContact.Part.choices]
        languages: Any = self.fields["languages"]
        languages.choices = language_choices()

    def clean(self) -> dict[str, Any]:
        """Somebody answers, at hours that are whole; a name has its agreement."""
        given = self.cleaned_data
        if "email" in given and "phone" in given and not (given["email"] or given["phone"]):
            self.add_error("phone", _("Write a telephone number or an e-mail address."))
        opens, closes = given.get("opens"), given.get("closes")
        if given.get("days") and (opens is None or closes is None):
            self.add_error("opens", _("Write from when to when somebody answers."))
        if not given.get("days") and (opens or closes):
            self.add_error("days", _("Choose the days to which these hours belong."))
        if opens and closes and closes <= opens:
            self.add_error("closes", _("It cannot end before it begins."))
        if given.get("name") and not given.get("has_agreed"):
            self.add_error("has_agreed", _("A name stands here only if that person agreed."))
        return given

    def reached(self) -> Reached:
        """As the actions take it."""
        given = {name: one for name, one in self.cleaned_data.items() if name != "new_id"}
        known: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in given.items()}
        return Reached(**known)


def _initial(contact: TeamContact) -> dict[str, Any]:
    given = {name: getattr(contact, name) for name in Reached.__dataclass_fields__ if name != "has_agreed"}
    return given | {"has_agreed": bool(contact.name)}
