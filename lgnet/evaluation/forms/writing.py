# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The next version of the questions of a survey, in both languages."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from lgnet.evaluation.actions.writing import MOST, Wording
from lgnet.evaluation.models import Question

SCALES = MOST - 1


class QuestionsForm(forms.Form):
    """Up to six questions with a scale, and one that is answered in words; an empty line is no question."""

    def __init__(self, *args: Any, questions: Sequence[Question] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        scales = [one for one in questions if one.answered == Question.Answered.SCALE]
        words = next((one for one in questions if one.answered == Question.Answered.WORDS), None)
        for n in range(1, SCALES + 1):
            known = scales[n - 1] if n <= len(scales) else None
            self._pair(f"scale{n}", _("Question %(n)s, from 1 to 5") % {"n": n}, known)
        self._pair("words", _("Question answered in words"), words)

    def _pair(self, name: str, label: str, known: Question | None) -> None:
        for language, word in (("it", _("Italian")), ("en", _("English"))):
            self.fields[f"{name}_{language}"] = forms.CharField(
                label=f"{label} ({word})",
                max_length=200,
                required=False,
                initial=known.label(language) if known else "",
            )

    def names(self) -> Iterator[str]:
        """The questions by the names of their fields."""
        yield from (f"scale{n}" for n in range(1, SCALES + 1))
        yield "words"

    def clean(self) -> dict[str, Any]:
        """Both languages or neither; at least one question with a scale."""
        found: dict[str, Any] = super().clean() or self.cleaned_data
        for name in self.names():
            italian, english = found.get(f"{name}_it", ""), found.get(f"{name}_en", "")
            if bool(italian) != bool(english):
                missing = f"{name}_en" if italian else f"{name}_it"
                self.add_error(missing, _("Write it in both languages: everybody is asked in their own."))
        if not any(found.get(f"scale{n}_it") for n in range(1, SCALES + 1)):
            self.add_error("scale1_it", _("Ask at least one question with a scale."))
        return found

    def wordings(self) -> list[Wording]:
        """The questions that were written."""
        return [
            Wording(
                self.cleaned_data[f"{name}_it"], self.cleaned_data[f"{name}_en"],
                Question.Answered.WORDS if name == "words" else Question.Answered.SCALE,
            )
            for name in self.names()
            if self.cleaned_data[f"{name}_it"]
        ]  # fmt: skip
