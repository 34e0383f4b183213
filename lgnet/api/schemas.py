# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the API answers, as the description of the API tells it. Names are those of the glossary.

Every list carries the key of its next page, as the Italian interoperability model asks (ModI, technical rules
for REST interfaces; errors by RFC 9457).
"""

import datetime as dt
import uuid
from typing import Annotated

from ninja import Field, Schema

Count = Annotated[int, Field(ge=0)]


class Problem(Schema):
    """An error by RFC 9457."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str


class Status(Schema):
    """Whether the platform answers."""

    status: int
    title: str
    detail: str


class Words(Schema):
    """The same words in Italian and English."""

    it: str
    en: str


class IndicatorOut(Schema):
    """A definition: the rule behind a number. `is_measured` false means that it has no value, not zero."""

    code: str
    version: int | None
    name: Words
    rule: Words | None
    unit: str
    valid_from: dt.date | None
    breakdowns: list[str]
    source: str
    is_measured: bool


class Indicators(Schema):
    """All definitions."""

    items: list[IndicatorOut]
    next: str | None


class PartnerOut(Schema):
    """A body of the network that takes people in charge."""

    code: str
    name: str
    kind: str
    region: str


class Partners(Schema):
    """The partners whose figures the key may read."""

    items: list[PartnerOut]
    next: str | None


class FigureOut(Schema):
    """A cell of a figure: new units in it, each person counted once at the first fact that stands.

    `sex` and `age_band` are empty where they were not recorded, null where the figure was not broken down.
    """

    month: dt.date | None
    sex: str | None
    age_band: str | None
    count: Count


class Figures(Schema):
    """A figure with its origin: definition and version, scope, the moment at which it was true."""

    indicator: str
    version: int
    partner: str
    as_of: dt.datetime
    total: Count
    items: list[FigureOut]
    next: str | None


class TargetOut(Schema):
    """What an indicator is to reach by the end of the edition."""

    indicator: str
    partner: str
    value: Count
    decided_on: dt.date
    sureness: str


class Targets(Schema):
    """The targets that hold."""

    items: list[TargetOut]
    next: str | None


class PersonOut(Schema):
    """Somebody registered at the partner. The names are null unless the key reads names."""

    id: uuid.UUID
    code: str
    registered_at: dt.datetime
    sex: str
    birth_date: dt.date | None
    birth_precision: str
    citizenships: list[str]
    languages: list[str]
    given_name: str | None
    family_name: str | None


class People(Schema):
    """A page of people, the latest registered first."""

    items: list[PersonOut]
    next: str | None


class CaseOut(Schema):
    """A person taken in charge."""

    id: uuid.UUID
    code: str
    person: uuid.UUID
    stage: str
    lines: list[str]
    urgency: int
    opened_at: dt.datetime
    last_activity_at: dt.datetime
    closed_at: dt.datetime | None
    closure_reason: str


class Cases(Schema):
    """A page of cases, the latest touched first."""

    items: list[CaseOut]
    next: str | None
