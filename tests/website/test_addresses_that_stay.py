# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Addresses that others have written down answer for ever, each in its media type; older ones lead on."""

import json
from xml.etree import ElementTree

import pytest
from django.test import Client

from lgnet.ui.public import LANGUAGES
from tests.world import World

TYPES = {
    "/calendar.ics": "text/calendar",
    "/calendar/genova.ics": "text/calendar",
    "/feeds": "text/x-opml",
    "/hsds/v3/": "application/json",
    "/hsds/v3/services": "application/json",
    "/hsds/v3/organizations": "application/json",
    "/hsds/v3/service_at_locations": "application/json",
    "/hsds/v3/taxonomies": "application/json",
    "/hsds/v3/openapi.json": "application/json",
    "/api/v1/openapi.json": "application/json",
    "/sitemap.xml": "application/xml",
    "/robots.txt": "text/plain",
    "/.well-known/security.txt": "text/plain",
    "/open-data/": "text/html",
    "/open-data/catalog.ttl": "text/turtle",
    "/open-data/catalog.jsonld": "application/ld+json",
    "/open-data/services.ttl": "text/turtle",
    "/open-data/services.jsonld": "application/ld+json",
    "/transparency/operations.csv": "text/csv",
    "/transparency/operations.json": "application/json",
    "/media-kit/lgnet-media-kit.zip": "application/zip",
    "/verify/": "text/html",
    "/it/services-for-programs/": "text/html",
    "/en/services-for-programs/": "text/html",
}
OF_A_LANGUAGE = {
    "/{}/": "text/html",
    "/{}/help/": "text/html",
    "/{}/help/genova/": "text/html",
    "/{}/network/": "text/html",
    "/{}/network/genova/": "text/html",
    "/{}/news/": "text/html",
    "/{}/news/feed.xml": "application/rss+xml",
    "/{}/events/": "text/html",
    "/{}/events/rss.xml": "application/rss+xml",
    "/{}/sitemap.xml": "application/xml",
    "/{}/contacts/": "text/html",
    "/{}/numbers/": "text/html",
    "/{}/transparency/": "text/html",
    "/{}/media-kit/": "text/html",
    "/{}/offers/": "text/html",
    "/{}/feedback/": "text/html",
    "/{}/feedback/answer/": "text/html",
    "/{}/newsletter/": "text/html",
    "/{}/privacy/": "text/html",
    "/{}/accessibility/": "text/html",
    "/{}/legal/": "text/html",
    "/{}/press/": "text/html",
    "/{}/widgets/": "text/html",
    "/{}/widgets/genova/": "text/html",
    "/widgets/{}/numbers/": "text/html",
    "/widgets/{}/van/genova/": "text/html",
}
LEAD_ON = {
    "/": "/it/", "/media-kit/": "/it/media-kit/", "/help/": "/it/help/",
    "/logo.svg": "/static/ui/mark.svg", "/favicon.ico": "/static/ui/mark.svg",
}  # fmt: skip


def media_type(answer: object) -> str:
    """The media type without its parameters."""
    return str(answer.headers["Content-Type"]).partition(";")[0]  # type: ignore[attr-defined]  # any answer has some


@pytest.mark.parametrize("path", TYPES)
def test_an_address_for_programs_answers_in_its_media_type(world: World, path: str) -> None:
    answer = Client().get(path)

    assert answer.status_code == 200
    assert media_type(answer) == TYPES[path]
    if TYPES[path] in {"application/json", "application/ld+json"}:
        assert json.loads(answer.getvalue())


@pytest.mark.parametrize("path", OF_A_LANGUAGE)
def test_an_address_of_a_language_answers_in_each_of_them(world: World, path: str) -> None:
    for code, language in LANGUAGES.items():
        answer = Client().get(path.format(code))
        assert answer.status_code == 200, code
        assert media_type(answer) == OF_A_LANGUAGE[path], code
        if OF_A_LANGUAGE[path] == "text/html":
            assert f'<html lang="{language.tag}" dir="{language.direction}">' in answer.content.decode()


@pytest.mark.parametrize("path", LEAD_ON)
def test_an_older_address_leads_on(world: World, path: str) -> None:
    answer = Client().get(path)

    assert answer.status_code in {301, 302}
    assert answer.headers["Location"] == LEAD_ON[path]


def test_a_door_without_a_language_leads_to_the_one_that_is_asked_for(world: World) -> None:
    for accepted, code in (("ar", "ar"), ("zh-CN,zh;q=0.9", "zh"), ("sv", "it")):
        client = Client(headers={"Accept-Language": accepted})
        assert client.get("/").headers["Location"] == f"/{code}/"
        assert client.get("/media-kit/").headers["Location"] == f"/{code}/media-kit/"
        assert client.get("/help/").headers["Location"] == f"/{code}/help/"


def test_the_list_of_feeds_leads_to_feeds_that_answer(world: World) -> None:
    tree = ElementTree.fromstring(Client().get("/feeds").content)  # noqa: S314 - our own answer
    feeds = [line.attrib["xmlUrl"] for line in tree.iter("outline") if "xmlUrl" in line.attrib]
    calendars = [line.attrib["url"] for line in tree.iter("outline") if "url" in line.attrib]

    assert len(feeds) == 2 * len(LANGUAGES) and len(calendars) == len(LANGUAGES)
    for url in [*feeds[:4], calendars[0]]:
        assert Client().get(url.removeprefix("http://127.0.0.1:8000")).status_code == 200, url


def test_an_address_of_nobody_stays_one_of_nobody(world: World) -> None:
    for path in ("/feeds.xml", "/hsds/v2/services", "/calendar/atlantis.ics", "/xx/help/"):
        assert Client().get(path).status_code in {302, 404}, path  # programs 404; people log in
