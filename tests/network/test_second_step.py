# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whoever wants sets up an app for one-time codes; from then on the password alone does not let them in."""

import re

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.test import Client

from lgnet.core.rowsecurity import GATE, acting_as
from tests.network.test_log_in import log_in
from tests.world import PASSWORD, World


def code_for(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time())))))


def prove_again(client: Client) -> None:
    asked = client.get("/accounts/2fa/totp/activate/")
    assert client.get(asked["Location"]).status_code == 200
    client.post(asked["Location"], {"password": PASSWORD})


def set_up(client: Client) -> str:
    prove_again(client)
    page = client.get("/accounts/2fa/totp/activate/")
    secret = str(page.context["form"].secret)
    answer = client.post("/accounts/2fa/totp/activate/", {"code": code_for(secret)})
    assert answer.status_code == 302
    return secret


def at_work(email: str = "anna@example.org") -> Client:
    client = Client()
    assert log_in(client, email) == 302
    return client


def forget_used_codes() -> None:
    with acting_as(GATE):
        cache.clear()


def test_setting_up_shows_a_square_without_inline_style(world: World) -> None:
    client = at_work()

    prove_again(client)
    page = client.get("/accounts/2fa/totp/activate/").content.decode()

    assert re.search(r'<img [^>]*src="data:image/svg\+xml;base64,', page)
    assert "style=" not in page


def test_afterwards_logging_in_asks_for_a_code(world: World) -> None:
    secret = set_up(at_work())
    forget_used_codes()
    client = Client()
    first = client.post(
        "/accounts/login/?next=/privacy/", {"login": "anna@example.org", "password": PASSWORD}
    )
    assert "2fa/authenticate" in first["Location"]
    assert "Anna Parodi" not in client.get("/privacy/").content.decode()

    wrong = client.post(first["Location"], {"code": "000000"})
    right = client.post(first["Location"], {"code": code_for(secret)})

    assert wrong.status_code == 200 and "data-error-summary" in wrong.content.decode()
    assert right.status_code == 302
    assert "Anna Parodi" in client.get("/privacy/").content.decode()


def test_a_recovery_code_lets_in_once(world: World) -> None:
    client = at_work()
    set_up(client)
    listed = client.get("/accounts/2fa/recovery-codes/").content.decode()
    code = re.findall(r"<li><code>(\w+)</code>", listed)[0]

    def use(code: str) -> int:
        forget_used_codes()
        other = Client()
        log_in(other, "anna@example.org")
        return other.post("/accounts/2fa/authenticate/", {"code": code}).status_code

    assert use(code) == 302
    assert use(code) == 200


def test_the_pages_of_the_second_step_open(world: World) -> None:
    client = at_work()
    set_up(client)

    for path in ("", "totp/deactivate/", "recovery-codes/", "recovery-codes/generate/"):
        assert client.get(f"/accounts/2fa/{path}").status_code == 200, path
    assert "attachment" in client.get("/accounts/2fa/recovery-codes/download/")["Content-Disposition"]
    assert client.post("/accounts/2fa/recovery-codes/generate/").status_code == 302
    assert client.post("/accounts/2fa/totp/deactivate/").status_code == 302


def test_the_secret_lies_encrypted_in_the_database(world: World) -> None:
    secret = set_up(at_work())

    with acting_as(GATE):
        stored = [str(row.data) for row in Authenticator.objects.all()]

    assert stored and not any(secret in data for data in stored)
