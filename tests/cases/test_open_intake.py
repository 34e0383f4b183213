# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Somebody came: the clock begins, once."""

import datetime as dt

import pytest

from lgnet.cases.actions.intake import mark_first_service, open_intake
from lgnet.cases.actions.standards import set_standard
from lgnet.cases.models import ClockStandard, Intake, NextStep, Urgency
from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.core.ids import new_id
from lgnet.core.models import AuditEntry
from lgnet.core.rowsecurity import acting_as
from tests.factories.cases import a_case, an_intake, someone
from tests.world import World


def test_the_clock_begins_at_the_first_contact(world: World) -> None:
    met = now() - dt.timedelta(days=2)
    with acting_as(world.bruno.actor()):
        intake = open_intake(
            by=world.bruno,
            person=world.person("mamadou"),
            source=Intake.Source.OUTREACH,
            first_contact_at=met,
        )

        assert (intake.next_step, intake.source) == (NextStep.SCREEN, "outreach")
        assert intake.due_at is not None
        assert intake.due_at - met > dt.timedelta(days=6, hours=22)
        assert AuditEntry.objects.get(subject_id=intake.pk).event == "intake.opened"


def test_meeting_a_person_twice_opens_one_intake(world: World) -> None:
    with acting_as(world.bruno.actor()):
        first = an_intake(world.bruno, world.person("mamadou"))
        second = an_intake(world.bruno, world.person("mamadou"))

        assert first.pk == second.pk
        assert Intake.objects.count() == 1


def test_somebody_in_charge_has_no_second_intake(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna, world.person("mamadou"))
        mark_first_service(by=world.anna, intake_id=case.intake_id, at=now())

        assert an_intake(world.anna, world.person("mamadou")).pk == case.intake_id


def test_the_form_s_own_id_becomes_the_intake(world: World) -> None:
    drawn = new_id()
    with acting_as(world.fabio.actor()):
        person = world.person("olena")
        intake = open_intake(
            by=world.fabio, person=person, source="walk_in", first_contact_at=now(), intake_id=drawn
        )

    assert intake.pk == drawn


def test_a_contact_cannot_be_in_the_future(world: World) -> None:
    with acting_as(world.fabio.actor()):
        tomorrow = now() + dt.timedelta(days=1)
        intake = open_intake(
            by=world.fabio, person=world.person("olena"), source="walk_in", first_contact_at=tomorrow
        )

    assert intake.first_contact_at <= now()


def test_what_the_mobile_unit_saw_is_urgent_from_the_first_minute(world: World) -> None:
    with acting_as(world.bruno.actor()):
        intake = an_intake(world.bruno, urgency=Urgency.IMMEDIATE)

    assert intake.due_at is not None
    assert intake.due_at - intake.first_contact_at == dt.timedelta(hours=4)


def test_a_partner_s_stricter_time_holds(world: World) -> None:
    with acting_as(world.dario.actor()):
        set_standard(by=world.dario, step=NextStep.SCREEN, urgency=Urgency.NONE, hours=24)
        intake = an_intake(world.dario)

    assert intake.due_at == intake.first_contact_at + dt.timedelta(hours=24)


def test_a_partner_s_laxer_time_is_refused(world: World) -> None:
    with acting_as(world.dario.actor()):
        with pytest.raises(Refused, match="168"):
            set_standard(by=world.dario, step=NextStep.SCREEN, urgency=Urgency.NONE, hours=169)

        assert not ClockStandard.objects.filter(partner=world.genova).exists()


def test_only_the_coordinator_sets_times(world: World) -> None:
    with acting_as(world.anna.actor()), pytest.raises(Refused):
        set_standard(by=world.anna, step=NextStep.SCREEN, urgency=Urgency.NONE, hours=24)


def test_another_partner_s_time_does_not_hold_here(world: World) -> None:
    with acting_as(world.dario.actor()):
        set_standard(by=world.dario, step=NextStep.SCREEN, urgency=Urgency.NONE, hours=1)
    with acting_as(world.carla.actor()):
        intake = an_intake(world.carla, world.person("amadou"))

    assert intake.due_at is not None
    assert intake.due_at - intake.first_contact_at > dt.timedelta(days=6)


def test_a_specialist_does_not_receive_people(world: World) -> None:
    with acting_as(world.anna.actor()):
        person = someone(world.anna)
    with acting_as(world.paola.actor()), pytest.raises(Refused):
        an_intake(world.paola, person)
