# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What visitors find in each language, and what machines read."""

import csv
import io
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.utils import translation
from django.utils.translation import trans_real

from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.ui.public import LANGUAGES
from lgnet.website.keeping import SHELF
from lgnet.website.models import SitePage
from tests.factories.directory import a_service
from tests.factories.network import at_work
from tests.factories.practices import published as a_practice
from tests.factories.society import published as an_event
from tests.world import World

PAGES = (
    "", "network/", "network/genova/", "news/", "contacts/", "numbers/", "transparency/", "press/", "privacy/",
    "accessibility/", "legal/", "widgets/", "widgets/genova/",
)  # fmt: skip
XHTML, MAPS = "{http://www.w3.org/1999/xhtml}", "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@contextmanager
def untranslated(tag: str) -> Iterator[set[str]]:
    """Texts that were asked for in a language and are not in its catalogue."""
    missing: set[str] = set()
    catalogue: Any = trans_real.translation(tag)
    own, fallback = catalogue.gettext, catalogue._fallback

    def asked(message: str) -> str:
        if catalogue._catalog.get(message, None) is None and message.strip() and "\x04" not in message:
            missing.add(message)
        return str(own(message))

    catalogue.gettext = asked
    try:
        yield missing
    finally:
        del catalogue.gettext
        catalogue._fallback = fallback


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_no_page_asks_for_a_text_that_its_language_lacks(world: World, code: str) -> None:
    tag = LANGUAGES[code].tag.lower()
    Client().get(
        f"/{code}/"
    )  # the first request of a process loads the libraries' forms, which have texts too
    SHELF.clear()
    with translation.override(tag), untranslated(tag) as missing:
        for page in PAGES:
            assert Client().get(f"/{code}/{page}").status_code == 200, page

    assert not missing


def test_every_page_knows_its_other_languages(world: World) -> None:
    for page in PAGES:
        html = Client().get(f"/ur/{page}").content.decode()
        links = re.findall(r'rel="alternate" hreflang="([\w-]+)" href="http://127.0.0.1:8000(/[^"]*)"', html)
        assert len(links) == 10, page
        for _tag, path in links:
            assert Client().get(path).status_code == 200, path


def test_a_page_missing_in_a_language_is_not_linked_there(world: World) -> None:
    with acting_as(Actor(DbRole.PUBLISHER)):
        SitePage.objects.get(url_path="/bn/press/").unpublish()

    html = Client().get("/it/press/").content.decode()

    assert "/bn/press/" not in html and "/ar/press/" in html
    assert Client().get("/bn/press/").status_code == 404
    assert "/bn/press/" not in Client().get("/bn/sitemap.xml").content.decode()


def test_site_maps_lead_to_pages_that_are_there(world: World) -> None:
    index = ElementTree.fromstring(Client().get("/sitemap.xml").content)  # noqa: S314 - our own
    maps = [each.text or "" for each in index.iter(f"{MAPS}loc")]
    assert len(maps) == len(LANGUAGES)

    tree = ElementTree.fromstring(Client().get("/zh/sitemap.xml").content)  # noqa: S314 - our own
    paths = [(each.text or "").removeprefix("http://127.0.0.1:8000") for each in tree.iter(f"{MAPS}loc")]

    assert len(paths) == len(set(paths))
    assert {"/zh/network/assb-bolzano/", "/zh/help/bolzano/"} <= set(paths)
    assert not [path for path in paths if Client().get(path).status_code != 200]
    assert {link.get("hreflang") for link in tree.iter(f"{XHTML}link")} == {
        each.tag for each in LANGUAGES.values()
    }


def test_events_and_practices_stand_in_the_map_of_each_language_they_are_told_in(world: World) -> None:
    torino = at_work(world.torino, "coordinator")
    event = an_event(world.dario)
    practice = a_practice(world.dario, torino, is_public=True)
    for_the_network = a_practice(world.dario, torino, "Solo per la rete")

    italian, english = (Client().get(f"/{code}/sitemap.xml").content.decode() for code in ("it", "en"))

    assert f"/it/events/{event.slug}/" in italian and f"/en/events/{event.slug}/" not in italian
    assert f"/it/practices/{practice.pk}/" in italian
    assert Client().get(f"/it/practices/{practice.pk}/").status_code == 200
    assert event.slug not in english and str(practice.pk) not in english
    assert str(for_the_network.pk) not in italian


