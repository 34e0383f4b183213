# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Trainers keep banks of questions and the tests that draw from them."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused, Stale
from lgnet.core.clock import now
from lgnet.core.ids import new_id
from lgnet.examinations import policies, queries
from lgnet.examinations.models import Bank, Draw, Exam, Question, QuestionVersion
from lgnet.network.worker import Worker

KIND = QuestionVersion.Kind
STATE = Exam.State
MOST_OPTIONS = 10


@dataclass(frozen=True)
class Wording:
    """What somebody writes of a question; `options` as pairs of text and whether it is right."""

    kind: str
    text: str
    options: tuple[tuple[str, bool], ...] = ()
    feedback: str = ""
    points: int = 1


@dataclass(frozen=True)
class Draft:
    """The rules of a test and how many questions it draws from each bank."""

    code: str
    title: str
    instructions: str = ""
    minutes: int | None = None
    attempts: int = 2
    pass_percent: int = 60
    for_everybody: bool = False
    draws: Mapping[uuid.UUID, int] = field(default_factory=dict)


@transaction.atomic
def make_bank(*, by: Worker, title: str) -> Bank:
    """Begin a bank; the one of this title where there is one."""
    policies.keep(by).enforce()
    title = " ".join(title.split())
    if not title:
        raise Refused(_("Give the bank a title."))
    bank, made = Bank.objects.get_or_create(title=title, defaults={"made_at": now(), "made_by": by.user})
    if made:
        audit.record("exam.bank_made", on=bank)
    return bank


@transaction.atomic
def write_question(
    *, by: Worker, bank: Bank, wording: Wording, question: Question | None = None,
    question_id: uuid.UUID | None = None,
) -> QuestionVersion:  # fmt: skip
    """Write a question, or the next version of one: attempts under way keep the version they were asked.

    `question_id` is the id the form was drawn with: sent twice, it makes one question.
    """
    policies.keep(by).enforce()
    _check(wording)
    if question is None:
        known = Question.objects.filter(pk=question_id).first() if question_id else None
        if known is not None:
            return known.versions.latest("number")
        question = Question(id=question_id or new_id(), bank=bank)
        question.save(force_insert=True)
    else:
        question = Question.objects.select_for_update(of=("self",)).get(pk=question.pk)
    last = question.versions.order_by("-number").values_list("number", flat=True).first() or 0
    version = QuestionVersion(
        question=question, number=last + 1, kind=wording.kind, text=wording.text.strip(),
        options=[{"text": text.strip(), "right": right} for text, right in wording.options],
        feedback=wording.feedback.strip(), points=wording.points, written_at=now(), written_by=by.user,
    )  # fmt: skip
    version.save(force_insert=True)
    audit.record("exam.question_written", on=question, version=version.number)
    return version


def _check(wording: Wording) -> None:
    if not wording.text.strip():
        raise Refused(_("Write the question."))
    if wording.points < 1:
        raise Refused(_("A question is worth at least one point."))
    right = sum(is_right for _text, is_right in wording.options)
    if wording.kind == KIND.TEXT:
        if wording.options:
            raise Refused(_("An open question has no answers to choose from."))
        return
    if not 2 <= len(wording.options) <= MOST_OPTIONS or any(not text.strip() for text, _r in wording.options):
        raise Refused(_("Write from two to ten answers to choose from."))
    if right < 1 or (wording.kind != KIND.MULTIPLE and right != 1):
        raise Refused(_("Mark which answer is right: one, or several where there are several."))


@transaction.atomic
def retire_question(*, by: Worker, question: Question) -> None:
    """Draw it no more. Refused where a test that is open would lack questions."""
    policies.keep(by).enforce()
    question = Question.objects.select_for_update(of=("self",)).get(pk=question.pk)
    if question.retired_at is not None:
        return
    question.retired_at, question.retired_by = now(), by.user
    question.save(update_fields=["retired_at", "retired_by"])
    for exam in Exam.objects.filter(state=STATE.OPEN, draws__bank=question.bank_id).distinct():
        if queries.short_draws(exam):
            raise Refused(
                _("“%(title)s” is open and would lack questions: write another one first.")
                % {"title": exam.title}
            )
    audit.record("exam.question_retired", on=question)


