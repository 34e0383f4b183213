# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who solves what was published: linear programming over everything that could have been counted.

Independent of the code it attacks: it knows the published cells, that counts are not negative, and how cells
are made of atoms, and asks scipy for the least and the largest value of a cell.
"""

import itertools
from collections.abc import Mapping

import numpy as np
from scipy.optimize import linprog

from lgnet.disclosure.shapes import Key, Table


class Attacker:
    """`interval(cell)` is what can be concluded about a cell. `slack`: a published value may be off by so much.

    `exactly`: what is known besides, without a slack.
    """

    def __init__(
        self,
        table: Table,
        published: Mapping[Key, int],
        *,
        slack: int = 0,
        exactly: Mapping[Key, int] | None = None,
    ) -> None:
        self.table = table
        self.atoms = list(itertools.product(*(dimension.atoms for dimension in table.dimensions)))
        self.rows = np.array([self._row(key) for key in published]).reshape(len(published), len(self.atoms))
        self.values = np.array(list(published.values()), dtype=float)
        self.slack = slack
        self.exactly = exactly or {}

    def _row(self, key: Key) -> list[float]:
        members = [d.members[name] for d, name in zip(self.table.dimensions, key, strict=True)]
        return [
            float(all(atom in names for atom, names in zip(atoms, members, strict=True)))
            for atoms in self.atoms
        ]

    def interval(self, key: Key) -> tuple[float, float]:
        """The least and the largest value that a cell may have."""
        goal = np.array(self._row(key))
        known: dict[str, object] = {"bounds": (0, None), "method": "highs"}
        if self.slack:
            known["A_ub"] = np.vstack([self.rows, -self.rows])
            known["b_ub"] = np.concatenate([self.values + self.slack, self.slack - self.values])
        elif len(self.values):
            known["A_eq"], known["b_eq"] = self.rows, self.values
        if self.exactly:
            known["A_eq"] = np.array([self._row(key) for key in self.exactly])
            known["b_eq"] = np.array(list(self.exactly.values()), dtype=float)
        ends = []
        for sign in (1, -1):
            found = linprog(sign * goal, **known)
            ends.append(sign * found.fun if found.status == 0 else sign * -np.inf)
        return ends[0], ends[1]

    def width(self, key: Key) -> float:
        """How much remains unknown of a cell."""
        least, largest = self.interval(key)
        return largest - least
