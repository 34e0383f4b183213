# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Opening an intake, screening, and the moment of the first service. The clock is set again at each step."""

import datetime as dt
import uuid
from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.cases import clock, eligibility, policies, queries
from lgnet.cases.countable import NOT_TAKEN
from lgnet.cases.models import Intake, NextStep, Urgency
from lgnet.cases.needs import merged
from lgnet.cases.texts import SUMMARY, written
from lgnet.cases.versions import expect_version
from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now, today
from lgnet.core.ids import new_id
from lgnet.counting import actions as counting
from lgnet.counting.models import FactKind
from lgnet.network.models import Edition
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.people.models import Person


def locked(intake_id: uuid.UUID) -> Intake:
    """The intake, held until the end of the transaction, with its person and key."""
    return Intake.objects.select_for_update(of=("self",)).select_related("person__key").get(pk=intake_id)


def set_clock(intake: Intake) -> None:
    """Compute what the intake waits for and until when. The caller saves."""
    moments = clock.Moments(
        intake.first_contact_at, intake.screened_at, intake.taken_at, intake.first_service_at
    )
    intake.next_step = clock.next_step(moments, intake.outcome)
    standards = queries.standards_of(intake.partner_id)
    intake.due_at = clock.due_at(intake.next_step, intake.urgency, moments, standards)


def current_edition(partner_id: uuid.UUID) -> Edition:
    """The edition in which the partner works today. Refused where it takes part in none."""
    partnership = queries.partnership_of(partner_id, on=today())
    if partnership is None:
        raise Refused(_("This partner takes part in no edition of the project."))
    return partnership.edition


@transaction.atomic
def open_intake(
    *,
    by: Worker,
    person: Person,
    source: str,
    first_contact_at: dt.datetime,
    intake_id: uuid.UUID | None = None,
    urgency: int = Urgency.NONE,
) -> Intake:
    """Somebody came or was met: the clock begins at the first contact.

    While an intake waits or a case is open the same one is returned: meeting a person twice, or pressing
    twice, opens one. `urgency` is what was seen at once; the screening says it again.
    """
    policies.open_intake(by).enforce()
    Person.objects.select_for_update(of=("self",)).get(pk=person.pk)  # two colleagues at once: one intake
    found = queries.open_intake_of(person.pk)
    if found is not None:
        return found
    intake = Intake(
        id=intake_id or new_id(),
        partner_id=by.partner_id,
        person=person,
        edition=current_edition(by.partner_id),
        source=source,
        first_contact_at=min(first_contact_at, now()),
        urgency=urgency,
    )
    set_clock(intake)
    intake.save(force_insert=True)
    audit.record("intake.opened", on=intake, source=source)
    return intake


def _check_screening(intake: Intake, *, eligible: str, note: str, outcome: str) -> None:
    if outcome not in Intake.Outcome.values or outcome == Intake.Outcome.OPEN:
        raise Refused(_("Say how the screening ends."))
    against = eligibility.contradiction(eligibility=eligible, outcome=outcome)
    if against:
        raise Refused(against)
    suggested = queries.eligibility_hint(intake.person).eligibility
    if eligibility.needs_note(eligible, suggested) and not note.strip():
        raise Refused(
            _("Write why: the eligibility is to be checked, or differs from what the papers suggest.")
        )


@transaction.atomic
def screen(
    *,
    by: Worker,
    intake: Intake,
    urgency: int,
    needs: Sequence[str],
    needs_protection_now: bool,
    eligibility: str,
    eligibility_note: str,
    outcome: str,
    version: int,
) -> Intake:
    """The first look at needs, urgency and eligibility, and how it ends. Can be done again until taking in charge.

    The moment measured stays that of the first time. Raises `Stale` where somebody screened meanwhile.
    """
    intake = locked(intake.pk)
    policies.screen(by, intake).enforce()
    expect_version(intake, version)
    _check_screening(intake, eligible=eligibility, note=eligibility_note, outcome=outcome)
    intake.urgency = urgency
    intake.needs = merged(intake.needs, needs, special=by.may(Permission.SPECIAL_SEE))
    intake.needs_protection_now = needs_protection_now
    intake.eligibility = eligibility
    intake.eligibility_note = written(eligibility_note, SUMMARY)
    intake.outcome = outcome
    intake.screened_at = intake.screened_at or max(now(), intake.first_contact_at)
    intake.screened_by_id = intake.screened_by_id or by.user.pk
    intake.version += 1
    set_clock(intake)
    intake.save()
    _count_not_taken(intake)
    audit.record("intake.screened", on=intake, urgency=int(urgency), outcome=outcome)
    return intake


def _count_not_taken(intake: Intake) -> None:
    """Count who is not taken in charge, with how the screening ended: an ended intake is not screened again."""
    if intake.outcome not in NOT_TAKEN:
        return
    person, day = intake.person, today()
    counting.state(
        kind=FactKind.NOT_TAKEN,
        partner_id=intake.partner_id,
        occurred_on=day,
        subject_id=person.pk,
        evidence=f"cases.intake:{intake.pk}",
        pseudonym=None if person.pseudonym is None else bytes(person.pseudonym),
        is_weak=person.pseudonym_is_weak,
        sex=person.sex,
        band=counting.age_band(person.birth_date, day),
        detail=intake.outcome,
    )


def see(*, by: Worker, intake: Intake) -> None:
    """Somebody opened the intake: reading is written down as well."""
    audit.record("intake.seen", on=intake, role=by.role.code)


@transaction.atomic
def mark_first_service(*, by: Worker, intake_id: uuid.UUID, at: dt.datetime) -> None:
    """The first service after taking in charge was given: the clock has nothing more to wait for.

    Called by the action that records an intervention; a second service changes nothing.
    """
    intake = locked(intake_id)
    if intake.next_step != NextStep.FIRST_SERVICE:
        return
    intake.first_service_at = max(at, intake.taken_at or at)
    intake.version += 1
    set_clock(intake)
    intake.save()
    audit.record("intake.first_served", on=intake)
