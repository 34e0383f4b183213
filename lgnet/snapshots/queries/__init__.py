# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads of cut-offs: what was frozen, what the facts say now, how two of them differ."""

from lgnet.snapshots.queries.calendar import Waiting, latest_works, waiting_for
from lgnet.snapshots.queries.checks import CheckFinding, blocking_findings, findings_of
from lgnet.snapshots.queries.differences import Difference, EventLine, difference, event_lines
from lgnet.snapshots.queries.frozen import (
    definitions,
    find,
    last_taken,
    leaves_kept,
    newest,
    next_code,
    planned_values,
    sealed_head,
    snapshot_before,
    snapshots,
    values_kept,
)
from lgnet.snapshots.queries.reckoning import frozen_definitions, leaves_of, use_more_memory, values_of
from lgnet.snapshots.queries.sheets import acknowledgements, columns_of, is_blocked, layout_version, layouts
from lgnet.snapshots.queries.verification import verification

__all__ = [
    "CheckFinding",
    "Difference",
    "EventLine",
    "Waiting",
    "acknowledgements",
    "blocking_findings",
    "columns_of",
    "definitions",
    "difference",
    "event_lines",
    "find",
    "findings_of",
    "frozen_definitions",
    "is_blocked",
    "last_taken",
    "latest_works",
    "layout_version",
    "layouts",
    "leaves_kept",
    "leaves_of",
    "newest",
    "next_code",
    "planned_values",
    "sealed_head",
    "snapshot_before",
    "snapshots",
    "use_more_memory",
    "values_kept",
    "values_of",
    "verification",
    "waiting_for",
]
