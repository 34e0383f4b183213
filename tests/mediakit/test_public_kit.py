# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A journalist takes the media kit: the pages in nine languages, one asset, and one zip whose manifest is true."""

import hashlib
import io
import json
import tracemalloc
import uuid
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from lgnet.core.clock import now
from lgnet.core.rowsecurity import acting_as
from lgnet.mediakit import actions, files, public_bundle, queries
from lgnet.mediakit.models import Version
from lgnet.network.worker import Worker
from lgnet.ui.public import LANGUAGES
from tests.factories.mediakit import an_asset, officer, photo, published
from tests.world import World


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


def test_the_lasting_address_leads_to_the_language_of_the_browser(db: None, client: Client) -> None:
    for accepted, code in (("ar,en;q=0.5", "ar"), ("de", "it"), ("zh-CN", "zh"), ("", "it")):
        answer = client.get("/media-kit/", headers={"accept-language": accepted})
        assert answer.headers["Location"] == f"/{code}/media-kit/"
        assert "Accept-Language" in answer.headers["Vary"]


def test_everybody_finds_what_is_published_in_every_language(world: World, client: Client) -> None:
    by = officer(world)
    version = published(by)
    an_asset(by, title="Ancora in bozza")
    for code in LANGUAGES:
        page = client.get(f"/{code}/media-kit/").content.decode()
        assert "Marchio del progetto" in page and "Ancora in bozza" not in page
    detail = client.get(f"/it/media-kit/{version.asset_id}/").content.decode()
    assert "Un cerchio bianco su fondo blu" in detail and "Comune di Genova" in detail
    assert version.digest[:16] in detail


def test_search_finds_by_words_and_by_kind_and_says_when_there_is_nothing(
    world: World, client: Client
) -> None:
    published(officer(world))
    assert "Marchio del progetto" in client.get("/it/media-kit/?words=marchio+del&kind=logo").content.decode()
    assert "Marchio del progetto" not in client.get("/it/media-kit/?kind=photo").content.decode()
    assert "Qui non si trova nulla" in client.get("/it/media-kit/?words=zzzz").content.decode()
    for strange in ("kind=nothing", "after=x", "words=%00", "after=2026-01-01T00:00:00Z~no"):
        assert client.get(f"/it/media-kit/?{strange}").status_code == 200


def test_a_picture_is_for_our_pages_and_a_download_for_everybody(world: World, client: Client) -> None:
    version = published(officer(world))
    with acting_as(world.carla.actor()):
        made = version.renditions.get(label="png-256")
    shown = client.get(f"/media-kit/pictures/{made.pk}/")
    assert b"".join(shown).startswith(b"\x89PNG")
    assert shown.headers["Cross-Origin-Resource-Policy"] == "same-site"
    assert (
        shown.headers["X-Content-Type-Options"] == "nosniff"
        and "sandbox" in shown.headers["Content-Security-Policy"]
    )
    assert shown.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
    again = client.get(f"/media-kit/pictures/{made.pk}/", headers={"if-none-match": shown.headers["ETag"]})
    assert again.status_code == 304

    taken = client.get(f"/media-kit/files/{version.pk}/")
    assert "attachment" in taken.headers["Content-Disposition"]
    assert "Cross-Origin-Resource-Policy" not in taken.headers
    assert hashlib.sha256(b"".join(taken)).hexdigest() == version.digest


def test_what_is_withdrawn_is_gone_at_once_for_who_had_it_too(world: World, client: Client) -> None:
    by = officer(world)
    version = published(by)
    answer = client.get(f"/media-kit/files/{version.pk}/")
    assert b"".join(answer)
    etag = answer.headers["ETag"]
    with acting_as(by.actor()):
        made = version.renditions.get(label="png-256")
        actions.withdraw(by=by, version=version, reason="Il marchio è cambiato")
    for address in (
        f"/media-kit/files/{version.pk}/", f"/media-kit/pictures/{made.pk}/", f"/it/media-kit/{version.asset_id}/",
        f"/media-kit/lgnet-media-kit.zip?asset={version.asset_id}",
    ):  # fmt: skip
        assert client.get(address, headers={"if-none-match": etag}).status_code == 404


