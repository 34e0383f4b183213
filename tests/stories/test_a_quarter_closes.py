# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A quarter closes, from a missing birth date in Genova to figures that are the same a year later.

Across the rooms of the direction: quality sends the miss to who can mend it, the report is sent, sent back,
corrected and validated, the cut-off is sealed and its sheets taken away; then a year of changes, and it verifies.
"""

import csv
import datetime as dt
import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import translation

from lgnet.core.rowsecurity import acting_as
from lgnet.counting.models import NETWORK, FactKind
from lgnet.direction.indicators import O_2_3
from lgnet.network.worker import Worker
from lgnet.people.actions import correct_identity, deliver_notice
from lgnet.people.identity import Identity
from lgnet.people.models import Person
from lgnet.quality.queries import not_reportable
from lgnet.quality.reportability import Reason
from lgnet.reports import queries as reports
from lgnet.reports.actions import reopen, save_answer, send_back, validate
from lgnet.reports.models import Report
from lgnet.reports.questions import Question
from lgnet.snapshots import actions as cutoffs
from lgnet.snapshots.models import Result, Snapshot
from lgnet.snapshots.queries import difference
from tests.factories.cases import a_case
from tests.factories.casework import done
from tests.factories.people import person, stay
from tests.factories.reports import a_report, a_sending, answered
from tests.factories.snapshots import a_cutoff
from tests.world import World

SEPTEMBER, OCTOBER, NEXT_YEAR = "2026-09-15T09:00:00Z", "2026-10-05T10:00:00Z", "2027-10-06T10:00:00Z"
QUARTER_END = dt.date(2026, 9, 30)
KIND = str(FactKind.SUPPORTED)


@pytest.fixture(autouse=True)
def _somewhere(settings: Any, tmp_path: Any) -> Iterator[None]:
    settings.MEDIA_ROOT = tmp_path
    with translation.override("en"):
        yield


def served(by: Worker, given_name: str, **known: Any) -> Person:
    """Somebody of the partner with a regular stay and the notice, in charge and served today."""
    with acting_as(by.actor()):
        who = person(by, given_name, **known)
        stay(by, who)
        deliver_notice(by=by, person=who, version="2024-01", language="fr", how="paper")
        done(by, a_case(by, who))
        return who


def reasons(world: World) -> dict[UUID, set[Reason]]:
    with acting_as(world.dario.actor()):
        rows = not_reportable(partner_id=world.genova.pk, kind=KIND, until=QUARTER_END)
        return {row.person_id: {found.reason for found in row.reasons} for row in rows}


def frozen(by: Worker, snapshot: Snapshot, scope: UUID) -> dict[tuple[str, str], int]:
    with acting_as(by.actor()):
        rows = Result.objects.filter(
            snapshot=snapshot, scope=scope, indicator="O.2.3", measure="achieved", line=""
        )
        return {(row.sex, row.age_band): row.n for row in rows if row.n}


def test_a_quarter_closes_and_a_year_later_says_the_same(
    world: World, browser: Callable[[Worker], Client]
) -> None:
    # In September three people are served in Genova and one in Torino; of Aminata nobody knows the birth date.
    with time_machine.travel(SEPTEMBER, tick=False):
        born = {"birth_date": dt.date(1990, 4, 2), "birth_precision": "day"}
        aminata = served(world.anna, "Aminata", family_name="Sarr")
        served(world.anna, "Bineta", **born)
        coumba = served(world.anna, "Coumba", family_name="Diop", **born)
        served(world.carla, "Dior", family_name="Fall", **born)

    with time_machine.travel(OCTOBER, tick=False):
        # The miss is told to who can mend it, and mending it is enough.
        assert reasons(world) == {aminata.pk: {Reason.NO_BIRTH_DATE}}
        with acting_as(world.anna.actor()):
            row = Person.objects.select_related("key").get(pk=aminata.pk)
            known = replace(Identity.of(row), birth_date=dt.date(1999, 1, 1), birth_precision="year")
            correct_identity(by=world.anna, person=row, identity=known, version=row.version)
        assert reasons(world) == {}

        # The report is sent, sent back with a remark, corrected and validated.
        report = answered(world.dario, a_report(world.dario))
        a_sending(world.dario, report)
        with acting_as(world.nadia.actor()):
            send_back(by=world.nadia, report=report, remarks={Question.ACTIVITIES: "Quanti incontri?"})
        with acting_as(world.dario.actor()):
            report = reports.own_reports(world.genova.pk)[0]
            written = report.answers.get(question=Question.ACTIVITIES)
            save_answer(
                by=world.dario, report=report, question=Question.ACTIVITIES,
                text="Dodici incontri con la rete.", version=written.version,
            )  # fmt: skip
        a_sending(world.dario, report)
        with acting_as(world.nadia.actor()):
            assert validate(by=world.nadia, report=report).state == Report.State.VALIDATED

        # The cut-off is sealed, and its figures leave in a sheet without a name.
        first = a_cutoff(world.ugo, QUARTER_END)
        with (
            acting_as(world.ugo.actor()),
            cutoffs.take_sheet_away(by=world.ugo, snapshot=first, kind="csv") as made,
        ):
            sheet = made.read().decode("utf-8-sig")
    assert frozen(world.dario, first, world.genova.pk) == {("F", "18-60"): 3}
    assert sum(frozen(world.ugo, first, NETWORK).values()) == 4
    lines = list(csv.reader(io.StringIO(sheet), delimiter=";"))
    assert any("O.2.3" in line for line in lines)
    assert not [name for name in ("Aminata", "Sarr", "Coumba", "Diop") if name in sheet]

    # A year of changes: a birth date corrected, somebody served after the day, the report opened again.
    with time_machine.travel(NEXT_YEAR, tick=False):
        with acting_as(world.anna.actor()):
            row = Person.objects.select_related("key").get(pk=coumba.pk)
            younger = replace(Identity.of(row), birth_date=dt.date(2012, 4, 2))
            correct_identity(by=world.anna, person=row, identity=younger, version=row.version)
        served(world.anna, "Penda", family_name="Gueye", **born)
        with acting_as(world.nadia.actor()):
            reopen(by=world.nadia, report=report, reason="An age was wrong.")
        assert cutoffs.verify(by=world.ugo, snapshot=first).holds
        assert frozen(world.dario, first, world.genova.pk) == {("F", "18-60"): 3}

        # A second cut-off of the same day says the new figures, and the events between the two explain each cell.
        second = a_cutoff(world.ugo, QUARTER_END, reason="an age was wrong")
        assert frozen(world.dario, second, world.genova.pk) == {("F", "<18"): 1, ("F", "18-60"): 2}
        with acting_as(world.ugo.actor()):
            told = difference(first, second, O_2_3, NETWORK)
        assert (told.value_then, told.value_now, told.unexplained) == (4, 4, 0)
        assert told.explained_by_cell
        assert cutoffs.verify(by=world.ugo, snapshot=first).holds


def test_through_all_of_it_the_nation_meets_no_name(
    world: World, browser: Callable[[Worker], Client]
) -> None:
    served(world.anna, "Aminata", family_name="Sarr", birth_date=dt.date(1990, 4, 2), birth_precision="day")
    a_cutoff(world.ugo)
    nadia = browser(world.nadia)
    for name in (
        "direction:nation",
        "direction:checks",
        "quality:overview",
        "reports:list",
        "snapshots:list",
    ):
        page = nadia.get(reverse(name))

        assert page.status_code == 200, name
        assert not [word for word in ("Aminata", "Sarr", "Diallo") if word in page.content.decode()]
