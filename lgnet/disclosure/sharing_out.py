# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rounding that adds up over many tables at once, so that what is told could itself be the truth.

Numbers that belong together form a tree: a total, its years, their quarters, and so on. Each number is a multiple
of the base next to the true one, below or above, and the parts of a number make exactly that number. Tables that
hang on the same parts (a quarter by place, the same quarter by hour) therefore agree, and there is a set of rows of
which everything told is exactly true. That set is the proof: take up to base - 1 rows of it and give them another
category, and no number moves by more than base - 1, which is as far as any of them may be from the truth; so
whoever solves all tables together keeps an interval that wide for each number.

A total that everybody knows exactly from elsewhere stays exact: its largest part then holds what is over, is no
multiple, and lies above the truth. Which parts go up is chosen so that the sums across the tree drift little, by
chance among equals, and as before where that still holds: figures that do not change are not drawn anew.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field

from lgnet.disclosure.shapes import Key

Margins = Callable[[Key], Iterable[Hashable]]


@dataclass
class SharingOut:
    """One drawing of numbers. `before`: what was told last time; `chance`: numbers from 0 to 1 that nobody foresees."""

    base: int
    chance: Callable[[], float]
    before: Mapping[Key, int] = field(default_factory=dict)
    told: dict[Key, int] = field(default_factory=dict)
    _drift: dict[Hashable, int] = field(default_factory=dict)

    def begin(self, name: str, counts: Mapping[Key, int]) -> dict[Key, int]:
        """Numbers that are no part of another: each alone to a neighbouring multiple, as likely as it is near."""
        found = {}
        for key, n in sorted(counts.items()):
            low, rest = n - n % self.base, n % self.base
            known = self.before.get((name, *key))
            is_up = known == low + self.base if self._may_stay(known, n) else self.chance() * self.base < rest
            found[key] = low + self.base * (is_up and rest > 0)
        self._keep(name, found)
        return found

    def split(
        self,
        name: str,
        wholes: Mapping[Key, int],
        parts: Mapping[Key, int],
        of: Callable[[Key], Key],
        margins: Margins,
    ) -> dict[Key, int]:
        """The parts of numbers that were told. `of`: whose part; `margins`: sums across the tree that it is in.

        Raises ValueError where parts stand without a whole.
        """
        families: dict[Key, list[Key]] = {}
        for key, n in sorted(parts.items()):
            if n:
                families.setdefault(of(key), []).append(key)
        found: dict[Key, int] = {}
        for whole, keys in families.items():
            if whole not in wholes:
                raise ValueError(f"{name}: {whole} was not told")
            self._share(name, wholes[whole], {key: parts[key] for key in keys}, margins, found)
        self._keep(name, found)
        return found

    def _share(
        self, name: str, whole: int, parts: Mapping[Key, int], margins: Margins, found: dict[Key, int]
    ) -> None:
        base = self.base
        holder = max(parts, key=lambda key: (parts[key], key)) if whole % base else None
        lowest = {key: n if key == holder else n - n % base for key, n in parts.items()}
        open_keys = [key for key, n in parts.items() if n % base and key != holder]
        ups = (whole - sum(lowest.values())) // base
        if ups < 0 or (holder is None and ups > len(open_keys)):
            found |= self._as_far_as_needed(whole, parts)
        else:
            chosen = self._chosen(name, parts, open_keys, ups, margins)
            shared = {key: low + base * (key in chosen) for key, low in lowest.items()}
            if holder is not None:
                shared[holder] += whole - sum(shared.values())
            found |= shared
        for key, n in parts.items():
            for margin in margins(key):
                self._drift[name, margin] = self._drift.get((name, margin), 0) + n - found[key]

    def _as_far_as_needed(self, whole: int, parts: Mapping[Key, int]) -> dict[Key, int]:
        """Parts of a number that is itself a sum of told numbers and drifted away from them: the largest give way.

        They may end farther than a base from the truth, which tells less of it, and never below nothing.
        """
        found = {key: n - n % self.base for key, n in parts.items()}
        left = whole - sum(found.values())
        while left < 0:
            largest = max(found, key=lambda key: (found[key], key))
            found[largest] -= self.base
            left += self.base
        found[max(found, key=lambda key: (found[key], key))] += left
        return found

    def _chosen(
        self, name: str, parts: Mapping[Key, int], keys: list[Key], ups: int, margins: Margins
    ) -> set[Key]:
        """Which of the parts go up: as before where that may stay, then where most is missing."""
        if not ups or ups == len(keys):
            return set(keys[:ups])
        ranked = []
        for key in keys:
            n, known = parts[key], self.before.get((name, *key))
            kept = 0
            if self._may_stay(known, n):
                kept = 1 if known == n - n % self.base + self.base else -1
            missing = sum(self._drift.get((name, margin), 0) for margin in margins(key))
            ranked.append((kept, missing + n % self.base + self.base * self.chance(), key))
        ranked.sort(reverse=True)
        return {key for _kept, _missing, key in ranked[:ups]}

    def _may_stay(self, known: int | None, n: int) -> bool:
        return known is not None and known % self.base == 0 and abs(known - n) < self.base

    def _keep(self, name: str, found: Mapping[Key, int]) -> None:
        self.told |= {(name, *key): n for key, n in found.items()}


def summed(counts: Mapping[Key, int], by: Callable[[Key], Key]) -> dict[Key, int]:
    """Numbers added up by another key."""
    found: dict[Key, int] = {}
    for key, n in counts.items():
        found[by(key)] = found.get(by(key), 0) + n
    return found


__all__ = ["SharingOut", "summed"]
