# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""An address that people keep leads on for ever, also after the page moved; none leads in a circle."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client
from wagtail.contrib.redirects.models import Redirect

from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.network.worker import Worker
from lgnet.website.models import SitePage
from tests.website.editing import PUBLISH, add, change, filled, number_of
from tests.world import World

Browser = Callable[[Worker], Client]
GENOVA, TORINO = "/it/network/genova/", "/it/network/torino/"
NEWS = f"{GENOVA}sportello-serale/"


def leads_to(path: str) -> str:
    """Where a visitor is sent; "" where nowhere."""
    answer = Client().get(path)
    return answer.headers.get("Location", "") if answer.status_code == 301 else ""


def lead(client: Client, old: str, new: str, page: str = "") -> HttpResponse:
    """An address that the nation leads elsewhere."""
    link = f"http://127.0.0.1:8000{new}" if new else ""
    form = {"old_path": old, "redirect_link": link, "redirect_page": page, "is_permanent": "on", "site": ""}
    return client.post("/site-admin/redirects/add/", form)  # type: ignore[return-value]


def test_a_kept_page_that_moves_below_another_leads_on_with_all_below_it(
    world: World, browser: Browser
) -> None:
    ugo = browser(world.ugo)
    add(ugo, GENOVA, filled("Sportello serale"), PUBLISH)
    add(ugo, NEWS, filled("Orari"), PUBLISH)
    for path in (NEWS, f"{NEWS}orari/", NEWS):
        assert Client().get(path).status_code == 200, "and it is kept"

    ugo.post(f"/site-admin/pages/{number_of(NEWS)}/move/{number_of(TORINO)}/confirm/")

    assert leads_to(NEWS) == f"{TORINO}sportello-serale/"
    assert leads_to(f"{NEWS}orari/") == f"{TORINO}sportello-serale/orari/"
    assert Client().get(f"{TORINO}sportello-serale/orari/").status_code == 200


def test_every_former_address_leads_to_the_last_one_in_one_step(world: World, browser: Browser) -> None:
    ugo = browser(world.ugo)
    add(ugo, GENOVA, filled("Sportello serale"), PUBLISH)
    change(ugo, NEWS, filled("Sportello serale", slug="seconda"), PUBLISH)
    change(ugo, f"{GENOVA}seconda/", filled("Sportello serale", slug="terza"), PUBLISH)

    assert leads_to(NEWS) == leads_to(f"{GENOVA}seconda/") == f"{GENOVA}terza/"

    change(ugo, f"{GENOVA}terza/", filled("Sportello serale", slug="sportello-serale"), PUBLISH)
    assert Client().get(NEWS).status_code == 200, "back where it was: no circle"
    assert leads_to(f"{GENOVA}seconda/") == leads_to(f"{GENOVA}terza/") == NEWS


def test_a_page_that_was_never_public_leaves_no_trace(world: World, browser: Browser) -> None:
    ugo = browser(world.ugo)
    add(ugo, GENOVA, filled("Sportello serale"))
    change(ugo, NEWS, filled("Sportello serale", slug="altro"))

    assert Client().get(NEWS).status_code == 404
    with acting_as(Actor(DbRole.PUBLISHER)):
        assert not Redirect.objects.exists()


def test_an_address_that_leads_to_itself_is_refused_however_long_the_way(
    world: World, browser: Browser
) -> None:
    ugo = browser(world.ugo)
    assert lead(ugo, "/it/uno/", "/it/due/").status_code == 302
    assert lead(ugo, "/it/due/", "/it/tre/").status_code == 302

    for old, new in (
        ("/it/tre/", "/it/uno/"),
        ("/it/quattro/", "/it/quattro"),
        ("/it/cinque/", "/it/cinque/?da=volantino"),
    ):
        refused = lead(ugo, old, new)
        assert refused.status_code == 200, old
        assert "Così si gira in tondo" in refused.content.decode()
    refused = lead(ugo, "/it/press/", "", str(number_of("/it/press/")))
    assert "È l&#x27;indirizzo di quella stessa pagina" in refused.content.decode()
    assert "Indica dove porta questo indirizzo" in lead(ugo, "/it/sei/", "").content.decode()
    assert lead(ugo, "/it/tre/", "/it/press/").status_code == 302
    assert leads_to("/it/uno/") == "/it/press/"


def test_the_same_path_on_the_site_of_somebody_else_is_no_circle(world: World) -> None:
    elsewhere = "https://www.interno.example/it/bando/"
    with acting_as(Actor(DbRole.PUBLISHER)):
        Redirect.objects.create(old_path="/it/bando", redirect_link=elsewhere)
        Redirect.objects.create(old_path="/it/avviso", redirect_link="https://www.interno.example/it/bando/")

    assert leads_to("/it/bando/") == leads_to("/it/avviso/") == elsewhere


def test_a_circle_that_came_in_otherwise_leads_nowhere(world: World) -> None:
    with acting_as(Actor(DbRole.PUBLISHER)):
        for old, new in (("/it/uno", "/it/due/"), ("/it/due", "/it/uno/")):
            Redirect.objects.create(old_path=old, redirect_link=f"http://127.0.0.1:8000{new}")

    assert Client().get("/it/uno/").status_code == 404


@pytest.mark.parametrize("name", ["dario", "anna"])
def test_only_the_nation_leads_addresses_elsewhere(world: World, browser: Browser, name: str) -> None:
    answer = lead(browser(getattr(world, name)), "/it/uno/", "/it/press/")

    assert answer.status_code in {302, 403}
    with acting_as(Actor(DbRole.PUBLISHER)):
        assert not Redirect.objects.exists()
        assert SitePage.objects.filter(url_path="/it/press/").exists()
    assert Client().post("/site-admin/redirects/add/", {}).status_code == 302
