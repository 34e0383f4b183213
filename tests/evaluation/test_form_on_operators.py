# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The fund's form on operators: who can be reported, why somebody cannot, and the file."""

import csv
import io
from collections.abc import Callable

import time_machine
from django.test import Client
from django.urls import reverse

from lgnet.core.rowsecurity import acting_as
from lgnet.evaluation.queries.form import Lack, form_lines
from lgnet.interop.sheets import open_sheet
from lgnet.network.worker import Worker
from lgnet.training.actions import keep_list
from lgnet.training.models import Module
from tests.factories.network import at_work, colleague
from tests.factories.recognition import a_completed_module, issued
from tests.factories.training import a_module, a_place, at, sessions_of
from tests.world import World

Browser = Callable[[Worker], Client]
CONTENTS = "Équipe, primo colloquio, piano individuale."


def lacks(by: Worker) -> dict[str, tuple[Lack, ...]]:
    with acting_as(by.actor()):
        partner = None if by.role.code.startswith("national") else by.partner_id
        return {line.completion.colleague.name: line.lacks for line in form_lines(partner)}


def test_whoever_completed_a_module_can_be_reported(world: World) -> None:
    module = a_completed_module(world, world.anna, world.carla, contents=CONTENTS)
    issued(world, module)

    with acting_as(world.ugo.actor()):
        lines = {line.completion.colleague.name: line for line in form_lines()}
    anna = lines["Anna Parodi"]
    assert anna.is_reportable and anna.role == "case_manager" and anna.certificate
    assert lacks(world.dario) == {"Anna Parodi": ()}, "a coordinator prepares the own people only"


def test_each_line_says_what_it_lacks(world: World) -> None:
    alone = at_work(
        world.genova, "specialist", colleague("Gaia", "gaia@example.org"), valid_from="2024-01-01"
    )
    late = at_work(world.genova, "specialist", colleague("Ivo Rossi", "ivo@example.org"))
    a_completed_module(world, alone, late, world.bruno, minutes=90, contents="")

    assert lacks(world.ugo) == {
        "Gaia": (Lack.NO_FULL_NAME, Lack.NO_CONTENTS, Lack.TOO_LITTLE),
        "Ivo Rossi": (Lack.NO_ROLE, Lack.NO_CONTENTS, Lack.TOO_LITTLE),
        "Bruno Costa": (Lack.NO_CONTENTS, Lack.TOO_LITTLE),
    }


def test_a_session_without_a_register_is_told_apart_from_an_absence(world: World) -> None:
    with time_machine.travel(at(-30, 9), tick=False):
        module = a_module(
            world.ugo,
            sessions=2,
            days=7,
            trainers=(world.paola.user.pk,),
            contents=CONTENTS,
            needs_approval=False,
        )
        places = [a_place(one, module) for one in (world.anna, world.bruno)]
    assert lacks(world.ugo)["Anna Parodi"] == (Lack.NO_REGISTER,)

    with time_machine.travel(at(-20, 9), tick=False), acting_as(world.paola.actor()):
        for session in sessions_of(module):
            keep_list(by=world.paola, session=session, marks={places[0].pk: 180})
    assert lacks(world.ugo) == {"Anna Parodi": (), "Bruno Costa": (Lack.NO_ATTENDANCE,)}


def test_nobody_is_listed_before_the_module_is_over(world: World) -> None:
    module = a_module(world.ugo, contents=CONTENTS, needs_approval=False)
    a_place(world.anna, module)

    assert lacks(world.ugo) == {}


def test_the_file_holds_what_can_be_reported_and_the_page_what_is_to_be_mended(
    world: World, browser: Browser
) -> None:
    a_completed_module(world, world.anna, contents=CONTENTS)
    a_completed_module(world, world.bruno, code="M2", minutes=90, contents=CONTENTS)
    ugo = browser(world.ugo)

    page = ugo.get(reverse("evaluation:form")).content.decode()
    assert "1 riga si può rendicontare" in page and "Bruno Costa" in page
    assert "frequentato il 50% delle ore, ne serve il 80%" in page

    answer = ugo.get(reverse("evaluation:take_form", args=["csv"]))
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 2 and rows[1][0] == "Anna Parodi"
    row = dict(zip(rows[0], rows[1], strict=True))
    assert row["Area formativa"] == str(Module.Area.RECEPTION.label)
    assert row["Contenuti della formazione"] == CONTENTS and row["Ore frequentate"] == "3,0"

    answer = ugo.get(reverse("evaluation:take_form", args=["xlsx"]))
    with open_sheet(io.BytesIO(answer.content), name="scheda.xlsx") as sheet:
        assert any("Anna Parodi" in str(row) for row in sheet.rows())
    assert ugo.get(reverse("evaluation:take_form", args=["pdf"])).status_code == 404


def test_a_quarter_is_chosen(world: World, browser: Browser) -> None:
    a_completed_module(world, world.anna, contents=CONTENTS)
    ugo = browser(world.ugo)
    page = ugo.get(reverse("evaluation:form"), {"quarter": "2019-q1"}).content.decode()

    assert "0 righe si possono rendicontare" in page
    assert ugo.get(reverse("evaluation:form"), {"quarter": "nonsense"}).status_code == 200


def test_names_are_for_the_direction_and_the_own_coordinator(world: World, browser: Browser) -> None:
    a_completed_module(world, world.anna, contents=CONTENTS)
    address = reverse("evaluation:form")

    assert "Anna Parodi" not in browser(at_work(world.torino, "coordinator")).get(address).content.decode()
    assert browser(world.nadia).get(address).status_code == 403
    assert browser(world.anna).get(address).status_code == 403
    assert Client().get(address).status_code == 302
