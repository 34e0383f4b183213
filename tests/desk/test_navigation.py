# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The menu shows what the role permits and marks the page that is open."""

import pytest
from django.test import RequestFactory

from lgnet.desk.navigation import menu, navigation, section
from lgnet.network.worker import Worker
from tests.factories.network import at_work
from tests.world import World


def names(worker: Worker) -> list[str]:
    return [link.url for link in menu(worker, "/")]


def test_a_visitor_sees_no_menu_no_search_no_account() -> None:
    frame = navigation(RequestFactory().get("/"))

    assert (frame["navigation"], frame["search_url"], "identity" in frame) == ([], "", False)


@pytest.mark.parametrize("name", ["amelia", "nadia", "ugo"])
def test_who_sees_no_files_has_no_way_to_them_in_the_menu(world: World, name: str) -> None:
    urls = names(getattr(world, name))

    assert not [url for url in urls if url.startswith(("/people", "/cases", "/outreach")) or url == "/"]


def test_the_open_page_is_marked_and_only_that(world: World) -> None:
    marked = [link.url for link in menu(world.anna, "/") if link.current]

    assert marked == ["/"]


@pytest.mark.parametrize("name", ["dario", "nadia"])
def test_in_a_room_of_the_direction_its_rooms_are_shown_and_the_figures_are_marked(
    world: World, name: str
) -> None:
    worker = getattr(world, name)

    rooms, marked = section(worker, "/api/"), [link for link in menu(worker, "/api/") if link.current]

    assert [link.url for link in rooms if link.current] == ["/api/"]
    assert len(rooms) > 1
    assert [link.url for link in marked] == [rooms[0].url]


def test_elsewhere_the_rooms_of_the_direction_are_not_shown(world: World) -> None:
    assert section(world.dario, "/people/") == []


def test_the_account_names_the_role_and_the_partner(world: World) -> None:
    request = RequestFactory().get("/")
    setattr(request, "worker", world.anna)  # noqa: B010 - what the middleware does

    identity = navigation(request)["identity"]

    assert "Anna Parodi" in str(identity) and "Genova" in str(identity)


def test_whoever_speaks_to_the_public_finds_services_media_and_site_in_one_place(world: World) -> None:
    in_menu, rooms = names(world.dario), [link.url for link in section(world.dario, "/directory/")]
    assert "/society/events/" in in_menu and "/directory/" not in in_menu
    assert {"/directory/", "/media/", "/site-admin/"} <= set(rooms)
    assert [link.url for link in menu(world.dario, "/directory/") if link.current] == ["/society/events/"]
    assert {"/directory/", "/society/events/"} & set(names(world.bruno)) == {"/directory/"}


def test_events_stand_among_the_rooms_of_the_public_and_the_kit_among_its_own(world: World) -> None:
    officer = at_work(world.genova, "communications_officer")

    of_events = [link.url for link in section(officer, "/society/events/")]
    of_the_kit = [link.url for link in section(officer, "/media/products/")]

    assert "/society/inbox/" in of_events and "/society/inbox/" not in of_the_kit
    assert section(officer, "/society/events/new/") and "/media/products/" in of_the_kit
