# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The first service: it stops the clock and may count the person as supported, or is taken back with its slip."""

import datetime as dt
import uuid

from lgnet.cases.actions.intake import locked, mark_first_service, set_clock
from lgnet.cases.counted import judge
from lgnet.cases.models import Case, Intake, Intervention
from lgnet.cases.queries.support import standing_fact, stay_on
from lgnet.core import audit
from lgnet.core.clock import ROME, now, today
from lgnet.counting import actions as counting
from lgnet.counting.models import CountingFact, FactKind
from lgnet.network.worker import Worker


def refresh_support(*, by: Worker, case: Case) -> None:
    """Bring the clock and the count to what the interventions of the case say now."""
    done = _done(case)
    _refresh_clock(by, case, done)
    fact = standing_fact(case.person_id)
    if fact is not None:
        reason = _no_longer(fact, case, done)
        if not reason:
            return
        counting.counter(fact=fact, reason=reason)
        audit.record("case.support_taken_back", on=case, reason=reason)
    _count(case, done)


def _done(case: Case) -> list[Intervention]:
    rows = Intervention.objects.filter(case=case, withdrawn_at=None, result=Intervention.Result.DONE)
    return list(rows.select_related("type").order_by("delivered_on", "recorded_at"))


def _refresh_clock(by: Worker, case: Case, done: list[Intervention]) -> None:
    if done:
        first = done[0]
        noon = dt.datetime.combine(first.delivered_on, dt.time(12), ROME)
        at = first.recorded_at if first.delivered_on == today() else noon
        mark_first_service(by=by, intake_id=case.intake_id, at=min(at, now()))
        return
    intake = locked(case.intake_id)
    if intake.first_service_at is not None:
        intake.first_service_at = None
        intake.version += 1
        set_clock(intake)
        intake.save()


def _evidence_of(fact: CountingFact) -> str:
    return fact.subject.evidence


def _no_longer(fact: CountingFact, case: Case, done: list[Intervention]) -> str:
    """Why a fact holds no longer; "" where it holds, or was stated by another case or before this platform."""
    evidence = {f"cases.intervention:{row.pk}": row for row in done}
    row = evidence.get(_evidence_of(fact))
    if row is None:
        return "the intervention was taken back" if _taken_back(fact) else ""
    if _counts(case, row):
        return ""
    return "the status of stay or the eligibility of that day was corrected"


def _counts(case: Case, row: Intervention) -> bool:
    intake = Intake.objects.get(pk=case.intake_id)
    return judge(row, intake, stay_on(case.person_id, row.delivered_on)).counts


def _taken_back(fact: CountingFact) -> bool:
    label, _, row_id = _evidence_of(fact).partition(":")
    if label != "cases.intervention" or not row_id:
        return False
    return Intervention.objects.filter(pk=uuid.UUID(row_id), withdrawn_at__isnull=False).exists()


def _count(case: Case, done: list[Intervention]) -> None:
    person = case.person
    for row in done:
        if not _counts(case, row):
            continue
        counting.state(
            kind=FactKind.SUPPORTED,
            partner_id=case.partner_id,
            occurred_on=row.delivered_on,
            subject_id=case.person_id,
            evidence=f"cases.intervention:{row.pk}",
            pseudonym=None if person.pseudonym is None else bytes(person.pseudonym),
            is_weak=person.pseudonym_is_weak,
            sex=person.sex,
            band=counting.age_band(person.birth_date, row.delivered_on),
        )
        audit.record("case.support_counted", on=case, intervention=row.pk)
        return
