# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the pages of imports show."""

from dataclasses import dataclass

from django.forms import Form
from django.urls import reverse

from lgnet.core.authz import Sentence, Verdict
from lgnet.imports import files, policies, progress, queries
from lgnet.imports.findings import Finding
from lgnet.imports.models import ImportRun
from lgnet.interop.sheets import open_sheet
from lgnet.interop.sheets.rows import column_letter
from lgnet.network.worker import Worker

PREVIEWED = 20
TOLD = 100
LOOKS = {"done": "done", "failed": "late", "undone": "closed", "checked": "waiting"}


@dataclass(frozen=True)
class ListPage:
    """The form for a new file and the imports made so far."""

    form: Form
    runs: list[ImportRun]
    may_export: Verdict
    refused: Sentence = ""


@dataclass(frozen=True)
class Told:
    """One thing found in the file; `column` is a letter with its title."""

    line: int
    column: str
    message: str
    is_warning: bool


@dataclass(frozen=True)
class Progress:
    """How far the job at work is; `total` is None where that cannot be told, `rows` where it counts rows."""

    done: int
    total: int | None
    rows: int | None


@dataclass(frozen=True)
class RunPage:
    """One import, wherever it stands."""

    run: ImportRun
    form: Form | None
    header: list[str]
    preview: list[list[str]]
    findings: list[Told]
    more: int
    same_before: ImportRun | None
    may_write: Verdict
    may_give_up: Verdict
    may_undo: Verdict
    progress: Progress | None
    refused: Sentence = ""

    @property
    def url(self) -> str:
        """The page's own address: it asks again while a job is at work."""
        return reverse("imports:run", args=[self.run.pk])


def list_page(by: Worker, form: Form, *, refused: Sentence = "") -> ListPage:
    """The partner's imports, and the way out for its people."""
    return ListPage(form, queries.latest_runs(), policies.export_people(by), refused)


def run_page(by: Worker, run: ImportRun, form: Form | None, *, refused: Sentence = "") -> RunPage:
    """One import: while it has its file, also the first rows of it."""
    header, preview = _first_rows(run)
    found = [Finding.stored(row) for row in run.problems[:TOLD]]
    titles = {column_letter(index): title for index, title in enumerate(header)}
    return RunPage(
        run=run,
        form=form,
        header=header,
        preview=preview,
        findings=[_told(run, one, titles) for one in found],
        more=max(0, run.problem_count + run.warning_count - len(found)),
        same_before=queries.same_file_before(run) if run.stored_as else None,
        may_write=policies.start_writing(by, run),
        may_give_up=policies.give_up(by, run),
        may_undo=policies.undo(by, run),
        progress=_progress(run) if run.is_running else None,
        refused=refused,
    )


def _told(run: ImportRun, found: Finding, titles: dict[str, str]) -> Told:
    message = found.message if run.stored_as else ""  # what cells held is forgotten when the file goes
    return Told(found.line, found.where(titles), message, found.is_warning)


def _progress(run: ImportRun) -> Progress:
    if run.state == ImportRun.State.UNDOING:
        return Progress(progress.undo_steps(run.pk), progress.UNDO_STEPS, None)
    return Progress(run.rows_done, run.rows_total, run.rows_done)


def header_of(run: ImportRun) -> list[str]:
    """The names of the columns, while they can still be named."""
    if run.state not in {ImportRun.State.UPLOADED, ImportRun.State.CHECKED} or not run.stored_as:
        return []
    with open_sheet(files.folder() / run.stored_as, name=run.file_name) as sheet:
        return sheet.header


def _first_rows(run: ImportRun) -> tuple[list[str], list[list[str]]]:
    if not run.stored_as or run.is_running:
        return [], []
    preview: list[list[str]] = []
    with open_sheet(files.folder() / run.stored_as, name=run.file_name) as sheet:
        for row in sheet.rows():
            preview.append(list(row.texts()))
            if len(preview) == PREVIEWED:
                break
        return sheet.header, preview
