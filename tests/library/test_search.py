# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The search finds in any language and with a typing error, and nobody finds what they may not open."""

from collections.abc import Callable
from copy import copy
from dataclasses import replace
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lgnet.core.ids import new_id
from lgnet.core.rowsecurity import GATE, PUBLIC, acting_as
from lgnet.exchange import actions as exchange
from lgnet.library import pages, queries
from lgnet.library.models import Document, Word
from lgnet.library.queries import Asked, Place
from lgnet.network.worker import Worker
from lgnet.practices import actions
from lgnet.practices.models import Card, Practice
from lgnet.training import actions as training
from tests.factories.directives import a_draft as a_circular
from tests.factories.directives import issued
from tests.factories.exchange import a_group, a_thread, an_answer
from tests.factories.network import at_work
from tests.factories.practices import a_draft, published, submitted
from tests.factories.training import a_module, a_module_draft, a_programme, a_video
from tests.world import World

Browser = Callable[[Worker], Client]


@pytest.fixture
def torino(world: World) -> Worker:
    """A coordinator at Torino."""
    return at_work(world.torino, "coordinator")


def found(by: Worker, words: str, **more: str) -> set[str]:
    """The titles of the first page."""
    with acting_as(by.actor()):
        return {hit.document.title for hit in queries.search(Asked(words, **more)).hits}  # type: ignore[arg-type]


def test_practices_and_circulars_are_found_by_words_of_their_text_in_any_form(
    world: World, torino: Worker
) -> None:
    published(world.dario, torino)
    with acting_as(world.ugo.actor()):
        issued(world.ugo, "Posti letto", text="Quante abitazioni sono pronte per l’inverno?")

    assert found(world.carla, "agenzia proprietario") == {"Fondo di garanzia per gli affitti"}
    assert found(world.carla, "abitazione") == {"Posti letto"}
    assert found(world.nadia, "garanzie affitto") == {"Fondo di garanzia per gli affitti"}
    assert found(world.carla, "agenzia -proprietario") == set()
    assert found(world.carla, "città") == found(world.carla, "citta") == {"Fondo di garanzia per gli affitti"}


@pytest.mark.parametrize(
    ("language", "text", "asked"),
    [
        ("en", "We accompany the families to the doctors", "accompanied family doctor"),
        ("de", "Wir begleiten die Familien zu den Ärzten", "Familie begleitet"),
        ("fr", "Nous accompagnons les familles chez les médecins", "accompagner famille medecin"),
        ("it", "Accompagniamo le famiglie dai medici", "accompagnare famiglia medico"),
    ],
)
def test_each_document_is_stemmed_by_its_own_language(
    world: World, torino: Worker, language: str, text: str, asked: str
) -> None:
    published(world.dario, torino, "Titolo", language=language, problem=text)

    assert found(torino, asked) == {"Titolo"}


def test_a_word_with_a_typing_error_is_found_and_the_page_says_so(
    world: World, torino: Worker, browser: Browser
) -> None:
    published(world.dario, torino)
    with acting_as(torino.actor()):
        for typed in (
            "propretari agenzzie",
            "proprietrai agnezie",
        ):  # a letter too few or many, two exchanged
            result = queries.search(Asked(typed))
            assert result.instead == "proprietari agenzie"
            assert len(result.hits) == 1
        assert queries.search(Asked("propretari xyzxyzxyz")).instead == ""

    page = browser(torino).get("/library/", {"q": "propretari"}).content.decode()
    assert "proprietari" in page and "Fondo di garanzia" in page and "<mark>" in page


