# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""In a report the planned values stand beside the reached ones, and a line says how timely people were taken in."""

import datetime as dt
import io
import random
from collections.abc import Callable
from typing import Any

import pypdf
import pytest
import time_machine
from django.test import Client
from python_calamine import CalamineWorkbook

from lgnet.core.ids import new_id
from lgnet.core.rowsecurity import acting_as
from lgnet.counting import actions as counting
from lgnet.counting.models import NETWORK, FactKind
from lgnet.direction.indicators import TAKEN_IN_CHARGE, TIMELINESS
from lgnet.direction.measuring import exact_waiting
from lgnet.direction.parts import Parts
from lgnet.network.worker import Worker
from lgnet.reports import document, figures
from lgnet.reports.figures import Line
from lgnet.reports.models import Report, Sending
from lgnet.reports.quarters import Quarter
from lgnet.reports.waits import Waited
from tests.factories.direction import a_target
from tests.factories.reports import a_report, a_sending, answered
from tests.world import World

Browser = Callable[[Worker], Client]
SPRING, SUMMER = dt.date(2026, 5, 10), dt.date(2026, 8, 20)
PLAN = Parts(
    cells={("F", "18-60"): 30, ("M", "18-60"): 50}, months={dt.date(2026, 6, 1): 20, dt.date(2026, 9, 1): 44}
)


def taken(by: Worker, who: int, days: int, *, day: dt.date = SUMMER, sex: str = "F") -> None:
    """Somebody taken in charge after so many days."""
    with acting_as(by.actor()):
        counting.state(
            kind=FactKind.TAKEN_IN_CHARGE, partner_id=by.partner_id, occurred_on=day, subject_id=new_id(),
            evidence="tests:1", pseudonym=bytes([who]) * 32, sex=sex, band="18-60", days=days,
        )  # fmt: skip


def planned(world: World, value: int, parts: Parts = PLAN, day: dt.date = SPRING) -> None:
    with acting_as(world.ugo.actor()):
        a_target(world.ugo, world.genova, value, indicator=TAKEN_IN_CHARGE, day=day, parts=parts)


def text(client: Client, url: str) -> str:
    return str(client.get(url).content.decode())


def line_of(found: figures.Figures) -> Line:
    line = found.line("TAKEN_IN_CHARGE")
    assert line is not None
    return line


@pytest.fixture
def a_summer(world: World) -> Report:
    """Genova took one in spring and three in summer, one of them late; eighty were planned."""
    planned(world, 80)
    taken(world.anna, 1, 40, day=SPRING)
    for who, days in ((2, 3), (3, 9), (4, 16)):
        taken(world.anna, who, days)
    return answered(world.dario, a_report(world.dario))


def test_what_was_planned_by_the_end_of_the_quarter_stands_beside_what_was_reached(
    world: World, a_summer: Report
) -> None:
    with acting_as(world.dario.actor()):
        line = line_of(figures.derive(world.genova.pk, a_summer.period))

    assert (line.total, line.planned, line.target) == (4, 44, 80)
    assert {sex: (sums.total, sums.planned) for sex, sums in line.by_sex().items()} == {
        "F": (4, 30),
        "M": (0, 50),
    }, "who was planned and is not there yet is a zero, not a gap"
    assert line.by_age()["18-60"].planned == 80


def test_without_a_plan_nothing_is_said_to_be_planned(world: World) -> None:
    report = a_report(world.dario)
    with acting_as(world.anna.actor()):
        counting.state(
            kind=FactKind.REGISTERED, partner_id=world.genova.pk, occurred_on=SUMMER, subject_id=new_id(),
            evidence="tests:1", pseudonym=bytes([1]) * 32, sex="F", band="18-60",
        )  # fmt: skip
    with acting_as(world.dario.actor()):
        line = figures.derive(world.genova.pk, report.period).line("REGISTERED")

    assert line is not None and line.total and line.target is None and line.planned is None
    assert {part.planned for part in line.parts} == {None}


def test_timeliness_is_told_for_the_quarter_and_for_all_until_its_end(world: World, a_summer: Report) -> None:
    taken(world.anna, 5, 1, day=dt.date(2026, 10, 2))  # of the next quarter

    with acting_as(world.dario.actor()):
        waits = figures.derive(world.genova.pk, a_summer.period).waits

    assert waits is not None
    assert (waits.label, waits.within_days) == ("TIMELINESS v1", 15)
    assert waits.quarter == Waited(persons=3, in_time=2, median=9) and waits.quarter.percent == 66
    assert waits.total == Waited(persons=4, in_time=2, median=9) and waits.total.percent == 50


