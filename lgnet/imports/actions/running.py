# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a job (or the command line) does with a run: check it whole, write it whole, or say why not."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now, today
from lgnet.core.rowsecurity import acting_as
from lgnet.imports import files, policies, progress, queries
from lgnet.imports.actions.bulk import write_people
from lgnet.imports.actions.receiving import defer, end, locked
from lgnet.imports.actions.undoing import keep_written
from lgnet.imports.findings import KEPT, Finding
from lgnet.imports.likely import LikelyTwice
from lgnet.imports.models import ImportRun
from lgnet.imports.reading import Defaults, Read, Register
from lgnet.imports.records import BulkPerson
from lgnet.interop.sheets import SheetRefused, open_sheet
from lgnet.network.worker import Worker

State = ImportRun.State
EVERY = 1_000  # rows between two words on the progress


class Tally:
    """What was found so far: all counted, the first ones kept."""

    def __init__(self) -> None:
        self.rows = self.refused = self.errors = self.warnings = 0
        self._errors: list[Finding] = []
        self._warnings: list[Finding] = []

    def add(self, read: Read) -> None:
        """Take in one row."""
        self.rows += 1
        self.refused += read.person is None
        for finding in read.findings:
            self.note(finding)

    def note(self, finding: Finding) -> None:
        """Take in one finding."""
        kept = self._warnings if finding.is_warning else self._errors
        self.errors += not finding.is_warning
        self.warnings += finding.is_warning
        if len(kept) < KEPT:
            kept.append(finding)

    def put_on(self, run: ImportRun) -> None:
        """Say it on the run."""
        found = sorted(self._errors + self._warnings, key=lambda finding: (finding.is_warning, finding.line))
        run.problems = [finding.kept() for finding in found]
        run.problem_count, run.warning_count = self.errors, self.warnings
        run.rows_total, run.lines_refused = self.rows, self.refused


@contextmanager
def _register(run: ImportRun, by: Worker) -> Iterator[Register]:
    defaults = Defaults(
        now(),
        today(),
        run.with_cases,
        queries.lines_of(by.partner_id),
        by.user.pk,
        queries.managers(by.partner_id),
    )
    with open_sheet(files.folder() / run.stored_as, name=run.file_name) as sheet:
        yield Register(sheet, run.columns, defaults)


def check_file(*, by: Worker, run_id: uuid.UUID) -> ImportRun:
    """The dry run: read every row and say all that is wrong. Nothing is written but what was found."""
    with (
        _failing_kindly(by, run_id, State.CHECKING),
        progress.told_elsewhere(run_id, by.actor()) as tell,
        acting_as(by.actor()),
    ):
        progress.hold(run_id)
        policies.write_people(by).enforce()
        run, tally, twice = ImportRun.objects.get(pk=run_id), Tally(), LikelyTwice()
        with _register(run, by) as register:
            for read in register:
                tally.add(read)
                if read.person is not None:
                    twice.add(read.line, read.person)
                if tally.rows % EVERY == 0:
                    tell(tally.rows)
            for finding in twice.findings(register.letters):
                tally.note(finding)
        run = locked(run_id)
        if run.state != State.CHECKING:
            return run
        tally.put_on(run)
        run.state, run.rows_done = State.CHECKED, tally.rows
        run.save()
        audit.record("import.checked", on=run, rows=tally.rows, errors=tally.errors)
    return _as_it_is(by, run_id)


@transaction.atomic
def start_writing(
    *, by: Worker, run: ImportRun, skip_bad_lines: bool = False, in_background: bool = True
) -> ImportRun:
    """Have a checked file written: whole, or without the rows that have errors where that is asked for."""
    run = locked(run.pk)
    policies.start_writing(by, run).enforce()
    if run.problem_count and not skip_bad_lines:
        raise Refused(
            _("There are errors: correct the file, or choose to leave out the rows that have them.")
        )
    run.skip_bad_lines, run.state, run.rows_done, run.beat_at = skip_bad_lines, State.WRITING, 0, None
    run.save()
    audit.record("import.started", on=run, skip_bad_lines=skip_bad_lines)
    if in_background:
        defer("write", by, run)
    return run


def write_file(*, by: Worker, run_id: uuid.UUID) -> ImportRun:
    """Write everybody of a run in one transaction: all or nobody."""
    with (
        _failing_kindly(by, run_id, State.WRITING),
        progress.told_elsewhere(run_id, by.actor()) as tell,
        acting_as(by.actor()),
    ):
        progress.hold(run_id)
        run = ImportRun.objects.get(pk=run_id)
        if run.state != State.WRITING:
            return run
        with _register(run, by) as register:
            people = _people(register, skip_bad_lines=run.skip_bad_lines)
            counts = write_people(people, by=by, run_id=run_id, on_progress=tell)
        run = locked(run_id)
        run.people_written, run.cases_written, run.rows_done = (
            counts.people,
            counts.cases,
            run.rows_total or 0,
        )
        end(run, State.DONE)
        audit.record("import.written", on=run, people=counts.people, cases=counts.cases)
    return _as_it_is(by, run_id)


def _people(register: Register, *, skip_bad_lines: bool) -> Iterator[BulkPerson]:
    for read in register:
        if read.person is not None:
            yield read.person
        elif not skip_bad_lines:
            raise Refused(_("Row %(line)s has become wrong since the check.") % {"line": read.line})


def _as_it_is(by: Worker, run_id: uuid.UUID) -> ImportRun:
    with acting_as(by.actor()):
        return ImportRun.objects.get(pk=run_id)


@contextmanager
def _failing_kindly(by: Worker, run_id: uuid.UUID, state: str) -> Iterator[None]:
    """Whatever goes wrong, the run says so, and nothing of it stays."""
    try:
        yield
    except (SheetRefused, Refused) as expected:
        _fail(by, run_id, state, str(expected))
    except Exception:
        _fail(by, run_id, state, _("Something went wrong on our side. Nothing was written: try again."))
        raise


def _fail(by: Worker, run_id: uuid.UUID, state: str, failure: str) -> None:
    with acting_as(by.actor()):
        run = locked(run_id)
        if run.state == state:
            end(run, State.FAILED, failure=failure)
            audit.record("import.failed", on=run)


QUIET_SECONDS = 20


@transaction.atomic
def fail_if_abandoned(*, by: Worker, run: ImportRun) -> ImportRun:
    """Where the process that worked on a run was killed, say so: its transaction is gone, nothing was written."""
    if not run.is_running or run.beat_at is None or (now() - run.beat_at).total_seconds() < QUIET_SECONDS:
        return run
    if progress.is_held(run.pk):
        return run
    run = locked(run.pk)
    if run.state == State.UNDOING:
        keep_written(run, _("It was interrupted. Nothing was undone: try again."))
    elif run.is_running:
        end(run, State.FAILED, failure=_("It was interrupted. Nothing was written: send the file again."))
        audit.record("import.failed", on=run, why="abandoned")
    return run
