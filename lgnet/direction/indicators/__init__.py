# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The indicators: versioned definitions in code, so that a number can always name the rule that made it."""

from lgnet.direction.indicators.definition import (
    BREAKDOWN_WORDS,
    PROOF_WORDS,
    Breakdown,
    Cell,
    Definition,
    Derived,
    Fact,
    Group,
    Indicator,
    NotYetMeasured,
    Proof,
    Share,
    Wording,
)
from lgnet.direction.indicators.fund import O_2_2, O_2_3, O_2_7
from lgnet.direction.indicators.project import CONTACTS, REGISTERED, TAKEN_IN_CHARGE, TIMELINESS
from lgnet.direction.indicators.register import (
    DEFINITIONS,
    DERIVED,
    HEADLINE,
    INDICATORS,
    MEASURED,
    NOT_YET_MEASURED,
    SHARES,
    VERSIONS,
    find,
    valid_until,
    version_on,
)

__all__ = [
    "BREAKDOWN_WORDS",
    "CONTACTS",
    "DEFINITIONS",
    "DERIVED",
    "HEADLINE",
    "INDICATORS",
    "MEASURED",
    "NOT_YET_MEASURED",
    "O_2_2",
    "O_2_3",
    "O_2_7",
    "PROOF_WORDS",
    "REGISTERED",
    "SHARES",
    "TAKEN_IN_CHARGE",
    "TIMELINESS",
    "VERSIONS",
    "Breakdown",
    "Cell",
    "Definition",
    "Derived",
    "Fact",
    "Group",
    "Indicator",
    "NotYetMeasured",
    "Proof",
    "Share",
    "Wording",
    "find",
    "valid_until",
    "version_on",
]
