# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What belongs to a person, as typed: numbers, ways to reach them, status of stay, privacy notice."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from lgnet.core.clock import today
from lgnet.people.actions import Stay
from lgnet.people.forms.fields import DayField
from lgnet.people.identifiers import Checked, IdentifierKind, check
from lgnet.people.languages import language_choices
from lgnet.people.match_keys import phone_digits
from lgnet.people.models import (
    ContactChannel,
    Identifier,
    Missing,
    PrivacyNotice,
    ResidenceStatus,
    StayStatus,
)
from lgnet.people.names import clean

CHOOSE = ("", _("Choose"))


def _seen(text: str) -> str:
    """What can be seen of a needed text; nothing but invisible signs is nothing."""
    visible = clean(text)
    if not visible:
        raise ValidationError(forms.Field.default_error_messages["required"], code="required")
    return visible


class RowForm(forms.Form):
    """Carries the id of the row it makes: sent twice, it makes one row."""

    new_id = forms.UUIDField(widget=forms.HiddenInput, required=False)


class NumberForm(forms.Form):
    """A number on a document; only what cannot be is refused."""

    kind = forms.ChoiceField(label=_("Kind of number"), choices=[CHOOSE, *Identifier.Kind.choices])
    value = forms.CharField(label=_("Number"), max_length=80, help_text=_("As written on the document."))
    issuer = forms.CharField(label=_("Issued by"), required=False, max_length=120)
    valid_from = DayField(label=_("Valid from"))
    valid_until = DayField(label=_("Valid until"))
    is_verified = forms.BooleanField(label=_("I have seen the document"), required=False)
    checked: Checked

    def clean_issuer(self) -> str:
        return clean(self.cleaned_data["issuer"])

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if given.get("kind") and given.get("value"):
            self.checked = check(IdentifierKind(given["kind"]), given["value"])
            if self.checked.error is not None:
                self.add_error("value", str(self.checked.error))
        starts, ends = given.get("valid_from"), given.get("valid_until")
        if starts and ends and ends < starts:
            self.add_error("valid_until", _("It ends before it begins: check the two dates."))
        return given

    def hints(self) -> list[str]:
        """What is unusual about the number, though it is accepted."""
        return [str(warning) for warning in self.checked.warnings]


class ChannelForm(RowForm):
    """How to reach somebody, and whether that is safe."""

    kind = forms.ChoiceField(label=_("How"), choices=ContactChannel.Kind.choices, initial="phone")
    value = forms.CharField(label=_("Number or address"), max_length=120)
    is_safe = forms.TypedChoiceField(
        label=_("Is it safe to use?"),
        choices=[("yes", _("Yes, we can call or write")), ("no", _("No: others may answer or read"))],
        widget=forms.RadioSelect, initial="yes", coerce=lambda value: value == "yes",
    )  # fmt: skip

    def clean_value(self) -> str:
        return _seen(self.cleaned_data["value"])

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        kind, value = given.get("kind"), given.get("value", "")
        if kind == ContactChannel.Kind.PHONE and value and not phone_digits(value):
            self.add_error("value", _("A telephone number has at least seven digits."))
        if kind == ContactChannel.Kind.EMAIL and value:
            try:
                forms.EmailField().clean(value)
            except ValidationError:
                self.add_error("value", _("An e-mail address looks like name@example.org."))
        return given


class StayForm(RowForm):
    """The status of stay from a day on. A missing expiry carries its reason; no date is invented."""

    status = forms.ModelChoiceField(
        label=_("Status of stay"), queryset=ResidenceStatus.objects.none(), empty_label=_("Choose")
    )
    document = forms.ChoiceField(label=_("Document shown"), choices=[CHOOSE, *StayStatus.Document.choices])
    from_on = DayField(label=_("Since"), required=True, help_text=_("The day from which this status holds."))
    issued_on = DayField(label=_("Issued on"))
    expires_on = DayField(label=_("Expires on"))
    expiry_missing = forms.ChoiceField(
        label=_("Why there is no expiry date"), choices=[("", "—"), *Missing.choices], required=False
    )
    renewal_requested_on = DayField(label=_("Renewal requested on"))
    questura = forms.CharField(label=_("Questura"), required=False, max_length=80)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name = "label_it" if (get_language() or "it").startswith("it") else "label_en"
        statuses: Any = self.fields["status"]
        statuses.queryset = ResidenceStatus.objects.order_by(name)

    def clean_questura(self) -> str:
        return clean(self.cleaned_data["questura"])

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if "expires_on" in given and "expiry_missing" in given:
            if not given["expires_on"] and not given["expiry_missing"]:
                self.add_error("expiry_missing", _("Type the expiry date, or say why there is none."))
            if given["expires_on"] and given["expiry_missing"]:
                self.add_error("expiry_missing", _("There is an expiry date: leave this empty."))
        issued, expires = given.get("issued_on"), given.get("expires_on")
        if issued and expires and expires < issued:
            self.add_error("expires_on", _("It expires before it was issued: check the two dates."))
        for name in ("from_on", "issued_on", "renewal_requested_on"):
            if given.get(name) and given[name] > today():
                self.add_error(name, _("This date is in the future."))
        return given

    def stay(self) -> Stay:
        """What was typed, once the form is valid."""
        given = dict(self.cleaned_data)
        given.pop("new_id", None)
        return Stay(**given)


class NoticeForm(RowForm):
    """The privacy notice was given: which version, in which language, how."""

    version = forms.CharField(
        label=_("Version of the notice"),
        max_length=20,
        help_text=_("As printed at its foot, for example 2026-1."),
    )
    language = forms.ChoiceField(label=_("In which language"))
    how = forms.ChoiceField(label=_("How it was given"), choices=[CHOOSE, *PrivacyNotice.How.choices])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        languages: Any = self.fields["language"]
        languages.choices = [CHOOSE, *language_choices()]

    def clean_version(self) -> str:
        return _seen(self.cleaned_data["version"])
