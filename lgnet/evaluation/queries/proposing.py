# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which training the data of a partner propose: misses of its data, refusals on its paths, a table of rules."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from lgnet.analysis import queries as analysis
from lgnet.analysis.models import Topic
from lgnet.core.clock import today
from lgnet.disclosure import nearest
from lgnet.evaluation import shipped
from lgnet.evaluation.shipped import Rule, Signal
from lgnet.quality.models import Measure
from lgnet.training.models import Module

LEAST, BASE = 5, 5  # fewer are no pattern; numbers are said to the nearest five
FRESH = dt.timedelta(days=60)
ALL = "all"
Counts = Mapping[tuple[Signal, str], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule that holds: about how many, and how many per cent of those looked at."""

    rule: Rule
    about: int
    percent: int

    def sentence(self, language: str) -> str:
        """Why, in words."""
        return self.rule.reason(language) % {"n": self.about, "percent": self.percent}


def reasons(counts: Counts) -> list[Reason]:
    """The rules that hold for such counts (how many, of how many), the strongest first."""
    found = []
    for rule in shipped.rules():
        n, of = counts.get((rule.signal, rule.code), (0, 0))
        if n >= LEAST and of and n * 100 >= rule.least_percent * of:
            found.append(Reason(rule, nearest(n, BASE), n * 100 // of))
    return sorted(found, key=lambda one: (-one.percent / one.rule.least_percent, one.rule.code))


def counts_of(partner: uuid.UUID) -> Counts:
    """The misses of a partner at the last measure, and its refusals. Three queries at most."""
    return {**_misses([partner]).get(partner, {}), **_refusals(partner)}


def _misses(partners: Collection[uuid.UUID]) -> dict[uuid.UUID, dict[tuple[Signal, str], tuple[int, int]]]:
    """By partner, what each check of its last measure found. One query."""
    rows = Measure.objects.filter(partner__in=partners, week__gte=today() - FRESH).order_by("week")
    last: dict[uuid.UUID, dt.date] = {}
    found: dict[uuid.UUID, dict[tuple[Signal, str], tuple[int, int]]] = defaultdict(dict)
    for partner, week, code, failed, looked in rows.values_list(
        "partner", "week", "check_code", "failed", "looked_at"
    ):
        if last.get(partner) != week:  # later weeks come later
            last[partner], found[partner] = week, {}
        found[partner][Signal.MISS, code] = (failed, looked)
    return found


def _refusals(partner: uuid.UUID) -> Counts:
    cells = analysis.cells(partner, Topic.REFUSAL, str(today().year)) or analysis.cells(
        partner, Topic.REFUSAL, ""
    )
    return {
        (Signal.REFUSAL, f"{moment}/{reason}"): (n, cells.get((moment, ALL), 0))
        for (moment, reason), n in cells.items()
        if reason != ALL
    }


@dataclass(frozen=True, slots=True)
class Wanted:
    """An area of training and at how many partners the data propose it: for the direction."""

    area: Module.Area
    partners: int


def wanted(partners: Sequence[uuid.UUID]) -> list[Wanted]:
    """By area, the number of partners whose misses propose it, the most first. One query."""
    number: dict[str, int] = defaultdict(int)
    for counts in _misses(partners).values():
        for area in {reason.rule.area for reason in reasons(counts)}:
            number[area] += 1
    rows = [Wanted(Module.Area(area), n) for area, n in number.items()]
    return sorted(rows, key=lambda row: (-row.partners, row.area))


def modules_of(areas: Collection[str]) -> list[Module]:
    """The published modules of some areas, those one can still enrol in first. One query."""
    rows = Module.objects.filter(area__in=areas, state=Module.State.OPEN).select_related("programme")
    return sorted(rows, key=lambda one: (one.enrol_until < today(), one.enrol_until, one.code))
