# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Correcting who somebody is: the slower of two colleagues sees both versions and loses nothing."""

from collections.abc import Callable

from django.test import Client

from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from lgnet.people.identity import Identity
from lgnet.people.models import Person
from tests.factories.people import person
from tests.world import World

Browser = Callable[[Worker], Client]


def typed(**changed: str) -> dict[str, str]:
    """Olena as the form sends her."""
    return {
        "given_name": "Olena", "family_name": "Shevchenko", "native_name": "Олена Шевченко", "sex": "F",
        "birth_day": "30", "birth_month": "1", "birth_year": "1985", "birth_country": "UA",
        "citizenships_0": "UA", "languages_0": "uk", "version": "1", **changed,
    }  # fmt: skip


def olena(world: World) -> Identity:
    with acting_as(world.anna.actor()):
        return Identity.of(world.person("olena"))


def test_what_is_recorded_stands_in_the_form(world: World, browser: Browser) -> None:
    page = browser(world.anna).get(f"/people/{world.people['olena']}/identity/").content.decode()

    assert 'value="Shevchenko"' in page and 'value="1985"' in page and '<option value="UA" selected>' in page


def test_saving_what_was_not_changed_changes_nothing(world: World, browser: Browser) -> None:
    before = olena(world)
    answer = browser(world.anna).post(f"/people/{world.people['olena']}/identity/", typed())

    assert answer.status_code == 302 and olena(world) == before
    with acting_as(world.anna.actor()):
        assert world.person("olena").version == 1


def test_the_slower_of_two_sees_both_versions_and_loses_nothing(world: World, browser: Browser) -> None:
    address = f"/people/{world.people['olena']}/identity/"
    browser(world.anna).post(address, typed(family_name="Kovalenko"))
    slow = browser(world.bruno)

    answer = slow.post(address, typed(known_as="Lena"))

    page = answer.content.decode()
    assert answer.status_code == 409 and "Anna Parodi" in page
    assert "Kovalenko" in page and "Shevchenko" in page and 'value="Lena"' in page
    assert olena(world).family_name == "Kovalenko"

    assert slow.post(address, typed(known_as="Lena", family_name="Kovalenko", version="2")).status_code == 302
    assert olena(world).known_as == "Lena" and olena(world).family_name == "Kovalenko"


def test_an_impossible_correction_keeps_what_was_typed(world: World, browser: Browser) -> None:
    address = f"/people/{world.people['olena']}/identity/"

    answer = browser(world.anna).post(address, typed(birth_day="31", birth_month="2", known_as="Лена"))

    page = answer.content.decode()
    assert answer.status_code == 422 and "31/2/1985 non esiste" in page and 'value="Лена"' in page
    assert olena(world).known_as == ""


def test_a_language_that_is_not_in_the_list_is_not_lost(world: World, browser: Browser) -> None:
    with acting_as(world.anna.actor()):
        somebody = person(world.anna, languages=("wo", "xyz", "fr", "ar"))
    address = f"/people/{somebody.pk}/identity/"
    assert '<option value="xyz" selected>' in browser(world.anna).get(address).content.decode()

    sent = {
        "given_name": "Fatou",
        "version": "1",
        "languages_0": "wo",
        "languages_1": "xyz",
        "languages_2": "fr",
    }
    assert browser(world.anna).post(address, sent | {"languages_3": "ar"}).status_code == 302
    with acting_as(world.anna.actor()):
        assert Person.objects.get(pk=somebody.pk).languages == ["wo", "xyz", "fr", "ar"]


def test_a_form_without_a_version_is_refused(world: World, browser: Browser) -> None:
    address = f"/people/{world.people['olena']}/identity/"

    assert browser(world.anna).post(address, typed(version="")).status_code == 422
    assert browser(world.anna).post(address, typed(version="-3")).status_code == 422
