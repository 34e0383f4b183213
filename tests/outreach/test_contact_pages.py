# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of the street: a form that remembers tonight, lists, and the tie with its undo."""

import datetime as dt
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from lgnet.core.clock import now
from lgnet.core.ids import new_id
from lgnet.core.models import AuditEntry
from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from lgnet.outreach.memory import remember, remembered
from lgnet.outreach.models import Contact
from tests.factories.outreach import a_contact
from tests.world import World

Browser = Callable[[Worker], Client]
ENGLISH = {"Accept-Language": "en"}


def filled(**more: object) -> dict[str, object]:
    return {"new_id": str(new_id()), "place": "station", "area": "Brignole", "language": "fr"} | more


def the_contact(world: World, pk: Any) -> Contact:
    with acting_as(world.bruno.actor()):
        return Contact.objects.select_related("key").get(pk=pk)


def test_save_and_next_writes_it_down_and_begins_the_next_at_the_same_place(
    world: World, browser: Browser
) -> None:
    client, sent = browser(world.bruno), filled(then="next", sex="F", needs=["housing"], nickname="Sorriso")

    response = client.post("/outreach/new/", sent, follow=True)

    html = response.content.decode()
    assert response.redirect_chain == [("/outreach/new/", 302)]
    assert 'value="Brignole"' in html and "Sorriso" not in html
    assert (
        'value="station" class="ui-check-input" required id="id_place_2" checked' in html or "checked" in html
    )
    kept = the_contact(world, sent["new_id"])
    assert (kept.sex, kept.needs, kept.nickname, kept.language) == ("F", ["housing"], "Sorriso", "fr")


def test_save_opens_what_was_written(world: World, browser: Browser) -> None:
    sent = filled(other_language="wo", note="Dorme in stazione.")

    html = browser(world.bruno).post("/outreach/new/", sent, follow=True).content.decode()

    assert "Dorme in stazione." in html and "wolof" in html.lower()


def test_a_form_sent_twice_makes_one_contact(world: World, browser: Browser) -> None:
    client, sent = browser(world.bruno), filled(then="next")
    for _time in (1, 2):
        assert client.post("/outreach/new/", sent).status_code == 302

    with acting_as(world.bruno.actor()):
        assert Contact.objects.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"place": "moon"},
        {"place": ""},
        {"new_id": "no-uuid"},
        {"language": "klingon"},
        {"sex": "?"},
        {"needs": ["housing", "diagnosis"]},
        {"area": "x" * 121},
        {"met_at": "2999-01-01T10:00"},
        {"met_at": "1999-01-01T10:00"},
        {"met_at": "31/31"},
        {"site": str(new_id())},
        {"note": "x" * 4001},
    ],
)
def test_what_cannot_be_comes_back_with_the_text_kept(
    world: World, browser: Browser, wrong: dict[str, object]
) -> None:
    sent = filled(nickname="أبو يوسف\u200f") | wrong

    response = browser(world.bruno).post("/outreach/new/", sent)

    assert response.status_code == 422
    assert "أبو يوسف" in response.content.decode()
    with acting_as(world.bruno.actor()):
        assert not Contact.objects.exists()


def test_an_earlier_hour_is_written_as_said(world: World, browser: Browser) -> None:
    yesterday = (now() - dt.timedelta(days=1)).replace(second=0, microsecond=0)
    sent = filled(met_at=yesterday.astimezone(dt.timezone(dt.timedelta(0))).strftime("%Y-%m-%dT%H:%M"))

    browser(world.bruno).post("/outreach/new/", sent)

    assert abs(the_contact(world, sent["new_id"]).met_at - yesterday) < dt.timedelta(hours=3)


def test_the_list_shows_tonight_and_earlier_a_page_at_a_time(world: World, browser: Browser) -> None:
    with acting_as(world.bruno.actor()):
        a_contact(world.bruno, nickname="Stasera")
        for n in range(30):
            a_contact(world.bruno, hours_ago=48 + n, nickname=f"Prima{n:02}")
    client = browser(world.bruno)

    first = client.get("/outreach/").content.decode()
    following = first.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    second = client.get(following).content.decode()

    assert "Stasera" in first and "Prima00" in first and "Prima24" in first and "Prima25" not in first
    assert (
        "Prima25" in second and "Prima29" in second and "Stasera" not in second and 'rel="next"' not in second
    )
    fragment = client.get(following, headers={"HX-Request": "true"}).content.decode()
    assert "Prima25" in fragment and "<html" not in fragment


