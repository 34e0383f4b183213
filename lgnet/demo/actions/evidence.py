# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""An on-the-spot check that is over, and one that the nation has just ordered."""

from lgnet.core.clock import today
from lgnet.core.rowsecurity import acting_as
from lgnet.counting.models import FactKind
from lgnet.evidence import queries
from lgnet.evidence.actions import close_sample, freeze_until, open_pack, order_sample, record_findings
from lgnet.evidence.rules import rules_of
from lgnet.network.models import Organisation
from lgnet.network.worker import Worker

KIND = FactKind.SUPPORTED


def check_a_sample(*, by: Worker) -> None:
    """The coordinator drew a sample, looked at all papers and closed the check; call it while they act."""
    if not _somebody_counts(by.organisation):
        return
    freeze_until(partner_id=by.partner_id, kind=KIND, until=today())
    sample = order_sample(
        by=by, partner=by.organisation, kind=KIND, confidence=90, tolerable=10, seed="verifica 2026"
    )
    open_pack(by=by, sample=sample)
    proved = queries.standing_items([row.counted.fact_id for row in queries.drawn(sample)], kind=KIND)
    for row in queries.drawn(sample):
        there = proved.get(row.counted.fact_id, {})
        outcomes = {
            rule.code: "found" if rule.code in there or not rule.is_required else "missing"
            for rule in rules_of(KIND)
        }
        if row.position == 7:
            outcomes["stay"] = "irregular"
        record_findings(by=by, sample=sample, sampled=row.pk, outcomes=outcomes)
    close_sample(by=by, sample=sample)


def order_from_the_nation(*, by: Worker, partner: Organisation) -> None:
    """The nation has drawn a sample of a partner, which has not opened it yet."""
    with acting_as(by.actor()):
        if _somebody_counts(partner):
            order_sample(by=by, partner=partner, kind=KIND, seed="regia 2026")


def _somebody_counts(partner: Organisation) -> bool:
    """A small demo may have nobody to draw from."""
    return queries.population_of(partner_id=partner.pk, kind=KIND, until=today())[0] > 0
