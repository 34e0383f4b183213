# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads of tests. Row security: tests that are open are everybody's, attempts their own and the trainers'."""

from lgnet.examinations.queries.keeping import PoolSize, pool, pool_sizes, questions_of, short_draws
from lgnet.examinations.queries.results import (
    Outcome,
    Row,
    Weak,
    all_results,
    outcomes,
    results,
    waiting_for_marks,
    weak_questions,
)
from lgnet.examinations.queries.taking import Standing, offers, standing

__all__ = [
    "Outcome", "PoolSize", "Row", "Standing", "Weak", "all_results", "offers", "outcomes", "pool",
    "pool_sizes", "questions_of", "results", "short_draws", "standing", "waiting_for_marks",
    "weak_questions",
]  # fmt: skip
