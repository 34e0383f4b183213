# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The panels of a person's file: what is known, with the buttons that policies draw.

The page of the file is composed elsewhere; it includes `people/panels/*.html` with `panels`.
"""

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import QuerySet
from django.utils.functional import Promise

from lgnet.core.authz import Verdict
from lgnet.core.clock import today
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.people import policies
from lgnet.people.identifiers import IdentifierKind
from lgnet.people.identity import Identity
from lgnet.people.languages import language_name
from lgnet.people.models import (
    ContactChannel,
    Guardian,
    HouseholdMember,
    Identifier,
    Person,
    PrivacyNotice,
    StayStatus,
)
from lgnet.people.pages.addresses import file_url
from lgnet.people.pages.words import LABELS, identity_in_words
from lgnet.people.partial_date import is_minor
from lgnet.people.queries import household_of

MASKED = frozenset({IdentifierKind.STP, IdentifierKind.ENI})  # they tell that somebody's stay is irregular


@dataclass(frozen=True)
class Fact:
    """A label and what is recorded under it."""

    label: str | Promise
    value: str


@dataclass(frozen=True)
class NumberLine:
    """A number as it may be shown."""

    id: uuid.UUID
    kind: str
    shown: str
    is_masked: bool
    issuer: str
    valid_until: dt.date | None
    is_expired: bool
    is_verified: bool


@dataclass(frozen=True)
class StayLine:
    """A row of the history of stay; `label` is empty where it is not for everybody's eyes."""

    label: str
    document: str
    from_on: dt.date
    expires_on: dt.date | None
    expiry_missing: str
    renewal_requested_on: dt.date | None
    is_current: bool
    recorded_by: str


@dataclass(frozen=True)
class MemberLine:
    """Somebody who lives with the person."""

    id: uuid.UUID
    name: str
    url: str
    role: str
    from_on: dt.date
    until_on: dt.date | None
    is_self: bool


@dataclass(frozen=True)
class NoticeLine:
    """A privacy notice that was given."""

    version: str
    language: str
    how: str
    delivered_on: dt.date


@dataclass(frozen=True)
class PersonPanels:
    """Everything the panels show. Seven queries."""

    person_id: uuid.UUID
    facts: list[Fact]
    numbers: list[NumberLine]
    channels: list[ContactChannel]
    stays: list[StayLine]
    household: list[MemberLine]
    guardians: list[Guardian]
    notices: list[NoticeLine]
    is_minor: bool
    may_change: Verdict
    may_add_guardian: Verdict

    @property
    def current_stay(self) -> StayLine | None:
        return next((stay for stay in self.stays if stay.is_current), None)


def person_panels(by: Worker, person: Person) -> PersonPanels:
    """The panels of a person whose key is selected with her. Record the look by `actions.see`."""
    words = identity_in_words(Identity.of(person))
    return PersonPanels(
        person_id=person.pk,
        facts=[Fact(LABELS[name], words[name]) for name in LABELS if words[name]],
        numbers=[_number(row) for row in _rows_of(person, Identifier.objects.filter(withdrawn_at=None))],
        channels=_rows_of(person, ContactChannel.objects.filter(withdrawn_at=None)),
        stays=_stays(by, person),
        household=[_member(row, person) for row in household_of(person)],
        guardians=_rows_of(person, Guardian.objects.all()),
        notices=[
            _notice(row)
            for row in PrivacyNotice.objects.filter(person=person).order_by("-delivered_on", "-id")
        ],
        is_minor=is_minor(person.birth_date, person.birth_precision, today()),
        may_change=policies.correct_identity(by, person),
        may_add_guardian=policies.add_guardian(by, person),
    )


Row = TypeVar("Row", Identifier, ContactChannel, Guardian)


def _rows_of(person: Person, rows: QuerySet[Row]) -> list[Row]:
    found = list(rows.filter(person=person).order_by("recorded_at", "id"))
    for row in found:
        row.person = person  # its key is at hand
    return found


def masked(value: str) -> str:
    """The last four characters only."""
    return "•" * max(len(value) - 4, 0) + value[-4:]


def _number(row: Identifier) -> NumberLine:
    is_masked = row.kind in MASKED
    return NumberLine(
        id=row.pk,
        kind=row.get_kind_display(),
        shown=masked(row.value) if is_masked else row.value,
        is_masked=is_masked,
        issuer=row.issuer,
        valid_until=row.valid_until,
        is_expired=row.valid_until is not None and row.valid_until < today(),
        is_verified=row.is_verified,
    )


def _stays(by: Worker, person: Person) -> list[StayLine]:
    rows = StayStatus.objects.filter(person=person).select_related("status", "recorded_by")
    sees_all = by.may(Permission.SPECIAL_SEE)
    return [
        StayLine(
            label="" if row.status.is_sensitive and not sees_all else str(row.status),
            document=row.get_document_display(),
            from_on=row.from_on,
            expires_on=row.expires_on,
            expiry_missing=row.get_expiry_missing_display() if row.expiry_missing else "",
            renewal_requested_on=row.renewal_requested_on,
            is_current=row.is_current,
            recorded_by=row.recorded_by.name,
        )
        for row in rows.order_by("-is_current", "-from_on", "-recorded_at")
    ]


def _member(row: HouseholdMember, person: Person) -> MemberLine:
    return MemberLine(
        id=row.pk,
        name=row.person.full_name,
        url=file_url(row.person_id),
        role=row.get_role_display(),
        from_on=row.from_on,
        until_on=row.until_on,
        is_self=row.person_id == person.pk,
    )


def _notice(row: PrivacyNotice) -> NoticeLine:
    return NoticeLine(row.version, language_name(row.language), row.get_how_display(), row.delivered_on)


@dataclass(frozen=True)
class NumberShown:
    """A masked number in full, for whoever asked to see it."""

    name: str
    kind: str
    value: str
    back: str
