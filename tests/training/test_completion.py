# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who completed a module follows from minutes: enough of what was taught, once it is over."""

from typing import Any

import time_machine

from lgnet.core.rowsecurity import acting_as
from lgnet.training.actions import approve, keep_list, make_up
from lgnet.training.models import Enrolment, Module
from lgnet.training.queries import completed, completions
from tests.factories.training import a_module, a_place, at, sessions_of
from tests.world import World


def a_class(world: World, **more: Any) -> tuple[Module, Enrolment]:
    module = a_module(world.ugo, sessions=4, trainers=(world.paola.user.pk,), **more)
    place = a_place(world.anna, module)
    with acting_as(world.dario.actor()):
        approve(by=world.dario, enrolment=place)
    return module, place


def attend(world: World, module: Module, place: Enrolment, *minutes: int) -> None:
    """The trainer writes the list of each session."""
    with time_machine.travel(at(20, 9), tick=False), acting_as(world.paola.actor()):
        for session, n in zip(sessions_of(module), minutes, strict=True):
            keep_list(by=world.paola, session=session, marks={place.pk: n})


def test_four_fifths_are_enough_and_a_minute_less_is_not(world: World) -> None:
    module, place = a_class(world)

    attend(world, module, place, 180, 180, 180, 36)
    with time_machine.travel(at(20, 10), tick=False), acting_as(world.ugo.actor()):
        (found,) = completed(module)
        assert (found.planned_minutes, found.attended_minutes, found.percent) == (720, 576, 80)
        assert found.mode == "presence" and (found.last_on - found.first_on).days == 3

    attend(world, module, place, 180, 180, 180, 35)
    with time_machine.travel(at(20, 10), tick=False), acting_as(world.ugo.actor()):
        assert completed(module) == []


def test_nothing_is_completed_before_it_is_over(world: World) -> None:
    module, place = a_class(world)
    attend(world, module, place, 180, 180, 180, 180)

    with acting_as(world.anna.actor()):
        (found,) = completions(colleague=world.anna.user.pk)
        assert found.is_enough and not found.is_complete


def test_what_was_missed_is_made_up_for(world: World) -> None:
    module, place = a_class(world)
    attend(world, module, place, 180, 0, 180, 0)

    with time_machine.travel(at(20, 10), tick=False), acting_as(world.paola.actor()):
        (found,) = completions(module=module)
        assert [one.title for one in found.missed] == ["Incontro 2", "Incontro 4"]
        make_up(
            by=world.paola,
            session=found.missed[0],
            enrolment=place,
            length=180,
            note="Registrazione e scheda",
        )
        assert not completed(module)
        make_up(by=world.paola, session=found.missed[1], enrolment=place, length=36, note="Registrazione")
        assert [one.percent for one in completed(module)] == [80]


def test_the_stranger_meets_nobody_of_another_partner(world: World) -> None:
    module, _place = a_class(world)

    with acting_as(world.carla.actor()):
        assert completions(module=module) == []
    with acting_as(world.dario.actor()):
        assert [one.colleague.name for one in completions(module=module)] == ["Anna Parodi"]
