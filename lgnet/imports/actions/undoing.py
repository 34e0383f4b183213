# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Taking a whole import back, as long as nobody has worked on its people: asked for here, done by a job."""

import uuid

from django.db import connection, transaction
from django.db.utils import IntegrityError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.core.rowsecurity import acting_as
from lgnet.imports import policies, progress
from lgnet.imports.actions.receiving import defer, locked
from lgnet.imports.copying import plans_for_many
from lgnet.imports.models import ImportRun
from lgnet.network.worker import Worker

State = ImportRun.State
WHY = "the import was undone"


@transaction.atomic
def start_undo(*, by: Worker, run: ImportRun, in_background: bool = True) -> ImportRun:
    """Have a whole import taken back: people, cases and what was counted of them."""
    run = locked(run.pk)
    policies.undo(by, run).enforce()
    run.state, run.beat_at, run.failure = State.UNDOING, None, ""
    run.save(update_fields=["state", "beat_at", "failure"])
    audit.record("import.undo_started", on=run)
    if in_background:
        defer("undo", by, run)
    return run


def undo_file(*, by: Worker, run_id: uuid.UUID) -> ImportRun:
    """Remove everybody a run brought in and take back what was counted of them by counter-facts: all or nobody.

    Where somebody has changed or added anything to these people since, everything stays and the run says so.
    """
    try:
        with progress.told_elsewhere(run_id, by.actor()), acting_as(by.actor()):
            progress.hold(run_id)
            if ImportRun.objects.get(pk=run_id).state == State.UNDOING:
                _undo(by, run_id)
    except Refused as refused:
        _stays(by, run_id, str(refused.reason))
    except Exception:
        _stays(by, run_id, _("Something went wrong on our side. Nothing was undone: try again."))
        raise
    with acting_as(by.actor()):
        return ImportRun.objects.get(pk=run_id)


def _undo(by: Worker, run_id: uuid.UUID) -> None:
    policies.write_people(by).enforce()
    with connection.cursor() as cursor:
        cursor.execute("select imports_know_tables()")
        cursor.execute("select imports_touched(%s)", [run_id])
        touched = cursor.fetchone()[0]
        if touched:
            raise Refused(
                ngettext(
                    "Somebody has worked on %(n)s of these people since: the import can no longer be undone.",
                    "Somebody has worked on %(n)s of these people since: the import can no longer be undone.",
                    touched,
                )
                % {"n": touched}
            )
        try:
            with transaction.atomic(), plans_for_many():
                cursor.execute("select imports_undo(%s, %s)", [run_id, WHY])
                gone = cursor.fetchone()[0]
        except IntegrityError as tied:
            raise Refused(
                _("Something refers to these people: the import can no longer be undone.")
            ) from tied
    run = locked(run_id)
    run.state, run.finished_at = State.UNDONE, now()
    run.save(update_fields=["state", "finished_at"])
    audit.record("import.undone", on=run, people=gone)


def _stays(by: Worker, run_id: uuid.UUID, failure: str) -> None:
    with acting_as(by.actor()):
        run = locked(run_id)
        if run.state == State.UNDOING:
            keep_written(run, failure)


def keep_written(run: ImportRun, failure: str) -> None:
    """An undo that did not come to its end: the import is written as before, and says why."""
    run.state, run.failure = State.DONE, failure[:2_000]
    run.save(update_fields=["state", "failure"])
    audit.record("import.undo_failed", on=run)
