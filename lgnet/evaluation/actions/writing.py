# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The questions: those that are shipped, and the next version that the direction writes."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.evaluation import policies, shipped
from lgnet.evaluation.models import Question, Questionnaire
from lgnet.network.worker import Worker

MOST = 7  # questions: a survey that takes longer than two minutes is not answered


@dataclass(frozen=True, slots=True)
class Wording:
    """A question in both languages."""

    label_it: str
    label_en: str
    answered: str = Question.Answered.SCALE.value


@transaction.atomic
def write_questions(*, by: Worker, kind: str, wordings: Sequence[Wording]) -> Questionnaire:
    """Write the next version of the questions; surveys that were opened keep theirs."""
    policies.write_questions(by).enforce()
    if not 1 <= len(wordings) <= MOST:
        raise Refused(_("Ask from one to seven questions: a longer survey is not answered."))
    if not any(one.answered == Question.Answered.SCALE for one in wordings):
        raise Refused(_("At least one question has a scale: only numbers can be compared."))
    last = Questionnaire.objects.filter(kind=kind).order_by("-number").first()
    made = Questionnaire.objects.create(
        kind=kind, number=last.number + 1 if last else 1, written_at=now(), written_by=by.user
    )
    Question.objects.bulk_create(_rows(made, wordings))
    audit.record("survey.questions_written", on=made, survey=kind, number=made.number)
    return made


def _rows(questionnaire: Questionnaire, wordings: Sequence[Wording]) -> list[Question]:
    """Those with a scale first: marks are kept in their order."""
    in_order = sorted(wordings, key=lambda one: one.answered != Question.Answered.SCALE)
    return [
        Question(
            questionnaire=questionnaire, position=n, answered=one.answered, label_it=one.label_it,
            label_en=one.label_en,
        )
        for n, one in enumerate(in_order, start=1)
    ]  # fmt: skip


@transaction.atomic
def load_shipped() -> None:
    """Bring in the shipped versions that are not there yet. Repeatable; run as the owner after each migration."""
    versions: dict[tuple[str, int], list[Wording]] = defaultdict(list)
    for row in shipped.questions():
        versions[row.kind, row.number].append(Wording(row.label_it, row.label_en, row.answered))
    for (kind, number), wordings in versions.items():
        made, is_new = Questionnaire.objects.get_or_create(
            kind=kind, number=number, defaults={"written_at": now()}
        )
        if is_new:
            Question.objects.bulk_create(_rows(made, wordings))
