# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Trainers write questions and tests, and admit people with more time."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from lgnet.core.ids import new_id
from lgnet.examinations import queries
from lgnet.examinations.actions import Draft, Wording
from lgnet.examinations.models import Exam, QuestionVersion

KIND = QuestionVersion.Kind
OPTIONS = 6


class BankForm(forms.Form):
    """A new bank."""

    title = forms.CharField(label=gettext_lazy("Subject of the questions"), max_length=120)


class QuestionForm(forms.Form):
    """A question, or the next version of one."""

    new_id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    kind = forms.ChoiceField(
        label=gettext_lazy("How it is answered"),
        choices=KIND.choices,
        widget=forms.RadioSelect,
        initial=KIND.SINGLE,
    )
    text = forms.CharField(
        label=gettext_lazy("The question"), max_length=2_000, widget=forms.Textarea(attrs={"rows": 3})
    )
    truth = forms.ChoiceField(
        label=gettext_lazy("Where it is true or false, what is right"),
        choices=[("true", pgettext_lazy("answer", "True")), ("false", pgettext_lazy("answer", "False"))],
        widget=forms.RadioSelect,
        required=False,
    )
    points = forms.IntegerField(label=gettext_lazy("Points"), min_value=1, max_value=20, initial=1)
    feedback = forms.CharField(
        label=gettext_lazy("What is told afterwards"),
        help_text=gettext_lazy("Why the right answer is right, and where to read on."),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def __init__(self, *args: Any, version: QuestionVersion | None = None, **kwargs: Any) -> None:
        kwargs["initial"] = _wording_of(version) if version else {"new_id": new_id()}
        super().__init__(*args, **kwargs)
        for n in range(1, OPTIONS + 1):
            label = _("Answer %(n)s") % {"n": n}
            self.fields[f"option{n}"] = forms.CharField(label=label, max_length=400, required=False)
            self.fields[f"right{n}"] = forms.BooleanField(
                label=_("Answer %(n)s is right") % {"n": n}, required=False
            )

    @property
    def pairs(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The answers to choose from, each with its mark."""
        return [(self[f"option{n}"], self[f"right{n}"]) for n in range(1, OPTIONS + 1)]

    def wording(self) -> Wording:
        """What was written."""
        data = self.cleaned_data
        return Wording(data["kind"], data["text"], self._options(), data["feedback"], data["points"])

    def _options(self) -> tuple[tuple[str, bool], ...]:
        data = self.cleaned_data
        if data["kind"] == KIND.TEXT:
            return ()
        if data["kind"] == KIND.TRUE_FALSE:
            if not data["truth"]:
                return ()
            return (("true", data["truth"] == "true"), ("false", data["truth"] == "false"))
        pairs = ((data[f"option{n}"], data[f"right{n}"]) for n in range(1, OPTIONS + 1))
        return tuple((text, right) for text, right in pairs if text)


def _wording_of(version: QuestionVersion) -> dict[str, object]:
    values: dict[str, object] = {
        "kind": version.kind, "text": version.text, "points": version.points, "feedback": version.feedback,
    }  # fmt: skip
    if version.kind == KIND.TRUE_FALSE:
        values["truth"] = "true" if 0 in version.right else "false"
        return values
    for n, option in enumerate(version.options, start=1):
        values |= {f"option{n}": option["text"], f"right{n}": option["right"]}
    return values


class ExamForm(forms.Form):
    """The rules of a test, and how many questions it draws from each bank."""

    new_id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(label=gettext_lazy("Title"), max_length=160)
    code = forms.SlugField(
        label=pgettext_lazy("of a test", "Code"),
        max_length=40,
        help_text=gettext_lazy("Letters, digits and hyphens: it is printed on results."),
    )
    instructions = forms.CharField(
        label=gettext_lazy("Instructions"),
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    minutes = forms.IntegerField(
        label=gettext_lazy("Minutes"),
        min_value=1,
        max_value=480,
        required=False,
        help_text=gettext_lazy("Empty: no limit. Whoever needs more time gets it with their admission."),
    )
    attempts = forms.IntegerField(label=gettext_lazy("Attempts"), min_value=1, max_value=20, initial=2)
    pass_percent = forms.IntegerField(
        label=gettext_lazy("Per cent of the points to pass"), min_value=1, max_value=100, initial=60
    )
    for_everybody = forms.BooleanField(
        label=gettext_lazy("Everybody in the network may sit it, without being enrolled"), required=False
    )

    def __init__(self, *args: Any, exam: Exam | None = None, **kwargs: Any) -> None:
        kwargs["initial"] = _rules_of(exam) if exam else {"new_id": new_id()}
        super().__init__(*args, **kwargs)
        self.banks = queries.pool_sizes()
        for size in self.banks:
            self.fields[f"draw_{size.bank.pk}"] = forms.IntegerField(
                label=_("Questions from “%(bank)s”, which has %(n)s") % {"bank": size.bank.title, "n": size.questions},
                min_value=0, max_value=size.questions, required=False,
            )  # fmt: skip

    @property
    def draw_fields(self) -> list[forms.BoundField]:
        """One field for each bank."""
        return [self[f"draw_{size.bank.pk}"] for size in self.banks]

    def draft(self) -> Draft:
        """What was written."""
        data = self.cleaned_data
        draws: dict[uuid.UUID, int] = {
            size.bank.pk: n for size in self.banks if (n := data.get(f"draw_{size.bank.pk}"))
        }
        return Draft(
            data["code"], data["title"], data["instructions"], data["minutes"], data["attempts"],
            data["pass_percent"], data["for_everybody"], draws,
        )  # fmt: skip


def _rules_of(exam: Exam) -> dict[str, object]:
    names = ("title", "code", "instructions", "minutes", "attempts", "pass_percent", "for_everybody")
    drawn = {f"draw_{draw.bank_id}": draw.questions for draw in exam.draws.all()}
    return {name: getattr(exam, name) for name in names} | drawn


class AdmissionForm(forms.Form):
    """More time or attempts for somebody. Why they need it is not asked."""

    email = forms.EmailField(label=gettext_lazy("E-mail address"), max_length=254)
    extra_percent = forms.TypedChoiceField(
        label=gettext_lazy("More time"),
        coerce=int,
        choices=[
            (0, gettext_lazy("The time of everybody")),
            (25, gettext_lazy("A quarter more")),
            (50, gettext_lazy("Half as much again")),
            (100, gettext_lazy("Twice the time")),
        ],
        widget=forms.RadioSelect,
        initial=0,
    )
    extra_attempts = forms.IntegerField(
        label=gettext_lazy("More attempts"), min_value=0, max_value=20, initial=0
    )
