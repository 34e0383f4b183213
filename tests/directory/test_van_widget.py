# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where the van is tonight, inside of the page of a library: small, no scripts, in each language, right at once."""

import datetime as dt
import gzip
import re
import time
from pathlib import Path

import pytest
import time_machine
from django.contrib.staticfiles import finders
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lgnet.core.clock import ROME
from lgnet.core.rowsecurity import acting_as
from lgnet.directory import actions
from lgnet.directory.actions import Otherwise
from lgnet.directory.nights import night_of
from lgnet.directory.words import texts
from lgnet.ui.public import LANGUAGES
from lgnet.website.keeping import SHELF
from lgnet.website.queries import edition
from tests.factories.directory import a_service, a_van
from tests.world import World

EVENING = dt.datetime(2026, 11, 26, 18, 30, tzinfo=ROME)  # a Thursday
SMALL = 20_000  # bytes over the wire, with all that it needs


def widget(language: str = "it", city: str = "genova") -> str:
    """The widget as it stands in somebody's page."""
    answer = Client().get(f"/widgets/{language}/van/{city}/")
    assert answer.status_code == 200
    return answer.content.decode()


def words(html: str) -> str:
    """What is read in it."""
    main = html[html.index("<main") : html.index("</main>")]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", main))


@time_machine.travel(EVENING, tick=False)
def test_it_says_where_when_and_what_to_bring_and_leads_to_help(world: World) -> None:
    a_van(world.dario)
    a_service(world.dario, documents=("contract",))  # of a desk: nobody needs it at the van

    said = words(widget())

    assert said.index("Genova: dove è il camper stasera?") < said.index("Stazione Brignole")
    assert "dalle 20:00 alle 22:00" in said
    assert "piazza Verdi" in said
    assert "Non serve nessun documento" in said
    assert texts("it")["doc.contract"].words not in said
    assert 'href="http://127.0.0.1:8000/it/help/genova/" target="_blank" rel="noopener"' in widget()


@time_machine.travel(EVENING, tick=False)
def test_a_correction_is_in_every_page_that_shows_it_at_once(world: World) -> None:
    _van, stops = a_van(world.dario)
    before = words(widget())
    tonight = next(stop for stop in stops if stop.weekday == 3)

    with acting_as(world.bruno.actor()):
        actions.change_night(
            by=world.bruno, stop=tonight, night=night_of(EVENING), otherwise=Otherwise(reason="weather")
        )

    assert "Stasera il camper non viene" not in before
    assert "Stasera il camper non viene a Stazione Brignole." in words(widget())
    assert "La prossima volta: venerdì 27 novembre, 20:00" in words(widget())


@time_machine.travel(EVENING, tick=False)
def test_it_is_kept_in_memory_and_no_longer_than_until_the_van_comes_or_goes(world: World) -> None:
    a_van(world.dario)
    first = widget()

    with CaptureQueriesContext(connection) as queries:
        second = widget()

    assert second == first
    assert [query["sql"] for query in queries] == ["select website_edition()"]
    kept = SHELF.take("/widgets/it/van/genova/", edition())
    assert kept is not None
    assert kept.until > time.monotonic() + 20
    with time_machine.travel(EVENING.replace(hour=19, minute=59, second=50), tick=False):
        SHELF.clear()
        widget()
        kept = SHELF.take("/widgets/it/van/genova/", edition())
    assert kept is not None
    assert kept.until <= time.monotonic() + 10  # the van comes at eight


@pytest.mark.parametrize("language", list(LANGUAGES))
@time_machine.travel(EVENING, tick=False)
def test_it_is_whole_in_each_language_small_and_without_scripts(world: World, language: str) -> None:
    a_van(world.dario)

    answer = Client(headers={"Accept-Encoding": "gzip"}).get(f"/widgets/{language}/van/genova/")

    html = gzip.decompress(answer.content).decode()
    chosen = LANGUAGES[language]
    assert f'<html lang="{chosen.tag}" dir="{chosen.direction}">' in html
    assert answer.headers["Content-Language"] == chosen.tag
    for code in ("docs.title", "service.bring_nothing"):
        assert (
            texts(language)[code].words.replace("’", "&#x27;") in html or texts(language)[code].words in html
        )
    assert "<script" not in html
    assert "<form" not in html
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert not answer.cookies
    needed = [
        str(finders.find(name)) for name in ("public/public.css", "directory/help.css", "ui/eu-emblem.svg")
    ]
    weight = len(answer.content) + sum(len(gzip.compress(Path(name).read_bytes())) for name in needed)
    assert weight < SMALL


@time_machine.travel(EVENING, tick=False)
def test_only_the_widget_may_stand_inside_of_another_page(world: World) -> None:
    a_van(world.dario)

    inside = Client().get("/widgets/it/van/genova/")

    assert "frame-ancestors *" in inside.headers["Content-Security-Policy"]
    assert "default-src 'none'" in inside.headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in inside.headers
    for path in ("/it/help/genova/", "/it/widgets/genova/", "/it/widgets/"):
        page = Client().get(path)
        assert page.headers["X-Frame-Options"] == "DENY", path
        assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"], path


def test_the_line_to_copy_and_how_it_looks_stand_on_one_page(world: World) -> None:
    html = Client().get("/ar/widgets/genova/").content.decode()

    assert '<iframe class="widget-frame" src="/widgets/ar/van/genova/"' in html
    assert "&lt;iframe src=&quot;http://127.0.0.1:8000/widgets/ar/van/genova/&quot;" in html
    assert 'href="/ar/widgets/palermo/"' in html
    assert "http://127.0.0.1:8000/widgets/ar/numbers/" in Client().get("/ar/widgets/").content.decode()


def test_a_city_without_a_van_says_so_and_one_that_is_none_is_not_there(world: World) -> None:
    assert "In questa città non c’è un camper." in words(widget())
    assert Client().get("/widgets/it/van/atlantis/").status_code == 404
    assert Client().get("/it/widgets/atlantis/").status_code == 404
    assert Client().get("/widgets/xx/van/genova/").status_code == 404
