# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What if, the other partners' spread, the filters, and sharing targets out anew, in the browser."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lgnet.core.rowsecurity import acting_as
from lgnet.counting.models import FactKind
from lgnet.direction import queries
from lgnet.direction.indicators import O_2_3
from lgnet.direction.models import Decision, Target
from lgnet.network import editions
from lgnet.network.worker import Worker
from tests.factories.counting import facts
from tests.factories.direction import a_target
from tests.world import World

Browser = Callable[[Worker], Client]
WHAT_IF = "/direction/what-if/genova/?indicator=O.2.3"
SHARE = "/direction/targets/share/"


@pytest.fixture(autouse=True)
def in_november() -> Iterator[None]:
    """Two months before the end."""
    with time_machine.travel("2026-11-16T10:00:00Z", tick=False):
        yield


def steady(by: Worker, a_month: int, first: int = 1) -> None:
    """So many new persons in each month of the last half year."""
    for turn, month in enumerate(range(5, 11)):
        start = first + turn * a_month
        facts(by, *range(start, start + a_month), day=dt.date(2026, month, 10))


def text(answer: Any) -> str:
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", str(answer.content.decode()))


def test_going_faster_changes_the_forecast_and_stores_nothing(world: World, browser: Browser) -> None:
    steady(world.anna, 4)
    client = browser(world.dario)
    with acting_as(world.ugo.actor()):
        before = Target.objects.count(), Decision.objects.count()

    plain = text(client.get(WHAT_IF))
    faster = text(client.get(f"{WHAT_IF}&pace=50&extra=2"))
    slower = text(client.get(f"{WHAT_IF}&stop=8"))

    assert "Nulla di cambiato" in plain and "Al centro: +0" in plain
    assert re.search(r'type="range" name="pace" value="0"[^>]*min="-100" max="100"', plain)
    assert "ritmo +50 %, +2 al mese" in faster and "Al centro: +8" in faster
    assert "una pausa di 8 settimane" in slower and "Al centro: -7" in slower
    assert "entro il 16 gennaio 2027" in plain
    assert "Provata sul passato: di" in plain
    with acting_as(world.ugo.actor()):
        assert before == (Target.objects.count(), Decision.objects.count())


def test_the_answer_to_htmx_is_the_result_alone_and_its_address_can_be_sent(
    world: World, browser: Browser
) -> None:
    steady(world.anna, 4)
    url = f"{WHAT_IF}&pace=50"

    fragment = text(browser(world.dario).get(url, headers={"HX-Request": "true"}))
    whole = text(browser(world.anna).get(url))

    assert fragment.startswith('<div id="result"')
    assert fragment.strip() in whole
    assert 'value="50"' in whole, "the question is in the form again"
    assert 'hx-replace-url="true"' in whole


def test_a_question_that_cannot_be_asked_is_said_and_changes_nothing(world: World, browser: Browser) -> None:
    steady(world.anna, 4)

    page = text(browser(world.dario).get(f"{WHAT_IF}&pace=5000&stop=x"))

    assert "Nulla di cambiato" in page
    assert "ui-error" in page


def test_the_network_asks_for_one_partner_too(world: World, browser: Browser) -> None:
    steady(world.anna, 4)
    steady(world.carla, 2, first=100)

    page = text(browser(world.nadia).get("/direction/what-if/network/?indicator=O.2.3&where=torino&stop=20"))

    assert "Torino: una pausa di 20 settimane" in page
    assert "Al centro: -4" in page


def test_with_too_few_months_there_is_no_forecast_and_it_is_said(world: World, browser: Browser) -> None:
    facts(world.anna, 1, day=dt.date(2026, 11, 3))

    page = text(browser(world.dario).get(WHAT_IF))

    assert "Troppo pochi mesi interi per una previsione." in page


def test_the_partner_s_page_says_plan_forecast_and_how_the_others_stand(
    world: World, browser: Browser
) -> None:
    steady(world.anna, 4)
    steady(world.carla, 3, first=100)
    with acting_as(world.ugo.actor()):
        for partner in editions.local_partners():
            a_target(world.ugo, partner, 30, indicator=O_2_3)
    client = browser(world.dario)

    with CaptureQueriesContext(connection) as asked:
        page = text(client.get("/direction/partners/genova/?indicator=O.2.3"))

    assert "Previsto a oggi: 28, quindi 4 in meno." in page
    assert "A questo passo: tra" in page
    assert "Gli altri 21 partner con un obiettivo ne hanno raggiunto dal 0 % al 60 %" in page
    assert "Qui: 80 %." in page
    figures = [
        q["sql"] for q in asked.captured_queries if "direction_" in q["sql"] or "counting_" in q["sql"]
    ]
    assert len(figures) <= 7
    assert not [sql for sql in figures if "countingfact" in sql], "from the totals alone"
    assert "Torino" not in page
    assert "Gli altri" not in text(browser(world.nadia).get("/direction/partners/genova/?indicator=O.2.3"))


