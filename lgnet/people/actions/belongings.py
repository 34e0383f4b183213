# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What belongs to a person: numbers, ways to reach them, status of stay, privacy notice."""

import datetime as dt
import uuid

from django.db import transaction

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now, today
from lgnet.core.ids import new_id
from lgnet.core.vault import blind_index
from lgnet.network.worker import Worker
from lgnet.people import policies
from lgnet.people.actions.identity import add_keys, locked, refresh_keys, refresh_traces
from lgnet.people.identifiers import IdentifierKind, check
from lgnet.people.identity import Identity
from lgnet.people.match_keys import keys_for
from lgnet.people.models import (
    ContactChannel,
    Identifier,
    Person,
    PrivacyNotice,
    ResidenceStatus,
    StayStatus,
)
from lgnet.people.queries import hasher


@transaction.atomic
def add_identifier(
    *,
    by: Worker,
    person: Person,
    kind: str,
    value: str,
    issuer: str = "",
    valid_from: dt.date | None = None,
    valid_until: dt.date | None = None,
    is_verified: bool = False,
) -> Identifier:
    """Record a number by which somebody else knows the person. The same number twice is one row.

    Raises `Refused` with the sentence of the check where the number cannot be what it claims to be.
    """
    person = locked(person)
    policies.add_identifier(by, person).enforce()
    checked = check(IdentifierKind(kind), value)
    if checked.error is not None:
        raise Refused(checked.error)
    index = blind_index(f"identifier:{kind}", checked.value)
    known = Identifier.objects.filter(person=person, kind=kind, value_index=index, withdrawn_at=None).first()
    if known is not None:
        return known
    row = Identifier(
        person=person, partner_id=person.partner_id, kind=kind, value=checked.value, value_index=index
    )
    row.issuer, row.valid_from, row.valid_until, row.is_verified = (
        issuer,
        valid_from,
        valid_until,
        is_verified,
    )
    row.recorded_at, row.recorded_by = now(), by.user
    row.save(force_insert=True)
    refresh_traces(person)
    audit.record("person.identifier_added", on=person, kind=kind)
    return row


@transaction.atomic
def withdraw_identifier(*, by: Worker, identifier: Identifier) -> None:
    """Take a wrong number off a person; the row stays in the history."""
    person = locked(identifier.person)
    policies.withdraw_identifier(by, person).enforce()
    Identifier.objects.filter(pk=identifier.pk, withdrawn_at=None).update(withdrawn_at=now())
    refresh_traces(person)
    audit.record("person.identifier_withdrawn", on=person, kind=identifier.kind)


@transaction.atomic
def restore_identifier(*, by: Worker, identifier: Identifier) -> None:
    """Take back the withdrawal of a number; nothing happens where it was recorded anew meanwhile."""
    person = locked(identifier.person)
    policies.restore_identifier(by, person).enforce()
    twin = Identifier.objects.filter(
        person=person, kind=identifier.kind, value_index=identifier.value_index, withdrawn_at=None
    )
    if twin.exists():
        return
    Identifier.objects.filter(pk=identifier.pk).update(withdrawn_at=None)
    refresh_traces(person)
    audit.record("person.identifier_restored", on=person, kind=identifier.kind)


@transaction.atomic
def add_channel(
    *,
    by: Worker,
    person: Person,
    kind: str,
    value: str,
    is_safe: bool = True,
    row_id: uuid.UUID | None = None,
) -> ContactChannel:
    """Record how to reach the person, and whether that is safe to use. The same `row_id` twice is one row."""
    person = locked(person)
    policies.add_channel(by, person).enforce()
    if row_id and (known := ContactChannel.objects.filter(pk=row_id).first()):
        return known
    row = _write_channel(person, kind, value, is_safe=is_safe, row_id=row_id)
    refresh_keys(person)
    return row


def add_first_phone(*, by: Worker, person: Person, value: str, is_safe: bool) -> None:
    """Record the telephone of somebody who is being registered, inside that action's transaction.

    Nobody else knows the person yet: nothing is locked, and only the telephone's own keys are new.
    """
    policies.add_channel(by, person).enforce()
    _write_channel(person, ContactChannel.Kind.PHONE, value, is_safe=is_safe)
    add_keys(person, keys_for(Identity.of(person).match_record(phones=(value,)), hasher()))


def _write_channel(
    person: Person, kind: str, value: str, *, is_safe: bool, row_id: uuid.UUID | None = None
) -> ContactChannel:
    row = ContactChannel(person=person, partner_id=person.partner_id, kind=kind, value=value, is_safe=is_safe)
    row.id, row.recorded_at = row_id or new_id(), now()
    row.save(force_insert=True)
    audit.record("person.channel_added", on=person, kind=kind, is_safe=is_safe)
    return row


@transaction.atomic
def withdraw_channel(*, by: Worker, channel: ContactChannel) -> None:
    """Stop using a way to reach the person."""
    person = locked(channel.person)
    policies.withdraw_channel(by, person).enforce()
    ContactChannel.objects.filter(pk=channel.pk, withdrawn_at=None).update(withdrawn_at=now())
    refresh_keys(person)
    audit.record("person.channel_withdrawn", on=person, kind=channel.kind)


@transaction.atomic
def restore_channel(*, by: Worker, channel: ContactChannel) -> None:
    """Take back the withdrawal of a way to reach the person."""
    person = locked(channel.person)
    policies.restore_channel(by, person).enforce()
    ContactChannel.objects.filter(pk=channel.pk).update(withdrawn_at=None)
    refresh_keys(person)
    audit.record("person.channel_restored", on=person, kind=channel.kind)


@transaction.atomic
def record_stay(
    *,
    by: Worker,
    person: Person,
    status: ResidenceStatus,
    document: str,
    from_on: dt.date,
    issued_on: dt.date | None = None,
    expires_on: dt.date | None = None,
    expiry_missing: str = "",
    renewal_requested_on: dt.date | None = None,
    questura: str = "",
    row_id: uuid.UUID | None = None,
) -> StayStatus:
    """Record the status of stay from a day on. The former rows stay: eligibility is judged as of a day."""
    person = locked(person)
    policies.record_stay(by, person).enforce()
    if row_id and (known := StayStatus.objects.filter(pk=row_id).first()):
        return known
    StayStatus.objects.filter(person=person, is_current=True).update(is_current=False)
    row = StayStatus.objects.create(
        id=row_id or new_id(),
        person=person,
        partner_id=person.partner_id,
        status=status,
        document=document,
        from_on=from_on,
        issued_on=issued_on,
        expires_on=expires_on,
        expiry_missing=expiry_missing,
        renewal_requested_on=renewal_requested_on,
        questura=questura,
        recorded_at=now(),
        recorded_by=by.user,
    )
    audit.record("person.stay_recorded", on=person)
    return row


@transaction.atomic
def deliver_notice(
    *,
    by: Worker,
    person: Person,
    version: str,
    language: str,
    how: str,
    row_id: uuid.UUID | None = None,
) -> PrivacyNotice:
    """Record that the privacy notice was given (GDPR art. 13-14): version, language, how, today."""
    person = locked(person)
    policies.deliver_notice(by, person).enforce()
    if row_id and (known := PrivacyNotice.objects.filter(pk=row_id).first()):
        return known
    notice = PrivacyNotice.objects.create(
        id=row_id or new_id(),
        person=person,
        partner_id=person.partner_id,
        version=version,
        language=language,
        how=how,
        delivered_on=today(),
        delivered_by=by.user,
    )
    audit.record("person.notice_delivered", on=person, version=version, language=language)
    return notice
