# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Files that cannot be imported are refused with a sentence, and nothing of them is kept."""

import datetime as dt
import io
import zipfile
from typing import Any

import pytest
import xlsxwriter

from lgnet.core.authz import Refused
from lgnet.core.rowsecurity import acting_as
from lgnet.imports import actions, files
from lgnet.imports.models import ImportRun
from lgnet.interop.sheets.limits import MEGABYTE
from lgnet.people.models import Person
from tests.imports.registers import GOOD, checked, codes, received, written
from tests.world import World


@pytest.fixture(autouse=True)
def own_files(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def workbook(rows: list[list[object]], *, formula: bool = False, merged: bool = False) -> bytes:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = book.add_worksheet()
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            sheet.write(r, c, value, day if isinstance(value, dt.date) else None)
    if formula:
        sheet.write_formula(1, 0, "=1+1", None, "")
    if merged:
        sheet.merge_range(0, 0, 0, 1, "Nome e cognome")
    book.close()
    return target.getvalue()


def bomb() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("xl/worksheets/sheet1.xml", b" " * (300 * MEGABYTE))
    return target.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty file"),
        pytest.param(b"Nome;Nome\nA;B\n", id="header twice"),
        pytest.param(b"%PDF-1.7\n", id="pdf"),
        pytest.param("Nome;Città\nA;B\n".encode() + "Niccolò;Forlì\n".encode("cp1252"), id="two encodings"),
        pytest.param(b"Nome;Cognome\n\x00\x01;B\n", id="binary"),
        pytest.param(workbook([["Nome", "Cognome"], ["A", "B"]], merged=True), id="merged header"),
        pytest.param(bomb(), id="zip bomb"),
    ],
)
def test_an_unreadable_file_is_refused_with_a_sentence(world: World, content: bytes) -> None:
    with acting_as(world.dario.actor()), pytest.raises(Refused) as refused:
        actions.receive(by=world.dario, file_name="x.xlsx", blocks=[content])
    assert len(str(refused.value.reason)) > 15
    assert not list(files.folder().iterdir())
    with acting_as(world.dario.actor()):
        assert not ImportRun.objects.exists()


def test_a_file_too_big_is_stopped_while_it_comes_in(world: World) -> None:
    block = b"x" * (8 * MEGABYTE)
    sent = 0

    def endless() -> Any:
        nonlocal sent
        while True:
            sent += len(block)
            yield block

    with acting_as(world.dario.actor()), pytest.raises(Refused, match="MB"):
        actions.receive(by=world.dario, file_name="x.csv", blocks=endless())
    assert sent < 300 * MEGABYTE and not list(files.folder().iterdir())


def test_formula_cells_are_errors_of_their_row(world: World) -> None:
    rows: list[list[object]] = [["Nome", "Cognome"], ["", "Sow"], ["Awa", "=cmd()"]]
    with acting_as(world.dario.actor()):
        run = actions.receive(by=world.dario, file_name="x.xlsx", blocks=[workbook(rows, formula=True)])
        actions.map_columns(by=world.dario, run=run, columns=run.columns, with_cases=False)
    run = actions.check_file(by=world.dario, run_id=run.pk)
    assert run.problem_count >= 1 and codes(run)[0][:2] == (2, "A")


def test_invisible_and_right_to_left_marks_are_taken_out_of_names(world: World) -> None:
    run = written(world.dario, "Nome;Cognome\nA\u200bwa\u202e;N\u00addoye\nليلى\u200f;\n")
    with acting_as(world.dario.actor()):
        names = {p.full_name for p in Person.objects.filter(import_run=run.pk).select_related("key")}
    assert names == {"Awa Ndoye", "ليلى"}


def test_dates_that_cannot_be_are_errors(world: World) -> None:
    text = "Nome;Data di nascita;Scadenza\nA;12/31/1990;\nB;1/1/2999;\nC;1899;\nD;;5/2027\nE;12/05/90;\n"
    assert codes(checked(world.dario, text)) == [
        (2, "B", "date_month_first"),
        (3, "B", "date_out_of_range"),
        (4, "B", "birth_too_early"),
        (5, "C", "date_not_whole"),
        (6, "B", "date_short_year"),
    ]


def test_a_name_too_long_is_an_error_and_not_a_crash(world: World) -> None:
    assert codes(checked(world.dario, f"Nome\n{'a' * 200}\n")) == [(2, "A", "too_long")]


def test_a_form_sent_twice_is_one_run(world: World) -> None:
    first = received(world.dario)
    with acting_as(world.dario.actor()):
        again = actions.receive(by=world.dario, file_name="x", blocks=[b""], run_id=first.pk)
        assert again.pk == first.pk and ImportRun.objects.count() == 1


def test_the_same_file_again_is_known(world: World) -> None:
    from lgnet.imports import queries

    first = written(world.dario, GOOD)
    with acting_as(world.dario.actor()):
        again = queries.same_file_before(received(world.dario, GOOD))
    assert again is not None and again.pk == first.pk


def test_writing_cannot_be_started_twice(world: World) -> None:
    run = checked(world.dario)
    with acting_as(world.dario.actor()):
        actions.start_writing(by=world.dario, run=run)
        with pytest.raises(Refused):
            actions.start_writing(by=world.dario, run=run)


def test_a_failure_in_the_middle_leaves_nobody(world: World) -> None:
    run = checked(world.dario)
    with acting_as(world.dario.actor()):
        actions.start_writing(by=world.dario, run=run)
    with (files.folder() / run.stored_as).open("a") as changed:
        changed.write("X;Y;31/02/1990;;;;\n")

    run = actions.write_file(by=world.dario, run_id=run.pk)
    assert run.state == ImportRun.State.FAILED and "5" in run.failure
    with acting_as(world.dario.actor()):
        assert not Person.objects.filter(import_run=run.pk).exists()
