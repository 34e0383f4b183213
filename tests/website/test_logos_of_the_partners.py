# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A partner's logo stands for it on the public site once its officer says so; the others are named in letters."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from lgnet.core.rowsecurity import PUBLIC, acting_as
from lgnet.mediakit import actions
from lgnet.mediakit.models import Asset
from lgnet.network.worker import Worker
from tests.factories.mediakit import an_asset, officer, published
from tests.factories.network import at_work, colleague
from tests.world import World

Browser = Callable[[Worker], Client]


@pytest.fixture(autouse=True)
def files_of_their_own(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


def data_of(path: str) -> dict[str, Any]:
    """What search engines read of a page."""
    html = Client().get(path).content.decode()
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert block is not None
    found: dict[str, Any] = json.loads(block[1])
    return found


def test_all_bodies_stand_on_one_page_in_letters_where_they_have_no_logo(world: World) -> None:
    page = Client().get("/it/partners/").content.decode()

    assert page.count('class="body-tile"') >= 25
    for name in ("Ministero dell&#x27;Interno", "ANCI - Associazione", "Cittalia", "Comune di Genova"):
        assert name in page, name
    assert page.count("body-mark--letters") == page.count('class="body-tile"')
    assert len(data_of("/ar/partners/")["member"]) == page.count('class="body-tile"')
    assert "/it/partners/" in Client().get("/it/").content.decode()


def test_a_logo_is_shown_everywhere_once_the_officer_says_that_it_stands_for_the_partner(
    world: World, browser: Browser
) -> None:
    sara = officer(world)
    logo = published(sara)
    assert "/media-kit/pictures/" not in Client().get("/it/partners/").content.decode(), "one logo of many"

    answer = browser(sara).post(f"/media/assets/{logo.pk}/stand/", follow=True)

    assert "Ora vi rappresenta sul sito pubblico." in answer.content.decode()
    for path in ("/it/partners/", "/ar/network/genova/"):
        found = re.search(r'<img src="(/media-kit/pictures/[^"]+)" alt="" width="\d+" height="\d+"',
                          Client().get(path).content.decode())  # fmt: skip
        assert found is not None, path
        picture = Client().get(found[1])
        assert picture.getvalue().startswith(b"\x89PNG")
        assert picture.headers["Content-Type"] == "image/png"
    assert data_of("/it/network/genova/")["logo"].startswith("http://127.0.0.1:8000/media-kit/pictures/")
    members = {one["name"]: one for one in data_of("/it/partners/")["member"]}
    assert "logo" in members["Comune di Genova"] and "logo" not in members["Comune di Torino"]

    browser(sara).post(f"/media/assets/{logo.pk}/stand/")
    assert "/media-kit/pictures/" not in Client().get("/it/partners/").content.decode()


def test_a_withdrawn_logo_leaves_the_name_in_letters(world: World) -> None:
    sara = officer(world)
    logo = published(sara)
    with acting_as(sara.actor()):
        actions.stand_for_the_body(by=sara, version=logo, stands=True)
    assert "/media-kit/pictures/" in Client().get("/it/partners/").content.decode()

    with acting_as(sara.actor()):
        actions.withdraw(by=sara, version=logo, reason="Il marchio è cambiato.")

    assert "/media-kit/pictures/" not in Client().get("/it/partners/").content.decode()


def test_one_logo_stands_for_a_body_and_a_palette_or_a_draft_does_not(world: World, browser: Browser) -> None:
    sara = officer(world)
    first, second, draft = published(sara), published(sara), an_asset(sara)
    palette = published(sara, kind="palette")
    client = browser(sara)
    for one in (first, second):
        assert client.post(f"/media/assets/{one.pk}/stand/").status_code == 302

    with acting_as(PUBLIC):
        assert list(Asset.objects.filter(is_mark=True).values_list("pk", flat=True)) == [second.asset_id]
    for one in (draft, palette):
        answer = client.post(f"/media/assets/{one.pk}/stand/", follow=True)
        assert "Solo un logo del proprio ente, già pubblicato" in answer.content.decode()
        assert (
            "Usare questo logo per l&#x27;ente" not in client.get(f"/media/assets/{one.pk}/").content.decode()
        )
    with acting_as(sara.actor()), pytest.raises(DatabaseError), transaction.atomic():
        Asset.objects.filter(pk=palette.asset_id).update(is_mark=True)


def test_a_stranger_and_a_colleague_without_the_right_change_no_logo(world: World, browser: Browser) -> None:
    logo = published(officer(world))
    torino = at_work(world.torino, "communications_officer", colleague("Rita Sala", "rita@example.org"))
    url = f"/media/assets/{logo.pk}/stand/"

    assert Client().post(url).status_code == 302
    assert browser(world.anna).post(url).status_code == 403
    refused = browser(torino).post(url, follow=True)
    assert "È di un altro ente" in refused.content.decode()
    with acting_as(PUBLIC):
        assert not Asset.objects.filter(is_mark=True).exists()
