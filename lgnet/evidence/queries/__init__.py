# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is asked of evidence. Names exist for the partner alone; the nation reads pseudonyms and digests."""

from lgnet.evidence.queries.counted import (
    Counted,
    counted_page,
    fact_for,
    months,
    partner_for,
    partners_for,
    short_code,
)
from lgnet.evidence.queries.items import Frozen, Standing, changes_since, frozen_items, standing_items
from lgnet.evidence.queries.samples import (
    Drawn,
    Result,
    drawn,
    drawn_facts,
    findings_of,
    population_of,
    results,
    sample_for,
    samples_of,
)

__all__ = [
    "Counted",
    "Drawn",
    "Frozen",
    "Result",
    "Standing",
    "changes_since",
    "counted_page",
    "drawn",
    "drawn_facts",
    "fact_for",
    "findings_of",
    "frozen_items",
    "months",
    "partner_for",
    "partners_for",
    "population_of",
    "results",
    "sample_for",
    "samples_of",
    "short_code",
    "standing_items",
]
