# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A person's file composes what every domain knows; buttons come from policies; a look leaves a trace."""

from collections.abc import Callable

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lgnet.cases.models import Intake
from lgnet.core.models import AuditEntry
from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from tests.factories.cases import a_case, an_intake
from tests.factories.outreach import a_contact
from tests.world import World

Browser = Callable[[Worker], Client]
ENGLISH = {"Accept-Language": "en"}


def file_of(world: World, browser: Browser, worker: Worker, name: str) -> str:
    return browser(worker).get(f"/people/{world.people[name]}/", headers=ENGLISH).content.decode()


def test_the_file_shows_who_it_is_and_what_is_missing(world: World, browser: Browser) -> None:
    html = file_of(world, browser, world.anna, "olena")

    assert "Olena Shevchenko" in html and "Олена Шевченко" in html
    assert "Privacy notice not given" in html and "Start an intake" in html


def test_a_look_leaves_a_trace(world: World, browser: Browser) -> None:
    file_of(world, browser, world.bruno, "olena")

    with acting_as(world.bruno.actor()):
        seen = AuditEntry.objects.filter(subject_id=world.people["olena"], event="person.seen")
        assert [entry.actor_id for entry in seen] == [world.bruno.user.pk]


def test_an_intake_starts_from_the_file_once(world: World, browser: Browser) -> None:
    client, olena = browser(world.anna), world.people["olena"]

    for _time in (1, 2):
        assert client.post("/cases/start/", {"person": olena}).status_code == 302

    html = client.get(f"/people/{olena}/", headers=ENGLISH).content.decode()
    assert "Start an intake" not in html and "Do the screening" in html
    with acting_as(world.anna.actor()):
        assert Intake.objects.filter(person=olena).count() == 1


def test_who_may_not_screen_reads_why_beside_the_button(world: World, browser: Browser) -> None:
    with acting_as(world.bruno.actor()):
        an_intake(world.bruno, world.person("olena"))

    html = file_of(world, browser, world.bruno, "olena")

    assert "aria-disabled" in html and "does not include the screening" in html


def test_the_file_tells_the_whole_path(world: World, browser: Browser) -> None:
    with acting_as(world.anna.actor()):
        olena = world.person("olena")
        a_contact(world.anna, hours_ago=2, area="Via Prè", person=olena)
        case = a_case(world.anna, olena)

    html = file_of(world, browser, world.anna, "olena")

    assert "Via Prè" in html and case.code in html and "Taken in charge" in html and "Met again" in html
    assert "Start an intake" not in html


def test_a_specialist_does_not_read_the_street(world: World, browser: Browser) -> None:
    with acting_as(world.anna.actor()):
        a_contact(world.anna, area="Via Prè", person=world.person("olena"))

    assert "Via Prè" not in file_of(world, browser, world.paola, "olena")


def test_the_file_needs_as_many_queries_for_a_long_story_as_for_a_short_one(
    world: World, browser: Browser
) -> None:
    client, counts = browser(world.anna), []
    for _round in range(2):
        with acting_as(world.anna.actor()):
            for n in range(4):
                a_contact(world.anna, hours_ago=n + 1, nickname="N", person=world.person("olena"))
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/people/{world.people['olena']}/")
        counts.append(len(queries))

    assert counts[0] == counts[1] <= 26


def test_the_stranger_and_the_administrator_do_not_get_in(world: World, browser: Browser) -> None:
    url = f"/people/{world.people['olena']}/"

    assert browser(world.carla).get(url).status_code == 404
    assert browser(world.amelia).get(url).status_code == 403
    assert browser(world.nadia).get(url).status_code == 403
    assert Client().get(url)["Location"].startswith("/accounts/login/")
