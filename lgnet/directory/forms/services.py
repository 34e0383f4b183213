# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The words of a service, in Italian and in other languages; what came of a report."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from lgnet.catalogue.queries import offered_on
from lgnet.core.clock import today
from lgnet.core.ids import new_id
from lgnet.directory.actions import Draft, Words
from lgnet.directory.models import Cost, Service, ServiceText, WrongReport
from lgnet.directory.words import DOCUMENTS, document
from lgnet.people.languages import language_choices


def _text(label: Any, help_text: Any = "", *, rows: int = 3) -> Any:
    return forms.CharField(
        label=label, help_text=help_text, required=False, max_length=2_000,
        widget=forms.Textarea(attrs={"rows": rows}),
    )  # fmt: skip


def _line(label: Any, help_text: Any = "", *, most: int = 200, required: bool = False) -> Any:
    return forms.CharField(label=label, help_text=help_text, required=required, max_length=most)


class ServiceForm(forms.Form):
    """A service, in plain Italian."""

    new_id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    name = _line(
        pgettext_lazy("service", "Name"), gettext_lazy("As people call it."), most=120, required=True
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Type"),
        help_text=gettext_lazy("From the network's catalogue: in other languages people read the type."),
    )
    is_mobile = forms.BooleanField(
        label=gettext_lazy("It is a mobile unit: it has stops, not desks"), required=False
    )
    provider = _line(
        gettext_lazy("Who gives it"),
        gettext_lazy("The body that does it, where it is not the partner."),
        most=120,
    )
    summary = _text(
        gettext_lazy("What it does"), gettext_lazy("Short sentences, words that everybody knows."), rows=4
    )
    eligibility = _text(
        gettext_lazy("For whom"), gettext_lazy("Say also who can come without any condition.")
    )
    documents = forms.MultipleChoiceField(
        label=gettext_lazy("Documents to bring"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("None chosen means: come without."),
    )  # fmt: skip
    documents_note = _line(gettext_lazy("A note on the documents"))
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages spoken there"), required=False,
        widget=forms.SelectMultiple(attrs={"size": 6}),
    )  # fmt: skip
    phone = _line(gettext_lazy("Telephone"), most=40)
    email = forms.EmailField(label=gettext_lazy("E-mail address of the office"), required=False)
    website = forms.URLField(label=gettext_lazy("Web page"), required=False, assume_scheme="https")
    capacity_note = _line(
        gettext_lazy("How many people find room"), gettext_lazy("For example: ten people an evening.")
    )
    cost = forms.ChoiceField(label=gettext_lazy("Cost"), choices=Cost.choices, initial=Cost.FREE)
    cost_note = _line(gettext_lazy("A note on the cost"))

    def __init__(self, *args: Any, service: Service | None = None, **kwargs: Any) -> None:
        kwargs["initial"] = _initial(service) if service else {"new_id": new_id()}
        super().__init__(*args, **kwargs)
        types: Any = self.fields["kind"]
        offered = {row.code: str(row) for row in offered_on(today())}
        if service is not None:
            offered.setdefault(service.kind_id, str(service.kind))
        types.choices = [("", _("Choose")), *offered.items()]
        documents: Any = self.fields["documents"]
        documents.choices = [(code, document(code, "it")) for code in DOCUMENTS]
        languages: Any = self.fields["languages"]
        languages.choices = language_choices()

    def draft(self) -> Draft:
        """What was written, as the actions take it."""
        given = {name: one for name, one in self.cleaned_data.items() if name != "new_id"}
        known: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in given.items()}
        return Draft(**known)


def _initial(service: Service) -> dict[str, Any]:
    return {
        name: service.kind_id if name == "kind" else getattr(service, name)
        for name in Draft.__dataclass_fields__
    }


class WordsForm(forms.Form):
    """The words of a service in another language; an empty name takes the translation away."""

    name = _line(pgettext_lazy("service", "Name"), most=120)
    summary = _text(gettext_lazy("What it does"), rows=4)
    eligibility = _text(gettext_lazy("For whom"))
    documents_note = _line(gettext_lazy("A note on the documents"))
    is_checked = forms.BooleanField(
        label=gettext_lazy("A native speaker has checked these words"), required=False
    )

    def __init__(self, *args: Any, text: ServiceText | None = None, **kwargs: Any) -> None:
        if text is not None:
            kwargs["initial"] = {
                name: getattr(text, name) for name in ("name", "summary", "eligibility", "documents_note")
            }
            kwargs["initial"]["is_checked"] = text.state == ServiceText.State.CHECKED
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Words without a name would be half a page."""
        given = self.cleaned_data
        if not given.get("name") and any(
            given.get(one) for one in ("summary", "eligibility", "documents_note")
        ):
            self.add_error("name", _("Write the name too: a page is never translated by half."))
        return given

    def words(self) -> Words:
        """As the action takes it."""
        return Words(**self.cleaned_data)


class SettleForm(forms.Form):
    """What came of a report."""

    outcome = forms.ChoiceField(choices=[choice for choice in WrongReport.Outcome.choices if choice[0]])
