# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Quarters open by themselves for every partner, coordinators are reminded once for each deadline."""

import datetime as dt
from typing import Any

import pytest
import time_machine
from django.core import mail
from procrastinate.contrib.django import app

from lgnet.core.authz import Refused
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.network import editions
from lgnet.reports import queries
from lgnet.reports.actions import open_reports, set_deadline, set_schedule
from lgnet.reports.jobs import open_quarters, remind
from lgnet.reports.models import Period, Reminder, Report
from tests.factories.reports import a_report, a_sending, answered
from tests.world import World


def test_the_jobs_are_known_and_run_every_morning() -> None:
    periodic = {task.task.name: task.cron for task in app.periodic_registry.periodic_tasks.values()}

    assert periodic["reports.open_quarters"] == "10 5 * * *"
    assert periodic["reports.remind"] == "30 6 * * *"


def test_the_latest_quarter_opens_for_each_partner_and_only_once(world: World) -> None:
    open_quarters(0)
    open_quarters(0)

    with acting_as(Actor(DbRole.WORKER)):
        partners = list(editions.local_partners())
        (period,) = Period.objects.all()
    assert (period.quarter.code, period.due_on) == ("2026-q3", dt.date(2026, 10, 10))
    for partner in partners:
        with acting_as(Actor(DbRole.WORKER, partner.pk)):
            assert Report.objects.filter(partner=partner, period=period).count() == 1
    assert len(partners) == 22


def test_the_next_quarter_opens_two_weeks_before_it_ends_and_none_is_skipped(world: World) -> None:
    open_reports()
    with time_machine.travel("2026-12-16T10:00:00Z", tick=False):
        assert [str(period.quarter.code) for period in open_reports()] == ["2026-q3"]
    with time_machine.travel("2027-01-20T10:00:00Z", tick=False):
        opened = open_reports()

    assert [period.quarter.code for period in opened] == ["2026-q3", "2026-q4", "2027-q1"]
    last = opened[-1]
    assert (last.starts_on, last.ends_on) == (dt.date(2027, 1, 1), dt.date(2027, 1, 16)), "the edition ends"
    assert last.due_on == dt.date(2027, 1, 26)


@pytest.mark.parametrize(
    ("moment", "subject"),
    [
        ("2026-10-02T06:00:00Z", None),
        ("2026-10-03T06:00:00Z", "scade il 10 ottobre 2026"),
        ("2026-10-10T06:00:00Z", "scade oggi"),
        ("2026-10-11T06:00:00Z", "è in ritardo"),
    ],
)
def test_the_coordinator_is_written_to_once_for_each_reminder(
    world: World, settings: Any, moment: str, subject: str | None
) -> None:
    settings.PUBLIC_URL = "https://lgnet.example.org"
    with time_machine.travel(moment, tick=False):
        open_reports()
        remind(0)
        remind(0)

    letters = [letter for letter in mail.outbox if letter.to == ["dario@example.org"]]
    assert len(letters) == (1 if subject else 0)
    assert len(mail.outbox) == len(letters), "nobody else coordinates in this world"
    if subject:
        assert subject in letters[0].subject
        assert "luglio" in letters[0].body and "\nhttps://lgnet.example.org/reports/" in letters[0].body
    with acting_as(Actor(DbRole.WORKER, world.genova.pk)):
        assert Reminder.objects.count() == len(letters)


def test_who_has_sent_the_report_is_left_in_peace(world: World) -> None:
    a_sending(world.dario, answered(world.dario, a_report(world.dario)))

    with time_machine.travel("2026-10-20T06:00:00Z", tick=False):
        remind(0)

    assert not mail.outbox


def test_a_moved_deadline_is_reminded_of_again(world: World) -> None:
    report = a_report(world.dario)
    with time_machine.travel("2026-10-09T06:00:00Z", tick=False):
        remind(0)
        with acting_as(world.ugo.actor()):
            set_deadline(by=world.ugo, period=report.period, due_on=dt.date(2026, 10, 15))
        remind(0)

    assert ["10 ottobre" in m.subject for m in mail.outbox] == [True, False]


def test_the_direction_sets_the_days_of_the_quarters_to_come(world: World) -> None:
    report = a_report(world.dario)
    with acting_as(world.ugo.actor()):
        set_schedule(by=world.ugo, days_to_send=20, open_days_before=30, remind_days_before=5)
        set_schedule(by=world.ugo, days_to_send=25, open_days_before=30, remind_days_before=5)
    with time_machine.travel("2026-12-02T10:00:00Z", tick=False):
        open_reports()

    with acting_as(world.nadia.actor()):
        latest = queries.periods(report.period.edition)[0]
    assert (latest.quarter.code, latest.due_on) == ("2026-q4", dt.date(2027, 1, 25))
    with acting_as(world.dario.actor()):
        assert queries.own_reports(world.genova.pk).last().period.due_on == dt.date(2026, 10, 10)  # type: ignore[union-attr]


def test_only_the_direction_moves_deadlines(world: World) -> None:
    report = a_report(world.dario)

    for worker in (world.dario, world.nadia):
        with acting_as(worker.actor()), pytest.raises(Refused, match="national direction"):
            set_deadline(by=worker, period=report.period, due_on=dt.date(2026, 10, 15))
    with acting_as(world.ugo.actor()), pytest.raises(Refused, match="after its quarter"):
        set_deadline(by=world.ugo, period=report.period, due_on=dt.date(2026, 9, 15))
