# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What belongs to a person: numbers, ways to reach them, status of stay, household, guardian, notice."""

import datetime as dt

from django.db import transaction

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now, today
from lgnet.core.vault import blind_index
from lgnet.network.worker import Worker
from lgnet.people import policies
from lgnet.people.actions.identity import locked, refresh_traces
from lgnet.people.identifiers import IdentifierKind, check
from lgnet.people.models import (
    ContactChannel,
    Guardian,
    Household,
    HouseholdMember,
    Identifier,
    Person,
    PrivacyNotice,
    ResidenceStatus,
    StayStatus,
)


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
def add_channel(*, by: Worker, person: Person, kind: str, value: str, is_safe: bool = True) -> ContactChannel:
    """Record how to reach the person, and whether that is safe to use."""
    person = locked(person)
    policies.add_channel(by, person).enforce()
    row = ContactChannel(person=person, partner_id=person.partner_id, kind=kind, value=value, is_safe=is_safe)
    row.recorded_at = now()
    row.save(force_insert=True)
    refresh_traces(person)
    audit.record("person.channel_added", on=person, kind=kind, is_safe=is_safe)
    return row


@transaction.atomic
def withdraw_channel(*, by: Worker, channel: ContactChannel) -> None:
    """Stop using a way to reach the person."""
    person = locked(channel.person)
    policies.withdraw_channel(by, person).enforce()
    ContactChannel.objects.filter(pk=channel.pk, withdrawn_at=None).update(withdrawn_at=now())
    refresh_traces(person)
    audit.record("person.channel_withdrawn", on=person, kind=channel.kind)


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
) -> StayStatus:
    """Record the status of stay from a day on. The former rows stay: eligibility is judged as of a day."""
    person = locked(person)
    policies.record_stay(by, person).enforce()
    StayStatus.objects.filter(person=person, is_current=True).update(is_current=False)
    row = StayStatus.objects.create(
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
def join_household(
    *, by: Worker, person: Person, role: str, relative: Person | None = None, from_on: dt.date | None = None
) -> HouseholdMember:
    """Put a person in the household of a relative (or in a new one), in a role."""
    person = locked(person)
    policies.join_household(by, person).enforce()
    since = from_on or today()
    place = HouseholdMember.objects.filter(person=relative, until_on=None).first() if relative else None
    if place is not None:
        household = place.household
    else:
        household = Household.objects.create(partner_id=person.partner_id, created_at=now())
        if relative is not None:
            HouseholdMember.objects.create(
                partner_id=person.partner_id,
                household=household,
                person=relative,
                role=HouseholdMember.Role.HEAD,
                from_on=since,
            )
    member, _created = HouseholdMember.objects.get_or_create(
        household=household,
        person=person,
        until_on=None,
        defaults={"partner_id": person.partner_id, "role": role, "from_on": since},
    )
    audit.record("person.joined_household", on=person, role=role)
    return member


@transaction.atomic
def leave_household(*, by: Worker, member: HouseholdMember) -> None:
    """End a person's place in a household today."""
    person = locked(member.person)
    policies.leave_household(by, person).enforce()
    HouseholdMember.objects.filter(pk=member.pk, until_on=None).update(until_on=today())
    audit.record("person.left_household", on=person)


@transaction.atomic
def add_guardian(
    *, by: Worker, person: Person, name: str, reach: str = "", appointed_on: dt.date | None = None
) -> Guardian:
    """Record who answers for a minor (L. 47/2017)."""
    person = locked(person)
    policies.add_guardian(by, person).enforce()
    row = Guardian(
        person=person, partner_id=person.partner_id, name=name, reach=reach, appointed_on=appointed_on
    )
    row.recorded_at = now()
    row.save(force_insert=True)
    audit.record("person.guardian_added", on=person)
    return row


@transaction.atomic
def deliver_notice(*, by: Worker, person: Person, version: str, language: str, how: str) -> PrivacyNotice:
    """Record that the privacy notice was given (GDPR art. 13-14): version, language, how, today."""
    person = locked(person)
    policies.deliver_notice(by, person).enforce()
    notice = PrivacyNotice.objects.create(
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
