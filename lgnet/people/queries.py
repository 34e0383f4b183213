# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Finding people: by key, never by reading names in the database, which cannot read them."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.db import connection
from django.db.models import Q, QuerySet

from lgnet.core.clock import today
from lgnet.core.vault import index_pepper
from lgnet.people.identity import Identity
from lgnet.people.match_keys import Hasher, MatchRecord, query_keys, record_query
from lgnet.people.models import ContactChannel, Identifier, Person, StayStatus

TAX_KINDS = frozenset({Identifier.Kind.TAX_CODE, Identifier.Kind.PROVISIONAL_TAX_CODE})

PAGE_SIZE = 25
CANDIDATES = 60
PER_KEY = 300  # a key shared by more people says nothing; several keys overlap (linkage measurements)


@lru_cache(maxsize=1)
def hasher() -> Hasher:
    """The maker of match keys, with the platform's pepper."""
    return Hasher(index_pepper())


_CANDIDATES = """
select person_id, sum(weight) as strength
from unnest(%s::bigint[], %s::float8[]) as wanted(key, weight)
cross join lateral (
    select person_id from people_matchkey where key = wanted.key limit %s
) as found
group by person_id order by strength desc, person_id limit %s
"""


@dataclass(frozen=True)
class Candidate:
    """A person that shares keys with what was asked, and how many bits of evidence they share."""

    person: Person
    bits: float


def candidates(wanted: Sequence[tuple[int, float]], *, limit: int = CANDIDATES) -> list[Candidate]:
    """People of the acting partner that share these keys, the most alike first. Two queries."""
    if not wanted:
        return []
    with connection.cursor() as cursor:
        keys, weights = [key for key, _ in wanted], [weight for _, weight in wanted]
        cursor.execute(_CANDIDATES, [keys, weights, PER_KEY, limit])
        strength = {person_id: float(bits) for person_id, bits in cursor.fetchall()}
    people = Person.objects.filter(pk__in=strength).select_related("key")
    return sorted((Candidate(p, strength[p.pk]) for p in people), key=lambda c: (-c.bits, str(c.person.pk)))


def search(text: str, *, limit: int = 20) -> list[Candidate]:
    """What one search box finds: names in any order and script, a phone, any number, a birth date."""
    return candidates(query_keys(text, hasher()), limit=limit)


def people_page(*, after: tuple[dt.datetime, uuid.UUID] | None = None, size: int = PAGE_SIZE) -> list[Person]:
    """One page of the partner's people, the latest registered first, by key; one row more than the size."""
    rows: QuerySet[Person] = Person.objects.select_related("key").order_by("-registered_at", "-id")
    if after is not None:
        moment, last = after
        rows = rows.filter(Q(registered_at__lt=moment) | Q(registered_at=moment, id__lt=last))
    return list(rows[: size + 1])


def expiring(*, within_days: int, limit: int = 50) -> list[StayStatus]:
    """Current documents of stay that expire within so many days or have expired, the soonest first."""
    edge = today() + dt.timedelta(days=within_days)
    rows = StayStatus.objects.filter(is_current=True, expires_on__lte=edge)
    return list(rows.select_related("person__key", "status").order_by("expires_on", "id")[:limit])


def match_record(person: Person) -> MatchRecord:
    """What the search compares of a registered person: identity, telephones, numbers."""
    numbers = list(person.identifiers.filter(withdrawn_at=None))
    channels = list(person.channels.filter(withdrawn_at=None, kind=ContactChannel.Kind.PHONE))
    for number in numbers:
        number.person = person  # its key is at hand
    for channel in channels:
        channel.person = person
    tax = [n.value for n in numbers if n.kind in TAX_KINDS]
    return Identity.of(person).match_record(
        phones=tuple(channel.value for channel in channels),
        documents=tuple(n.value for n in numbers if n.kind not in TAX_KINDS),
        tax_code_value=tax[0] if tax else "",
    )


def likely_matches(record: MatchRecord, *, but: uuid.UUID | None = None) -> list[Candidate]:
    """People of the partner who may be the one described, before she is registered a second time."""
    found = candidates(record_query(record, hasher()))
    return [candidate for candidate in found if candidate.person.pk != but]
