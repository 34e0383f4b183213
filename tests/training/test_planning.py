# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Modules ask for each other in a line, never in a circle; places follow rooms; rules hold in the database too."""

from collections.abc import Callable

import pytest
import time_machine
from django.db import IntegrityError, ProgrammingError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lgnet.core.authz import Refused
from lgnet.core.rowsecurity import acting_as
from lgnet.training.actions import (
    approve,
    change_session,
    edit_module,
    enrol,
    enrol_colleagues,
    keep_list,
    throw_away,
    withdraw,
)
from lgnet.training.actions.planning import plan_module
from lgnet.training.models import Enrolment, Module, Session
from lgnet.training.queries.completion import completions
from lgnet.training.queries.enrolment import missing_for
from tests.factories.training import (
    a_module,
    a_module_draft,
    a_place,
    a_programme,
    a_session_draft,
    at,
    sessions_of,
)
from tests.training.twin import seated
from tests.world import World


def test_who_has_not_completed_what_is_asked_is_refused_and_who_has_enrols(world: World) -> None:
    first = a_module(world.ugo, trainers=(world.paola.user.pk,))
    place = a_place(world.anna, first)
    second = a_module(world.ugo, code="M2", days=40, enrol_until=at(35, 9).date(), requires=(first.pk,))

    with acting_as(world.anna.actor()), pytest.raises(Refused, match="Completa prima: M1"):
        enrol(by=world.anna, module=second)
    with acting_as(world.dario.actor()):
        approve(by=world.dario, enrolment=place)
        with pytest.raises(Refused, match="M1"):
            enrol_colleagues(by=world.dario, module=second, colleagues=[world.anna.user.pk])
    with time_machine.travel(at(20, 9), tick=False):
        with acting_as(world.paola.actor()):
            keep_list(by=world.paola, session=sessions_of(first)[0], marks={place.pk: 180})
        with acting_as(world.anna.actor()):
            assert missing_for(world.anna.user.pk, second) == []
            assert enrol(by=world.anna, module=second).state == "seated"


def test_modules_do_not_ask_for_each_other_in_a_circle(world: World) -> None:
    first = a_module(world.ugo)
    second = a_module(world.ugo, code="M2", requires=(first.pk,))
    third = a_module(world.ugo, code="M3", requires=(second.pk,))

    with acting_as(world.ugo.actor()), pytest.raises(Refused, match="a vicenda"):
        edit_module(by=world.ugo, module=first, draft=a_module_draft(requires=(third.pk,)))


def test_the_smallest_room_limits_the_places_and_nobody_loses_theirs(world: World) -> None:
    module = a_module(world.ugo, places=30)
    with acting_as(world.ugo.actor()):
        session = change_session(
            by=world.ugo, session=sessions_of(module)[0], draft=a_session_draft(room_places=1)
        )
    anna, bruno = a_place(world.anna, module), a_place(world.bruno, module)
    assert (anna.state, bruno.state) == ("seated", "waiting")

    with acting_as(world.ugo.actor()):
        change_session(by=world.ugo, session=session, draft=a_session_draft(room_places=5))
        assert Enrolment.objects.get(pk=bruno.pk).state == "seated"
        edit_module(by=world.ugo, module=module, draft=a_module_draft(places=1))
        assert Enrolment.objects.filter(state="seated").count() == 2


def test_a_draft_is_thrown_away_with_its_sessions(world: World) -> None:
    with acting_as(world.ugo.actor()):
        module = plan_module(by=world.ugo, programme=a_programme(world.ugo), draft=a_module_draft())
        Session.objects.create(
            module=module, title="Uno", mode="presence", starts_at=at(3, 9), ends_at=at(3, 10), room="Sala"
        )
        throw_away(by=world.ugo, module=module)
        assert not Module.objects.exists() and not Session.objects.exists()
    published = a_module(world.ugo)
    with acting_as(world.ugo.actor()), pytest.raises(Refused, match="non si elimina"):
        throw_away(by=world.ugo, module=published)


def test_nobody_takes_a_place_past_the_function_that_gives_them(world: World) -> None:
    module = a_module(world.ugo, places=1)
    a_place(world.anna, module)
    bruno = a_place(world.bruno, module)

    for values in ({"state": "seated"}, {"seated_at": at(0, 9)}):
        with (
            pytest.raises((ProgrammingError, IntegrityError, Exception)) as refused,
            transaction.atomic(),
            acting_as(world.bruno.actor()),
        ):
            Enrolment.objects.filter(pk=bruno.pk).update(**values)
        assert "permission denied" in str(refused.value) or "training_settle" in str(refused.value)


ASKING = st.lists(st.sampled_from(["anna", "bruno", "fabio", "dario", "carla"]), unique=True, max_size=5)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    asking=ASKING,
    leaving=st.sets(st.integers(0, 4)),
    places=st.integers(1, 4),
    share=st.sampled_from([None, 1, 2]),
)
def test_places_are_those_of_the_slow_twin(
    world_of_rules: Callable[[], World], asking: list[str], leaving: set[int], places: int, share: int | None
) -> None:
    with transaction.atomic():
        world = world_of_rules()
        share = min(share, places) if share else None
        module = a_module(world.ugo, places=places, places_per_partner=share)
        rows = [a_place(getattr(world, name), module) for name in asking]
        for n in sorted(leaving & set(range(len(rows)))):
            who = getattr(world, asking[n])
            with acting_as(who.actor()):
                withdraw(by=who, enrolment=rows[n])
        with acting_as(world.ugo.actor()):
            after = {row.arrival: row.state for row in Enrolment.objects.filter(module=module)}
            assert len(completions(module=module)) == list(after.values()).count("seated")
        left = [
            (row.arrival, row.partner_id) for n, row in enumerate(rows) if after[row.arrival] != "withdrawn"
        ]
        assert {turn for turn, state in after.items() if state == "seated"} == seated(left, places, share)
        transaction.set_rollback(True)
