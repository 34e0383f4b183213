# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Intakes and cases of the tests, made by the actions themselves. Call them while somebody acts."""

import datetime as dt
import uuid
from collections.abc import Sequence

from lgnet.cases.actions.case import take_in_charge
from lgnet.cases.actions.intake import open_intake, screen
from lgnet.cases.models import Assessment, Case, Goal, Intake, Plan
from lgnet.core.clock import now, today
from lgnet.network.models import ActionLine, Colleague
from lgnet.network.worker import Worker
from lgnet.people.actions import register
from lgnet.people.identity import Identity
from lgnet.people.models import Person

# Names are compared by their consonants: digits would vanish, and two people of chance be one.
_LETTERS = str.maketrans("0123456789abcdef", "bdfgklmnrstzbdfg")


def someone(by: Worker, given_name: str = "Aminata", **identity: object) -> Person:
    """A person of this partner, registered by a colleague."""
    known = {
        "family_name": f"Of {uuid.uuid4().hex[:12].translate(_LETTERS).title()}",
        "citizenships": ("SN",),
        "sex": "F",
    } | identity
    return register(by=by, identity=Identity(given_name=given_name, **known))  # type: ignore[arg-type]  # given by tests


def an_intake(by: Worker, person: Person | None = None, *, hours_ago: float = 0, urgency: int = 0) -> Intake:
    """An intake that waits for its screening."""
    return open_intake(
        by=by,
        person=person or someone(by),
        source=Intake.Source.WALK_IN,
        first_contact_at=now() - dt.timedelta(hours=hours_ago),
        urgency=urgency,
    )


def screened(
    by: Worker,
    intake: Intake,
    *,
    urgency: int = 0,
    eligibility: str = Intake.Eligibility.TO_CHECK,
    note: str = "The permit is at the Questura.",
    outcome: str = Intake.Outcome.TAKE_IN_CHARGE,
) -> Intake:
    """The same intake after a screening, by default one that ends in taking in charge."""
    return screen(
        by=by,
        intake=intake,
        urgency=urgency,
        needs=["housing"],
        needs_protection_now=False,
        eligibility=eligibility,
        eligibility_note=note,
        outcome=outcome,
        version=intake.version,
    )


def a_case(
    by: Worker,
    person: Person | None = None,
    *,
    manager: Colleague | None = None,
    team: Sequence[tuple[Colleague, str]] = (),
    urgency: int = 0,
) -> Case:
    """An open case; its manager is who opens it, unless said otherwise."""
    intake = screened(by, an_intake(by, person), urgency=urgency)
    return take_in_charge(
        by=by,
        intake=intake,
        manager=manager or by.user,
        lines=[ActionLine.TAKING_IN_CHARGE],
        team=team,
    )


def an_assessment(by: Worker, case: Case) -> Assessment:
    """An assessment at entry, without scores."""
    return Assessment.objects.create(
        partner_id=case.partner_id, case=case, moment=Assessment.Moment.ENTRY, assessed_on=today(),
        assessed_by_id=by.user.pk, recorded_at=now(),
    )  # fmt: skip


def an_agreed_plan(by: Worker, case: Case, *goals: str) -> Plan:
    """A plan that the person agreed to, with one housing goal for each text."""
    plan = Plan.objects.create(
        partner_id=case.partner_id, case=case, version=1, status=Plan.Status.AGREED, drafted_at=now(),
        drafted_by_id=by.user.pk, agreed_on=today(),
    )  # fmt: skip
    for position, text in enumerate(goals):
        Goal.objects.create(
            partner_id=case.partner_id, plan=plan, domain="housing", text=text, position=position
        )
    return plan
