# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The rows of a person: key, identity, numbers, ways to reach them, stay, household, notice, contacts."""

import datetime as dt
import uuid

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from lgnet.core.ids import new_id, readable_code
from lgnet.core.models import DataKey
from lgnet.core.vault import blind_index, pseudonym
from lgnet.counting.models import FactKind
from lgnet.imports.records import BulkContact, BulkPerson, BulkPlace
from lgnet.imports.rows.writing import Subject, Writing, add_fact, count_person, day
from lgnet.outreach.models import Contact
from lgnet.people.match_keys import keys_for
from lgnet.people.models import (
    ContactChannel,
    Guardian,
    Household,
    HouseholdMember,
    Identifier,
    Person,
    PrivacyNotice,
    StayStatus,
)
from lgnet.people.queries import TAX_KINDS

SEALED = ("given_name", "family_name", "native_name", "known_as", "birth_place")
PLAIN = (
    "sex", "birth_date", "birth_precision", "birth_country", "is_stateless", "needs_interpreter", "arrived_on",
)  # fmt: skip


def add_person(writing: Writing, record: BulkPerson) -> Subject:
    """Everything of a person but intake and case; the network counts one person registered."""
    pk = record.person_id or new_id()
    key_id, cipher = _add_key(writing)
    tax_code, documents = _numbers(record)
    source, is_weak = record.identity.pseudonym_source(tax_code)
    subject = Subject(pk, cipher, record, pseudonym(source), is_weak)
    _add_identity(writing, subject, key_id)
    _add_numbers(writing, subject)
    _add_stays(writing, subject)
    _add_relations(writing, subject)
    for contact in record.contacts:
        _add_contact(writing, subject, contact)
    phones = tuple(channel.value for channel in record.channels if channel.kind == ContactChannel.Kind.PHONE)
    any_tax = tax_code or next((n.value for n in record.identifiers if n.kind in TAX_KINDS), "")
    known = record.identity.match_record(phones=phones, documents=documents, tax_code_value=any_tax)
    writing.keys.append((pk, sorted(keys_for(known, writing.hasher))))
    count_person(writing, subject, FactKind.REGISTERED, day(record.registered_at), f"people.person:{pk}")
    return subject


def _numbers(record: BulkPerson) -> tuple[str, tuple[str, ...]]:
    tax_code = next((n.value for n in record.identifiers if n.kind == Identifier.Kind.TAX_CODE), "")
    return tax_code, tuple(n.value for n in record.identifiers if n.kind not in TAX_KINDS)


def _add_key(writing: Writing) -> tuple[uuid.UUID, AESGCM]:
    key = DataKey.fresh(partner_id=writing.by.partner_id)
    writing.batch[DataKey].add(
        {"id": key.pk, "partner_id": key.partner_id, "key_id": key.key_id, "wrapped": key.wrapped}
    )
    cipher = key.cipher()
    assert cipher is not None  # noqa: S101 - it was made one line above
    return key.pk, cipher


def _add_identity(writing: Writing, subject: Subject, key_id: uuid.UUID) -> None:
    record, identity, table = subject.record, subject.record.identity, writing.batch[Person]
    values: dict[str, object] = {name: getattr(identity, name) for name in PLAIN}
    for name in SEALED:
        if text := getattr(identity, name):
            values[name] = table.seal(name, subject.cipher, subject.pk, text)
    table.add(
        values
        | {
            "id": subject.pk,
            "partner_id": writing.by.partner_id,
            "key_id": key_id,
            "code": readable_code(writing.by.organisation.code[:2].upper()),
            "citizenships": list(identity.citizenships),
            "languages": list(identity.languages),
            "is_protected": record.is_protected,
            "pseudonym": subject.pseudonym,
            "pseudonym_is_weak": subject.is_weak,
            "registered_at": record.registered_at,
            "registered_by_id": record.registered_by or writing.by.user.pk,
            "import_run": writing.run_id,
        }
    )


