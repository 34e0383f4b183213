# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the generator hands out: plain frozen records, no database. Codes are those of the shipped lists."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Name:
    """A name as one document writes it. ``family`` is empty for people with a single name."""

    given: str
    family: str
    native: str  # the whole name in the original script, in its own order; empty when Latin or never asked
    script: str  # ISO 15924
    known_as: str  # what people call them in the street; empty for most


@dataclass(frozen=True, slots=True)
class Birth:
    """``on`` is None when unknown; with a coarser ``precision`` the missing parts are 1."""

    on: date | None
    precision: str  # day, month, year, estimated, unknown
    country: str  # ISO 3166-1 alpha-2
    place: str


@dataclass(frozen=True, slots=True)
class Language:
    """A language spoken. ``level`` is mother, good or some."""

    code: str
    level: str


@dataclass(frozen=True, slots=True)
class Identifier:
    """A code on a document. Tax codes are formally valid; no number belongs to a document that exists."""

    kind: str  # tax_code, provisional_tax_code, stp, residence_permit, permit_receipt, passport
    value: str
    issued_on: date | None = None
    expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class Stay:
    """One dated row of the status of stay. Rows of a person are oldest first; the last one holds today."""

    code: str
    document: str  # permit, receipt_first, receipt_renewal, certificate, none
    valid_from: date
    expires_on: date | None
    expiry_missing: str  # why there is no expiry; empty when there is one
    renewal_requested_on: date | None


@dataclass(frozen=True, slots=True)
class Guardian:
    """The guardian named by the court for a minor on their own (L. 47/2017)."""

    given: str
    family: str
    appointed_on: date


@dataclass(frozen=True, slots=True)
class Household:
    """Membership of a family: everybody with the same ``code`` lives together."""

    code: str
    role: str  # head, partner, child, parent, sibling
    size: int


@dataclass(frozen=True, slots=True)
class Vulnerability:
    """``certainty``: reported, observed or ascertained. Computed categories (minor, elderly) are not here."""

    code: str
    certainty: str


@dataclass(frozen=True, slots=True)
class SyntheticPerson:
    """An invented person. ``number`` counts from 0 in the order of generation and names the person."""

    number: int
    partner: str  # lower-case name of the municipality
    name: Name
    sex: str  # M, F, N or empty when not recorded
    birth: Birth
    citizenships: tuple[str, ...]  # ISO alpha-2; empty = stateless
    languages: tuple[Language, ...]
    italian: str  # CEFR, A0 to C1
    interpreter: str  # language an interpreter is needed for; empty when none
    literacy: str  # literate, other_script, low, none, not_recorded
    arrived_on: date | None  # None for those born in Italy or who do not remember
    identifiers: tuple[Identifier, ...]
    phone: str
    safe_to_call: bool
    stays: tuple[Stay, ...]
    household: Household | None
    guardian: Guardian | None
    vulnerabilities: tuple[Vulnerability, ...]
    same_person_as: int | None  # the same human being, registered before by another partner

    @property
    def minor_alone(self) -> bool:
        """Whether this is an unaccompanied minor."""
        return any(v.code == "MSNA" for v in self.vulnerabilities)

    @property
    def stay(self) -> Stay:
        """The row of the status of stay that holds today."""
        return self.stays[-1]
