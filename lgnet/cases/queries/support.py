# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What decides whether somebody counts: the status of stay on a day, what was done, and the facts that stand."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable

from lgnet.cases.countable import Course, Ending, Measured, Service
from lgnet.cases.counted import may_count
from lgnet.cases.models import Assessment, Case, Intake, Intervention, Score
from lgnet.cases.models.assessment import Domain
from lgnet.core.clock import ROME
from lgnet.counting.models import CountingFact, FactKind
from lgnet.people.models import StayStatus


def stay_on(person_id: uuid.UUID, day: dt.date) -> StayStatus | None:
    """The status of stay of a person as of a day."""
    stays = StayStatus.objects.filter(person=person_id, from_on__lte=day).select_related("status")
    return stays.order_by("-from_on", "-recorded_at").first()


def standing_fact(person_id: uuid.UUID) -> CountingFact | None:
    """The fact by which a person counts as supported, not taken back; None where there is none."""
    facts = standing_facts(person_id, {FactKind.SUPPORTED})
    return facts[0] if facts else None


def standing_facts(subject_id: uuid.UUID, kinds: Collection[FactKind]) -> list[CountingFact]:
    """The facts of these kinds about a person that nobody took back, the earliest first, with their subjects."""
    facts = CountingFact.objects.filter(subject__subject_id=subject_id, kind__in=kinds, weight=1)
    standing = facts.exclude(corrections__weight=-1).select_related("subject")
    return list(standing.order_by("occurred_on", "id"))


def course_of(case: Case, rows: Iterable[Intervention]) -> Course:
    """A case as the count sees it, from its interventions (withdrawn ones may be among them)."""
    done = [row for row in rows if row.withdrawn_at is None and row.result == Intervention.Result.DONE]
    return Course(
        services=tuple(
            Service(row.pk, row.delivered_on, frozenset(row.type.on(row.delivered_on).counts_for.split()))
            for row in done
        ),
        may_count=_papers(case),
        assessments=_assessments(case) if case.closed_at else (),
        ending=_ending(case),
    )


def _papers(case: Case) -> Callable[[dt.date], bool]:
    eligibility = Intake.objects.values_list("eligibility", flat=True).get(pk=case.intake_id)
    stays = StayStatus.objects.filter(person=case.person_id).select_related("status")
    latest_first = list(stays.order_by("-from_on", "-recorded_at"))

    def on(day: dt.date) -> bool:
        stay = next((one for one in latest_first if one.from_on <= day), None)
        return may_count(eligibility, stay, day)

    return on


def _assessments(case: Case) -> tuple[Measured, ...]:
    rows = Score.objects.filter(assessment__case=case, domain__in=(Domain.HOUSING, Domain.LANGUAGE))
    levels: dict[uuid.UUID, dict[str, str]] = defaultdict(dict)
    for assessment_id, domain, value in rows.values_list("assessment_id", "domain", "value"):
        levels[assessment_id][domain] = value
    return tuple(
        Measured(row.pk, row.assessed_on, row.moment, levels[row.pk])
        for row in Assessment.objects.filter(case=case).only("id", "assessed_on", "moment")
    )


def _ending(case: Case) -> Ending | None:
    if case.closed_at is None:
        return None
    return Ending(case.pk, case.closed_at.astimezone(ROME).date(), case.helpfulness)
