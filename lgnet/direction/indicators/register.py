# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""All indicators by code: those that are measured, and those of Annex VIII that are only declared so far."""

from collections.abc import Mapping

from lgnet.direction.code_lists import amif_indicators
from lgnet.direction.indicators.definition import Indicator, NotYetMeasured, Wording
from lgnet.direction.indicators.measured import CONTACTS, O_2_3, REGISTERED, TAKEN_IN_CHARGE

# In the order of the path; the newest version of each.
INDICATORS: Mapping[str, Indicator] = {
    indicator.code: indicator for indicator in (CONTACTS, REGISTERED, TAKEN_IN_CHARGE, O_2_3)
}
NOT_YET_MEASURED: Mapping[str, NotYetMeasured] = {
    row.code: NotYetMeasured(row.code, Wording(row.label_it, row.label_en), row.unit, row.source, row.note)
    for row in amif_indicators()
    if row.objective == "so2" and row.is_reported and row.code not in INDICATORS
}


def find(code: str) -> Indicator | NotYetMeasured | None:
    """The indicator with this code, whether measured or not; None where there is none."""
    return INDICATORS.get(code) or NOT_YET_MEASURED.get(code)
