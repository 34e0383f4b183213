# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The slow obvious twin of `training_settle`: who has a place, by walking the list once."""

from collections import Counter
from collections.abc import Hashable, Iterable


def seated(
    asked: Iterable[tuple[int, Hashable]], places: int, share: int | None, already: Iterable[Hashable] = ()
) -> set[int]:
    """Turns that get a place. `asked`: turn and partner; `already`: the partner of each place that is taken."""
    taken = Counter(already)
    free = places - sum(taken.values())
    found = set()
    for turn, partner in sorted(asked):
        if free <= 0:
            break
        if share is None or taken[partner] < share:
            found.add(turn)
            taken[partner] += 1
            free -= 1
    return found
