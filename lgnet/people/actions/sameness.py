# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Saying that two files of a partner are of one person: both stay, and the network counts one.

The facts of one file are taken back by counter-facts and stated anew under the pseudonym of the other, each on its own
day; the totals then take sex and age band from the earliest fact of both (rule CNT-5).
"""

from django.db import transaction

from lgnet.core import audit
from lgnet.network.worker import Worker
from lgnet.people import policies
from lgnet.people.actions.identity import refresh_traces
from lgnet.people.models import Person
from lgnet.people.queries import counted_with


@transaction.atomic
def count_once(*, by: Worker, person: Person, other: Person) -> Person:
    """Say that two files are of one person. Returns the file that counts under the other from now on.

    The file that was there first leads, or the one that leads others already. Nothing else is joined.
    """
    person, other = _locked(person, other)
    policies.count_once(by, person, other).enforce()
    leader, lone = sorted((person, other), key=lambda one: (one.registered_at, one.pk))
    if counted_with(lone):
        leader, lone = lone, leader
    lone.same_as_id = leader.same_as_id or leader.pk
    _save(lone)
    audit.record("person.counted_once", on=lone, other=lone.same_as_id)
    refresh_traces(lone, reason="two files of one person")
    return lone


@transaction.atomic
def count_apart(*, by: Worker, person: Person) -> Person:
    """Take it back: each file counts by itself again, under the pseudonym of its own."""
    leader = None if person.same_as_id is None else Person.objects.get(pk=person.same_as_id)
    person, *others = _locked(person, *([leader] if leader else []))
    policies.count_apart(by, person).enforce()
    audit.record("person.counted_apart", on=person, other=person.same_as_id)
    person.same_as = None
    _save(person)
    for one in (person, *others):
        refresh_traces(one, reason="two people after all")
    return person


def _save(person: Person) -> None:
    """A new version, so that nobody saves a form over it that was drawn before."""
    person.version += 1
    person.save(update_fields=["same_as", "version"])


def _locked(*people: Person) -> list[Person]:
    """The rows as they are now, held until the transaction ends, taken in one order by everybody."""
    ids = [one.pk for one in people]
    rows = Person.objects.select_for_update(of=("self",)).select_related("key").order_by("pk")
    found = {one.pk: one for one in rows.filter(pk__in=ids)}
    return [found[pk] for pk in ids]
