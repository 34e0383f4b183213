# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""Code lists about people: countries and legal grounds of stay.

Codes are stored in rows of people: never reuse or rename one. `so2_default` is where the decision starts, not
where it ends: CHECK needs a worker's decision with a note (docs/data/code-lists.md).
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from lgnet.core.shipped_csv import Labelled, Sureness, read_shipped

DATA = Path(__file__).parent / "data"


class CountryGroup(StrEnum):
    """Where the nationals of a country stand for the fund; only third-country nationals are recipients."""

    THIRD_COUNTRY = "TCN"
    EU = "EU"
    EEA_SWITZERLAND = "EEA_CH"
    HISTORICAL = "HIST"


class So2Default(StrEnum):
    """Does a person with this status count under specific objective 2, before anyone has looked closer?"""

    ELIGIBLE = "ELIGIBLE"
    CHECK = "CHECK"
    NOT_ELIGIBLE = "NOT_ELIGIBLE"


class Sensitivity(StrEnum):
    """What the mere name of a status gives away about the person."""

    NONE = "none"
    HEALTH = "health"
    SAFETY = "safety"  # trafficking, violence, exploitation: the protected circle only


@dataclass(frozen=True, slots=True)
class Country(Labelled):
    """`code` is ISO alpha-2, XXA for stateless, the Belfiore code for former states.

    Only `is_citizenship` rows can be chosen as a citizenship; the others are places of birth.
    """

    code: str
    iso2: str
    iso3: str
    belfiore: str
    istat: str
    label_it: str
    label_en: str
    group: CountryGroup
    is_citizenship: bool
    note: str
    source: str
    sure: Sureness


@dataclass(frozen=True, slots=True)
class ResidenceStatus(Labelled):
    code: str
    label_it: str
    label_en: str
    legal_basis: str
    family: str
    typical_validity_it: str
    so2_default: So2Default
    sensitivity: Sensitivity
    note: str
    source: str
    sure: Sureness


@lru_cache(maxsize=1)
def countries() -> tuple[Country, ...]:
    """Countries, territories and former states, by Italian name."""
    return read_shipped(DATA / "countries.csv", Country)


@lru_cache(maxsize=1)
def country_by_code() -> dict[str, Country]:
    return {row.code: row for row in countries()}


@lru_cache(maxsize=1)
def country_by_belfiore() -> dict[str, Country]:
    """By the code that ends a tax code (Z317): how a country of birth is read from it."""
    return {row.belfiore: row for row in countries() if row.belfiore}


@lru_cache(maxsize=1)
def residence_statuses() -> tuple[ResidenceStatus, ...]:
    return read_shipped(DATA / "residence_statuses.csv", ResidenceStatus)


@lru_cache(maxsize=1)
def residence_status_by_code() -> dict[str, ResidenceStatus]:
    return {row.code: row for row in residence_statuses()}