def test_a_draft_is_found_by_its_own_partner_only_and_its_words_are_offered_to_nobody_else(
    world: World, torino: Worker
) -> None:
    a_draft(world.dario, "Progetto ornitorinco")
    submitted(world.dario, "Progetto stambecco")

    assert found(world.bruno, "ornitorinco") == {"Progetto ornitorinco"}
    for stranger in (torino, world.nadia):
        assert found(stranger, "ornitorinco") == found(stranger, "stambecco") == set()
        with acting_as(stranger.actor()):
            assert queries.search(Asked("ornitorinko")).instead == ""
    with acting_as(world.bruno.actor()):
        assert queries.search(Asked("ornitorinko")).instead == "ornitorinco"


def test_a_circular_is_found_by_the_partners_it_went_to_and_by_the_nation(world: World) -> None:
    with acting_as(world.ugo.actor()):
        issued(world.ugo, "Solo Genova", partners=("genova",))
        a_circular(world.ugo, "Bozza per Genova")

    assert found(world.anna, "Genova") == {"Solo Genova"}
    assert found(world.carla, "Genova") == set()
    assert found(world.nadia, "Genova") == {"Solo Genova"}


def test_what_is_replaced_or_retired_is_found_no_more(world: World, torino: Worker) -> None:
    card = published(world.dario, torino)
    with acting_as(world.dario.actor()):
        actions.retire(by=world.dario, card=card, reason="Finito il fondo.")
    assert found(torino, "garanzia") == set()
    with acting_as(world.dario.actor()):
        actions.restore(by=world.dario, card=card)
    assert found(torino, "garanzia") == {"Fondo di garanzia per gli affitti"}


def a_library(world: World, torino: Worker) -> None:
    """Documents of every audience, all of which speak of a guarantee."""
    for n in range(3):
        published(world.dario, torino, f"Garanzia pubblica {n}", is_public=True)
        published(torino, world.dario, f"Garanzia di rete {n}", lines=("taking_in_charge",))
    a_draft(world.dario, "Garanzia in bozza a Genova")
    submitted(torino, "Garanzia in revisione a Torino")
    with acting_as(world.ugo.actor()):
        issued(world.ugo, "Garanzia per tutti")
        issued(world.ugo, "Garanzia per Torino", partners=("torino",))
    a_thread(world.carla, "Chi usa la garanzia per gli affitti?")
    module = a_module(world.ugo, title="La garanzia")
    with acting_as(world.ugo.actor()):
        a_video(world.ugo, module)


def test_questions_are_found_with_their_answers_and_what_a_group_says_stays_there(
    world: World, torino: Worker
) -> None:
    thread = a_thread(world.anna)
    an_answer(torino, thread, "Da noi vale la residenza in via della Casa Comunale.")
    group = a_group(world.anna, torino)
    a_thread(world.anna, "Casa Comunale nel gruppo", kind="discussion", group=group)

    for by in (world.anna, torino, world.nadia):
        assert found(by, "casa comunale") == {thread.title}


def test_a_post_that_is_mended_deleted_or_hidden_is_found_as_it_stands(world: World, torino: Worker) -> None:
    thread = a_thread(world.anna)
    answer = an_answer(torino, thread, "Serve un ornitorinco.")
    with acting_as(torino.actor()):
        exchange.edit(by=torino, post=answer, text="Serve uno stambecco.", language="it")
    assert found(world.anna, "ornitorinco") == set() and found(world.anna, "stambecco") == {thread.title}

    with acting_as(torino.actor()):
        exchange.take_away(by=torino, post=answer)
    assert found(world.anna, "stambecco") == set() and found(world.anna, "residenza") == {thread.title}
    with acting_as(torino.actor()):
        exchange.undelete(by=torino, post=answer)
    assert found(world.anna, "stambecco") == {thread.title}


def test_a_search_reads_what_is_shown_with_its_language_and_theme(world: World) -> None:
    thread = a_thread(world.anna, "Wohnsitz in Bozen", language="de", text="Wer hat das gemacht?")
    hidden = an_answer(world.carla, thread, "Da togliere")
    with acting_as(world.carla.actor()):
        exchange.take_away(by=world.carla, post=hidden)
    group = a_group(world.anna)
    a_thread(world.anna, "Del gruppo", kind="discussion", group=group)

    with acting_as(world.carla.actor()):
        documents = list(Document.objects.filter(kind=Document.Kind.DISCUSSION))
    assert [(each.title, each.language, each.themes) for each in documents] == [
        ("Wohnsitz in Bozen", "de", ["residence"])
    ]
    assert "Da togliere" not in documents[0].body