@transaction.atomic
def restore_question(*, by: Worker, question: Question) -> None:
    """Draw it again."""
    policies.keep(by).enforce()
    question = Question.objects.select_for_update(of=("self",)).get(pk=question.pk)
    question.retired_at, question.retired_by = None, None
    question.save(update_fields=["retired_at", "retired_by"])
    audit.record("exam.question_restored", on=question)


@transaction.atomic
def make_exam(*, by: Worker, draft: Draft, exam_id: uuid.UUID | None = None) -> Exam:
    """Begin a test; it stays a draft until it is opened. Sent twice with one id, it makes one."""
    policies.keep(by).enforce()
    known = Exam.objects.filter(pk=exam_id).first() if exam_id else None
    if known is not None:
        return known
    exam = Exam(id=exam_id or new_id(), made_at=now(), made_by=by.user)
    _fill(exam, draft)
    _store(exam, is_new=True)
    _draw_from(exam, draft)
    audit.record("exam.made", on=exam)
    return exam


@transaction.atomic
def edit_exam(*, by: Worker, exam: Exam, draft: Draft) -> Exam:
    """Change a draft."""
    exam = locked(exam.pk)
    policies.edit(by, exam).enforce()
    _fill(exam, draft)
    _store(exam, is_new=False)
    _draw_from(exam, draft)
    audit.record("exam.edited", on=exam)
    return exam


def _store(exam: Exam, *, is_new: bool) -> None:
    try:
        with transaction.atomic():
            exam.save(force_insert=is_new)
    except IntegrityError as twice:
        raise Refused(_("Another test has this code.")) from twice


def _fill(exam: Exam, draft: Draft) -> None:
    exam.code, exam.title = draft.code.strip().lower(), " ".join(draft.title.split())
    exam.instructions, exam.minutes = draft.instructions.strip(), draft.minutes
    exam.attempts, exam.pass_percent = draft.attempts, draft.pass_percent
    exam.for_everybody = draft.for_everybody


def _draw_from(exam: Exam, draft: Draft) -> None:
    exam.draws.all().delete()
    Draw.objects.bulk_create(
        Draw(exam=exam, bank_id=bank, questions=questions)
        for bank, questions in draft.draws.items()
        if questions
    )


@transaction.atomic
def open_exam(*, by: Worker, exam: Exam) -> Exam:
    """Let people sit it. From now on its rules hold."""
    exam = locked(exam.pk)
    policies.open_exam(by, exam).enforce()
    if not exam.draws.exists():
        raise Refused(_("Say how many questions are drawn from which bank."))
    short = queries.short_draws(exam)
    if short:
        raise Refused(
            _("“%(bank)s” has fewer questions than are drawn from it.") % {"bank": short[0].bank.title}
        )
    return _become(exam, STATE.OPEN)


@transaction.atomic
def close_exam(*, by: Worker, exam: Exam) -> Exam:
    """Let nobody begin any more; whoever has begun may end."""
    exam = locked(exam.pk)
    policies.close_exam(by, exam).enforce()
    return _become(exam, STATE.CLOSED)


def _become(exam: Exam, state: Exam.State) -> Exam:
    if state not in Exam.NEXT[STATE(exam.state)]:
        raise Stale(_("This test has changed meanwhile: load the page again."))
    exam.state = state
    exam.save(update_fields=["state"])
    audit.record(f"exam.{state}", on=exam)
    return exam


def locked(exam_id: uuid.UUID) -> Exam:
    """The row as it is now, held until the transaction ends."""
    return Exam.objects.select_for_update(of=("self",)).get(pk=exam_id)


def export_results(*, by: Worker, exam: Exam, rows: int) -> None:
    """Write down that somebody took the results away in a file."""
    policies.keep(by).enforce()
    audit.record("exam.results_exported", on=exam, rows=rows)
