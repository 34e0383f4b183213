# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The plan: edited as a draft, frozen when agreed, copied into a new version; goals wait for goals, never in a ring."""

import datetime as dt
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgnet.cases.actions.plan import (
    GoalText,
    Step,
    agree_plan,
    complete_action,
    draft_plan,
    remove_goal,
    save_goal,
)
from lgnet.cases.goals import makes_a_circle
from lgnet.cases.models import Case, Goal, GoalAction, Plan
from lgnet.core.authz import Refused, Stale
from lgnet.core.clock import today
from lgnet.core.ids import new_id
from lgnet.core.rowsecurity import acting_as
from tests.factories.cases import a_case
from tests.factories.casework import a_draft, a_goal, agreed, assessed, seen, seen_goal
from tests.world import World


def goals_of(plan: Plan) -> list[Goal]:
    return list(Goal.objects.filter(plan=plan).select_related("plan__case__person__key"))


def test_the_assessment_comes_before_the_plan(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
        with pytest.raises(Refused, match="assessment"):
            draft_plan(by=world.anna, case=case)
        assessed(world.anna, case)

        first, again = draft_plan(by=world.anna, case=case), draft_plan(by=world.anna, case=case)
        assert first == again and first.version == 1


def test_an_agreed_plan_is_frozen_and_the_next_version_copies_it(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna, world.person("mamadou"))
        plan = a_draft(world.anna, case, "A room", "A contract")
        room, contract = goals_of(plan)
        save_goal(
            by=world.anna, plan=plan, goal_id=contract.pk, seen=seen_goal(contract),
            typed=GoalText("work", "A contract", "Un contrat", None, room.pk, (Step("Write a CV", "person"),)),
        )  # fmt: skip
        plan = agreed(world.anna, plan)
        with pytest.raises(Refused, match="new version"):
            a_goal(world.anna, plan)
        second = draft_plan(by=world.anna, case=case)

        copies = goals_of(second)
        assert [goal.text for goal in copies] == ["A room", "A contract"]
        assert copies[1].text_for_person == "Un contrat"
        assert copies[1].blocked_by_id == copies[0].pk
        assert second.version == 2 and second.language == "fr"
        assert GoalAction.objects.filter(goal__plan=second).count() == 2
        agreed(world.anna, second)
        assert Plan.objects.get(pk=plan.pk).status == Plan.Status.SUPERSEDED


def test_agreeing_moves_the_case_on_and_sets_the_next_review(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
        agreed(world.anna, a_draft(world.anna, case, "A room"), days=60)

        case = Case.objects.get()
        assert case.stage == Case.Stage.PLANNED
        assert case.review_due_on == today() + dt.timedelta(days=60)


def test_an_empty_plan_a_late_review_and_a_day_to_come_are_refused(world: World) -> None:
    with acting_as(world.anna.actor()):
        plan = a_draft(world.anna, a_case(world.anna))
        with pytest.raises(Refused, match="at least one goal"):
            agreed(world.anna, plan)
        a_goal(world.anna, plan)
        with pytest.raises(Refused, match="90 days"):
            agreed(world.anna, plan, days=91)
        tomorrow = today() + dt.timedelta(days=1)
        with pytest.raises(Refused, match="still to come"):
            agree_plan(
                by=world.anna, plan=plan, agreed_on=tomorrow, review_on=tomorrow, language="", seen=seen(plan)
            )


def test_goals_do_not_wait_for_each_other_in_a_ring(world: World) -> None:
    with acting_as(world.anna.actor()):
        plan = a_draft(world.anna, a_case(world.anna))
        one = a_goal(world.anna, plan, "One")
        two = a_goal(world.anna, plan, "Two", blocked_by=one.pk)
        three = a_goal(world.anna, plan, "Three", blocked_by=two.pk)
        for waits_for in (three, one):
            typed = GoalText("housing", "One", blocked_by=waits_for.pk)
            with pytest.raises(Refused, match="circle"):
                save_goal(by=world.anna, plan=plan, goal_id=one.pk, typed=typed, seen=seen_goal(one))


IDS = [uuid.UUID(int=n) for n in range(8)]


@given(st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), max_size=40))
def test_whatever_is_tried_every_chain_of_goals_ends(tries: list[tuple[uuid.UUID, uuid.UUID]]) -> None:
    waits: dict[uuid.UUID, uuid.UUID | None] = dict.fromkeys(IDS)
    for goal, blocker in tries:
        if not makes_a_circle(goal, blocker, waits):
            waits[goal] = blocker
    for goal in IDS:
        step: uuid.UUID | None = goal
        for _ in IDS:
            step = waits[step] if step else None
        assert step is None


