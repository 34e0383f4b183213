# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A campaign chooses products and assets of the media kit; the pages of its events offer them in their language."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from lgnet.core.authz import Refused
from lgnet.core.rowsecurity import PUBLIC, acting_as
from lgnet.mediakit import actions as mediakit
from lgnet.mediakit.models import Product, Version
from lgnet.network.worker import Worker
from lgnet.society.actions import campaigns, materials
from lgnet.society.actions.materials import Choice
from lgnet.society.models import Campaign, Event, Material
from lgnet.society.queries.materials import offered
from tests.factories import mediakit as kit
from tests.factories.network import at_work
from tests.factories.society import a_campaign, published
from tests.world import World

Browser = Callable[[Worker], Client]


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


def event_of(by: Worker, campaign: Campaign) -> Event:
    """A public event of a campaign."""
    return published(by, campaign=campaign)


def page_of(event: Event, lang: str = "it") -> str:
    return Client().get(f"/{lang}/events/{event.slug}/").content.decode()


def test_a_product_chosen_for_a_campaign_is_taken_by_everybody_from_the_pages_of_its_events(
    world: World, browser: Browser
) -> None:
    by = kit.officer(world)
    campaign, product, asset = a_campaign(by), kit.a_product(by), kit.published(by, title="Foto della piazza")
    event, other = event_of(by, campaign), published(by, "Un altro incontro")
    take = f"/media-kit/products/{product.pk}/"
    assert Client().get(take).status_code == 404

    sara = browser(by)
    for what, language in ((product.pk, "en"), (asset.pk, "ar"), (product.pk, "en")):
        sent = sara.post(f"/society/campaigns/{campaign.pk}/kit/", {"what": what, "language": language})
        assert sent.status_code == 302
    page = sara.get(f"/society/campaigns/{campaign.pk}/").content.decode()
    assert page.count(take) == 1 and "العربية" in page

    shown = page_of(event)
    assert take in shown and f"/media-kit/files/{asset.pk}/" in shown and "العربية" in shown
    assert take not in page_of(other)
    answer: Any = Client().get(take)
    assert b"".join(answer.streaming_content).startswith(b"\x89PNG")
    assert answer["Content-Disposition"].startswith("attachment")
    with acting_as(PUBLIC):
        assert {(one.language, one.file.title) for one in offered(campaign.pk)} == {
            (product.language, product.title), ("ar", "Foto della piazza"),
        }  # fmt: skip


def test_what_a_partner_made_stands_at_its_own_events_and_what_the_nation_made_at_all(
    world: World, browser: Browser
) -> None:
    by, nation = kit.officer(world), kit.national(world)
    torino = at_work(world.torino, "communications_officer")
    campaign, poster, photo = (
        a_campaign(nation),
        kit.a_product(by),
        kit.published(nation, title="Foto della rete"),
    )
    with acting_as(by.actor()):
        campaigns.join(by=by, campaign=campaign)
    own, another = event_of(by, campaign), event_of(torino, campaign)
    for worker, what in ((by, poster.pk), (nation, photo.pk)):
        sent = browser(worker).post(
            f"/society/campaigns/{campaign.pk}/kit/", {"what": what, "language": "it"}
        )
        assert sent.status_code == 302

    assert f"/media-kit/products/{poster.pk}/" in page_of(own)
    assert f"/media-kit/products/{poster.pk}/" not in page_of(another)
    for event in (own, another):
        assert f"/media-kit/files/{photo.pk}/" in page_of(event)