def test_the_operations_are_open_data_in_two_forms(world: World) -> None:
    rows = list(csv.DictReader(io.StringIO(Client().get("/transparency/operations.csv").content.decode())))
    same = json.loads(Client().get("/transparency/operations.json").content)

    assert same["operations"] == rows and same["licence"].startswith("https://creativecommons.org/")
    assert {row["edition"] for row in rows} == {"LGNetEA", "LGNet2", "LGNET3"}
    assert Client().get("/transparency/operations.xlsx").status_code == 404


def test_structured_data_are_json_that_no_name_can_break(world: World) -> None:
    html = Client().get("/it/network/genova/").content.decode()
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)

    assert block is not None
    data = json.loads(block[1])
    assert data["@type"] == "GovernmentOrganization" and data["memberOf"]["name"] == "LGNET"
    assert "<" not in block[1]


def test_robots_and_finders_of_weaknesses_are_told_where_to_go(world: World) -> None:
    robots = Client().get("/robots.txt").content.decode()
    security = Client().get("/.well-known/security.txt").content.decode()

    assert "Sitemap: http://127.0.0.1:8000/sitemap.xml" in robots and "Disallow: /site-admin/" in robots
    assert "Contact: mailto:" in security and re.search(
        r"^Expires: \d{4}-\d\d-\d\dT00:00:00Z|Expires: ", security, re.M
    )


def test_cards_and_square_codes_are_drawn_for_our_pages_only(world: World) -> None:
    for path in (
        "/cards/it.png",
        "/cards/ar/network.png",
        "/cards/zh/network/genova.png",
        "/cards/bn/privacy.png",
    ):
        card = Client().get(path)
        assert card.content[:8] == b"\x89PNG\r\n\x1a\n", path
        assert (int.from_bytes(card.content[16:20]), int.from_bytes(card.content[20:24])) == (1200, 630)
        assert len(card.content) < 100_000
    assert Client().get("/qr/it/network.svg").headers["Content-Type"] == "image/svg+xml"
    for path in ("/cards/it/nowhere.png", "/cards/evil.png", "/qr/https://evil.example/x.svg"):
        assert Client().get(path).status_code == 404, path


def test_only_a_widget_may_stand_in_pages_of_others(world: World) -> None:
    widget, page = Client().get("/widgets/ar/numbers/"), Client().get("/ar/numbers/")

    assert "frame-ancestors *" in widget.headers["Content-Security-Policy"]
    assert "default-src 'none'" in widget.headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in widget.headers
    assert 'lang="ar" dir="rtl"' in widget.content.decode()
    assert "img-src 'self'" in widget.headers["Content-Security-Policy"]  # the emblem
    assert "Cofinanziato dall'Unione europea" in Client().get("/widgets/it/numbers/").content.decode()
    assert page.headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]


def test_older_addresses_go_on(world: World) -> None:
    for path in (
        "/open-data/",
        "/verify/",
        "/privacy/",
        "/accessibility/",
        "/legal/",
        "/open-data/catalog.ttl",
    ):
        assert Client().get(path).status_code == 200, path
    assert Client().get("/api/v1/openapi.json").json()["openapi"].startswith("3.")


def test_what_is_not_there_is_not_there(world: World) -> None:
    for path in (
        "/it/nothing/",
        "/it/network/atlantis/",
        "/it/news/page/2/",
        "/it/news/page/999999/",
        "/ar/practices/",
    ):
        assert Client().get(path).status_code == 404, path
    assert Client().post("/it/network/").status_code == 405


def test_the_page_of_a_partner_tells_its_services_with_their_offices_and_what_is_to_come(
    world: World,
) -> None:
    a_service(world.dario, "Sportello legale", phone="+39 010 123 456")
    event = an_event(world.dario)

    for language in ("it", "ar"):
        page = Client().get(f"/{language}/network/genova/").content.decode()
        assert "Sportello legale" in page and "tel:+39010123456" in page
        assert f'href="/{language}/events/{event.slug}/"' in page
        assert f'href="/{language}/help/genova/"' in page
        assert Client().get(f"/{language}/help/genova/").status_code == 200
