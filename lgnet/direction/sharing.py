# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How targets could be shared out anew between partners: a rule that can be explained. No database.

Whoever would miss the target even at the high end of the forecast gives what lies beyond it; whoever would pass
it even at the low end takes as much. No target changes by more than a given share of itself, the sum stays the
same to the unit, and nobody is left below what is reached.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext


@dataclass(frozen=True)
class Seat:
    """A partner with a target: what is reached, and the two ends of the forecast."""

    partner: uuid.UUID
    value: int
    target: int
    low: int
    high: int

    @property
    def beyond_reach(self) -> int:
        """How much of the target will not be reached even at the high end."""
        return max(0, self.target - max(self.high, self.value))

    @property
    def room(self) -> int:
        """How much more than the target will be reached even at the low end."""
        return max(0, self.low - self.target)

    def most(self, percent: int) -> int:
        """How far the target may change."""
        return self.target * percent // 100


@dataclass(frozen=True)
class Move:
    """A target as it is and as it would be."""

    seat: Seat
    after: int
    limited: bool

    @property
    def change(self) -> int:
        return self.after - self.seat.target

    def reason(self) -> str:
        """Why, for the partner who reads it."""
        said = {
            "target": _said(self.seat.target), "high": _said(self.seat.high), "low": _said(self.seat.low),
            "n": _said(abs(self.change)),
        }  # fmt: skip
        if self.change < 0:
            words = gettext(
                "Even at the high end of the forecast it arrives at %(high)s of %(target)s: gives %(n)s."
            )
        else:
            words = gettext(
                "Even at the low end of the forecast it arrives at %(low)s against %(target)s: takes %(n)s."
            )
        limit = gettext("The limit of the change is reached.") if self.limited else ""
        return f"{words % said} {limit}".strip()


def propose(seats: Sequence[Seat], percent: int) -> tuple[Move, ...]:
    """Who would give and who would take, in the order given; empty where nothing can be moved."""
    gives = [min(seat.beyond_reach, seat.most(percent)) for seat in seats]
    takes = [min(seat.room, seat.most(percent)) for seat in seats]
    moved = min(sum(gives), sum(takes))
    given, taken = apportion(moved, gives), apportion(moved, takes)
    return tuple(
        Move(seat, seat.target - less + more, limited=max(less, more) == seat.most(percent))
        for seat, less, more in zip(seats, given, taken, strict=True)
        if less or more
    )


def apportion(total: int, weights: Sequence[int]) -> list[int]:
    """`total` in whole parts in proportion to the weights, none above its weight while `total` <= their sum.

    The largest remainders get what rounding leaves (Hamilton's method); equal remainders in the order given.
    """
    whole = sum(weights)
    if whole <= 0:
        return [0] * len(weights)
    parts = [total * weight // whole for weight in weights]
    remainders = sorted(range(len(weights)), key=lambda i: (-(total * weights[i] % whole), i))
    for index in remainders[: total - sum(parts)]:
        parts[index] += 1
    return parts


def _said(number: int) -> str:
    return number_format(number, force_grouping=True)
