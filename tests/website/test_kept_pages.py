# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pages are kept while they stand, counted without anybody in the count, and forgotten when something changes."""

import gzip
import time

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lgnet.core.rowsecurity import PUBLIC, Actor, DbRole, acting_as
from lgnet.network.models import Site
from lgnet.society.actions import registering
from lgnet.website.keeping import SHELF, TALLY, Kept, Shelf
from lgnet.website.models import PageViews, SitePage
from tests.factories.society import confirmed
from tests.factories.society import published as an_event
from tests.world import World


def test_a_kept_page_asks_the_database_one_thing(world: World) -> None:
    first = Client().get("/it/network/")

    with CaptureQueriesContext(connection) as queries:
        second = Client().get("/it/network/")

    assert second.content == first.content
    assert [query["sql"] for query in queries] == ["select website_edition()"]


def test_the_page_travels_compressed_to_whoever_can_read_it(world: World) -> None:
    plain = Client().get("/it/network/")
    small = Client(headers={"Accept-Encoding": "gzip, br"}).get("/it/network/")

    assert small.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(small.content) == plain.content
    assert len(small.content) * 2 < len(plain.content)
    assert small.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"


def test_a_place_that_opens_or_closes_is_known_at_once(world: World) -> None:
    before = Client().get("/it/contacts/").content.decode()
    with acting_as(world.dario.actor()):
        Site.objects.create(
            partner=world.genova, name="Sportello del porto", kind=Site.Kind.DESK, address="Molo 1"
        )

    assert "Sportello del porto" not in before
    assert "Sportello del porto" in Client().get("/it/contacts/").content.decode()


def test_questions_in_the_address_are_never_kept(world: World) -> None:
    SHELF.clear()

    for number in range(20):
        assert Client().get("/it/", {"q": str(number)}).status_code == 200

    assert SHELF.take("/it/", 1) is None


def test_openings_are_counted_page_by_page_and_day_by_day(world: World) -> None:
    TALLY.flush()
    for _ in range(3):
        Client().get("/it/network/")
    Client().get("/ar/")
    Client().get("/it/nothing/")
    TALLY.flush()

    with acting_as(world.ugo.actor()):
        counted = dict(PageViews.objects.values_list("path", "number"))
    assert counted["/it/network/"] >= 3 and counted["/ar/"] >= 1 and "/it/nothing/" not in counted


def test_visitors_can_change_no_counter_themselves(world: World) -> None:
    with acting_as(Actor(DbRole.PUBLIC)), connection.cursor() as cursor:
        cursor.execute(
            "select has_table_privilege('lgnet_public', 'website_pageviews', 'insert, update, delete')"
        )
        assert cursor.fetchone() == (False,)


def test_a_draft_is_on_no_shelf(world: World) -> None:
    with acting_as(Actor(DbRole.PUBLISHER)):
        SitePage.objects.get(url_path="/it/press/").unpublish()

    assert Client().get("/it/press/").status_code == 404


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 400)), max_size=30))
def test_a_shelf_never_holds_more_than_it_may(puts: list[tuple[int, int]]) -> None:
    shelf = Shelf(memory=1000)
    for name, size in puts:
        shelf.put(str(name), Kept(1, time.monotonic() + 60, (), b"x" * size, b""))
        held = [shelf.take(str(each), 1) for each in range(10)]
        assert sum(page.size for page in held if page) <= 1000
    assert shelf.take("0", 2) is None, "of another edition"


def test_a_place_at_an_event_that_is_taken_or_given_back_is_seen_at_once(world: World) -> None:
    event, other = an_event(world.dario, capacity=2), an_event(world.dario, "Altro", capacity=2)
    url, beside = f"/it/events/{event.slug}/", f"/it/events/{other.slug}/"
    assert "2 posti liberi" in Client().get(url).content.decode()
    assert Client().get(beside).status_code == 200
    Client().get("/it/events/")

    registration = confirmed(event, "a@example.net")

    assert "1 posto libero" in Client().get(url).content.decode()
    assert "1 posto libero" in Client().get("/it/events/").content.decode()
    with CaptureQueriesContext(connection) as queries:
        Client().get(beside)  # the page of another event stands
    assert [query["sql"].split("%")[0][:33] for query in queries] == ["select website_edition() # websit"]

    with acting_as(PUBLIC):
        registering.withdraw(registration=registration)
    assert "2 posti liberi" in Client().get(url).content.decode()
