# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The test of the demo: a bank, a test that is open, and attempts of every kind."""

import datetime as dt
from collections.abc import Sequence
from random import Random

from django.db import transaction

from lgnet.core.clock import now
from lgnet.core.rowsecurity import acting_as
from lgnet.demo.questions import BANK, CLOSED, CODE, INSTRUCTIONS, OPEN, REMARKS, SAID, TITLE
from lgnet.examinations import actions, queries
from lgnet.examinations.drawing import drawn
from lgnet.examinations.grading import passes, points_for
from lgnet.examinations.models import Admission, Answer, Attempt, Exam, QuestionVersion
from lgnet.network.worker import Worker

DRAWN = 7
SITTERS = 36
STATE, HANDED = Attempt.State, Attempt.Handed


@transaction.atomic
def write_tests(*, by: Worker, workers: Sequence[Worker], seed: int) -> Exam:
    """Write the bank and the test by the actions, and its attempts in bulk; whoever sits it is drawn by the seed."""
    random = Random(seed)
    with acting_as(by.actor()):
        exam = _exam(by)
        versions = {one.question_id: one for ones in queries.pool(exam).values() for one in ones}
        wanted = dict(exam.draws.values_list("bank_id", "questions"))
    pools: dict[object, list[object]] = {}
    for one in versions.values():
        pools.setdefault(one.question.bank_id, []).append(one.question_id)
    admissions, attempts, answers = [], [], []
    people = list({worker.user.pk: worker for worker in workers}.values())
    for turn, worker in enumerate(random.sample(people, min(SITTERS, len(people)))):
        admission = Admission(
            exam=exam, colleague_id=worker.user.pk, extra_percent=50 if turn == 3 else 0,
            admitted_at=exam.made_at, admitted_by_id=by.user.pk,
        )  # fmt: skip
        admissions.append(admission)
        attempt_seed = random.getrandbits(60)
        paper = [versions[one] for one in drawn(attempt_seed, pools, wanted)]  # type: ignore[arg-type]
        made = _attempt(exam, admission, worker, attempt_seed, turn, random)
        rows = [_answer(made, one, place, random, turn) for place, one in enumerate(paper, start=1)]
        _judge(exam, made, rows)
        attempts.append(made)
        answers += rows
    Admission.objects.bulk_create(admissions)
    Attempt.objects.bulk_create(attempts)
    Answer.objects.bulk_create(answers)
    return exam


def _exam(by: Worker) -> Exam:
    bank = actions.make_bank(by=by, title=BANK)
    last = actions.make_bank(by=by, title=f"{BANK}: domande aperte")
    for wording in CLOSED:
        actions.write_question(by=by, bank=bank, wording=wording)
    actions.write_question(by=by, bank=last, wording=OPEN)
    draft = actions.Draft(
        CODE,
        TITLE,
        INSTRUCTIONS,
        minutes=40,
        attempts=2,
        for_everybody=True,
        draws={bank.pk: DRAWN, last.pk: 1},
    )
    exam = actions.make_exam(by=by, draft=draft)
    exam.made_at = now() - dt.timedelta(days=45)
    exam.save(update_fields=["made_at"])
    return actions.open_exam(by=by, exam=exam)


def _attempt(
    exam: Exam, admission: Admission, worker: Worker, seed: int, turn: int, random: Random
) -> Attempt:
    """One in nine is under way, one in six waits for marks, one in twelve ran out of time."""
    is_open = turn % 9 == 8
    begun = now() - dt.timedelta(
        minutes=random.randint(1, 25) if is_open else random.randint(2 * 1_440, 40 * 1_440)
    )
    ends = begun + dt.timedelta(minutes=60 if admission.extra_percent else 40)
    attempt = Attempt(
        admission=admission, exam=exam, colleague_id=worker.user.pk, partner_id=worker.partner_id, number=1, seed=seed,
        begun_at=begun, ends_at=ends, state=STATE.OPEN if is_open else STATE.MARKING,
    )  # fmt: skip
    if not is_open:
        by_time = turn % 12 == 11
        attempt.handed = HANDED.BY_TIME if by_time else HANDED.BY_HAND
        attempt.handed_at = ends if by_time else begun + dt.timedelta(minutes=random.randint(9, 38))
    return attempt


def _answer(attempt: Attempt, asked: QuestionVersion, place: int, random: Random, turn: int) -> Answer:
    row = Answer(
        attempt=attempt, partner_id=attempt.partner_id, colleague_id=attempt.colleague_id, position=place, asked=asked,
        saved_at=attempt.begun_at + dt.timedelta(minutes=place),
    )  # fmt: skip
    if asked.kind == QuestionVersion.Kind.TEXT:
        row.text = SAID[turn % len(SAID)]
    elif random.random() < 0.78:
        row.chosen = sorted(asked.right)
    else:
        row.chosen = [random.randrange(len(asked.options))]
    if attempt.state != STATE.OPEN:
        row.points = points_for(asked, chosen=row.chosen, text=row.text)
    if row.points is None and attempt.state != STATE.OPEN and turn % 6:
        assert attempt.handed_at is not None  # noqa: S101 - it was handed in
        row.points, row.remark = random.randint(1, asked.points), REMARKS[turn % len(REMARKS)]
        row.marked_at = attempt.handed_at + dt.timedelta(hours=5)
        row.marked_by_id = attempt.exam.made_by_id
    return row


def _judge(exam: Exam, attempt: Attempt, rows: Sequence[Answer]) -> None:
    attempt.most_points = sum(row.asked.points for row in rows)
    if attempt.state == STATE.OPEN:
        return
    attempt.points = sum(row.points or 0 for row in rows)
    if all(row.points is not None for row in rows):
        attempt.state, attempt.marked_at = STATE.DONE, attempt.handed_at
        attempt.passed = passes(attempt.points, attempt.most_points, exam.pass_percent)
