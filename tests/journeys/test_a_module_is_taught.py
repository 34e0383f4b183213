# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The direction plans a module, somebody enrols, the coordinator approves, the code on the wall says who is there."""

import datetime as dt
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from lgnet.core.clock import ROME, now, today
from tests.journeys.somebody import PHONE, Somebody

pytestmark = pytest.mark.journey


def a_session_now() -> dict[str, str]:
    """Hours around the present one, on one day in Rome: the doors are open."""
    here = now().astimezone(ROME)
    begins = max(here - dt.timedelta(minutes=10), here.replace(hour=0, minute=0))
    ends = min(here + dt.timedelta(hours=2), here.replace(hour=23, minute=59))
    return {"day": f"{here:%Y-%m-%d}", "begins": f"{begins:%H:%M}", "ends": f"{ends:%H:%M}"}


def planned(ugo: Somebody, title: str) -> str:
    """A module that begins in ten days, with Paola teaching, published; its address."""
    ugo.open("/training/new/")
    ugo.fill(title="Programma di prova", aims="Servizi integrati")
    ugo.send("form.ui-form")
    ugo.fill(code="P1", title=title, places="2", enrol_until=f"{today() + dt.timedelta(days=5):%Y-%m-%d}")
    ugo.expect_accessible()
    ugo.send("form.ui-form")
    address = f"/training/modules/{ugo.id_in_address}/"
    ugo.open(f"{address}sessions/new/")
    ugo.fill(
        title="Primo incontro", day=f"{today() + dt.timedelta(days=10):%Y-%m-%d}", begins="09:00", ends="12:00",
        room="Sala Conferenze", trainers="paola@example.org",
    )  # fmt: skip
    ugo.expect_accessible()
    ugo.send("form.ui-form")
    ugo.send(f'form[action="{address}publish/"]')
    ugo.reads("Iscrizioni aperte", "Paola Neri")
    return address


def test_a_module_is_planned_filled_approved_and_attended(somebody: Callable[..., Somebody]) -> None:
    ugo = somebody("ugo")
    address = planned(ugo, "Presa in carico di prova")
    ugo.expect_accessible()

    anna = somebody("anna", viewport=PHONE)
    anna.open(address)
    anna.send(f'form[action="{address}enrol/"]')
    anna.reads("Un posto è riservato a te")
    anna.expect_accessible()

    dario = somebody("dario")
    dario.open("/")
    dario.reads("Formazione: richieste da approvare")
    dario.open("/training/")
    dario.expect_accessible()
    dario.page.locator(".trn-request", has_text="Anna Parodi").get_by_role("button", name="Approva").click()
    dario.reads("Anna Parodi può partecipare.")

    ugo.open(address)
    ugo.follow("text=Primo incontro")
    ugo.follow("text=Sposta o modifica")
    ugo.fill(**a_session_now())
    ugo.send("form.ui-form")
    ugo.reads("Spostato")

    paola = somebody("paola")
    paola.open("/training/")
    paola.follow("text=Primo incontro")
    session = paola.page.url
    paola.expect_accessible()
    paola.follow("text=Mostra il codice in sala")
    paola.expect_accessible()
    code = paola.page.locator(".trn-code").inner_text()
    expect(paola.page.locator(".trn-picture svg")).to_be_visible()

    anna.open("/")
    anna.reads("Primo incontro")
    anna.open(f"{session}here/")
    anna.fill(code="ABCDEF")
    anna.send("form.ui-form", status=422)
    anna.reads("Questo codice non è valido")
    anna.fill(code=code)
    anna.expect_accessible()
    anna.send("form.ui-form")
    anna.reads("La tua presenza è registrata", "La tua presenza")
    anna.expect_accessible()

    paola.open(session)
    paola.reads("Anna Parodi, Genova", "Segnati 1 su 1.")
    ugo.open(address)
    expect(ugo.page.locator("tr", has_text="Genova").last).to_contain_text("1")
    ugo.expect_accessible()
