# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How long people wait at the others: quartiles for each partner, of what the other partners tell."""

import statistics
import uuid
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from lgnet.analysis.models import LEAST_FOR_A_CURVE, LEAST_FOR_A_SPREAD, LONGEST, Spread, Wait
from lgnet.analysis.survival import DayCount, survival
from lgnet.cases.models import NextStep

Slice = tuple[str, int]  # period and urgency
Measured = Mapping[uuid.UUID, Mapping[str, int]]


def spread_out(partners: Sequence[uuid.UUID]) -> None:
    """Write the quartiles that each partner sees itself beside. Runs as the jobs' role."""
    Spread.objects.all().delete()
    Spread.objects.bulk_create(
        row
        for (period, urgency), measured in _told(partners).items()
        for scope in partners
        for row in _beside(scope, period, urgency, measured)
    )


def quartiles(values: Collection[int]) -> tuple[int, int, int] | None:
    """The quartiles of at least five numbers, each the mean of two or three of them, so that it is nobody's."""
    if len(values) < LEAST_FOR_A_SPREAD:
        return None
    ordered = sorted(values)
    return tuple(  # type: ignore[return-value]  # three of them
        round(statistics.fmean(_around(ordered, quarter))) for quarter in (1, 2, 3)
    )


def _around(ordered: Sequence[int], quarter: int) -> Sequence[int]:
    """The numbers next to where a quartile stands: at least two."""
    place, rest = divmod((len(ordered) - 1) * quarter, 4)
    return ordered[place : place + 2] if rest else ordered[place - 1 : place + 2]


def _beside(scope: uuid.UUID, period: str, urgency: int, measured: Measured) -> Iterator[Spread]:
    for measure in Spread.Measure.values:
        others = [found[measure] for other, found in measured.items() if other != scope and measure in found]
        quarters = quartiles(others)
        if quarters:
            lower, middle, upper = quarters
            yield Spread(
                scope=scope, period=period, urgency=urgency, measure=measure, partners=len(others),
                lower=lower, middle=middle, upper=upper,
            )  # fmt: skip


def _told(partners: Sequence[uuid.UUID]) -> dict[Slice, dict[uuid.UUID, dict[str, int]]]:
    """What each partner's group tells, by period and urgency; groups that are too small tell nothing."""
    rows = Wait.objects.filter(
        told=True, step=NextStep.TAKE_IN_CHARGE, people__gte=LEAST_FOR_A_CURVE, scope__in=partners
    )
    groups: dict[tuple[Slice, uuid.UUID], list[DayCount]] = defaultdict(list)
    judged: dict[tuple[Slice, uuid.UUID], list[int]] = defaultdict(lambda: [0, 0])
    fields = ("scope", "period", "urgency", "days", "done", "ended", "waiting", "on_time", "late")
    for scope, period, urgency, days, done, ended, waiting, on_time, late in rows.values_list(*fields):
        key = ((period, urgency), scope)
        groups[key].append(DayCount(days, done, ended, waiting))
        judged[key][0] += on_time
        judged[key][1] += late
    found: dict[Slice, dict[uuid.UUID, dict[str, int]]] = defaultdict(dict)
    for (cut, scope), counts in groups.items():
        found[cut][scope] = _measured(counts, *judged[cut, scope])
    return found


def _measured(counts: list[DayCount], on_time: int, late: int) -> dict[str, int]:
    """What is not reached within the days that are followed counts as one day more."""
    curve = survival(counts, longest=LONGEST)
    found = {
        Spread.Measure.HALF.value: curve.median,
        Spread.Measure.NINE.value: curve.quantile(0.9),
    }
    known = {name: LONGEST + 1 if days is None else days for name, days in found.items()}
    if on_time + late >= LEAST_FOR_A_CURVE:
        known[Spread.Measure.ON_TIME.value] = on_time * 100 // (on_time + late)
    return known
