# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Logging in and out, as the gate: the one database role that may read a password's digest."""

from collections.abc import Callable

from django.test import Client

from lgnet.core.models import AuditEntry
from lgnet.core.rowsecurity import GATE, acting_as
from lgnet.network.models import User
from lgnet.network.worker import Worker
from tests.world import PASSWORD, World

LOGIN = "/accounts/login/"


def log_in(client: Client, email: str, password: str = PASSWORD, query: str = "") -> int:
    return client.post(f"{LOGIN}{query}", {"login": email, "password": password}).status_code


def test_somebody_logs_in_and_comes_to_where_they_wanted_to_go(world: World) -> None:
    client = Client()
    page = client.get(f"{LOGIN}?next=/privacy/").content.decode()
    assert 'name="next" value="/privacy/"' in page and 'data-page="login"' in page

    answer = client.post(
        LOGIN, {"login": "anna@example.org", "password": PASSWORD, "next": "/privacy/"}, follow=True
    )

    assert answer.redirect_chain == [("/privacy/", 302)]
    assert "Anna Parodi" in answer.content.decode()


def test_a_log_in_is_written_down_in_the_partners_log(world: World) -> None:
    assert log_in(Client(), "anna@example.org") == 302

    with acting_as(world.anna.actor()):
        entry = AuditEntry.objects.get(event="session.opened")
    assert entry.actor_id == world.anna.user.pk and entry.partner_id == world.genova.pk


def test_the_case_of_the_address_does_not_matter(world: World) -> None:
    assert log_in(Client(), "Anna@Example.ORG") == 302


def test_the_way_back_never_leads_to_another_site(world: World) -> None:
    answer = Client().post(
        LOGIN, {"login": "anna@example.org", "password": PASSWORD, "next": "https://evil.example/"}
    )

    assert answer.status_code == 302 and "evil" not in answer["Location"]


def test_a_wrong_password_and_an_unknown_address_are_answered_alike(world: World) -> None:
    wrong = Client().post(LOGIN, {"login": "anna@example.org", "password": "not this one at all"})
    unknown = Client().post(LOGIN, {"login": "nobody@example.org", "password": "not this one at all"})

    assert wrong.status_code == unknown.status_code == 200
    assert "data-error-summary" in wrong.content.decode()
    assert wrong.context["form"].errors == unknown.context["form"].errors


def test_after_many_attempts_the_page_says_to_wait(world: World) -> None:
    client = Client()
    answers = [
        client.post(LOGIN, {"login": "anna@example.org", "password": "not this one at all"})
        for _ in range(40)
    ]

    assert answers[-1].status_code == 429
    assert "Troppi tentativi" in answers[-1].content.decode()


def test_somebody_logs_out_by_a_button_not_by_a_link(
    world: World, browser: Callable[[Worker], Client]
) -> None:
    client = browser(world.anna)

    assert client.get("/accounts/logout/").status_code == 200
    assert "Anna Parodi" in client.get("/privacy/").content.decode()
    assert client.post("/accounts/logout/").status_code == 302
    assert "Anna Parodi" not in client.get("/privacy/").content.decode()


def test_nobody_signs_up_by_themselves(world: World) -> None:
    answer = Client().post(
        "/accounts/signup/", {"email": "new@example.org", "password1": "a phrase that is long"}
    )

    assert answer.status_code == 200
    assert "invito" in answer.content.decode()


def test_a_colleague_who_is_closed_cannot_log_in(world: World) -> None:
    with acting_as(GATE):
        User.objects.filter(email="anna@example.org").update(is_active=False)

    client = Client()
    assert log_in(client, "anna@example.org") in {200, 302}
    assert "Anna Parodi" not in client.get("/privacy/").content.decode()
