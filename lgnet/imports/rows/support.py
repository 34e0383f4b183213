# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which of a case's interventions makes the person a participant supported: the same judge as for a single one."""

import datetime as dt
import uuid

from lgnet.cases.counted import judge
from lgnet.cases.models import Intake, Intervention
from lgnet.core.clock import ROME
from lgnet.counting.models import FactKind
from lgnet.imports.records import BulkCase, BulkIntake, BulkIntervention, BulkStay
from lgnet.imports.rows.writing import Subject, Writing, count_person
from lgnet.people.models import StayStatus

Done = list[tuple[uuid.UUID, BulkIntervention]]


def first_service_at(intake: BulkIntake, case: BulkCase | None) -> dt.datetime | None:
    """The moment that stops the clock: as given, or noon of the first intervention that was done."""
    if case is None or intake.first_service_at is not None:
        return intake.first_service_at
    days = [one.delivered_on for one in case.interventions if one.result == Intervention.Result.DONE]
    return max(dt.datetime.combine(min(days), dt.time(12), ROME), case.opened_at) if days else None


def count_support(writing: Writing, subject: Subject, intake: BulkIntake, done: Done) -> None:
    """Count the person from the first intervention that counts (rules CNT-5 to CNT-7)."""
    screened = Intake(eligibility=intake.eligibility)
    for pk, one in sorted(done, key=lambda pair: pair[1].delivered_on):
        row = Intervention(type=writing.types[one.type], result=one.result, delivered_on=one.delivered_on)
        if judge(row, screened, _stay_on(writing, subject.record.stays, one.delivered_on)).counts:
            evidence = f"cases.intervention:{pk}"
            count_person(writing, subject, FactKind.SUPPORTED, one.delivered_on, evidence)
            return


def _stay_on(writing: Writing, stays: tuple[BulkStay, ...], day: dt.date) -> StayStatus | None:
    begun = [stay for stay in stays if stay.from_on <= day]
    if not begun:
        return None
    stay = max(begun, key=lambda one: one.from_on)
    return StayStatus(
        status=writing.statuses[stay.status],
        expires_on=stay.expires_on,
        renewal_requested_on=stay.renewal_requested_on,
    )
