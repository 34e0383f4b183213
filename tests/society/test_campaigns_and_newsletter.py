# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A campaign that others join; a newsletter that is asked for twice, sent once each and left with one click."""

import datetime as dt
from collections.abc import Callable

import pytest
import time_machine
from django.core import mail
from django.test import Client

from lgnet.core.authz import Refused
from lgnet.core.clock import now, today
from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from lgnet.society import jobs, queries
from lgnet.society.actions import campaigns, newsletter
from lgnet.society.actions.campaigns import Counted, Product
from lgnet.society.models import Campaign, Delivery, Issue, Subscription
from tests.factories.network import at_work
from tests.factories.society import a_campaign, a_letter, as_worker, link_in, posted, subscribed
from tests.world import World


@pytest.fixture(autouse=True)
def at_once(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Letters go out at once: a test's transaction is never committed."""
    monkeypatch.setattr("django.db.transaction.on_commit", lambda send, robust=False: send())


def confirmed(by: Worker, email: str, language: str = "it") -> None:
    """Somebody asks for the newsletter and follows the link."""
    subscribed(by, email, language)
    assert Client().post(link_in(mail.outbox[-1])).status_code == 200


def test_partners_join_a_campaign_and_each_writes_whom_it_reached(
    world: World, browser: Callable[[Worker], Client]
) -> None:
    campaign = a_campaign(world.ugo)
    torino = at_work(world.torino, "communications_officer")
    with acting_as(torino.actor()):
        with pytest.raises(Refused, match="Prima partecipate"):
            campaigns.add_reach(
                by=torino, campaign=campaign, counted=Counted("poster", 9, "contati", today())
            )
        campaigns.join(by=torino, campaign=campaign)
        campaigns.add_reach(
            by=torino, campaign=campaign, counted=Counted("poster", 900, "affissi", today(), True)
        )
        campaigns.add_reach(by=torino, campaign=campaign, counted=Counted("event", 40, "contati", today()))
        with pytest.raises(Refused, match="liberatoria"):
            campaigns.add_material(by=torino, campaign=campaign, product=Product("photo", "it", "In piazza"))
        campaigns.add_material(
            by=torino, campaign=campaign, product=Product("poster", "ar", "ملصق", copies=50)
        )
    page = browser(world.ugo).get(f"/society/campaigns/{campaign.pk}/").content.decode()
    assert "ملصق" in page and "Torino" in page and "900" in page and "العربية" in page
    with acting_as(world.ugo.actor()):
        assert queries.reached(campaign) == [("Torino", 40, 900)]


def test_a_campaign_that_nobody_measured_says_so(world: World, browser: Callable[[Worker], Client]) -> None:
    campaign = a_campaign(world.dario)
    assert (
        "Non vuol dire zero"
        in browser(world.dario).get(f"/society/campaigns/{campaign.pk}/").content.decode()
    )


def test_a_campaign_ends_with_what_came_of_it_and_stays(
    world: World, browser: Callable[[Worker], Client]
) -> None:
    campaign = a_campaign(world.dario)
    dario = browser(world.dario)
    assert dario.post(f"/society/campaigns/{campaign.pk}/end/", {"result": ""}).status_code == 422
    dario.post(f"/society/campaigns/{campaign.pk}/end/", {"result": "Nove proprietari hanno chiamato."})
    with acting_as(world.dario.actor()):
        ended = Campaign.objects.get()
        assert ended.state == "ended"
        with pytest.raises(Refused, match="è conclusa"):
            campaigns.add_material(by=world.dario, campaign=ended, product=Product("text", "it", "x"))


def test_a_draft_is_its_partners_and_a_running_campaign_the_networks(
    world: World, browser: Callable[[Worker], Client]
) -> None:
    with acting_as(world.dario.actor()):
        draft = campaigns.write(
            by=world.dario, idea=campaigns.Idea("Prova", "Vedere", today(), today() + dt.timedelta(days=1))
        )
    stranger = browser(at_work(world.torino, "coordinator"))
    assert stranger.get(f"/society/campaigns/{draft.pk}/").status_code == 404
    assert stranger.get(f"/society/campaigns/{a_campaign(world.dario).pk}/").status_code == 200
    assert browser(world.fabio).get("/society/campaigns/").status_code == 403


def test_nothing_comes_before_the_link_was_followed(world: World) -> None:
    answer = posted(
        "/it/newsletter/", "society.newsletter", partner="genova", email="A@example.net", agree="on"
    )
    assert answer.status_code == 200
    with as_worker(world.dario):
        assert Subscription.objects.get().confirmed_at is None
    url = link_in(mail.outbox[0])
    assert Client().get(url).status_code == 200
    with as_worker(world.dario):
        assert Subscription.objects.get().confirmed_at is None
    Client().post(url)
    with as_worker(world.dario):
        assert Subscription.objects.select_related("key").get().email == "a@example.net"
    known = posted(
        "/it/newsletter/", "society.newsletter", partner="genova", email="a@example.net", agree="on"
    )
    assert known.content == answer.content and "/leave/" in mail.outbox[-1].body


def test_each_gets_the_letter_of_their_language_once_with_one_click_to_end_it(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(newsletter, "BATCH", 2)
    for n in range(5):
        confirmed(world.dario, f"{n}@example.net")
    confirmed(world.dario, "en@example.net", "en")
    subscribed(world.dario, "never@example.net")
    issue = a_letter(world.dario)
    with acting_as(world.dario.actor()):
        newsletter.send(by=world.dario, issue=issue)
        with pytest.raises(Refused, match="resta com"):
            newsletter.send(by=world.dario, issue=issue)
    mail.outbox.clear()
    assert jobs.send_all(issue.pk, issue.partner_id) == 5
    assert jobs.send_all(issue.pk, issue.partner_id) == 0
    assert sorted(letter.to[0] for letter in mail.outbox) == [f"{n}@example.net" for n in range(5)]
    with as_worker(world.dario):
        sent = Issue.objects.get()
        assert (sent.state, sent.letters) == ("sent", 5) and not Delivery.objects.exists()

    letter = mail.outbox[0]
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    leave = letter.extra_headers["List-Unsubscribe"].strip("<>")
    path = "/" + leave.split("/", 3)[3]
    assert leave in letter.body and "http" not in letter.body.replace(leave, "")
    assert Client().get(path).status_code == 200
    with as_worker(world.dario):
        assert Subscription.objects.count() == 7  # looking at it ends nothing
    answer = Client().post(path, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200 and not answer.cookies
    with as_worker(world.dario):
        assert Subscription.objects.count() == 6
    assert Client().post(path).status_code == 200


def test_a_link_to_leave_works_for_ever_and_one_to_confirm_for_a_week(world: World) -> None:
    subscribed(world.dario, "a@example.net")
    confirm = link_in(mail.outbox[0])
    with time_machine.travel(now() + dt.timedelta(days=8)):
        assert Client().post(confirm).status_code == 404
        assert jobs.forget_what_is_over() == 0
        with as_worker(world.dario):
            assert not Subscription.objects.exists()


def test_staff_know_how_many_and_never_who_and_the_colleague_reads_why(
    world: World, browser: Callable[[Worker], Client]
) -> None:
    confirmed(world.dario, "segreto@example.net")
    page = browser(world.dario).get("/society/newsletter/").content.decode()
    assert "segreto" not in page and "Italiano" in page
    with acting_as(world.dario.actor()):
        assert queries.subscribers(world.genova.pk) == {"it": 1}
    issue = a_letter(world.dario)
    looked = browser(world.dario).get(f"/society/newsletter/{issue.pk}/").content.decode()
    assert 'id="preview"' in looked and "Apriamo il sabato." in looked
    assert (
        browser(at_work(world.torino, "coordinator")).get(f"/society/newsletter/{issue.pk}/").status_code
        == 404
    )
    assert browser(world.anna).get("/society/newsletter/").status_code == 403
    with acting_as(world.anna.actor()), pytest.raises(Refused, match="addetto alla comunicazione"):
        newsletter.write(by=world.anna, language="it", subject="x", body="y")
