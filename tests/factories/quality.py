# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is kept about the quality of data, as the tests need it."""

import datetime as dt

from lgnet.core.clock import now, today
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.network.worker import Worker
from lgnet.people.models import Person
from lgnet.quality.models import Dismissal, Measure, Pile, Suspicion, WorkerMeasure


def a_dismissal(by: Worker, of: Person, check: str = "no_birth_date", reason: str = "not_known") -> Dismissal:
    """Somebody said why a value is missing; call it while they act."""
    return Dismissal.objects.create(
        partner_id=by.partner_id, check_code=check, subject_id=of.pk, reason=reason, dismissed_at=now(),
        dismissed_by_id=by.user.pk,
    )  # fmt: skip


def a_night(
    of: Worker, who: Person, check: str = "no_birth_date", looked_at: int = 10, failed: int = 3
) -> None:
    """What the job of the night leaves at a partner: a measure, a colleague's measure, a suspicion."""
    week = today() - dt.timedelta(days=today().weekday())
    numbers = {"check_code": check, "week": week, "looked_at": looked_at, "failed": failed}
    with acting_as(Actor(DbRole.WORKER, of.partner_id)):
        Measure.objects.create(partner_id=of.partner_id, measured_at=now(), **numbers)
        WorkerMeasure.objects.create(partner_id=of.partner_id, worker_id=of.user.pk, **numbers)
        Suspicion.objects.create(
            partner_id=of.partner_id, check_code="placeholder_name", person=who, person_version=who.version,
            found_at=now(),
        )  # fmt: skip
        Pile.objects.create(
            membership=of.membership, partner_id=of.partner_id, people=1, counted_at=now(),
            heads=[[str(who.pk), 0, check, str(who.pk), None]],
        )  # fmt: skip
