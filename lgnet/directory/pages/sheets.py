# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of a spreadsheet: the files so far, one of them with what would be written and what is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.forms import Form

from lgnet.core.authz import Verdict
from lgnet.directory import actions, policies
from lgnet.directory.models import SheetRun
from lgnet.directory.sheets import ServiceLine, Wrong
from lgnet.network.worker import Worker

SHOWN = 200


@dataclass(frozen=True, slots=True)
class SheetsPage:
    """The form and the files so far."""

    form: Form
    runs: Sequence[SheetRun]
    may_bring_in: Verdict


@dataclass(frozen=True, slots=True)
class SheetPage:
    """One file: its columns, what would be written, what is wrong."""

    run: SheetRun
    form: Form | None
    wrong: Sequence[Wrong]
    more: int
    errors: int
    lines: Sequence[tuple[int, str, str]]
    ready: int
    may_write: Verdict
    may_undo: Verdict


def sheets_page(by: Worker, form: Form) -> SheetsPage:
    """One query."""
    runs = SheetRun.objects.defer("cells", "written").select_related("read_by").order_by("-read_at")[:30]
    return SheetsPage(form, list(runs), policies.bring_in(by))


def sheet_page(by: Worker, run: SheetRun, form: Form) -> SheetPage:
    """Four queries for the check of a file that is not written yet."""
    is_open = run.state == SheetRun.State.CHECKED
    lines, wrong = actions.check(run) if is_open else ([], [])
    ordered = sorted(wrong, key=lambda one: (one.is_remark, one.line))
    errors = sum(not one.is_remark for one in wrong)
    told = [
        (line.line, str(line.facts["name"]), str((line.place or {}).get("name", "")))
        if isinstance(line, ServiceLine)
        else (line.line, line.service.name, str(line.facts["place_name"]))
        for line in lines[:SHOWN]
    ]
    return SheetPage(
        run=run,
        form=form if is_open else None,
        wrong=ordered[:SHOWN],
        more=max(0, len(wrong) - SHOWN),
        errors=errors,
        lines=told,
        ready=len(lines),
        may_write=policies.write_sheet(by, run),
        may_undo=policies.undo_sheet(by, run),
    )
