# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How many to draw, and which: pure functions, so that an auditor can repeat both with a pencil.

Size: the smallest sample that shows at least one faulty person with the asked confidence if the share of faulty
ones is the tolerable one or more (discovery sampling). Drawing without replacement is hypergeometric: with D faulty
ones among N, a sample of n shows none with probability C(N-D, n) / C(N, n). Source: European Commission, Guidance on
sampling methods for audit authorities, EGESIF_16-0014-01 (attribute sampling, small populations); same formula in
any text on acceptance sampling.

Draw: facts in the order of SHA-256("seed:fact"), the first n.
"""

import hashlib
import math
import uuid
from collections.abc import Iterable


def sample_size(population: int, *, confidence: int, tolerable: int) -> int:
    """How many of `population` to draw. `confidence` and `tolerable` are percentages (95, 5)."""
    faulty = math.ceil(population * tolerable / 100)
    if population == 0:
        return 0
    none_seen, wanted = 1.0, 1 - confidence / 100
    for drawn in range(population):
        if none_seen <= wanted + 1e-12:
            return drawn
        none_seen *= (population - faulty - drawn) / (population - drawn)
    return population


def draw(facts: Iterable[uuid.UUID], *, seed: str, size: int) -> list[uuid.UUID]:
    """The facts that this seed draws, in the order of the draw. The SQL says the same for a whole partner."""
    return sorted(facts, key=lambda fact: (hashlib.sha256(f"{seed}:{fact}".encode()).digest(), fact))[:size]


def population_digest(facts: Iterable[uuid.UUID]) -> str:
    """SHA-256 of all facts of the population, sorted, one on each line: which people could be drawn."""
    return hashlib.sha256("\n".join(map(str, sorted(facts))).encode()).hexdigest()
