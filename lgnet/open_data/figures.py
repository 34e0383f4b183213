# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""From a cut-off to tables that may leave: by partner and sex, by partner and age, and of the whole network.

The three tables are margins of one cube (partner, sex, age), so they are protected together. In the network a
person counts once however many partners follow them; its row is protected as if it were the sum of the partners,
which tells an attacker more than the true one does. What may be shown is rounded as it leaves, which tells less.
"""

import hashlib
import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lgnet.counting.models import NETWORK, AgeBand, Sex
from lgnet.direction.indicators import CONTACTS, O_2_3, REGISTERED, TAKEN_IN_CHARGE, Indicator
from lgnet.disclosure import (
    TOTAL,
    Dimension,
    Earlier,
    Key,
    Protected,
    Reason,
    margins,
    nearest,
    of_release,
    protect_release,
)
from lgnet.snapshots.boundary import Value

NOT_RECORDED = "?"
# A number that may be shown leaves as the nearest five: whoever knows some of the people in it can take them away
# and is still left with no single one. From three on, so that nothing shown becomes nothing.
ROUNDED_TO = 5
SEXES = tuple(sex or NOT_RECORDED for sex in Sex.values)
AGES = tuple(band or NOT_RECORDED for band in AgeBand.values)
# Whoever does not say to be a woman or a man is few and at risk: twice as many are asked for.
SEX = Dimension("sex", SEXES, stricter={Sex.NON_BINARY: 5})
AGE = Dimension("age_band", AGES)


@dataclass(frozen=True)
class Dataset:
    """A dataset of the catalogue: its stable name and the indicator it publishes."""

    slug: str
    indicator: Indicator


DATASETS: Mapping[str, Dataset] = {
    dataset.slug: dataset
    for dataset in (
        Dataset("contacts", CONTACTS),
        Dataset("registered", REGISTERED),
        Dataset("taken-in-charge", TAKEN_IN_CHARGE),
        Dataset("supported", O_2_3),
    )
}


@dataclass(frozen=True)
class Figures:
    """The frozen counts of an indicator: by partner, sex and age, and of the network by sex and age."""

    counts: Mapping[Key, int]
    network: Mapping[Key, int]

    def in_network(self, sex: str, age: str) -> int:
        """How many the network counts, each person once."""
        return sum(n for (s, a), n in self.network.items() if sex in (TOTAL, s) and age in (TOTAL, a))


@dataclass(frozen=True)
class Told:
    """A cell as it leaves."""

    value: int | None
    reason: Reason


@dataclass(frozen=True)
class Before:
    """A release that was published: what it counted and what it told of each cell."""

    figures: Figures
    cells: Mapping[Key, int | None]


def figures_of(values: Sequence[Value], codes: Mapping[uuid.UUID, str], indicator: str) -> Figures:
    """The frozen values of one indicator; of partners that `codes` names."""
    counts: dict[Key, int] = {}
    network: dict[Key, int] = {}
    for value in values:
        if value.indicator != indicator or value.measure != "achieved" or value.line or value.n <= 0:
            continue
        where = (value.sex or NOT_RECORDED, value.age_band or NOT_RECORDED)
        if value.scope == NETWORK:
            network[where] = network.get(where, 0) + value.n
        elif value.scope in codes:
            key = (codes[value.scope], *where)
            counts[key] = counts.get(key, 0) + value.n
    return Figures(counts, network)


def protected_cells(
    figures: Figures, partners: Sequence[str], before: Sequence[Before]
) -> tuple[dict[Key, Told], Protected]:
    """Every cell that a release shows, with its value or the reason; and the proof of it. Raises CannotProtect."""
    dimensions = (Dimension("partner", tuple(partners)), SEX, AGE)
    shown = margins(dimensions, ["partner", "sex"], ["partner", "age_band"], ["sex", "age_band"])
    small = _small_in_network(figures, shown, before)
    earlier = [
        Earlier(
            each.figures.counts,
            [key for key, value in each.cells.items() if value is not None and key[0] in (*partners, TOTAL)],
            [key for key, value in each.cells.items() if value is None and key[0] in (*partners, TOTAL)],
        )
        for each in before
    ]
    protected = protect_release(dimensions, figures.counts, shown, earlier, withheld=small)
    told = {}
    for cube_key, cell in protected.cells.items():
        key = of_release(cube_key)
        if key in small:
            told[key] = Told(None, Reason.SMALL)
            continue
        value = cell.value
        if value is not None and key[0] == TOTAL:
            value = figures.in_network(key[1], key[2])
        told[key] = Told(None if value is None else nearest(value, ROUNDED_TO), cell.reason)
    return {key: told[key] for key in shown}, protected


def _small_in_network(figures: Figures, shown: Sequence[Key], before: Sequence[Before]) -> set[Key]:
    """Cells of the network that are small themselves, or grew by few since they were told."""
    found = set()
    for key in shown:
        if key[0] != TOTAL or key[1:] == (TOTAL, TOTAL):
            continue
        least = max(SEX.threshold_of(key[1]), AGE.threshold_of(key[2]))
        now = figures.in_network(key[1], key[2])
        then = [each.figures.in_network(key[1], key[2]) for each in before if each.cells.get(key) is not None]
        if 0 < now < least or any(0 < abs(now - value) < least for value in then):
            found.add(key)
    return found


def digest_of(tables: Mapping[str, Mapping[Key, Told]]) -> str:
    """A digest over everything a release says, so that it can be seen to be what was looked at."""
    said = [
        [dataset, *key, told.value, told.reason.value]
        for dataset, cells in sorted(tables.items())
        for key, told in sorted(cells.items())
    ]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()
