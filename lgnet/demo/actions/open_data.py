# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Open data of the demo: figures of two past cut-offs are public, protected as they are everywhere."""

from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from lgnet.open_data import actions, queries

NOTES = (
    "Prima pubblicazione. Le cifre sono protette: dove le persone sono poche il valore non si mostra.",
    "Confronto con la pubblicazione precedente: alcune date di presa in carico sono state corrette dai partner.",
)


def publish_past_figures(*, by: Worker) -> None:
    """The cut-off before the last is released, and then the last: each protected beside all that was out before."""
    with acting_as(by.actor()):
        cutoffs = queries.snapshots_to_release()[: len(NOTES)]
        for snapshot, note in zip(reversed(cutoffs), NOTES, strict=False):
            release = actions.prepare(by=by, snapshot=snapshot, note=note)
            release = actions.compute(by=by, release_id=release.pk)
            if release.state == release.State.PREPARED:
                actions.publish(by=by, release=release)
