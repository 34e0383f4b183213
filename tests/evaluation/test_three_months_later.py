# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Three months later whoever was there is asked again, reminded twice at most, and the survey closes by itself."""

import datetime as dt

import pytest
import time_machine

from lgnet.core.clock import today
from lgnet.core.rowsecurity import acting_as
from lgnet.evaluation.jobs import run_surveys
from lgnet.evaluation.models import Survey
from lgnet.evaluation.queries.asking import months_later
from tests.factories.evaluation import END
from tests.factories.recognition import a_completed_module
from tests.factories.training import at
from tests.world import World


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (dt.date(2026, 8, 31), 3, dt.date(2026, 11, 30)),
        (dt.date(2025, 11, 30), 3, dt.date(2026, 2, 28)),
        (dt.date(2026, 10, 5), 3, dt.date(2027, 1, 5)),
        (dt.date(2026, 5, 17), 0, dt.date(2026, 5, 17)),
    ],
)
def test_three_months_are_months_of_the_calendar(day: dt.date, months: int, later: dt.date) -> None:
    assert months_later(day, months) == later


def letters_on(day: int) -> int:
    with time_machine.travel(at(day, 9), tick=False):
        _closed, _opened, letters = run_surveys()
        return letters


def test_the_second_survey_opens_after_three_months_reminds_twice_and_closes(world: World) -> None:
    a_completed_module(world, world.anna, world.bruno)
    ended_on = today() + dt.timedelta(days=END)
    opens = (months_later(ended_on, 3) - today()).days

    assert letters_on(opens - 1) == 0
    assert letters_on(opens) == 2
    told = {day: n for day in range(opens + 1, opens + 40) if (n := letters_on(day))}
    assert told == {opens + 10: 2, opens + 20: 2}, "two reminders, ten days apart, to whoever did not answer"

    with acting_as(world.ugo.actor()):
        survey = Survey.objects.get()
    assert survey.kind == "use"
    assert survey.closed_on == survey.closes_on + dt.timedelta(days=1)
    assert (survey.closes_on - survey.opens_on).days == 30


def test_what_was_not_opened_in_time_is_opened_no_more(world: World) -> None:
    a_completed_module(world, world.anna)
    with time_machine.travel(at(END + 20, 9), tick=False):
        assert run_surveys() == (0, 0, 0)


def test_who_no_longer_works_at_the_partner_is_not_asked(world: World) -> None:
    a_completed_module(world, world.anna)
    ended_on = today() + dt.timedelta(days=END)
    with acting_as(world.amelia.actor()):
        membership = world.anna.membership
        membership.valid_until = ended_on + dt.timedelta(days=30)
        membership.save(update_fields=["valid_until"])

    assert letters_on((months_later(ended_on, 3) - today()).days) == 0