def _add_numbers(writing: Writing, subject: Subject) -> None:
    partner, record = writing.by.partner_id, subject.record
    numbers, channels = writing.batch[Identifier], writing.batch[ContactChannel]
    common: dict[str, object] = {
        "partner_id": partner, "person_id": subject.pk, "recorded_at": record.registered_at,
    }  # fmt: skip
    by = record.registered_by or writing.by.user.pk
    for number in record.identifiers:
        pk = new_id()
        sealed = numbers.seal("value", subject.cipher, pk, number.value)
        numbers.add(
            common
            | {
                "id": pk, "kind": number.kind, "value": sealed, "issuer": number.issuer,
                "value_index": blind_index(f"identifier:{number.kind}", number.value),
                "valid_from": number.valid_from, "valid_until": number.valid_until,
                "is_verified": number.is_verified, "recorded_by_id": by,
            }
        )  # fmt: skip
    for channel in record.channels:
        pk = new_id()
        sealed = channels.seal("value", subject.cipher, pk, channel.value)
        channels.add(common | {"id": pk, "kind": channel.kind, "value": sealed, "is_safe": channel.is_safe})


def _add_stays(writing: Writing, subject: Subject) -> None:
    record, table = subject.record, writing.batch[StayStatus]
    last = len(record.stays) - 1
    for index, stay in enumerate(record.stays):
        table.add(
            {
                "id": new_id(), "partner_id": writing.by.partner_id, "person_id": subject.pk, "status_id": stay.status,
                "document": stay.document, "from_on": stay.from_on, "issued_on": stay.issued_on,
                "expires_on": stay.expires_on, "expiry_missing": stay.expiry_missing, "questura": stay.questura,
                "renewal_requested_on": stay.renewal_requested_on, "recorded_at": record.registered_at,
                "recorded_by_id": record.registered_by or writing.by.user.pk, "is_current": index == last,
            }
        )  # fmt: skip


def _add_relations(writing: Writing, subject: Subject) -> None:
    partner, record = writing.by.partner_id, subject.record
    common: dict[str, object] = {"partner_id": partner, "person_id": subject.pk}
    if record.place is not None:
        _add_place(writing, record.place, common, record.registered_at)
    if record.guardian is not None:
        pk, guardian, table = new_id(), record.guardian, writing.batch[Guardian]
        table.add(
            common
            | {
                "id": pk, "name": table.seal("name", subject.cipher, pk, guardian.name),
                "reach": table.seal("reach", subject.cipher, pk, guardian.reach),
                "appointed_on": guardian.appointed_on, "recorded_at": record.registered_at,
            }
        )  # fmt: skip
    for notice in record.notices:
        writing.batch[PrivacyNotice].add(
            common
            | {
                "id": new_id(), "version": notice.version, "language": notice.language, "how": notice.how,
                "delivered_on": notice.delivered_on,
                "delivered_by_id": record.registered_by or writing.by.user.pk,
            }
        )  # fmt: skip


def _add_place(writing: Writing, place: BulkPlace, common: dict[str, object], at: dt.datetime) -> None:
    # The id follows from the key, so that relatives find each other across chunks without a growing list.
    household = uuid.uuid5(writing.households, place.key)
    writing.batch[Household].add({"id": household, "partner_id": writing.by.partner_id, "created_at": at})
    values = {"id": new_id(), "household_id": household, "role": place.role, "from_on": place.from_on}
    writing.batch[HouseholdMember].add(common | values)


def _add_contact(writing: Writing, subject: Subject, contact: BulkContact) -> None:
    pk, table, by = new_id(), writing.batch[Contact], contact.met_by or writing.by.user.pk
    told = contact.nickname or contact.note
    key_id, cipher = _add_key(writing) if told else (None, subject.cipher)
    table.add(
        {
            "id": pk, "partner_id": writing.by.partner_id, "key_id": key_id, "site_id": contact.site_id,
            "place": contact.place, "area": contact.area, "met_at": contact.met_at, "met_by_id": by,
            "language": contact.language, "sex": contact.sex, "age_band": contact.age_band,
            "nickname": table.seal("nickname", cipher, pk, contact.nickname),
            "note": table.seal("note", cipher, pk, contact.note), "needs": list(contact.needs),
            "help_given": list(contact.help_given), "declined": contact.declined, "person_id": subject.pk,
            "tied_at": max(contact.met_at, subject.record.registered_at),
            "tied_by_id": subject.record.registered_by or writing.by.user.pk, "recorded_at": contact.met_at,
        }
    )  # fmt: skip
    values = {"sex": contact.sex, "age_band": contact.age_band}
    for kind in (FactKind.CONTACT, FactKind.DECLINED) if contact.declined else (FactKind.CONTACT,):
        add_fact(writing, kind, day(contact.met_at), pk, f"outreach.contact:{pk}", values)
