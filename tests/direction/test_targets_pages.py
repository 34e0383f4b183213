# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Targets in the browser: the table goes out and comes in, is looked at first, decided in one act, taken back."""

import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from lgnet.core.clock import today
from lgnet.core.rowsecurity import acting_as
from lgnet.direction import planned, queries
from lgnet.direction.indicators import O_2_3
from lgnet.direction.models import Decision
from lgnet.network import editions
from lgnet.network.worker import Worker
from tests.factories.counting import facts
from tests.factories.direction import a_target
from tests.world import World

Browser = Callable[[Worker], Client]
SHEET, DECIDE = "/direction/targets/sheet/", "/direction/targets/sheet/decide/"
TABLE = "/direction/targets/"


def sent(client: Client, text: str) -> Any:
    return client.post(SHEET, {"file": SimpleUploadedFile("obiettivi.csv", text.encode())})


def sealed(answer: Any) -> str:
    found = re.search(r'name="sealed" value="([^"]+)"', answer.content.decode())
    assert found
    return found[1]


def value(world: World, code: str = "O.2.3") -> int | None:
    with acting_as(world.ugo.actor()):
        target = queries.targets(editions.current()).get((world.genova.pk, code))
    return target.value if target else None


def test_the_partners_targets_stand_beside_the_network_s(world: World, browser: Browser) -> None:
    with acting_as(world.ugo.actor()):
        a_target(world.ugo, world.genova, 100, indicator=O_2_3)
    client = browser(world.nadia)
    with CaptureQueriesContext(connection) as asked:
        page = client.get(TABLE).content.decode()
    partners = [int(n) for n in re.findall(r"mancano ([\d.]+) per", page.replace(".", ""))]

    assert "Agli obiettivi dei partner mancano" in page
    assert partners
    assert len([q for q in asked.captured_queries if "direction_" in q["sql"]]) <= 5
    assert "Invia una tabella" not in page, "the analyst looks, the direction decides"
    assert "Invia una tabella" in browser(world.ugo).get(TABLE).content.decode()


def test_the_table_goes_out_and_comes_in_again_without_a_change(world: World, browser: Browser) -> None:
    client = browser(world.ugo)
    for kind in ("xlsx", "csv"):
        out = client.get(f"/direction/targets/table.{kind}").content
        answer = client.post(SHEET, {"file": SimpleUploadedFile(f"t.{kind}", out)})
        assert answer.status_code == 200
        assert "dice quello che vale già" in answer.content.decode()
    rows = CalamineWorkbook.from_filelike(io.BytesIO(client.get("/direction/targets/table.xlsx").content))
    assert len(rows.get_sheet_by_index(0).to_python()) == 1 + 22 + 1


def test_a_sheet_is_looked_at_decided_in_one_act_and_undone(world: World, browser: Browser) -> None:
    client = browser(world.ugo)
    looked = sent(client, "Partner;O.2.3 Partecipanti;CONTACTS\nGenova;1.250;\nTutta la rete;9000;50000\n")
    page = looked.content.decode()
    assert looked.status_code == 200
    assert "1.250" in page and "50.000" in page
    assert "1 obiettivo resta com’è." in page
    assert value(world) is None, "nothing is decided by looking"

    without = client.post(DECIDE, {"sealed": sealed(looked), "reason": ""})
    assert without.status_code == 422
    assert client.post(DECIDE, {"sealed": sealed(looked), "reason": "Tabella 2026"}).status_code == 302
    assert value(world) == 1250

    with acting_as(world.ugo.actor()):
        act = Decision.objects.get(kind=Decision.Kind.SHEET)
    undo = f"/direction/targets/acts/{act.pk}/take-back/"
    assert "Tabella 2026" in client.get(undo).content.decode()
    assert client.post(undo, {"reason": ""}).status_code == 422
    assert client.post(undo, {"reason": "Tabella sbagliata"}).status_code == 302
    assert value(world) is None
    assert "Annullato da un atto successivo" in client.get(TABLE).content.decode()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Partner;O.2.3\nAtlantide;5\n", "Riga 2, colonna A: «Atlantide» non è un partner di questa edizione."),
        ("Partner;O.2.3\nGenova;tanti\n", "Riga 2, colonna B: «tanti» non è un numero intero da 0 in su."),
        ("Partner;O.2.3\nGenova;-5\n", "Riga 2, colonna B: «-5» non è un numero intero da 0 in su."),
        ("Partner;O.2.3\nGenova;12,5\n", "Riga 2, colonna B: «12,5» non è un numero intero da 0 in su."),
        ("Partner;O.2.3\nGenova;5\ngenova;6\n", "Riga 3, colonna A: Genova c’è già nella riga 2."),
        ("Partner;Fantasia\nGenova;5\n", "Riga 1, colonna B: «Fantasia» non comincia con il codice di un indicatore."),
        ("Partner;O.2.3;O.2.3 bis\nGenova;5;6\n", "Riga 1, colonna C: O.2.3 ha due colonne."),
        ("", "Il file è vuoto."),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_sheet_is_said_by_line_and_column(
    world: World, browser: Browser, text: str, said: str
) -> None:
    answer = sent(browser(world.ugo), text)

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert "sealed" not in answer.content.decode()


