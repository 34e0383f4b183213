# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads about targets: their parts, what is reached against them, how others stand, what was decided lately."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.db import connection
from django.db.models import QuerySet

from lgnet.core.clock import ROME, now
from lgnet.direction.indicators import Indicator
from lgnet.direction.models import Decision, Target, TargetPart
from lgnet.direction.parts import Parts
from lgnet.direction.path import PlannedPath
from lgnet.network.models import ActionLine, Edition, Organisation

FEWEST_OTHERS = 5
TOLD_FOR = dt.timedelta(days=60)  # how long a partner is told that its target changed
_REACHED = """
select scope, kind, sum(n) from counting_total
where scope = any(%(scopes)s) and kind = any(%(kinds)s) group by 1, 2
"""
_SPREAD = "select * from direction_spread(%(edition)s, %(codes)s, %(kinds)s)"


@dataclass(frozen=True)
class Spread:
    """How far the other partners are, in per cent of their targets; nobody is named."""

    partners: int
    lowest: int
    lower: int
    middle: int
    upper: int
    highest: int


def reached(
    scopes: Collection[uuid.UUID], indicators: Iterable[Indicator]
) -> dict[tuple[uuid.UUID, str], int]:
    """What is reached now, by scope and code of indicator; nothing where nothing is. One query."""
    codes = {str(each.fact_kind): each.code for each in indicators}
    with connection.cursor() as cursor:
        cursor.execute(_REACHED, {"scopes": list(scopes), "kinds": list(codes)})
        return {(scope, codes[kind]): int(n) for scope, kind, n in cursor.fetchall()}


def parts_of(targets: Iterable[Target]) -> dict[uuid.UUID, Parts]:
    """The planned parts of each target that has some. One query."""
    cells: dict[uuid.UUID, dict[tuple[str, str], int]] = defaultdict(dict)
    lines: dict[uuid.UUID, dict[str, int]] = defaultdict(dict)
    months: dict[uuid.UUID, dict[dt.date, int]] = defaultdict(dict)
    for part in TargetPart.objects.filter(target__in=[target.pk for target in targets]):
        if part.kind == TargetPart.Kind.CELL:
            cells[part.target_id][part.sex, part.age_band] = part.value
        elif part.kind == TargetPart.Kind.LINE:
            lines[part.target_id][part.line] = part.value
        elif part.month is not None:
            months[part.target_id][part.month] = part.value
    known = {*cells, *lines, *months}
    return {key: Parts(cells.get(key, {}), lines.get(key, {}), months.get(key, {})) for key in known}


def milestones_of(targets: Iterable[Target]) -> dict[uuid.UUID, dict[dt.date, int]]:
    """The planned months alone, for pages that show many targets. One query."""
    months: dict[uuid.UUID, dict[dt.date, int]] = defaultdict(dict)
    rows = TargetPart.objects.filter(target__in=[t.pk for t in targets], kind=TargetPart.Kind.MONTH)
    for target, month, value in rows.values_list("target_id", "month", "value"):
        if month is not None:
            months[target][month] = value
    return months


def path_of(target: Target | None, edition: Edition, parts: Parts) -> PlannedPath | None:
    """The way to a target; None where there is none."""
    if target is None or target.value is None:
        return None
    return PlannedPath(target.value, edition.starts_on, edition.ends_on, parts.months)


def spread_of_others(edition: Edition, indicators: Iterable[Indicator]) -> dict[str, Spread]:
    """How the other partners stand, for a partner: by code, only where five others have a target. One query.

    The function of the database leaves out the partner that asks and gives no single value but the two ends.
    """
    asked = [(each.code, str(each.fact_kind)) for each in indicators]
    with connection.cursor() as cursor:
        cursor.execute(
            _SPREAD,
            {
                "edition": edition.pk,
                "codes": [code for code, _ in asked],
                "kinds": [kind for _, kind in asked],
            },
        )
        return {code: Spread(*numbers) for code, *numbers in cursor.fetchall()}


def spread(shares: Collection[int]) -> Spread | None:
    """The same from shares that somebody may see anyway: the slow twin of the function, for the nation."""
    if len(shares) < FEWEST_OTHERS:
        return None
    ordered = sorted(shares)

    def at(part: float) -> int:
        """The discrete quantile, as `percentile_disc` takes it."""
        rank = next(i for i in range(1, len(ordered) + 1) if i / len(ordered) >= part)
        return ordered[rank - 1]

    return Spread(len(ordered), ordered[0], at(0.25), at(0.5), at(0.75), ordered[-1])


def told_lately(partner: Organisation, edition: Edition) -> list[Target]:
    """Versions of a partner's targets that the direction decided in the last 60 days, the latest first. One query."""
    since = (now() - TOLD_FOR).astimezone(ROME).date()
    rows = Target.objects.filter(
        edition=edition, partner=partner, decided_on__gte=since, decision__isnull=False
    )
    return list(rows.select_related("decision").order_by("-decided_on", "-version")[:10])


def decisions(edition: Edition) -> QuerySet[Decision]:
    """What was decided, the latest first, with who decided and what took it back."""
    rows = Decision.objects.filter(edition=edition).select_related("decided_by", "taken_back_by")
    return rows.prefetch_related("targets__partner").order_by("-decided_at")


def lines_of(edition: Edition) -> Mapping[uuid.UUID, frozenset[str]]:
    """The action lines of each local partner. One query."""
    found = edition.partnerships.values_list("organisation_id", "lines")
    return {pk: frozenset(line for line in lines if line in ActionLine.values) for pk, lines in found}
