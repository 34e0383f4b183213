# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Closing a case with its outcomes, taking it back within ten minutes, and the person who comes back later."""

import datetime as dt

import pytest
import time_machine

from lgnet.cases import policies
from lgnet.cases.actions.case import close, reopen, take_in_charge, undo_close
from lgnet.cases.models import Case, Goal, Intake, NextStep
from lgnet.core.authz import Refused, Stale
from lgnet.core.clock import now
from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from tests.factories.cases import a_case, an_agreed_plan, screened
from tests.world import World


def closed(by: Worker, case: Case, **values: object) -> Case:
    given = {
        "reason": "moved",
        "note": "To Lyon.",
        "goal_outcomes": {},
        "helpfulness": 4,
        "version": case.version,
    }
    return close(by=by, case=case, **(given | values))  # type: ignore[arg-type]  # given by tests


def test_a_closed_case_keeps_reason_outcomes_and_the_person_s_answer(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
        goals = list(an_agreed_plan(world.anna, case, "A room", "A contract").goals.all())
        outcomes = {goals[0].pk: "reached", goals[1].pk: "dropped"}
        case = closed(world.anna, case, goal_outcomes=outcomes)

        assert (case.stage, case.closure_reason, case.helpfulness) == ("closed", "moved", 4)
        assert Case.objects.select_related("person__key").get().closure_note == "To Lyon."
        assert dict(Goal.objects.values_list("pk", "outcome")) == outcomes


def test_the_clock_of_a_closed_case_stands_still(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = closed(world.anna, a_case(world.anna))

        assert Intake.objects.get(pk=case.intake_id).next_step == NextStep.NOTHING


def test_not_asked_is_an_answer_and_a_missing_reason_is_not(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
        with pytest.raises(Refused, match="why"):
            closed(world.anna, case, reason="")

        assert closed(world.anna, case, helpfulness=None).helpfulness is None


def test_every_agreed_goal_needs_its_outcome(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
        goal = an_agreed_plan(world.anna, case, "A room").goals.get()
        for outcomes in ({}, {goal.pk: ""}):
            with pytest.raises(Refused, match="goal"):
                closed(world.anna, case, goal_outcomes=outcomes)


def test_a_closed_case_refuses_work_and_says_when_it_was_closed(world: World) -> None:
    with acting_as(world.anna.actor()), time_machine.travel("2026-11-03 09:00+00:00", tick=False):
        case = closed(world.anna, a_case(world.anna))

        assert "3" in str(policies.case_is_open(case).reason)
        with pytest.raises(Refused):
            closed(world.anna, case)


def test_the_second_of_two_who_close_is_told(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
        with pytest.raises(Stale):
            closed(world.anna, case, version=case.version - 1)


def test_a_closure_is_taken_back_whole_within_ten_minutes(world: World) -> None:
    with acting_as(world.anna.actor()), time_machine.travel("2026-11-03 09:00+00:00", tick=False) as clock:
        case = a_case(world.anna)
        goal = an_agreed_plan(world.anna, case, "A room").goals.get()
        Case.objects.filter(pk=case.pk).update(stage=Case.Stage.RUNNING)
        due = Intake.objects.get().due_at
        case = closed(world.anna, case, goal_outcomes={goal.pk: "partly"})
        clock.shift(dt.timedelta(minutes=9))
        undo_close(by=world.anna, case=case)

        back = Case.objects.select_related("person__key", "intake").get()
        assert (back.stage, back.closed_at, back.closure_reason, back.helpfulness) == (
            "running",
            None,
            "",
            None,
        )
        assert (back.closure_note, Goal.objects.get().outcome) == ("", "")
        assert (back.intake.next_step, back.intake.due_at) == (NextStep.FIRST_SERVICE, due)


def test_after_ten_minutes_it_is_a_new_episode(world: World) -> None:
    with acting_as(world.anna.actor()), time_machine.travel("2026-11-03 09:00+00:00", tick=False) as clock:
        case = closed(world.anna, a_case(world.anna))
        clock.shift(dt.timedelta(minutes=11))

        with pytest.raises(Refused, match="ten minutes"):
            undo_close(by=world.anna, case=case)


def test_only_who_closed_takes_it_back(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = closed(world.anna, a_case(world.anna))
        with pytest.raises(Refused, match="Only who closed"):
            undo_close(by=world.dario, case=case)


def test_the_person_comes_back_with_a_new_episode(world: World) -> None:
    with acting_as(world.anna.actor()):
        old = closed(world.anna, a_case(world.anna))
        intake = reopen(by=world.anna, case=old)
        assert (intake.pk != old.intake_id, intake.next_step) == (True, NextStep.SCREEN)

        new = take_in_charge(
            by=world.anna, intake=screened(world.anna, intake), manager=world.anna.user, lines=["housing"]
        )

        assert list(Case.objects.order_by("id").values_list("stage", flat=True)) == ["closed", "taken"]
        with pytest.raises(Refused, match="new case"):
            undo_close(by=world.anna, case=old)
        with pytest.raises(Refused, match="open"):
            reopen(by=world.anna, case=new)


def test_the_coordinator_closes_and_another_case_manager_does_not(world: World) -> None:
    with acting_as(world.dario.actor()):
        case = a_case(world.dario, manager=world.paola.user)
        with pytest.raises(Refused, match="case manager or the coordinator"):
            closed(world.anna, case)

        assert closed(world.dario, case).closed_by_id == world.dario.user.pk


def test_the_outreach_operator_is_told_who_closes(world: World) -> None:
    with acting_as(world.bruno.actor()):
        with acting_as(world.anna.actor()):
            case = a_case(world.anna)
        with pytest.raises(Refused, match="ask its case manager"):
            closed(world.bruno, case)


def test_for_a_stranger_the_case_does_not_exist(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
    with acting_as(world.carla.actor()), pytest.raises(Case.DoesNotExist):
        closed(world.carla, case)
    assert case.opened_at <= now()


def test_a_closure_is_not_taken_back_while_a_new_intake_waits(world: World) -> None:
    with acting_as(world.anna.actor()):
        old = closed(world.anna, a_case(world.anna))
        reopen(by=world.anna, case=old)

        with pytest.raises(Refused, match="new intake"):
            undo_close(by=world.anna, case=old)
        assert Case.objects.get(pk=old.pk).stage == "closed"
