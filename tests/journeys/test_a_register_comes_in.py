# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A spreadsheet with errors is told line by line, corrected, imported, taken back; people leave with a manifest."""

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
import xlsxwriter
from playwright.sync_api import expect

from lgnet.core.rowsecurity import DbRole
from tests.environment import ROOT
from tests.journeys.somebody import Somebody

pytestmark = pytest.mark.journey
HEADER = ["Nome", "Cognome", "Data di nascita", "Sesso", "Cittadinanza", "Telefono"]
GOOD = ["Awa", "Importata-Ndoye", "12/03/1994", "F", "Senegal", "3471112223"]
WRONG = ["Ibra", "Importata-Fall", "31/02/1990", "M", "Senegal", ""]
RIGHT = ["Ibra", "Importata-Fall", "28/02/1990", "M", "Senegal", ""]


@pytest.fixture
def jobs(platform: str, worker_id: str, static_files: Path) -> Iterator[None]:
    """The process that works in the background, on the database of the journeys."""
    environment = {**os.environ, "LGNET_DATABASE": f"journey_{worker_id}", "LGNET_POOL": "1"}
    environment |= {
        "PGOPTIONS": f"-c role={DbRole.WORKER}",
        "DJANGO_SETTINGS_MODULE": "lgnet.config.settings",
    }
    with (static_files.parent / "jobs.log").open("wb") as log:
        command = [sys.executable, "-m", "django", "procrastinate", "worker"]
        worker = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT)
    yield
    worker.terminate()
    worker.wait(timeout=20)


def _spreadsheet(*rows: list[str]) -> bytes:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held) as book:
        sheet = book.add_worksheet("Registro")
        for line, row in enumerate([HEADER, *rows]):
            sheet.write_row(line, 0, row)
    return held.getvalue()


def _bring_in(dario: Somebody, name: str, *rows: list[str]) -> None:
    """Send a file, accept what its columns are taken for, wait for the check."""
    dario.open("/imports/")
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    file = {"name": name, "mimeType": kind, "buffer": _spreadsheet(*rows)}
    dario.page.locator("main input[type=file]").set_input_files(file)  # type: ignore[arg-type]  # as documented
    dario.send('form[action$="/imports/new/"]')
    dario.expect_accessible()
    dario.send('form[action$="/columns/"]')
    dario.page.locator('form[action$="/write/"]').wait_for(timeout=30_000)


def _is_found(who: Somebody) -> bool:
    who.open("/people/?q=Importata-Ndoye")
    return who.page.locator("#results a.people-name", has_text="Importata-Ndoye").count() > 0


@pytest.mark.usefixtures("jobs")
def test_a_register_with_an_error_is_corrected_imported_and_taken_back(
    somebody: Callable[..., Somebody],
) -> None:
    dario = somebody("dario")
    _bring_in(dario, "registro.xlsx", GOOD, WRONG)
    finding = dario.page.locator("main tr", has=dario.page.locator("th"), has_text="31/02/1990")
    expect(finding.locator("th")).to_have_text("3")
    expect(finding.locator("td").first).to_have_text("C · Data di nascita")
    dario.expect_accessible()
    assert not _is_found(dario)

    _bring_in(dario, "registro corretto.xlsx", GOOD, RIGHT)
    expect(dario.page.locator("main tr", has_text="Importata-Fall").locator("th")).to_have_count(0)
    dario.send('form[action$="/write/"]')
    dario.page.locator('form[action$="/undo/"]').wait_for(timeout=30_000)
    dario.expect_accessible()
    run = dario.page.url
    assert _is_found(dario)
    dario.open("/imports/")
    with dario.page.expect_download() as leaving:
        dario.page.locator('main a[href*="/export/people/"]').first.click()
    text = _text_of(leaving.value.path())
    assert "Importata-Ndoye" in text and "Dario Ferrando" in text, "no manifest of who took what"

    dario.open(run)
    dario.send('form[action$="/undo/"]')
    dario.expect_accessible()
    expect(dario.main).to_contain_text("Annullata", timeout=30_000)
    dario.expect_accessible()
    assert not _is_found(dario)


def _text_of(path: Path) -> str:
    """All the text of a workbook."""
    with ZipFile(path) as book:
        return "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xml"))
