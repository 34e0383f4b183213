# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may keep tests, sit them, and mark them. Names are those of the actions."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from lgnet.core.authz import Verdict, no, yes
from lgnet.examinations.models import Admission, Answer, Attempt, Exam
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker

STATE = Exam.State


def keep(by: Worker) -> Verdict:
    """Write questions and tests, admit people, see results: the trainers of the network."""
    if not by.may(Permission.EXAM_KEEP):
        return no(_("Only the trainers of the network keep tests and see results."))
    return yes


def edit(by: Worker, exam: Exam) -> Verdict:
    """Change the rules of a test and what it draws."""
    if exam.state != STATE.DRAFT:
        return no(_("The rules of a test that was opened hold for everybody: make another test."))
    return keep(by)


def open_exam(by: Worker, exam: Exam) -> Verdict:
    """Let people sit it."""
    if exam.state == STATE.OPEN:
        return no(_("This test is open."))
    return keep(by)


def close_exam(by: Worker, exam: Exam) -> Verdict:
    """Let nobody begin any more; whoever has begun ends."""
    if exam.state != STATE.OPEN:
        return no(_("This test is not open."))
    return keep(by)


def begin(
    by: Worker, exam: Exam, admission: Admission | None, *, made: int, has_passed: bool, is_under_way: bool
) -> Verdict:
    """Begin another attempt."""
    if not by.may(Permission.EXAM_TAKE):
        return no(_("Your role does not include tests."))
    if exam.state != STATE.OPEN:
        return no(_("This test is not open."))
    if admission is None and not exam.for_everybody:
        return no(_("You are not enrolled for this test: ask who teaches the course."))
    if is_under_way:
        return no(_("You have an attempt under way: go on with it."))
    if has_passed:
        return no(_("You have passed this test."))
    if made >= exam.attempts + (admission.extra_attempts if admission else 0):
        return no(_("You have used all your attempts: ask who teaches the course."))
    return yes


def answer(by: Worker, attempt: Attempt, at: dt.datetime) -> Verdict:
    """Save an answer of one's own attempt while it is under way."""
    if attempt.colleague_id != by.user.pk:
        return no(_("Only whoever began an attempt answers it."))
    if attempt.state != Attempt.State.OPEN:
        return no(_("This attempt was handed in: it stays as it is."))
    if attempt.is_over(at):
        return no(_("Time is over: what you had answered was handed in."))
    return yes


def see_marking(by: Worker, *, waiting: int) -> Verdict:
    """See what waits for marks: the network's trainers always, a local trainer while there is something."""
    return yes if waiting else keep(by)


def read_to_mark(by: Worker, attempt: Attempt) -> Verdict:
    """Read the open answers of somebody else, to mark them."""
    if attempt.colleague_id == by.user.pk:
        return no(_("Nobody marks their own test."))
    return yes


def mark(by: Worker, attempt: Attempt, answer: Answer) -> Verdict:
    """Mark an open answer; until the attempt is judged the marks may be given anew.

    Attempts of others exist only for the trainers of the network and for who teaches what the test belongs to
    (row security, migration recognition 0003): whoever reads one may mark it.
    """
    if attempt.colleague_id == by.user.pk:
        return no(_("Nobody marks their own test."))
    if attempt.state != Attempt.State.MARKING or answer.asked.kind != answer.asked.Kind.TEXT:
        return no(_("There is nothing to mark here."))
    return yes
