# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a module changed: the direction reads all partners, a coordinator their own and the network as a whole."""

from collections.abc import Callable

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lgnet.core.rowsecurity import acting_as
from lgnet.evaluation.queries import results
from lgnet.network.worker import Worker
from lgnet.recognition.actions import admit_class, set_award
from tests.factories.evaluation import answered, asked, closed, team
from tests.factories.examinations import an_exam, sat
from tests.factories.recognition import terms
from tests.world import World

Browser = Callable[[Worker], Client]


def test_while_it_is_open_only_the_turnout_is_told(world: World, browser: Browser) -> None:
    people = team(world.genova, 6)
    module, survey = asked(world, *people)
    for one in people:
        answered(one, survey, 1, text="Troppo lungo.")

    address = reverse("evaluation:results", args=[module.pk])
    for worker in (world.ugo, world.dario):
        page = browser(worker).get(address).content.decode()
        assert "6 su 6 nella rete" in page and "a questionario chiuso" in page
        assert "Troppo lungo" not in page and "<canvas" not in page and "Quanto sono" not in page


def test_closed_it_tells_with_a_chart_its_table_and_words(world: World, browser: Browser) -> None:
    genova, torino = team(world.genova, 6), team(world.torino, 5)
    module, survey = asked(world, *genova, *torino, world.dario)
    for one in genova:
        answered(one, survey, 2, text="Più esempi.")
    for one in torino:
        answered(one, survey, 5, text="Tutto bene.")
    closed(survey)

    address = reverse("evaluation:results", args=[module.pk])
    nation = browser(world.nadia).get(address).content.decode()
    assert "Quanto sono d’accordo" in nation and "Il modulo rispondeva a bisogni veri" in nation
    assert "Genova (6)" in nation and "Torino (5)" in nation
    assert "Più esempi." in nation and "Tutto bene." in nation
    chosen = browser(world.nadia).get(address, {"partner": "torino"}).content.decode()
    assert "Quanto sono d’accordo: Torino" in chosen and "Quanto sono d’accordo: Torino" not in nation

    own = browser(world.dario).get(address, {"partner": "torino"}).content.decode()
    assert "Quanto sono d’accordo: Genova" in own and "Quanto sono d’accordo: Torino" not in own
    assert "Genova (6)" in own and "Torino (5)" not in own
    assert "Più esempi." in own and "Tutto bene." not in own, "the words of others stay with them"
    assert "6 su 7 del tuo partner" in own


def test_the_test_of_the_module_stands_beside(world: World, browser: Browser) -> None:
    people = team(world.genova, 5)
    module, _survey = asked(world, *people)
    exam = an_exam(world.nadia)
    with acting_as(world.ugo.actor()):
        set_award(by=world.ugo, module=module, terms=terms(exam=exam))
        admit_class(by=world.ugo, module=module)
    for one in people:
        sat(one, exam)

    with acting_as(world.ugo.actor()):
        found = results.tested(module)
    assert found[None].sat == 5 and found[world.genova.pk] == found[None]
    with acting_as(world.dario.actor()):
        assert results.tested(module) == found
    with acting_as(world.carla.actor()):
        assert set(results.tested(module)) == {None}, (
            "of another partner nothing, of the whole what is large enough"
        )
    assert (
        "Prova finale"
        in browser(world.ugo).get(reverse("evaluation:results", args=[module.pk])).content.decode()
    )


def test_the_number_of_queries_does_not_grow_with_the_people(world: World, browser: Browser) -> None:
    people = team(world.genova, 6)
    module, survey = asked(world, *people, *team(world.torino, 6))
    for one in people:
        answered(one, survey)
    closed(survey)
    ugo = browser(world.ugo)
    for address in (reverse("evaluation:results", args=[module.pk]), reverse("evaluation:list")):
        ugo.get(address)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert ugo.get(address).status_code == 200
        assert len(queries) <= 30, [query["sql"][:90] for query in queries]


def test_who_neither_coordinates_nor_follows_reads_no_results(world: World, browser: Browser) -> None:
    module, _survey = asked(world, world.anna)
    address = reverse("evaluation:results", args=[module.pk])

    assert browser(world.anna).get(address).status_code == 403
    assert Client().get(address).status_code == 302
    with acting_as(world.ugo.actor()):
        module.state = module.State.DRAFT
    assert browser(world.ugo).get(reverse("evaluation:results", args=[world.genova.pk])).status_code == 404
