# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Registering a person and correcting who they are."""

import uuid
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from lgnet.core import audit
from lgnet.core.authz import Stale
from lgnet.core.clock import now, today
from lgnet.core.ids import new_id, readable_code
from lgnet.core.models import DataKey
from lgnet.core.vault import pseudonym
from lgnet.counting import actions as counting
from lgnet.counting.models import FactKind
from lgnet.network.worker import Worker
from lgnet.people import policies
from lgnet.people.identity import Identity
from lgnet.people.match_keys import keys_for
from lgnet.people.models import Identifier, MatchKey, Person
from lgnet.people.queries import TAX_KINDS, counted_with, hasher, last_changed_by, match_record


@transaction.atomic
def register(
    *,
    by: Worker,
    identity: Identity,
    person_id: uuid.UUID | None = None,
    another_because: str = "",
    not_these: Sequence[uuid.UUID] = (),
) -> Person:
    """Register a person the partner meets for the first time; the network counts one person registered.

    `person_id` is the id the form was drawn with: sent twice, it finds the person it made the first time.
    `another_because` (a code of `AnotherBecause`) and `not_these` say why she is not one of those she resembles.
    """
    policies.register(by).enforce()
    if person_id is not None and Person.objects.filter(pk=person_id).exists():
        return Person.objects.select_related("key").get(pk=person_id)
    key = DataKey.fresh(partner_id=by.partner_id)
    key.save(force_insert=True)
    prefix = by.organisation.code[:2].upper()
    person = Person(id=person_id or new_id(), partner_id=by.partner_id, key=key, code=readable_code(prefix))
    person.registered_at, person.registered_by = now(), by.user
    _write_identity(person, identity)
    source, person.pseudonym_is_weak = identity.pseudonym_source()
    person.pseudonym = pseudonym(source)
    person.save(force_insert=True)
    add_keys(person, keys_for(identity.match_record(), hasher()))
    detail: dict[str, Any] = {}
    if another_because:
        detail = {"another_because": another_because, "not_these": [str(pk) for pk in not_these]}
    audit.record("person.registered", on=person, **detail)
    counting.state(
        kind=FactKind.REGISTERED,
        partner_id=person.partner_id,
        occurred_on=today(),
        subject_id=person.pk,
        evidence=f"people.person:{person.pk}",
        pseudonym=bytes(person.pseudonym),
        is_weak=person.pseudonym_is_weak,
        sex=person.sex,
        band=counting.age_band(person.birth_date, today()),
    )
    return person


@transaction.atomic
def correct_identity(*, by: Worker, person: Person, identity: Identity, version: int) -> Person:
    """Correct who a person is. `version` is the one the form was drawn with: refused if somebody was faster."""
    person = locked(person)
    policies.correct_identity(by, person).enforce()
    if person.version != version:
        raise Stale(_changed_by(person))
    before = Identity.of(person)
    if before == identity:
        return person
    _write_identity(person, identity)
    person.version += 1
    person.save()
    refresh_traces(person)
    changed = [
        name for name in identity.__dataclass_fields__ if getattr(before, name) != getattr(identity, name)
    ]
    audit.record("person.corrected", on=person, fields=changed)
    return person


def _changed_by(person: Person) -> Promise:
    colleague = last_changed_by(person)
    if colleague is None:
        return _("Somebody else has changed this person meanwhile: look at both and save again.")
    return format_lazy(
        _("{name} has changed this person meanwhile: look at both and save again."), name=colleague.name
    )


def see(*, by: Worker, person: Person, what: str = "file") -> None:
    """Write down that somebody looked at a person's data."""
    policies.see(by).enforce()
    audit.record("person.seen", on=person, what=what)


def locked(person: Person) -> Person:
    """The row as it is now, held until the transaction ends."""
    return Person.objects.select_for_update(of=("self",)).select_related("key").get(pk=person.pk)


def refresh_traces(person: Person, *, reason: str = "identity corrected or confirmed") -> None:
    """Bring match keys, pseudonym and facts to what is recorded now, inside the calling action's transaction.

    Files that count as one person have one pseudonym: that of a tax code, whichever file has it, else that of the
    file that leads them. Each file's facts keep the sex and the birth date of that file.
    """
    refresh_keys(person)
    group = [person, *counted_with(person)]
    group.sort(key=lambda one: (one.pk != (person.same_as_id or person.pk), one.registered_at, one.pk))
    own = [_own_pseudonym(one) for one in group]
    found, is_weak = next((each for each in own if not each[1]), own[0])
    for one in group:
        _follow(one, found, is_weak, reason)


def _follow(person: Person, found: bytes, is_weak: bool, reason: str) -> None:
    if (person.pseudonym is None) or (bytes(person.pseudonym), person.pseudonym_is_weak) != (found, is_weak):
        person.pseudonym, person.pseudonym_is_weak = found, is_weak
        person.save(update_fields=["pseudonym", "pseudonym_is_weak"])
    counting.follow_identity(
        person_id=person.pk,
        pseudonym=found,
        is_weak=is_weak,
        sex=person.sex,
        birth_date=person.birth_date,
        reason=reason,
    )


def refresh_keys(person: Person) -> None:
    """Bring the match keys alone to what is recorded now: a telephone says nothing about the pseudonym."""
    record = match_record(person)
    wanted = keys_for(record, hasher())
    known = set(MatchKey.objects.filter(person=person).values_list("key", flat=True))
    if gone := known - wanted:
        MatchKey.objects.filter(person=person, key__in=gone).delete()
    add_keys(person, wanted - known)


def _own_pseudonym(person: Person) -> tuple[bytes, bool]:
    """The pseudonym that a file has by itself, and whether it is weak. What was erased keeps what it had."""
    if person.key.wrapped is None:
        return bytes(person.pseudonym or b""), person.pseudonym_is_weak
    numbers = Identifier.objects.filter(person=person, withdrawn_at=None, kind__in=TAX_KINDS).order_by("kind")
    tax_code = ""
    for number in numbers:
        number.person = person
        tax_code = number.value if number.kind == Identifier.Kind.TAX_CODE else tax_code
    source, is_weak = Identity.of(person).pseudonym_source(tax_code)
    return pseudonym(source), is_weak


def add_keys(person: Person, keys: frozenset[int] | set[int]) -> None:
    """Write match keys inside the calling action's transaction; those that are there already stay as they are."""
    MatchKey.objects.bulk_create(
        (MatchKey(partner_id=person.partner_id, person=person, key=key) for key in sorted(keys)),
        ignore_conflicts=True,
    )


def _write_identity(person: Person, identity: Identity) -> None:
    for name in identity.__dataclass_fields__:
        value = getattr(identity, name)
        setattr(person, name, list(value) if isinstance(value, tuple) else value)
