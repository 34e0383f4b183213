# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The closer look of the night: what cannot be seen without opening encrypted values, partner by partner.

PostgreSQL chooses the few candidates for twins and for names that are no names by keyed hashes; only those are
opened and judged. Once a week all tax codes and telephones are opened too. A suspicion holds while the rows it was
found on stay as they are (`Suspicion`). Runs as the job's role; nothing that was opened is kept.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from django.db import connection

from lgnet.core.clock import now
from lgnet.people import tax_code
from lgnet.people.match_keys import Kind, phone_digits
from lgnet.people.match_score import Strength, score
from lgnet.people.models import ContactChannel, Identifier, Person, Precision
from lgnet.people.names import skeleton, tokens
from lgnet.people.queries import PARTNER_BIAS, hasher, match_records
from lgnet.quality.models import Suspicion

RARE = 4  # a key that more people share tells nobody apart
SHARED = 4  # how many rare keys two people share before they are compared
PAIRS = 5_000
CHUNK = 500
MANY = 4  # a family shares a telephone; more than four people, rarely
# Words that stand where a name should, as desks type them.
NO_NAMES = frozenset(
    {
        "xxx", "xxxx", "xx", "nn", "sconosciuto", "sconosciuta", "ignoto", "ignota", "verificare", "definire",
        "anonimo", "anonima", "unknown", "nome", "cognome", "prova",
    }
)  # fmt: skip
_PAIRS = """
with rare as materialized (
    select array_agg(person_id) as people from people_matchkey where partner_id = %(partner)s
    group by key having count(*) between 2 and %(rare)s
)
select a, b from rare cross join lateral unnest(people) a cross join lateral unnest(people) b
where a < b group by a, b having count(*) >= %(shared)s order by count(*) desc, a, b limit %(pairs)s
"""
_NAMELESS = "select distinct person_id from people_matchkey where partner_id = %s and key = any(%s)"

Pair = tuple[Person, Person | None]


def look_closer(*, partner_id: uuid.UUID, thoroughly: bool) -> int:
    """Find suspicions anew and let go of those that no longer hold; returns how many there are.

    `thoroughly` opens every tax code and telephone of the partner as well: once a week is enough.
    """
    looks: dict[str, Iterable[Pair]] = {
        "likely_twin": _twins(partner_id),
        "placeholder_name": _nameless(partner_id),
    }
    if thoroughly:
        looks |= {"tax_code_disagrees": _tax_codes(partner_id), "shared_telephone": _telephones(partner_id)}
    return sum(_replace(partner_id, code, pairs) for code, pairs in looks.items())


def _replace(partner_id: uuid.UUID, code: str, pairs: Iterable[Pair]) -> int:
    found = [
        Suspicion(
            partner_id=partner_id,
            check_code=code,
            person=person,
            person_version=person.version,
            other=other,
            other_version=other.version if other else None,
            found_at=now(),
        )
        for person, other in pairs
    ]
    Suspicion.objects.filter(partner=partner_id, check_code=code).delete()
    Suspicion.objects.bulk_create(found, batch_size=1_000)
    return len(found)


def _twins(partner_id: uuid.UUID) -> Iterator[Pair]:
    with connection.cursor() as cursor:
        given: dict[str, uuid.UUID | int] = {
            "partner": partner_id,
            "rare": RARE,
            "shared": SHARED,
            "pairs": PAIRS,
        }
        cursor.execute(_PAIRS, given)
        pairs: list[tuple[uuid.UUID, uuid.UUID]] = cursor.fetchall()
    for start in range(0, len(pairs), CHUNK):
        chunk = pairs[start : start + CHUNK]
        people = _people({pk for pair in chunk for pk in pair})
        records = match_records(people.values())
        for a, b in chunk:
            match = score(records[a], records[b], bias=PARTNER_BIAS)
            if match.strength in {Strength.ALMOST_CERTAIN, Strength.PROBABLE}:
                yield people[a], people[b]


def _nameless(partner_id: uuid.UUID) -> Iterator[Pair]:
    hashed = [hasher()(Kind.TOKEN, skeleton(word)) for word in sorted(NO_NAMES)]
    with connection.cursor() as cursor:
        cursor.execute(_NAMELESS, [partner_id, hashed])
        candidates: Sequence[uuid.UUID] = [pk for (pk,) in cursor.fetchall()]
    for start in range(0, len(candidates), CHUNK):
        for person in _people(candidates[start : start + CHUNK]).values():
            if NO_NAMES & {*tokens(person.given_name or ""), *tokens(person.family_name or "")}:
                yield person, None


def _tax_codes(partner_id: uuid.UUID) -> Iterator[Pair]:
    rows = Identifier.objects.filter(
        partner=partner_id, kind=Identifier.Kind.TAX_CODE, withdrawn_at=None
    ).select_related("person__key")
    seen: set[uuid.UUID] = set()
    for row in rows.iterator(chunk_size=2_000):
        person = row.person
        code = tax_code.parse(row.value or "")
        born = person.birth_date if person.birth_precision == Precision.DAY else None
        if person.pk in seen or not isinstance(code, tax_code.TaxCode):
            continue
        if tax_code.disagreements(code, sex=person.sex, birth_date=born):
            seen.add(person.pk)
            yield person, None


def _telephones(partner_id: uuid.UUID) -> Iterator[Pair]:
    rows = ContactChannel.objects.filter(
        partner=partner_id, kind=ContactChannel.Kind.PHONE, withdrawn_at=None
    ).select_related("person__key")
    holders: dict[str, dict[uuid.UUID, int]] = defaultdict(dict)
    for row in rows.iterator(chunk_size=2_000):
        if number := phone_digits(row.value or ""):
            holders[number][row.person_id] = row.person.version
    shared = {pk for people in holders.values() if len(people) > MANY for pk in people}
    for person in Person.objects.filter(pk__in=shared).order_by("pk"):
        yield person, None


def _people(ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, Person]:
    return {person.pk: person for person in Person.objects.filter(pk__in=list(ids)).select_related("key")}
