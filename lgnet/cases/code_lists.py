# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""Code lists of a case: outcomes and their levels, ETHOS, vulnerabilities, reasons of refusal.

Ranks order the levels of one domain from worse to better (higher is better) and exist only to say "better",
"same" or "worse": they are not points, and are never added up or averaged over domains.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from lgnet.core.shipped_csv import Labelled, Sureness, read_shipped

DATA = Path(__file__).parent / "data"


class EthosCategory(StrEnum):
    ROOFLESS = "roofless"
    HOUSELESS = "houseless"
    INSECURE = "insecure"
    INADEQUATE = "inadequate"
    ADEQUATE = "adequate"  # not an ETHOS category: the aim


class DataClass(StrEnum):
    """Which article of the GDPR protects a category: 6, 9 or 10."""

    ORDINARY = "ordinary"
    SPECIAL = "special"
    CRIMINAL = "criminal"


class SaidBy(StrEnum):
    PERSON = "person"  # the person declines
    SERVICE = "service"  # the service cannot take the person in charge


@dataclass(frozen=True, slots=True)
class Ethos(Labelled):
    code: str
    label_it: str
    label_en: str
    category: EthosCategory
    operational_it: str
    operational_en: str
    note: str
    source: str
    sure: Sureness


@dataclass(frozen=True, slots=True)
class OutcomeDomain(Labelled):
    """What may change for a person, and at which moments it is recorded."""

    code: str
    label_it: str
    label_en: str
    instrument_it: str
    instrument_en: str
    at_entry: bool
    at_review: bool
    at_exit: bool
    note: str
    source: str
    sure: Sureness


@dataclass(frozen=True, slots=True)
class OutcomeLevel(Labelled):
    """`rank` is None where the level has no place in the order (inactive, no ISEE)."""

    domain: str
    code: str
    label_it: str
    label_en: str
    rank: int | None
    source: str
    sure: Sureness


@dataclass(frozen=True, slots=True)
class VulnerabilityCategory(Labelled):
    """`is_restricted`: protected circle only, never in lists, searches, exports, notices.

    `is_computed`: derived from the birth date and history, never typed. `risk` goes from 1 to 5.
    """

    code: str
    label_it: str
    label_en: str
    in_italian_law: bool
    in_eu_directive: bool
    data_class: DataClass
    risk: int
    is_restricted: bool
    is_computed: bool
    on_by_default: bool
    note: str
    source: str
    sure: Sureness


@dataclass(frozen=True, slots=True)
class RefusalReason(Labelled):
    code: str
    label_it: str
    label_en: str
    said_by: SaidBy
    note: str
    source: str
    sure: Sureness


_ETHOS_RANKS = {category: rank for rank, category in enumerate(EthosCategory)}


@lru_cache(maxsize=1)
def ethos() -> tuple[Ethos, ...]:
    """The 24 living situations of ETHOS and, last, adequate housing."""
    return read_shipped(DATA / "ethos.csv", Ethos)


@lru_cache(maxsize=1)
def outcome_domains() -> tuple[OutcomeDomain, ...]:
    """Eight domains that the worker records, and the person's own answer on helpfulness."""
    return read_shipped(DATA / "outcome_domains.csv", OutcomeDomain)


@lru_cache(maxsize=1)
def outcome_levels() -> tuple[OutcomeLevel, ...]:
    """The levels of every domain; those of housing are the living situations of ETHOS, ranked by category."""
    housing = tuple(
        OutcomeLevel(
            domain="housing",
            code=situation.code,
            label_it=situation.label_it,
            label_en=situation.label_en,
            rank=_ETHOS_RANKS[situation.category],
            source=situation.source,
            sure=situation.sure,
        )
        for situation in ethos()
    )
    return housing + read_shipped(DATA / "outcome_levels.csv", OutcomeLevel)


def levels_of(domain: str) -> tuple[OutcomeLevel, ...]:
    """The levels of one domain, in the order of the form."""
    return tuple(level for level in outcome_levels() if level.domain == domain)


@lru_cache(maxsize=1)
def vulnerability_categories() -> tuple[VulnerabilityCategory, ...]:
    return read_shipped(DATA / "vulnerability_categories.csv", VulnerabilityCategory)


@lru_cache(maxsize=1)
def refusal_reasons() -> tuple[RefusalReason, ...]:
    """Why a person declined, or why the service could not take them in charge."""
    return read_shipped(DATA / "refusal_reasons.csv", RefusalReason)
