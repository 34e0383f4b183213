# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The import as somebody sees it in a terminal: progress on one line, the first errors, the figures at the end."""

import resource
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import click
from django.utils import translation

from lgnet.core.authz import Refused
from lgnet.core.rowsecurity import GATE, acting_as
from lgnet.imports import actions, files
from lgnet.imports.findings import Finding
from lgnet.imports.models import ImportRun
from lgnet.interop.sheets import SheetRefused
from lgnet.network.models import Membership
from lgnet.network.queries import working_memberships
from lgnet.network.worker import Worker

SHOWN = 20


@dataclass(frozen=True)
class Wanted:
    """What the command line asks for."""

    partner: str
    email: str
    columns: Mapping[str, str]
    dry_run: bool = False
    with_cases: bool = False
    skip_bad_lines: bool = False


def import_people(path: Path, wanted: Wanted) -> None:
    """Check and write a file. Ends the command with a sentence where that cannot be."""
    try:
        by = worker_called(wanted.email, wanted.partner)
        with translation.override(by.user.language):
            _import(path, wanted, by)
    except (Refused, SheetRefused) as refused:
        raise click.ClickException(str(refused)) from refused


def worker_called(email: str, partner: str) -> Worker:
    """Who works for a partner under this address, in a membership that is valid today."""
    with acting_as(GATE):
        named = Membership.objects.valid_now().filter(user__email__iexact=email, organisation__code=partner)
        found = named.select_related("user", "organisation").first()
        valid = {one.pk for one in working_memberships(found.user)} if found else set()
    if found is None or found.pk not in valid:
        raise click.ClickException(f"{email} does not work for {partner} today.")
    return Worker(found.user, found)


def _import(path: Path, wanted: Wanted, by: Worker) -> None:
    with acting_as(by.actor()):
        run = actions.receive(by=by, file_name=path.name, blocks=files.blocks_of(path))
    with acting_as(by.actor()):
        columns = {**run.columns, **wanted.columns}
        run = actions.map_columns(
            by=by,
            run=run,
            columns={name: code for name, code in columns.items() if code},
            with_cases=wanted.with_cases,
            in_background=False,
        )
    click.echo("Columns: " + ", ".join(f"{name} = {code}" for name, code in run.columns.items()))
    say = _Say("Checked")
    run = actions.check_file(by=by, run_id=run.pk)
    say(run.rows_total or 0)
    _show(run)
    if _may_write(run, wanted):
        _write(run, wanted, by)
    else:
        _stop(run, by)


def _may_write(run: ImportRun, wanted: Wanted) -> bool:
    if run.state != ImportRun.State.CHECKED or wanted.dry_run:
        return False
    return not run.problem_count or wanted.skip_bad_lines


def _write(run: ImportRun, wanted: Wanted, by: Worker) -> None:
    with acting_as(by.actor()):
        actions.start_writing(by=by, run=run, skip_bad_lines=wanted.skip_bad_lines, in_background=False)
    say = _Say("Written")
    run = actions.write_file(by=by, run_id=run.pk)
    say(run.people_written)
    if run.state != ImportRun.State.DONE:
        raise click.ClickException(run.failure)
    click.echo(f"People {run.people_written}, cases {run.cases_written}, rows left out {run.lines_refused}.")


def _stop(run: ImportRun, by: Worker) -> None:
    if run.state == ImportRun.State.FAILED:
        raise click.ClickException(run.failure)
    has_errors = run.problem_count > 0
    with acting_as(by.actor()):
        actions.give_up(by=by, run=run)
    if has_errors:
        click.echo("Nothing was written: correct the rows, or leave them out with --skip-bad-lines.")
        sys.exit(1)
    click.echo("Nothing was written: this was only a check.")


def _show(run: ImportRun) -> None:
    titles = files.titles(run.stored_as, run.file_name)
    for row in run.problems[:SHOWN]:
        finding = Finding.stored(row)
        kind = "warning" if finding.is_warning else "error"
        click.echo(f"  {kind}, row {finding.line} {finding.where(titles)}: {finding.message}")
    click.echo(f"Rows {run.rows_total or 0}, errors {run.problem_count}, warnings {run.warning_count}.")


class _Say:
    """Says at the end how long it took, on the clock and on the processor."""

    def __init__(self, what: str) -> None:
        self._what, self._began, self._cpu = what, time.monotonic(), _cpu()

    def __call__(self, n: int) -> None:
        seconds, cpu = time.monotonic() - self._began, _cpu() - self._cpu
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        speed = n / seconds if seconds else 0
        click.echo(
            f"{self._what} {n} in {seconds:.1f} s ({speed:.0f} a second, processor {cpu:.1f} s, memory {peak:.0f} MB)"
        )


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime
