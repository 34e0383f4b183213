# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the demo's partners tell society shows every state, in several languages, and is read by visitors."""

from typing import Any

from django.test import Client

from lgnet.core.rowsecurity import acting_as
from lgnet.demo.actions import tell_society
from lgnet.network.worker import Worker
from lgnet.society import queries
from lgnet.society.models import Campaign, Event, Friend, Message, Registration
from tests.database import pointed_at


def test_it_shows_every_state(colleagues: list[Worker], worker_id: str, django_db_blocker: Any) -> None:
    by = [one for one in colleagues if one.membership.role in {"coordinator", "national_communications"}]
    genova = next(one for one in by if one.organisation.code == "genova")
    with django_db_blocker.unblock():
        with pointed_at(f"demo_{worker_id}", "lgnet_owner"):
            assert tell_society(by=by) == 14
        with acting_as(genova.actor()):
            own = Event.objects.filter(partner=genova.partner_id)
            assert set(own.values_list("state", flat=True)) == {"draft", "review", "published", "held"}
            full = Event.objects.get(slug__startswith="genova-affittare")
            seats = queries.seats([full.pk])[full.pk]
            assert (seats.seated, seats.waiting) == (6, 3)
            somebody = (
                Registration.objects.select_related("event__key").filter(event=full).earliest("arrival")
            )
            assert somebody.name == "Marta Riva"
            messages = Message.objects.filter(partner=genova.partner_id).select_related("key")
            assert {one.state for one in messages} == {"new", "taken", "answered", "closed"}
            assert any(one.escalated_at for one in messages) and all(one.words for one in messages)
            assert Friend.objects.count() == 4 and Campaign.objects.get().parts.count() == 4
            told = queries.numbers(Campaign.objects.get()).values()
            assert sum(one.get("event", 0) for one in told) == 2
            assert sum(one.get("participation", 0) for one in told) == 27 + 84
        client = Client()
        arabic = client.get("/ar/events/").content.decode()
        assert "أبواب مفتوحة في المكتب" in arabic and "Festa dei vicini" in arabic
        german = client.get("/it/events/?partner=assb-bolzano").content.decode()
        assert "Porte aperte al servizio" in german
        assert b"STATUS:CANCELLED" in client.get("/calendar.ics").content
