# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the checks of the direction say of frozen values before they leave (counting rules, section 8)."""

import datetime as dt
import uuid
from collections import defaultdict
from dataclasses import dataclass

from django.db import connection

from lgnet.core.clock import ROME
from lgnet.counting.models import NETWORK
from lgnet.direction import checks
from lgnet.direction.indicators import DERIVED, INDICATORS
from lgnet.network import editions
from lgnet.snapshots.boundary import Boundary, inside
from lgnet.snapshots.calendar import transmission_of
from lgnet.snapshots.models import Result, Snapshot
from lgnet.snapshots.queries.frozen import snapshot_before

_CORRECTED = f"""
select distinct f.partner_id, f.kind from counting_countingfact f
where f.weight = -1 and {inside("f", "b_")} and not {inside("f", "a_")}
"""  # noqa: S608 - constants only


@dataclass(frozen=True)
class CheckFinding:
    """Something that the checks found in frozen values: a code, a sentence, whether it keeps them here."""

    code: str
    sentence: str
    is_blocking: bool


def findings_of(snapshot: Snapshot) -> list[CheckFinding]:
    """Everything the checks find in a cut-off, what keeps it here first. The nation asks: all values are needed."""
    before = snapshot_before(snapshot)
    values, previous = _values(snapshot), _values(before) if before else None
    found = checks.run(
        values,
        today=_sent_on(snapshot),
        previous=previous,
        corrected=_corrected(before, snapshot) if before and _any_less(values, previous) else (),
    )
    names = {partner.pk: partner.short_name for partner in editions.local_partners()}
    return [_one(finding, names) for finding in found]


def blocking_findings(snapshot: Snapshot) -> set[str]:
    """The codes of what keeps the figures here until it is mended or acknowledged."""
    return {one.code for one in findings_of(snapshot) if one.is_blocking}


def _one(finding: checks.Finding, names: dict[uuid.UUID, str]) -> CheckFinding:
    who = names.get(finding.partner, "") if finding.partner else ""
    parts = [finding.check, finding.indicator, str(finding.partner or "")]
    sentence = f"{who}: {finding.sentence}" if who else str(finding.sentence)
    blocks = finding.severity == checks.Severity.STOPS
    return CheckFinding(":".join(part for part in parts if part), sentence, blocks)


def _sent_on(snapshot: Snapshot) -> dt.date:
    """The day by which the figures leave; for other days the day on which the cut-off was taken."""
    transmission = transmission_of(snapshot.cutoff_on)
    return transmission.due_on if transmission else snapshot.taken_at.astimezone(ROME).date()


def _values(snapshot: Snapshot) -> checks.Values:
    cells: dict[tuple[uuid.UUID, str], dict[tuple[str, str], int]] = defaultdict(dict)
    derived: dict[str, int] = {}
    rows = Result.objects.filter(snapshot=snapshot, measure=Result.Measure.ACHIEVED)
    for row in rows.iterator():
        if row.indicator in DERIVED:
            derived[row.indicator] = row.n
        elif row.indicator in INDICATORS:
            cells[row.scope, row.indicator][row.sex, row.age_band] = row.n
    return checks.Values(
        until=snapshot.cutoff_on,
        cells=cells,
        totals={place: sum(values.values()) for place, values in cells.items()},
        partners=tuple(partner.pk for partner in editions.local_partners()),
        derived=derived,
    )


def _any_less(values: checks.Values, previous: checks.Values | None) -> bool:
    return previous is not None and any(
        values.total(*place) < total for place, total in previous.totals.items()
    )


def _corrected(before: Snapshot, later: Snapshot) -> set[tuple[uuid.UUID, str]]:
    """Where facts were taken back between two cut-offs; a fact carries its reason, the database sees to it."""
    given = Boundary(before.cutoff_on, before.taken_at).parameters("a_")
    given |= Boundary(later.cutoff_on, later.taken_at).parameters("b_")
    codes = {str(one.fact_kind): code for code, one in INDICATORS.items()}
    with connection.cursor() as cursor:
        cursor.execute(_CORRECTED, given)
        found = {(partner, codes[kind]) for partner, kind in cursor.fetchall() if kind in codes}
    return found | {(NETWORK, code) for _partner, code in found}
