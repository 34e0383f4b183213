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
from collections.abc import Iterable, Mapping
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
    reasons = unsafe(table)
    search = _Search(table, set(withheld))
    for key in reasons:
        search.published.discard(key)
    for key in sorted(reasons, key=lambda key: (-key.count(TOTAL), key)):
        search.protect(key, table.threshold(key))
    search.restore(set(reasons) | set(withheld))
    cells = {}
    before = frozenset(withheld)
    for key in table.shown:
        if key in search.published:
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
    changed: frozenset[Key] = frozenset()


@dataclass(frozen=True, slots=True)
class _Way:
    move: Move
    cells: tuple[Key, ...]


class _Search:
    """The cells that are still published, and how each protected cell is kept apart from them."""

    def __init__(self, table: Table, withheld: set[Key]) -> None:
        self.table = table
        self.geometry = Geometry(table.dimensions)
        self.told = frozenset(table.told)
        self.published = set(table.shown) - withheld - self.told
        self.known = self.published | self.told
        self.found: dict[Key, _Found] = {}
        self._ways: dict[Key, list[_Way]] = {}
        self._weights = {key: _weight(table, key) for key in table.shown}

    def protect(self, key: Key, need: int) -> None:
        """Withhold what it takes to keep a cell's interval as wide as needed."""
        found = self._prove(key, need, may_withhold=True)
        if found is None:
            raise CannotProtect(f"{key} cannot be protected beside what was published before")
        self.found[key] = found

    def _prove(self, key: Key, need: int, *, may_withhold: bool) -> _Found | None:
        high, low = dict(self.table.counts), dict(self.table.counts)
        found = _Found(need)
        while found.width < need:
            best = self._best(key, need - found.width, high, low, may_withhold=may_withhold)
            if best is None:
                return None
            self.published.difference_update(best.cells)
            more = need - found.width
            if up := room(high, best.move, 1, more):
                make(high, best.move, up)
                found.high.append((best.move, up))
            if down := room(low, best.move, -1, more - up):
                make(low, best.move, -down)
                found.low.append((best.move, -down))
            found.width += up + down
        sums = (self.table.summed(_added(moves)) for moves in (found.high, found.low))
        found.changed = frozenset(key for changed in sums for key in changed if key in self.known)
        return found

    def _best(
        self, key: Key, more: int, high: Mapping[Key, int], low: Mapping[Key, int], *, may_withhold: bool
    ) -> _Way | None:
        """The move that costs least for what it gains."""
        best, best_price = None, math.inf
        for way in self._ways_of(key):
            cost = sum(self._weights[cell] for cell in way.cells if cell in self.published)
            if (cost and not may_withhold) or cost >= best_price * more:
                continue
            gain = room(high, way.move, 1, more)
            gain += room(low, way.move, -1, more - gain)
            if gain and cost / gain < best_price:
                best, best_price = way, cost / gain
                if not cost and gain >= more:
                    break
        return best

    def _ways_of(self, key: Key) -> list[_Way]:
        if key not in self._ways:
            counts, ways = self.table.counts, []
            for move in self.geometry.moves(key):
                if not (room(counts, move, 1, 1) or room(counts, move, -1, 1)):
                    continue
                cells = tuple(cell for cell, _sign in self.geometry.touched(move) if cell in self.known)
                if not self.told.intersection(cells):
                    ways.append(_Way(move, cells))
            ways.sort(key=lambda way: len(way.cells))
            self._ways[key] = ways
        return self._ways[key]

    def restore(self, kept_back: set[Key]) -> None:
        """Show again what need not be withheld, the dearest first: each is tried with new witnesses."""
        secondary = [key for key in self._weights if key not in self.published and key not in kept_back]
        for cell in sorted(secondary, key=lambda key: -self._weights[key]):
            if cell in self.told:
                continue
            self.published.add(cell)
            again: dict[Key, _Found] = {}
            for key, found in self.found.items():
                if cell not in found.changed:
                    continue
                proof = self._prove(key, found.need, may_withhold=False)
                if proof is None:
                    self.published.discard(cell)
                    break
                again[key] = proof
            else:
                self.found |= again

    def witnesses(self) -> dict[Key, Witness]:
        """What was found, as finest counts."""
        return {
            key: Witness(found.need, _added(found.high), _added(found.low))
            for key, found in self.found.items()
        }


def _weight(table: Table, key: Key) -> float:
    """What withholding a cell costs its readers: more for large values and much more for totals."""
    return (1 + math.log2(1 + table.value(key))) * (1 + 2 * key.count(TOTAL))


def _added(moves: list[tuple[Move, int]]) -> dict[Key, int]:
    added: dict[Key, int] = {}
    for move, times in moves:
        make(added, move, times)
    return added