@pytest.mark.parametrize(
    "text", ["", "x", "2026-01-01~", "2026-01-01T00:00:00~" + "0" * 32, "~~", "\u0000~1"]
)
def test_a_place_in_the_list_that_nobody_wrote_is_the_first_page(
    world: World, browser: Browser, text: str
) -> None:
    assert browser(world.bruno).get("/outreach/", {"after": text}).status_code == 200


def test_the_list_needs_as_many_queries_for_one_contact_as_for_twenty(world: World, browser: Browser) -> None:
    client, counts = browser(world.bruno), []
    for _round in range(2):
        with acting_as(world.bruno.actor()):
            for n in range(10):
                a_contact(world.bruno, nickname="N", hours_ago=40 * (n % 2), person=world.person("olena"))
        with CaptureQueriesContext(connection) as queries:
            client.get("/outreach/")
        counts.append(len(queries))

    assert counts[0] == counts[1] <= 12


def test_it_is_asked_before_it_is_tied_and_the_tie_can_be_undone(world: World, browser: Browser) -> None:
    with acting_as(world.bruno.actor()):
        contact = a_contact(world.bruno)
    client, url = browser(world.bruno), f"/outreach/{contact.pk}/tie/"
    olena = str(world.people["olena"])

    asked = client.get(url, {"person": olena}, headers=ENGLISH).content.decode()
    assert "Is it this person?" in asked and "Olena Shevchenko" in asked
    assert the_contact(world, contact.pk).person_id is None

    for _time in (1, 2):
        response = client.post(url, {"person": olena})
        assert response["Location"] == f"/people/{olena}/"
    assert the_contact(world, contact.pk).person_id == UUID(olena)

    client.post(f"/outreach/{contact.pk}/untie/")
    assert the_contact(world, contact.pk).person_id is None


def test_a_contact_with_somebody_known_is_tied_at_once(world: World, browser: Browser) -> None:
    client, olena = browser(world.bruno), str(world.people["olena"])
    assert "Olena Shevchenko" in client.get("/outreach/new/", {"person": olena}).content.decode()

    sent = filled(person=olena)
    response = client.post("/outreach/new/", sent)

    assert response["Location"] == f"/people/{olena}/"
    assert the_contact(world, sent["new_id"]).person_id == UUID(olena)


def test_reading_a_contact_leaves_a_trace(world: World, browser: Browser) -> None:
    with acting_as(world.bruno.actor()):
        contact = a_contact(world.bruno, note="Segreto.")

    assert "Segreto." in browser(world.bruno).get(f"/outreach/{contact.pk}/").content.decode()

    with acting_as(world.bruno.actor()):
        seen = AuditEntry.objects.filter(subject_id=contact.pk, event="contact.seen")
        assert [entry.actor_id for entry in seen] == [world.bruno.user.pk]


def test_another_night_begins_with_an_empty_form() -> None:
    request = RequestFactory().get("/")
    request.session = {}  # type: ignore[assignment]  # the memory needs only a mapping
    remember(request, {"area": "Brignole"})
    assert remembered(request) == {"area": "Brignole"}

    request.session["outreach_tonight"]["night"] = "2020-01-01T12:00:00+01:00"

    assert remembered(request) == {}


def test_the_stranger_finds_nothing_and_colleagues_without_the_street_read_why(
    world: World, browser: Browser
) -> None:
    with acting_as(world.bruno.actor()):
        contact = a_contact(world.bruno)
    olena = str(world.people["olena"])
    carla = browser(world.carla)

    assert carla.get(f"/outreach/{contact.pk}/").status_code == 404
    assert carla.post(f"/outreach/{contact.pk}/tie/", {"person": olena}).status_code == 404
    assert carla.post(f"/outreach/{contact.pk}/untie/").status_code == 404
    assert carla.get("/outreach/new/", {"person": olena}).status_code == 404
    assert browser(world.bruno).get(f"/outreach/{contact.pk}/tie/", {"person": "x"}).status_code == 404
    assert browser(world.paola).get("/outreach/").status_code == 403
    assert browser(world.amelia).post("/outreach/new/", filled()).status_code == 403
    assert browser(world.nadia).get(f"/outreach/{contact.pk}/").status_code == 403
    assert Client().post("/outreach/new/", filled())["Location"].startswith("/accounts/login/")
