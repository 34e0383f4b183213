# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is asked of the data's quality. Rows of other partners do not exist here (row security)."""

from lgnet.quality.queries.measures import (
    Score,
    by_check,
    by_partner,
    by_worker,
    colleagues_of,
    of_worker,
    since,
    week_of,
)
from lgnet.quality.queries.misses import (
    Miss,
    ToMend,
    count_to_mend,
    misses_of,
    standing,
    stands,
    to_mend,
    twins_of,
)
from lgnet.quality.queries.piles import at_work, first_to_mend
from lgnet.quality.queries.reportability import not_reportable, reasons_of, reportability

__all__ = [
    "Miss",
    "Score",
    "ToMend",
    "at_work",
    "by_check",
    "by_partner",
    "by_worker",
    "colleagues_of",
    "count_to_mend",
    "first_to_mend",
    "misses_of",
    "not_reportable",
    "of_worker",
    "reasons_of",
    "reportability",
    "since",
    "standing",
    "stands",
    "to_mend",
    "twins_of",
    "week_of",
]
