# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The figures in the browser: the nation sees all partners, a partner sees itself, nobody sees a person."""

import datetime as dt
import io
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from lgnet.core.models import AuditEntry
from lgnet.core.rowsecurity import acting_as
from lgnet.direction.indicators import INDICATORS, NOT_YET_MEASURED
from lgnet.network.worker import Worker
from tests.factories.counting import facts
from tests.world import World

Browser = Callable[[Worker], Client]


def text(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_nation_counts_somebody_followed_by_two_partners_once(world: World, browser: Browser) -> None:
    facts(world.anna, 1, 2, 3)
    facts(world.carla, 3)

    page = text(browser(world.nadia), "/direction/")

    assert "Il conto dei partner somma 4 persone, quello della rete 3." in page
    assert "Genova: 3 persone. Senza obiettivo." in page
    assert "Torino: 1 persone. Senza obiettivo." in page
    assert "9.000" in page


def test_the_national_page_asks_the_database_little_however_many_facts(
    world: World, browser: Browser
) -> None:
    client = browser(world.nadia)
    text(client, "/direction/")

    def questions() -> int:
        with CaptureQueriesContext(connection) as asked:
            text(client, "/direction/?indicator=O.2.3&sort=share")
        ours = [q["sql"] for q in asked.captured_queries if not q["sql"].startswith(("SAVEPOINT", "RELEASE"))]
        return len([sql for sql in ours if "set_config" not in sql])

    before = questions()
    facts(world.anna, *range(40))

    assert questions() == before <= 10


@pytest.mark.parametrize("sort", ["name", "value", "share", "missing", "nonsense"])
@pytest.mark.parametrize("indicator", [*INDICATORS, "nonsense"])
def test_every_view_of_the_nation_draws_the_22_partners(
    world: World, browser: Browser, indicator: str, sort: str
) -> None:
    page = text(browser(world.nadia), f"/direction/?indicator={indicator}&sort={sort}")

    assert page.count('class="dir-place"') == 22
    assert "style=" not in page.split("<main", 1)[1].split("</main>")[0]
    assert "openpolis" in page


def test_the_table_is_sorted_as_asked(world: World, browser: Browser) -> None:
    facts(world.carla, 1, 2)
    facts(world.anna, 3)

    table = text(browser(world.nadia), "/direction/?sort=value").split('id="partners"')[1].split("<tbody>")[1]

    assert table.index("Torino") < table.index("Genova") < table.index("Aosta")


def test_a_partner_sees_itself_against_its_targets(world: World, browser: Browser) -> None:
    page = text(browser(world.dario), "/direction/partners/genova/")

    assert "Obiettivo: 200 (pubblicato: «200 persone in presa in carico psico-sociale»)." in page
    assert "400 persone intercettate" in page, "published, and shown as not comparable"
    assert "Nessun obiettivo è stato pubblicato o fissato." in page
    assert "Fissa l" not in page


def test_a_partner_with_nothing_counted_is_told_what_to_do(world: World, browser: Browser) -> None:
    page = text(browser(world.ugo), "/direction/partners/trieste/?indicator=O.2.3")

    assert "Qui non si conta ancora nulla" in page


def test_the_months_of_a_partner_are_bars_and_a_table(world: World, browser: Browser) -> None:
    facts(world.anna, 1, 2, day=dt.date(2026, 2, 3))
    facts(world.anna, 3, day=dt.date(2026, 4, 3), sex="")

    page = text(browser(world.anna), "/direction/partners/genova/?indicator=O.2.3")

    assert page.count('class="dir-bar" x=') >= 3
    assert "Febbraio 2026" in page or "febbraio 2026" in page


@pytest.mark.parametrize("code", [*INDICATORS, *NOT_YET_MEASURED])
def test_every_indicator_explains_itself(world: World, browser: Browser, code: str) -> None:
    for worker in (world.dario, world.nadia):
        page = text(browser(worker), f"/direction/indicators/{code}/")
        if code in NOT_YET_MEASURED:
            assert "Non ancora misurato" in page
            assert "<data" not in page
        else:
            assert f"{code} v1" in page


def test_what_is_missing_for_the_report_is_said(world: World, browser: Browser) -> None:
    facts(world.anna, 1, 2)
    facts(world.anna, 3, sex="")

    page = text(browser(world.dario), "/direction/indicators/O.2.3/")

    assert "Su 3, a 1 persona manca il sesso" in page


def test_the_list_of_indicators_holds_all_of_the_fund_s(world: World, browser: Browser) -> None:
    page = text(browser(world.dario), "/direction/indicators/")

    assert all(code in page for code in ("O.2.1", "O.2.7", "R.2.8", "R.2.11"))
    assert browser(world.dario).get("/direction/indicators/O.9.9/").status_code == 404


def test_the_figures_leave_as_a_spreadsheet_that_says_what_it_is(world: World, browser: Browser) -> None:
    facts(world.anna, 1, 2)

    answer = browser(world.nadia).get("/direction/figures.xlsx?indicator=O.2.3")

    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.content))
    rows = book.get_sheet_by_index(0).to_python()
    genova = next(row for row in rows if row[0] == "Genova")
    assert len(rows) == 1 + 22 + 1
    assert (genova[1], genova[2], genova[4]) == ("Partecipanti che ricevono sostegno", "O.2.3 v1", 2)
    assert any("O.2.3 v1" in str(row) for row in book.get_sheet_by_index(1).to_python())
    assert "attachment" in answer["Content-Disposition"]


def test_a_partner_takes_its_own_figures_away_and_that_is_written_down(
    world: World, browser: Browser
) -> None:
    answer = browser(world.dario).get("/direction/partners/genova/figures.csv")

    lines = answer.content.decode("utf-8-sig").splitlines()
    assert any("Persone registrate;REGISTERED v1" in line for line in lines)
    with acting_as(world.dario.actor()):
        assert AuditEntry.objects.filter(event="figures.exported").count() == 1


def test_a_stranger_does_not_find_another_partner_s_figures(world: World, browser: Browser) -> None:
    carla = browser(world.carla)

    for url in ("/direction/partners/genova/", "/direction/partners/genova/figures.csv"):
        assert carla.get(url).status_code == 404
    assert carla.get("/direction/partners/torino/").status_code == 200


def test_who_has_no_figures_is_told_so(world: World, browser: Browser) -> None:
    for worker, url in (
        (world.bruno, "/direction/partners/genova/"),
        (world.anna, "/direction/"),
        (world.anna, "/direction/figures.csv"),
        (world.nadia, "/direction/partners/genova/targets/O.2.3/"),
    ):
        answer = browser(worker).get(url)
        assert answer.status_code == 403
        assert "Il tuo ruolo non comprende questa pagina" in answer.content.decode()
