# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The daily work on a case: interventions, notes, reviews, and the look at the page.

The first service given stops the clock and may count the person as supported; taken back, so are both.
"""

import datetime as dt
import uuid
from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.cases import policies
from lgnet.cases.actions.case import locked_case
from lgnet.cases.actions.days import on_a_day_of
from lgnet.cases.actions.plan import within_a_quarter
from lgnet.cases.actions.support import refresh_support
from lgnet.cases.models import Case, Goal, Intervention, Note, Plan, Review
from lgnet.cases.queries.plan import plan_of, sheet_of
from lgnet.cases.texts import NOTE, SUMMARY, written
from lgnet.catalogue.models import InterventionType
from lgnet.catalogue.queries import type_for
from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.core.ids import new_id
from lgnet.network.worker import Worker

A_DAY = 24 * 60  # minutes
MOST_CENTS = 100_000_00


def see_case(*, by: Worker, case: Case) -> None:
    """Write down that somebody looked at a case."""
    policies.see_case(by).enforce()
    audit.record("case.seen", on=case)


@transaction.atomic
def deliver(
    *,
    by: Worker,
    case: Case,
    kind: InterventionType,
    delivered_on: dt.date,
    minutes: int | None = None,
    result: str = Intervention.Result.DONE,
    note: str = "",
    cost_cents: int | None = None,
    intervention_id: uuid.UUID | None = None,
) -> Intervention:
    """Record something done for the person. The first one given stops the clock and may count (O.2.3)."""
    case = locked_case(case.pk)
    made = Intervention.objects.filter(pk=intervention_id, case=case).first() if intervention_id else None
    if made is not None:
        return made
    policies.deliver(by, case).enforce()
    on_a_day_of(case, delivered_on)
    kind = _type_of_the_day(kind, delivered_on)
    _check_measures(kind, minutes=minutes, result=result, cost_cents=cost_cents)
    row = Intervention(id=intervention_id or new_id(), partner_id=case.partner_id, case=case, type=kind)
    row.delivered_on, row.delivered_by, row.recorded_at = delivered_on, by.user, now()
    row.minutes, row.result, row.cost_cents = minutes, result, cost_cents
    row.note = written(note, SUMMARY)
    row.save(force_insert=True)
    if result == Intervention.Result.DONE and case.stage == Case.Stage.PLANNED:
        case.stage = Case.Stage.RUNNING
    case.last_activity_at = now()
    case.save(update_fields=["stage", "last_activity_at"])
    refresh_support(by=by, case=case)
    audit.record("case.intervention_recorded", on=case, intervention=row.pk, type=kind.code, result=result)
    return row


def _type_of_the_day(kind: InterventionType, day: dt.date) -> InterventionType:
    """The type itself, or the one heir that has taken its place by that day (a form left open over midnight)."""
    if kind.is_valid_on(day):
        return kind
    heir = type_for(kind.code, day)
    if heir is None:
        raise Refused(_("On that day this type of intervention is not in use: choose another one."))
    return heir


def _check_measures(
    kind: InterventionType, *, minutes: int | None, result: str, cost_cents: int | None
) -> None:
    if result not in Intervention.Result.values:
        raise Refused(_("Say how it went."))
    if minutes is not None and not 0 < minutes <= A_DAY:
        raise Refused(_("The minutes are between 1 and 1,440: a day has no more."))
    if cost_cents is not None and not (kind.is_monetary and 0 <= cost_cents <= MOST_CENTS):
        raise Refused(_("An amount belongs to contributions in money only, and is at most 100,000 euros."))


@transaction.atomic
def withdraw_intervention(*, by: Worker, intervention: Intervention) -> Intervention:
    """Take back a slip on the same day; clock and count go back with it, the row stays in the history."""
    case = locked_case(intervention.case_id)
    row = Intervention.objects.select_for_update(of=("self",)).get(pk=intervention.pk)
    row.case = case
    policies.withdraw_intervention(by, row).enforce()
    row.withdrawn_at = now()
    row.save(update_fields=["withdrawn_at"])
    refresh_support(by=by, case=case)
    audit.record("case.intervention_withdrawn", on=case, intervention=row.pk)
    return row


@transaction.atomic
def write_note(
    *, by: Worker, case: Case, text: str, level: str = Note.Level.PARTNER, note_id: uuid.UUID | None = None
) -> Note:
    """Write into the diary of a case, for everybody who works on cases here or for the team alone."""
    case = locked_case(case.pk)
    made = Note.objects.filter(pk=note_id, case=case).first() if note_id else None
    if made is not None:
        return made
    policies.write_note(by, case).enforce()
    if level == Note.Level.CIRCLE:
        policies.write_circle_note(by, case).enforce()
    elif level != Note.Level.PARTNER:
        raise Refused(_("Say who may read the note."))
    note = Note(id=note_id or new_id(), partner_id=case.partner_id, case=case, level=level)
    note.text, note.written_at, note.written_by = written(text, NOTE), now(), by.user
    if not note.text:
        raise Refused(_("The note is empty."))
    note.save(force_insert=True)
    Case.objects.filter(pk=case.pk).update(last_activity_at=now())
    audit.record("case.note_written", on=case, note=note.pk, level=level)
    return note


@transaction.atomic
def withdraw_note(*, by: Worker, note: Note) -> Note:
    """Take back one's own note on the same day; it stays in the history."""
    row = Note.objects.select_for_update(of=("self",)).select_related("case__person__key").get(pk=note.pk)
    policies.withdraw_note(by, row).enforce()
    row.withdrawn_at = now()
    row.save(update_fields=["withdrawn_at"])
    audit.record("case.note_withdrawn", on=row.case, note=row.pk)
    return row


@transaction.atomic
def review(
    *,
    by: Worker,
    case: Case,
    reviewed_on: dt.date,
    summary: str,
    next_review_on: dt.date,
    goal_outcomes: Mapping[uuid.UUID, str],
    review_id: uuid.UUID | None = None,
) -> Review:
    """The worker and the person look at the plan together: where each goal stands, and when the next time is."""
    case = locked_case(case.pk)
    made = Review.objects.filter(pk=review_id, case=case).first() if review_id else None
    if made is not None:
        return made
    policies.review(by, case).enforce()
    on_a_day_of(case, reviewed_on)
    within_a_quarter(reviewed_on, next_review_on)
    text = written(summary, SUMMARY)
    if not text:
        raise Refused(_("Write in a few words what you saw together."))
    row = Review(id=review_id or new_id(), partner_id=case.partner_id, case=case, reviewed_on=reviewed_on)
    row.reviewed_by, row.summary, row.next_review_on, row.recorded_at = by.user, text, next_review_on, now()
    row.save(force_insert=True)
    _write_outcomes(case, goal_outcomes)
    case.review_due_on, case.last_activity_at = next_review_on, now()
    case.save(update_fields=["review_due_on", "last_activity_at"])
    refresh_support(by=by, case=case)  # papers recorded since the last intervention count too
    audit.record("case.reviewed", on=case, review=row.pk)
    return row


def _write_outcomes(case: Case, outcomes: Mapping[uuid.UUID, str]) -> None:
    plan = plan_of(case, Plan.Status.AGREED)
    goals = {goal.pk: goal for goal in sheet_of(plan).goals} if plan else {}
    for goal_id, outcome in outcomes.items():
        if goal_id not in goals or outcome not in Goal.Outcome.values:
            raise Refused(_("One of the goals is not in the plan in force: load the page again."))
        if goals[goal_id].outcome != outcome:
            goals[goal_id].outcome = outcome
            goals[goal_id].save(update_fields=["outcome"])
