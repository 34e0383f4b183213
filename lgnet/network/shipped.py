# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""The network as published: editions, organisations, partnerships, action lines, sites and targets.

These rows fill a new database; afterwards the database is right. What is not public is not here: no row, or
an explicit "unknown". A partner is not always a municipality: in LGNET3 the partner for Bolzano is ASSB, so
21 municipalities and 22 local partners are both true (docs/data/network.md).
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from lgnet.core.shipped_csv import Sureness, read_shipped

DATA = Path(__file__).parent / "data"


class DatePrecision(StrEnum):
    """How much of a published date is known; the unknown part is filled with the widest reading."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


class OrganisationKind(StrEnum):
    MUNICIPALITY = "municipality"
    AGENCY = "agency"
    MINISTRY = "ministry"
    ASSOCIATION = "association"
    FOUNDATION = "foundation"


class PartnershipRole(StrEnum):
    """What an organisation is in an edition; only a local partner takes people in charge and has targets."""

    LEAD = "lead"
    NATIONAL_PARTNER = "national_partner"
    LOCAL_PARTNER = "local_partner"
    SUPPORT = "support"  # a partner body that supports one city's local partner


class ActionLine(StrEnum):
    CIVIC_ENGAGEMENT = "civic_engagement"
    TAKING_IN_CHARGE = "taking_in_charge"
    HOUSING = "housing"
    UNKNOWN = "unknown"  # nothing published: the partner's administrator chooses


class SiteKind(StrEnum):
    ONE_STOP_SHOP = "one_stop_shop"
    MOBILE_UNIT = "mobile_unit"
    DAY_CENTRE = "day_centre"
    RESIDENCE = "residence"
    DESK = "desk"


class TargetMeasure(StrEnum):
    """What a published number counts, in the publisher's sense: it need not match an indicator of ours."""

    PEOPLE_REACHED = "people_reached"
    PEOPLE_INTERCEPTED = "people_intercepted"
    PEOPLE_TAKEN_IN_CHARGE = "people_taken_in_charge"
    PEOPLE_HOUSING_AUTONOMY = "people_housing_autonomy"
    PEOPLE_WORK_AUTONOMY = "people_work_autonomy"
    PEOPLE_IN_LABORATORIES = "people_in_laboratories"


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of the project; `target_people` and `budget_eur` are None when not public."""

    code: str
    number: int
    name: str
    full_name_en: str
    full_name_it: str
    starts_on: date
    starts_precision: DatePrecision
    ends_on: date
    ends_precision: DatePrecision
    fund_en: str
    fund_it: str
    project_code: str
    cup: str
    budget_eur: Decimal | None
    target_people: int | None
    note: str
    source: tuple[str, ...]
    sure: Sureness


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body of any edition. `belfiore` is the city it serves and the stable key; ISTAT codes change."""

    code: str
    kind: OrganisationKind
    name_it: str
    name_en: str
    short_name: str
    belfiore: str
    istat: str
    istat_valid_until: date | None
    province: str
    province_sign: str
    region: str
    region_code: str
    nuts3: str
    lat: float | None
    lon: float | None
    note: str
    source: tuple[str, ...]
    sure: Sureness


@dataclass(frozen=True, slots=True)
class Partnership:
    """One organisation in one edition; the last four organisation fields hold organisation codes or ""."""

    edition: str
    organisation: str
    role: PartnershipRole
    is_new: bool
    left_early: bool
    acts_through: str
    acts_beside: str
    acts_for: str
    note: str
    source: tuple[str, ...]
    sure: Sureness


@dataclass(frozen=True, slots=True)
class PartnerActionLine:
    edition: str
    organisation: str
    line: ActionLine
    note: str
    source: tuple[str, ...]
    sure: Sureness


@dataclass(frozen=True, slots=True)
class Site:
    """A place or vehicle that was announced to the public; `address` is "" when it was not published."""

    code: str
    edition: str
    organisation: str
    kind: SiteKind
    name_it: str
    name_en: str
    address: str
    city: str
    services_en: str
    services_it: str
    hours_it: str
    beds: int | None
    note: str
    source: tuple[str, ...]
    sure: Sureness


@dataclass(frozen=True, slots=True)
class Target:
    """A published number to reach. `organisation` is "" for the whole network."""

    edition: str
    organisation: str
    measure: TargetMeasure
    value: int
    is_minimum: bool
    published_as_it: str
    source: tuple[str, ...]
    sure: Sureness


@lru_cache(maxsize=1)
def editions() -> tuple[Edition, ...]:
    """The three editions, oldest first."""
    return read_shipped(DATA / "editions.csv", Edition)


@lru_cache(maxsize=1)
def organisations() -> tuple[Organisation, ...]:
    """Every organisation of every edition, among them those that only stand beside a partner."""
    return read_shipped(DATA / "organisations.csv", Organisation)


@lru_cache(maxsize=1)
def partnerships() -> tuple[Partnership, ...]:
    """Who takes part in which edition, and as what."""
    return read_shipped(DATA / "partnerships.csv", Partnership)


@lru_cache(maxsize=1)
def partner_action_lines() -> tuple[PartnerActionLine, ...]:
    """Action lines of the local partners of LGNET3; one `unknown` row where nothing is public."""
    return read_shipped(DATA / "action_lines.csv", PartnerActionLine)


@lru_cache(maxsize=1)
def sites() -> tuple[Site, ...]:
    """Places and mobile units that were announced, of any edition."""
    return read_shipped(DATA / "sites.csv", Site)


@lru_cache(maxsize=1)
def targets() -> tuple[Target, ...]:
    """Published targets only: five partners and the whole network. The lead enters the others."""
    return read_shipped(DATA / "targets.csv", Target)


def local_partners(edition: str) -> tuple[str, ...]:
    """Codes of the organisations that take people in charge in `edition` (22 in lgnet3)."""
    return tuple(
        row.organisation
        for row in partnerships()
        if row.edition == edition and row.role is PartnershipRole.LOCAL_PARTNER
    )
