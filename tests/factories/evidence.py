# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Samples of the tests, made by the actions themselves. Call them while somebody acts."""

from lgnet.counting.models import FactKind
from lgnet.evidence import queries
from lgnet.evidence.actions import open_pack, order_sample, record_findings
from lgnet.evidence.models import Sample
from lgnet.evidence.rules import rules_of
from lgnet.network.models import Organisation
from lgnet.network.worker import Worker


def a_sample(
    by: Worker, partner: Organisation, *, kind: FactKind = FactKind.REGISTERED, seed: str = "seed"
) -> Sample:
    """A sample of who is registered at a partner."""
    return order_sample(by=by, partner=partner, kind=kind, seed=seed)


def checked(by: Worker, sample: Sample, outcome: str = "found") -> None:
    """The pack was opened, and every item of everybody drawn has this outcome."""
    open_pack(by=by, sample=sample)
    outcomes = {rule.code: outcome for rule in rules_of(sample.kind)}
    for row in queries.drawn(sample):
        record_findings(by=by, sample=sample, sampled=row.pk, outcomes=outcomes)
