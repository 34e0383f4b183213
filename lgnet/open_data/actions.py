# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Preparing, looking at and publishing releases."""

import uuid

from django.db import transaction
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from lgnet.core import audit
from lgnet.core.authz import Refused, Stale
from lgnet.core.clock import now
from lgnet.core.ids import new_id
from lgnet.disclosure import CannotProtect, Key, Protected
from lgnet.network.worker import Worker
from lgnet.open_data import policies, queries
from lgnet.open_data.figures import DATASETS, Told, digest_of, protected_cells
from lgnet.open_data.models import Release, ReleasedCell, ReleasedTable
from lgnet.snapshots.models import FrozenDefinition, Snapshot

STATE = Release.State


@transaction.atomic
def prepare(
    *, by: Worker, snapshot: Snapshot, note: str = "", release_id: uuid.UUID | None = None
) -> Release:
    """Begin a release of a cut-off; `compute` does the work. `release_id`: sent twice, it makes one release."""
    policies.prepare(by).enforce()
    known = Release.objects.filter(pk=release_id).first() if release_id else None
    if known is not None:
        return known
    day = f"{snapshot.cutoff_on:%Y-%m-%d}"
    number = Release.objects.filter(code__startswith=day).count() + 1
    release = Release.objects.create(
        id=release_id or new_id(), snapshot=snapshot, code=f"{day}-{number}", note=note.strip(),
        period_from=snapshot.edition.starts_on, period_to=snapshot.cutoff_on,
        prepared_at=now(), prepared_by=by.user,
    )  # fmt: skip
    audit.record("open_data.prepared", on=release, snapshot=snapshot.code)
    return release


def compute_later(*, by: Worker, release: Release) -> None:
    """Let a job compute it, in the transaction that prepares it."""
    task = app.configure_task("open_data.compute", allow_unknown=True)
    task.defer(release_id=str(release.pk), membership_id=str(by.membership.pk))


@transaction.atomic
def compute(*, by: Worker, release_id: uuid.UUID) -> Release:
    """Protect every dataset of a release beside all that was published before, and write down what may leave."""
    policies.prepare(by).enforce()
    release = locked(release_id)
    if release.state != STATE.PREPARING:
        return release
    try:
        tables = _protect(release)
    except CannotProtect:
        release.state = STATE.FAILED
        release.failure = _("What was published before leaves no room for these figures.")
        release.save(update_fields=["state", "failure"])
        audit.record("open_data.failed", on=release)
        return release
    versions = dict(
        FrozenDefinition.objects.filter(snapshot=release.snapshot).values_list("indicator", "version")
    )
    for slug, (cells, protected) in tables.items():
        _write(release, slug, cells, protected, versions)
    release.state, release.digest = (
        STATE.PREPARED,
        digest_of({slug: cells for slug, (cells, _) in tables.items()}),
    )
    release.save(update_fields=["state", "digest"])
    audit.record("open_data.computed", on=release, digest=release.digest)
    return release


def _protect(release: Release) -> dict[str, tuple[dict[Key, Told], Protected]]:
    partners, before = sorted(queries.partner_codes().values()), queries.releases_before(release)
    figures = queries.figures_in(release.snapshot)
    found = {slug: protected_cells(figures[slug], partners, before[slug]) for slug in DATASETS}
    for slug, (_cells, protected) in found.items():
        faults = protected.proof.faults(protected)
        if faults:
            raise AssertionError(f"{slug}: the protection has no proof: {faults[:3]}")
    return found


def _write(
    release: Release, slug: str, cells: dict[Key, Told], protected: Protected, versions: dict[str, int]
) -> None:
    indicator = DATASETS[slug].indicator
    withheld = sum(told.value is None for told in cells.values())
    table = ReleasedTable.objects.create(
        release=release, dataset=slug, indicator=indicator.code,
        version=versions.get(indicator.code, indicator.version), cells_shown=len(cells) - withheld,
        cells_withheld=withheld, protected=len(protected.proof.witnesses),
    )  # fmt: skip
    ReleasedCell.objects.bulk_create(
        ReleasedCell(
            table=table, partner=partner, sex=sex, age_band=age, value=told.value, reason=told.reason.value
        )
        for (partner, sex, age), told in cells.items()
    )


@transaction.atomic
def publish(*, by: Worker, release: Release) -> Release:
    """Let a release out. Where another came out meanwhile it is computed once more: what is safe may have changed."""
    release = locked(release.pk)
    policies.publish(by, release).enforce()
    if queries.was_another_published_since(release):
        again = {slug: cells for slug, (cells, _protected) in _protect(release).items()}
        if digest_of(again) != release.digest:
            raise Stale(_("Another release came out meanwhile: prepare this one again."))
    release.state, release.published_at, release.published_by = STATE.PUBLISHED, now(), by.user
    release.save(update_fields=["state", "published_at", "published_by"])
    audit.record("open_data.published", on=release, digest=release.digest)
    return release


@transaction.atomic
def discard(*, by: Worker, release: Release) -> Release:
    """Throw a release away that nobody outside has seen."""
    release = locked(release.pk)
    policies.discard(by, release).enforce()
    release.state = STATE.DISCARDED
    release.save(update_fields=["state"])
    audit.record("open_data.discarded", on=release)
    return release


def locked(release_id: uuid.UUID) -> Release:
    """The row as it is now, held until the transaction ends."""
    rows = Release.objects.select_for_update(of=("self",)).select_related("snapshot__edition")
    found = rows.filter(pk=release_id).first()
    if found is None:
        raise Refused(_("This release does not exist."))
    return found
