# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A missing or wrong birth date or sex, once mended, is mended in what was counted; growing older changes nothing."""

import datetime as dt
from dataclasses import replace

from lgnet.core.rowsecurity import acting_as
from lgnet.counting.models import CountingFact
from lgnet.people.actions import correct_identity, register
from lgnet.people.identity import Identity
from lgnet.people.models import Person
from tests.world import World

UNKNOWN = Identity(given_name="Samba", family_name="Diop", citizenships=("SN",))


def standing(person: Person) -> list[tuple[str, str]]:
    facts = CountingFact.objects.filter(subject__subject_id=person.pk, weight=1)
    return sorted(facts.exclude(corrections__weight=-1).values_list("sex", "age_band"))


def mend(world: World, person: Person, identity: Identity) -> Person:
    version = Person.objects.get(pk=person.pk).version
    return correct_identity(by=world.anna, person=person, identity=identity, version=version)


def test_what_was_missing_is_counted_once_it_is_known(world: World) -> None:
    with acting_as(world.anna.actor()):
        person = register(by=world.anna, identity=UNKNOWN)
        assert standing(person) == [("", "")]

        mend(world, person, replace(UNKNOWN, sex="M", birth_date=dt.date(1990, 5, 1), birth_precision="day"))

        assert standing(person) == [("M", "18-60")]
        reasons = CountingFact.objects.filter(subject__subject_id=person.pk, weight=-1)
        assert [fact.reason for fact in reasons] == ["identity corrected or confirmed"]


def test_a_birth_date_typed_wrong_is_counted_right_and_what_gets_lost_stays(world: World) -> None:
    child = replace(UNKNOWN, sex="F", birth_date=dt.date(2015, 5, 1), birth_precision="day")
    with acting_as(world.anna.actor()):
        person = register(by=world.anna, identity=child)
        assert standing(person) == [("F", "<18")]

        mend(world, person, replace(child, birth_date=dt.date(1951, 5, 1)))
        assert standing(person) == [("F", ">60")]

        mend(world, person, replace(UNKNOWN, sex="F"))
        assert standing(person) == [("F", ">60")]


def test_a_correction_that_says_nothing_about_the_count_changes_no_fact(world: World) -> None:
    known = replace(UNKNOWN, sex="F", birth_date=dt.date(1980, 5, 1), birth_precision="day")
    with acting_as(world.anna.actor()):
        person = register(by=world.anna, identity=known)
        before = CountingFact.objects.count()

        mend(world, person, replace(known, languages=("fr",)))

        assert CountingFact.objects.count() == before
