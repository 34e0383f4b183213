# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""The common indicators and intervention codes of the fund (AMIF 2021-2027), as the regulation prints them.

The regulation numbers by objective; the labels O.2.3 and the like are those of the programme. The Italian texts
are less sure than the English ones (`sure_it`). Indicators of the network itself are rows of the database.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from lgnet.core.shipped_csv import Labelled, Sureness, read_shipped

DATA = Path(__file__).parent / "data"


class IndicatorKind(StrEnum):
    OUTPUT = "output"
    RESULT = "result"


@dataclass(frozen=True, slots=True)
class AmifIndicator(Labelled):
    """`parent` bounds the value: an "of which" or a result never exceeds it. Values are cumulative.

    `by_age_and_gender`: reported by <18, 18-60, >60 and by gender (heading of Annexes V and VIII).
    `is_reported` is false for what SFC2021 computes by itself.
    """

    code: str
    label_it: str
    label_en: str
    objective: str
    kind: IndicatorKind
    annex_item: str
    parent: str
    by_age_and_gender: bool
    unit: str
    is_core: bool
    is_reported: bool
    note: str
    source: str
    sure: Sureness
    sure_it: Sureness


@dataclass(frozen=True, slots=True)
class AmifInterventionType(Labelled):
    """A code of Annex VI; the same number means different things in different dimensions."""

    dimension: str
    code: str
    label_it: str
    label_en: str
    source: str
    sure: Sureness
    sure_it: Sureness


@lru_cache(maxsize=1)
def amif_indicators() -> tuple[AmifIndicator, ...]:
    """Annex VIII, objectives 1 and 2 (1 only because it alone has training and vulnerable persons)."""
    return read_shipped(DATA / "amif_indicators.csv", AmifIndicator)


@lru_cache(maxsize=1)
def amif_intervention_types() -> tuple[AmifInterventionType, ...]:
    """Annex VI: field of intervention of objective 2, type of action, implementation, particular theme."""
    return read_shipped(DATA / "amif_intervention_types.csv", AmifInterventionType)
