# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The indicators: versioned definitions in code, so that a number can always name the rule that made it."""

from lgnet.direction.indicators.definition import Breakdown, Cell, Fact, Indicator, NotYetMeasured, Wording
from lgnet.direction.indicators.measured import CONTACTS, O_2_3, REGISTERED, TAKEN_IN_CHARGE
from lgnet.direction.indicators.register import INDICATORS, NOT_YET_MEASURED, find

__all__ = [
    "CONTACTS",
    "INDICATORS",
    "NOT_YET_MEASURED",
    "O_2_3",
    "REGISTERED",
    "TAKEN_IN_CHARGE",
    "Breakdown",
    "Cell",
    "Fact",
    "Indicator",
    "NotYetMeasured",
    "Wording",
    "find",
]
