# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page on which somebody answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import Form
from django.utils.translation import get_language

from lgnet.core.authz import Verdict
from lgnet.evaluation import policies
from lgnet.evaluation.models import Invitation, Question
from lgnet.network.worker import Worker
from lgnet.people.guard.asking import GuardedForm


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """The questions, or why there is nothing to answer any more."""

    invitation: Invitation
    form: GuardedForm
    may: Verdict


def answer_page(by: Worker, invitation: Invitation, form: GuardedForm) -> AnswerPage:
    """No query."""
    return AnswerPage(invitation, form, policies.answer(by, invitation))


@dataclass(frozen=True, slots=True)
class QuestionsPage:
    """The questions of a kind as they are asked now, and the form of the next version."""

    kind: str
    name: str
    number: int
    questions: Sequence[Question]
    form: Form
    may: Verdict

    @property
    def words(self) -> list[str]:
        """The questions in the language of the reader."""
        language = get_language() or "it"
        return [one.label(language) for one in self.questions]
