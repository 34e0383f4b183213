# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Handing out cases, the circle that goes with it, and the cases that nobody answers for."""

import pytest

from lgnet.cases import queries
from lgnet.cases.actions.case import assign, reassign
from lgnet.cases.actions.team import join_team, leave_team
from lgnet.cases.models import Case, CaseMember
from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.core.rowsecurity import acting_as
from lgnet.network.models import Membership
from tests.factories.cases import a_case
from tests.world import World


def circle(case: Case) -> dict[str, str]:
    return dict(CaseMember.objects.filter(case=case, left_at=None).values_list("user__name", "part"))


def test_the_new_manager_enters_the_circle_and_the_old_one_leaves_it(world: World) -> None:
    with acting_as(world.dario.actor()):
        case = a_case(world.anna, team=[(world.paola.user, "psychologist")])
        case = assign(by=world.dario, case=case, manager=world.paola.user)

        assert case.manager_id == world.paola.user.pk
        assert circle(case) == {"Paola Neri": "manager"}
        assert assign(by=world.dario, case=case, manager=world.paola.user).version == case.version


def test_many_cases_change_hands_at_once_or_none(world: World) -> None:
    with acting_as(world.dario.actor()):
        cases = [a_case(world.anna) for _ in range(3)]
        ids = [case.pk for case in cases]
        with pytest.raises(Refused, match="Bruno"):
            reassign(by=world.dario, cases=ids, manager=world.bruno.user)

        assert reassign(by=world.dario, cases=ids, manager=world.dario.user) == 3
        assert set(Case.objects.values_list("manager__name", flat=True)) == {"Dario Ferrando"}


def test_a_case_whose_manager_has_gone_is_an_orphan(world: World) -> None:
    with acting_as(world.dario.actor()):
        kept, lost, none = a_case(world.dario), a_case(world.anna), a_case(world.anna)
        Case.objects.filter(pk=none.pk).update(manager=None)
        Membership.objects.filter(user=world.anna.user.pk).update(
            ended_at=now(), ended_by=world.amelia.user.pk
        )

        found = set(queries.orphans(world.genova.pk).values_list("pk", flat=True))

        assert found == {lost.pk, none.pk}
        assert kept.pk not in found
        assert Case.objects.count() == 3


def test_an_end_in_the_past_is_an_end(world: World) -> None:
    with acting_as(world.dario.actor()):
        case = a_case(world.anna)
        Membership.objects.filter(user=world.anna.user.pk).update(valid_until="2024-12-31")

        assert queries.orphans(world.genova.pk).get().pk == case.pk


def test_the_load_of_everybody_is_seen_also_of_who_has_none(world: World) -> None:
    with acting_as(world.dario.actor()):
        a_case(world.anna)
        a_case(world.anna)
        loads = {load.colleague.name: load.open_cases for load in queries.loads(world.genova.pk)}

    assert loads == {"Anna Parodi": 2, "Dario Ferrando": 0, "Paola Neri": 0}


def test_the_case_manager_builds_the_team(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
        first = join_team(by=world.anna, case=case, colleague=world.paola.user, part="legal")
        again = join_team(by=world.anna, case=case, colleague=world.paola.user, part="legal")
        assert first.pk == again.pk
        assert circle(case) == {"Anna Parodi": "manager", "Paola Neri": "legal"}

        leave_team(by=world.anna, case=case, colleague=world.paola.user)
        assert circle(case) == {"Anna Parodi": "manager"}


def test_a_case_has_one_manager_who_does_not_just_leave(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
        with pytest.raises(Refused, match="one manager"):
            join_team(by=world.anna, case=case, colleague=world.paola.user, part="manager")
        with pytest.raises(Refused, match="does not leave"):
            leave_team(by=world.anna, case=case, colleague=world.anna.user)


def test_a_specialist_does_not_choose_the_team(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
    with acting_as(world.paola.actor()), pytest.raises(Refused, match="changes the team"):
        join_team(by=world.paola, case=case, colleague=world.paola.user, part="legal")


def test_only_the_coordinator_hands_out_cases(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
        with pytest.raises(Refused, match="coordinator"):
            assign(by=world.anna, case=case, manager=world.paola.user)


def test_for_a_stranger_there_is_nothing_to_hand_out(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
    with acting_as(world.carla.actor()):
        assert reassign(by=world.carla, cases=[case.pk], manager=world.carla.user) == 0
