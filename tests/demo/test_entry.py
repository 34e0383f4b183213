# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A visitor of the demo enters in any role by one click; nobody does so anywhere else."""

from django.test import Client, override_settings

from lgnet.demo import accounts
from lgnet.network.permissions import ROLES
from lgnet.network.worker import Worker

ANNA = next(a for a in accounts.shown() if a.role == "case_manager")


def enter(client: Client, account: accounts.Account, **more: str) -> int:
    answer = client.post("/demo/", {"email": account.email, "role": account.role, **more})
    return answer.status_code


def test_the_page_offers_every_role_and_says_what_one_will_see(colleagues: list[Worker]) -> None:
    page = Client().get("/demo/").content.decode()

    assert page.count("<form") - page.count("set_language") >= len(ROLES) + 12
    for role in ROLES:
        assert f'value="{role}"' in page


def test_one_click_logs_in_and_leads_where_the_visitor_wanted_to_go(colleagues: list[Worker]) -> None:
    client = Client()

    answer = client.post("/demo/", {"email": ANNA.email, "role": ANNA.role, "next": "/privacy/"})

    assert answer.status_code == 302 and answer["Location"] == "/privacy/"
    assert ANNA.name in client.get("/privacy/").content.decode()


def test_a_second_click_changes_the_role(colleagues: list[Worker]) -> None:
    client, ugo = Client(), accounts.NATION[0]
    enter(client, ANNA)

    enter(client, ugo)

    assert ugo.name in client.get("/privacy/").content.decode()


def test_the_way_back_never_leads_to_another_site(colleagues: list[Worker]) -> None:
    answer = Client().post(
        "/demo/", {"email": ANNA.email, "role": ANNA.role, "next": "https://evil.example/"}
    )

    assert answer["Location"] == "/"


def test_nobody_enters_as_somebody_who_is_not_invented(colleagues: list[Worker]) -> None:
    for email in ("anna@example.org", "nobody@genova.example", ""):
        assert Client().post("/demo/", {"email": email, "role": "case_manager"}).status_code == 404


def test_nobody_enters_in_a_role_that_is_not_theirs(colleagues: list[Worker]) -> None:
    answer = Client().post("/demo/", {"email": ANNA.email, "role": "national_director"})

    assert answer.status_code == 404


def test_without_the_setting_there_is_nothing_here(colleagues: list[Worker]) -> None:
    with override_settings(DEMO=False):
        assert Client().get("/demo/").status_code == 404
        assert enter(Client(), ANNA) == 404


def test_a_printed_account_logs_in_the_ordinary_way(colleagues: list[Worker]) -> None:
    _role, email, password = accounts.accounts()[0]

    answer = Client().post("/accounts/login/", {"login": email, "password": password})

    assert answer.status_code == 302