def test_a_sheet_below_what_is_reached_asks_why(world: World, browser: Browser) -> None:
    facts(world.anna, 1, 2, 3)
    client = browser(world.ugo)
    looked = sent(client, "Partner;O.2.3\nGenova;2\n")
    assert "sotto quanto era raggiunto" in looked.content.decode()

    silent = client.post(DECIDE, {"sealed": sealed(looked), "reason": "Tabella"})
    assert silent.status_code == 422
    typed = {"sealed": sealed(looked), "reason": "Tabella", "below_reason": "Fondi ridotti"}
    assert client.post(DECIDE, typed).status_code == 302
    with acting_as(world.ugo.actor()):
        assert queries.targets(editions.current())[world.genova.pk, "O.2.3"].below_reason == "Fondi ridotti"


def test_a_sheet_that_somebody_overtook_or_changed_on_the_way_is_refused(
    world: World, browser: Browser
) -> None:
    client = browser(world.ugo)
    looked = sent(client, "Partner;O.2.3\nGenova;200\n")
    with acting_as(world.ugo.actor()):
        a_target(world.ugo, world.genova, 90, indicator=O_2_3)

    assert client.post(DECIDE, {"sealed": sealed(looked), "reason": "Tabella"}).status_code == 409
    assert client.post(DECIDE, {"sealed": sealed(looked)[:-3], "reason": "Tabella"}).status_code == 403
    assert value(world) == 90


def test_a_plan_is_typed_beside_the_target_and_nothing_typed_is_lost(world: World, browser: Browser) -> None:
    facts(world.anna, 1)
    client, url = browser(world.ugo), "/direction/partners/genova/targets/O.2.3/"
    typed = {
        "value": "100", "source": "Convenzione", "decided_on": today().isoformat(), "cell-F-1": "60",
        "cell-M-1": "39", "line-housing": "30", "month-2025-06": "40",
    }  # fmt: skip

    wrong = client.post(url, typed)
    right = client.post(url, typed | {"cell-M-1": "40"})

    assert wrong.status_code == 422
    assert "sommano 99, l’obiettivo è 100: ne manca 1." in wrong.content.decode()
    assert 'value="39"' in wrong.content.decode()
    assert right.status_code == 302
    assert 'value="40"' in client.get(url).content.decode(), "the plan that holds is in the form"
    page = browser(world.dario).get("/direction/partners/genova/?indicator=O.2.3").content.decode()
    assert "1 su 60" in page
    assert "Previsto a oggi:" in page
    assert "La regia nazionale ha deciso un vostro obiettivo" in page
    assert "Convenzione" in page


def test_a_single_target_below_what_is_reached_asks_why(world: World, browser: Browser) -> None:
    facts(world.anna, 1, 2, 3)
    client, url = browser(world.ugo), "/direction/partners/genova/targets/O.2.3/"
    typed = {"value": "2", "source": "Convenzione", "decided_on": today().isoformat()}

    silent = client.post(url, typed)

    assert silent.status_code == 422
    assert "Genova: 3 sono già raggiunti, 2 è meno: scrivi perché." in silent.content.decode()
    assert client.post(url, typed | {"below_reason": "Fondi ridotti"}).status_code == 302
    page = browser(world.dario).get("/direction/partners/genova/?indicator=O.2.3").content.decode()
    assert "Fissato sotto quanto era già raggiunto: Fondi ridotti." in page


@pytest.mark.parametrize("who", ["dario", "carla", "nadia"])
def test_only_the_direction_decides_and_a_partner_has_no_such_pages(
    world: World, browser: Browser, who: str
) -> None:
    client = browser(getattr(world, who))
    with acting_as(world.ugo.actor()):
        act = a_target(world.ugo, world.genova, 10, indicator=O_2_3).decision
    assert act is not None

    for url in (SHEET, f"{TABLE}acts/{act.pk}/take-back/"):
        assert client.get(url).status_code == 403
    for url in (DECIDE, f"{TABLE}share/accept/", f"{TABLE}share/refuse/"):
        assert client.post(url, {"reason": "Io"}).status_code == 403
    if who != "nadia":
        for url in (TABLE, f"{TABLE}share/", f"{TABLE}table.csv"):
            assert client.get(url).status_code == 403


def test_parts_of_no_target_are_none(world: World) -> None:
    with acting_as(world.ugo.actor()):
        assert planned.parts_of([]) == {}
