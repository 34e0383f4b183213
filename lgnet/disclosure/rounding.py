# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Controlled rounding: every cell becomes a multiple of a base, and sums stay sums.

The finest counts go to one of their two neighbouring multiples, chosen so that every shown sum of them stays
closer to the truth than the base wherever that can be found (search by single changes and exchanges, always
the same for the same table). A reader then knows of a count only that it lies within less than a base around
what is written: choose a base above the threshold.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from lgnet.disclosure.shapes import Key, Table

ROUNDS = 400


@dataclass(frozen=True)
class Rounded:
    """The shown cells rounded, consistent in themselves, and how far the farthest is from the truth."""

    cells: Mapping[Key, int]
    base: int
    largest_error: int

    @property
    def is_controlled(self) -> bool:
        """Whether every cell is closer to the truth than the base."""
        return self.largest_error < self.base


def round_to(table: Table, base: int) -> Rounded:
    """Round a table to a base above 1. Raises ValueError for a base that does not hide the threshold."""
    least = max((table.threshold(key) for key in table.shown), default=1)
    if base <= least:
        raise ValueError(f"a base of {base} does not hide counts below {least}")
    search = _Search(table, base)
    search.run()
    sums = table.summed(search.rounded)
    errors = [abs(sums.get(key, 0) - table.value(key)) for key in table.shown]
    return Rounded({key: sums.get(key, 0) for key in table.shown}, base, max(errors, default=0))


def nearest(value: int, base: int) -> int:
    """A number to the nearest multiple of a base, halves upwards; the same for the same number, always.

    What is shown anyhow and then rounded tells no more than it did: a proof of the exact numbers holds for these.
    Sums may be off by the rounding.
    """
    return (2 * value + base) // (2 * base) * base


class _Search:
    """The finest counts rounded up or down, and what that makes of every shown sum."""

    def __init__(self, table: Table, base: int) -> None:
        self.base = base
        shown = set(table.shown)
        self.free = {atoms: n for atoms, n in sorted(table.counts.items()) if n % base}
        self.rounded = {
            atoms: n if n % base == 0 else (n // base + (2 * (n % base) >= base)) * base
            for atoms, n in table.counts.items()
        }
        self.cells_of = {atoms: [k for k in table.summed({atoms: 1}) if k in shown] for atoms in self.free}
        sums = table.summed({atoms: self.rounded[atoms] - n for atoms, n in table.counts.items()})
        self.errors = {key: sums.get(key, 0) for key in table.shown}

    def run(self) -> None:
        """Change what lowers the excess most until nothing exceeds or nothing helps."""
        for _round in range(ROUNDS):
            if all(abs(error) < self.base for error in self.errors.values()):
                return
            if not (self._change_one() or self._exchange()):
                return

    def _step(self, atoms: Key) -> int:
        """What changing a count to its other neighbour adds."""
        return -self.base if self.rounded[atoms] > self.free[atoms] else self.base

    def _gain(self, changes: Mapping[Key, int]) -> int:
        return sum(
            max(0, abs(self.errors[key]) - self.base + 1) ** 2
            - max(0, abs(self.errors[key] + n) - self.base + 1) ** 2
            for key, n in changes.items()
        )

    def _changes(self, *chosen: Key) -> dict[Key, int]:
        changes: dict[Key, int] = {}
        for atoms in chosen:
            for key in self.cells_of[atoms]:
                changes[key] = changes.get(key, 0) + self._step(atoms)
        return changes

    def _apply(self, *chosen: Key) -> None:
        for key, n in self._changes(*chosen).items():
            self.errors[key] += n
        for atoms in chosen:
            self.rounded[atoms] += self._step(atoms)

    def _change_one(self) -> bool:
        best = max(self.free, key=lambda atoms: self._gain(self._changes(atoms)), default=None)
        if best is None or self._gain(self._changes(best)) <= 0:
            return False
        self._apply(best)
        return True

    def _exchange(self) -> bool:
        """Two counts of a sum that exceeds, one up and one down."""
        for key, error in self.errors.items():
            if abs(error) < self.base:
                continue
            inside = [atoms for atoms in self.free if key in self.cells_of[atoms]]
            useful = [atoms for atoms in inside if self._step(atoms) * error < 0]
            for first in useful:
                for second in self.free:
                    if second != first and self._gain(self._changes(first, second)) > 0:
                        self._apply(first, second)
                        return True
        return False
