# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Events, registrations and messages of the tests, made by the actions themselves; each function acts for itself."""

import datetime as dt
import re
import uuid
from typing import Any

from django.core import mail
from django.test import Client

from lgnet.core.clock import ROME, now, today
from lgnet.core.public_forms import stamp
from lgnet.core.rowsecurity import PUBLIC, Actor, DbRole, acting_as
from lgnet.network.worker import Worker
from lgnet.society import queries
from lgnet.society.actions import campaigns, events, friends, messages, newsletter, registering, telling
from lgnet.society.actions.campaigns import Counted, Idea, Product
from lgnet.society.actions.events import Plan
from lgnet.society.actions.friends import Given
from lgnet.society.actions.messages import Receipt, Written
from lgnet.society.models import Campaign, Event, Friend, Issue, Message, Registration, Subscription


def noon(days: int = 10) -> dt.datetime:
    """Noon in Rome, so many days from today."""
    return dt.datetime.combine(today() + dt.timedelta(days=days), dt.time(12), ROME)


def a_plan(title: str = "Porte aperte allo sportello", **more: Any) -> Plan:
    """What an event is."""
    given: dict[str, Any] = {
        "description": "Venite a vedere come lavoriamo.\n\n- lo sportello\n- la scuola",
        "starts_at": noon(),
        "ends_at": noon() + dt.timedelta(hours=2),
        "contact": "Ufficio LGNET, 010 000000",
        "place": "Via Prè 12, Genova",
        "capacity": 2,
        **more,
    }
    return Plan(title, **given)


def a_draft(by: Worker, title: str = "Porte aperte allo sportello", **more: Any) -> Event:
    """An event that the partner is writing."""
    with acting_as(by.actor()):
        return events.write(by=by, plan=a_plan(title, **more))


def published(by: Worker, title: str = "Porte aperte allo sportello", **more: Any) -> Event:
    """An event that everybody reads."""
    event = a_draft(by, title, **more)
    with acting_as(by.actor()):
        return events.publish(by=by, event=event)


def asked(event: Event, email: str, *, name: str = "Marta Riva", language: str = "it") -> uuid.UUID:
    """Somebody without an account asks for a place."""
    with acting_as(PUBLIC):
        shown = queries.by_slug(event.slug, language)
        assert shown is not None
        found = registering.register(shown=shown, name=name, email=email, language=language)
        assert found.registration is not None, found.verdict
        return found.registration


def confirmed(event: Event, email: str, *, name: str = "Marta Riva", language: str = "it") -> uuid.UUID:
    """Somebody asks and follows the link."""
    registration = asked(event, email, name=name, language=language)
    with acting_as(PUBLIC):
        assert registering.confirm(registration=registration)
    return registration


def stands(registration: uuid.UUID) -> str:
    """How a registration stands, as its holder sees it."""
    with acting_as(PUBLIC):
        mine = queries.my_registration(registration)
    return "" if mine is None else mine.state


def written(by: Worker, kind: str = "home", **more: Any) -> tuple[Message, Receipt]:
    """A neighbour writes to a partner; the message as the partner finds it, and what the neighbour keeps."""
    given: dict[str, Any] = {
        "words": "Ho un bilocale libero in via San Luca.",
        "language": "it",
        "name": "Piero Lanza",
        "email": "piero@example.net",
        **more,
    }
    with acting_as(PUBLIC):
        receipt = messages.receive(written=Written(kind, by.organisation, **given))
    assert receipt is not None
    with acting_as(by.actor()):
        return Message.objects.select_related("key").get(number=receipt.number), receipt


def a_campaign(by: Worker, title: str = "Una casa per tutti", **more: Any) -> Campaign:
    """A campaign that runs."""
    idea = Idea(
        title, "Che i proprietari affittino senza guardare il passaporto.", today(), today() + dt.timedelta(days=60),
        audience="Proprietari di case", messages="La rete garantisce.", channels=("poster", "event"), **more,
    )  # fmt: skip
    with acting_as(by.actor()):
        campaign = campaigns.write(by=by, idea=idea)
        return campaigns.start(by=by, campaign=campaign)


def a_friend(by: Worker, name: str = "Associazione Il Ponte", **more: Any) -> Friend:
    """Somebody who agreed to be kept in mind."""
    given: dict[str, Any] = {
        "email": "ponte@example.net",
        "skills": ("languages",),
        "languages": ("ar",),
        **more,
    }
    with acting_as(by.actor()):
        return friends.enter(
            by=by, given=Given("association", name, ("call",), today(), "al telefono", **given)
        )


def subscribed(by: Worker, email: str, language: str = "it") -> None:
    """Somebody asks for the newsletter of the partner, and has not followed the link yet."""
    mail.outbox.clear()
    with acting_as(PUBLIC):
        assert newsletter.subscribe(partner=by.organisation, email=email, language=language)


def a_letter(by: Worker, language: str = "it") -> Issue:
    """A letter that nobody has sent."""
    with acting_as(by.actor()):
        return newsletter.write(
            by=by, language=language, subject="Novità di maggio", body="Apriamo il sabato."
        )


def posted(url: str, form_name: str, **given: Any) -> Any:
    """What a visitor gets who fills in a form in a minute and sends it."""
    shown = stamp(form_name, at=now() - dt.timedelta(minutes=1))
    return Client().post(url, {"stamp": shown, "website": "", **given})


def as_worker(partner: Worker) -> Any:
    """What a job of the partner does."""
    return acting_as(Actor(DbRole.WORKER, partner.partner_id))


def told(by: Worker) -> list[str]:
    """Let the job of the partner tell; to whom it wrote."""
    before = len(mail.outbox)
    with as_worker(by):
        telling.tell_registered()
    return [letter.to[0] for letter in mail.outbox[before:]]


def link_in(letter: Any) -> str:
    """The first address of ours in a letter, without the host."""
    found = re.search(r"https?://[^/\s]+(/\S+)", letter.body)
    assert found, letter.body
    return found[1]


def the_whole_story(by: Worker, other: Worker) -> None:
    """Every table of society gets a row."""
    campaign = a_campaign(by)
    with acting_as(other.actor()):
        campaigns.join(by=other, campaign=campaign)
    with acting_as(by.actor()):
        campaigns.add_material(by=by, campaign=campaign, product=Product("poster", "it", "Manifesto"))
        counted = Counted("poster", 300, "manifesti affissi", today())
        campaigns.add_reach(by=by, campaign=campaign, counted=counted)
    event = published(by, campaign=campaign)
    somebody = confirmed(event, "uno@example.net")
    with acting_as(by.actor()):
        row = Registration.objects.select_related("event").get(pk=somebody)
        events.check_in(by=by, registration=row)
    with acting_as(PUBLIC):
        assert registering.say(registration=somebody, event=event, rating=5, words="Tutto bene")
    written(by)
    a_friend(by)
    subscribed(by, "due@example.net")
    with as_worker(by):
        asked_for = Subscription.objects.get(partner=by.partner_id)
    with acting_as(PUBLIC):
        newsletter.confirm_subscription(subscription=asked_for.pk)
    issue = a_letter(by)
    with acting_as(by.actor()):
        newsletter.send(by=by, issue=issue)
    with as_worker(by):
        newsletter.send_batch(issue_id=issue.pk)
