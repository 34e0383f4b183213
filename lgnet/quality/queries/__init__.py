# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is asked of the data's quality. Rows of other partners do not exist here (row security)."""

from lgnet.quality.queries.measures import (
    Score,
    by_check,
    by_partner,
    by_worker,
    colleagues_of,
    local_partners,
    of_worker,
    since,
    week_of,
)
from lgnet.quality.queries.misses import Miss, ToMend, first_to_mend, misses_of, stands, to_mend, twins_of
from lgnet.quality.queries.reportability import not_reportable, reasons_of, reportability

__all__ = [
    "Miss",
    "Score",
    "ToMend",
    "by_check",
    "by_partner",
    "by_worker",
    "colleagues_of",
    "first_to_mend",
    "local_partners",
    "misses_of",
    "not_reportable",
    "of_worker",
    "reasons_of",
    "reportability",
    "since",
    "stands",
    "to_mend",
    "twins_of",
    "week_of",
]
