# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""The common catalogue: areas of need and types of intervention.

Partners choose from it and add names of their own services; the codes stay common, so that the network can
add them up. The columns for the national nomenclatures are empty on purpose: their codes are to be imported.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from lgnet.core.shipped_csv import CodedLabel, Labelled, Sureness, read_shipped

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class InterventionType(Labelled):
    """`need_area` is "" where it answers any need; `indicators` are the AMIF codes it may make true.

    `is_contact_only` types never make a person count as supported.
    """

    code: str
    label_it: str
    label_en: str
    area: str
    need_area: str
    indicators: tuple[str, ...]
    is_contact_only: bool
    is_monetary: bool
    is_essential_level: bool
    nomenclatore_code: str
    siuss_code: str
    note: str
    source: str
    sure: Sureness


@lru_cache(maxsize=1)
def intervention_types() -> tuple[InterventionType, ...]:
    return read_shipped(DATA / "intervention_types.csv", InterventionType)


@lru_cache(maxsize=1)
def need_areas() -> tuple[CodedLabel, ...]:
    """The areas a worker screens and assesses, in the order of the form."""
    return read_shipped(DATA / "need_areas.csv", CodedLabel)
