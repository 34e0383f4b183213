# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The registration form: who it is, and on the same page what is already known. Only a name is needed."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from lgnet.people.actions import AnotherBecause, Enrolment
from lgnet.people.forms.belongings import ChannelForm, NoticeForm, NumberForm, StayForm
from lgnet.people.forms.identity import IdentityForm
from lgnet.people.match_keys import MatchRecord
from lgnet.people.models import Identifier

TAX_KINDS = {Identifier.Kind.TAX_CODE.value, Identifier.Kind.PROVISIONAL_TAX_CODE.value}


FOLDED = ("native_name", "known_as", "birth_country", "birth_place", "is_stateless", "arrived_on")


def _begun(form: forms.Form) -> bool:
    """Whether something was typed in a form that may stay empty."""
    return form.is_bound and form.has_changed()


class NewPersonForm(IdentityForm):
    """The identity with the marks of a registration: its id, where to go afterwards, why it is another one."""

    new_id = forms.UUIDField(widget=forms.HiddenInput)
    next = forms.CharField(widget=forms.HiddenInput, required=False, max_length=500)
    another_because = forms.ChoiceField(
        label=_("Why is it another person?"),
        choices=AnotherBecause.choices, widget=forms.RadioSelect, required=False,
    )  # fmt: skip


class RegistrationForm:
    """Five forms sent as one. The later four may stay empty; begun, they must be complete."""

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, initial: Mapping[str, Any] | None = None
    ) -> None:
        given: dict[str, Any] = dict(initial or {})
        more: dict[str, Any] = {"empty_permitted": True, "use_required_attribute": False}
        self.who = NewPersonForm(data, initial=given)
        self.number = NumberForm(data, prefix="number", initial=given.get("number_form"), **more)
        self.channel = ChannelForm(data, prefix="channel", initial=given.get("channel_form"), **more)
        self.stay = StayForm(data, prefix="stay", **more)
        self.notice = NoticeForm(data, prefix="notice", **more)
        self.channel.fields["kind"].widget = forms.HiddenInput()
        phone = self.channel.fields["value"]
        phone.label = _("Telephone")
        phone.widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "off", "dir": "ltr"})

    @property
    def parts(self) -> tuple[forms.Form, ...]:
        return (self.who, self.number, self.channel, self.stay, self.notice)

    def __iter__(self) -> Iterator[BoundField]:
        return (field for part in self.parts for field in part)

    @property
    def more(self) -> list[BoundField]:
        """The fields of the identity that are folded away."""
        return [self.who[name] for name in FOLDED]

    @property
    def opens_more(self) -> bool:
        return any(self.who[name].errors or self.who[name].value() for name in FOLDED)

    @property
    def opens_number(self) -> bool:
        return bool(self.number.initial.get("value")) or _begun(self.number)

    @property
    def opens_stay(self) -> bool:
        return _begun(self.stay)

    @property
    def opens_notice(self) -> bool:
        return _begun(self.notice)

    @property
    def errors(self) -> dict[str, Any]:
        """All errors by name of the field, for the summary on top."""
        return {part.add_prefix(name): e for part in self.parts for name, e in part.errors.items()}

    def non_field_errors(self) -> list[str]:
        return [str(error) for part in self.parts for error in part.non_field_errors()]

    def is_valid(self) -> bool:
        return not self.errors

    def record(self) -> MatchRecord:
        """What was typed, as something that can be compared with people."""
        self.number.is_valid(), self.channel.is_valid()  # wrong or not, what can be read is compared
        number, value = self.number.cleaned_data.get("kind"), self.number.cleaned_data.get("value", "")
        phone = self.channel.cleaned_data.get("value")
        return self.who.identity().match_record(
            phones=(phone,) if phone else (),
            documents=(value,) if value and number not in TAX_KINDS else (),
            tax_code_value=value if number in TAX_KINDS else "",
        )

    def enrolment(self, *, not_these: Sequence[uuid.UUID] = ()) -> Enrolment:
        """What was typed, once the form is valid; `not_these` are the people she resembles and is not."""
        number, channel, notice = (
            self.number.cleaned_data,
            self.channel.cleaned_data,
            self.notice.cleaned_data,
        )
        return Enrolment(
            identity=self.who.identity(),
            number=(number["kind"], number["value"]) if number else None,
            phone=channel["value"] if channel else "",
            phone_is_safe=channel["is_safe"] if channel else True,
            stay=self.stay.stay() if self.stay.cleaned_data else None,
            notice=(notice["version"], notice["language"], notice["how"]) if notice else None,
            another_because=self.who.cleaned_data["another_because"] if not_these else "",
            not_these=not_these,
        )

    def hints(self) -> list[str]:
        """What is unusual about the number, though it is accepted."""
        return self.number.hints() if self.number.cleaned_data else []
