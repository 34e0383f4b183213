# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads of releases. The public reads published ones, the nation all of them with the reasons."""

import uuid
from collections.abc import Sequence

from django.db.models import QuerySet

from lgnet.disclosure import Key
from lgnet.network import editions
from lgnet.open_data.figures import DATASETS, Before, Figures, figures_of
from lgnet.open_data.models import Release, ReleasedCell, ReleasedTable
from lgnet.snapshots.models import Snapshot
from lgnet.snapshots.queries import values_kept

PUBLIC = ("id", "snapshot", "code", "period_from", "period_to", "note", "state", "published_at")
CELL = ("id", "table", "partner", "sex", "age_band", "value")


def partner_codes() -> dict[uuid.UUID, str]:
    """The partners whose figures are published, by name. One query."""
    return {row.pk: row.code for row in editions.local_partners()}


def partner_names() -> dict[str, str]:
    """The partners by code, as they are called. One query."""
    return {row.code: row.short_name for row in editions.local_partners()}


def published() -> QuerySet[Release]:
    """What is out, the latest period first; only what the public may read of it."""
    rows = Release.objects.filter(state=Release.State.PUBLISHED).only(*PUBLIC)
    return rows.order_by("-period_to", "-published_at", "-id")


def tables_of(release: Release) -> list[ReleasedTable]:
    """The datasets of a release. One query."""
    return list(ReleasedTable.objects.filter(release=release))


def tables_of_dataset(dataset: str) -> list[ReleasedTable]:
    """A dataset in every published release, the latest first. One query."""
    rows = ReleasedTable.objects.filter(dataset=dataset, release__state=Release.State.PUBLISHED)
    rows = rows.select_related("release").only(
        "id", "dataset", "indicator", "version", "cells_shown", "cells_withheld", "protected",
        *(f"release__{name}" for name in PUBLIC),
    )  # fmt: skip
    return list(rows.order_by("-release__period_to", "-release__published_at", "-release__id"))


def every_published_table() -> list[ReleasedTable]:
    """All datasets of all published releases, for the catalogue. One query."""
    rows = ReleasedTable.objects.filter(release__state=Release.State.PUBLISHED).select_related("release")
    rows = rows.only(
        "id", "dataset", "indicator", "version", "cells_shown", "cells_withheld", "protected",
        *(f"release__{name}" for name in PUBLIC),
    )  # fmt: skip
    return list(rows.order_by("dataset", "-release__period_to", "-release__published_at"))


def cells_of(table: ReleasedTable) -> list[ReleasedCell]:
    """The cells of a dataset, without reasons. One query."""
    return list(ReleasedCell.objects.filter(table=table).only(*CELL))


def reasons_of(table: ReleasedTable) -> list[ReleasedCell]:
    """The cells with their reasons: for the nation."""
    return list(ReleasedCell.objects.filter(table=table))


def figures_in(snapshot: Snapshot) -> dict[str, Figures]:
    """The frozen figures of each dataset. Exists for the nation only."""
    values, codes = list(values_kept(snapshot)), partner_codes()
    return {slug: figures_of(values, codes, each.indicator.code) for slug, each in DATASETS.items()}


def releases_before(release: Release) -> dict[str, list[Before]]:
    """What was published before, dataset by dataset, in the order of the periods."""
    found: dict[str, list[Before]] = {slug: [] for slug in DATASETS}
    rows = Release.objects.filter(state=Release.State.PUBLISHED).exclude(pk=release.pk)
    for each in rows.select_related("snapshot").order_by("period_to", "published_at"):
        figures = figures_in(each.snapshot)
        for table in tables_of(each):
            if table.dataset in found:
                found[table.dataset].append(Before(figures[table.dataset], _told(table)))
    return found


def was_another_published_since(release: Release) -> bool:
    """Whether something came out since this release was begun."""
    rows = Release.objects.filter(state=Release.State.PUBLISHED, published_at__gte=release.prepared_at)
    return rows.exclude(pk=release.pk).exists()


def _told(table: ReleasedTable) -> dict[Key, int | None]:
    return {(cell.partner, cell.sex, cell.age_band): cell.value for cell in cells_of(table)}


def snapshots_to_release() -> Sequence[Snapshot]:
    """The cut-offs that a release can be made from, the latest first."""
    return list(Snapshot.objects.select_related("edition").order_by("-cutoff_on", "-taken_at")[:12])
