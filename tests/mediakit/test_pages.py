# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The screens of who keeps the media kit: an asset brought in, a product made and proved, what comes back typed."""

import datetime as dt
import io
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lgnet.core.clock import today
from lgnet.core.rowsecurity import acting_as
from lgnet.interop.sheets import open_sheet
from lgnet.mediakit.models import Asset, Check, Product, Proof, Version
from lgnet.network.worker import Worker
from tests.factories.mediakit import (
    FACTS,
    PDF,
    SVG,
    a_product,
    a_site,
    national,
    officer,
    photo,
    proved,
    published,
    shown,
)
from tests.factories.network import at_work, colleague
from tests.world import World

Browser = Callable[[Worker], Client]
HTMX = {"hx-request": "true", "hx-target": "preview"}
WORDS = {
    "headline": "Porte aperte",
    "text": "Un pomeriggio insieme.",
    "when": "11 dicembre",
    "where": "Via Balbi 5",
    "contact": "",
    "language": "it",
}


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


def file(content: bytes, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def todo(client: Client) -> dict[str, str]:
    """What the page says is missing, by place."""
    page = client.get("/media/").context["page"]
    return {task.site.name: str(task.words) for task in page.tasks}


def read(answer: Any) -> bytes:
    """A file to its end: whoever leaves it open is told by Python."""
    return b"".join(answer)


def test_an_asset_is_brought_in_released_published_renewed_and_withdrawn(
    world: World, browser: Browser
) -> None:
    by = officer(world)
    sara = browser(by)
    typed = {**FACTS, "kind": "photo", "shows_people": "on", "new_id": str(uuid.uuid4()), "release_until": ""}
    answer = sara.post("/media/assets/new/", {**typed, "file": file(photo(), "piazza.jpg")})
    address = answer.headers["Location"]
    assert "GPS" in sara.get(address).content.decode()
    assert sara.post(f"{address}publish/").status_code == 403
    assert sara.post(f"{address}release/", {"file": file(b"MZ", "x.exe")}).status_code == 422
    sara.post(f"{address}release/", {"file": file(PDF, "liberatoria.pdf")})
    assert sara.post(f"{address}publish/").status_code == 302
    assert read(sara.get(f"{address}file/"))[:3] == b"\xff\xd8\xff"
    second = sara.post(f"{address}renew/", {"file": file(photo(900, 600), "piazza.jpg")}).headers["Location"]
    assert second != address
    sara.post(f"{second}throw-away/")
    assert sara.post(f"{address}withdraw/", {"reason": ""}).status_code == 422
    sara.post(f"{address}withdraw/", {"reason": "Non serve più", "is_release_withdrawn": "on"})
    assert "Non serve più" in sara.get(address).content.decode()
    assert "Marchio del progetto" in sara.get("/media/assets/").content.decode()


def test_a_bad_file_comes_back_with_a_sentence_at_the_field_and_nothing_typed_is_lost(
    world: World, browser: Browser
) -> None:
    sara = browser(officer(world))
    answer = sara.post("/media/assets/new/", {**FACTS, "kind": "logo", "file": file(b"MZ\x90", "logo.png")})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Conta il contenuto" in page and "Un cerchio bianco su fondo blu" in page
    with acting_as(world.dario.actor()):
        assert not Asset.objects.filter(shipped_as=None).exists()


def test_a_poster_is_previewed_made_shown_proved_and_taken(world: World, browser: Browser) -> None:
    by = officer(world)
    sara, site = browser(by), a_site(by)
    assert todo(sara)["Sportello unico"] == "Nessun manifesto A3 e nessuno schermo in questa sede"
    preview = sara.post("/media/make/poster/", WORDS, headers=HTMX)
    assert preview.status_code == 200 and "data:image/png;base64," in preview.content.decode()
    assert "<form" not in preview.content.decode()
    with acting_as(by.actor()):
        assert not Product.objects.exists()  # a preview makes nothing
    address = sara.post("/media/make/poster/", {**WORDS, "new_id": str(uuid.uuid4())}).headers["Location"]
    page = sara.get(address).content.decode()
    assert "Rispetta le regole" in page and "Cofinanziato dall’Unione europea" in page
    for form, start in (("pdf", b"%PDF"), ("svg", b"<svg"), ("png", b"\x89PNG")):
        assert sara.get(f"{address}take/{form}/").content.startswith(start)
    assert sara.get(f"{address}take/exe/").status_code == 404
    day = today() - dt.timedelta(days=4)
    sara.post(
        f"{address}show/", {"site": str(site.pk), "place": "Atrio", "shown_from": f"{day}", "shown_until": ""}
    )
    assert todo(sara)["Sportello unico"] == "Nessuna foto lo prova"
    wrong = {
        "photo": file(photo(), "f.jpg"),
        "taken_on": f"{today() + dt.timedelta(days=1)}",
        "note": "nell’atrio",
    }
    answer = sara.post(f"{address}prove/", wrong)
    assert answer.status_code == 422 and "nell’atrio" in answer.content.decode()
    kept = sara.post(f"{address}prove/", {"photo": file(photo(), "f.jpg"), "taken_on": f"{day}", "note": ""})
    assert kept.status_code == 302
    assert "Sportello unico" not in todo(sara)
    with acting_as(by.actor()):
        proof = Proof.objects.get()
    assert read(sara.get(f"/media/proofs/{proof.pk}/"))[:3] == b"\xff\xd8\xff"
    assert read(sara.get(f"{address}picture/")).startswith(b"\x89PNG")
    sara.post(f"{address}end/")
    assert todo(sara)["Sportello unico"] == "Nessun manifesto A3 e nessuno schermo in questa sede"
    sara.post(f"{address}restore/")
    assert "Sportello unico" not in todo(sara)


def test_what_does_not_fit_is_told_with_by_how_much_and_stays_typed(world: World, browser: Browser) -> None:
    sara = browser(officer(world))
    long = {**WORDS, "text": "Una frase che non finisce mai. " * 60}
    preview = sara.post("/media/make/poster/", long, headers=HTMX).content.decode()
    assert "è troppo lungo: circa" in preview
    answer = sara.post("/media/make/poster/", long)
    assert answer.status_code == 422 and "Una frase che non finisce mai." in answer.content.decode()
    assert sara.get("/media/make/nothing/").status_code == 404


@pytest.mark.parametrize("kind", ["card", "square", "note", "slide", "certificate", "signature"])
def test_every_kind_has_its_page(world: World, browser: Browser, kind: str) -> None:
    page = browser(officer(world)).get(f"/media/make/{kind}/?headline=Ciao").content.decode()
    assert "Ciao" in page and "data:image/png;base64," in page


def test_what_was_made_elsewhere_is_registered_and_looked_at(world: World, browser: Browser) -> None:
    sara = browser(officer(world))
    typed = {
        "kind": "leaflet",
        "title": "Volantino",
        "language": "it",
        "site": "",
        "place": "",
        "shown_from": "",
        "shown_until": "",
    }
    address = sara.post("/media/products/register/", {**typed, "file": file(SVG, "v.svg")}).headers[
        "Location"
    ]
    page = sara.get(address).content.decode()
    assert "Non è stato trovato l’emblema" in page and "Infrange una regola" in page
    assert sara.post(f"{address}check/", {"path": ""}).status_code == 422
    bad = {**typed, "shown_until": "2026-01-02", "file": file(b"MZ", "v.pdf")}
    assert sara.post("/media/products/register/", bad).status_code == 422


def test_the_checker_looks_at_files_and_at_our_own_pages(world: World, browser: Browser) -> None:
    sara = browser(officer(world))
    assert sara.post("/media/look/", {"path": ""}).status_code == 422
    assert "non è per i visitatori" in sara.post("/media/look/", {"path": "/people/"}).content.decode()
    assert "Qui non c’è questa pagina" in sara.post("/media/look/", {"path": "/nowhere/"}).content.decode()
    found = sara.get(
        sara.post("/media/look/", {"path": "/it/media-kit/"}).headers["Location"]
    ).content.decode()
    assert "Cofinanziato dall&#x27;Unione europea" in found or "Cofinanziato dall’Unione europea" in found
    address = sara.post("/media/look/", {"file": file(SVG, "v.svg")}).headers["Location"]
    assert "VIS-1" in sara.get(address).content.decode()
    assert read(sara.get(f"{address}pages/0/")).startswith(b"\x89PNG")
    assert sara.get(f"{address}pages/9/").status_code == 404
    assert "v.svg" in sara.get("/media/look/").content.decode()


def test_the_register_is_a_spreadsheet_too(world: World, browser: Browser, tmp_path: Path) -> None:
    by = officer(world)
    proved(by, shown(by, a_product(by), a_site(by)))
    answer = browser(by).get("/media/products/export/")
    with open_sheet(io.BytesIO(answer.content), "registro.xlsx") as sheet:
        rows = [" ".join(row.texts()) for row in sheet.rows()]
    assert any("Porte aperte" in row for row in rows)


def test_the_nation_sees_every_partner_and_changes_nothing(world: World, browser: Browser) -> None:
    by = officer(world)
    product = shown(by, a_product(by), a_site(by))
    serena, nadia = browser(national(world)), browser(world.nadia)
    for who in (serena, nadia):
        assert "Nessuna foto lo prova" in who.get("/media/nation/").content.decode()
        assert "Porte aperte" in who.get("/media/products/").content.decode()
        assert who.get(f"/media/products/{product.pk}/").status_code == 200
    assert nadia.post(f"/media/products/{product.pk}/end/").status_code == 403
    assert serena.post(f"/media/products/{product.pk}/end/").status_code == 403
    with acting_as(by.actor()):
        product.refresh_from_db()
        assert product.ended_at is None


def test_pages_ask_the_same_number_of_queries_however_much_there_is(world: World, browser: Browser) -> None:
    by = officer(world)
    sara = browser(by)
    for address in ("/media/", "/media/products/", "/media/assets/", "/it/media-kit/"):
        counts = []
        for round_ in range(2):
            with CaptureQueriesContext(
                connection,
            ) as caught:
                sara.get(address)
            counts.append(len(caught))
            if not round_:
                for n in range(3):
                    shown(by, a_product(by, headline=f"Numero {n}"), a_site(by, f"Sede {address}{n}"))
                    published(by, title=f"Marchio {n}")
        assert counts[0] == counts[1] or counts[1] <= counts[0] + 1, (address, counts)


def test_the_stranger_and_the_colleague(world: World, browser: Browser) -> None:
    by = officer(world)
    product = proved(by, shown(by, a_product(by), a_site(by)))
    with acting_as(by.actor()):
        check, proof = Check.objects.get(), Proof.objects.get()
    version = published(by)
    torino = browser(at_work(world.torino, "communications_officer", colleague("Tea Po", "tea@example.org")))
    for address in (
        f"/media/products/{product.pk}/", f"/media/products/{product.pk}/take/pdf/", f"/media/proofs/{proof.pk}/",
        f"/media/checks/{check.pk}/", f"/media/products/{product.pk}/picture/",
    ):  # fmt: skip
        assert torino.get(address).status_code == 404
    refused = torino.post(f"/media/assets/{version.pk}/withdraw/", {"reason": "x"})
    assert refused.status_code == 403 and "di un altro ente" in refused.content.decode()
    assert browser(world.anna).get("/media/").status_code == 403
    with acting_as(by.actor()):
        assert Version.objects.get(pk=version.pk).state == "published"