def test_modules_and_their_materials_are_found_once_they_are_published(world: World) -> None:
    with acting_as(world.ugo.actor()):
        programme = a_programme(world.ugo)
        draft = a_module_draft(title="Lavorare in équipe", contents="Coalizioni locali")
        module = training.plan_module(by=world.ugo, programme=programme, draft=draft)
    assert found(world.anna, "coalizione") == set() == found(world.nadia, "coalizione")

    published_one = a_module(world.ugo, code="M2", contents="La rete dei servizi sul territorio")
    with acting_as(world.ugo.actor()):
        a_video(world.ugo, published_one)
    assert found(world.anna, "territorio servizi") == {f"M2 · {published_one.title}"}
    assert found(world.carla, "buongiorno tutti") == {"La lezione"}, "by its transcript"
    with acting_as(world.ugo.actor()):
        training.call_off(by=world.ugo, module=published_one, reason="Pochi iscritti")
    assert found(world.carla, "buongiorno tutti") == set() == found(world.carla, "territorio")
    assert module.state == "draft"


def test_the_function_shows_exactly_what_row_security_shows(world: World, torino: Worker) -> None:
    a_library(world, torino)
    for by in (world.anna, torino, world.nadia, world.ugo):
        with acting_as(by.actor()):
            twin = {row.pk for row in Document.objects.all() if "garanzia" in (row.title + row.body).lower()}
            result = queries.search(Asked("garanzia"))
            assert {hit.document.pk for hit in result.hits} == twin
            assert sum(result.facets["kind"].values()) == len(twin)


def test_each_document_that_somebody_finds_opens_for_them_and_no_other(
    world: World, torino: Worker, browser: Browser
) -> None:
    a_library(world, torino)
    with acting_as(GATE):
        pass
    with acting_as(world.anna.actor()):
        everything = {row.pk: pages.ADDRESSES[row.kind](row) for row in Document.objects.all()}
    with acting_as(torino.actor()):
        everything |= {row.pk: pages.ADDRESSES[row.kind](row) for row in Document.objects.all()}
    for by in (world.anna, torino):
        with acting_as(by.actor()):
            theirs = set(Document.objects.values_list("pk", flat=True))
        for pk, url in everything.items():
            # What waits for its review opens for whoever may review it, and is not in the library yet.
            if pk not in theirs and "revisione" not in browser(by).get(url).content.decode():
                assert browser(by).get(url).status_code == 404, url
            if pk in theirs:
                assert browser(by).get(url).status_code == 200, url


def test_facets_narrow_and_count_what_each_choice_would_find(world: World, torino: Worker) -> None:
    a_library(world, torino)
    with acting_as(world.anna.actor()):
        every = queries.search(Asked("garanzia"))
        for name in ("kind", "theme", "language"):
            for value, n in every.facets[name].items():
                chosen: dict[str, Any] = {name: value}
                narrowed = queries.search(replace(Asked("garanzia"), **chosen))
                assert len(narrowed.hits) == n, (name, value)
                assert narrowed.facets[name] == every.facets[name]
        genova = queries.search(Asked("garanzia", partner=world.genova.pk))
        assert len(genova.hits) == every.facets["partner"][str(world.genova.pk)] == 4


