# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Find help: tonight's van first, in every language, whole, small, right to left, the same for everybody."""

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
import time_machine
from django.conf import settings
from django.contrib.staticfiles import finders
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lgnet.core.clock import ROME, today
from lgnet.core.rowsecurity import acting_as
from lgnet.directory import actions
from lgnet.directory.actions import Draft, Otherwise, Words
from lgnet.directory.nights import night_of
from lgnet.directory.words import texts
from lgnet.network.worker import Worker
from lgnet.ui.public import LANGUAGES
from tests.factories.directory import a_draft, a_service, a_van, every_night
from tests.world import World

EVENING = dt.datetime(2026, 11, 26, 18, 30, tzinfo=ROME)  # a Thursday
GENOVA = "/{}/help/genova/"
BUDGET = 60_000  # bytes over the wire, the page with everything that it needs


def page(language: str = "it", address: str = GENOVA) -> str:
    """The page as a visitor reads it."""
    answer = Client().get(address.format(language))
    assert answer.status_code == 200
    return answer.content.decode()


def words(html: str) -> str:
    """What is read on it, without markup."""
    main = html[html.index("<main") : html.index("</main>")]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", main))


@time_machine.travel(EVENING, tick=False)
def test_the_first_thing_that_is_read_is_where_the_van_is_tonight(world: World) -> None:
    a_van(world.dario, latitude=44.40678, longitude=8.94637)

    said = words(page())

    assert said.index("Genova: dove è il camper stasera?") < said.index("giovedì 26 novembre")
    assert (
        said.index("giovedì 26 novembre")
        < said.index("Stazione Brignole")
        < said.index("dalle 20:00 alle 22:00")
    )
    assert said.index("dalle 20:00 alle 22:00") < said.index("I tuoi diritti")
    assert 'href="geo:44.40678,8.94637?q=44.40678,8.94637"' in page()
    assert "Stazione Brignole dalle 20:00 alle 22:00" in words(page(address="/{}/help/"))


@pytest.mark.parametrize("language", list(LANGUAGES))
@time_machine.travel(EVENING, tick=False)
def test_each_page_is_whole_in_each_language(world: World, language: str) -> None:
    a_van(world.dario)
    a_service(
        world.dario, documents=("identity", "permit"), languages=("ar", "fr"), provider="Cooperativa Agorà"
    )

    html = page(language)

    assert f'<html lang="{LANGUAGES[language].tag}" dir="{LANGUAGES[language].direction}">' in html
    said = texts(language)
    for code in (
        "desk.title",
        "docs.title",
        "doc.identity",
        "rights.title",
        "rights.4",
        "data.3",
        "service.all",
    ):
        assert said[code].words.replace("’", "&#x27;") in html or said[code].words in html, code
    if language != "it":
        # Italian stands only where it is marked as Italian.
        unmarked = re.sub(r'<(\w+)[^>]*lang="it"[^>]*>.*?</\1>', "", html[html.index("<main") :])
        assert "Ti ascoltiamo" not in unmarked
        assert said["kind.LEG01"].words in html
        assert said["service.in_italian"].words in html
        assert said["page.unchecked"].words in html


@time_machine.travel(EVENING, tick=False)
def test_times_are_told_in_the_language_with_the_weekday(world: World) -> None:
    a_van(world.dario)
    a_service(world.dario)

    assert "الخميس 26 نوفمبر" in words(page("ar"))
    assert "বৃহস্পতিবার, ২৬ নভেম্বর" in words(page("bn"))
    assert "২০:০০ থেকে ২২:০০" in words(page("bn"))
    assert "11月26日星期四" in words(page("zh"))
    assert "Chiuso. Apre venerdì 27 novembre, 09:00" in words(page())
    assert "Closed. Opens Friday 27 November, 09:00" in words(page("en"))


