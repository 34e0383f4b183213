# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The certificates of the demo: of the module that is over, one revoked and issued anew, one revoked; some credits."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from random import Random

from django.db import transaction

from lgnet.core.clock import ROME, today
from lgnet.core.ids import new_id
from lgnet.core.rowsecurity import acting_as
from lgnet.examinations.models import Exam
from lgnet.network.worker import Worker
from lgnet.recognition import actions, queries
from lgnet.recognition.models import Certificate, OutsideCourse, Scheme
from lgnet.training.queries import completed

SIGNATORY, AS_WHAT = "Elena Moretti", "Responsabile della formazione"
BADGES = 3
# Title, who held it, days ago, hours, credits, of which on deontology, whether it is an activity.
ELSEWHERE = (
    (
        "Etica e deontologia nel lavoro sociale",
        "Ordine regionale degli assistenti sociali",
        63,
        8,
        8,
        8,
        False,
    ),
    ("Supervisione professionale di gruppo", "Università degli studi", 120, 12, 12, 0, True),
    ("Competenze digitali per la PA", "Syllabus", 31, 6, 0, 0, False),
    ("Violenza di genere: riconoscere e accogliere", "Centro antiviolenza", 190, 15, 10, 2, False),
)


@transaction.atomic
def certify(*, by: Worker, workers: Sequence[Worker], exam: Exam, seed: int) -> int:
    """Issue the certificates of what is over, ask the test of what runs; how many certificates there are."""
    random = Random(seed)
    with acting_as(by.actor()):
        scheme = Scheme.objects.filter(code="cnoas", starts_on__lte=today(), ends_on__gte=today()).first()
        issued = _issue(by, scheme, exam)
        _revoke_two(by)
        firsts = list(Certificate.objects.filter(revoked_at=None).order_by("holder_name")[:BADGES])
    people = {worker.user.pk: worker for worker in workers}
    for one in firsts:
        if (holder := people.get(one.holder_id)) is not None:
            with acting_as(holder.actor()):
                actions.take_badge(by=holder, certificate=one)
    OutsideCourse.objects.bulk_create(_elsewhere(list(people.values()), scheme, random))
    return issued


def _issue(by: Worker, scheme: Scheme | None, exam: Exam) -> int:
    issued = 0
    for module in queries.modules_to_issue():
        first = module.sessions.order_by("starts_at").first()
        if first is None:
            continue
        is_over = bool(completed(module))
        day = first.starts_at.astimezone(ROME).date() - dt.timedelta(days=40)
        credited = actions.Terms(
            SIGNATORY, AS_WHAT, None if is_over else exam, scheme, Decimal(5), Decimal(1), f"ID {day:%y%m}72",
            day,
        )  # fmt: skip
        actions.set_award(
            by=by, module=module, terms=credited if scheme else actions.Terms(SIGNATORY, AS_WHAT)
        )
        if is_over:
            issued += actions.issue(by=by, module=module, tell=False)
    return issued


def _revoke_two(by: Worker) -> None:
    rows = list(Certificate.objects.order_by("-holder_name")[:2])
    for row, reason in zip(rows, ("wrong", "not_earned"), strict=False):
        note = (
            "Il cognome era scritto male." if reason == "wrong" else "Le presenze erano di un’altra persona."
        )
        actions.revoke(by=by, certificate=row, reason=reason, note=note, tell=False)
        if reason == "wrong":
            actions.reissue(by=by, certificate=row, tell=False)


def _elsewhere(people: Sequence[Worker], scheme: Scheme | None, random: Random) -> list[OutsideCourse]:
    rows = []
    for worker in people:
        for title, body, ago, hours, n, special, is_activity in random.sample(
            ELSEWHERE, random.randint(0, 3)
        ):
            gives = scheme is not None and n > 0
            ended = today() - dt.timedelta(days=ago + random.randint(0, 20))
            rows.append(
                OutsideCourse(
                    id=new_id(), colleague_id=worker.user.pk, partner_id=worker.partner_id, title=title, body=body,
                    ended_on=ended, hours=Decimal(hours), scheme=scheme if gives else None,
                    credits=Decimal(n if gives else 0), special_credits=Decimal(special if gives else 0),
                    is_activity=is_activity, entered_at=dt.datetime.combine(ended, dt.time(18), ROME),
                )
            )  # fmt: skip
    return rows
