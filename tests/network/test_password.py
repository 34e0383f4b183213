# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A forgotten password is replaced by a link in the mail; a known one by somebody who has logged in."""

import re
from collections.abc import Callable

import pytest
from django.core.mail import EmailMessage
from django.test import Client

from lgnet.network.worker import Worker
from tests.network.test_log_in import log_in
from tests.world import PASSWORD, World

NEW = "un altra frase lunga e nuova"


def link_in(mail: EmailMessage) -> str:
    found = re.search(r"http://testserver(/\S+)", str(mail.body))
    assert found is not None
    return found[1]


def test_a_forgotten_password_is_replaced_by_the_link_in_the_mail(
    world: World, mailoutbox: list[EmailMessage]
) -> None:
    client = Client()
    assert client.get("/accounts/password/reset/").status_code == 200
    asked = client.post("/accounts/password/reset/", {"email": "anna@example.org"}, follow=True)
    assert asked.status_code == 200 and len(mailoutbox) == 1

    page = client.get(link_in(mailoutbox[0]), follow=True)
    form_url = page.redirect_chain[-1][0]
    too_short = client.post(form_url, {"password1": "short", "password2": "short"})
    done = client.post(form_url, {"password1": NEW, "password2": NEW}, follow=True)

    assert too_short.status_code == 200 and "data-error-summary" in too_short.content.decode()
    assert done.status_code == 200
    assert log_in(Client(), "anna@example.org") == 200
    assert log_in(Client(), "anna@example.org", NEW) == 302


def test_the_mail_is_in_plain_italian_and_says_what_to_do(
    world: World, mailoutbox: list[EmailMessage]
) -> None:
    Client().post("/accounts/password/reset/", {"email": "anna@example.org"})

    assert mailoutbox[0].subject == "LGNET: Scegli una nuova password"
    assert str(mailoutbox[0].body).startswith("Ciao,")


def test_a_link_works_once(world: World, mailoutbox: list[EmailMessage]) -> None:
    client = Client()
    client.post("/accounts/password/reset/", {"email": "anna@example.org"})
    form_url = client.get(link_in(mailoutbox[0]), follow=True).redirect_chain[-1][0]
    client.post(form_url, {"password1": NEW, "password2": NEW})

    again = Client().get(link_in(mailoutbox[0]), follow=True)

    assert "non vale" in again.content.decode()


def test_nobody_learns_whether_an_address_is_known(world: World, mailoutbox: list[EmailMessage]) -> None:
    known = Client().post("/accounts/password/reset/", {"email": "anna@example.org"})
    unknown = Client().post("/accounts/password/reset/", {"email": "nobody@example.org"})

    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert "http" not in str(mailoutbox[1].body)


def test_somebody_at_work_changes_their_password(world: World, browser: Callable[[Worker], Client]) -> None:
    client = browser(world.anna)
    assert client.get("/accounts/password/change/").status_code == 200

    answer = client.post(
        "/accounts/password/change/", {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    )

    assert answer.status_code == 302
    assert log_in(Client(), "anna@example.org", NEW) == 302


@pytest.mark.parametrize("path", ["email/", "confirm-email/", "password/set/", "login/code/confirm/"])
def test_what_the_library_offers_and_we_do_not_is_not_there(
    world: World, browser: Callable[[Worker], Client], path: str
) -> None:
    assert browser(world.anna).get(f"/accounts/{path}").status_code == 404
