# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A key reads what its person may read, for as long as the person works here, and is stored by its digest only."""

import datetime as dt
from collections.abc import Callable

import pytest
import time_machine
from django.test import Client

from lgnet.api import actions
from lgnet.api.actions import PER_MINUTE, WRONG_PER_MINUTE
from lgnet.api.models import ApiToken
from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.core.models import AuditEntry
from lgnet.core.rowsecurity import GATE, acting_as
from lgnet.network.models import Membership
from lgnet.network.worker import Worker
from tests.factories.api import a_key, ask
from tests.world import World


def test_a_key_is_made_in_the_browser_shown_once_and_withdrawn(
    world: World, browser: Callable[[Worker], Client]
) -> None:
    dario = browser(world.dario)

    made = dario.post("/api/", {"name": "Foglio del trimestre", "scopes": ["figures"], "days": "90"})
    key = made.content.decode().split('value="lgnet_')[1].split('"')[0]

    assert ask(f"lgnet_{key}", "indicators").status_code == 200
    assert f"lgnet_{key}" not in dario.get("/api/").content.decode(), "it was shown once"

    with acting_as(world.dario.actor()):
        token = ApiToken.objects.get()
        assert key.encode() not in bytes(token.digest)
    assert dario.post(f"/api/tokens/{token.pk}/revoke/").status_code == 302
    assert ask(f"lgnet_{key}", "indicators").status_code == 401
    with acting_as(world.dario.actor()):
        told = set(AuditEntry.objects.filter(subject_id=token.pk).values_list("event", flat=True))
        assert told == {"api_token.made", "api_token.revoked"}


def test_a_form_without_a_scope_keeps_what_was_typed(
    world: World, browser: Callable[[Worker], Client]
) -> None:
    answer = browser(world.dario).post("/api/", {"name": "Il mio foglio", "days": "90"})

    assert answer.status_code == 422
    assert "Il mio foglio" in answer.content.decode()


@pytest.mark.parametrize("path", ["indicators", "partners", "targets", "figures/O.2.3", "people", "cases"])
def test_without_a_key_nothing_is_answered_but_how_to_ask(world: World, path: str) -> None:
    for key in ("", "lgnet_wrong"):
        answer = ask(key, path)

        assert answer.status_code == 401
        assert answer["Content-Type"] == "application/problem+json"
        assert answer["WWW-Authenticate"] == "Bearer"
        assert answer.json()["status"] == 401


def test_a_key_ends_on_its_day(world: World) -> None:
    key = a_key(world.dario, days=30)

    with time_machine.travel(now() + dt.timedelta(days=31)):
        assert ask(key, "indicators").status_code == 401


def test_a_key_dies_with_the_membership_in_which_it_was_made(world: World) -> None:
    key = a_key(world.dario)
    with acting_as(GATE):
        Membership.objects.create(user=world.dario.user, organisation=world.torino, role="coordinator")
    with acting_as(world.amelia.actor()):
        Membership.objects.filter(pk=world.dario.membership.pk).update(
            ended_at=world.dario.membership.user.joined_at, ended_by=world.amelia.user
        )

    assert ask(key, "indicators").status_code == 401, "another membership does not keep it alive"


def test_a_scope_that_was_not_given_is_refused_in_a_sentence(world: World) -> None:
    answer = ask(a_key(world.dario, "figures"), "people")

    assert answer.status_code == 403
    assert answer["Content-Type"] == "application/problem+json"


def test_nobody_gives_a_program_more_than_their_role(world: World) -> None:
    for by, scopes in ((world.nadia, ["cases"]), (world.nadia, ["names"]), (world.ugo, ["figures", "names"])):
        with acting_as(by.actor()), pytest.raises(Refused, match="non può leggere più"):
            actions.make_token(by=by, name="x", scopes=scopes, days=30)


def test_a_minute_has_its_allowance_and_says_what_is_left(world: World) -> None:
    key = a_key(world.dario)
    first = ask(key, "partners")
    assert (first["RateLimit-Limit"], first["RateLimit-Remaining"]) == (str(PER_MINUTE), str(PER_MINUTE - 1))

    with acting_as(world.dario.actor()):
        token = ApiToken.objects.get()
    with acting_as(GATE):
        for _ in range(PER_MINUTE):
            actions.count_request(token.pk)
    answer = ask(key, "partners")

    assert (answer.status_code, answer["Retry-After"]) == (429, "60")


def test_guessing_keys_is_slowed_down(world: World) -> None:
    answers = [ask("lgnet_guess", "partners").status_code for _ in range(WRONG_PER_MINUTE + 1)]

    assert answers[-2:] == [401, 429]


def test_old_counts_are_forgotten(world: World) -> None:
    with acting_as(GATE):
        actions.count_request(world.anna.user.pk)

        assert actions.forget_minutes(before=now() + dt.timedelta(minutes=2)) == 1


def test_a_stranger_finds_no_key_and_a_colleague_reads_why_not(
    world: World, browser: Callable[[Worker], Client]
) -> None:
    a_key(world.dario)
    with acting_as(world.dario.actor()):
        token = ApiToken.objects.get()

    assert browser(world.ugo).post(f"/api/tokens/{token.pk}/revoke/").status_code == 404
    refused = browser(world.anna).get("/api/")
    assert refused.status_code == 403
    with acting_as(world.anna.actor()), pytest.raises(Refused, match="Solo chi"):
        actions.revoke_token(by=world.anna, token=token)
