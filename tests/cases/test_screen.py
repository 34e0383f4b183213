# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The screening: urgency, needs, eligibility decided by the worker, and how it ends."""

import datetime as dt

import pytest
from django.db import connection

from lgnet.cases import eligibility, queries
from lgnet.cases.models import Intake, NextStep, Urgency
from lgnet.core.authz import Refused, Stale
from lgnet.core.clock import now
from lgnet.core.rowsecurity import acting_as
from lgnet.people.models import Person, ResidenceStatus, StayStatus
from tests.factories.cases import a_case, an_intake, screened
from tests.world import World

E = Intake.Eligibility
UNION = frozenset({"FR", "RO"})


def stay(default: str, **values: object) -> StayStatus:
    return StayStatus(status=ResidenceStatus(code="X", so2_default=default), **values)


def suggested(person: Person, status: StayStatus | None) -> str:
    return eligibility.hint(person, status, union=UNION, on=dt.date(2026, 11, 1)).eligibility


def test_after_the_screening_the_clock_waits_for_the_taking_in_charge(world: World) -> None:
    with acting_as(world.fabio.actor()):
        intake = screened(world.fabio, an_intake(world.fabio, hours_ago=5))

        assert (intake.next_step, intake.screened_by_id) == (NextStep.TAKE_IN_CHARGE, world.fabio.user.pk)
        assert intake.due_at is not None
        assert intake.due_at - intake.first_contact_at > dt.timedelta(days=14, hours=22)
        assert (
            Intake.objects.select_related("person__key").get().eligibility_note
            == "The permit is at the Questura."
        )


def test_urgency_runs_from_the_screening(world: World) -> None:
    with acting_as(world.fabio.actor()):
        intake = screened(world.fabio, an_intake(world.fabio, hours_ago=100), urgency=Urgency.IMMEDIATE)

        assert intake.screened_at is not None
        assert intake.due_at == intake.screened_at + dt.timedelta(hours=24)
        assert [row.pk for row in queries.at_once()] == [intake.pk]


@pytest.mark.parametrize("outcome", ["oriented", "declined", "lost"])
def test_a_screening_may_end_without_a_case(world: World, outcome: str) -> None:
    with acting_as(world.fabio.actor()):
        intake = screened(world.fabio, an_intake(world.fabio), outcome=outcome)

        assert (intake.next_step, intake.due_at) == (NextStep.NOTHING, None)
        with pytest.raises(Refused, match="ended"):
            screened(world.fabio, intake)


def test_the_note_is_not_in_the_database_in_clear(world: World) -> None:
    with acting_as(world.fabio.actor()), connection.cursor() as cursor:
        screened(world.fabio, an_intake(world.fabio))
        cursor.execute("select i::text from cases_intake i")

        assert "Questura" not in cursor.fetchone()[0]


def test_a_screening_can_be_corrected_and_keeps_its_first_moment(world: World) -> None:
    with acting_as(world.fabio.actor()):
        first = screened(world.fabio, an_intake(world.fabio, hours_ago=1))
        again = screened(world.anna, first, urgency=Urgency.HIGH)

        assert (again.screened_at, again.screened_by_id) == (first.screened_at, world.fabio.user.pk)
        assert again.urgency == Urgency.HIGH


def test_the_second_of_two_colleagues_is_told_who_was_first(world: World) -> None:
    with acting_as(world.anna.actor()):
        drawn = an_intake(world.anna)
        screened(world.anna, drawn)
    with acting_as(world.fabio.actor()), pytest.raises(Stale, match="Anna Parodi"):
        screened(world.fabio, drawn, urgency=Urgency.HIGH)


def test_to_be_checked_needs_a_reason(world: World) -> None:
    with acting_as(world.fabio.actor()), pytest.raises(Refused, match="why"):
        screened(world.fabio, an_intake(world.fabio), note="  ")


def test_what_the_papers_say_needs_no_reason_and_the_contrary_does(world: World) -> None:
    with acting_as(world.fabio.actor()):
        person = world.person("mamadou")
        assert queries.eligibility_hint(person).eligibility == E.ELIGIBLE
        intake = an_intake(world.fabio, person)
        with pytest.raises(Refused, match="why"):
            screened(world.fabio, intake, eligibility=E.NOT_ELIGIBLE, note="", outcome="not_eligible")

        assert screened(world.fabio, intake, eligibility=E.ELIGIBLE, note="").eligibility == E.ELIGIBLE


def test_not_eligible_and_taking_in_charge_do_not_go_together(world: World) -> None:
    with acting_as(world.fabio.actor()):
        intake = an_intake(world.fabio)
        for decided, outcome in [
            (E.NOT_ELIGIBLE, "take_in_charge"),
            (E.ELIGIBLE, "not_eligible"),
            (E.ELIGIBLE, ""),
        ]:
            with pytest.raises(Refused):
                screened(world.fabio, intake, eligibility=decided, outcome=outcome)


def test_the_hint_follows_the_status_of_stay() -> None:
    person = Person(citizenships=["SN"])

    assert suggested(person, None) == E.TO_CHECK
    assert suggested(person, stay("ELIGIBLE", expires_on=dt.date(2027, 1, 1))) == E.ELIGIBLE
    assert suggested(person, stay("CHECK")) == E.TO_CHECK
    assert suggested(person, stay("NOT_ELIGIBLE")) == E.NOT_ELIGIBLE


def test_an_expired_document_is_to_be_checked_unless_renewal_was_asked() -> None:
    person = Person(citizenships=["SN"])
    expired = dt.date(2026, 10, 1)

    assert suggested(person, stay("ELIGIBLE", expires_on=expired)) == E.TO_CHECK
    assert suggested(person, stay("ELIGIBLE", expires_on=expired, renewal_requested_on=expired)) == E.ELIGIBLE


def test_only_citizens_of_the_union_are_outside_the_fund() -> None:
    valid = stay("ELIGIBLE", expires_on=dt.date(2027, 1, 1))

    assert suggested(Person(citizenships=["RO"]), valid) == E.NOT_ELIGIBLE
    assert suggested(Person(citizenships=["RO", "MD"]), valid) == E.ELIGIBLE
    assert suggested(Person(citizenships=[], is_stateless=True), valid) == E.ELIGIBLE


def test_who_is_in_charge_is_not_screened_again(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
        with pytest.raises(Refused, match="already in charge"):
            screened(world.anna, case.intake)


def test_the_outreach_operator_is_told_who_screens(world: World) -> None:
    with acting_as(world.bruno.actor()):
        intake = an_intake(world.bruno)
        with pytest.raises(Refused, match="front desk"):
            screened(world.bruno, intake)


def test_for_a_stranger_the_intake_does_not_exist(world: World) -> None:
    with acting_as(world.anna.actor()):
        intake = an_intake(world.anna, hours_ago=1)
    with acting_as(world.carla.actor()), pytest.raises(Intake.DoesNotExist):
        screened(world.carla, intake)
    assert intake.first_contact_at < now()
