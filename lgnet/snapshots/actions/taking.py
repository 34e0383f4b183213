# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Taking a cut-off: draw the boundary, compute everything behind it, write it down, the head last."""

import datetime as dt
import time
import uuid
from collections.abc import Callable

from django.db import OperationalError, connection, transaction
from django.utils.translation import gettext_lazy as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.ids import new_id
from lgnet.core.rowsecurity import acting_as
from lgnet.direction.indicators.register import MEASURED, version_on
from lgnet.network import editions
from lgnet.network.models import Edition
from lgnet.network.worker import Worker
from lgnet.snapshots import digests, policies, queries
from lgnet.snapshots.boundary import TREE_VERSION, Boundary, Leaf, Value
from lgnet.snapshots.code_version import code_version
from lgnet.snapshots.models import FactLeaf, FrozenDefinition, Result, Snapshot

WAIT = "2s"  # nobody who writes a fact waits longer for us
TRIES = 300
BATCH = 2_000
Say = Callable[[str], None]


def take(*, by: Worker, cutoff_on: dt.date, reason: str = "", say: Say = lambda _step: None) -> Snapshot:
    """Take a cut-off of the present edition up to a day, by one who is not acting yet (a job, the terminal).

    A second cut-off of the same day says why: the figures sent before were corrected.
    """
    with acting_as(by.actor()):
        edition = editions.current()
        policies.take(by, edition, cutoff_on).enforce()
        _refuse_silent_repetition(edition, cutoff_on, reason)
    say("boundary")
    taken_at = draw_boundary(by=by)
    with acting_as(by.actor()):
        return freeze(by=by, edition=edition, boundary=Boundary(cutoff_on, taken_at), reason=reason, say=say)


def _refuse_silent_repetition(edition: Edition, cutoff_on: dt.date, reason: str) -> None:
    if not reason.strip() and Snapshot.objects.filter(edition=edition, cutoff_on=cutoff_on).exists():
        raise Refused(_("There is a cut-off of this day already: say why another one is taken."))


def draw_boundary(*, by: Worker) -> dt.datetime:
    """The instant up to which facts are in: no fact is half written then, and later ones are entered later.

    Waits at most two seconds at a time, so that a long import delays the cut-off and the cut-off delays nobody.
    """
    for _attempt in range(TRIES):
        try:
            with acting_as(by.actor()), connection.cursor() as cursor:
                cursor.execute("select set_config('lock_timeout', %s, true)", [WAIT])
                cursor.execute("select snapshots_boundary()")
                return dt.datetime(1970, 1, 1, tzinfo=dt.UTC) + dt.timedelta(
                    microseconds=cursor.fetchone()[0]
                )
        except OperationalError:  # somebody is writing facts in a long transaction
            if connection.in_atomic_block:
                raise
            time.sleep(1)
    raise Refused(_("Facts are being written without a pause: try again when the import is over."))


@transaction.atomic
def freeze(
    *, by: Worker, edition: Edition, boundary: Boundary, reason: str = "", say: Say = lambda _step: None
) -> Snapshot:
    """Compute and write down everything inside a boundary that was drawn."""
    policies.take(by, edition, boundary.cutoff_on).enforce()
    queries.use_more_memory()
    snapshot_id = new_id()
    say("facts")
    leaves = queries.leaves_of(boundary, TREE_VERSION)
    _write_leaves(snapshot_id, leaves)
    say("results")
    definitions = queries.frozen_definitions([version_on(code, boundary.cutoff_on) for code in MEASURED])
    values = [
        *queries.values_of(
            boundary, definitions, edition.code, [one.pk for one in editions.local_partners()]
        ),
        *queries.planned_values(edition, boundary.cutoff_on),
    ]
    _write_values(snapshot_id, values)
    for one in definitions:
        one.snapshot_id = snapshot_id
    FrozenDefinition.objects.bulk_create(definitions)
    say("seal")
    snapshot = _head(by, edition, boundary, reason, leaves, values, definitions)
    snapshot.id = snapshot_id
    snapshot.save(force_insert=True)
    audit.record("snapshot.taken", on=snapshot, code=snapshot.code, seal=snapshot.seal, facts=snapshot.facts)
    return snapshot


def _write_leaves(snapshot_id: uuid.UUID, leaves: list[Leaf]) -> None:
    FactLeaf.objects.bulk_create(
        (
            FactLeaf(
                snapshot_id=snapshot_id, partner_id=leaf.partner_id, kind=leaf.kind, month=leaf.month, n=leaf.n,
                digest=leaf.digest,
            )
            for leaf in leaves
        ),
        batch_size=BATCH,
    )  # fmt: skip


def _write_values(snapshot_id: uuid.UUID, values: list[Value]) -> None:
    Result.every.bulk_create(
        (
            Result(
                snapshot_id=snapshot_id, scope=value.scope, indicator=value.indicator, measure=value.measure,
                sex=value.sex, age_band=value.age_band, line=value.line, n=value.n,
            )
            for value in values
        ),
        batch_size=BATCH,
    )  # fmt: skip


def _head(
    by: Worker,
    edition: Edition,
    boundary: Boundary,
    reason: str,
    leaves: list[Leaf],
    values: list[Value],
    definitions: list[FrozenDefinition],
) -> Snapshot:
    before = queries.last_taken(edition)
    snapshot = Snapshot(
        edition=edition,
        code=queries.next_code(boundary.cutoff_on),
        cutoff_on=boundary.cutoff_on,
        taken_at=boundary.taken_at,
        taken_by_id=by.user.pk,
        reason=reason.strip(),
        code_version=code_version(),
        tree_version=TREE_VERSION,
        facts=sum(leaf.n for leaf in leaves),
        facts_digest=digests.of_leaves(leaves),
        definitions_digest=digests.of_definitions({one.indicator: one.digest for one in definitions}),
        results_digest=digests.of_values(values),
        before=before,
    )
    snapshot.seal = digests.seal(queries.sealed_head(snapshot), before.seal if before else "")
    return snapshot
