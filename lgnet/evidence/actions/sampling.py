# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A random sample for an on-the-spot check: drawn by seed, opened by the partner, its findings written down."""

import datetime as dt
import secrets
import uuid
from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now, today
from lgnet.core.rowsecurity import DbRole
from lgnet.evidence import policies, queries
from lgnet.evidence.actions.freezing import freeze_facts
from lgnet.evidence.models import Finding, Sample, SampledFact
from lgnet.evidence.rules import rules_of
from lgnet.evidence.sampling import sample_size
from lgnet.network.models import Organisation
from lgnet.network.worker import Worker

MOST = 200  # people whose papers somebody can look at in a few days


@transaction.atomic
def order_sample(
    *,
    by: Worker,
    partner: Organisation,
    kind: str,
    until: dt.date | None = None,
    confidence: int = 95,
    tolerable: int = 5,
    seed: str = "",
) -> Sample:
    """Draw a sample of who counts at a partner until a day. The nation sees pseudonyms, the partner names.

    `confidence` and `tolerable` are percentages (`sampling.sample_size`). Without a seed a random one is drawn;
    with the same seed and the same population the same people are drawn.
    """
    policies.order_sample(by).enforce()
    day, seed = until or today(), seed or secrets.token_hex(8)
    if day > today():
        raise Refused(_("A sample is drawn of what is counted already: choose a day until today."))
    population, sha256 = queries.population_of(partner_id=partner.pk, kind=kind, until=day)
    size = min(sample_size(population, confidence=confidence, tolerable=tolerable), MOST)
    if size == 0:
        raise Refused(_("Nobody counts there yet: there is nothing to draw from."))
    drawn = queries.drawn_facts(partner_id=partner.pk, kind=kind, until=day, seed=seed, size=size)
    is_national = by.role.db_role == DbRole.NATIONAL
    sample = Sample.objects.create(
        partner=partner, kind=kind, until=day, seed=seed, confidence=confidence, tolerable=tolerable,
        population=population, population_sha256=sha256, size=size, is_national=is_national, ordered_at=now(),
        ordered_by_id=by.user.pk,
    )  # fmt: skip
    SampledFact.objects.bulk_create(
        SampledFact(partner=partner, sample=sample, fact_id=fact, position=position)
        for position, fact in enumerate(drawn, start=1)
    )
    audit.record("sample.ordered", on=sample, count=kind, population=population, size=size, seed=seed)
    return sample


@transaction.atomic
def open_pack(*, by: Worker, sample: Sample) -> None:
    """Open the pack of a sample: what proves each person drawn is frozen as it is now."""
    policies.print_pack(by).enforce()
    facts = [row.counted.fact_id for row in queries.drawn(sample)]
    n = freeze_facts(facts=facts, kind=sample.kind)
    audit.record("sample.opened", on=sample, people=len(facts), items=n)


@transaction.atomic
def record_findings(*, by: Worker, sample: Sample, sampled: uuid.UUID, outcomes: Mapping[str, str]) -> None:
    """Write down what was found of one person drawn, rule by rule; again replaces what was written."""
    policies.record_findings(by, sample).enforce()
    row = SampledFact.objects.get(pk=sampled, sample=sample)
    known = {rule.code for rule in rules_of(sample.kind)}
    for rule, outcome in outcomes.items():
        if rule not in known or outcome not in Finding.Outcome.values:
            raise Refused(_("Say for each item whether it was found."))
        Finding.objects.update_or_create(
            partner_id=sample.partner_id,
            sampled=row,
            rule=rule,
            defaults={"outcome": outcome, "checked_at": now(), "checked_by_id": by.user.pk},
        )
    audit.record("sample.checked", on=sample, position=row.position, outcomes=dict(outcomes))


@transaction.atomic
def close_sample(*, by: Worker, sample: Sample) -> None:
    """End the check: its result stays."""
    row = Sample.objects.select_for_update(of=("self",)).get(pk=sample.pk)
    policies.close_sample(by, row, is_complete=queries.results(row).is_complete).enforce()
    row.closed_at, row.closed_by_id = now(), by.user.pk
    row.save(update_fields=["closed_at", "closed_by"])
    audit.record("sample.closed", on=row)
