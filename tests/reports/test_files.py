# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reports as files: tagged PDF with the emblem and its sentence, XLSX that say what they contain."""

import io
from collections.abc import Callable
from typing import Any

import pypdf
import pytest
from django.test import Client
from python_calamine import CalamineWorkbook

from lgnet.core.models import AuditEntry
from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from lgnet.reports.models import Sending
from tests.factories.counting import facts
from tests.factories.reports import a_deviation, a_report, a_sending, a_subject, answered
from tests.world import World

Browser = Callable[[Worker], Client]


def got(client: Client, url: str) -> bytes:
    answer = client.get(url)
    assert answer.status_code == 200, url
    assert answer["Content-Disposition"].startswith("attachment")
    return bytes(answer.content)


def printed(pdf: bytes) -> str:
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    assert "/MarkInfo" in reader.root_object
    assert "/StructTreeRoot" in reader.root_object
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def sheets(xlsx: bytes) -> tuple[list[list[Any]], str]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(xlsx))
    data, content = (book.get_sheet_by_index(number).to_python() for number in (0, 1))
    return data, str(content)


@pytest.fixture
def sent(world: World) -> Sending:
    facts(world.anna, 1, 2)
    report = answered(
        world.dario, a_report(world.dario), words="Molte parole 🙂 #let =A1\n\nNuovo paragrafo:"
    )
    a_deviation(world.dario, report, remedy="Nuovo avviso")
    a_subject(world.dario, report)
    return a_sending(world.dario, report)


def test_the_report_prints_with_its_hash_the_emblem_and_the_sentence(
    world: World, english: Browser, sent: Sending
) -> None:
    for reader in (world.dario, world.nadia):
        words = printed(got(english(reader), f"/reports/{sent.report_id}/report.pdf"))
        assert "Co-funded by the European Union" in words
        assert sent.digest in words.replace(" ", "")
        assert "Molte parole" in words and "#let =A1" in words, "typed text is never a command"
        assert (
            "ASL 3" in words
            and "Avvio dei laboratori" in words
            and "Participants supported (O.2.3 v1)" in words
        )


def test_a_draft_prints_as_a_draft(world: World, english: Browser) -> None:
    report = a_report(world.dario)

    words = printed(got(english(world.dario), f"/reports/{report.pk}/report.pdf"))

    assert "this report was not sent in this form" in words


def test_figures_and_texts_go_out_as_tables_that_say_what_they_contain(
    world: World, english: Browser, sent: Sending
) -> None:
    nadia = english(world.nadia)
    figures, about = sheets(got(nadia, f"/reports/{sent.report_id}/report.figures.xlsx"))
    texts, _about = sheets(got(nadia, f"/reports/{sent.report_id}/report.texts.xlsx"))

    supported = [row for row in figures if "Participants supported" in row]
    assert [row[9] for row in supported] == [2, 2], "all, and the one part there is"
    assert "O.2.3 v1" in about and sent.digest in about and "Nadia Greco" in about
    assert any("Avvio dei laboratori rinviato" in row and "The context" in row for row in texts)
    got(english(world.dario), f"/reports/{sent.report_id}/report.texts.xlsx")
    with acting_as(world.dario.actor()):
        assert AuditEntry.objects.filter(event="report.taken_out").count() == 1


def test_the_networks_report_goes_out_too(world: World, english: Browser, sent: Sending) -> None:
    nadia = english(world.nadia)
    facts(world.carla, 2)

    words = printed(got(nadia, "/reports/quarters/2026-q3/report.pdf"))
    figures, about = sheets(got(nadia, "/reports/quarters/2026-q3/report.figures.xlsx"))
    texts, _about = sheets(got(nadia, "/reports/quarters/2026-q3/report.texts.xlsx"))

    assert "Co-funded by the European Union" in words and "1 of 22" in words and "Molte parole" in words
    assert "Torino" in about, "who is missing"
    network = next(row for row in figures if row[0] == "Network (each person once)" and row[3] == "O.2.3 v1")
    assert network[9] == 2
    assert any("Genova" in row for row in texts)
    assert english(world.dario).get("/reports/quarters/2026-q3/report.pdf").status_code == 403


def test_the_stranger_gets_no_file(world: World, english: Browser, sent: Sending) -> None:
    carla = english(world.carla)

    for kind in ("pdf", "figures.xlsx", "texts.xlsx", "exe"):
        assert carla.get(f"/reports/{sent.report_id}/report.{kind}").status_code == 404
