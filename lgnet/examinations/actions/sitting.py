# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Somebody sits a test: begins, answers as they go, hands in once; or time hands in what is there."""

import datetime as dt
import secrets
import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.examinations import policies, queries
from lgnet.examinations.actions.judging import judge_or_wait
from lgnet.examinations.drawing import drawn
from lgnet.examinations.grading import points_for
from lgnet.examinations.models import Admission, Answer, Attempt, Exam, QuestionVersion
from lgnet.examinations.queries.taking import minutes_for
from lgnet.network.worker import Worker

TEXT = 8_000
# What was sent in the last second arrives a little later; the page says the time without it.
GRACE = dt.timedelta(seconds=10)


@dataclass(frozen=True)
class Given:
    """What somebody answers to one question: positions of options, or words."""

    chosen: frozenset[int] = frozenset()
    text: str = ""


@transaction.atomic
def admit(
    *, by: Worker, exam: Exam, colleagues: Collection[uuid.UUID], extra_percent: int = 0, extra_attempts: int = 0
) -> int:  # fmt: skip
    """Let colleagues (by their ids) sit a test; how many are new.

    Whoever is admitted already keeps their admission, with more time or attempts where these are given.
    """
    policies.keep(by).enforce()
    known = Admission.objects.filter(exam=exam, colleague__in=colleagues)
    there = set(known.values_list("colleague_id", flat=True))
    if extra_percent or extra_attempts:
        known.update(extra_percent=extra_percent, extra_attempts=extra_attempts)
    fresh = [
        Admission(
            exam=exam, colleague_id=colleague, extra_percent=extra_percent, extra_attempts=extra_attempts,
            admitted_at=now(), admitted_by=by.user,
        )
        for colleague in colleagues
        if colleague not in there
    ]  # fmt: skip
    Admission.objects.bulk_create(fresh, ignore_conflicts=True)
    audit.record("exam.admitted", on=exam, people=len(colleagues), with_more_time=bool(extra_percent))
    return len(fresh)


@transaction.atomic
def begin(*, by: Worker, exam: Exam) -> Attempt:
    """Begin an attempt, or go on with the one under way: two clicks begin one."""
    admission = _entered(by, exam)
    end_mine(by=by, exam=exam)
    stands = queries.standing(by, exam)
    if stands.under_way is not None:
        return stands.under_way
    policies.begin(
        by, exam, admission, made=len(stands.attempts), has_passed=stands.has_passed, is_under_way=False
    ).enforce()
    if stands.is_waiting:
        raise Refused(_("Your last attempt is still being marked: wait for its result."))
    attempt = _new_attempt(by, exam, admission, len(stands.attempts) + 1)
    audit.record("exam.begun", on=attempt, exam=exam.pk, number=attempt.number)
    return attempt


def _entered(by: Worker, exam: Exam) -> Admission | None:
    """Their admission, held: made now where the test is for everybody."""
    found = Admission.objects.filter(exam=exam, colleague=by.user.pk).first()
    if found is None and exam.for_everybody and exam.state == Exam.State.OPEN:
        made = Admission(exam=exam, colleague_id=by.user.pk, admitted_at=now(), admitted_by_id=by.user.pk)
        Admission.objects.bulk_create([made], ignore_conflicts=True)
        found = Admission.objects.filter(exam=exam, colleague=by.user.pk).first()
    return found


def _new_attempt(by: Worker, exam: Exam, admission: Admission | None, number: int) -> Attempt:
    assert admission is not None  # noqa: S101 - the policy refuses whoever is not admitted
    seed, begun_at = secrets.randbelow(2**62), now()
    minutes = minutes_for(exam, admission)
    questions = _questions(exam, seed)
    attempt = Attempt(
        admission=admission, exam=exam, colleague_id=by.user.pk, partner_id=by.partner_id, number=number, seed=seed,
        begun_at=begun_at, ends_at=begun_at + dt.timedelta(minutes=minutes) if minutes else None,
        most_points=sum(one.points for one in questions),
    )  # fmt: skip
    # Two clicks at once: the second finds the attempt of the first.
    Attempt.objects.bulk_create([attempt], ignore_conflicts=True)
    found = Attempt.objects.filter(admission=admission, state=Attempt.State.OPEN).first()
    if found is None:
        raise Refused(_("You have used all your attempts: ask who teaches the course."))
    if found.pk == attempt.pk:
        Answer.objects.bulk_create(
            Answer(
                attempt=attempt, partner_id=by.partner_id, colleague_id=by.user.pk, position=place, asked=one
            )
            for place, one in enumerate(questions, start=1)
        )
    return found


