# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Releases of the tests, prepared, computed and published by the direction."""

from lgnet.core.rowsecurity import acting_as
from lgnet.counting.actions import state
from lgnet.counting.models import FactKind
from lgnet.network.worker import Worker
from lgnet.open_data import actions
from lgnet.open_data.models import Release
from lgnet.snapshots.models import Snapshot
from tests.factories.snapshots import JUNE


def counted(by: Worker, n: int, *, sex: str = "F", band: str = "18-60", first: int = 0) -> None:
    """So many people taken in charge by a partner before July, each with facts of their own."""
    with acting_as(by.actor()):
        for number in range(first, first + n):
            name = f"{by.organisation.code}-{sex}-{band}-{number}"
            state(
                kind=FactKind.TAKEN_IN_CHARGE,
                partner_id=by.partner_id,
                occurred_on=JUNE.replace(month=5),
                subject_id=by.partner_id,
                evidence="cases.case:test",
                pseudonym=name.encode().ljust(32, b"."),
                sex=sex,
                band=band,
            )


def prepared(by: Worker, snapshot: Snapshot) -> Release:
    """A release that was computed and waits to be looked at."""
    with acting_as(by.actor()):
        release = actions.prepare(by=by, snapshot=snapshot)
        return actions.compute(by=by, release_id=release.pk)


def published(by: Worker, snapshot: Snapshot) -> Release:
    """A release that everybody can read."""
    release = prepared(by, snapshot)
    with acting_as(by.actor()):
        return actions.publish(by=by, release=release)
