# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Questions, discussions and groups of the tests, written by the actions themselves; who writes acts."""

from typing import Any

from lgnet.core.clock import today
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.exchange import actions
from lgnet.exchange.actions import Draft
from lgnet.exchange.models import Group, Post, Theme, Thread
from lgnet.network.worker import Worker

TEXT = "Una donna sola con un figlio non riesce a iscriversi all’anagrafe. Come avete fatto voi?"


def a_thread(by: Worker, title: str = "Residenza senza contratto: come fate?", **more: Any) -> Thread:
    """A question about the registered residence."""
    with acting_as(by.actor()):
        given = {"kind": "question", "text": TEXT, "theme": Theme.objects.get(pk="residence"), **more}
        reason = given.pop("reason", "")
        return actions.start(by=by, draft=Draft(title=title, **given), reason=reason)


def an_answer(
    by: Worker, thread: Thread, text: str = "Con la residenza fittizia presso il Comune.", **more: Any
) -> Post:
    """An answer to it."""
    with acting_as(by.actor()):
        return actions.reply(by=by, thread=thread, text=text, **more)


def a_group(by: Worker, *members: Worker, name: str = "Gruppo sull’abitare") -> Group:
    """A working group with members of any partner."""
    with acting_as(by.actor()):
        group = actions.open_group(by=by, name=name, purpose="Confrontare i contratti di sublocazione.")
        for each in members:
            actions.add_member(by=by, group=group, colleague_id=each.user.pk, organisation_id=each.partner_id)
    return group


def the_whole_exchange(asks: Worker, answers: Worker, nation: Worker) -> None:
    """A row in every table: mended, mentioned, reported, posted in spite of the guard, found in the directory."""
    thread = a_thread(asks)
    answer = an_answer(
        answers, thread, f"@{asks.user.name} chiedi alla signora Pina.", reason="Nome inventato"
    )
    group = a_group(asks, answers)
    with acting_as(answers.actor()):
        actions.edit(by=answers, post=answer, text="Chiedi all’ufficio.", language="it")
        actions.edit(by=answers, post=answer, text=f"@{asks.user.name} chiedi all’ufficio.", language="it")
        actions.show_me(by=answers, headline="Residenza", skills=["law"], languages=["fr"])
        actions.choose_rhythm(by=answers, rhythm="daily")
        actions.follow(by=answers, group=group)
    with acting_as(asks.actor()):
        actions.report(by=asks, post=answer, reason="Non mi pare chiaro")
    a_thread(asks, "Nel gruppo", kind="discussion", group=group)
    with acting_as(Actor(DbRole.WORKER, answers.partner_id, answers.user.pk)):
        actions.send_digest(colleague=answers.user, day=today(), address="http://127.0.0.1")
