# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The answers to a survey: a mark for each question with a scale, and words if one likes."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from lgnet.evaluation.actions.answering import LONGEST
from lgnet.evaluation.models import Question
from lgnet.evaluation.models.answer import CANNOT_SAY
from lgnet.people.guard import seal_of
from lgnet.people.guard.asking import GuardedForm

WORDS = "words"


class AnswerForm(GuardedForm):
    """The questions of a questionnaire, as fields "q1", "q2" ... and "words"."""

    guarded = (WORDS,)
    guard_reason = None  # type: ignore[assignment]  # nobody reads a reason: the answer is nobody's
    is_sure = forms.BooleanField(
        label=gettext_lazy("Nobody we serve can be recognised from these words: send them as they are"),
        required=False,
    )

    def __init__(self, *args: Any, questions: Sequence[Question], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or "it"
        self.scales = [one for one in questions if one.answered == Question.Answered.SCALE]
        for one in self.scales:
            self.fields[f"q{one.position}"] = forms.TypedChoiceField(
                label=one.label(language),
                choices=[(n, str(n)) for n in range(1, 6)] + [(CANNOT_SAY, _("I cannot say"))],
                widget=forms.RadioSelect,
                coerce=int,
                error_messages={"required": _("Choose a number, or that you cannot say.")},
            )
        in_words = next((one for one in questions if one.answered == Question.Answered.WORDS), None)
        self.fields[WORDS] = forms.CharField(
            label=in_words.label(language) if in_words else _("Anything else?"),
            help_text=_("Write no names, yours neither: words are shown only together with those of others."),
            max_length=LONGEST,
            required=False,
            widget=forms.Textarea(attrs={"rows": 4}),
        )

    def scale_fields(self) -> Iterator[forms.BoundField]:
        """The fields with a scale, in their order."""
        return (self[f"q{one.position}"] for one in self.scales)

    def marks(self) -> list[int]:
        """The marks, in the order of the questions."""
        return [int(self.cleaned_data[f"q{one.position}"]) for one in self.scales]

    def sure(self) -> bool:
        """Whether somebody stands by these very words, of which the guard warned."""
        is_about_these = bool(self.cleaned_data.get("guard_seal")) and self.seal_holds()
        return is_about_these and bool(self.cleaned_data.get("is_sure"))

    def seal_holds(self) -> bool:
        """Whether the words are those that were warned of."""
        return str(self.cleaned_data["guard_seal"]) == seal_of(self.guarded_texts())
