# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A worker's tests, one of them, an attempt under way, and its result."""

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import pgettext

from lgnet.core.authz import Verdict
from lgnet.core.clock import now
from lgnet.examinations import policies, queries
from lgnet.examinations.drawing import order_of_options
from lgnet.examinations.models import Answer, Attempt, Exam, QuestionVersion
from lgnet.examinations.queries import Standing
from lgnet.network.worker import Worker

KIND = QuestionVersion.Kind
LOOKS = {Attempt.State.OPEN: "active", Attempt.State.MARKING: "waiting", Attempt.State.DONE: "done"}
SOON = 5  # minutes


@dataclass(frozen=True, slots=True)
class ListPage:
    """The tests somebody may sit; for trainers also those they keep, and what waits for marks."""

    offers: Sequence[Standing]
    keeps: bool
    exams: Sequence[Exam]
    waiting: int


def list_page(by: Worker) -> ListPage:
    """Four queries, five for a trainer of the network."""
    keeps = bool(policies.keep(by))
    return ListPage(
        offers=queries.offers(by),
        keeps=keeps,
        exams=list(Exam.objects.order_by("-made_at", "-id")[:100]) if keeps else [],
        waiting=len(queries.waiting_for_marks(by)[:100]),
    )


@dataclass(frozen=True, slots=True)
class ExamPage:
    """A test before it is begun: its rules and one's own attempts."""

    exam: Exam
    standing: Standing
    questions: int
    may_begin: Verdict
    may_keep: Verdict
    may_edit: Verdict
    may_open: Verdict
    may_close: Verdict


def exam_page(by: Worker, exam: Exam) -> ExamPage:
    """Three queries."""
    stands = queries.standing(by, exam)
    return ExamPage(
        exam=exam,
        standing=stands,
        questions=sum(exam.draws.values_list("questions", flat=True)),
        may_begin=policies.begin(
            by, exam, stands.admission, made=len(stands.attempts), has_passed=stands.has_passed,
            is_under_way=stands.under_way is not None,
        ),
        may_keep=policies.keep(by),
        may_edit=policies.edit(by, exam),
        may_open=policies.open_exam(by, exam),
        may_close=policies.close_exam(by, exam),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to choose from: where it stands in the bank, its words, whether it was chosen and is right."""

    place: int
    text: str
    chosen: bool
    right: bool


@dataclass(frozen=True, slots=True)
class Item:
    """A question of an attempt with what was answered."""

    answer: Answer
    kind: str
    options: Sequence[Option]

    @property
    def name(self) -> str:
        return f"q{self.answer.position}"

    @property
    def is_right(self) -> bool:
        return self.answer.points == self.answer.asked.points

    @property
    def is_open_text(self) -> bool:
        return self.kind == KIND.TEXT

    @property
    def many(self) -> bool:
        return self.kind == KIND.MULTIPLE


@dataclass(frozen=True, slots=True)
class Clock:
    """The time an attempt has left, in whole minutes begun; nothing where there is no limit."""

    attempt: Attempt
    minutes: int | None
    ends_at: dt.datetime | None

    @property
    def is_soon(self) -> bool:
        return self.minutes is not None and self.minutes <= SOON


def clock(attempt: Attempt) -> Clock:
    """What the server's clock says."""
    if attempt.ends_at is None:
        return Clock(attempt, None, None)
    left = (attempt.ends_at - now()).total_seconds() / 60
    return Clock(attempt, max(0, math.ceil(left)), attempt.ends_at)


@dataclass(frozen=True, slots=True)
class AttemptPage:
    """An attempt: to answer while it is under way, its result afterwards."""

    attempt: Attempt
    items: Sequence[Item]
    clock: Clock
    look: str
    shows_right: bool
    left: int
    is_mine: bool


def attempt_page(by: Worker, attempt: Attempt) -> AttemptPage:
    """Three queries. The right answers are told once another attempt would gain nothing by them."""
    answers = attempt.answers.select_related("asked", "marked_by")
    is_mine = attempt.colleague_id == by.user.pk
    stands = queries.standing(by, attempt.exam)
    return AttemptPage(
        attempt=attempt,
        items=[item(attempt, answer) for answer in answers],
        clock=clock(attempt),
        look=LOOKS[Attempt.State(attempt.state)],
        shows_right=not is_mine or stands.has_passed or stands.left == 0,
        left=stands.left,
        is_mine=is_mine,
    )


def item(attempt: Attempt, answer: Answer) -> Item:
    """A question with its options in the order drawn for the attempt; true comes before false."""
    asked = answer.asked
    order = order_of_options(attempt.seed, answer.position, len(asked.options))
    if asked.kind == KIND.TRUE_FALSE:
        order.sort()
    options = [
        Option(place, _words(asked, place), place in answer.chosen, place in asked.right) for place in order
    ]
    return Item(answer, asked.kind, options)


def _words(asked: QuestionVersion, place: int) -> str:
    if asked.kind == KIND.TRUE_FALSE:
        return pgettext("answer", "False") if place else pgettext("answer", "True")
    return str(asked.options[place]["text"])
