# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a sheet is made of: its columns in an edition, and whether the checks let the figures leave."""

from django.db.models import QuerySet

from lgnet.network.models import Edition
from lgnet.snapshots.models import Acknowledgement, SheetLayout, Snapshot
from lgnet.snapshots.queries.checks import blocking_findings
from lgnet.snapshots.sheets.columns import Placed, as_shipped, placed


def layouts(edition: Edition, sheet: str) -> QuerySet[SheetLayout]:
    """Every version of a sheet's columns, the one that holds first."""
    rows = SheetLayout.objects.filter(edition=edition, sheet=sheet)
    return rows.select_related("decided_by").order_by("-version")


def layout_version(edition: Edition, sheet: str) -> int:
    """The version that holds; 0 for the one that is shipped."""
    latest = layouts(edition, sheet).first()
    return latest.version if latest else 0


def columns_of(edition: Edition, sheet: str) -> tuple[Placed, ...]:
    """The columns that a sheet has now."""
    latest = layouts(edition, sheet).first()
    return placed(sheet, latest.columns) if latest else as_shipped(sheet)


def acknowledgements(snapshot: Snapshot) -> list[Acknowledgement]:
    """Who let the figures leave in spite of a finding, the latest first."""
    rows = Acknowledgement.objects.filter(snapshot=snapshot).select_related("acknowledged_by")
    return list(rows.order_by("-acknowledged_at"))


def is_blocked(snapshot: Snapshot) -> bool:
    """Whether a blocking finding is there that nobody has acknowledged."""
    accepted = {code for one in acknowledgements(snapshot) for code in one.findings}
    return bool(blocking_findings(snapshot) - accepted)
