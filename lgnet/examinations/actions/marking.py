# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The trainer marks open answers; when the last one is marked, the attempt is judged and its author told."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.examinations import notifications, policies
from lgnet.examinations.actions.judging import judge_or_wait
from lgnet.examinations.actions.sitting import locked
from lgnet.examinations.models import Attempt
from lgnet.network.worker import Worker


@dataclass(frozen=True)
class Mark:
    """What a trainer gives to an open answer."""

    points: int
    remark: str = ""


@transaction.atomic
def mark(*, by: Worker, attempt: Attempt, marks: Mapping[int, Mark]) -> Attempt:
    """Mark open answers by their position; those without a mark wait."""
    attempt = locked(attempt.pk)
    rows = list(attempt.answers.select_related("asked"))
    for row in rows:
        if row.position not in marks:
            continue
        policies.mark(by, attempt, row).enforce()
        given = marks[row.position]
        if not 0 <= given.points <= row.asked.points:
            raise Refused(_("Give from 0 to %(n)s points.") % {"n": row.asked.points})
        row.points, row.remark = given.points, given.remark.strip()[:2_000]
        row.marked_at, row.marked_by = now(), by.user
        row.save(update_fields=["points", "remark", "marked_at", "marked_by"])
    audit.record("exam.answers_marked", on=attempt, answers=len(marks))
    judge_or_wait(attempt, rows)
    if attempt.state == Attempt.State.DONE:
        letter = notifications.Letter(
            attempt.colleague.email, attempt.colleague.language,
            f"{settings.SITE_ADDRESS}/tests/attempts/{attempt.pk}/",
        )  # fmt: skip
        transaction.on_commit(partial(notifications.marked, letter), robust=True)
    return attempt
