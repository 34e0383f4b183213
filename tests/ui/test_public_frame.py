# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A public page is in the language of its address, the same for everybody, and anybody may keep it."""

import re

import pytest
from django.test import Client

from lgnet.ui.public import LANGUAGES, in_language, preferred

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.ui.public_addresses")]


@pytest.mark.parametrize("code", list(LANGUAGES))
def test_a_page_is_in_the_language_of_its_address_whatever_the_browser_asks_for(code: str) -> None:
    language = LANGUAGES[code]

    answer = Client(headers={"Accept-Language": "de"}).get(f"/{code}/shown/")
    page = answer.content.decode()

    assert answer.headers["Content-Language"] == language.tag
    assert f'<html lang="{language.tag}" dir="{language.direction}">' in page
    assert page.count('rel="alternate" hreflang=') == 10  # nine languages and the one for all others
    assert f'rel="canonical" href="http://127.0.0.1:8000/{code}/shown/"' in page


def test_the_words_of_the_frame_are_translated() -> None:
    assert "<h1>انتقل إلى المحتوى</h1>" in Client().get("/ar/shown/").content.decode()
    assert "<h1>跳到正文</h1>" in Client().get("/zh/shown/").content.decode()
    assert "<h1>Go to the content</h1>" in Client().get("/en/shown/").content.decode()


def test_a_page_leaves_no_trace_in_the_browser_and_does_not_look_who_asks() -> None:
    client = Client()
    client.cookies.load({"sessionid": "somebody", "django_language": "en"})

    answer = client.get("/ar/shown/")

    assert not answer.cookies
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert answer.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert not answer.wsgi_request.session.accessed


def test_whoever_has_the_page_is_told_only_that_it_stands() -> None:
    mark = Client().get("/fr/shown/").headers["ETag"]

    assert Client(headers={"If-None-Match": mark}).get("/fr/shown/").status_code == 304
    assert Client(headers={"If-None-Match": mark}).get("/es/shown/").status_code == 200


def test_a_page_that_is_not_in_all_languages_says_so() -> None:
    page = Client().get("/it/shown/", {"only": "it"}).content.decode()

    assert re.findall(r'hreflang="([^"]+)"', page) == ["it", "x-default"]


def test_a_language_of_minorities_or_none_is_no_address() -> None:
    assert Client().get("/de/shown/").status_code == 404
    assert Client().get("/xx/shown/").status_code == 404


def test_whoever_works_here_stays_in_italian_or_english() -> None:
    arabic = Client(headers={"Accept-Language": "ar, en;q=0.5"})
    arabic.cookies.load({"django_language": "ar"})

    assert arabic.get("/privacy/").headers["Content-Language"] == "en"
    assert Client(headers={"Accept-Language": "ar"}).get("/privacy/").headers["Content-Language"] == "it"


def test_the_language_that_a_browser_prefers() -> None:
    assert preferred("bn-BD,bn;q=0.9,en;q=0.8").code == "bn"
    assert preferred("de, zh-TW;q=0.5").code == "zh"
    assert preferred("").code == "it"
    assert preferred("xx;q=nonsense, tlh").code == "it"


def test_the_same_page_in_another_language() -> None:
    assert in_language("/it/network/sassari/", LANGUAGES["ur"]) == "/ur/network/sassari/"
