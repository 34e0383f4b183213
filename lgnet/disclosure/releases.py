# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Releases that follow each other: what was added between them must not come out of their difference.

Cumulative figures are published on several days. What an earlier release told stays told; what it withheld and
what was added since are protected in the new one. The releases become a dimension of the cube: its atoms are the
counts that came with each release, its groups are "until release n" (what n told) and "since release n".
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lgnet.disclosure.shapes import Dimension, Key, Rules, Table
from lgnet.disclosure.suppress import Protected, protect

RELEASE = "release"


@dataclass(frozen=True)
class Earlier:
    """A release as it was published: the finest counts behind it, what it showed and what it withheld."""

    counts: Mapping[Key, int]
    told: Collection[Key]
    withheld: Collection[Key] = ()


@dataclass(frozen=True)
class Slices:
    """How the counts of releases are cut: the atoms, what each release holds of them, and the counts."""

    atoms: tuple[str, ...]
    holds: tuple[frozenset[str], ...]
    counts: Mapping[Key, int] = field(default_factory=dict)


def joined(
    dimensions: Sequence[Dimension],
    counts: Mapping[Key, int],
    shown: Sequence[Key],
    earlier: Sequence[Earlier],
    rules: Rules | None = None,
) -> Table:
    """A new release in one cube with the earlier ones, the oldest first. Keys of the cube begin with the release."""
    slices = _slices([*(release.counts for release in earlier), counts])
    groups: dict[str, frozenset[str]] = {}
    told: list[Key] = []
    implied: list[Key] = []
    for number, release in enumerate(earlier):
        until, since = f"until {number}", f"since {number}"
        groups[until], groups[since] = slices.holds[number], slices.holds[-1] - slices.holds[number]
        told += [(until, *key) for key in release.told]
        implied += [(until, *key) for key in release.withheld]
        implied += [(since, *key) for key in release.told]
        back = slices.holds[number] - slices.holds[-1]
        if back:
            groups[f"taken back {number}"] = back
            implied += [(f"taken back {number}", *key) for key in release.told]
    groups["now"] = slices.holds[-1]
    release_dimension = Dimension(RELEASE, slices.atoms, groups, threshold=1)
    cells = tuple(("now", *key) for key in shown)
    return Table(
        (release_dimension, *dimensions), slices.counts, cells, tuple(implied), tuple(told), rules or Rules()
    )


def protect_release(
    dimensions: Sequence[Dimension],
    counts: Mapping[Key, int],
    shown: Sequence[Key],
    earlier: Sequence[Earlier] = (),
    rules: Rules | None = None,
    withheld: Iterable[Key] = (),
) -> Protected:
    """Protect a new release beside everything that was told before. Raises CannotProtect.

    `withheld`: cells of the new release not to be shown in any case.
    """
    kept_back = [("now", *key) for key in withheld]
    return protect(joined(dimensions, counts, shown, earlier, rules), withheld=kept_back)


def of_release(key: Key) -> Key:
    """A cell of the cube as a cell of the new release."""
    return key[1:]


def _slices(releases: Sequence[Mapping[Key, int]]) -> Slices:
    """Cut the counts so that each release is a sum of atoms and no atom is negative.

    Where counts only grow, atom n is what came with release n. A count that went down was corrected: what was
    taken back is an atom of its own, held by the releases before the correction only.
    """
    last = len(releases) - 1
    came = [f"came {n}" for n in range(len(releases))]
    gone = {(i, j): f"came {i} gone {j}" for i in range(last) for j in range(i + 1, last + 1)}
    cut: dict[Key, int] = {}
    used: set[str] = set(came)
    for atoms in dict.fromkeys(key for counts in releases for key in counts):
        standing: list[list[int]] = []  # what came with a release and still stands, the oldest first
        before = 0
        for number, counts in enumerate(releases):
            now = counts.get(atoms, 0)
            if now > before:
                standing.append([number, now - before])
            back = before - now
            while back > 0:  # the latest to come is the first to go
                taken = min(back, standing[-1][1])
                name = gone[standing[-1][0], number]
                used.add(name)
                cut[(name, *atoms)] = cut.get((name, *atoms), 0) + taken
                standing[-1][1] -= taken
                back -= taken
                if not standing[-1][1]:
                    standing.pop()
            before = now
        for number, n in standing:
            cut[(came[number], *atoms)] = cut.get((came[number], *atoms), 0) + n
    holds = tuple(
        frozenset(
            [came[i] for i in range(number + 1)]
            + [name for (i, j), name in gone.items() if i <= number < j and name in used]
        )
        for number in range(len(releases))
    )
    atoms_used = (*came, *(name for name in gone.values() if name in used))
    return Slices(atoms_used, holds, cut)


__all__ = ["RELEASE", "Earlier", "joined", "of_release", "protect_release"]