def test_the_nation_filters_by_region_and_line_and_takes_the_same_rows_away(
    world: World, browser: Browser
) -> None:
    client = browser(world.nadia)

    liguria = text(client.get("/direction/?region=Liguria&indicator=O.2.3"))
    nowhere = text(client.get("/direction/?region=Atlantide"))
    lines = client.get("/direction/figures.csv?region=Liguria").content.decode("utf-8-sig").splitlines()

    assert "1 partner su 22." in liguria
    assert liguria.count('class="dir-place"') == 1
    assert nowhere.count('class="dir-place"') == 22
    assert len(lines) == 1 + 1 + 1
    assert "Tutti gli indicatori in un colpo d’occhio" in liguria
    for line in ("housing", "taking_in_charge", "nonsense"):
        text(client.get(f"/direction/?line={line}&sort=plan"))


@pytest.fixture
def behind_and_ahead(world: World) -> World:
    """Genova will surely miss its target, Torino surely pass it."""
    steady(world.anna, 2)
    steady(world.carla, 10, first=100)
    with acting_as(world.ugo.actor()):
        a_target(world.ugo, world.genova, 100, indicator=O_2_3)
        a_target(world.ugo, world.torino, 62, indicator=O_2_3)
    return world


def sealed(page: str) -> str:
    found = re.search(r'name="sealed" value="([^"]+)"', page)
    assert found
    return found[1]


def values(world: World) -> tuple[int | None, int | None]:
    with acting_as(world.ugo.actor()):
        held = queries.targets(editions.current())
        return held[world.genova.pk, "O.2.3"].value, held[world.torino.pk, "O.2.3"].value


def total(world: World) -> int:
    with acting_as(world.ugo.actor()):
        held = queries.targets(editions.current())
        partners = editions.local_partners().values_list("pk", flat=True)
        return sum(held[pk, "O.2.3"].value or 0 for pk in partners if (pk, "O.2.3") in held)


def test_a_proposal_is_explained_accepted_as_one_act_told_and_undone(
    behind_and_ahead: World, browser: Browser
) -> None:
    world = behind_and_ahead
    ugo, before = browser(world.ugo), total(world)
    page = text(ugo.get(f"{SHARE}?indicator=O.2.3&percent=10"))
    assert "cede" in page and "prende 6." in page
    assert "È il massimo che si può spostare." in page
    assert "la somma degli obiettivi dei partner resta" in page
    typed = {"sealed": sealed(page), "indicator": "O.2.3", "percent": "10"}

    assert ugo.post(f"{SHARE}accept/", typed | {"accept-reason": ""}).status_code == 422
    assert ugo.post(f"{SHARE}accept/", typed | {"accept-reason": "Al passo di ottobre"}).status_code == 302

    genova, torino = values(world)
    assert torino == 68
    assert 90 <= (genova or 0) < 100
    assert total(world) == before
    told = text(browser(world.dario).get("/direction/partners/genova/?indicator=O.2.3"))
    assert "La regia nazionale ha deciso un vostro obiettivo" in told
    assert "Al passo di ottobre" in told
    again = ugo.post(f"{SHARE}accept/", typed | {"accept-reason": "Due volte"})
    assert again.status_code == 409
    with acting_as(world.ugo.actor()):
        act = Decision.objects.get(kind=Decision.Kind.REDISTRIBUTION)
    ugo.post(f"/direction/targets/acts/{act.pk}/take-back/", {"reason": "Non concordato"})
    assert values(world) == (100, 62)


def test_a_refusal_keeps_its_reason(behind_and_ahead: World, browser: Browser) -> None:
    ugo = browser(behind_and_ahead.ugo)
    typed = {"indicator": "O.2.3", "percent": "10"}

    assert ugo.post(f"{SHARE}refuse/", typed | {"refuse-reason": ""}).status_code == 422
    assert ugo.post(f"{SHARE}refuse/", typed | {"refuse-reason": "Prima se ne parla"}).status_code == 302

    assert values(behind_and_ahead) == (100, 62)
    assert "Prima se ne parla" in text(ugo.get(f"{SHARE}?indicator=O.2.3"))


def test_without_anything_to_move_it_is_said(world: World, browser: Browser) -> None:
    assert "Non c’è nulla da spostare" in text(browser(world.nadia).get(f"{SHARE}?indicator=O.2.3"))


def test_an_analyst_sees_the_proposal_and_no_button(behind_and_ahead: World, browser: Browser) -> None:
    page = text(browser(behind_and_ahead.nadia).get(f"{SHARE}?indicator=O.2.3"))

    assert "cede" in page
    assert "sealed" not in page
    assert "Solo la regia nazionale" in page


def test_a_stranger_finds_no_what_if_of_another_partner(world: World, browser: Browser) -> None:
    facts(world.anna, 1, kind=FactKind.CONTACT)
    carla = browser(world.carla)

    assert carla.get("/direction/what-if/genova/").status_code == 404
    assert carla.get("/direction/what-if/network/").status_code == 404
    assert carla.get("/direction/what-if/torino/").status_code == 200
    assert browser(world.bruno).get("/direction/what-if/genova/").status_code == 403
