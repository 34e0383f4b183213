# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A file comes in, its columns are named, it is checked or thrown away."""

import uuid
from collections.abc import Iterable, Mapping

from django.db import transaction
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.core.ids import new_id
from lgnet.imports import files, policies, queries
from lgnet.imports.models import ColumnMapping, ImportRun
from lgnet.imports.targets import TARGETS, signature
from lgnet.interop.sheets import SheetRefused, open_sheet
from lgnet.network.worker import Worker

State = ImportRun.State
NAMES = frozenset({"given_name", "family_name", "native_name", "known_as"})


def locked(run_id: uuid.UUID) -> ImportRun:
    """The run as it is now, held until the transaction ends."""
    return ImportRun.objects.select_for_update(of=("self",)).select_related("started_by").get(pk=run_id)


def defer(name: str, by: Worker, run: ImportRun) -> None:
    """Have a job do this after the present transaction: not at all if it fails."""
    task = app.configure_task(f"imports.{name}", allow_unknown=True)
    task.defer(run_id=str(run.pk), membership_id=str(by.membership.pk))


@transaction.atomic
def receive(
    *, by: Worker, file_name: str, blocks: Iterable[bytes], run_id: uuid.UUID | None = None
) -> ImportRun:
    """Keep an uploaded file and guess its columns. Sent twice with one `run_id` it is one run.

    Raises `Refused` with the reason where the file cannot be read at all; nothing is kept then.
    """
    policies.receive(by).enforce()
    known = ImportRun.objects.filter(pk=run_id).first() if run_id else None
    if known is not None:
        return known
    try:
        stored = files.store(blocks)
    except SheetRefused as refused:
        raise Refused(str(refused)) from refused
    try:
        with open_sheet(stored.path, name=file_name) as sheet:
            columns = queries.columns_for(sheet.header)
        run = ImportRun.objects.create(
            id=run_id or new_id(), partner_id=by.partner_id, file_name=file_name[-200:],
            file_digest=stored.digest, stored_as=stored.path.name, columns=columns, started_at=now(),
            started_by_id=by.user.pk,
        )  # fmt: skip
        audit.record("import.received", on=run)
    except SheetRefused as refused:
        files.remove(stored.path.name)
        raise Refused(str(refused)) from refused
    except BaseException:
        files.remove(stored.path.name)
        raise
    return run


@transaction.atomic
def map_columns(
    *, by: Worker, run: ImportRun, columns: Mapping[str, str], with_cases: bool, in_background: bool = True
) -> ImportRun:
    """Say which column is what (name of the column -> code of the target), remember it, have the file checked."""
    run = locked(run.pk)
    policies.map_columns(by, run).enforce()
    _check_columns(columns)
    run.columns, run.with_cases = dict(columns), with_cases
    run.state, run.rows_done, run.beat_at, run.failure = State.CHECKING, 0, None, ""
    run.save()
    with open_sheet(files.folder() / run.stored_as, name=run.file_name) as sheet:
        header = sheet.header
    ColumnMapping.objects.update_or_create(
        partner_id=by.partner_id,
        signature=signature(header),
        defaults={"columns": run.columns, "used_at": now()},
    )
    audit.record("import.columns_named", on=run, columns=sorted(columns.values()))
    if in_background:
        defer("check", by, run)
    return run


def _check_columns(columns: Mapping[str, str]) -> None:
    chosen = list(columns.values())
    for code in set(chosen):
        if code not in TARGETS:
            raise Refused(_("A column is to be something that does not exist."))
        if chosen.count(code) > 1:
            raise Refused(_("Two columns cannot both be: %(what)s.") % {"what": TARGETS[code].label})
    if not NAMES & set(chosen):
        raise Refused(_("Say at least which column holds the name."))


@transaction.atomic
def give_up(*, by: Worker, run: ImportRun) -> ImportRun:
    """Throw the file away without writing anything."""
    run = locked(run.pk)
    policies.give_up(by, run).enforce()
    end(run, State.FAILED, failure=_("Given up before anything was written."))
    audit.record("import.given_up", on=run)
    return run


def end(run: ImportRun, state: str, *, failure: str = "") -> None:
    """Close a run: its file goes, and what cells held is no longer told."""
    run.state, run.failure, run.finished_at = state, failure[:2_000], now()
    run.problems = [[line, column, code, {}, warns] for line, column, code, _params, warns in run.problems]
    stored_as, run.stored_as = run.stored_as, ""
    run.save()
    transaction.on_commit(lambda: files.remove(stored_as))
