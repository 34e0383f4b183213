# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which numbers of a practice may leave the partner: the thresholds of `lgnet.disclosure`, applied on freezing.

No database. What these functions hide is never stored, so nothing that is read later can tell it.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lgnet.direction.months import later, whole_months_before
from lgnet.disclosure import CannotProtect, Dimension, Earlier, Table, of_release, protect, protect_release

MOST_MONTHS = 6
OURS, OTHERS = "ours", "others"
BEFORE, AFTER = "before", "after"


def figure(value: int, earlier: Sequence[int] = ()) -> int | None:
    """A partner's own figure as others may read it; None where it is too small.

    `earlier`: what was told of the same indicator before, the oldest first. A figure that came out on another day
    must not tell by its difference what a few people did meanwhile.
    """
    dimension = Dimension("partner", (OURS, OTHERS))
    told = [Earlier({(OURS,): n}, told=[(OURS,)]) for n in earlier]
    try:
        found = protect_release([dimension], {(OURS,): value}, [(OURS,)], told)
    except CannotProtect:
        return None
    return next(cell.value for key, cell in found.cells.items() if of_release(key) == (OURS,))


@dataclass(frozen=True, slots=True)
class Compared:
    """What was counted in the whole months before and after an adoption began; None is hidden."""

    months: Mapping[dt.date, int | None]
    first_after: dt.date
    before: int | None
    after: int | None


def windows(started_on: dt.date, until: dt.date) -> tuple[list[dt.date], list[dt.date]]:
    """As many whole months before as after, six at most; the month in which it began is on neither side."""
    begun = started_on.replace(day=1)
    after = sorted(whole_months_before(until, later(begun), 10_000))[:MOST_MONTHS]
    before = [later(begun, -n) for n in range(len(after), 0, -1)]
    return before, after


def compared(
    by_month: Mapping[dt.date, int], *, started_on: dt.date, until: dt.date, is_own: bool = False
) -> Compared | None:
    """The indicator before and after; None while no whole month has passed. `is_own`: nothing is hidden."""
    before, after = windows(started_on, until)
    if not after:
        return None
    values = {month: by_month.get(month, 0) for month in (*before, *after)}
    if is_own:
        sums = [sum(values[month] for month in side) for side in (before, after)]
        return Compared(values, after[0], sums[0], sums[1])
    atoms = {month: month.isoformat() for month in values}
    sides = {
        BEFORE: frozenset(atoms[month] for month in before),
        AFTER: frozenset(atoms[month] for month in after),
    }
    table = Table(
        (Dimension("month", tuple(atoms.values()), sides),),
        {(atoms[month],): n for month, n in values.items() if n},
        (*((atom,) for atom in atoms.values()), (BEFORE,), (AFTER,)),
    )
    cells = protect(table).cells
    return Compared(
        {month: cells[(atom,)].value for month, atom in atoms.items()},
        after[0],
        cells[(BEFORE,)].value,
        cells[(AFTER,)].value,
    )