@time_machine.travel(EVENING, tick=False)
def test_a_stop_cancelled_tonight_is_said_plainly_with_the_next_one(world: World) -> None:
    _van, stops = a_van(world.dario)
    tonight = next(stop for stop in stops if stop.weekday == 3)
    with acting_as(world.bruno.actor()):
        actions.change_night(
            by=world.bruno, stop=tonight, night=night_of(EVENING), otherwise=Otherwise(reason="weather")
        )

    said = words(page())

    assert "Stasera il camper non viene a Stazione Brignole." in said
    assert "Motivo: brutto tempo" in said
    assert "La prossima volta: venerdì 27 novembre, 20:00, Stazione Brignole" in said
    assert "Stasera il camper non viene a Stazione Brignole." in words(page(address="/{}/help/"))


@time_machine.travel(EVENING, tick=False)
def test_a_moved_stop_says_where_it_usually_is(world: World) -> None:
    _van, stops = a_van(world.dario)
    tonight = next(stop for stop in stops if stop.weekday == 3)
    moved = Otherwise(is_cancelled=False, reason="event", place_name="Piazza Corvetto")
    with acting_as(world.bruno.actor()):
        actions.change_night(by=world.bruno, stop=tonight, night=night_of(EVENING), otherwise=moved)

    said = words(page())

    assert said.index("Piazza Corvetto") < said.index("Di solito: Stazione Brignole")


@time_machine.travel(EVENING, tick=False)
def test_a_night_without_the_van_says_when_it_comes(world: World) -> None:
    van = a_draft(world.dario, "Unità mobile", kind="ACC02", is_mobile=True)
    with acting_as(world.dario.actor()):
        stop = every_night(world.dario, van)
        for each in stop[:5]:
            actions.drop(by=world.dario, stop=each)
        actions.publish(by=world.dario, service=van)

    said = words(page())

    assert "Stasera il camper non c’è." in said
    assert "La prossima volta: sabato 28 novembre, 20:00" in said
    assert "In questa città non c’è un camper" in words(page(address="/{}/help/torino/"))


@time_machine.travel(dt.datetime(2026, 11, 27, 0, 30, tzinfo=ROME), tick=False)
def test_past_midnight_it_is_still_the_same_night(world: World) -> None:
    a_van(world.dario, starts=dt.time(22), ends=dt.time(1))

    said = words(page())

    assert "giovedì 26 novembre" in said
    assert "È lì adesso, fino alle 01:00" in said


@time_machine.travel(dt.datetime(2026, 11, 27, 10, tzinfo=ROME), tick=False)
def test_what_is_open_now_comes_first_and_a_closure_is_told(world: World) -> None:
    service = a_service(world.dario)
    assert "Aperto adesso, fino alle 13:00" in words(page())

    with acting_as(world.dario.actor()):
        desk = service.desks.get()
        actions.set_special(by=world.dario, desk=desk, from_on=today(), until_on=today(), reason="staff")

    said = words(page())
    assert "Chiuso. Apre lunedì 30 novembre, 09:00" in said
    assert "venerdì 27 novembre: chiuso. Motivo: manca il personale" in said


@time_machine.travel(EVENING, tick=False)
def test_a_stale_service_is_marked_with_the_day(world: World) -> None:
    a_service(world.dario)
    assert "Controllato giovedì 26 novembre" in words(page())
    with time_machine.travel(EVENING + dt.timedelta(days=91), tick=False):
        assert "Nessuno conferma queste notizie da giovedì 26 novembre 2026" in words(page())


def test_words_in_the_reader_s_language_take_the_place_of_the_type(world: World) -> None:
    service = a_service(world.dario)
    with acting_as(world.dario.actor()):
        actions.translate(
            by=world.dario,
            service=service,
            language="fr",
            words=Words("Bureau juridique", "Nous vous écoutons."),
        )
    html = page("fr")

    assert "<h3>Bureau juridique</h3>" in html
    assert "Nous vous écoutons." in html
    assert "Ti ascoltiamo" not in html

    with acting_as(world.dario.actor()):
        actions.edit(
            by=world.dario,
            service=service,
            draft=Draft("Sportello legale", "LEG01", summary="Chiuso a Ferragosto."),
        )
    assert "Nous vous écoutons." not in page("fr")
    assert "Chiuso a Ferragosto." in page("fr")


