# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The list of people and its search box: who is found, how it is said, and how much it costs."""

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from lgnet.people import actions
from lgnet.people.identity import Identity
from tests.world import World

Browser = Callable[[Worker], Client]
PEOPLE = "/people/"


def text(answer: object) -> str:
    return answer.content.decode()  # type: ignore[attr-defined, no-any-return]  # a response of the test client


def queries_of_data(captured: CaptureQueriesContext) -> list[str]:
    """What was asked for the page itself, without log-in, roles and savepoints."""
    around = re.compile(r"set_config|SAVEPOINT|django_session|network_|BEGIN|COMMIT", re.IGNORECASE)
    return [query["sql"] for query in captured.captured_queries if not around.search(query["sql"])]


def test_the_list_says_who_people_are_in_words(world: World, browser: Browser) -> None:
    page = text(browser(world.anna).get(PEOPLE))

    assert "Mamadou Diallo" in page and "Олена Шевченко" in page
    assert "Guinea" in page and "francese, fulah" in page and "Interprete" in page
    assert "circa 16 anni" in page and "Minorenne" in page
    assert "Jallow" not in page


@pytest.mark.parametrize("typed", ["diallo mamadou", "Mamadu Jallow", "ديالو مامادو", "12/05/1998"])
def test_somebody_is_found_however_they_are_typed(world: World, browser: Browser, typed: str) -> None:
    page = text(browser(world.anna).get(PEOPLE, {"q": typed}))

    assert "Mamadou Diallo" in page and "Olena" not in page


def test_a_hit_says_how_strong_it_is_and_why(world: World, browser: Browser) -> None:
    page = text(browser(world.anna).get(PEOPLE, {"q": "mamadou diallo 12/05/1998"}))

    assert "Quasi certamente è lei" in page
    assert "stessa data di nascita" in page and "stesso nome" in page


def test_a_telephone_finds_whoever_it_belongs_to(world: World, browser: Browser) -> None:
    with acting_as(world.anna.actor()):
        person = world.person("olena")
        actions.add_channel(by=world.anna, person=person, kind="phone", value="+39 333 123 4567")

    page = text(browser(world.anna).get(PEOPLE, {"q": "3331234567"}))

    assert "Olena Shevchenko" in page and "stesso telefono" in page


def test_typing_gets_a_fragment_of_the_same_page(world: World, browser: Browser) -> None:
    whole = text(browser(world.anna).get(PEOPLE, {"q": "olena"}))
    part = text(browser(world.anna).get(PEOPLE, {"q": "olena"}, headers={"HX-Request": "true"}))

    assert "<html" not in part and part.strip() in whole


@pytest.mark.parametrize(
    "typed", ["x" * 5000, "\u200b\u200f", "\x00'; drop table", "‮abc", "((((", "%_\\", "0" * 400, "31/31/1990"]
)
def test_whatever_is_typed_is_answered(world: World, browser: Browser, typed: str) -> None:
    assert browser(world.anna).get(PEOPLE, {"q": typed}).status_code == 200


@pytest.mark.parametrize(
    "place", ["x", "1_2", "nan_" + "0" * 32, "inf_" + "0" * 32, "1e400_" + "f" * 32, "_"]
)
def test_a_place_in_the_list_that_nobody_wrote_is_the_beginning(
    world: World, browser: Browser, place: str
) -> None:
    answer = browser(world.anna).get(PEOPLE, {"after": place})

    assert "Olena Shevchenko" in text(answer)


def test_a_long_list_is_read_page_by_page_without_gaps(world: World, browser: Browser) -> None:
    with acting_as(world.anna.actor()):
        for number in range(30):
            actions.register(by=world.anna, identity=Identity(f"Persona{number:02}"))
    client, seen, address = browser(world.anna), list[str](), PEOPLE
    for _page in range(2):
        page = text(client.get(address))
        seen += re.findall(r"Persona\d\d|Olena|Mamadou|Yusuf", page)
        found = re.search(r'href="(\?after=[^"]+)"', page)
        address = PEOPLE + found.group(1) if found else ""

    assert not address
    assert len({name for name in seen if name.startswith("Persona")}) == 30
    assert seen[0] == "Persona29"


def test_the_list_costs_one_query_and_a_search_four(world: World, browser: Browser) -> None:
    client = browser(world.anna)
    client.get(PEOPLE)
    with CaptureQueriesContext(
        connection,
    ) as listing:
        client.get(PEOPLE)
    with CaptureQueriesContext(connection) as searching:
        client.get(PEOPLE, {"q": "olena shevchenko"})

    assert len(queries_of_data(listing)) <= 2
    assert len(queries_of_data(searching)) <= 5


def test_nobody_found_says_what_to_try(world: World, browser: Browser) -> None:
    page = text(browser(world.anna).get(PEOPLE, {"q": "zzyzx"}))

    assert "Prova con meno parole" in page and "Registra una persona" in page


def test_a_partner_without_people_reads_how_to_begin(world: World, browser: Browser) -> None:
    page = text(browser(world.anna).get(PEOPLE, {"after": f"1970-01-01T00:00:00Z~{'0' * 32}"}))

    assert "Torna alle ultime registrate" in page