def test_pages_follow_each_other_without_gap_or_repetition(
    world: World, torino: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_library(world, torino)
    with acting_as(torino.actor()):
        whole = [hit.document.pk for hit in queries.search(Asked("garanzia")).hits]
        monkeypatch.setattr(queries, "PAGE", 2)
        walked, place = list[object](), None
        for _ in range(20):
            result = queries.search(Asked("garanzia"), place)
            walked += [hit.document.pk for hit in result.hits]
            place = result.next_place
            if place is None:
                break
    assert walked == whole and len(whole) == len(set(whole)) > 6
    assert isinstance(place, Place | None)


def test_a_title_counts_more_than_the_text(world: World, torino: Worker) -> None:
    published(world.dario, torino, "Altro titolo", problem="Qui si parla di mediazione una volta.")
    published(world.dario, torino, "Mediazione")
    with acting_as(torino.actor()):
        assert queries.search(Asked("mediazione")).hits[0].document.title == "Mediazione"


def test_a_word_that_stands_everywhere_is_not_read_to_its_end_and_a_title_is_found_all_the_same(
    world: World, browser: Browser
) -> None:
    model = a_draft(world.dario, "Una scheda", problem="Qui si parla di mediazione.")
    with acting_as(world.dario.actor()):
        practices = [_like(model.practice) for _ in range(queries.WIDEST + 20)]
        Practice.objects.bulk_create(practices)
        Card.objects.bulk_create(_like(model, practice=practice) for practice in practices)
    a_draft(world.dario, "Mediazione")

    with acting_as(world.dario.actor()):
        result = queries.search(Asked("mediazione"))
        assert result.hits[0].document.title == "Mediazione"
        assert result.is_cut and result.total == queries.WIDEST + 1
        nothing = queries.search(Asked("mediazione", kind="directive"))
        assert nothing.hits == [] and not queries.search(Asked("mediazione -qui")).is_cut
    page = browser(world.dario).get("/library/", {"q": "mediazione"}).content.decode()
    assert "2.001+" in page and "quattrocento" in page


def _like(model: Any, **more: Any) -> Any:
    row = copy(model)
    for name, value in {"pk": new_id(), **more}.items():
        setattr(row, name, value)
    return row


def test_the_page_asks_as_much_for_many_as_for_few(world: World, torino: Worker, browser: Browser) -> None:
    published(world.dario, torino)
    anna = browser(world.anna)
    anna.get("/library/", {"q": "garanzia"})
    with CaptureQueriesContext(connection) as few:
        anna.get("/library/", {"q": "garanzia"})
    a_library(world, torino)
    with CaptureQueriesContext(connection) as many:
        assert anna.get("/library/", {"q": "garanzia"}).status_code == 200
    assert len(many) == len(few)


def test_without_words_the_latest_are_listed(world: World, torino: Worker, browser: Browser) -> None:
    a_library(world, torino)
    page = browser(world.anna).get("/library/", {"kind": "directive"}).context["page"]
    assert [line.document.title for line in page.lines] == ["Garanzia per tutti"]


@pytest.mark.parametrize("words", ["", "\x00", "'", '"', "&|!():*", "-", "%", "della", "a" * 500, "<b>", "é̀"])
def test_whatever_is_typed_is_answered(world: World, browser: Browser, words: str) -> None:
    assert (
        browser(world.anna).get("/library/", {"q": words, "after": "x~y", "partner": "z"}).status_code == 200
    )


def test_what_somebody_wrote_is_never_markup(world: World, torino: Worker, browser: Browser) -> None:
    published(world.dario, torino, "<script>alert(1)</script>", problem="garanzia <b>grassa</b> & altro")
    page = browser(torino).get("/library/", {"q": "garanzia"}).content.decode()
    assert "<script>alert" not in page and "<b>grassa" not in page and "grassa" in page


def test_a_visitor_has_neither_the_table_nor_the_function(world: World) -> None:
    with acting_as(PUBLIC):
        for sql in (
            "select 1 from library_document",
            "select library_suggest(array['x'])",
            "select 1 from library_word",
        ):
            with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(sql)
    with acting_as(world.anna.actor()), pytest.raises(DatabaseError), transaction.atomic():
        Word.objects.exists()
