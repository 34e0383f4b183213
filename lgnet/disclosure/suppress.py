# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which cells are withheld so that nobody computes a protected one, with a proof that anybody can check.

A cell is protected when it is small, when it is empty and that would tell something, or when it tells that all
of a group are alike. For each protected cell there are two tables that could have been counted, both with every
published cell as published, which differ in the protected cell by its threshold at least: so whoever solves
the published sums, by whatever means, keeps an interval at least that wide. The two tables are the proof. They
are found by moves (`lgnet.disclosure.moves`), choosing the move whose cells cost least to withhold; at the end
whatever need not have been withheld is shown again.
"""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lgnet.disclosure.moves import Geometry, Move, make, room
from lgnet.disclosure.shapes import TOTAL, Cell, Key, Reason, Table

SMALL_REASONS = frozenset({Reason.SMALL, Reason.ZERO, Reason.ALL_ALIKE})


@dataclass(frozen=True)
class Witness:
    """For one protected cell, what two other tables add to the finest counts; `need` is how far they must differ."""

    need: int
    high: Mapping[Key, int]
    low: Mapping[Key, int]


@dataclass(frozen=True)
class Proof:
    """A witness for each protected cell."""

    witnesses: Mapping[Key, Witness]

    def faults(self, protected: "Protected") -> list[str]:
        """What does not hold, recomputed from the counts alone; nothing where the proof holds."""
        table, wrong = protected.table, list[str]()
        published = {key for key, cell in protected.cells.items() if cell.value is not None} | set(table.told)
        for key, witness in self.witnesses.items():
            values = []
            for added in (witness.high, witness.low):
                if any(table.counts.get(atoms, 0) + n < 0 for atoms, n in added.items()):
                    wrong.append(f"{key}: a count below zero")
                changed = table.summed(added)
                values.append(changed.get(key, 0))
                wrong += [f"{key}: {shown} would be seen" for shown in changed.keys() & published]
            if values[0] - values[1] < max(witness.need, table.threshold(key)):
                wrong.append(f"{key}: an interval of {values[0] - values[1]}, less than {witness.need}")
        missing = unsafe(table).keys() - self.witnesses.keys()
        return [*wrong, *(f"{key}: no witness" for key in missing)]


@dataclass(frozen=True)
class Protected:
    """A table that may leave: each cell with its value or the reason for withholding it, and the proof."""

    table: Table
    cells: Mapping[Key, Cell]
    proof: Proof

    @property
    def withheld(self) -> int:
        """How many cells are not shown."""
        return sum(cell.value is None for cell in self.cells.values())


class CannotProtect(Exception):
    """What was told before leaves no room for this table; a fault of an earlier release."""


def unsafe(table: Table) -> dict[Key, Reason]:
    """The cells that must not come out, with the reason: the primary suppression."""
    found: dict[Key, Reason] = {}
    for key in dict.fromkeys((*table.shown, *table.implied)):
        reason = _reason(table, key)
        if reason is not None:
            found[key] = reason
    return found


def _reason(table: Table, key: Key) -> Reason | None:
    value, threshold = table.value(key), table.threshold(key)
    if 0 < value < threshold:
        return Reason.SMALL
    if value == 0:
        return Reason.ZERO if table.rules.zero_tells and threshold > 1 else None
    for index, dimension in enumerate(table.dimensions):
        if not dimension.sensitive or key[index] == TOTAL or len(dimension.atoms) < 2:
            continue
        whole = (*key[:index], TOTAL, *key[index + 1 :])
        if table.value(whole) == value:
            return Reason.ALL_ALIKE
    return None


def protect(table: Table, *, withheld: Iterable[Key] = ()) -> Protected:
    """Withhold what must be and as little else as we find. `withheld`: cells not to be shown in any case.

    Raises CannotProtect.
    """
    reasons, before = unsafe(table), frozenset(withheld)
    search = _Search(table, before)
    search.withhold(reasons)
    for key in sorted(reasons, key=lambda key: (-key.count(TOTAL), key)):
        search.protect(key, table.threshold(key))
    search.restore(reasons.keys() | before)
    cells = {}
    for key in table.shown:
        if search.is_published(key):
            cells[key] = Cell(table.value(key), Reason.SHOWN)
        else:
            other = Reason.BEFORE if key in before else Reason.COMPLEMENT
            cells[key] = Cell(None, reasons.get(key, other))
    return Protected(table, cells, Proof(search.witnesses()))


@dataclass
class _Found:
    """How far a protected cell was moved up and down: the moves made, and their number."""

    need: int
    high: list[tuple[Move, int]] = field(default_factory=list)
    low: list[tuple[Move, int]] = field(default_factory=list)
    width: int = 0

    @property
    def touched(self) -> int:
        """The cells that the moves change, as bits."""
        found = 0
        for move, _times in (*self.high, *self.low):
            found |= move.cells
        return found


class _Search:
    """The cells that are still published, as bits, and how each protected cell is kept apart from them."""

    def __init__(self, table: Table, withheld: Collection[Key]) -> None:
        self.table = table
        self.geometry = Geometry(table.dimensions)
        self.counts = self.geometry.counted(table.counts)
        self.told = self.geometry.bits(table.told)
        self.published = self.geometry.bits(key for key in table.shown if key not in withheld) & ~self.told
        self.known = self.published | self.told
        self.found: dict[Key, _Found] = {}
        self._moves: dict[Key, list[Move]] = {}
        self._weights = {self.geometry.cell(key): _weight(table, key) for key in table.shown}

    def withhold(self, keys: Iterable[Key]) -> None:
        """Publish these cells no longer."""
        self.published &= ~self.geometry.bits(keys)

    def is_published(self, key: Key) -> bool:
        """Whether a cell is shown."""
        return bool(self.published >> self.geometry.cell(key) & 1)

    def protect(self, key: Key, need: int) -> None:
        """Withhold what it takes to keep a cell's interval as wide as needed."""
        found = self._prove(key, need, may_withhold=True)
        if found is None:
            raise CannotProtect(f"{key} cannot be protected beside what was published before")
        self.found[key] = found

    def _prove(self, key: Key, need: int, *, may_withhold: bool) -> _Found | None:
        high, low = list(self.counts), list(self.counts)
        found = _Found(need)
        while found.width < need:
            more = need - found.width
            best = self._best(key, more, high, low, may_withhold=may_withhold)
            if best is None:
                return None
            self.published &= ~best.cells
            if up := room(high, best.losses, more):
                make(high, best, up)
                found.high.append((best, up))
            if down := room(low, best.gains, more - up):
                make(low, best, -down)
                found.low.append((best, -down))
            found.width += up + down
        return found

    def _best(
        self, key: Key, more: int, high: Sequence[int], low: Sequence[int], *, may_withhold: bool
    ) -> Move | None:
        """The move that costs least for what it gains: one that costs nothing, if there is any."""
        moves = self._moves_of(key)
        for move in moves:
            if not move.cells & self.published and _gain(move, more, high, low):
                return move
        best, best_price = None, math.inf
        for move in moves if may_withhold else ():
            gain = _gain(move, more, high, low)
            if (
                gain
                and (cost := self._cost(move.cells & self.published, best_price * gain)) < best_price * gain
            ):
                best, best_price = move, cost / gain
        return best

    def _cost(self, cells: int, limit: float) -> float:
        """What it costs to withhold these cells; counting stops at the limit."""
        cost = 0.0
        while cells and cost < limit:
            lowest = cells & -cells
            cost += self._weights[lowest.bit_length() - 1]
            cells ^= lowest
        return cost

    def _moves_of(self, key: Key) -> list[Move]:
        if key not in self._moves:
            counts = self.counts
            useful = [
                move
                for move in self.geometry.moves(key)
                if not move.cells & self.told
                and (room(counts, move.losses, 1) or room(counts, move.gains, 1))
            ]
            useful.sort(key=lambda move: (move.cells & self.known).bit_count())
            self._moves[key] = useful
        return self._moves[key]

    def restore(self, kept_back: Collection[Key]) -> None:
        """Show again what need not be withheld, the dearest first: each is tried with new witnesses."""
        must = self.geometry.bits(kept_back) | self.told | self.published
        secondary = [cell for cell in self._weights if not must >> cell & 1]
        touched = {key: found.touched for key, found in self.found.items()}
        for cell in sorted(secondary, key=lambda cell: -self._weights[cell]):
            self.published |= 1 << cell
            again: dict[Key, _Found] = {}
            for key, cells in touched.items():
                if not cells >> cell & 1:
                    continue
                proof = self._prove(key, self.found[key].need, may_withhold=False)
                if proof is None:
                    self.published &= ~(1 << cell)
                    break
                again[key] = proof
            else:
                self.found |= again
                touched |= {key: found.touched for key, found in again.items()}

    def witnesses(self) -> dict[Key, Witness]:
        """What was found, as finest counts."""
        return {
            key: Witness(found.need, self._added(found.high), self._added(found.low))
            for key, found in self.found.items()
        }

    def _added(self, moves: list[tuple[Move, int]]) -> dict[Key, int]:
        added = [0] * len(self.counts)
        for move, times in moves:
            make(added, move, times)
        return {self.geometry.atoms[number]: n for number, n in enumerate(added) if n}


def _gain(move: Move, more: int, high: Sequence[int], low: Sequence[int]) -> int:
    """By how much a move widens an interval: upwards, and downwards for the rest."""
    up = room(high, move.losses, more)
    return up + room(low, move.gains, more - up)


def _weight(table: Table, key: Key) -> float:
    """What withholding a cell costs its readers: more for large values and much more for totals."""
    return (1 + math.log2(1 + table.value(key))) * (1 + 2 * key.count(TOTAL))