def test_two_editors_of_a_goal_the_second_is_told(world: World) -> None:
    with acting_as(world.anna.actor()):
        plan = a_draft(world.anna, a_case(world.anna))
        goal = a_goal(world.anna, plan, "A room")
        before = seen_goal(goal)
    with acting_as(world.dario.actor()):
        typed = GoalText("housing", "A flat")
        save_goal(by=world.dario, plan=plan, goal_id=goal.pk, typed=typed, seen=before)
    with acting_as(world.anna.actor()):
        with pytest.raises(Stale, match="while you were writing"):
            save_goal(
                by=world.anna, plan=plan, goal_id=goal.pk, typed=GoalText("housing", "A house"), seen=before
            )
        with pytest.raises(Stale):
            remove_goal(by=world.anna, goal=goal, seen=before)
        assert goals_of(plan)[0].text == "A flat"


def test_what_the_person_agrees_to_is_what_was_read(world: World) -> None:
    with acting_as(world.anna.actor()):
        plan = a_draft(world.anna, a_case(world.anna), "A room")
        read = seen(plan)
        a_goal(world.anna, plan, "Slipped in meanwhile")
        with pytest.raises(Stale, match="read it again"):
            agree_plan(
                by=world.anna, plan=plan, agreed_on=today(), review_on=today() + dt.timedelta(days=9),
                language="", seen=read,
            )  # fmt: skip


def test_a_goal_sent_twice_is_one_goal_and_a_removed_one_leaves_nobody_waiting(world: World) -> None:
    with acting_as(world.anna.actor()):
        plan = a_draft(world.anna, a_case(world.anna))
        form_id, typed = (
            new_id(),
            GoalText("work", "A contract", steps=(Step("CV", "person"), Step("", "team"))),
        )
        for _ in range(2):
            save_goal(by=world.anna, plan=plan, goal_id=form_id, typed=typed, seen="")
        waiting = a_goal(world.anna, plan, "Then a room", blocked_by=form_id)
        contract = Goal.objects.get(pk=form_id)
        assert contract.actions.count() == 1
        remove_goal(by=world.anna, goal=contract, seen=seen_goal(contract))

        assert Goal.objects.get().pk == waiting.pk
        assert Goal.objects.get().blocked_by is None


@pytest.mark.parametrize(
    "typed",
    [
        GoalText("shoes", "x"),
        GoalText("work", " \u200b\u202e "),
        GoalText("work", "x" * 601),
        GoalText("work", "x", due_on=dt.date(1999, 1, 1)),
        GoalText("work", "x", due_on=dt.date(2999, 1, 1)),
        GoalText("work", "x", blocked_by=uuid.UUID(int=1)),
        GoalText("work", "x", steps=(Step("s", "nobody"),)),
        GoalText("work", "x", steps=(Step("s", "team"),) * 21),
    ],
)
def test_goals_that_cannot_be_are_refused(world: World, typed: GoalText) -> None:
    with acting_as(world.anna.actor()):
        plan = a_draft(world.anna, a_case(world.anna))
        with pytest.raises(Refused):
            save_goal(by=world.anna, plan=plan, goal_id=new_id(), typed=typed, seen="")


def test_steps_of_the_plan_in_force_are_ticked_and_unticked(world: World) -> None:
    with acting_as(world.anna.actor()):
        plan = a_draft(world.anna, a_case(world.anna), "A room")
        step = GoalAction.objects.select_related("goal").get()
        with pytest.raises(Refused, match="in force"):
            complete_action(by=world.anna, step=step, done_on=today())
        agreed(world.anna, plan)

        assert complete_action(by=world.anna, step=step, done_on=today()).done_on == today()
        assert complete_action(by=world.anna, step=step, done_on=None).done_on is None


def test_the_colleague_is_refused_and_the_stranger_finds_no_plan(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
        plan = a_draft(world.anna, case, "A room")
    with acting_as(world.paola.actor()), pytest.raises(Refused, match="team you belong to"):
        a_goal(world.paola, plan)
    with acting_as(world.carla.actor()), pytest.raises(Plan.DoesNotExist):
        a_goal(world.carla, plan)
