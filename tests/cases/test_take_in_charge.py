# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The presa in carico: one open case for a person, somebody who answers for it, and one more in the count."""

import datetime as dt

import pytest
import time_machine

from lgnet.cases.actions.case import take_in_charge
from lgnet.cases.actions.intake import mark_first_service
from lgnet.cases.models import Case, CaseMember, Intake, NextStep
from lgnet.core.authz import Refused
from lgnet.core.clock import now, today
from lgnet.core.ids import new_id
from lgnet.core.models import AuditEntry
from lgnet.core.rowsecurity import acting_as
from lgnet.counting.models import AgeBand, CountingFact, FactKind
from tests.factories.cases import a_case, an_intake, screened, someone
from tests.world import World

LINES = ["housing", "taking_in_charge"]


def test_a_case_is_open_with_its_manager_team_and_lines(world: World) -> None:
    with acting_as(world.anna.actor()):
        intake = screened(world.anna, an_intake(world.anna, world.person("mamadou")), urgency=2)
        case = take_in_charge(
            by=world.anna, intake=intake, manager=world.anna.user, lines=LINES,
            team=[(world.paola.user, "psychologist"), (world.anna.user, "social_worker")],
        )  # fmt: skip

        assert (case.stage, case.lines, case.urgency) == (Case.Stage.TAKEN, LINES, 2)
        assert case.code.startswith("GE-")
        assert case.edition.code == "lgnet3"
        assert case.review_due_on == today() + dt.timedelta(days=90)
        team = dict(CaseMember.objects.values_list("user__name", "part"))
        assert team == {"Anna Parodi": "manager", "Paola Neri": "psychologist"}
        assert AuditEntry.objects.get(subject_id=case.pk).event == "case.opened"


def test_the_clock_then_waits_for_the_first_service_and_stops_at_it(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna, urgency=2)
        intake = case.intake
        assert (intake.next_step, intake.taken_at) == (NextStep.FIRST_SERVICE, case.opened_at)
        assert intake.due_at == case.opened_at + dt.timedelta(hours=48)

        mark_first_service(by=world.anna, intake_id=intake.pk, at=now())
        mark_first_service(by=world.anna, intake_id=intake.pk, at=now())
        after = Intake.objects.get(pk=intake.pk)

        assert (after.next_step, after.due_at) == (NextStep.NOTHING, None)
        assert AuditEntry.objects.filter(event="intake.first_served").count() == 1


@time_machine.travel("2026-05-12 22:30+00:00", tick=False)  # already the thirteenth in Rome
def test_the_network_counts_one_person_with_the_age_of_the_day(world: World) -> None:
    with acting_as(world.anna.actor()):
        person = someone(world.anna, birth_date=dt.date(2008, 5, 13), birth_precision="day", sex="M")
        a_case(world.anna, person)
        fact = CountingFact.objects.select_related("subject").get(kind=FactKind.TAKEN_IN_CHARGE)

        assert (fact.occurred_on, fact.age_band) == (dt.date(2026, 5, 13), AgeBand.FROM_18_TO_60)
        assert (bytes(fact.pseudonym or b""), fact.sex) == (bytes(person.pseudonym or b""), "M")
        assert fact.subject.subject_id == person.pk


def test_pressing_twice_opens_one_case(world: World) -> None:
    drawn = new_id()
    with acting_as(world.anna.actor()):
        intake = screened(world.anna, an_intake(world.anna))
        cases = [
            take_in_charge(by=world.anna, intake=intake, manager=world.anna.user, lines=LINES, case_id=drawn)
            for _ in range(2)
        ]

        assert cases[0].pk == cases[1].pk == drawn
        assert CountingFact.objects.filter(kind=FactKind.TAKEN_IN_CHARGE).count() == 1


def test_a_second_colleague_is_told_that_the_person_is_in_charge(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
        with pytest.raises(Refused, match="already in charge"):
            take_in_charge(by=world.dario, intake=case.intake, manager=world.dario.user, lines=LINES)


def test_the_screening_comes_first_and_must_say_so(world: World) -> None:
    with acting_as(world.anna.actor()):
        intake = an_intake(world.anna)
        with pytest.raises(Refused, match="screening"):
            take_in_charge(by=world.anna, intake=intake, manager=world.anna.user, lines=LINES)
        intake = screened(world.anna, intake, outcome="oriented")
        with pytest.raises(Refused, match="without"):
            take_in_charge(by=world.anna, intake=intake, manager=world.anna.user, lines=LINES)


def test_the_manager_works_on_cases_of_this_partner(world: World) -> None:
    with acting_as(world.anna.actor()):
        intake = screened(world.anna, an_intake(world.anna))
        for somebody in (world.carla, world.bruno, world.amelia, world.nadia):
            with pytest.raises(Refused, match="does not work on cases here"):
                take_in_charge(by=world.anna, intake=intake, manager=somebody.user, lines=LINES)
        with pytest.raises(Refused, match="Bruno"):
            take_in_charge(
                by=world.anna,
                intake=intake,
                manager=world.anna.user,
                lines=LINES,
                team=[(world.bruno.user, "other")],
            )
        assert not Case.objects.exists()


@pytest.mark.parametrize("lines", [[], ["gardening"]])
def test_an_action_line_is_chosen_from_the_three(world: World, lines: list[str]) -> None:
    with acting_as(world.anna.actor()):
        intake = screened(world.anna, an_intake(world.anna))
        with pytest.raises(Refused, match="action line"):
            take_in_charge(by=world.anna, intake=intake, manager=world.anna.user, lines=lines)


def test_the_front_desk_is_told_who_takes_in_charge(world: World) -> None:
    with acting_as(world.fabio.actor()):
        intake = screened(world.fabio, an_intake(world.fabio))
        with pytest.raises(Refused, match="case manager"):
            take_in_charge(by=world.fabio, intake=intake, manager=world.anna.user, lines=LINES)
