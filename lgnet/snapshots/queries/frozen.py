# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What was frozen, as it is kept."""

import datetime as dt
from collections.abc import Iterator

from django.db.models import QuerySet

from lgnet.counting.models import NETWORK
from lgnet.direction.models import Target, TargetPart
from lgnet.network.models import Edition
from lgnet.snapshots import digests
from lgnet.snapshots.boundary import Leaf, Value
from lgnet.snapshots.models import FactLeaf, FrozenDefinition, Result, Snapshot


def snapshots(edition: Edition) -> QuerySet[Snapshot]:
    """The cut-offs of an edition, the latest day first, and of one day the latest taken first."""
    rows = Snapshot.objects.filter(edition=edition).select_related("taken_by", "edition")
    return rows.order_by("-cutoff_on", "-taken_at")


def newest(edition: Edition) -> dict[dt.date, Snapshot]:
    """For each day the cut-off that was taken last: that is the one which holds."""
    found: dict[dt.date, Snapshot] = {}
    for snapshot in snapshots(edition):
        found.setdefault(snapshot.cutoff_on, snapshot)
    return found


def find(code: str) -> Snapshot | None:
    """The cut-off with this code."""
    return Snapshot.objects.select_related("taken_by", "edition", "before").filter(code=code).first()


def last_taken(edition: Edition) -> Snapshot | None:
    """The cut-off whose seal the next one includes."""
    return Snapshot.objects.filter(edition=edition).order_by("-taken_at", "-id").first()


def snapshot_before(snapshot: Snapshot) -> Snapshot | None:
    """What a cut-off is compared with: an earlier one of the same day, or the newest of the day before it."""
    rows = snapshots(snapshot.edition)
    same = rows.filter(cutoff_on=snapshot.cutoff_on, taken_at__lt=snapshot.taken_at).first()
    return same or rows.filter(cutoff_on__lt=snapshot.cutoff_on).first()


def next_code(cutoff_on: dt.date) -> str:
    """The code of the next cut-off of a day: "2026-06-30.1", then ".2"."""
    return f"{cutoff_on:%Y-%m-%d}.{Snapshot.objects.filter(cutoff_on=cutoff_on).count() + 1}"


def leaves_kept(snapshot: Snapshot) -> Iterator[Leaf]:
    """The leaves that were written down."""
    for row in FactLeaf.objects.filter(snapshot=snapshot).order_by("partner_id", "kind", "month").iterator():
        yield Leaf(row.partner_id, row.kind, row.month, row.n, row.digest)


def values_kept(snapshot: Snapshot) -> Iterator[Value]:
    """The values that were written down, of those scopes that the asker sees."""
    for row in Result.every.filter(snapshot=snapshot).iterator():
        yield Value(row.scope, row.indicator, row.measure, row.sex, row.age_band, row.line, row.n)


def definitions(snapshot: Snapshot) -> QuerySet[FrozenDefinition]:
    """The definitions that were frozen, in the order of the path; without the recipes."""
    return (
        FrozenDefinition.objects.filter(snapshot=snapshot).exclude(indicator__startswith="*").order_by("id")
    )


def planned_values(edition: Edition, cutoff_on: dt.date) -> list[Value]:
    """What was to be reached, as it was decided up to the day of the cut-off: the whole, and its planned parts.

    The whole has neither sex nor age band nor line. What is planned by month is not part of a cut-off.
    """
    rows = Target.objects.filter(edition=edition, decided_on__lte=cutoff_on).prefetch_related("parts")
    held = rows.order_by("partner_id", "indicator", "-decided_on", "-version").distinct(
        "partner_id", "indicator"
    )
    planned = Result.Measure.PLANNED.value
    found = []
    for row in held:
        if row.value is None:
            continue
        scope = row.partner_id or NETWORK
        found.append(Value(scope, row.indicator, planned, "", "", "", row.value))
        found += [
            Value(scope, row.indicator, planned, part.sex, part.age_band, part.line, part.value)
            for part in row.parts.all()
            if part.kind != TargetPart.Kind.MONTH
        ]
    return found


def sealed_head(snapshot: Snapshot) -> dict[str, object]:
    """What the seal of a cut-off covers."""
    return {
        "edition": snapshot.edition.code,
        "code": snapshot.code,
        "cutoff_on": snapshot.cutoff_on,
        "taken_at": digests.instant(snapshot.taken_at),
        "taken_by": snapshot.taken_by_id,
        "reason": snapshot.reason,
        "code_version": snapshot.code_version,
        "tree_version": snapshot.tree_version,
        "facts": snapshot.facts,
        "facts_digest": snapshot.facts_digest,
        "definitions_digest": snapshot.definitions_digest,
        "results_digest": snapshot.results_digest,
    }
