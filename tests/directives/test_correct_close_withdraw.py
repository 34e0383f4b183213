# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What was issued changes only in the open: a correction is a new version, an end has its reason."""

from collections.abc import Callable

import pytest
from django.test import Client

from lgnet.core.authz import Refused, Stale
from lgnet.core.rowsecurity import acting_as
from lgnet.directives import actions, queries
from lgnet.directives.models import Directive
from lgnet.network.worker import Worker
from tests.factories.directives import a_draft, a_question, issued
from tests.world import World

Browser = Callable[[Worker], Client]


def url(directive: Directive, verb: str = "") -> str:
    return f"/directives/{directive.pk}/{verb}"


def test_a_correction_takes_the_place_of_the_former_version(world: World, browser: Browser) -> None:
    with acting_as(world.ugo.actor()):
        first = issued(world.ugo)
        second = actions.correct(by=world.ugo, directive=first)
        assert (second.number, second.version, second.state) == (first.number, 2, "draft")
    browser(world.dario).post(url(first, "note/"))
    with acting_as(world.ugo.actor()):
        actions.issue(by=world.ugo, directive=second)
        first.refresh_from_db()
        second.refresh_from_db()
        assert (first.state, second.state, second.code) == ("replaced", "issued", f"{first.code} v2")

    dario = browser(world.dario)
    listed = dario.get("/directives/").context["page"]
    assert [row.directive.pk for row in listed.waiting] == [second.pk], "to be acknowledged anew"
    assert str(second.pk) in dario.get(url(first)).content.decode()
    with acting_as(world.dario.actor()), pytest.raises(Refused):
        actions.note(by=world.dario, directive=first)


def test_two_corrections_at_once_are_refused_and_one_thrown_away_leaves_the_former(world: World) -> None:
    with acting_as(world.ugo.actor()):
        first = issued(world.ugo)
        again = actions.correct(by=world.ugo, directive=first)
        with pytest.raises(Refused):
            actions.correct(by=world.ugo, directive=first)
        actions.throw_away(by=world.ugo, directive=again)
        first.refresh_from_db()
        assert first.is_open and not Directive.objects.filter(corrects=first).exists()


def test_a_correction_of_what_was_withdrawn_meanwhile_is_stale(world: World) -> None:
    with acting_as(world.ugo.actor()):
        first = issued(world.ugo)
        again = actions.correct(by=world.ugo, directive=first)
        actions.withdraw(by=world.ugo, directive=first, reason="Superata")
        with pytest.raises(Stale):
            actions.issue(by=world.ugo, directive=again)


def test_closed_asks_nothing_and_can_be_opened_again(world: World, browser: Browser) -> None:
    with acting_as(world.ugo.actor()):
        directive = a_question(world.ugo)
    ugo, dario = browser(world.ugo), browser(world.dario)
    ugo.post(url(directive, "close/"))

    assert dario.get(url(directive)).context["page"].partner.form is None
    assert dario.post(url(directive, "answer/"), {"number": "3"}).status_code == 403
    with acting_as(world.dario.actor()):
        assert not queries.waiting(world.dario).exists()

    ugo.post(url(directive, "reopen/"))
    assert dario.post(url(directive, "answer/"), {"number": "3"}).status_code == 302


def test_withdrawing_needs_a_reason_that_partners_read(world: World, browser: Browser) -> None:
    with acting_as(world.ugo.actor()):
        directive = issued(world.ugo)
    ugo = browser(world.ugo)

    assert ugo.post(url(directive, "withdraw/"), {"reason": ""}).status_code == 422
    assert ugo.post(url(directive, "withdraw/"), {"reason": "Inviata per errore"}).status_code == 302

    assert "Inviata per errore" in browser(world.dario).get(url(directive)).content.decode()
    with acting_as(world.ugo.actor()):
        for verb in (actions.close, actions.correct, actions.reopen):
            with pytest.raises(Refused):
                verb(by=world.ugo, directive=directive)


def test_only_the_direction_writes(world: World, browser: Browser) -> None:
    for who in (world.nadia, world.dario, world.anna):
        assert browser(who).get("/directives/new/").status_code == 403
    with acting_as(world.nadia.actor()), pytest.raises(Refused):
        a_draft(world.nadia)