def test_one_zip_holds_everything_and_its_manifest_is_true(world: World, client: Client) -> None:
    by = officer(world)
    published(by, credit="Foto: Comune di Genova")
    published(by, kind="photo", content=photo(), name="piazza.jpg", title="Piazza")
    answer = client.get("/media-kit/lgnet-media-kit.zip?kind=logo&lang=it")
    assert answer.streaming and "attachment" in answer.headers["Content-Disposition"]
    packed = zipfile.ZipFile(io.BytesIO(b"".join(answer)))

    manifest = json.loads(packed.read("manifest.json"))
    names = {one["path"] for one in manifest["files"]}
    assert names == set(packed.namelist()) - {"manifest.json", "README.txt"}
    for one in manifest["files"]:
        content = packed.read(one["path"])
        assert (len(content), hashlib.sha256(content).hexdigest()) == (one["size"], one["sha256"])
        assert one["licence"] and one["rights_holder"] and one["credit"] and one["version"] == 1
    words = packed.read("README.txt").decode()
    assert "Foto: Comune di Genova" in words and "Riga di credito" in words
    assert not any(name.startswith("photos/") for name in names)
    with zipfile.ZipFile(io.BytesIO(b"".join(client.get("/media-kit/lgnet-media-kit.zip")))) as everything:
        assert everything.testzip() is None
        assert any(name.startswith("photos/genova/piazza-v1") for name in everything.namelist())


def test_memory_does_not_grow_with_the_zip(db: None) -> None:
    block = bytes(range(256)) * 4096  # a megabyte

    def largest(count: int) -> int:
        kept = [files.keep(block + bytes([n])) for n in range(count)]
        items = [
            public_bundle.Item(
                f"photos/{n}.jpg", "t", "s", 1, "image/jpeg", len(block), digest, "l", "r", "c"
            )
            for n, digest in enumerate(kept)
        ]
        tracemalloc.start()
        sent = sum(len(part) for part in public_bundle.stream(items, address="x", at=now()))
        _now, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert sent > count * len(block)
        return peak

    assert largest(24) < largest(3) + 400_000


def test_the_website_asks_for_assets_in_two_queries(world: World, django_assert_num_queries: Any) -> None:
    by = officer(world)
    published(by)
    published(by, title="Secondo marchio")
    with acting_as(world.carla.actor()), django_assert_num_queries(2):
        found = queries.public_assets(kind="logo", partner="genova")
    assert [one.title for one in found] == ["Secondo marchio", "Marchio del progetto"]
    assert all(one.thumbnail for one in found)


def test_the_stranger_gets_no_draft_and_no_invented_address(world: World, client: Client) -> None:
    draft = an_asset(officer(world))
    with acting_as(world.dario.actor()):
        made = Version.objects.get(pk=draft.pk).renditions.all()[0]
    for address in (
        f"/media-kit/files/{draft.pk}/",
        f"/media-kit/pictures/{made.pk}/",
        "/media-kit/lgnet-media-kit.zip?asset=x",
    ):
        assert client.get(address).status_code == 404
    assert client.get(f"/media/assets/{draft.pk}/").status_code == 302  # to the log-in
    assert client.post("/it/media-kit/").status_code == 405


def test_who_works_here_and_asks_for_what_is_gone_reads_the_same_page_as_everybody(
    world: World, browser: Callable[[Worker], Client]
) -> None:
    for client in (browser(world.ugo), browser(world.anna), Client()):
        answer = client.get(f"/media-kit/files/{uuid.uuid4()}/")
        assert answer.status_code == 404
        assert "Questa pagina non c" in answer.content.decode()
