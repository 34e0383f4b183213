# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Campobasso writes a practice, Potenza reviews it, Taranto finds it, takes it up and gives its result back."""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import expect

from lgnet.core.clock import today
from lgnet.core.rowsecurity import acting_as
from lgnet.network.actions import register_data_agreement
from lgnet.network.models import DataAgreement, Organisation
from tests.factories.network import who_logs_in
from tests.journeys.somebody import DESK, PHONE, Somebody
from tests.world import World

pytestmark = pytest.mark.journey
TITLE = "L’avviso in due pagine"
CARD = {
    "context": "Un capoluogo di quarantotto mila abitanti.",
    "problem": "L’avviso era lungo undici pagine.",
    "steps": "Riscrivere l’avviso\nAprire lo sportello\nDare un esito a tutti",
    "people": "Due assistenti sociali.",
    "results": "Le domande complete sono nove su dieci.",
    "went_wrong": "I primi audio erano troppo lunghi.",
    "transfer": "Funziona in città piccole.",
    "contact": "Ufficio LGNET",
}


@pytest.fixture
def cities(behind: Callable[[], AbstractContextManager[World]]) -> dict[str, str]:
    """The log-in names of a coordinator in each of three cities."""
    names = {"campobasso": "Cesare Alba", "potenza": "Pia Sole", "taranto": "Teo Mare"}
    with behind() as world:
        with acting_as(world.ugo.actor()):
            bodies = {code: Organisation.objects.get(code=code) for code in names}
            for body in bodies.values():
                if not DataAgreement.objects.filter(organisation=body).exists():
                    register_data_agreement(
                        organisation=body, kind=DataAgreement.Kind.CONTROLLER, reference="for tests"
                    )
        workers = {code: who_logs_in(bodies[code], name, "coordinator") for code, name in names.items()}
    return {code: str(worker.user.email).split("@")[0] for code, worker in workers.items()}


def picture(who: Somebody, name: str) -> None:
    """A picture of the screen, narrow and wide, where somebody asked for them."""
    folder = os.environ.get("LGNET_PICTURES")
    if not folder:
        return
    before = who.page.viewport_size
    for size in (PHONE, DESK):
        who.page.set_viewport_size(size)
        who.page.screenshot(path=str(Path(folder) / f"{name}-{size['width']}.png"), full_page=True)
    if before:
        who.page.set_viewport_size(before)


def test_from_one_city_to_another_and_back(somebody: Callable[..., Somebody], cities: dict[str, str]) -> None:
    campobasso, potenza = somebody(cities["campobasso"]), somebody(cities["potenza"], viewport=PHONE)
    campobasso.open("/practices/new/")
    campobasso.fill(title=TITLE, **CARD)
    campobasso.tick("needs", "legal")
    campobasso.expect_accessible()
    campobasso.send("#card")
    picture(campobasso, "edit")
    card = f"/practices/cards/{campobasso.id_in_address}/"
    campobasso.open(card)
    campobasso.send(f'form[action="{card}submit/"]')

    potenza.open("/practices/")
    potenza.reads(TITLE)
    picture(potenza, "list")
    potenza.expect_accessible()
    potenza.open(card)
    potenza.send(f'form[action="{card}review/"]')
    potenza.page.locator("#ask textarea").fill("Chi firma l’esito?")
    potenza.send("#ask")
    campobasso.open(card)
    campobasso.main.locator(".prc-question textarea").fill("La responsabile del servizio.")
    campobasso.send(".prc-question form")
    potenza.open(card)
    potenza.reads("La responsabile del servizio.")
    potenza.expect_accessible()
    picture(potenza, "review")
    potenza.page.locator("#decide textarea").fill("Chiara e onesta.")
    potenza.send("#decide")
    campobasso.open(card)
    campobasso.send(f'form[action="{card}publish/"]')
    campobasso.reads("Pubblicata", "rivista da Potenza")
    picture(campobasso, "card")
    campobasso.expect_accessible()

    taranto = somebody(cities["taranto"], dark=True)
    taranto.open("/library/?q=avvizo+pagnie")
    taranto.reads("Con «avvizo pagnie» non si è trovato nulla", TITLE)
    expect(taranto.main.locator("mark").first).to_be_visible()
    taranto.expect_accessible()
    picture(taranto, "library")
    taranto.follow(f"main >> text={TITLE}")
    taranto.follow("text=Adottala qui")
    taranto.fill(aim="Arrivare prima alla presa in carico.", started_on=f"{today():%Y-%m-%d}")
    taranto.expect_accessible()
    taranto.send("#adopt")
    adoption = f"/practices/adoptions/{taranto.id_in_address}/"
    taranto.send("#step-1")
    taranto.reads("Il passo 1 è fatto", "1 passo fatto su 3")
    taranto.expect_accessible()
    picture(taranto, "adoption")
    taranto.open(f"{adoption}end/")
    taranto.tick("outcome", "worked")
    taranto.fill(result="Otto domande su dieci sono complete.", feedback="Grazie, ha funzionato.")
    taranto.expect_accessible()
    taranto.send("#end")

    campobasso.open(card)
    campobasso.follow("main >> text=Taranto")
    campobasso.reads("Otto domande su dieci sono complete.", "Grazie, ha funzionato.")
    campobasso.expect_accessible()
    potenza.open(adoption)
    potenza.reads("Otto domande su dieci sono complete.")
    expect(potenza.main).not_to_contain_text("Grazie, ha funzionato.")
