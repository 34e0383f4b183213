# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""People with several memberships choose the one they work in; sessions that end lose nothing."""

from collections.abc import Callable
from urllib.parse import quote

import pytest
from django.test import Client

from lgnet.core.rowsecurity import GATE, acting_as
from lgnet.network import actions
from lgnet.network.models import Membership
from lgnet.network.worker import Worker
from tests.world import World

Browser = Callable[[Worker], Client]
CHOOSE = "/network/choose/"


@pytest.fixture
def second(world: World) -> Membership:
    """Carla of Torino works for Genova as well, as its administrator."""
    with acting_as(GATE):
        return Membership.objects.create(
            user=world.carla.user, organisation=world.genova, role="partner_administrator"
        )


def test_somebody_chooses_where_to_work(world: World, browser: Browser, second: Membership) -> None:
    carla = browser(world.carla)
    assert carla.get("/network/members/").status_code == 403  # in Torino she is a case manager

    answer = carla.post(CHOOSE, {"membership": str(second.pk), "next": "/network/members/"})

    assert answer["Location"] == "/network/members/"
    page = carla.get("/network/members/").content.decode()
    assert "Anna Parodi" in page


def test_one_cannot_choose_the_membership_of_somebody_else(world: World, browser: Browser) -> None:
    carla = browser(world.carla)

    assert carla.post(CHOOSE, {"membership": str(world.amelia.membership.pk)}).status_code == 404
    assert carla.post(CHOOSE, {"membership": "nonsense"}).status_code == 404


def test_when_the_chosen_membership_ends_one_chooses_again(
    world: World, browser: Browser, second: Membership
) -> None:
    carla = browser(world.carla)
    carla.post(CHOOSE, {"membership": str(second.pk)})
    with acting_as(world.amelia.actor()):
        actions.end_membership(by=world.amelia, membership=second, reason="changed job")

    answer = carla.get("/network/members/?x=1")
    fragment = carla.get(
        "/cases/", headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/cases/"}
    )

    assert answer["Location"] == f"{CHOOSE}?next=/network/members/{quote('?')}x%3D1"
    assert fragment.status_code == 401 and fragment["HX-Redirect"] == f"{CHOOSE}?next=/cases/"
    page = carla.get(CHOOSE).content.decode()
    assert "Torino" in page and str(second.pk) not in page


def test_who_has_one_membership_need_not_choose(world: World, browser: Browser) -> None:
    anna = browser(world.anna)

    assert anna.get("/cases/").status_code == 200
    assert "Genova" in anna.get(CHOOSE).content.decode()


def test_the_choice_leads_to_no_other_site(world: World, browser: Browser) -> None:
    chosen = {"membership": str(world.anna.membership.pk), "next": "https://evil.example/"}

    assert browser(world.anna).post(CHOOSE, chosen)["Location"] == "/"


def test_an_expired_session_leads_to_the_log_in_page_and_back(world: World, browser: Browser) -> None:
    anna = browser(world.anna)
    anna.cookies["sessionid"] = "a-session-that-is-over"

    page = anna.get("/cases/?x=1")
    sent = anna.post(
        "/network/members/invite/", {}, headers={"referer": "http://testserver/network/members/"}
    )
    fragment = anna.get(
        "/cases/", headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/cases/?y=2"}
    )

    assert page["Location"] == "/accounts/login/?next=/cases/%3Fx%3D1"
    assert sent["Location"] == "/accounts/login/?next=/network/members/"
    assert fragment.status_code == 401
    assert fragment["HX-Redirect"] == "/accounts/login/?next=/cases/%3Fy%3D2"


def test_the_language_stays_as_it_was_chosen(world: World, browser: Browser) -> None:
    anna = browser(world.anna)
    assert 'lang="it"' in anna.get("/cases/").content.decode()

    anna.post("/i18n/setlang/", {"language": "en", "next": "/cases/"})

    assert 'lang="en"' in anna.get("/cases/").content.decode()
    assert anna.cookies["django_language"].value == "en"
    stranger = Client()
    stranger.cookies["django_language"] = "en"
    assert 'lang="en"' in stranger.get("/accounts/login/").content.decode()
