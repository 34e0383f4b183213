# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is protected: tables of counts with their margins, linked by being parts of one cube.

A cube has dimensions; a dimension has atoms (its finest categories) and groups of them (a total, a region, the
months up to a release). A cell is named by one group for each dimension, and holds how many there are in it.
Tables with margins, tables that share a margin and releases that follow each other are all sets of cells of
one cube: what links them is the cube. Sources of the rules: SISTAN deontological rules, annex A.4 of the
Italian privacy code, art. 5; docs/adr on disclosure.
"""

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

Key = tuple[str, ...]  # a group for each dimension, in the order of the cube
TOTAL = "*"


@dataclass(frozen=True)
class Dimension:
    """One dimension: its atoms, and named groups of atoms besides (the total of all is always there).

    `threshold` is what a cell must reach that tells the category (3 for plain counts, 5 for sensitive ones);
    `stricter` raises it for single categories (10 for those that put people at risk). In a `sensitive`
    dimension it also tells something that everybody in a group has the same category.
    """

    name: str
    atoms: tuple[str, ...]
    groups: Mapping[str, frozenset[str]] = field(default_factory=dict)
    threshold: int = 3
    stricter: Mapping[str, int] = field(default_factory=dict)
    sensitive: bool = False

    @cached_property
    def members(self) -> Mapping[str, frozenset[str]]:
        """Every name of the dimension with its atoms."""
        single = {atom: frozenset((atom,)) for atom in self.atoms}
        return {TOTAL: frozenset(self.atoms), **single, **self.groups}

    @cached_property
    def holders(self) -> Mapping[str, tuple[str, ...]]:
        """For each atom the names that hold it."""
        return {
            atom: tuple(name for name, atoms in self.members.items() if atom in atoms) for atom in self.atoms
        }

    def threshold_of(self, group: str) -> int:
        """What a cell must reach that names this group; 1 for the total, which tells nothing."""
        if self.members[group] == self.members[TOTAL]:
            return 1
        return max([self.threshold, *(self.stricter.get(atom, 0) for atom in self.members[group])])


@dataclass(frozen=True)
class Rules:
    """What must not be told. `zero_tells`: an empty cell is as protected as a small one.

    `least_base`: a share is told only of at least so many.
    """

    threshold: int = 3
    zero_tells: bool = False
    least_base: int = 20


class Reason(StrEnum):
    """Why a cell is shown or not."""

    SHOWN = "shown"
    SMALL = "small"  # fewer than the threshold
    ZERO = "zero"  # empty, and that would tell something
    ALL_ALIKE = "all_alike"  # everybody in the group has this category
    COMPLEMENT = "complement"  # with it another cell could be computed
    BEFORE = "before"  # an earlier release withheld it


@dataclass(frozen=True)
class Table:
    """Counts of a cube and the cells that are to be shown.

    `counts`: the finest counts by atoms, none negative, missing ones zero. `shown`: cells to publish.
    `implied`: cells that nobody publishes but that must not come out either (what was added since an earlier
    release). `told`: cells that were published before and cannot be taken back.
    """

    dimensions: tuple[Dimension, ...]
    counts: Mapping[Key, int]
    shown: tuple[Key, ...]
    implied: tuple[Key, ...] = ()
    told: tuple[Key, ...] = ()
    rules: Rules = field(default_factory=Rules)

    def __post_init__(self) -> None:
        if any(n < 0 for n in self.counts.values()):
            raise ValueError("counts are not negative")
        known = [dimension.members for dimension in self.dimensions]
        for key in (*self.shown, *self.implied, *self.told):
            if len(key) != len(known) or any(
                name not in names for name, names in zip(key, known, strict=True)
            ):
                raise ValueError(f"{key} is no cell of this cube")

    @cached_property
    def values(self) -> Mapping[Key, int]:
        """How many there are in each cell of the cube that is not empty."""
        return self.summed(self.counts)

    def value(self, key: Key) -> int:
        """How many there are in a cell."""
        return self.values.get(key, 0)

    def summed(self, counts: Mapping[Key, int]) -> dict[Key, int]:
        """What finest counts add up to, in every cell of the cube in which that is not nothing."""
        holders = [dimension.holders for dimension in self.dimensions]
        sums: dict[Key, int] = {}
        for atoms, n in counts.items():
            for key in itertools.product(*(names[atom] for names, atom in zip(holders, atoms, strict=True))):
                sums[key] = sums.get(key, 0) + n
        return {key: n for key, n in sums.items() if n}

    def threshold(self, key: Key) -> int:
        """What this cell must reach to be shown."""
        found = [d.threshold_of(name) for d, name in zip(self.dimensions, key, strict=True)]
        most = max(found, default=1)
        return 1 if most == 1 else max(most, self.rules.threshold)


@dataclass(frozen=True)
class Cell:
    """What leaves of a cell: its value, or nothing and why."""

    value: int | None
    reason: Reason


def margins(dimensions: Iterable[Dimension], *tables: Iterable[str]) -> tuple[Key, ...]:
    """The cells of some tables with all their margins; a table is given by the names of its dimensions."""
    found: dict[Key, None] = {}
    every = tuple(dimensions)
    for table in tables:
        wanted = frozenset(table)
        names = [_names(d) if d.name in wanted else (TOTAL,) for d in every]
        found |= dict.fromkeys(itertools.product(*names))
    return tuple(found)


def _names(dimension: Dimension) -> Iterator[str]:
    yield TOTAL
    yield from dimension.atoms


def share(part: int | None, whole: int | None, rules: Rules | None = None) -> int | None:
    """A share in whole per cent, rounded down; None where a part is withheld or the base is too small."""
    if part is None or whole is None or whole < (rules or Rules()).least_base:
        return None
    return part * 100 // whole
