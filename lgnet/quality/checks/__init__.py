# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""All checks by code, and who they are for."""

from collections.abc import Mapping

from lgnet.quality.checks.completeness import COMPLETENESS
from lgnet.quality.checks.consistency import CONSISTENCY, DUPLICATES
from lgnet.quality.checks.declared import (
    SEVERITY_WORDS,
    Check,
    Dimension,
    Mender,
    Population,
    Repair,
    Severity,
)
from lgnet.quality.checks.timeliness import TIMELINESS

CHECKS: Mapping[str, Check] = {
    check.code: check for check in (*COMPLETENESS, *TIMELINESS, *CONSISTENCY, *DUPLICATES)
}

__all__ = [
    "CHECKS", "SEVERITY_WORDS", "Check", "Dimension", "Mender", "Population", "Repair", "Severity",
]  # fmt: skip