def _questions(exam: Exam, seed: int) -> list[QuestionVersion]:
    wanted = dict(exam.draws.values_list("bank_id", "questions"))
    pools = queries.pool(exam)
    versions = {one.question_id: one for ones in pools.values() for one in ones}
    ids = {bank: [one.question_id for one in ones] for bank, ones in pools.items()}
    try:
        return [versions[question] for question in drawn(seed, ids, wanted)]
    except ValueError as too_few:
        raise Refused(_("This test lacks questions: tell who teaches the course.")) from too_few


@transaction.atomic
def save_answer(*, by: Worker, attempt: Attempt, position: int, given: Given) -> Attempt:
    """Keep an answer; until the attempt is handed in it may change. After the time, hands in what is there."""
    attempt = locked(attempt.pk)
    if _ran_out(by, attempt):
        return attempt
    policies.answer(by, attempt, now() - GRACE).enforce()
    _keep(attempt, {position: given})
    return attempt


def _keep(attempt: Attempt, answers: Mapping[int, Given]) -> None:
    rows = list(attempt.answers.select_related("asked").filter(position__in=answers))
    for row in rows:
        given = answers[row.position]
        row.chosen = _possible(row.asked, given.chosen)
        row.text = given.text.strip()[:TEXT] if row.asked.kind == QuestionVersion.Kind.TEXT else ""
        row.saved_at = now()
    Answer.objects.bulk_update(rows, ["chosen", "text", "saved_at"])


def _possible(asked: QuestionVersion, chosen: Collection[int]) -> list[int]:
    """The options that exist; of those that exclude each other, one."""
    found = sorted(place for place in chosen if 0 <= place < len(asked.options))
    return found if asked.kind == QuestionVersion.Kind.MULTIPLE else found[:1]


@transaction.atomic
def hand_in(*, by: Worker, attempt: Attempt, answers: Mapping[int, Given] | None = None) -> Attempt:
    """Hand in, with the answers that the page sent; handed in twice it counts once, as it was the first time."""
    attempt = locked(attempt.pk)
    if attempt.colleague_id == by.user.pk and attempt.state != Attempt.State.OPEN:
        return attempt
    if _ran_out(by, attempt):
        return attempt
    policies.answer(by, attempt, now() - GRACE).enforce()
    if answers:
        _keep(attempt, answers)
    return _end(attempt, Attempt.Handed.BY_HAND, now())


def _ran_out(by: Worker, attempt: Attempt) -> bool:
    """Hand in by time what is one's own and over; whether it was."""
    is_over = attempt.state == Attempt.State.OPEN and attempt.is_over(now() - GRACE)
    if is_over and attempt.colleague_id == by.user.pk:
        _end(attempt, Attempt.Handed.BY_TIME, attempt.ends_at or now())
        return True
    return False


def _end(attempt: Attempt, how: Attempt.Handed, at: dt.datetime) -> Attempt:
    rows = list(attempt.answers.select_related("asked"))
    for row in rows:
        row.points = points_for(row.asked, chosen=row.chosen, text=row.text)
    Answer.objects.bulk_update(rows, ["points"])
    attempt.handed, attempt.handed_at = how, at
    judge_or_wait(attempt, rows)
    audit.record("exam.handed_in", on=attempt, how=how)
    return attempt


@transaction.atomic
def end_mine(*, by: Worker, exam: Exam) -> None:
    """Hand in by time one's own attempt at a test, if it is over."""
    rows = (
        Attempt.objects.select_for_update(of=("self",))
        .filter(exam=exam, colleague=by.user.pk, state=Attempt.State.OPEN)
        .select_related("exam")
    )
    for attempt in rows:
        _ran_out(by, attempt)


def end_what_ran_out(*, at: dt.datetime) -> int:
    """Hand in by time the attempts of the partner acting now that are over; how many.

    Run by a job as `lgnet_worker`, in the transaction in which it acts for the partner.
    """
    rows = (
        Attempt.objects.select_for_update(of=("self",), skip_locked=True)
        .filter(state=Attempt.State.OPEN, ends_at__lte=at - GRACE)
        .select_related("exam")
    )
    ended = [_end(attempt, Attempt.Handed.BY_TIME, attempt.ends_at or at) for attempt in rows]
    return len(ended)


def locked(attempt_id: uuid.UUID) -> Attempt:
    """The row as it is now, held until the transaction ends."""
    return Attempt.objects.select_for_update(of=("self",)).select_related("exam").get(pk=attempt_id)
