# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The rows of an episode: intake with its clock, case, team, assessments, plans, work, closure."""

import datetime as dt
import uuid
from dataclasses import replace

from lgnet.cases import clock
from lgnet.cases.countable import NOT_TAKEN, days_waited
from lgnet.cases.models import (
    Assessment,
    Case,
    CaseMember,
    Intake,
    Intervention,
    NextStep,
    Note,
    Review,
    Score,
    Vulnerability,
)
from lgnet.core.ids import new_id, readable_code
from lgnet.counting.models import FactKind
from lgnet.imports.records import BulkAssessment, BulkCase, BulkIntake, BulkIntervention
from lgnet.imports.rows.plans import add_plans
from lgnet.imports.rows.support import Made, count_case, first_service_at
from lgnet.imports.rows.writing import Subject, Writing, count_person, day
from lgnet.people.models import Missing

Values = dict[str, object]


def add_episode(writing: Writing, subject: Subject) -> None:
    """The intake and the case of a person, where there are any."""
    case = subject.record.case
    intake = subject.record.intake
    if intake is None and case is not None:
        outcome = Intake.Outcome.TAKE_IN_CHARGE.value
        intake = BulkIntake(case.opened_at, screened_at=case.opened_at, outcome=outcome)
    if intake is None:
        return
    intake = replace(intake, first_service_at=first_service_at(intake, case))
    intake_id = _add_intake(writing, subject, intake, case)
    if case is not None:
        _add_case(writing, subject, intake, intake_id, case)
    elif intake.outcome in NOT_TAKEN:
        on = day(intake.screened_at or intake.first_contact_at)
        evidence = f"cases.intake:{intake_id}"
        count_person(writing, subject, FactKind.NOT_TAKEN, on, evidence, detail=intake.outcome)


def _add_intake(writing: Writing, subject: Subject, intake: BulkIntake, case: BulkCase | None) -> uuid.UUID:
    pk, table = new_id(), writing.batch[Intake]
    taken_at = case.opened_at if case else None
    moments = clock.Moments(intake.first_contact_at, intake.screened_at, taken_at, intake.first_service_at)
    step = clock.next_step(moments, intake.outcome)
    if case is not None and case.closed_at is not None:
        step = NextStep.NOTHING
    screened_by = (intake.screened_by or writing.by.user.pk) if intake.screened_at else None
    table.add(
        {
            "id": pk, "partner_id": writing.by.partner_id, "person_id": subject.pk, "source": intake.source,
            "edition_id": writing.edition_on(day(intake.first_contact_at)), "urgency": intake.urgency,
            "first_contact_at": intake.first_contact_at, "screened_at": intake.screened_at,
            "screened_by_id": screened_by, "needs": sorted(set(intake.needs)),
            "needs_protection_now": intake.needs_protection_now, "eligibility": intake.eligibility,
            "eligibility_note": table.seal("eligibility_note", subject.cipher, pk, intake.eligibility_note),
            "outcome": intake.outcome, "taken_at": taken_at, "first_service_at": intake.first_service_at,
            "next_step": step.value, "due_at": clock.due_at(step, intake.urgency, moments, writing.standards),
            "import_run": writing.run_id,
        }
    )  # fmt: skip
    return pk


def _add_case(
    writing: Writing, subject: Subject, intake: BulkIntake, intake_id: uuid.UUID, case: BulkCase
) -> None:
    pk, table, by = new_id(), writing.batch[Case], writing.by.user.pk
    opened_on = day(case.opened_at)
    closed_by = (case.closed_by or by) if case.closed_at else None
    table.add(
        {
            "id": pk, "partner_id": writing.by.partner_id, "person_id": subject.pk, "intake_id": intake_id,
            "edition_id": writing.edition_on(opened_on), "lines": sorted(set(case.lines)),
            "code": readable_code(writing.by.organisation.code[:2].upper()), "stage": _stage(case),
            "manager_id": case.manager, "urgency": intake.urgency, "opened_at": case.opened_at,
            "opened_by_id": case.opened_by or by, "review_due_on": _review_due(case, opened_on),
            "last_activity_at": case.last_activity_at or case.closed_at or case.opened_at,
            "closed_at": case.closed_at, "closed_by_id": closed_by, "closure_reason": case.closure_reason,
            "closure_note": table.seal("closure_note", subject.cipher, pk, case.closure_note),
            "helpfulness": case.helpfulness, "import_run": writing.run_id,
        }
    )  # fmt: skip
    _add_team(writing, pk, case)
    assessments = _add_assessments(writing, subject, pk, case)
    add_plans(writing, subject, pk, case)
    done = _add_work(writing, subject, pk, case)
    _add_vulnerabilities(writing, subject, pk, case)
    waited = days_waited(intake.first_contact_at, case.opened_at)
    lines = sorted(set(case.lines))
    count_person(
        writing, subject, FactKind.TAKEN_IN_CHARGE, opened_on, f"cases.case:{pk}", lines=lines, days=waited
    )
    count_case(writing, subject, intake, case, Made(done, assessments), pk)


