# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Something done for the person is recorded in one go, can be taken back on the same day, and stops the clock."""

import datetime as dt
from typing import Any

import pytest
import time_machine

from lgnet.cases.actions.work import withdraw_intervention
from lgnet.cases.models import Case, Intake, Intervention, NextStep
from lgnet.catalogue.models import InterventionType
from lgnet.core.authz import Refused
from lgnet.core.clock import now, today
from lgnet.core.ids import new_id
from lgnet.core.models import RowHistory
from lgnet.core.rowsecurity import acting_as
from tests.factories.cases import a_case
from tests.factories.casework import a_draft, agreed, done
from tests.world import World


def test_the_first_service_stops_the_clock_and_taking_it_back_starts_it_again(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
        assert Intake.objects.get().next_step == NextStep.FIRST_SERVICE
        row = done(world.anna, case)
        intake = Intake.objects.get()
        assert intake.next_step == NextStep.NOTHING and intake.first_service_at is not None
        withdraw_intervention(by=world.anna, intervention=row)

        intake = Intake.objects.get()
        assert intake.next_step == NextStep.FIRST_SERVICE and intake.first_service_at is None
        assert RowHistory.objects.filter(row_id=row.pk, operation="update").exists()


def test_somebody_who_did_not_come_was_not_served(world: World) -> None:
    with acting_as(world.anna.actor()):
        done(world.anna, a_case(world.anna), result="no_show")

        assert Intake.objects.get().next_step == NextStep.FIRST_SERVICE


def test_the_first_service_after_the_plan_sets_the_case_under_way(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
        done(world.anna, case)
        assert Case.objects.get().stage == Case.Stage.TAKEN
        agreed(world.anna, a_draft(world.anna, case, "A room"))
        done(world.anna, case)

        assert Case.objects.get().stage == Case.Stage.RUNNING


@pytest.mark.parametrize(
    "values",
    [
        {"minutes": -5},
        {"minutes": 0},
        {"minutes": 1441},
        {"result": "perhaps"},
        {"cost_cents": 5},
        {"note": "x" * 5001},
        {"delivered_on": dt.date(2999, 1, 1)},
        {"delivered_on": dt.date(2020, 1, 1)},
    ],
)
def test_what_cannot_be_is_refused(world: World, values: dict[str, Any]) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
        with pytest.raises(Refused):
            done(world.anna, case, **values)


def test_money_belongs_to_contributions(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
        code = InterventionType.objects.filter(is_monetary=True).values_list("pk", flat=True)[0]

        assert done(world.anna, case, code, cost_cents=12_50).cost_cents == 1250
        with pytest.raises(Refused, match="contributions"):
            done(world.anna, case, code, cost_cents=100_000_01)


def test_a_tap_sent_twice_is_one_intervention(world: World) -> None:
    with acting_as(world.anna.actor()):
        case, form_id = a_case(world.anna), new_id()
        for _ in range(2):
            done(world.anna, case, intervention_id=form_id)

        assert Intervention.objects.count() == 1


def test_only_who_recorded_it_takes_it_back_and_only_on_the_same_day(world: World) -> None:
    with acting_as(world.anna.actor()):
        row = done(world.anna, a_case(world.anna))
    with acting_as(world.dario.actor()), pytest.raises(Refused, match="Only who"):
        withdraw_intervention(by=world.dario, intervention=row)
    with acting_as(world.anna.actor()):
        with (
            time_machine.travel(now() + dt.timedelta(days=1)),
            pytest.raises(Refused, match="end of the day"),
        ):
            withdraw_intervention(by=world.anna, intervention=row)
        withdraw_intervention(by=world.anna, intervention=row)
        with pytest.raises(Refused, match="already"):
            withdraw_intervention(by=world.anna, intervention=row)


def test_yesterday_can_be_recorded_if_the_case_was_open(world: World) -> None:
    with acting_as(world.anna.actor()):
        with time_machine.travel(now() - dt.timedelta(days=3)):
            case = a_case(world.anna)

        assert done(world.anna, case, delivered_on=today() - dt.timedelta(days=1)).pk
        assert Intake.objects.get().next_step == NextStep.NOTHING


def test_the_mobile_unit_records_what_it_did_and_the_stranger_finds_no_case(world: World) -> None:
    with acting_as(world.anna.actor()):
        case = a_case(world.anna)
    with acting_as(world.bruno.actor()):
        assert done(world.bruno, case).delivered_by_id == world.bruno.user.pk
    with acting_as(world.amelia.actor()), pytest.raises(Refused, match="does not record"):
        done(world.amelia, case)
    with acting_as(world.carla.actor()), pytest.raises(Case.DoesNotExist):
        done(world.carla, case)
