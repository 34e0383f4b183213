# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What somebody writes of a practice, says in a review, and tells of an adoption."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lgnet.cases.needs import need_choices
from lgnet.core.clock import today
from lgnet.core.ids import new_id
from lgnet.direction.indicators import INDICATORS
from lgnet.interop.attachments import KINDS
from lgnet.network.models import ActionLine, Colleague
from lgnet.practices.actions import Draft, Ending
from lgnet.practices.actions.writing import MOST_STEPS
from lgnet.practices.models import Adoption, AdoptionStep, Card, Language, Question

ACCEPT = ",".join(f".{ending}" for ending in KINDS)
STEP = 300


def _words(label: Any, help_text: Any = "", *, rows: int = 4, required: bool = False) -> Any:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=6_000,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def indicator_choices() -> list[tuple[str, str]]:
    """The indicators of persons and events, with none first."""
    return [("", _("None")), *((code, str(each.name)) for code, each in INDICATORS.items())]


class CardForm(forms.Form):
    """A card, as far as it goes: only the title is asked for, the rest before it is given to review."""

    new_id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(label=gettext_lazy("Title"), max_length=160)
    language = forms.ChoiceField(label=gettext_lazy("Written in"), choices=Language.choices, initial="it")
    context = _words(
        gettext_lazy("Context"),
        gettext_lazy("Where you work: what another city should know to compare itself."),
    )
    problem = _words(gettext_lazy("Problem"), gettext_lazy("What did not work before."))
    steps = _words(
        gettext_lazy("Steps"),
        gettext_lazy("One for each line, in order: who takes it up starts from them."),
        rows=7,
    )
    people = _words(
        gettext_lazy("Who works on it"), gettext_lazy("Professions and services, no names."), rows=2
    )
    cost = _words(gettext_lazy("What it costs"), gettext_lazy("Money and hours, and who pays."), rows=2)
    cost_euro = forms.IntegerField(
        label=gettext_lazy("Euro a year, about"), required=False, min_value=0, max_value=100_000_000
    )
    months = forms.IntegerField(
        label=gettext_lazy("Months until it ran"), required=False, min_value=0, max_value=120
    )
    results = _words(gettext_lazy("Results"), gettext_lazy("What changed, and how you know."))
    went_wrong = _words(
        gettext_lazy("What went wrong"), gettext_lazy("The most useful lines for whoever tries after you.")
    )
    transfer = _words(
        gettext_lazy("Transferability"), gettext_lazy("Where it can work, where it cannot, what it needs.")
    )
    contact = forms.CharField(
        label=gettext_lazy("Contact"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("An office, its address or telephone: read inside the network only."),
    )
    needs = forms.MultipleChoiceField(
        label=gettext_lazy("Needs it answers"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=need_choices,
    )
    lines = forms.MultipleChoiceField(
        label=gettext_lazy("Action lines"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=ActionLine.choices,
    )
    is_public = forms.BooleanField(
        label=gettext_lazy("Show it to everybody, on the public website too"),
        required=False,
        help_text=gettext_lazy(
            "Otherwise only the network reads it. Write no name and no story that points to somebody."
        ),
    )

    def __init__(self, *args: Any, card: Card | None = None, **kwargs: Any) -> None:
        kwargs["initial"] = _initial(card) if card else {"new_id": new_id()}
        super().__init__(*args, **kwargs)

    def clean_steps(self) -> tuple[str, ...]:
        """The steps in their order."""
        lines = [" ".join(line.split()) for line in self.cleaned_data["steps"].splitlines()]
        found = [line for line in lines if line]
        if len(found) > MOST_STEPS:
            raise forms.ValidationError(_("At most twenty steps: join those that belong together."))
        if any(len(line) > STEP for line in found):
            raise forms.ValidationError(_("A step has at most 300 characters: divide it in two."))
        return tuple(found)

    def draft(self) -> Draft:
        """What was written, as the actions take it."""
        given = {name: one for name, one in self.cleaned_data.items() if name != "new_id"}
        known: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in given.items()}
        return Draft(**known)


def _initial(card: Card) -> dict[str, Any]:
    begin = {name: getattr(card, name) for name in Draft.__dataclass_fields__}
    begin["steps"] = "\n".join(card.steps)
    return begin


class FigureForm(forms.Form):
    """Which indicator a card names."""

    indicator = forms.ChoiceField(label=gettext_lazy("Indicator"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["indicator"] = forms.ChoiceField(
            label=_("Indicator"),
            choices=indicator_choices()[1:],
            help_text=_("The figure of today is written down with the version of its definition."),
        )


class FileForm(forms.Form):
    """One file that goes with a card."""

    file = forms.FileField(
        label=gettext_lazy("Add a file"),
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPT}),
        help_text=gettext_lazy(
            "A PDF, a picture, a text document or a spreadsheet, up to 10 MB each and five in all."
        ),
    )


class WordsForm(forms.Form):
    """A question, an answer, or the reasons of a decision: words and nothing else."""

    def __init__(
        self, label: Any, *args: Any, required: bool = True, help_text: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"] = forms.CharField(
            label=label, required=required, max_length=4_000, help_text=help_text,
            widget=forms.Textarea(attrs={"rows": 3}),
        )  # fmt: skip


def answer_form(question: Question, data: Any = None) -> WordsForm:
    """The form that answers a question; several stand on one page."""
    return WordsForm(_("Answer"), data, auto_id=f"id_{question.pk.hex[-8:]}_%s")


def _day(label: Any, *, required: bool = False) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, widget=widget)


def _choose(people: Iterable[Colleague]) -> list[tuple[str, str]]:
    return [(str(one.pk), one.name) for one in people]


class AdoptForm(forms.Form):
    """How a partner begins to take a practice up."""

    aim = _words(gettext_lazy("What you want to reach"), rows=3)
    owner = forms.ChoiceField(label=gettext_lazy("Who leads it"))
    started_on = _day(gettext_lazy("Begins on"), required=True)
    due_on = _day(gettext_lazy("To be done by"))
    indicator = forms.ChoiceField(label=gettext_lazy("Indicator to look at"), required=False)

    def __init__(self, *args: Any, people: Iterable[Colleague], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in people}
        self.fields["owner"] = forms.ChoiceField(
            label=_("Who leads it"), choices=_choose(self.people.values())
        )
        self.fields["indicator"] = forms.ChoiceField(
            label=_("Indicator to look at"), required=False, choices=indicator_choices(),
            help_text=_("At the end the months before and after are put side by side: a hint, never a proof."),
        )  # fmt: skip
        self.fields["started_on"].initial = today()

    def clean(self) -> dict[str, Any]:
        """It ends after it begins."""
        given = self.cleaned_data
        if given.get("due_on") and given.get("started_on") and given["due_on"] < given["started_on"]:
            self.add_error("due_on", _("It cannot end before it begins."))
        return given

    def given(self) -> dict[str, Any]:
        """As the action takes it."""
        return {**self.cleaned_data, "owner": self.people[self.cleaned_data["owner"]]}


class StepForm(forms.Form):
    """A step: what, who, by when."""

    text = forms.CharField(label=gettext_lazy("Step"), max_length=STEP, required=False)
    owner = forms.ChoiceField(label=gettext_lazy("Who"), required=False)
    due_on = _day(gettext_lazy("By when"))

    def __init__(
        self, *args: Any, people: Iterable[Colleague], step: AdoptionStep | None = None, **kwargs: Any
    ) -> None:
        if step is not None:
            kwargs["initial"] = {"text": step.text, "owner": step.owner_id, "due_on": step.due_on}
            kwargs["auto_id"] = f"id_{step.position}_%s"
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in people}
        choices = [("", _("Nobody yet")), *_choose(self.people.values())]
        self.fields["owner"] = forms.ChoiceField(label=_("Who"), required=False, choices=choices)
        if step is None:
            self.fields["text"].required = True

    def given(self) -> dict[str, Any]:
        """As the action takes it."""
        return {**self.cleaned_data, "owner": self.people.get(self.cleaned_data["owner"])}


class EndForm(forms.Form):
    """With what result an adoption ended."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("How it ended"),
        choices=[choice for choice in Adoption.Outcome.choices if choice[0]],
        widget=forms.RadioSelect,
    )
    result = _words(
        gettext_lazy("What came of taking it up"), gettext_lazy("The network reads it."), required=True
    )
    changed = _words(gettext_lazy("What you did otherwise"), rows=3)
    feedback = _words(
        gettext_lazy("A word to the author"),
        gettext_lazy("Only the partner that wrote the card reads it."),
        rows=3,
    )

    def ending(self) -> Ending:
        """As the action takes it."""
        return Ending(**self.cleaned_data)


class RetireForm(forms.Form):
    """Why the partner no longer works like this."""

    reason = forms.CharField(label=gettext_lazy("Why you no longer do it"), max_length=300)