def _stage(case: BulkCase) -> str:
    if case.stage or case.closed_at:
        return case.stage or Case.Stage.CLOSED.value
    if any(plan.status == "agreed" for plan in case.plans):
        return (Case.Stage.RUNNING if case.interventions else Case.Stage.PLANNED).value
    return (Case.Stage.ASSESSED if case.assessments else Case.Stage.TAKEN).value


def _review_due(case: BulkCase, opened_on: dt.date) -> dt.date:
    if case.review_due_on is not None:
        return case.review_due_on
    first = opened_on + dt.timedelta(days=clock.LAST_REVIEW_DAYS)
    return max((review.next_review_on for review in case.reviews), default=first)


def _add_team(writing: Writing, case_id: uuid.UUID, case: BulkCase) -> None:
    team = dict(case.team)
    if case.manager is not None:
        team[case.manager] = CaseMember.Part.MANAGER.value
    for colleague, part in team.items():
        writing.batch[CaseMember].add(
            {
                "id": new_id(), "partner_id": writing.by.partner_id, "case_id": case_id, "user_id": colleague,
                "part": part, "joined_at": case.opened_at,
            }
        )  # fmt: skip


def _add_assessments(
    writing: Writing, subject: Subject, case_id: uuid.UUID, case: BulkCase
) -> list[tuple[uuid.UUID, BulkAssessment]]:
    partner, table = writing.by.partner_id, writing.batch[Assessment]
    made = []
    for assessment in case.assessments:
        pk = new_id()
        made.append((pk, assessment))
        moment = dt.datetime.combine(assessment.assessed_on, dt.time(12), dt.UTC)
        table.add(
            {
                "id": pk, "partner_id": partner, "case_id": case_id, "moment": assessment.moment,
                "assessed_on": assessment.assessed_on, "recorded_at": min(moment, writing.moment),
                "assessed_by_id": assessment.assessed_by or case.manager or writing.by.user.pk,
                "summary": table.seal("summary", subject.cipher, pk, assessment.summary),
            }
        )  # fmt: skip
        for domain, value in assessment.scores:
            missing = "" if value else Missing.NOT_ASKED.value
            writing.batch[Score].add(
                {
                    "id": new_id(), "partner_id": partner, "assessment_id": pk, "domain": domain, "value": value,
                    "missing": missing,
                }
            )  # fmt: skip
    return made


def _add_work(
    writing: Writing, subject: Subject, case_id: uuid.UUID, case: BulkCase
) -> list[tuple[uuid.UUID, BulkIntervention]]:
    usual = case.manager or writing.by.user.pk
    common: Values = {"partner_id": writing.by.partner_id, "case_id": case_id}
    table = writing.batch[Intervention]
    done = []
    for one in case.interventions:
        pk, kind = new_id(), writing.type_on(one.type, one.delivered_on)
        moment = one.recorded_at or dt.datetime.combine(one.delivered_on, dt.time(12), dt.UTC)
        done.append((pk, one))
        table.add(
            common
            | {
                "id": pk, "type_id": kind.pk, "delivered_on": one.delivered_on, "minutes": one.minutes,
                "delivered_by_id": one.delivered_by or usual, "result": one.result, "cost_cents": one.cost_cents,
                "note": table.seal("note", subject.cipher, pk, one.note), "recorded_at": min(moment, writing.moment),
            }
        )  # fmt: skip
    _add_words(writing, subject, common, case)
    return done


def _add_words(writing: Writing, subject: Subject, common: Values, case: BulkCase) -> None:
    notes, reviews, usual = writing.batch[Note], writing.batch[Review], case.manager or writing.by.user.pk
    for note in case.notes:
        pk = new_id()
        text = notes.seal("text", subject.cipher, pk, note.text)
        who = note.written_by or usual
        notes.add(
            common
            | {
                "id": pk,
                "level": note.level,
                "text": text,
                "written_at": note.written_at,
                "written_by_id": who,
            }
        )
    for review in case.reviews:
        pk = new_id()
        moment = dt.datetime.combine(review.reviewed_on, dt.time(12), dt.UTC)
        reviews.add(
            common
            | {
                "id": pk, "reviewed_on": review.reviewed_on, "next_review_on": review.next_review_on,
                "reviewed_by_id": review.reviewed_by or usual, "recorded_at": min(moment, writing.moment),
                "summary": reviews.seal("summary", subject.cipher, pk, review.summary),
            }
        )  # fmt: skip


def _add_vulnerabilities(writing: Writing, subject: Subject, case_id: uuid.UUID, case: BulkCase) -> None:
    for one in case.vulnerabilities:
        writing.batch[Vulnerability].add(
            {
                "id": new_id(), "partner_id": writing.by.partner_id, "person_id": subject.pk, "case_id": case_id,
                "category": one.category, "certainty": one.certainty, "detected_on": one.detected_on,
                "detected_by_id": one.detected_by or case.manager or writing.by.user.pk,
                "valid_until": one.valid_until,
            }
        )  # fmt: skip
