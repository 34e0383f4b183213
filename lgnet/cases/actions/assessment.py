# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Assessing where the person stands in the eight domains, and noting what makes them vulnerable."""

import datetime as dt
import uuid
from collections.abc import Mapping

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lgnet.cases import policies
from lgnet.cases.actions.case import locked_case
from lgnet.cases.actions.days import on_a_day_of
from lgnet.cases.actions.support import refresh_count, refresh_support
from lgnet.cases.code_lists import vulnerability_categories
from lgnet.cases.models import Assessment, Case, Score, Vulnerability
from lgnet.cases.models.assessment import Domain
from lgnet.cases.outcomes import REASONS, Answer, asked_at, legal_answer, levels
from lgnet.cases.queries.support import stay_on
from lgnet.cases.texts import SUMMARY, written
from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.core.ids import new_id
from lgnet.network.worker import Worker


def _checked(moment: str, answers: Mapping[str, Answer]) -> None:
    for domain, answer in answers.items():
        known = domain in Domain.values and (answer.value in levels(domain) or answer.missing in REASONS)
        if not known or bool(answer.value) == bool(answer.missing):
            raise Refused(_("One of the answers is not on the list of its domain."))
    if asked_at(moment) - answers.keys():
        raise Refused(_("Say for each domain where the person stands, or why it is not known."))


def _check_moment(case: Case, moment: str) -> None:
    if moment not in Assessment.Moment.values:
        raise Refused(_("Say whether this is at entry, at review or at exit."))
    if moment != Assessment.Moment.ENTRY and case.stage == Case.Stage.TAKEN:
        raise Refused(_("The first assessment is the one at entry."))
    if moment == Assessment.Moment.ENTRY and case.stage not in {Case.Stage.TAKEN, Case.Stage.ASSESSED}:
        raise Refused(_("The plan is agreed: this assessment is a review, not an entry."))


@transaction.atomic
def assess(
    *,
    by: Worker,
    case: Case,
    moment: str,
    assessed_on: dt.date,
    answers: Mapping[str, Answer],
    summary: str = "",
    assessment_id: uuid.UUID | None = None,
) -> Assessment:
    """Record a multidimensional assessment; earlier ones stay as they are.

    `answers` by domain; the legal domain is computed from the status of stay on the day and need not be given.
    """
    case = locked_case(case.pk)
    made = Assessment.objects.filter(pk=assessment_id, case=case).first() if assessment_id else None
    if made is not None:
        return made
    policies.assess(by, case).enforce()
    _check_moment(case, moment)
    on_a_day_of(case, assessed_on)
    row = Assessment(id=assessment_id or new_id(), partner_id=case.partner_id, case=case, moment=moment)
    _write(by, row, assessed_on, answers, summary)
    case.stage = Case.Stage.ASSESSED if case.stage == Case.Stage.TAKEN else case.stage
    case.last_activity_at = now()
    case.save(update_fields=["stage", "last_activity_at"])
    refresh_support(by=by, case=case)  # papers recorded since the last intervention count too
    audit.record("case.assessed", on=case, assessment=row.pk, moment=moment)
    return row


@transaction.atomic
def add_outcome(
    *,
    by: Worker,
    case: Case,
    assessed_on: dt.date,
    answers: Mapping[str, Answer],
    summary: str = "",
    assessment_id: uuid.UUID | None = None,
) -> Assessment:
    """Write later where the person stood when a case was closed: an assessment at exit, once.

    `assessed_on` is a day between the opening and the closing. What it makes count (housing autonomy, a language
    level) counts on the day of the closing, as it would have.
    """
    case = locked_case(case.pk)
    made = Assessment.objects.filter(pk=assessment_id, case=case).first() if assessment_id else None
    if made is not None:
        return made
    policies.add_outcome(by, case).enforce()
    on_a_day_of(case, assessed_on)
    if case.closed_on and assessed_on > case.closed_on:
        day = date_format(case.closed_on, "DATE_FORMAT")
        raise Refused(_("The case was closed on %(day)s: say where the person stood by then.") % {"day": day})
    if Assessment.objects.filter(case=case, moment=Assessment.Moment.EXIT).exists():
        raise Refused(_("The outcome of this case is written already."))
    row = Assessment(id=assessment_id or new_id(), partner_id=case.partner_id, case=case)
    row.moment = Assessment.Moment.EXIT
    _write(by, row, assessed_on, answers, summary)
    refresh_count(case=case)
    audit.record("case.outcome_added", on=case, assessment=row.pk)
    return row


def _write(
    by: Worker, row: Assessment, assessed_on: dt.date, answers: Mapping[str, Answer], summary: str
) -> None:
    """The assessment with its answers; the legal domain is computed from the status of stay on the day."""
    stay = stay_on(row.case.person_id, assessed_on)
    answers = {**answers, Domain.LEGAL.value: legal_answer(stay, assessed_on)}
    _checked(row.moment, answers)
    row.assessed_on, row.assessed_by, row.recorded_at = assessed_on, by.user, now()
    row.summary = written(summary, SUMMARY)
    row.save(force_insert=True)
    Score.objects.bulk_create(
        Score(
            partner_id=row.partner_id,
            assessment=row,
            domain=domain,
            value=answer.value,
            missing=answer.missing,
        )
        for domain, answer in answers.items()
    )


@transaction.atomic
def note_vulnerability(
    *,
    by: Worker,
    case: Case,
    category: str,
    certainty: str,
    detected_on: dt.date,
    valid_until: dt.date | None = None,
) -> Vulnerability:
    """Note a vulnerability for the team alone. Noted again, it keeps its day and takes the new certainty."""
    case = locked_case(case.pk)
    policies.note_vulnerability(by, case).enforce()
    on_a_day_of(case, detected_on, before_opening=True)
    if category not in choosable_categories() or certainty not in Vulnerability.Certainty.values:
        raise Refused(_("Choose a vulnerability and how sure it is."))
    if valid_until is not None and valid_until < detected_on:
        raise Refused(_("It cannot end before it was noticed."))
    known = Vulnerability.objects.filter(case=case, category=category, ended_at=None).first()
    row = known or Vulnerability(case=case, person=case.person, partner_id=case.partner_id, category=category)
    if known is None:
        row.detected_on, row.detected_by = detected_on, by.user
    row.certainty, row.valid_until = certainty, valid_until
    row.save()
    audit.record("case.vulnerability_noted", on=case)
    return row


@transaction.atomic
def end_vulnerability(*, by: Worker, vulnerability: Vulnerability) -> Vulnerability:
    """A vulnerability is no longer there. The row stays in the history."""
    case = locked_case(vulnerability.case_id)
    row = Vulnerability.objects.select_for_update(of=("self",)).get(pk=vulnerability.pk)
    row.case = case
    policies.end_vulnerability(by, row).enforce()
    row.ended_at = now()
    row.save(update_fields=["ended_at"])
    audit.record("case.vulnerability_ended", on=case)
    return row


def choosable_categories() -> frozenset[str]:
    """The categories a worker may note: those computed from the birth date and those switched off are not."""
    return frozenset(
        row.code for row in vulnerability_categories() if row.on_by_default and not row.is_computed
    )
