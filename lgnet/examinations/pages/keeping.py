# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Banks, the form of a test, its results and the answers that wait for marks: for the trainers."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.forms import Form
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lgnet.core import places
from lgnet.core.authz import Verdict
from lgnet.examinations import policies, queries
from lgnet.examinations.models import Attempt, Bank, Exam, QuestionVersion
from lgnet.examinations.pages.taking import Item, item
from lgnet.examinations.queries import PoolSize, Row, Weak
from lgnet.examinations.queries.results import PAGE
from lgnet.interop.sheets import CellOut, Column, write_csv
from lgnet.network.worker import Worker


@dataclass(frozen=True, slots=True)
class BanksPage:
    """Every bank, and the form of a new one."""

    banks: Sequence[PoolSize]
    form: Form


@dataclass(frozen=True, slots=True)
class BankPage:
    """A bank with its questions; with the form of one of them."""

    bank: Bank
    questions: Sequence[QuestionVersion]
    may: Verdict


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """The form of a question; `version` is the one that it follows."""

    bank: Bank
    form: Form
    version: QuestionVersion | None


@dataclass(frozen=True, slots=True)
class EditPage:
    """The form of a test."""

    form: Form
    exam: Exam | None


@dataclass(frozen=True, slots=True)
class ResultsPage:
    """Who sat a test and how; which questions went worst; who has more time."""

    exam: Exam
    rows: Sequence[Row]
    next_url: str
    weak: Sequence[Weak]
    form: Form


def bank_page(by: Worker, bank: Bank) -> BankPage:
    """One query."""
    return BankPage(bank, queries.questions_of(bank), policies.keep(by))


def results_page(exam: Exam, form: Form, after: str) -> ResultsPage:
    """Two queries."""
    rows = queries.results(exam, places.moment(after))
    next_url = ""
    if len(rows) > PAGE:
        last = rows[PAGE - 1].attempt
        place = urlencode({"after": places.written(last.begun_at, last.pk)})
        next_url = f"{reverse('examinations:results', args=[exam.pk])}?{place}"
    return ResultsPage(exam, rows[:PAGE], next_url, queries.weak_questions(exam), form)


@dataclass(frozen=True, slots=True)
class MarkingPage:
    """Attempts that wait for marks, the longest waiting first."""

    attempts: Sequence[Attempt]


@dataclass(frozen=True, slots=True)
class Sheet:
    """An open answer with what was typed of its mark."""

    item: Item
    points: str
    remark: str
    is_wrong: bool


@dataclass(frozen=True, slots=True)
class MarkPage:
    """The open answers of an attempt, without its author's name: who marks reads words, not people."""

    attempt: Attempt
    sheets: Sequence[Sheet]
    may: Verdict


def mark_page(by: Worker, attempt: Attempt, *, typed: object = None, wrong: Collection[int] = ()) -> MarkPage:
    """One query. `typed` is what was sent, where it comes back."""
    answers = [answer for answer in attempt.answers.select_related("asked") if answer.asked.kind == "text"]
    told = typed if isinstance(typed, dict) else {}
    sheets = [
        Sheet(
            item(attempt, answer),
            str(told.get(f"points{answer.position}", "" if answer.points is None else answer.points)),
            str(told.get(f"remark{answer.position}", answer.remark)),
            answer.position in wrong,
        )
        for answer in answers
    ]
    may = policies.mark(by, attempt, answers[0]) if answers else policies.read_to_mark(by, attempt)
    return MarkPage(attempt, sheets, may)


COLUMNS = (
    Column(_("Name"), 30),
    Column(_("Partner"), 22),
    Column(_("Attempt"), 8),
    Column(_("Begun"), 17),
    Column(_("Handed in"), 17),
    Column(_("Points"), 8),
    Column(_("Out of"), 8),
    Column(_("Passed"), 8),
)


def results_csv(rows: Sequence[Row]) -> bytes:
    """One line for each attempt."""
    lines: list[Sequence[CellOut]] = [
        (
            row.attempt.colleague.name, row.attempt.partner.short_name, row.attempt.number, row.attempt.begun_at,
            row.attempt.handed_at, row.attempt.points, row.attempt.most_points,
            "" if row.attempt.passed is None else int(row.attempt.passed),
        )
        for row in rows
    ]  # fmt: skip
    return b"".join(write_csv(COLUMNS, lines))
