# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Names of people in the partner's own register, found through the keyed hashes by which the search finds them.

Two neighbouring words are hashed as the search hashes a name; whoever shares the hash is compared word by word, for
different names share consonants. Only of the acting partner, by row security, and only for who may see people: to
others the guard would tell who is registered.
"""

from collections.abc import Iterator

from django.db import connection

from lgnet.core.rowsecurity import DbRole
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.people.guard.names import words_of
from lgnet.people.guard.passages import Kind, Passage
from lgnet.people.match_keys import Kind as KeyKind
from lgnet.people.models import Person
from lgnet.people.names import fold, skeleton
from lgnet.people.names.tokens import token_tuple
from lgnet.people.queries import hasher

MOST_PAIRS, MOST_PEOPLE, REACH = 1_500, 40, 2

_WHO = """
select wanted.key, m.person_id from unnest(%s::bigint[]) as wanted(key)
cross join lateral (select person_id from people_matchkey where key = wanted.key limit 5) m
limit %s
"""


def registered_names(text: str, *, by: Worker) -> Iterator[Passage]:
    """Two queries, or none where nothing can be found."""
    if by.role.db_role != DbRole.LOCAL or not by.may(Permission.PERSON_SEE):
        return
    pairs = _pairs(text)
    if not pairs:
        return
    with connection.cursor() as cursor:
        cursor.execute(_WHO, [list(pairs), MOST_PEOPLE])
        found = cursor.fetchall()
    people = {
        p.pk: _spoken(p) for p in Person.objects.filter(pk__in={w for _k, w in found}).select_related("key")
    }
    for key, person_id in found:
        for start, end, one, other in pairs[key]:
            if {one, other} <= people[person_id]:
                yield Passage(start, end, Kind.REGISTERED)


def _pairs(text: str) -> dict[int, list[tuple[int, int, str, str]]]:
    """The keys of neighbouring words with where they stand and how they are spoken."""
    words = [(word, _token(word.text)) for word in words_of(text)]
    found: dict[int, list[tuple[int, int, str, str]]] = {}
    make = hasher()
    for at, (first, one) in enumerate(words):
        for second, other in words[at + 1 : at + 1 + REACH]:
            if not one or not other or "\n\n" in text[first.end : second.start] or len(found) > MOST_PAIRS:
                continue
            a, b = sorted((skeleton(one), skeleton(other)))
            found.setdefault(make(KeyKind.PAIR, a, b), []).append(
                (first.start, second.end, fold(one), fold(other))
            )
    return found


def _token(word: str) -> str:
    """A word as names are compared; "" where it is too short to be one."""
    tokens = token_tuple(word)
    return tokens[0] if len(tokens) == 1 and len(word) > 2 else ""


def _spoken(person: Person) -> frozenset[str]:
    forms = (person.given_name, person.family_name, person.known_as, person.native_name)
    return frozenset(fold(token) for form in forms for token in token_tuple(form))
