# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Why a figure that was sent is another one now; the clever query against its slow and obvious twin."""

import datetime as dt
import random
from collections.abc import Callable

import pytest
import time_machine
from django.test import Client

from lgnet.core.rowsecurity import acting_as
from lgnet.counting import actions as counting
from lgnet.counting.models import CountingFact, FactKind
from lgnet.network.worker import Worker
from lgnet.reports import changes, figures
from lgnet.reports.changes import Change
from lgnet.reports.document import frozen
from lgnet.reports.models import Period, Sending
from tests.factories.counting import facts
from tests.factories.reports import a_report, a_sending, answered
from tests.world import World

SUMMER, LATER = dt.date(2026, 8, 20), "2026-11-20T10:00:00Z"


def sent_with(world: World, *who: int) -> tuple[Sending, Period, list[CountingFact]]:
    stated = facts(world.anna, *who, day=SUMMER)
    report = answered(world.dario, a_report(world.dario))
    return a_sending(world.dario, report), report.period, stated


def taken_back(world: World, fact: CountingFact, reason: str) -> None:
    with acting_as(world.anna.actor()):
        counting.counter(fact=CountingFact.objects.select_related("subject").get(pk=fact.pk), reason=reason)


def found(world: World, sending: Sending, period: Period, code: str = "O.2.3") -> Change | None:
    with acting_as(world.nadia.actor()):
        current = figures.derive(world.genova.pk, period)
        sent = frozen(sending.content).figures
        every = changes.changes(sent, current, world.genova.pk, period.quarter.last_day)
    return next((change for change in every if change.line.code == code), None)


def test_late_and_corrected_people_explain_the_difference(world: World) -> None:
    sending, period, stated = sent_with(world, 1, 2, 3, 4)
    with time_machine.travel(LATER, tick=False):
        facts(world.anna, 5, 6, 7, day=SUMMER)
        facts(world.anna, 8, day=dt.date(2026, 10, 20))  # of the next quarter: changes nothing here
        facts(world.anna, 1, day=dt.date(2026, 9, 1))  # counted already
        taken_back(world, stated[1], "registrata due volte")

        change = found(world, sending, period)

    assert change is not None
    assert (change.then, change.now, change.entered, change.left) == (4, 6, 3, 1)
    assert [(each.n, each.reason) for each in change.taken_back] == [(1, "registrata due volte")]
    assert change.is_explained


def test_what_did_not_change_is_not_told(world: World) -> None:
    sending, period, stated = sent_with(world, 1, 2)
    with time_machine.travel(LATER, tick=False):
        taken_back(world, stated[0], "data sbagliata")
        facts(world.anna, 1, day=SUMMER)  # stated anew the same day

        assert found(world, sending, period) is None


def test_late_contacts_count_one_by_one(world: World) -> None:
    report = answered(world.dario, a_report(world.dario))
    facts(world.anna, 1, kind=FactKind.CONTACT, day=SUMMER)
    sending = a_sending(world.dario, report)
    with time_machine.travel(LATER, tick=False):
        late = facts(world.anna, 1, 1, 2, kind=FactKind.CONTACT, day=SUMMER)
        taken_back(world, late[0], "di prova")
        change = found(world, sending, report.period, "CONTACTS")

    assert change is not None
    assert (change.then, change.now, change.entered, change.left) == (1, 3, 2, 0)


def counted_by(rows: list[CountingFact], moment: dt.datetime, last: dt.date) -> set[bytes]:
    """The slow and obvious twin: whom the facts known at a moment count by a day."""
    known = [row for row in rows if row.recorded_at <= moment]
    gone = {row.corrects_id for row in known if row.weight == -1}
    standing = [row for row in known if row.weight == 1 and row.pk not in gone and row.occurred_on <= last]
    return {bytes(row.pseudonym or b"") for row in standing}


@pytest.mark.parametrize("seed", range(4))
def test_the_query_agrees_with_its_slow_twin(world: World, seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311 - only to vary the story
    sending, period, stated = sent_with(world, *(draw.randrange(12) for _ in range(10)))
    with time_machine.travel(LATER, tick=False):
        for fact in draw.sample(stated, 4):
            taken_back(world, fact, "corretto")
        for _ in range(8):
            facts(world.anna, draw.randrange(20), day=SUMMER + dt.timedelta(days=draw.randrange(70)))
        change = found(world, sending, period)
        with acting_as(world.dario.actor()):
            rows = list(CountingFact.objects.filter(kind=FactKind.SUPPORTED))

    last = period.quarter.last_day
    then = counted_by(rows, sending.sent_at, last)
    now = counted_by(rows, dt.datetime.max.replace(tzinfo=dt.UTC), last)
    if change is None:
        assert len(then) == len(now)
    else:
        assert (change.then, change.now) == (len(then), len(now))
        assert (change.entered, change.left) == (len(now - then), len(then - now))
        assert change.is_explained


def test_the_page_of_a_sent_report_tells_it(world: World, english: Callable[[Worker], Client]) -> None:
    sending, _period, _stated = sent_with(world, 1, 2)
    with time_machine.travel(LATER, tick=False):
        facts(world.anna, 3, day=SUMMER)
        for reader in (world.dario, world.nadia):
            page = english(reader).get(f"/reports/{sending.report_id}/").content.decode()
            assert "2 when it was sent, 3 now." in page
            assert "1 came in late." in page
