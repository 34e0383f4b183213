# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The frame of every page: funding, languages, colours; errors in words; fragments for htmx."""

import pytest
from django.contrib.messages.storage.fallback import FallbackStorage
from django.http import Http404, HttpRequest
from django.test import Client, RequestFactory
from pytest_django import Settings

from lgnet.ui import errors, notices, rendering
from lgnet.ui.gallery import gallery_page
from lgnet.ui.views import not_found, server_error

COMPONENTS = (
    "ui-page-header",
    "ui-card",
    "ui-fold",
    "ui-table",
    "ui-field",
    "ui-error-summary",
    "ui-badge",
    "ui-stepper",
    "ui-timeline",
    "ui-dialog",
    "ui-empty",
    "ui-pager",
    "ui-action",
    "ui-action--refused",
    "ui-toast",
    "ui-progress",
    "ui-time-left",
    "ui-figure",
    "ui-chart",
)


def asked(path: str = "/", **headers: str) -> HttpRequest:
    """A request as the views get it, outside the database."""
    request = RequestFactory().get(path, headers=headers)
    request.session = {}  # type: ignore[assignment]  # messages need only a mapping
    setattr(request, "_messages", FallbackStorage(request))  # noqa: B010 - what MessageMiddleware does
    return request


@pytest.mark.django_db
def test_the_gallery_shows_every_component_to_those_who_build_pages(settings: Settings) -> None:
    settings.DEMO = True

    html = Client().get("/_ui/").content.decode()

    assert [name for name in COMPONENTS if f'"{name}' not in html and f" {name}" not in html] == []


@pytest.mark.django_db
def test_the_gallery_does_not_exist_where_people_work(settings: Settings) -> None:
    settings.DEMO = settings.DEBUG = False

    assert Client().get("/_ui/").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/privacy/", "/accessibility/", "/legal/", "/nowhere/"])
@pytest.mark.parametrize(
    ("language", "sentence"),
    [("it", "Cofinanziato dall'Unione europea"), ("en", "Co-funded by the European Union")],
)
def test_every_page_shows_the_emblem_with_the_whole_official_sentence(
    path: str, language: str, sentence: str
) -> None:
    html = Client().get(path, headers={"Accept-Language": language}).content.decode()

    assert "ui/eu-emblem" in html
    assert sentence in html


@pytest.mark.django_db
def test_the_chosen_colours_are_in_the_page_from_the_first_pixel() -> None:
    client = Client()
    client.cookies["theme"] = "dark"
    assert 'data-bs-theme="dark"' in client.get("/privacy/").content.decode()

    client.cookies["theme"] = '"><script>'
    assert "data-bs-theme" not in client.get("/privacy/").content.decode()


def test_a_browser_gets_the_page_and_htmx_only_the_named_part() -> None:
    page = errors.ErrorPage(title="A", sentence="B", next_step="C")

    whole = rendering.render_page(asked(), "ui/errors/frame.html#nothing", page)
    boosted = {"HX-Request": "true", "HX-Boosted": "true"}

    assert "<!doctype html>" in whole.content.decode()
    assert whole["Vary"] == "HX-Request"
    assert rendering.wants_fragment(asked(**{"HX-Request": "true"}))
    assert not rendering.wants_fragment(asked(**boosted))
    assert not rendering.wants_fragment(asked(**{"HX-Request": "true", "HX-History-Restore-Request": "true"}))


def test_a_message_travels_with_the_fragment_and_can_be_undone() -> None:
    request = asked(**{"HX-Request": "true"})
    notices.offer_undo(request, "Note added.", url="/notes/1/undo/")

    html = rendering.render_page(request, "ui/messages.html#out_of_band", gallery_page()).content.decode()

    assert 'hx-swap-oob="beforeend:#messages"' in html
    assert 'action="/notes/1/undo/"' in html


@pytest.mark.parametrize("status", [403, 409])
def test_a_refusal_says_its_reason_as_a_page_and_as_a_fragment(status: int) -> None:
    page = errors.refusal(asked(), "The plan is open.", status=status)
    fragment = errors.refusal(asked(**{"HX-Request": "true"}), "The plan is open.", status=status)

    assert page.status_code == fragment.status_code == status
    assert "The plan is open." in page.content.decode()
    assert "<html" in page.content.decode() and "<html" not in fragment.content.decode()


def test_a_fault_of_ours_needs_neither_session_nor_database() -> None:

    response = server_error(HttpRequest())

    assert response.status_code == 500
    assert "eu-emblem" in response.content.decode()


def test_what_is_missing_is_told_without_saying_whether_it_exists() -> None:

    response = not_found(asked(**{"HX-Request": "true"}), Http404("Person 7 of Genova"))

    assert response.status_code == 404
    assert "Genova" not in response.content.decode()
