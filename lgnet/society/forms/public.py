# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The forms of visitors. None asks more than it needs; the protection is in `lgnet.core.public_forms`."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lgnet.core.public_forms import PublicForm
from lgnet.network import editions
from lgnet.network.models import Organisation
from lgnet.society import queries
from lgnet.society.public_words import OFFERS, RATINGS, VOICES

if TYPE_CHECKING:
    _Field = forms.ModelChoiceField[Organisation]
else:
    _Field = forms.ModelChoiceField  # generic only for the type checker


class BodyField(_Field):
    """A body of the network by its short name; its code is what is sent."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.short_name)


def _body(label: Any, **more: Any) -> BodyField:
    return BodyField(
        Organisation.objects.none(), label=label, to_field_name="code", empty_label=_("Choose"), **more
    )


class RegisterForm(PublicForm):
    """Who wants to come to an event."""

    form_name = "society.register"
    per_visitor = 20  # a class, an association: one connection for all
    name = forms.CharField(
        label=_("Your name"), max_length=120, help_text=_("As we should call you at the door.")
    )
    email = forms.EmailField(
        label=_("E-mail"), max_length=200, help_text=_("We send you a link: only then you are registered.")
    )
    agree = forms.BooleanField(
        label=_("You may use my name and address for this event; afterwards you delete them.")
    )


class SayForm(PublicForm):
    """How an event was."""

    form_name = "society.say"
    per_visitor = 20
    rating = forms.ChoiceField(
        label=_("How was it?"), choices=list(RATINGS.items()), widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("What should we do better?"), max_length=1000, required=False,
        widget=forms.Textarea(attrs={"rows": 4}), help_text=_("Write no names."),
    )  # fmt: skip


class _LetterForm(PublicForm):
    """Words to a city. Only offers need a way to answer by voice or mail."""

    partner = _body(_("Which city?"))
    words = forms.CharField(max_length=4000, widget=forms.Textarea(attrs={"rows": 6}))
    name = forms.CharField(label=_("Your name"), max_length=120, required=False)
    email = forms.EmailField(label=_("E-mail"), max_length=200, required=False)
    phone = forms.CharField(
        label=_("Telephone"), max_length=40, required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel", "dir": "ltr"}),
    )  # fmt: skip
    agree = forms.BooleanField(label=_("You may use what I write here to answer me."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partner"].queryset = editions.local_partners()  # type: ignore[attr-defined]


class OfferForm(_LetterForm):
    """A home, some help, or a situation that somebody should know of."""

    form_name = "society.offer"
    kind = forms.ChoiceField(
        label=_("What is it about?"), choices=list(OFFERS.items()), widget=forms.RadioSelect
    )
    field_order = ("kind", "partner", "words", "name", "email", "phone", "agree")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = _("Tell us")
        self.fields["words"].help_text = _(
            "For a home: where it is, how large, from when. Never write the names of other people."
        )

    def clean(self) -> dict[str, Any]:
        """Whoever offers something is called back; a situation may be reported without a name."""
        given = self.cleaned_data
        if given.get("kind") in {"home", "help"} and not (given.get("email") or given.get("phone")):
            self.add_error(
                "email", _("Write an e-mail address or a telephone number, so that we can call you back.")
            )
        return given


class VoiceForm(_LetterForm):
    """Something to say, or a complaint. No name is needed."""

    form_name = "society.voice"
    kind = forms.ChoiceField(
        label=_("What is it about?"), choices=list(VOICES.items()), widget=forms.RadioSelect
    )
    field_order = ("kind", "partner", "words", "name", "email", "phone", "agree")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = _("What happened?")
        self.fields["words"].help_text = _(
            "You need not say who you are: with the number and the code that you get you read our answer."
        )


class StatusForm(PublicForm):
    """A number and its secret code."""

    form_name = "society.status"
    per_visitor = 20
    at_least = 1
    number = forms.CharField(label=_("Number"), max_length=20, widget=forms.TextInput(attrs={"dir": "ltr"}))
    secret = forms.CharField(
        label=_("Secret code"),
        max_length=20,
        widget=forms.TextInput(attrs={"dir": "ltr", "autocomplete": "off"}),
    )


class NewsletterForm(PublicForm):
    """Who wants a newsletter."""

    form_name = "society.newsletter"
    partner = _body(_("Whose newsletter?"))
    email = forms.EmailField(
        label=_("E-mail"), max_length=200, help_text=_("We send you a link: only then the newsletter comes.")
    )
    agree = forms.BooleanField(
        label=_("You may use my address to send me the newsletter. I can end it with one click.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partner"].queryset = queries.writers()  # type: ignore[attr-defined]
