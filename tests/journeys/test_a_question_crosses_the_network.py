# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Somebody asks, the guard warns of a tax code, another city answers and is accepted; a meeting gives a task."""

import datetime as dt
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import expect

from lgnet.core.clock import today
from lgnet.core.rowsecurity import acting_as
from lgnet.network.actions import register_data_agreement
from lgnet.network.models import DataAgreement, Organisation
from tests.factories.meetings import a_meeting
from tests.factories.network import who_logs_in
from tests.journeys.somebody import PHONE, Somebody
from tests.world import World

pytestmark = pytest.mark.journey
CODE = "PRVMDA94E12Z317J"


def colleague_of(world: World, code: str, name: str) -> str:
    """Somebody new who follows cases there; the name to log in with. Nobody works there without an agreement."""
    with acting_as(world.ugo.actor()):
        body = Organisation.objects.get(code=code)
        register_data_agreement(organisation=body, kind=DataAgreement.Kind.JOINT, reference="for tests")
    return str(who_logs_in(body, name, "case_manager").user.email).split("@")[0]


def test_aosta_asks_mends_what_the_guard_marks_and_accepts_what_firenze_answers(
    somebody: Callable[..., Somebody], behind: Callable[[], AbstractContextManager[World]]
) -> None:
    with behind() as world:
        aosta, firenze = (
            colleague_of(world, "aosta", "Pia Rollet"),
            colleague_of(world, "firenze", "Gino Fabbri"),
        )

    asks = somebody(aosta, viewport=PHONE)
    asks.open("/exchange/new/")
    asks.expect_accessible()
    asks.fill(
        title="Iscrizione di chi dorme in auto", text=f"Un uomo con codice {CODE} dorme in auto. E voi?"
    )
    asks.field("theme").select_option("residence")
    asks.send("#thread", status=422)
    asks.reads("Qui forse si capisce chi è una persona", "codice fiscale")
    expect(asks.page.locator("mark")).to_have_text(CODE)
    expect(asks.field("title")).to_have_value("Iscrizione di chi dorme in auto")
    asks.expect_accessible()
    asks.fill(text="Un uomo dorme in auto. E voi?")
    asks.send("#thread")
    asks.reads("Pubblicato.")
    thread = asks.page.url.split(asks.address)[1]

    answers = somebody(firenze)
    answers.open("/exchange/")
    answers.expect_accessible()
    answers.follow("main >> text=Iscrizione di chi dorme in auto")
    text = answers.field("text", within="#reply")
    text.fill("Con la via fittizia. ")
    text.press_sequentially("Senti @Pia Ro")
    answers.page.locator("#reply li[role=option]").first.click()
    expect(text).to_have_value("Con la via fittizia. Senti @Pia Rollet ")
    answers.send("#reply")
    expect(answers.page.locator(".xch-mention")).to_have_text("@Pia Rollet")
    answers.expect_accessible()

    asks.open("/")
    asks.follow("main >> text=Iscrizione di chi dorme in auto")
    asks.send("form[action*='/accept/']")
    asks.reads("Accettata da chi ha chiesto")
    asks.expect_accessible()
    answers.open(thread)
    answers.reads("Risposta accettata")


def test_a_decision_of_a_meeting_becomes_a_task_on_my_day(
    somebody: Callable[..., Somebody], behind: Callable[[], AbstractContextManager[World]]
) -> None:
    with behind() as world:
        meeting = a_meeting(world.dario, "Visita allo sportello di prova", days=-2)

    dario = somebody("dario")
    dario.open(f"/meetings/{meeting.pk}/report/")
    dario.fill(text="Abbiamo visto lo sportello e parlato dei turni.")
    dario.expect_accessible()
    dario.send("#report")
    dario.fill(text="Un modulo comune per tutti")
    dario.send("#decide")
    dario.page.locator("summary", has_text="Affida un compito").click()
    form = "form[id^=task-]"
    dario.field("text", within=form).fill("Scrivere la bozza del modulo")
    dario.field("owner", within=form).press_sequentially("Anna Pa")
    dario.page.locator(f"{form} li[role=option]").first.click()
    dario.field("due_on", within=form).fill(f"{today() + dt.timedelta(days=6):%Y-%m-%d}")
    dario.send(form)
    dario.reads("Scrivere la bozza del modulo", "Anna Parodi, Genova")
    dario.expect_accessible()

    anna = somebody("anna", viewport=PHONE)
    anna.open("/")
    anna.reads("Scrivere la bozza del modulo")
    anna.follow("main >> text=Scrivere la bozza del modulo")
    anna.expect_accessible()
    anna.send("form[action*='/done/']")
    anna.reads("Fatto. Grazie.")