def test_what_is_taken_out_ends_or_is_withdrawn_is_offered_no_more(world: World, browser: Browser) -> None:
    by = kit.officer(world)
    campaign, asset = a_campaign(by), kit.published(by)
    one, two = kit.a_product(by), kit.a_product(by, headline="Un secondo manifesto")
    event = event_of(by, campaign)
    with acting_as(by.actor()):
        for choice in (
            Choice("it", one),
            Choice("it", two),
            Choice("it", asset=Version.objects.get(pk=asset.pk)),
        ):
            materials.choose(by=by, campaign=campaign, choice=choice)
        material = Material.objects.get(product_id=one.pk)
        mediakit.end(by=by, product=two)
        mediakit.withdraw(by=by, version=asset, reason="La persona non vuole più.")
    sara, url = browser(by), f"/society/campaigns/{campaign.pk}/"
    assert sara.post(f"/society/materials/{material.pk}/drop/").status_code == 302
    page = sara.get(url).content.decode()
    assert page.count("Ora non disponibile") == 2  # what ended and what was withdrawn
    shown = page_of(event)
    assert not any(str(thing.pk) in shown for thing in (one, two, asset))
    for thing in (one, two):
        assert Client().get(f"/media-kit/products/{thing.pk}/").status_code == 404
    for path in re.findall(r"/society/materials/[0-9a-f-]+/drop/", page):
        assert sara.post(path).status_code == 302
    assert "Ora non disponibile" not in sara.get(url).content.decode()


def test_own_assets_stand_first_and_a_cut_list_says_so(
    world: World, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    by, torino = kit.officer(world), at_work(world.torino, "communications_officer")
    campaign, own = a_campaign(by), kit.published(by, title="Foto della piazza")
    other = kit.published(torino, title="Foto di Torino")
    url, cut = f"/society/campaigns/{campaign.pk}/", "Questo elenco non contiene tutto"
    page = browser(by).get(url).content.decode()
    assert page.index(str(own.pk)) < page.index(str(other.pk)) and cut not in page

    monkeypatch.setattr("lgnet.mediakit.queries.PAGE", 0)
    assert cut in browser(by).get(url).content.decode()
    assert 'id="kit"' not in browser(torino).get(url).content.decode()


def test_a_product_stays_for_everybody_while_another_campaign_offers_it(world: World) -> None:
    by = kit.officer(world)
    product, campaigns_ = kit.a_product(by), [a_campaign(by), a_campaign(by, "Scuole aperte")]
    with acting_as(by.actor()):
        first, second = (
            materials.choose(by=by, campaign=one, choice=Choice("it", product)) for one in campaigns_
        )
        materials.drop(by=by, material=first)
        assert Product.objects.get(pk=product.pk).is_offered
        materials.drop(by=by, material=second)
        assert not Product.objects.get(pk=product.pk).is_offered


def test_only_what_keeps_the_rules_can_be_chosen(world: World, browser: Browser) -> None:
    by = kit.officer(world)
    campaign, product = a_campaign(by), kit.a_product(by)
    with acting_as(by.actor()):
        Product.objects.filter(pk=product.pk).update(verdict="broken")
        with pytest.raises(Refused, match="rispetta le regole"):
            materials.choose(by=by, campaign=campaign, choice=Choice("it", product))
    sent = browser(by).post(f"/society/campaigns/{campaign.pk}/kit/", {"what": product.pk, "language": "it"})
    assert sent.status_code == 422
    assert browser(by).post(f"/society/campaigns/{campaign.pk}/kit/", {"language": "it"}).status_code == 422


def test_the_stranger_and_the_colleague(world: World, browser: Browser) -> None:
    by = kit.officer(world)
    campaign, product = a_campaign(by), kit.a_product(by)
    with acting_as(by.actor()):
        material = materials.choose(by=by, campaign=campaign, choice=Choice("it", product))
    torino = at_work(world.torino, "communications_officer")
    with acting_as(torino.actor()):
        with pytest.raises(Refused, match="Prima partecipate"):
            materials.choose(by=torino, campaign=campaign, choice=Choice("it", product))
        campaigns.join(by=torino, campaign=campaign)
        with pytest.raises(Refused, match="di un altro"):
            materials.choose(by=torino, campaign=campaign, choice=Choice("it", product))
    refused = browser(torino).post(f"/society/materials/{material.pk}/drop/")
    assert refused.status_code == 403
    with acting_as(PUBLIC):
        assert not Material.objects.filter(pk=material.pk).exists()  # no public event of it yet
    chosen = {"what": product.pk, "language": "it"}
    assert browser(world.anna).post(f"/society/campaigns/{campaign.pk}/kit/", chosen).status_code == 403
    assert Client().post(f"/society/materials/{material.pk}/drop/").status_code == 302  # to log in
    with acting_as(by.actor()):
        assert Material.objects.filter(pk=material.pk).exists()
