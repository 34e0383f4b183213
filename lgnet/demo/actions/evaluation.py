# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The surveys of the demo: of the module that is over one is closed and tells, the one three months later is open."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from random import Random
from uuid import UUID

from django.db import connection, transaction

from lgnet.core.clock import ROME, today
from lgnet.demo.accounts import FIRST_PARTNER
from lgnet.demo.opinions import AGREEMENT, REMARKS
from lgnet.evaluation.models import Answer, Invitation, Questionnaire, Remark, Survey, SurveyKind
from lgnet.evaluation.queries.asking import TERMS, months_later
from lgnet.network.worker import Worker
from lgnet.training.models import Attendance, Enrolment, Module, Session

ANSWERING = {SurveyKind.USEFULNESS: 0.78, SurveyKind.USE: 0.4}
WRITING = 0.35  # of those who answer


@transaction.atomic
def survey(*, workers: Sequence[Worker], seed: int) -> int:
    """Ask everybody who attended a module that is over; how many answers there are."""
    random = Random(seed)
    waits = _who_is_shown(workers)
    answers = 0
    for module in Module.objects.filter(state=Module.State.OPEN):
        last = Session.objects.filter(module=module).order_by("-ends_at").first()
        if last is None or last.ends_at.astimezone(ROME).date() >= today():
            continue
        for kind in SurveyKind:
            ended_on = last.ends_at.astimezone(ROME).date()
            opens = months_later(ended_on, TERMS[kind].months) + dt.timedelta(days=kind == SurveyKind.USE)
            if opens <= today():
                answers += _ask(module, kind, opens, random, waits)
    return answers


def _who_is_shown(workers: Sequence[Worker]) -> UUID:
    """The case manager of the first partner, as whom visitors enter: the open survey waits for her answer."""
    return next(
        one.user.pk
        for one in workers
        if one.organisation.code == FIRST_PARTNER and one.membership.role == "case_manager"
    )


def _ask(module: Module, kind: SurveyKind, opens: dt.date, random: Random, waits: UUID) -> int:
    closes = opens + dt.timedelta(days=TERMS[kind].days_open)
    questionnaire = Questionnaire.objects.filter(kind=kind).order_by("-number")[0]
    made = Survey.objects.create(
        module=module, kind=kind, questionnaire=questionnaire, opens_on=opens, closes_on=closes
    )
    people = Attendance.objects.filter(minutes__gt=0).values("enrolment")
    rows = Enrolment.objects.filter(module=module, pk__in=people, state=Enrolment.State.SEATED)
    asked = [
        Invitation(
            survey=made, enrolment=row, partner_id=row.partner_id, colleague_id=row.colleague_id, invited_on=opens,
            answered=row.colleague_id != waits and random.random() < ANSWERING[kind],
        )
        for row in rows.order_by("pk")
    ]  # fmt: skip
    Invitation.objects.bulk_create(asked)
    scales = questionnaire.questions.filter(answered="scale").count()
    _answer(made, Counter(one.partner_id for one in asked if one.answered), scales, random)
    if closes < today():
        with connection.cursor() as cursor:
            cursor.execute("select evaluation_close(%s, %s)", [made.pk, closes + dt.timedelta(days=1)])
    return sum(one.answered for one in asked)


def _answer(made: Survey, partners: "Counter[UUID]", scales: int, random: Random) -> None:
    """So many answers of each partner: nobody's."""
    kinds = [partner for partner, n in partners.items() for _each in range(n)]
    Answer.objects.bulk_create(
        Answer(survey=made, partner_id=partner, marks=random.choices(range(6), AGREEMENT, k=scales))
        for partner in kinds
    )
    texts = list(REMARKS[made.kind])
    random.shuffle(texts)
    writing = [partner for partner in kinds if random.random() < WRITING]
    Remark.objects.bulk_create(
        Remark(survey=made, partner_id=partner, text=text)
        for partner, text in zip(writing, texts, strict=False)
    )
