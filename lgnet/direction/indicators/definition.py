# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the definition of an indicator holds. A definition in use is never edited: it gets a new version.

The words stand here in both languages, not in the translations: they are part of the frozen definition.
"""

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import get_language

from lgnet.core.shipped_csv import Sureness
from lgnet.counting.models import FactKind


@dataclass(frozen=True, slots=True)
class Wording:
    """The same words in Italian and English; as text, in the language that is active."""

    it: str
    en: str

    def __str__(self) -> str:
        return self.it if (get_language() or "it").startswith("it") else self.en


class Breakdown(StrEnum):
    """By what a figure can be divided."""

    SEX = "sex"
    AGE_BAND = "age_band"  # frozen at the first count (rule CNT-5)
    PARTNER = "partner"
    MONTH = "month"


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """The smallest part of a figure: a month of Rome (its first day), a sex and an age band."""

    month: dt.date
    sex: str
    age_band: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A counting fact as the slow twin reads it."""

    id: uuid.UUID
    partner_id: uuid.UUID
    occurred_on: dt.date
    pseudonym: bytes | None
    sex: str
    age_band: str
    weight: int
    corrects_id: uuid.UUID | None


Twin = Callable[[Iterable[Fact], uuid.UUID], Counter[Cell]]


@dataclass(frozen=True, slots=True)
class Indicator:
    """One version of the definition of something the network measures.

    `screen_sql` reads the totals that are ready, `exact_sql` counts the facts themselves, `twin` is the slow
    and obvious count in Python; the tests hold the three together.
    """

    code: str
    version: int
    valid_from: dt.date
    name: Wording
    rule: Wording
    unit: Wording
    who_counts: tuple[Wording, ...]
    not_counted: tuple[Wording, ...]
    evidence: Wording
    fact_kind: FactKind
    screen_sql: str
    exact_sql: str
    twin: Twin
    breakdowns: tuple[Breakdown, ...]
    source: str
    sure: Sureness

    @property
    def counts_persons(self) -> bool:
        """Whether a person counts once; otherwise every event counts."""
        return self.fact_kind != FactKind.CONTACT

    @property
    def edition_label(self) -> str:
        """The version as it is printed beside a number: "O.2.3 v1"."""
        return f"{self.code} v{self.version}"


@dataclass(frozen=True, slots=True)
class NotYetMeasured:
    """An indicator that is declared and whose work is not recorded here yet: it has no value, not even zero."""

    code: str
    name: Wording
    unit: str
    source: str
    note: str
