# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Taking a whole import back, as long as nobody has worked on its people."""

from django.db import connection, transaction
from django.db.utils import IntegrityError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.imports import policies
from lgnet.imports.actions.receiving import locked
from lgnet.imports.copying import plans_for_many
from lgnet.imports.models import ImportRun
from lgnet.network.worker import Worker

WHY = "the import was undone"


@transaction.atomic
def undo(*, by: Worker, run: ImportRun) -> ImportRun:
    """Remove everybody a run brought in and take back what was counted of them by counter-facts.

    Refused, with how many, where somebody has changed or added anything to these people since.
    """
    run = locked(run.pk)
    policies.undo(by, run).enforce()
    with connection.cursor() as cursor:
        cursor.execute("select imports_know_tables()")
        cursor.execute("select imports_touched(%s)", [run.pk])
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
                cursor.execute("select imports_undo(%s, %s)", [run.pk, WHY])
                gone = cursor.fetchone()[0]
        except IntegrityError as tied:
            raise Refused(
                _("Something refers to these people: the import can no longer be undone.")
            ) from tied
    run.state, run.finished_at = ImportRun.State.UNDONE, now()
    run.save(update_fields=["state", "finished_at"])
    audit.record("import.undone", on=run, people=gone)
    return run
