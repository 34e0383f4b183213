# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a job, or the terminal, does with a piece of work that was asked for."""

import uuid

from django.utils.translation import gettext as _

from lgnet.core.authz import Refused
from lgnet.network.worker import Worker
from lgnet.snapshots.actions.exporting import export
from lgnet.snapshots.actions.taking import take
from lgnet.snapshots.actions.verifying import verify
from lgnet.snapshots.actions.work import begin, end, fail, tell
from lgnet.snapshots.models import Work


def run(*, by: Worker, work_id: uuid.UUID) -> None:
    """Do it to its end, or say why not."""
    work = begin(by=by, work_id=work_id)
    if work is None:
        return
    try:
        _do(by, work)
    except Refused as refused:
        fail(by=by, work=work, failure=str(refused))
    except Exception:
        fail(by=by, work=work, failure=_("Something went wrong on our side: try again."))
        raise


def _do(by: Worker, work: Work) -> None:
    if work.kind == Work.Kind.TAKE:
        assert work.cutoff_on is not None  # noqa: S101 - a constraint of the table says so
        snapshot = take(by=by, cutoff_on=work.cutoff_on, reason=work.reason, say=_Steps(by, work))
        end(by=by, work=work, outcome={"code": snapshot.code, "seal": snapshot.seal}, snapshot=snapshot)
    elif work.kind == Work.Kind.VERIFY:
        assert work.snapshot is not None  # noqa: S101 - a constraint of the table says so
        end(by=by, work=work, outcome=verify(by=by, snapshot=work.snapshot).kept())
    else:
        export(by=by, work=work)


class _Steps:
    """Tells the steps of a cut-off while it is between two transactions: only the first is."""

    def __init__(self, by: Worker, work: Work) -> None:
        self._by, self._work = by, work

    def __call__(self, step: str) -> None:
        if step == "boundary":
            tell(by=self._by, work=self._work)
