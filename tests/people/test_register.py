# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A person is registered once, can be found again, and is counted once."""

from dataclasses import replace

import pytest
from django.db.models import Sum

from lgnet.core.authz import Refused, Stale
from lgnet.core.ids import new_id
from lgnet.core.models import AuditEntry, RowHistory
from lgnet.core.rowsecurity import acting_as
from lgnet.counting.models import FactKind, Total
from lgnet.people import actions
from lgnet.people.identity import Identity
from lgnet.people.models import Identifier, Person
from lgnet.people.queries import likely_matches, people_page, search
from tests.world import World

FATOU = Identity("Fatou", "Ndiaye", sex="F", citizenships=("SN",), languages=("wo", "fr"))


def network_total(kind: FactKind) -> int:
    zero = "00000000-0000-0000-0000-000000000000"
    return Total.objects.filter(scope=zero, kind=kind).aggregate(n=Sum("n"))["n"] or 0


def test_a_registered_person_is_found_and_audited(world: World) -> None:
    with acting_as(world.bruno.actor()):
        person = actions.register(by=world.bruno, identity=FATOU)

        assert [hit.person.pk for hit in search("ndiaye fatu")][:1] == [person.pk]
        assert Person.objects.select_related("key").get(pk=person.pk).full_name == "Fatou Ndiaye"
        assert AuditEntry.objects.get(subject_id=person.pk).event == "person.registered"


def test_a_form_sent_twice_registers_one_person(world: World) -> None:
    form_id = new_id()
    with acting_as(world.bruno.actor()):
        first = actions.register(by=world.bruno, identity=FATOU, person_id=form_id)
        second = actions.register(by=world.bruno, identity=FATOU, person_id=form_id)

    assert first.pk == second.pk


def test_a_name_in_another_script_is_found(world: World) -> None:
    with acting_as(world.anna.actor()):
        assert [hit.person.pk for hit in search("Шевченко Олена")][:1] == [world.people["olena"]]
        assert [hit.person.pk for hit in search("Youssef")][:1] == [world.people["yusuf"]]
        assert likely_matches(FATOU.match_record()) == []


def test_the_name_is_not_in_the_database_in_clear(world: World) -> None:
    from django.db import connection

    with acting_as(world.anna.actor()), connection.cursor() as cursor:
        cursor.execute("select p::text from people_person p where id = %s", [world.people["mamadou"]])
        assert "Diallo" not in cursor.fetchone()[0]


def test_a_tax_code_makes_the_pseudonym_strong_and_the_person_is_still_counted_once(world: World) -> None:
    with acting_as(world.anna.actor()):
        before = network_total(FactKind.REGISTERED)
        person = world.person("mamadou")
        weak = bytes(person.pseudonym or b"")

        actions.add_identifier(
            by=world.anna, person=person, kind=Identifier.Kind.TAX_CODE, value="PRVMDA94E12Z317J"
        )

        assert (
            network_total(FactKind.REGISTERED) == before + 1
        )  # Torino's weak twin is a person of its own now
        person = world.person("mamadou")
        assert not person.pseudonym_is_weak and bytes(person.pseudonym or b"") != weak


def test_one_person_at_two_partners_counts_once_in_the_network(world: World) -> None:
    with acting_as(world.anna.actor()):
        before = network_total(FactKind.REGISTERED)
        actions.register(by=world.anna, identity=FATOU)
    with acting_as(world.carla.actor()):
        actions.register(by=world.carla, identity=replace(FATOU, languages=()))
    with acting_as(world.nadia.actor()):
        assert network_total(FactKind.REGISTERED) == before + 1


def test_a_correction_keeps_what_was_before_and_finds_the_new_name(world: World) -> None:
    with acting_as(world.anna.actor()):
        person = world.person("olena")
        corrected = replace(Identity.of(person), family_name="Kovalenko")

        actions.correct_identity(by=world.anna, person=person, identity=corrected, version=person.version)

        assert [hit.person.pk for hit in search("kovalenko")][:1] == [person.pk]
        history = RowHistory.objects.filter(row_id=person.pk).first()
        assert history is not None and "family_name" in history.before and "given_name" not in history.before


def test_the_slower_of_two_workers_is_told(world: World) -> None:
    with acting_as(world.anna.actor()):
        person = world.person("olena")
        changed = replace(Identity.of(person), known_as="Lena")
        actions.correct_identity(by=world.anna, person=person, identity=changed, version=1)

        with pytest.raises(Stale):
            actions.correct_identity(
                by=world.bruno, person=person, identity=replace(changed, known_as="L"), version=1
            )


def test_an_administrator_reads_the_refusal(world: World) -> None:
    with acting_as(world.amelia.actor()), pytest.raises(Refused, match="ruolo non prevede di registrare"):
        actions.register(by=world.amelia, identity=FATOU)


def test_the_stranger_finds_nobody_of_another_partner(world: World) -> None:
    with acting_as(world.carla.actor()):
        assert not search("Shevchenko")
        assert {person.pk for person in people_page()} == {world.people["amadou"]}
        assert not Person.objects.filter(pk=world.people["olena"]).exists()
