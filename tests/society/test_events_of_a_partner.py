# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""An event is written, translated, published, moved and held; the public reads it as a page, a feed and a calendar."""

import datetime as dt
import json
import re
from collections.abc import Callable
from contextlib import closing
from typing import Any
from urllib.parse import urlsplit

import icalendar
import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from lgnet.core.authz import Refused
from lgnet.core.clock import ROME
from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from lgnet.society.actions import events
from lgnet.society.models import Event
from lgnet.ui.public import LANGUAGES
from tests.factories.mediakit import a_product, officer
from tests.factories.network import at_work
from tests.factories.society import a_draft, a_plan, noon, published
from tests.world import World


@pytest.fixture(autouse=True)
def _database(db: None) -> None:
    """Every story needs one."""


def page(url: str) -> str:
    """What a visitor reads."""
    answer = Client().get(url)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def calendar(url: str = "/calendar.ics") -> dict[str, Any]:
    """The entries of a calendar, by title."""
    read = icalendar.Calendar.from_ical(Client().get(url).content)
    return {str(entry["summary"]): entry for entry in read.walk("VEVENT")}


def test_a_colleague_writes_it_and_the_communications_officer_publishes_it(
    world: World, browser: Callable[[Worker], Client]
) -> None:
    anna, officer = browser(world.anna), browser(at_work(world.genova, "communications_officer"))
    day = noon().date()
    given = {
        "title": "Una casa per tutti", "description": "Parliamo di affitti.", "language": "it", "day": f"{day}",
        "starts": "18:00", "ends": "20:00", "place": "Sala rossa", "audience": "owners", "contact": "Ufficio",
        "takes_registrations": "on", "capacity": "30", "keep_days": "30",
    }  # fmt: skip
    late = anna.post("/society/events/new/", given | {"ends": "17:00"})
    assert late.status_code == 422 and "Parliamo di affitti." in late.content.decode()
    assert anna.post("/society/events/new/", given).status_code == 302
    with acting_as(world.anna.actor()):
        event = Event.objects.get()
    assert Client().get(reverse("society:event", args=["it", event.slug])).status_code == 404
    anna.post(f"/society/events/{event.pk}/submit/")
    assert "Una casa per tutti" in officer.get("/society/events/").content.decode()
    anna.post(f"/society/events/{event.pk}/publish/")
    assert Client().get(reverse("society:event", args=["it", event.slug])).status_code == 404
    officer.post(f"/society/events/{event.pk}/publish/")
    read = page(reverse("society:event", args=["it", event.slug]))
    assert "Parliamo di affitti." in read and "30 posti liberi" in read and "Sala rossa" in read


def test_it_is_told_in_a_language_once_somebody_who_speaks_it_has_read_it(world: World) -> None:
    event = published(world.dario)
    arabic = reverse("society:event", args=["ar", event.slug])
    before = page(arabic)
    assert "Venite a vedere" in before and 'lang="it"' in before and "noindex" in before

    with acting_as(world.dario.actor()):
        events.translate(
            by=world.dario,
            event=event,
            language="ar",
            title="أبواب مفتوحة",
            description="تعالوا",
            is_checked=False,
        )
    assert "أبواب مفتوحة" not in page(arabic)
    with acting_as(world.dario.actor()):
        events.translate(
            by=world.dario,
            event=event,
            language="ar",
            title="أبواب مفتوحة",
            description="تعالوا",
            is_checked=True,
        )
    read = page(arabic)
    assert "<h1>أبواب مفتوحة</h1>" in read and "Venite" not in read
    assert re.findall(r'hreflang="(ar|it|en)"', read).count("en") == 0

    with acting_as(world.dario.actor()):
        events.edit(by=world.dario, event=event, plan=a_plan("Porte aperte, con cena"))
    assert "أبواب مفتوحة" not in page(arabic)  # of an older version


def test_a_calendar_moves_its_entry_and_strikes_a_cancelled_one_out(world: World) -> None:
    event = published(world.dario)
    entry = calendar()["Porte aperte allo sportello"]
    uid, first = entry["uid"], entry["dtstart"].dt
    assert entry["sequence"] == 0 and str(entry["dtstart"].params["tzid"]) == "Europe/Rome"
    with acting_as(world.dario.actor()):
        moved = a_plan(starts_at=noon(12), ends_at=noon(12) + dt.timedelta(hours=1))
        events.edit(by=world.dario, event=event, plan=moved)
    entry = calendar()["Porte aperte allo sportello"]
    assert (entry["uid"], entry["sequence"]) == (uid, 1) and entry["dtstart"].dt > first
    with acting_as(world.dario.actor()):
        events.cancel(by=world.dario, event=event, reason="Sciopero")
    entry = calendar()["Porte aperte allo sportello"]
    assert (entry["uid"], entry["sequence"], str(entry["status"])) == (uid, 2, "CANCELLED")


def test_an_hour_in_rome_stays_the_same_hour_over_the_change_of_clock(world: World) -> None:
    with time_machine.travel("2027-03-20 10:00"):
        for day in (27, 28):
            start = dt.datetime(2027, 3, day, 18, tzinfo=ROME)
            published(world.dario, f"Sera {day}", starts_at=start, ends_at=start + dt.timedelta(hours=1))
        entries = calendar()
        assert [entries[f"Sera {day}"]["dtstart"].dt.hour for day in (27, 28)] == [18, 18]
        hours = [entries[f"Sera {day}"]["dtstart"].dt.utcoffset() for day in (27, 28)]
        assert [hour.total_seconds() / 3600 for hour in hours if hour] == [1, 2]
        assert "18:00" in page("/it/events/")


