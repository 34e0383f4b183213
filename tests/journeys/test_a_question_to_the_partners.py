# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The direction asks, a coordinator answers from a telephone, and the direction sees who has not read it."""

import datetime as dt
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from lgnet.core.clock import today
from tests.journeys.somebody import PHONE, Somebody

pytestmark = pytest.mark.journey


def issued(ugo: Somebody, subject: str, *, question: str = "") -> str:
    """A circular to everybody, due in ten days, written and issued by the forms; its address."""
    ugo.open("/directives/new/")
    ugo.fill(subject=subject, text="Gentili tutti,\n\n- primo\n- secondo")
    ugo.tick("kind", "answer" if question else "acknowledge")
    if question:
        ugo.page.locator("summary", has_text="La domanda").click()
        ugo.fill(question=question)
        ugo.tick("answer_kind", "number")
    ugo.fill(due_on=f"{today() + dt.timedelta(days=10):%Y-%m-%d}")
    ugo.expect_accessible()
    ugo.send("#directive")
    address = f"/directives/{ugo.id_in_address}/"
    ugo.open(address)
    expect(ugo.main.locator(".dct-text li")).to_have_count(2)
    ugo.send(f'form[action="{address}issue/"]')
    ugo.reads("Emessa", "Hanno provveduto 0 partner su 22.", "non letta")
    return address


def test_a_question_is_written_issued_read_and_answered(somebody: Callable[..., Somebody]) -> None:
    ugo = somebody("ugo")
    address = issued(ugo, "Posti letto di prova", question="Quanti posti?")

    dario = somebody("dario", viewport=PHONE)
    dario.open("/")
    dario.follow("text=Posti letto di prova")
    dario.expect_accessible()
    dario.fill(number="12")
    dario.send("#answer")
    dario.reads("12", "Cambia la risposta")

    ugo.open(address)
    ugo.reads("Hanno provveduto 1 partner su 22.", "Dario Ferrando")
    expect(ugo.page.locator("tr", has_text="Genova")).not_to_contain_text("non letta")
    ugo.expect_accessible()


def test_a_circular_is_acknowledged_for_the_partner(somebody: Callable[..., Somebody]) -> None:
    ugo = somebody("ugo", dark=True)
    address = issued(ugo, "Orari di prova")

    dario = somebody("dario", viewport=PHONE, dark=True)
    dario.open("/directives/")
    dario.expect_accessible()
    dario.follow("main >> text=Orari di prova")
    dario.send(f'form[action="{address}note/"]')
    dario.reads("Grazie: la tua presa visione è annotata.")
    dario.expect_accessible()

    ugo.open(address)
    ugo.reads("Hanno provveduto 1 partner su 22.")
    ugo.expect_accessible()
