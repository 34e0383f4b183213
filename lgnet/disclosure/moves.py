# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How the counts could have been otherwise: moves that change some cells and leave all others as they are.

A move takes one atom of each dimension, and in some dimensions a second one: people pass from the second to
the first, alternately in each dimension. Every cell changes by the product over the dimensions of (does it hold
the first atom) minus (does it hold the second); so all sums of all cells stay true by construction. Counts stay
whole and never negative: what a move leads to is a table that could have been counted.
"""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from lgnet.disclosure.shapes import Dimension, Key

Choice = tuple[str, str | None]  # the atom that gains, the atom that loses


@dataclass(frozen=True)
class Move:
    """A move as the atoms that gain and lose in each dimension."""

    choices: tuple[Choice, ...]

    @cached_property
    def corners(self) -> tuple[tuple[Key, int], ...]:
        """The finest counts that change, each with its sign."""
        return tuple(self._corners())

    def _corners(self) -> Iterator[tuple[Key, int]]:
        sides = [
            ((first, 1),) if second is None else ((first, 1), (second, -1)) for first, second in self.choices
        ]
        for corner in itertools.product(*sides):
            sign = 1
            for _atom, side in corner:
                sign *= side
            yield tuple(atom for atom, _side in corner), sign


class Geometry:
    """What each choice in a dimension does to the groups of the dimension, computed once."""

    def __init__(self, dimensions: Sequence[Dimension]) -> None:
        self.dimensions = tuple(dimensions)
        self._effects: list[dict[Choice, tuple[tuple[str, int], ...]]] = [{} for _ in self.dimensions]
        self._choices: list[dict[str, tuple[Choice, ...]]] = [{} for _ in self.dimensions]

    def effect(self, index: int, choice: Choice) -> tuple[tuple[str, int], ...]:
        """The groups of a dimension that a choice changes, with the sign."""
        known = self._effects[index]
        if choice not in known:
            first, second = choice
            changes = (
                (name, (first in atoms) - (second in atoms if second is not None else 0))
                for name, atoms in self.dimensions[index].members.items()
            )
            known[choice] = tuple((name, sign) for name, sign in changes if sign)
        return known[choice]

    def choices(self, index: int, group: str) -> tuple[Choice, ...]:
        """The choices that add to a group: one of its atoms gains, and none or one outside it loses."""
        known = self._choices[index]
        if group not in known:
            dimension = self.dimensions[index]
            inside = dimension.members[group]
            losers: list[str | None] = [None, *(atom for atom in dimension.atoms if atom not in inside)]
            known[group] = tuple(
                (atom, loser) for loser in losers for atom in dimension.atoms if atom in inside
            )
        return known[group]

    def moves(self, key: Key) -> Iterator[Move]:
        """Every move that adds one to a cell."""
        options = [self.choices(index, name) for index, name in enumerate(key)]
        for chosen in itertools.product(*options):
            yield Move(chosen)

    def touched(self, move: Move) -> Iterator[tuple[Key, int]]:
        """Every cell of the cube that a move changes, with the sign."""
        effects = [self.effect(index, choice) for index, choice in enumerate(move.choices)]
        for combination in itertools.product(*effects):
            sign = 1
            for _name, side in combination:
                sign *= side
            yield tuple(name for name, _side in combination), sign


def room(counts: Mapping[Key, int], move: Move, direction: int, most: int) -> int:
    """How often a move can be made in a direction (+1 adds to its cell, -1 takes away), at most `most` times."""
    left = most
    for corner, sign in move.corners:
        if sign * direction < 0:
            left = min(left, counts.get(corner, 0))
            if left == 0:
                return 0
    return left


def make(counts: dict[Key, int], move: Move, times: int) -> None:
    """Make a move so many times; negative times make it backwards."""
    for corner, sign in move.corners:
        changed = counts.get(corner, 0) + sign * times
        if changed:
            counts[corner] = changed
        else:
            counts.pop(corner, None)