def test_each_partner_has_its_own_calendar_at_an_address_that_stays(world: World) -> None:
    published(world.dario)
    published(at_work(world.torino, "coordinator"), "Festa a Torino")
    assert set(calendar("/calendar/genova.ics")) == {"Porte aperte allo sportello"}
    assert set(calendar()) == {"Porte aperte allo sportello", "Festa a Torino"}
    assert Client().get("/calendar/nowhere.ics").status_code == 404
    assert "Festa a Torino" not in page("/it/events/?partner=genova")
    assert "Festa a Torino" in page("/it/events/?partner=no%20city&after=nonsense")


def test_search_engines_read_what_people_read(world: World) -> None:
    event = published(world.dario, is_online=True, capacity=2)
    url = reverse("society:event", args=["it", event.slug])
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page(url))
    assert found
    told = json.loads(found[1])
    assert told["@type"] == "Event" and told["eventStatus"].endswith("EventScheduled")
    assert told["eventAttendanceMode"].endswith("MixedEventAttendanceMode")
    assert dt.datetime.fromisoformat(told["startDate"]) == event.starts_at
    assert told["remainingAttendeeCapacity"] == 2
    feed = Client().get("/it/events/rss.xml")
    assert (
        b"Porte aperte allo sportello" in feed.content
        and "application/rss+xml" in feed.headers["Content-Type"]
    )


@pytest.mark.parametrize("code", list(LANGUAGES))
def test_the_pages_of_visitors_are_in_every_language_and_set_no_cookie(world: World, code: str) -> None:
    published(world.dario)
    for name in ("events", "offers", "feedback", "status", "newsletter"):
        answer = Client().get(reverse(f"society:{name}", args=[code]))
        assert answer.status_code == 200 and not answer.cookies
        assert f'lang="{LANGUAGES[code].tag}"' in answer.content.decode()
    if code not in {"it", "en"}:
        assert "Send" not in page(reverse("society:offers", args=[code]))


def test_it_takes_place_and_nobody_counted_is_not_zero(
    world: World, browser: Callable[[Worker], Client]
) -> None:
    event = published(world.dario)
    dario = browser(world.dario)
    early = dario.post(f"/society/events/{event.pk}/held/", {"walk_ins": ""})
    assert early.status_code == 403
    with time_machine.travel(event.ends_at + dt.timedelta(minutes=1)):
        again = browser(world.dario)
        again.post(f"/society/events/{event.pk}/held/", {"walk_ins": ""})
        with acting_as(world.dario.actor()):
            held = Event.objects.get()
        assert (held.state, held.walk_ins) == ("held", None)
        again.post(f"/society/events/{event.pk}/restore/")
        with acting_as(world.dario.actor()):
            assert Event.objects.get().state == "published"


def test_a_cancelled_event_says_why_and_whoever_cancels_must(
    world: World, browser: Callable[[Worker], Client]
) -> None:
    event = published(world.dario)
    dario = browser(world.dario)
    assert dario.post(f"/society/events/{event.pk}/cancel/", {"reason": ""}).status_code == 422
    dario.post(f"/society/events/{event.pk}/cancel/", {"reason": "Sciopero dei treni"})
    read = page(reverse("society:event", args=["it", event.slug]))
    assert "Sciopero dei treni" in read and "non si tiene" in read and "EventCancelled" in read


def test_a_draft_is_thrown_away_and_what_was_public_never(world: World) -> None:
    draft, public = a_draft(world.dario, "Prova"), published(world.dario)
    with acting_as(world.dario.actor()):
        events.throw_away(by=world.dario, event=draft)
        with pytest.raises(Refused, match="non si butta"):
            events.throw_away(by=world.dario, event=public)


def test_the_nation_announces_and_takes_no_names(world: World) -> None:
    draft = a_draft(world.ugo, "Giornata nazionale")
    with acting_as(world.ugo.actor()):
        with pytest.raises(Refused, match="non incontra nomi"):
            events.publish(by=world.ugo, event=draft)
        free = events.edit(
            by=world.ugo, event=draft, plan=a_plan("Giornata nazionale", takes_registrations=False)
        )
        events.publish(by=world.ugo, event=free)
    assert "Giornata nazionale" in page("/en/events/")


def test_an_event_that_ends_before_it_begins_or_is_nowhere_is_impossible(world: World) -> None:
    event = published(world.dario)
    for wrong in ({"ends_at": event.starts_at}, {"place": ""}, {"state": "cancelled"}):
        with acting_as(world.dario.actor()), pytest.raises(IntegrityError), transaction.atomic():
            Event.objects.filter(pk=event.pk).update(**wrong)


def test_where_an_event_is_shared_its_own_card_stands_beside_the_link(world: World) -> None:
    event = published(world.dario)
    address = reverse("society:event", args=["it", event.slug])
    assert "og:image" not in page(address)

    a_product(officer(world), "card", event_id=event.pk)

    (picture,) = re.findall(r'og:image" content="([^"]+)"', page(address))
    with closing(Client().get(urlsplit(picture).path)) as answer:
        assert answer.getvalue().startswith(b"\x89PNG")


def test_the_stranger_changes_nothing_and_the_colleague_reads_why(
    world: World, browser: Callable[[Worker], Client]
) -> None:
    draft, public = a_draft(world.dario, "Bozza"), published(world.dario)
    stranger = at_work(world.torino, "coordinator")
    assert browser(stranger).get(f"/society/events/{draft.pk}/").status_code == 404
    assert browser(stranger).get(f"/society/events/{public.pk}/").status_code == 200
    with acting_as(stranger.actor()), pytest.raises(Refused, match="altro partner"):
        events.cancel(by=stranger, event=public, reason="x")
    assert browser(world.fabio).get("/society/events/").status_code == 403
    with acting_as(world.anna.actor()), pytest.raises(Refused, match="lo legge già"):
        events.edit(by=world.anna, event=public, plan=a_plan())
