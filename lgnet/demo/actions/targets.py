# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Targets of the demo: some reached, some behind, with planned cells and ways, and acts of the direction."""

import datetime as dt
from collections.abc import Mapping, Sequence

from django.db import transaction

from lgnet.core.clock import now, today
from lgnet.direction.indicators import O_2_3, TAKEN_IN_CHARGE
from lgnet.direction.models import Decision, Target, TargetPart
from lgnet.direction.parts import CELLS
from lgnet.direction.sharing import apportion
from lgnet.network import editions
from lgnet.network.models import ActionLine, Organisation
from lgnet.network.worker import Worker

SAYS = "Valore inventato per la dimostrazione"
# Of a hundred planned persons, by sex (F, M, N) and age band (under 18, 18 to 60, over 60), as CELLS has them.
SHARES = (4, 33, 5, 10, 43, 4, 0, 1, 0)
LINES = {ActionLine.TAKING_IN_CHARGE: 100, ActionLine.HOUSING: 35, ActionLine.CIVIC_ENGAGEMENT: 25}
# The first year is spent on tenders: few in 2024, then steadily more. Per cent of the whole by the end of the month.
SLOW_START = ((2024, 12, 4), (2025, 6, 20), (2025, 12, 48), (2026, 6, 72), (2026, 11, 94))
MOVED, DAYS_AGO = 10, 20


@transaction.atomic
def set_demo_targets(*, values: Mapping[tuple[Organisation, str], int]) -> None:
    """Invent targets by partner and indicator, so that progress has something to measure. Published ones stay."""
    edition = editions.current()
    known = set(Target.objects.filter(edition=edition).values_list("partner_id", "indicator"))
    made = [
        Target(
            edition=edition, partner=partner, indicator=indicator, value=value, sureness=Target.Sureness.DEMO,
            source=SAYS, decided_on=dt.date(2024, 3, 1),
        )
        for (partner, indicator), value in values.items()
        if (partner.pk, indicator) not in known
    ]  # fmt: skip
    Target.objects.bulk_create(made)
    TargetPart.objects.bulk_create(part for target in made for part in _parts(target))


def _parts(target: Target) -> Sequence[TargetPart]:
    kind, whole = TargetPart.Kind, target.value or 0
    months = [
        TargetPart(target=target, kind=kind.MONTH, month=dt.date(year, month, 1), value=whole * part // 100)
        for year, month, part in SLOW_START
    ]
    if target.indicator != O_2_3.code:
        return months
    cells = apportion(whole, [share * whole for share in SHARES])
    return [
        *months,
        *(TargetPart(target=target, kind=kind.CELL, sex=sex, age_band=band, value=n)
          for (sex, band), n in zip(CELLS, cells, strict=True)),
        *(TargetPart(target=target, kind=kind.LINE, line=line, value=whole * part // 100)
          for line, part in LINES.items()),
    ]  # fmt: skip


@transaction.atomic
def decide_once(*, by: Worker) -> None:
    """One re-distribution of three weeks ago between the two largest targets, and a refused one before it."""
    edition = editions.current()
    code = TAKEN_IN_CHARGE.code
    rows = Target.objects.filter(edition=edition, partner__isnull=False, indicator=code, value__gt=MOVED)
    largest = list(rows.filter(sureness=Target.Sureness.DEMO).order_by("-value", "partner_id")[:2])
    if len(largest) != 2:
        return
    Decision.objects.create(
        edition=edition, kind=Decision.Kind.REFUSED, indicator=O_2_3.code, decided_by=by.user,
        reason="Prima se ne parla con i partner al coordinamento di ottobre",
        decided_at=now() - dt.timedelta(days=DAYS_AGO + 30),
    )  # fmt: skip
    act = Decision.objects.create(
        edition=edition, kind=Decision.Kind.REDISTRIBUTION, indicator=code, decided_by=by.user,
        reason="Concordata al coordinamento di novembre", decided_at=now() - dt.timedelta(days=DAYS_AGO),
    )  # fmt: skip
    Target.objects.bulk_create(
        Target(
            edition=edition, partner=one.partner, indicator=code, version=one.version + 1,
            value=(one.value or 0) + change, sureness=Target.Sureness.AGREED, source=act.reason,
            decided_on=today() - dt.timedelta(days=DAYS_AGO), decided_by=by.user, decision=act,
        )
        for one, change in zip(largest, (-MOVED, MOVED), strict=True)
    )  # fmt: skip
