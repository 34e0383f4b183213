# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Genova writes its quarter, sends it, gets it back, corrects it, and the nation validates it."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import expect

from lgnet.core.rowsecurity import acting_as
from lgnet.reports import queries
from lgnet.reports.actions import open_reports, save_answer
from lgnet.reports.questions import Question
from tests.journeys.somebody import PHONE, Somebody
from tests.world import World

pytestmark = [pytest.mark.journey, pytest.mark.timeout(400)]  # four people, two sendings
Behind = Callable[[], AbstractContextManager[World]]


def a_quarter(behind: Behind) -> str:
    """The report of the quarter that is over, with five answers: the sixth is the story's."""
    with behind() as world:
        open_reports()
        with acting_as(world.dario.actor()):
            report = queries.own_reports(world.genova.pk)[0]
            for question in list(Question)[1:]:
                save_answer(by=world.dario, report=report, question=question, text="Fatto.", version=0)
    return f"/reports/{report.pk}/"


def test_genova_reports_its_quarter(behind: Behind, somebody: Callable[..., Somebody]) -> None:
    url = a_quarter(behind)
    anna, dario, nadia, carla = (somebody(name) for name in ("anna", "dario", "nadia", "carla"))

    anna.open(f"{url}write/activities/")
    anna.expect_accessible()
    anna.fill(text="Dodici incontri di quartiere.")
    expect(anna.page.locator("#saved")).to_contain_text("Salvato, Anna Parodi")
    anna.open(f"{url}write/send/")
    anna.reads("Solo il coordinatore invia la relazione.")
    carla.open(url, status=404)
    nadia.open(url, status=404)

    two_people_at_once(dario, anna, url)

    dario.open(f"{url}write/send/")
    dario.expect_accessible()
    dario.page.locator("#send label").click()
    dario.send("#send")
    dario.reads("In attesa di convalida")

    nadia.open(url)
    nadia.expect_accessible()
    nadia.fill(activities="Quanti partecipanti?")
    nadia.send("#remarks", button="button[value=send_back]")

    dario.open(f"{url}write/activities/")
    dario.reads("Quanti partecipanti?")
    dario.fill(text="Dodici incontri, 240 partecipanti.")
    dario.send("#answer")
    dario.open(f"{url}write/send/")
    dario.page.locator("#send label").click()
    dario.send("#send")

    nadia.open(url)
    nadia.reads("240 partecipanti", "invio n. 2")
    nadia.send("#remarks", button="button[value=validate]")
    nadia.reads("Convalidata")
    for address in ("/reports/", "/reports/quarters/2026-q3/"):
        nadia.open(address)
        nadia.expect_accessible()
    dario.open(url)
    dario.reads("Convalidata")


def two_people_at_once(dario: Somebody, anna: Somebody, url: str) -> None:
    """The second is told, keeps both texts before their eyes, and decides."""
    phone = dario.page
    phone.set_viewport_size(PHONE)
    for person in (dario, anna):
        person.open(f"{url}write/strengths/")
    anna.fill(text="Di Anna.")
    expect(anna.page.locator("#saved")).to_contain_text("Salvato, Anna Parodi")
    dario.fill(text="Di Dario.")
    expect(phone.locator("#saved")).to_contain_text("Anna Parodi ha cambiato questa risposta")
    expect(phone.locator("#saved")).to_contain_text("Di Anna.")
    expect(dario.field("text")).to_have_value("Di Dario.")
    dario.expect_accessible()
    dario.send("#answer", button="#saved button")
    dario.reads("La risposta è salvata.")
    dario.open(f"{url}write/strengths/")
    expect(dario.field("text")).to_have_value("Di Dario.")
