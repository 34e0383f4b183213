# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Practices of the tests, written, reviewed and taken up by the actions themselves; each function acts for itself."""

import datetime as dt
from typing import Any

from lgnet.core.clock import now, today
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.network.worker import Worker
from lgnet.practices import actions
from lgnet.practices.actions import Draft, Ending
from lgnet.practices.models import Adoption, Card, Review

PDF = b"%PDF-1.7\n% a form\n"
WORDS: dict[str, Any] = {
    "context": "Una città media, con poche case in affitto.",
    "problem": "I proprietari non affittano a chi ha un permesso di soggiorno breve.",
    "steps": ("Incontrare le agenzie", "Firmare un fondo di garanzia", "Accompagnare il primo mese"),
    "people": "Un mediatore immobiliare e un’assistente sociale.",
    "results": "Le agenzie ci chiamano.",
    "went_wrong": "Il fondo è arrivato tardi.",
    "transfer": "Funziona dove c’è un’agenzia disposta a provare.",
    "contact": "Ufficio casa, casa@example.org",
    "needs": ("housing",),
    "lines": ("housing",),
}


def a_draft(by: Worker, title: str = "Fondo di garanzia per gli affitti", **more: Any) -> Card:
    """A card that its partner is writing."""
    with acting_as(by.actor()):
        return actions.write(by=by, draft=Draft(title, **{**WORDS, **more}))


def submitted(by: Worker, title: str = "Fondo di garanzia per gli affitti", **more: Any) -> Card:
    """A card that waits for another partner."""
    card = a_draft(by, title, **more)
    with acting_as(by.actor()):
        return actions.submit(by=by, card=card)


def taken(by: Worker, card: Card) -> Review:
    """Its review, taken by another partner's coordinator."""
    with acting_as(by.actor()):
        return actions.take(by=by, card=card)


def approved(
    by: Worker, reviewer: Worker, title: str = "Fondo di garanzia per gli affitti", **more: Any
) -> Card:
    """A card that another partner has approved."""
    card = submitted(by, title, **more)
    review = taken(reviewer, card)
    with acting_as(reviewer.actor()):
        actions.approve(by=reviewer, review=review)
    return card


def published(
    by: Worker, reviewer: Worker, title: str = "Fondo di garanzia per gli affitti", **more: Any
) -> Card:
    """A card that the network reads."""
    card = approved(by, reviewer, title, **more)
    with acting_as(by.actor()):
        return actions.publish(by=by, card=card)


def taken_up(by: Worker, card: Card, **more: Any) -> Adoption:
    """An adoption under way."""
    with acting_as(by.actor()):
        return actions.adopt(by=by, card=card, owner=by.user, **more)


def ended(by: Worker, adoption: Adoption, outcome: str = "worked", **more: Any) -> Adoption:
    """An adoption with its result."""
    given = {
        "result": "Cinque famiglie hanno trovato casa.",
        "feedback": "Grazie: il fondo è la chiave.",
        **more,
    }
    with acting_as(by.actor()):
        return actions.end(by=by, adoption=adoption, ending=Ending(outcome, **given))


def the_whole_story(author: Worker, other: Worker) -> Adoption:
    """A practice with a figure and a file, asked about, published, reminded of, taken up, compared and fed back."""
    card = a_draft(author)
    with acting_as(author.actor()):
        actions.measure(by=author, card=card, indicator="TAKEN_IN_CHARGE")
        actions.attach(by=author, card=card, name="modulo.pdf", blocks=[PDF])
        actions.submit(by=author, card=card)
    review = taken(other, card)
    with acting_as(other.actor()):
        question = actions.ask(by=other, review=review, text="Chi paga il fondo?")
    with acting_as(author.actor()):
        actions.answer(by=author, question=question, text="Il Comune.")
    with acting_as(other.actor()):
        actions.approve(by=other, review=review)
    with acting_as(author.actor()):
        card = actions.publish(by=author, card=card)
        card.practice.confirmed_at = now() - dt.timedelta(days=400)
        card.practice.save(update_fields=["confirmed_at"])
    with acting_as(Actor(DbRole.WORKER, author.partner_id)):
        actions.remind_partner(day=today(), address="http://127.0.0.1")
    started = today().replace(year=today().year - 1)
    adoption = taken_up(other, card, indicator="TAKEN_IN_CHARGE", started_on=started)
    return ended(other, adoption)
