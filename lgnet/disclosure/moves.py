# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How the counts could have been otherwise: moves that change some cells and leave all others as they are.

A move takes one atom of each dimension, and in some dimensions a second one: people pass from the second to
the first, alternately in each dimension. Every cell changes by the product over the dimensions of (does it hold
the first atom) minus (does it hold the second); so all sums of all cells stay true by construction. Counts stay
whole and never negative: what a move leads to is a table that could have been counted.

Counts and cells are numbered, and a set of cells is a whole number with a bit for each: whether a move touches
something published is then one operation, and that question is asked millions of times.
"""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod

from lgnet.disclosure.shapes import Dimension, Key


@dataclass(frozen=True, slots=True)
class Move:
    """The finest counts that gain one and those that lose one, by number; the cells that change, as bits."""

    gains: tuple[int, ...]
    losses: tuple[int, ...]
    cells: int


@dataclass(frozen=True, slots=True)
class _Choice:
    """In one dimension: how far the atom that gains (and the one that loses) shifts a count, the groups a cell."""

    gains: int
    loses: int | None
    groups: tuple[int, ...]


class Geometry:
    """The numbers of counts and cells, and what each choice in a dimension does, computed once."""

    def __init__(self, dimensions: Sequence[Dimension]) -> None:
        self.dimensions = tuple(dimensions)
        self.atoms: list[Key] = list(itertools.product(*(d.atoms for d in self.dimensions)))
        self._number = {atoms: number for number, atoms in enumerate(self.atoms)}
        self._names = [
            {name: place for place, name in enumerate(dimension.members)} for dimension in self.dimensions
        ]
        self._steps = _strides([len(dimension.atoms) for dimension in self.dimensions])
        self._strides = _strides([len(names) for names in self._names])
        self._choices: list[dict[str, tuple[_Choice, ...]]] = [{} for _ in self.dimensions]

    def cell(self, key: Key) -> int:
        """The number of a cell."""
        places = (names[name] for names, name in zip(self._names, key, strict=True))
        return sum(place * stride for place, stride in zip(places, self._strides, strict=True))

    def bits(self, keys: Iterable[Key]) -> int:
        """Some cells as bits."""
        found = 0
        for key in keys:
            found |= 1 << self.cell(key)
        return found

    def counted(self, counts: Mapping[Key, int]) -> list[int]:
        """The finest counts by number."""
        found = [0] * len(self.atoms)
        for atoms, n in counts.items():
            found[self._number[atoms]] = n
        return found

    def moves(self, key: Key) -> Iterator[Move]:
        """Every move that adds one to a cell."""
        begun: list[tuple[tuple[int, ...], tuple[int, ...], int]] = [((0,), (), 1)]
        for index, group in enumerate(key):
            choices = self._choices_of(index, group)
            begun = [_with(choice, *before) for before in begun for choice in choices]
        return itertools.starmap(Move, begun)

    def _choices_of(self, index: int, group: str) -> tuple[_Choice, ...]:
        """The choices that add to a group: one of its atoms gains, and none or one outside it loses."""
        known = self._choices[index]
        if group not in known:
            dimension = self.dimensions[index]
            inside = dimension.members[group]
            losers: list[str | None] = [None, *(atom for atom in dimension.atoms if atom not in inside)]
            known[group] = tuple(
                self._choice(index, atom, loser)
                for loser in losers
                for atom in dimension.atoms
                if atom in inside
            )
        return known[group]

    def _choice(self, index: int, gaining: str, losing: str | None) -> _Choice:
        dimension, step, stride = self.dimensions[index], self._steps[index], self._strides[index]
        groups = tuple(
            self._names[index][name] * stride
            for name, atoms in dimension.members.items()
            if (gaining in atoms) != (losing in atoms)
        )
        loses = None if losing is None else dimension.atoms.index(losing) * step
        return _Choice(dimension.atoms.index(gaining) * step, loses, groups)


def _with(
    choice: _Choice, gains: tuple[int, ...], losses: tuple[int, ...], cells: int
) -> tuple[tuple[int, ...], tuple[int, ...], int]:
    """A move that is chosen in some dimensions, chosen in one more."""
    changed = 0
    for group in choice.groups:
        changed |= cells << group
    first, second = choice.gains, choice.loses
    more = tuple([n + first for n in gains])
    fewer = tuple([n + first for n in losses])
    if second is None:
        return more, fewer, changed
    return more + tuple([n + second for n in losses]), fewer + tuple([n + second for n in gains]), changed


def _strides(sizes: Sequence[int]) -> list[int]:
    """How far one step in each dimension goes in a row of numbers."""
    return [prod(sizes[index + 1 :]) for index in range(len(sizes))]


def room(counts: Sequence[int], losing: tuple[int, ...], most: int) -> int:
    """How often these counts can lose one, at most `most` times."""
    left = most
    for number in losing:
        if counts[number] < left:
            left = counts[number]
            if not left:
                return 0
    return left


def make(counts: list[int], move: Move, times: int) -> None:
    """Make a move so many times; negative times make it backwards."""
    for number in move.gains:
        counts[number] += times
    for number in move.losses:
        counts[number] -= times
