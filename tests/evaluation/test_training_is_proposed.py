# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Misses of the data and refusals of one's own partner propose training, by a table, and say why."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from lgnet.core.rowsecurity import acting_as
from lgnet.evaluation import shipped
from lgnet.evaluation.pages.home import proposals
from lgnet.evaluation.queries.proposing import LEAST, reasons
from lgnet.evaluation.shipped import Signal
from lgnet.network.worker import Worker
from lgnet.quality.checks import CHECKS
from tests.factories.quality import a_night
from tests.factories.recognition import a_completed_module
from tests.factories.training import a_module
from tests.world import World

Browser = Callable[[Worker], Client]


def test_every_rule_names_a_check_or_a_refusal_that_exists() -> None:
    misses = {rule.code for rule in shipped.rules() if rule.signal == Signal.MISS}
    moments = {rule.code.split("/")[0] for rule in shipped.rules() if rule.signal == Signal.REFUSAL}

    assert misses <= set(CHECKS)
    assert moments <= {"street", "screening", "service", "closure"}


@pytest.mark.parametrize("language", ["it", "en"])
def test_every_reason_is_a_sentence(language: str) -> None:
    for reason in reasons({(rule.signal, rule.code): (50, 100) for rule in shipped.rules()}):
        assert "50" in reason.sentence(language) and "%(" not in reason.sentence(language)


@given(n=st.integers(0, 400), more=st.integers(0, 2000))
def test_a_pattern_is_five_at_least_and_its_number_is_never_exact(n: int, more: int) -> None:
    found = reasons({(Signal.MISS, "no_birth_date"): (n, n + more)})
    least = next(rule.least_percent for rule in shipped.rules() if rule.code == "no_birth_date")

    assert bool(found) == (n >= LEAST and n * 100 >= least * (n + more))
    for one in found:
        assert one.about % 5 == 0 and abs(one.about - n) <= 2


def test_the_module_of_the_area_is_shown_with_the_reason(world: World, browser: Browser) -> None:
    module = a_module(world.ugo, code="D1", title="Raccogliere dati che servono", area="data")
    with acting_as(world.anna.actor()):
        yusuf = world.person("yusuf")
    a_night(world.anna, yusuf, looked_at=40, failed=12)

    with acting_as(world.dario.actor()):
        (found,) = proposals(world.dario)
        assert found.area == "data" and found.modules == [module] == found.open_modules
    page = browser(world.anna).get(reverse("evaluation:list")).content.decode()
    assert "in circa 10 schede manca la data di nascita" in page and "Raccogliere dati" in page
    home = browser(world.dario).get("/").content.decode()
    assert "Formazione proposta dai dati" in home and "in circa 10 schede" in home


def test_what_somebody_completed_is_not_proposed_to_them(world: World) -> None:
    a_completed_module(world, world.anna, area="data")
    with acting_as(world.anna.actor()):
        yusuf = world.person("yusuf")
    a_night(world.anna, yusuf, looked_at=40, failed=12)

    with acting_as(world.anna.actor()):
        assert [one.modules for one in proposals(world.anna)] == [[]]
    with acting_as(world.dario.actor()):
        assert len(proposals(world.dario)[0].modules) == 1


def test_the_direction_reads_at_how_many_partners_and_no_partner_reads_another(
    world: World, browser: Browser
) -> None:
    with acting_as(world.anna.actor()):
        yusuf = world.person("yusuf")
    a_night(world.anna, yusuf, looked_at=40, failed=12)

    page = browser(world.ugo).get(reverse("evaluation:list")).content.decode()
    assert "1 partner su" in page and "in circa 10" not in page
    with acting_as(world.carla.actor()):
        assert proposals(world.carla) == []
    assert Client().get(reverse("evaluation:list")).status_code == 302


def test_the_page_of_the_training_shows_it_too(world: World, browser: Browser) -> None:
    anna, address = browser(world.anna), reverse("evaluation:proposed")
    assert address in anna.get(reverse("training:list")).content.decode()
    assert "Non è proposto niente" in anna.get(address).content.decode()
    assert anna.get(address, headers={"HX-Request": "true"}).content.strip() == b""
    with acting_as(world.anna.actor()):
        yusuf = world.person("yusuf")
    a_night(world.anna, yusuf, looked_at=40, failed=12)

    part = anna.get(address, headers={"HX-Request": "true"}).content.decode()
    assert "in circa 10 schede" in part and "<html" not in part
    assert address not in browser(world.ugo).get(reverse("training:list")).content.decode()
    assert browser(world.ugo).get(address).status_code == 403
