# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The nation writes a directive; a partner answers it."""

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lgnet.core.clock import today
from lgnet.core.ids import new_id
from lgnet.core.rowsecurity import DbRole
from lgnet.directives import queries
from lgnet.directives.actions import Draft
from lgnet.directives.models import COORDINATOR, Directive
from lgnet.interop.attachments import KINDS
from lgnet.network import editions
from lgnet.network.models import ActionLine
from lgnet.network.permissions import ROLES, Permission

MOST_CHOICES = 12
ACCEPT = ",".join(f".{ending}" for ending in KINDS)
EVERYBODY, CHOSEN = "everybody", "chosen"


def _other_readers() -> list[tuple[str, str | Promise]]:
    """Roles at a partner that may be asked to read, besides the coordinator, who always is."""
    return [
        (code, role.name)
        for code, role in ROLES.items()
        if role.db_role == DbRole.LOCAL
        and code != COORDINATOR
        and Permission.DIRECTIVE_READ in role.permissions
    ]


class DirectiveForm(forms.Form):
    """A circular or a question, and whom it goes to."""

    new_id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    subject = forms.CharField(label=gettext_lazy("Subject"), max_length=200)
    text = forms.CharField(
        label=gettext_lazy("Text"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=gettext_lazy(
            "A blank line begins a paragraph; lines that begin with a hyphen become a list."
        ),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("What you ask"),
        choices=Directive.Kind.choices,
        widget=forms.RadioSelect,
        initial=Directive.Kind.ACKNOWLEDGE,
    )
    question = forms.CharField(label=gettext_lazy("The question"), max_length=300, required=False)
    answer_kind = forms.ChoiceField(
        label=gettext_lazy("How it is answered"),
        choices=Directive.AnswerKind.choices,
        required=False,
        widget=forms.RadioSelect,
    )
    choices = forms.CharField(
        label=gettext_lazy("Answers to choose from"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("One for each line."),
    )
    due_on = forms.DateField(
        label=gettext_lazy("Due by"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext_lazy(
            "Coordinators are reminded by mail three days before, on the day, and every week after it."
        ),
    )
    to = forms.ChoiceField(
        label=gettext_lazy("To"),
        widget=forms.RadioSelect,
        choices=[(EVERYBODY, gettext_lazy("All partners")), (CHOSEN, gettext_lazy("Some partners"))],
        initial=EVERYBODY,
    )
    lines = forms.MultipleChoiceField(
        label=gettext_lazy("Of these action lines"),
        choices=ActionLine.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    regions = forms.MultipleChoiceField(
        label=gettext_lazy("Of these regions"), required=False, widget=forms.CheckboxSelectMultiple
    )
    partners = forms.MultipleChoiceField(
        label=gettext_lazy("These by name"), required=False, widget=forms.CheckboxSelectMultiple
    )
    must_read = forms.MultipleChoiceField(
        label=gettext_lazy("Who else must read it"),
        choices=_other_readers,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("The coordinator always must; everybody at the partner may."),
    )

    def __init__(self, *args: Any, directive: Directive | None = None, **kwargs: Any) -> None:
        kwargs["initial"] = _initial(directive) if directive else {"new_id": new_id()}
        super().__init__(*args, **kwargs)
        by_name = [
            (each.organisation.code, each.organisation.short_name) for each in editions.local_partnerships()
        ]
        regions = [(name, name) for name in queries.regions()]
        for name, choices in (("partners", by_name), ("regions", regions)):
            field = self.fields[name]
            assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - tells the type checker
            field.choices = choices

    def clean_choices(self) -> list[str]:
        """The answers, each once, in their order."""
        lines = (" ".join(line.split()) for line in self.cleaned_data["choices"].splitlines())
        found = list(dict.fromkeys(line for line in lines if line))
        if any(len(line) > 120 for line in found):
            raise forms.ValidationError(_("An answer has at most 120 characters."))
        if len(found) > MOST_CHOICES:
            raise forms.ValidationError(_("At most twelve answers: more than that nobody reads."))
        return found

    def clean(self) -> dict[str, Any]:
        """What belongs together, told at the field where it is missing."""
        given = self.cleaned_data
        if given.get("kind") == Directive.Kind.ANSWER:
            if not given.get("answer_kind"):
                self.add_error("answer_kind", _("Say how it is answered."))
            if not given.get("question"):
                self.add_error("question", _("Write the question."))
            is_choice = given.get("answer_kind") == Directive.AnswerKind.CHOICE
            if is_choice and len(given.get("choices") or ()) < 2:
                self.add_error("choices", _("Write at least two answers, one for each line."))
        if given.get("due_on") and given["due_on"] < today():
            self.add_error("due_on", _("This day has passed."))
        if given.get("to") == CHOSEN and not any(
            given.get(name) for name in ("lines", "regions", "partners")
        ):
            self.add_error("to", _("Choose at least one line, region or partner below."))
        return given

    def draft(self) -> Draft:
        """What was written, as the actions take it."""
        given = dict(self.cleaned_data)
        given.pop("new_id")
        if given.pop("to") == EVERYBODY:
            given |= {"lines": (), "regions": (), "partners": ()}
        if given["kind"] != Directive.Kind.ANSWER:
            given |= {"answer_kind": "", "question": "", "choices": ()}
        known: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in given.items()}
        return Draft(**known)


def _initial(directive: Directive) -> dict[str, Any]:
    same = ("subject", "text", "kind", "question", "answer_kind", "due_on", "lines", "regions", "partners")
    begin = {name: getattr(directive, name) for name in same}
    begin["choices"] = "\n".join(directive.choices)
    begin["to"] = EVERYBODY if directive.is_to_everybody else CHOSEN
    begin["must_read"] = [role for role in directive.must_read if role != COORDINATOR]
    return begin


class FileForm(forms.Form):
    """One file that goes with a draft."""

    file = forms.FileField(
        label=gettext_lazy("Add a file"),
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPT}),
        help_text=gettext_lazy(
            "A PDF, a picture, a text document or a spreadsheet, up to 10 MB each and five in all."
        ),
    )


class WithdrawForm(forms.Form):
    """Why it does not hold."""

    reason = forms.CharField(label=gettext_lazy("Why it is withdrawn"), max_length=300)


class AnswerForm(forms.Form):
    """The partner's answer, as the directive asks for it."""

    def __init__(self, directive: Directive, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label = directive.question or _("Answer")
        kind = directive.answer_kind
        if kind == Directive.AnswerKind.CHOICE:
            choices = [(choice, choice) for choice in directive.choices]
            self.fields["choice"] = forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect)
        elif kind == Directive.AnswerKind.NUMBER:
            self.fields["number"] = forms.DecimalField(
                label=label, max_digits=13, decimal_places=2, localize=False,
                widget=forms.NumberInput(attrs={"step": "any", "inputmode": "decimal"}),
            )  # fmt: skip
        else:
            self.fields["text"] = forms.CharField(
                label=label, max_length=4_000, widget=forms.Textarea(attrs={"rows": 5})
            )
