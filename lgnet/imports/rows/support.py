# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a case makes countable: the same rules as for a single one."""

import datetime as dt
import uuid
from dataclasses import dataclass

from lgnet.cases.countable import Course, Ending, Measured, Service, causes
from lgnet.cases.counted import may_count
from lgnet.cases.models import Intervention
from lgnet.core.clock import ROME
from lgnet.imports.records import BulkAssessment, BulkCase, BulkIntake, BulkIntervention, BulkStay
from lgnet.imports.rows.writing import Subject, Writing, count_person, day
from lgnet.people.models import StayStatus


@dataclass(frozen=True, slots=True)
class Made:
    """What a case got, with the ids of the rows."""

    done: list[tuple[uuid.UUID, BulkIntervention]]
    assessments: list[tuple[uuid.UUID, BulkAssessment]]


def first_service_at(intake: BulkIntake, case: BulkCase | None) -> dt.datetime | None:
    """The moment that stops the clock: as given, or noon of the first intervention that was done."""
    if case is None or intake.first_service_at is not None:
        return intake.first_service_at
    days = [one.delivered_on for one in case.interventions if one.result == Intervention.Result.DONE]
    return max(dt.datetime.combine(min(days), dt.time(12), ROME), case.opened_at) if days else None


def count_case(
    writing: Writing, subject: Subject, intake: BulkIntake, case: BulkCase, made: Made, case_id: uuid.UUID
) -> None:
    """Count the person for what the case makes true: the same rules as for a single one (`countable.causes`)."""
    stays = subject.record.stays

    def papers(on: dt.date) -> bool:
        return may_count(intake.eligibility, _stay_on(writing, stays, on), on)

    done = [(pk, one) for pk, one in made.done if one.result == Intervention.Result.DONE]
    services = tuple(
        Service(pk, one.delivered_on, frozenset(writing.counts_for(one.type, one.delivered_on).split()))
        for pk, one in done
    )
    assessments = tuple(
        Measured(pk, one.assessed_on, one.moment, dict(one.scores)) for pk, one in made.assessments
    )
    ending = Ending(case_id, day(case.closed_at), case.helpfulness) if case.closed_at else None
    lines = sorted(set(case.lines))
    for kind, found in causes(Course(services, papers, assessments, ending)).items():
        count_person(writing, subject, kind, found[0].on, found[0].evidence, lines=lines)


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