@pytest.mark.parametrize("seed", range(3))
def test_the_slow_twin_counts_the_same_from_the_facts(world: World, seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311 - a test that can be repeated
    for _ in range(40):
        day = dt.date(2026, 2, 1) + dt.timedelta(days=draw.randrange(240))
        by = draw.choice([world.anna, world.carla])
        taken(by, draw.randrange(25), draw.randrange(40), day=day)
    period = a_report(world.dario).period
    quarter = Quarter.parse("2026-q3")
    assert quarter is not None

    with acting_as(world.nadia.actor()):
        for scope in (world.genova.pk, NETWORK):
            waits = figures.derive(scope, period).waits
            until = exact_waiting(TIMELINESS, scope, until=quarter.last_day).days
            before = exact_waiting(TIMELINESS, scope, until=quarter.previous.last_day).days
            assert waits is not None
            assert waits.total == Waited.of(until)
            new = {day: n - before.get(day, 0) for day, n in until.items()}
            assert waits.quarter == Waited.of({day: n for day, n in new.items() if n})


def test_both_are_frozen_with_the_report(world: World, english: Browser, a_summer: Report) -> None:
    sending = a_sending(world.dario, a_summer)
    taken(world.anna, 6, 1)
    with time_machine.travel("2026-10-06T10:00:00Z", tick=False):
        planned(world, 200, Parts(), day=dt.date(2026, 10, 6))

    sent = document.frozen(sending.content).figures
    page = text(english(world.nadia), f"/reports/{a_summer.pk}/")

    assert sent.waits is not None and sent.waits.quarter.persons == 3
    assert (line_of(sent).planned, line_of(sent).target) == (44, 80)
    assert document.digest_of(sending.content) == sending.digest
    assert "2 of 3 within 15 days, 66 %; median 9 days" in page
    assert "Female 4 of 30" in page and "Male 0 of 50" in page and ">44<" in page


def older(sending: Sending) -> dict[str, Any]:
    """The content as the first format had it."""
    content: dict[str, Any] = sending.content | {"format": 1}
    lines = [
        {key: value for key, value in line.items() if key != "planned"}
        | {"parts": [part[:4] for part in line["parts"]]}
        for line in content["figures"]["lines"]
    ]
    return content | {
        "figures": {key: content["figures"][key] for key in ("as_of", "known_at")} | {"lines": lines}
    }


def test_a_report_sent_in_the_first_format_is_still_read(world: World, a_summer: Report) -> None:
    content = older(a_sending(world.dario, a_summer))

    found = document.frozen(content).figures

    assert found.waits is None and line_of(found).planned is None
    assert line_of(found).by_sex()["F"].total == 4 and line_of(found).by_sex()["F"].planned is None


def test_the_pdf_and_the_sheet_say_the_same(world: World, english: Browser, a_summer: Report) -> None:
    a_sending(world.dario, a_summer)
    nadia, url = english(world.nadia), f"/reports/{a_summer.pk}/report"

    pdf = pypdf.PdfReader(io.BytesIO(nadia.get(f"{url}.pdf").content))
    words = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
    book = CalamineWorkbook.from_filelike(io.BytesIO(nadia.get(f"{url}.figures.xlsx").content))
    rows = book.get_sheet_by_index(0).to_python()

    assert "Planned by its end" in words and "Male 0 of 50" in words
    assert "2 of 3 within 15 days, 66 %; median 9 days" in words
    (head,) = [row for row in rows if "Planned by its end" in row]
    place = {str(name): number for number, name in enumerate(head)}
    (whole,) = [row for row in rows if "TAKEN_IN_CHARGE v1" in row and row[place["Sex"]] == "All"]
    assert (whole[place["Planned by its end"]], whole[place["Target"]]) == (44, 80)
    waits = {
        str(row[place["Indicator"]]): (row[place["New in the quarter"]], row[place["In all at its end"]])
        for row in rows
        if "TIMELINESS v1" in row
    }
    assert list(waits.values()) == [(3, 4), (2, 2), (66, 50), (9, 9)]
    assert "Timely taking in charge: per cent in time" in waits


def test_the_network_has_a_line_of_its_own_and_no_sum_of_the_partners(
    world: World, english: Browser, a_summer: Report
) -> None:
    a_sending(world.dario, a_summer)
    taken(world.carla, 2, 30, day=SPRING)  # in the network she counts from Torino's day on

    page = text(english(world.nadia), "/reports/quarters/2026-q3/")

    assert "1 of 2 within 15 days, 50 %; median 9 days" in page
