# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A journalist takes the media kit; the communications officer of Sassari makes a poster and proves visibility."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import expect

from lgnet.core.rowsecurity import acting_as
from lgnet.network.actions import register_data_agreement
from lgnet.network.models import DataAgreement, Organisation, Site
from tests.factories.mediakit import photo
from tests.factories.network import who_logs_in
from tests.journeys.somebody import NARROW, PHONE, Somebody
from tests.world import World

pytestmark = pytest.mark.journey


@pytest.fixture
def sara(behind: Callable[[], AbstractContextManager[World]]) -> str:
    """The log-in name of the communications officer of Sassari, which has one place without a poster."""
    with behind() as world:
        with acting_as(world.ugo.actor()):
            body = Organisation.objects.get(code="sassari")
            if not DataAgreement.objects.filter(organisation=body).exists():
                kind = DataAgreement.Kind.CONTROLLER
                register_data_agreement(organisation=body, kind=kind, reference="for tests")
        worker = who_logs_in(body, "Sara Oliva", "communications_officer")
        with acting_as(worker.actor()):
            Site.objects.get_or_create(partner=body, name="Sportello di prova", kind=Site.Kind.DESK)
    return str(worker.user.email).split("@")[0]


def test_a_journalist_takes_the_media_kit(somebody: Callable[..., Somebody], tmp_path: Path) -> None:
    journalist = somebody(viewport=NARROW)
    for path in ("/it/media-kit/", "/ar/media-kit/", "/zh/media-kit/"):
        journalist.open(path)
        expect(journalist.page.locator(".kit-cards li").first).to_be_visible()
        journalist.expect_accessible()
        journalist.expect_no_sideways_scroll()
    journalist.open("/it/media-kit/?words=Marchio+LGNET")
    journalist.page.locator(".kit-cards a").first.click()
    expect(journalist.page.locator("h1")).to_have_text("Marchio LGNET")
    journalist.expect_accessible()
    journalist.open("/it/media-kit/")
    with journalist.page.expect_download() as taken:
        journalist.page.locator("a.btn-primary").first.click()
    target = tmp_path / "kit.zip"
    taken.value.save_as(target)
    with zipfile.ZipFile(target) as packed:
        manifest = json.loads(packed.read("manifest.json"))
        assert len(manifest["files"]) > 20
        for one in manifest["files"]:
            assert hashlib.sha256(packed.read(one["path"])).hexdigest() == one["sha256"]
            assert one["licence"] and one["credit"] and one["rights_holder"]
        assert "Riga di credito" in packed.read("README.txt").decode()


def test_sassari_makes_a_poster_and_proves_visibility(
    somebody: Callable[..., Somebody], sara: str, tmp_path: Path
) -> None:
    officer = somebody(sara)
    officer.open("/media/")
    officer.reads("Sportello di prova", "Nessun manifesto A3 e nessuno schermo in questa sede")
    officer.expect_accessible()
    officer.open("/media/make/poster/")
    expect(officer.page.locator("#preview img")).to_be_visible()
    officer.page.locator("[name=text]").fill("Una frase che non finisce mai. " * 60)
    expect(officer.page.locator("#preview .mk-problems")).to_contain_text("è troppo lungo", timeout=20_000)
    officer.fill(headline="Lo sportello è aperto", text="Orientamento e mediazione in sei lingue.")
    officer.fill(when="Dal lunedì al venerdì, 9–13", where="Via Rockefeller 35, Sassari")
    expect(officer.page.locator("#preview .mk-problems")).to_have_count(0, timeout=20_000)
    expect(officer.page.locator("[name=where]")).to_have_value("Via Rockefeller 35, Sassari")
    officer.expect_accessible()
    officer.send("#design")
    officer.reads("Rispetta le regole", "«Cofinanziato dall’Unione europea» è accanto all’emblema.")
    officer.expect_accessible()
    with officer.page.expect_download() as taken:
        officer.page.get_by_role("link", name="PDF").click()
    poster = tmp_path / "manifesto.pdf"
    taken.value.save_as(poster)

    officer.page.locator("#show [name=site]").select_option(label="Sportello di prova")
    officer.page.locator("#show [name=place]").fill("Atrio")
    officer.page.locator("#show [name=shown_from]").fill("2026-01-10")
    officer.send("#show")
    picture = tmp_path / "atrio.jpg"
    picture.write_bytes(photo(900, 600))
    officer.page.locator("#prove [name=photo]").set_input_files(picture)
    officer.page.locator("#prove [name=taken_on]").fill("2026-01-12")
    officer.send("#prove")
    officer.reads("La foto è conservata con il suo giorno")
    officer.page.set_viewport_size(PHONE)
    officer.expect_accessible()
    officer.expect_no_sideways_scroll()

    officer.open("/media/look/")
    officer.page.locator("#look [name=file]").set_input_files(poster)
    officer.send("#look")
    officer.reads("Rispetta le regole", "Il foglio è di 297 × 420 mm: A3 o più grande.")
    expect(officer.page.locator(".mk-boxes rect").first).to_be_visible()
    officer.expect_accessible()
