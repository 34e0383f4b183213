# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is drawn for an attempt, and in which order: a function of its seed alone, so that it can be shown again."""

import uuid
from collections.abc import Mapping, Sequence
from random import Random


def drawn(
    seed: int, pools: Mapping[uuid.UUID, Sequence[uuid.UUID]], wanted: Mapping[uuid.UUID, int]
) -> list[uuid.UUID]:
    """The questions of an attempt in their order, by bank as many as are wanted. Raises ValueError if too few.

    Pools are sorted first: the order in which a database gives rows must not matter.
    """
    random = Random(seed)  # noqa: S311 - fair, not secret: the seed is kept beside the attempt
    found: list[uuid.UUID] = []
    for bank in sorted(wanted):
        found += random.sample(sorted(pools.get(bank, ())), wanted[bank])
    random.shuffle(found)
    return found


def order_of_options(seed: int, position: int, options: int) -> list[int]:
    """The positions of the options in the order in which they are shown for this attempt."""
    order = list(range(options))
    Random(seed * 1_000 + position).shuffle(order)  # noqa: S311 - as above
    return order
