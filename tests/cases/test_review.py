# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every 90 days the worker and the person look at the plan together."""

import datetime as dt

import pytest

from lgnet.cases.actions.work import review
from lgnet.cases.models import Case, Goal, Review
from lgnet.core.authz import Refused
from lgnet.core.clock import today
from lgnet.core.ids import new_id
from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from tests.factories.cases import a_case
from tests.factories.casework import a_draft, agreed
from tests.world import World


def reviewed(by: Worker, case: Case, **values: object) -> Review:
    known = {
        "reviewed_on": today(),
        "summary": "She found a room.",
        "next_review_on": today() + dt.timedelta(days=30),
        "goal_outcomes": {},
    }
    return review(by=by, case=case, **(known | values))  # type: ignore[arg-type]  # given by tests


def test_a_review_says_where_each_goal_stands_and_when_the_next_is(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
        agreed(world.anna, a_draft(world.anna, case, "A room", "A contract"))
        room = Goal.objects.all()[0]
        reviewed(world.anna, case, goal_outcomes={room.pk: "reached"})

        assert [goal.outcome for goal in Goal.objects.all()] == ["reached", ""]
        assert Case.objects.get().review_due_on == today() + dt.timedelta(days=30)


def test_without_an_agreed_plan_there_is_nothing_to_review(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
        with pytest.raises(Refused, match="no agreed plan"):
            reviewed(world.anna, case)


@pytest.mark.parametrize(
    "values",
    [
        {"next_review_on": today() + dt.timedelta(days=91)},
        {"next_review_on": today()},
        {"reviewed_on": today() + dt.timedelta(days=1)},
        {"summary": " \u200b "},
        {"summary": "x" * 5001},
        {"goal_outcomes": {new_id(): "reached"}},
    ],
)
def test_reviews_that_cannot_be_are_refused(world: World, values: dict[str, object]) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
        agreed(world.anna, a_draft(world.anna, case, "A room"))
        with pytest.raises(Refused):
            reviewed(world.anna, case, **values)


def test_a_review_sent_twice_is_one_review(world: World) -> None:
    with acting_as(world.anna.actor()):
        case, form_id = a_case(world.anna), new_id()
        agreed(world.anna, a_draft(world.anna, case, "A room"))
        for _ in range(2):
            reviewed(world.anna, case, review_id=form_id)

        assert Review.objects.count() == 1
    with acting_as(world.fabio.actor()), pytest.raises(Refused):
        reviewed(world.fabio, case)
    with acting_as(world.carla.actor()), pytest.raises(Case.DoesNotExist):
        reviewed(world.carla, case)
