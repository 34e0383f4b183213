# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Finding people: by key, never by reading names in the database, which cannot read them."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.db import connection
from django.db.models import Q, QuerySet

from lgnet.core.clock import today
from lgnet.core.first_rows import first_rows
from lgnet.core.models import RowHistory
from lgnet.core.vault import index_pepper
from lgnet.network.models import Colleague
from lgnet.people import tax_code
from lgnet.people.identity import Identity
from lgnet.people.match_keys import Hasher, MatchRecord, query_keys, read_query, record_query
from lgnet.people.match_score import BIAS, Match, Reason, Strength, score
from lgnet.people.models import ContactChannel, HouseholdMember, Identifier, Person, Precision, StayStatus

TAX_KINDS = frozenset({Identifier.Kind.TAX_CODE, Identifier.Kind.PROVISIONAL_TAX_CODE})

PAGE_SIZE = 25
CANDIDATES = 60
# The bias of `score` was fitted on a register of 108,000 people; one partner keeps about ten thousand, and
# log2(108,000 / 10,000) = 3.4 bits less are needed to tell one of them from the others.
PARTNER_BIAS = BIAS - 3.4
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


@dataclass(frozen=True)
class Hit:
    """A person found, how strongly she resembles what was asked, and why."""

    person: Person
    bits: float
    match: Match

    @property
    def strength(self) -> Strength:
        return self.match.strength

    @property
    def reasons(self) -> tuple[Reason, ...]:
        return self.match.reasons


FIRST_HITS, MORE_HITS = 12, 60


def search(text: str, *, limit: int = FIRST_HITS) -> list[Hit]:
    """What one search box finds: names in any order and script, a phone, any number, a birth date. Four queries.

    Each hit is decrypted and judged field by field, so few are shown first and more when they are asked for.
    """
    found = candidates(query_keys(text, hasher()), limit=limit)
    return _judged(typed_record(text), found)


def typed_record(text: str) -> MatchRecord:
    """What was recognised in the search box, as something that can be compared with a person."""
    typed = read_query(text)
    born = typed.dates[0] if typed.dates else dt.date(typed.year, 1, 1) if typed.year else None
    codes = [n for n in typed.numbers if isinstance(tax_code.parse(n), tax_code.TaxCode)]
    return MatchRecord(
        other_names=(" ".join(typed.name),) if typed.name else (),
        birth_date=born,
        birth_date_is_placeholder=not typed.dates,
        phones=typed.numbers,
        documents=typed.numbers,
        tax_code=codes[0] if codes else "",
    )


def _judged(asked: MatchRecord, found: list[Candidate]) -> list[Hit]:
    """Candidates as hits, the most alike first."""
    records = match_records([candidate.person for candidate in found])
    hits = [Hit(c.person, c.bits, score(asked, records[c.person.pk], bias=PARTNER_BIAS)) for c in found]
    return sorted(hits, key=lambda hit: (-hit.match.bits, -hit.bits, str(hit.person.pk)))


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
    return first_rows(rows.select_related("person__key", "status").order_by("expires_on", "id"), limit)


def expiring_papers(*, within_days: int, limit: int = 50) -> list[Identifier]:
    """Numbers of documents that stop being valid within so many days or have stopped, the soonest first."""
    edge = today() + dt.timedelta(days=within_days)
    rows = Identifier.objects.filter(withdrawn_at=None, valid_until__lte=edge)
    return first_rows(rows.select_related("person__key").order_by("valid_until", "id"), limit)


def match_record(person: Person) -> MatchRecord:
    """What the search compares of a registered person: identity, telephones, numbers."""
    return match_records([person])[person.pk]


def match_records(people: Iterable[Person]) -> dict[uuid.UUID, MatchRecord]:
    """`match_record` of several people (their keys selected with them) in two queries."""
    by_id = {person.pk: person for person in people}
    numbers: dict[uuid.UUID, list[Identifier]] = defaultdict(list)
    phones: dict[uuid.UUID, list[str]] = defaultdict(list)
    for number in Identifier.objects.filter(person__in=by_id, withdrawn_at=None).order_by("kind", "id"):
        number.person = by_id[number.person_id]  # its key is at hand
        numbers[number.person_id].append(number)
    calls = ContactChannel.objects.filter(
        person__in=by_id, withdrawn_at=None, kind=ContactChannel.Kind.PHONE
    ).order_by("id")
    for channel in calls:
        channel.person = by_id[channel.person_id]
        phones[channel.person_id].append(channel.value)
    return {pk: _record(person, numbers[pk], phones[pk]) for pk, person in by_id.items()}


def _record(person: Person, numbers: list[Identifier], phones: list[str]) -> MatchRecord:
    tax = [number.value for number in numbers if number.kind in TAX_KINDS]
    return Identity.of(person).match_record(
        phones=tuple(phones),
        documents=tuple(number.value for number in numbers if number.kind not in TAX_KINDS),
        tax_code_value=tax[-1] if tax else "",
    )


AGAINST = -2.0  # bits: beyond them a field says "somebody else", within them it says little


def likely_matches(record: MatchRecord, *, but: uuid.UUID | None = None, limit: int = 10) -> list[Hit]:
    """People of the partner who may be the one described, before she is registered a second time.

    Little was typed: whoever is not contradicted by it is shown. Much was typed: only who resembles it.
    """
    found = [c for c in candidates(record_query(record, hasher()), limit=3 * limit) if c.person.pk != but]
    hits = _judged(record, found)
    return [hit for hit in hits if hit.strength is not Strength.NONE or not _contradicted(hit)][:limit]


def _contradicted(hit: Hit) -> bool:
    return any(reason.bits < AGAINST for reason in hit.reasons)


def last_changed_by(person: Person) -> Colleague | None:
    """Who changed the person's row last, as the row history tells; None where nobody has."""
    last = RowHistory.objects.filter(table_name="people_person", row_id=person.pk).order_by("-id").first()
    if last is None or last.actor_id is None:
        return None
    return Colleague.objects.filter(pk=last.actor_id).first()


def counted_with(person: Person) -> list[Person]:
    """The other files that count as one person with this one, the one that leads them first. One query."""
    root = person.same_as_id or person.pk
    group = Person.objects.filter(Q(pk=root) | Q(same_as=root)).exclude(pk=person.pk).select_related("key")
    return sorted(group, key=lambda one: (one.pk != root, one.registered_at, one.pk))


def household_of(person: Person) -> list[HouseholdMember]:
    """Everybody who lives or lived in the person's present households, the present first."""
    present = HouseholdMember.objects.filter(person=person, until_on=None).values("household")
    rows = HouseholdMember.objects.filter(household__in=present)
    return list(rows.select_related("person__key").order_by("until_on", "from_on", "id"))


def disagreements(person: Person) -> list[str]:
    """Where the tax code disagrees with what is recorded: hints for a person to check, never a correction."""
    found: list[str] = []
    for number in Identifier.objects.filter(person=person, withdrawn_at=None, kind=Identifier.Kind.TAX_CODE):
        number.person = person
        parsed = tax_code.parse(number.value)
        if isinstance(parsed, tax_code.TaxCode):
            born = person.birth_date if person.birth_precision == Precision.DAY else None
            names = {"given_name": person.given_name, "family_name": person.family_name}
            told = tax_code.disagreements(parsed, **names, sex=person.sex, birth_date=born)
            found.extend(map(str, told))
    return found
