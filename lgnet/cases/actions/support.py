# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a case makes true is counted, in the transaction that makes it true; taken back, so is the count.

The first service also stops the clock of timeliness.
"""

import datetime as dt

from lgnet.cases.actions.intake import locked, mark_first_service, set_clock
from lgnet.cases.countable import BY_SERVICE, Cause, causes
from lgnet.cases.models import Assessment, Case, Intervention
from lgnet.cases.queries.support import course_of, standing_facts
from lgnet.core import audit
from lgnet.core.clock import ROME, now, today
from lgnet.counting import actions as counting
from lgnet.counting.models import CountingFact, FactKind
from lgnet.network.worker import Worker

OF_A_CASE = (
    FactKind.ASSISTED, FactKind.SUPPORTED, *BY_SERVICE.values(), FactKind.LEVEL_GAINED, FactKind.HELPFUL,
    FactKind.HOUSED,
)  # fmt: skip
Standing = dict[FactKind, list[CountingFact]]


def refresh_support(*, by: Worker, case: Case) -> None:
    """Bring the clock and the count to what the case says now."""
    rows = _interventions(case)
    _refresh_clock(by, case, rows)
    _refresh_count(case, rows)


def refresh_count(*, case: Case) -> None:
    """Bring the count alone to what the case says now: it was closed, or its closure was taken back."""
    _refresh_count(case, _interventions(case))


def _interventions(case: Case) -> list[Intervention]:
    """All of the case, also those taken back: what rested on them is taken back too."""
    rows = Intervention.objects.filter(case=case).select_related("type")
    return list(rows.order_by("delivered_on", "recorded_at"))


def _refresh_clock(by: Worker, case: Case, rows: list[Intervention]) -> None:
    done = [row for row in rows if row.withdrawn_at is None and row.result == Intervention.Result.DONE]
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


def _refresh_count(case: Case, rows: list[Intervention]) -> None:
    ours = _evidence_of(case, rows)
    standing: Standing = {kind: [] for kind in OF_A_CASE}
    for fact in standing_facts(case.person_id, OF_A_CASE):
        standing[FactKind(fact.kind)].append(fact)
    elsewhere = {
        kind: min(fact.occurred_on for fact in facts if fact.subject.evidence not in ours)
        for kind, facts in standing.items()
        if any(fact.subject.evidence not in ours for fact in facts)
    }
    due = causes(course_of(case, rows), elsewhere)
    done = {f"cases.intervention:{row.pk}" for row in rows if row.withdrawn_at is None}
    for kind in OF_A_CASE:
        own = [fact for fact in standing[kind] if fact.subject.evidence in ours]
        _settle(case, kind, own, due.get(kind, ()), elsewhere.get(kind), done)


def _evidence_of(case: Case, rows: list[Intervention]) -> frozenset[str]:
    """What facts of this case may rest on."""
    assessments = Assessment.objects.filter(case=case).values_list("pk", flat=True)
    return frozenset(
        [f"cases.intervention:{row.pk}" for row in rows]
        + [f"cases.assessment:{pk}" for pk in assessments]
        + [f"cases.case:{case.pk}"]
    )


def _settle(
    case: Case,
    kind: FactKind,
    own: list[CountingFact],
    due: tuple[Cause, ...],
    elsewhere: dt.date | None,
    done: set[str],
) -> None:
    """One kind: what lost its ground is taken back, and the earliest cause counts if nothing earlier does."""
    counted = elsewhere
    for fact in own:
        if Cause(fact.occurred_on, fact.subject.evidence) not in due:
            _take_back(case, fact, _no_longer(fact, due, done))
        elif due[0].on < fact.occurred_on:
            _take_back(case, fact, "an earlier one was recorded later")
        else:
            counted = fact.occurred_on
    if due and (counted is None or due[0].on < counted):
        _count(case, kind, due[0])


def _no_longer(fact: CountingFact, due: tuple[Cause, ...], done: set[str]) -> str:
    """Why a fact of this case holds no longer."""
    evidence = fact.subject.evidence
    if any(cause.evidence == evidence for cause in due):
        return "the day on which it counts changed"
    if not evidence.startswith("cases.intervention:"):
        return "the closure was taken back"
    if evidence not in done:
        return "the intervention was taken back"
    return "the status of stay or the eligibility of that day was corrected"


def _take_back(case: Case, fact: CountingFact, reason: str) -> None:
    counting.counter(fact=fact, reason=reason)
    audit.record("case.support_taken_back", on=case, what=fact.kind, reason=reason)


def _count(case: Case, kind: FactKind, cause: Cause) -> None:
    person = case.person
    counting.state(
        kind=kind,
        partner_id=case.partner_id,
        occurred_on=cause.on,
        subject_id=case.person_id,
        evidence=cause.evidence,
        pseudonym=None if person.pseudonym is None else bytes(person.pseudonym),
        is_weak=person.pseudonym_is_weak,
        sex=person.sex,
        band=counting.age_band(person.birth_date, cause.on),
        lines=case.lines,
    )
    audit.record("case.support_counted", on=case, what=kind.value)