def test_phones_and_addresses_stay_left_to_right(world: World) -> None:
    a_service(world.dario, phone="+39 010 123 456")
    html = page("ar")

    assert '<a class="btn btn-primary" href="tel:+39010123456">' in html
    assert '<bdi dir="ltr" class="number">+39 010 123 456</bdi>' in html
    assert '<bdi lang="it" dir="ltr">vico Tacconi 1, 16124 Genova</bdi>' in html
    assert '<a href="tel:800290290"><bdi dir="ltr">800 290 290</bdi></a>' in html


def test_search_engines_read_the_services_with_their_hours(world: World) -> None:
    a_service(world.dario)
    html = page()

    assert '"@type": "GovernmentService"' in html
    assert (
        '"openingHoursSpecification": [{"@type": "OpeningHoursSpecification", "dayOfWeek": "Monday"' in html
    )
    assert '"geo": {"@type": "GeoCoordinates"' in html


def test_nothing_that_somebody_wrote_becomes_markup(world: World) -> None:
    a_service(world.dario, name="<b>Uno</b>", summary="<script>alert(1)</script>", provider="</bdi><i>")
    for language in ("it", "ar"):
        html = page(language)
        assert "<script>alert" not in html
        assert "<b>Uno" not in html
        assert "</bdi><i>" not in html


@time_machine.travel(EVENING, tick=False)
def test_the_page_with_everything_it_needs_is_small(world: World) -> None:
    for number in range(6):
        a_service(
            world.dario, f"Sportello {number}", documents=("identity", "permit"), languages=("ar", "fr", "en")
        )
    a_van(world.dario)
    files = {*re.findall(r'(?:href|src)="/static/([^"]+\.(?:css|js|svg))"', page("ar")), "directory/help.js"}
    found = [Path(str(finders.find(name))).read_bytes() for name in files]
    weight = sum(len(brotli.compress(content)) for content in [page("ar").encode(), *found])

    assert {"public/public.css", "directory/help.css", "directory/help.js"} <= files
    assert weight < BUDGET, weight


def test_the_number_of_questions_to_the_database_does_not_grow(world: World) -> None:
    a_service(world.dario)
    with CaptureQueriesContext(
        connection,
    ) as few:
        page()
    for number in range(8):
        a_service(world.dario, f"Sportello {number}")
    with CaptureQueriesContext(connection) as many:
        page()

    assert len(many) == len(few)


def test_whoever_has_the_page_is_told_when_it_still_stands_and_when_it_was_corrected(world: World) -> None:
    _van, stops = a_van(world.dario)
    with time_machine.travel(EVENING, tick=False):
        mark = Client().get(GENOVA.format("it")).headers["ETag"]
        known = Client(headers={"If-None-Match": mark})
        assert known.get(GENOVA.format("it")).status_code == 304

        tonight = next(stop for stop in stops if stop.weekday == 3)
        with acting_as(world.bruno.actor()):
            actions.change_night(by=world.bruno, stop=tonight, night=night_of(EVENING), otherwise=Otherwise())
        assert known.get(GENOVA.format("it")).status_code == 200


def test_the_worker_that_keeps_pages_names_every_file_and_is_never_kept_itself() -> None:
    answer = Client().get("/help-sw.js")
    script = answer.content.decode()

    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert answer.headers["Cache-Control"] == "no-cache"
    assert '"/static/public/public.css"' in script.replace("\\u002D", "-").replace("\\/", "/")


def test_somebody_at_work_and_a_stranger_read_the_same_page(
    world: World, browser: Callable[[Worker], Client]
) -> None:
    a_service(world.dario)
    draft = a_draft(world.dario, "Non ancora")

    staff = browser(world.dario).get(GENOVA.format("it"))

    assert staff.content.decode() == page()
    assert draft.name not in page()
    assert Client().get("/it/help/atlantide/").status_code == 404
    assert Client().get("/de/help/genova/").status_code == 404
    assert settings.STATIC_URL == "/static/"
