# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""People written by the thousand are the same people that the single actions would have made."""

import pytest
from django.db.models import Sum

from lgnet.cases.models import Case, Intake, Note, Vulnerability
from lgnet.core.authz import Refused
from lgnet.core.ids import new_id
from lgnet.core.models import AuditEntry
from lgnet.core.rowsecurity import acting_as
from lgnet.counting.models import CountingFact, FactKind, Total
from lgnet.imports.actions import Counts, write_people
from lgnet.people import actions
from lgnet.people.models import HouseholdMember, Identifier, MatchKey, Person
from lgnet.people.queries import search
from tests.imports.factories import at, bulk_person, identity, whole_story
from tests.world import World

OWN = {"id", "key_id", "code", "registered_at", "given_name", "family_name", "pseudonym", "wrapped"}


def test_a_person_written_in_bulk_is_the_one_that_registering_makes(world: World) -> None:
    who = identity(native_name="عثمان باه", known_as="Ous", languages=("fr",))
    with acting_as(world.dario.actor()):
        single = actions.register(by=world.dario, identity=who)
        actions.add_channel(by=world.dario, person=single, kind="phone", value="3471234567")
        actions.add_identifier(by=world.dario, person=single, kind="tax_code", value="PRVMDA94E12Z317J")
        numbers = (whole_story(world.dario).identifiers[1],)
        channels = (whole_story(world.dario).channels[0],)
        pk = new_id()
        record = bulk_person(identity=who, identifiers=numbers, channels=channels, person_id=pk)
        write_people([record], by=world.dario)
        one, other = (Person.objects.select_related("key").get(pk=k) for k in (single.pk, pk))

        for field in Person._meta.concrete_fields:
            if field.column not in OWN:
                assert getattr(one, field.attname) == getattr(other, field.attname), field.name
        assert one.full_name == other.full_name
        assert bytes(one.pseudonym or b"") == bytes(other.pseudonym or b"") and not one.pseudonym_is_weak
        keys = [set(MatchKey.objects.filter(person=p).values_list("key", flat=True)) for p in (one, other)]
        assert keys[0] == keys[1]
        indexes = Identifier.objects.filter(person__in=[one, other]).values_list("value_index", flat=True)
        assert len({bytes(index) for index in indexes}) == 1


def test_a_whole_story_is_written_and_read_back(world: World) -> None:
    with acting_as(world.dario.actor()):
        counts = write_people([whole_story(world.dario)], by=world.dario)

        case = Case.objects.select_related("person__key", "intake").get(manager=world.dario.user.pk)
        assert counts == Counts(people=1, intakes=1, cases=1)
        assert case.stage == Case.Stage.RUNNING
        assert case.intake.next_step == "" and case.intake.taken_at == at(2025, 5, 10)
        goals = list(case.plans.get().goals.select_related("plan__case__person__key"))
        assert [goal.text for goal in goals] == ["Corso A2", "Tirocinio"]
        assert goals[1].blocked_by_id == goals[0].pk
        notes = Note.objects.filter(case=case).select_related("case__person__key")
        assert {note.text for note in notes} == {"Arrivato puntuale", "Riservata"}
        assert {score.value or score.missing for score in case.assessments.get().scores.all()} == {
            "E2",
            "not_asked",
        }
        assert search("3471234567")[0].person.pk == case.person_id


def test_what_only_the_circle_reads_stays_with_the_circle(world: World) -> None:
    with acting_as(world.dario.actor()):
        write_people([whole_story(world.anna)], by=world.dario)
        assert Note.objects.filter(level="partner").count() == 1
        assert not Note.objects.filter(level="circle").exists() and not Vulnerability.objects.exists()
    with acting_as(world.anna.actor()):
        assert Note.objects.filter(level="circle").exists() and Vulnerability.objects.exists()


def test_each_is_counted_once_on_the_day_it_happened(world: World) -> None:
    with acting_as(world.dario.actor()):
        twin = whole_story(world.dario)
        write_people([twin, twin], by=world.dario)

        facts = CountingFact.objects.filter(occurred_on__year=2025)
        days = {(fact.kind, fact.occurred_on.isoformat()) for fact in facts}
        assert days == {
            ("contact", "2025-05-01"),
            ("registered", "2025-05-06"),
            ("taken_in_charge", "2025-05-10"),
            ("assisted", "2025-05-13"),
            ("supported", "2025-05-13"),
        }
        totals = Total.objects.filter(scope=world.genova.pk, month="2025-05-01")
        summed = dict(totals.values_list("kind").annotate(n=Sum("n")))
        assert summed == {"contact": 2, "registered": 1, "taken_in_charge": 1, "assisted": 1, "supported": 1}
        assert FactKind.SUPPORTED in summed


def test_relatives_of_one_call_live_together(world: World) -> None:
    with acting_as(world.dario.actor()):
        story = whole_story(world.dario)
        write_people([bulk_person(place=story.place), bulk_person(place=story.place)], by=world.dario)
        write_people([bulk_person(place=story.place)], by=world.dario)

        homes = HouseholdMember.objects.values_list("household_id", flat=True)
        assert len(homes) == 3 and len(set(homes)) == 2


def test_nothing_is_written_when_anything_fails(world: World) -> None:
    broken = bulk_person(stays=(whole_story(world.dario).stays[0], whole_story(world.dario).stays[0]))
    wrong = bulk_person(identity=identity(birth_date=None))  # a precision of a day without a date
    with acting_as(world.dario.actor()):
        before = Person.objects.count()
        write_people([broken], by=world.dario)  # two stays are a history
        with pytest.raises(Exception, match="person_birth_date_or_unknown"):
            write_people([bulk_person(), wrong], by=world.dario)
        assert Person.objects.count() == before + 1


def test_a_case_without_an_intake_gets_one(world: World) -> None:
    story = whole_story(world.dario)
    with acting_as(world.dario.actor()):
        write_people([bulk_person(case=story.case)], by=world.dario)
        intake = Intake.objects.get(case__manager=world.dario.user.pk)
        assert intake.first_contact_at == at(2025, 5, 10) and intake.first_service_at == at(2025, 5, 13)


def test_a_case_worker_may_not_write_in_bulk(world: World) -> None:
    with acting_as(world.anna.actor()), pytest.raises(Refused):
        write_people([bulk_person()], by=world.anna)


def test_each_chunk_leaves_one_audit_entry_without_names(world: World) -> None:
    with acting_as(world.dario.actor()):
        write_people([whole_story(world.dario)], by=world.dario)
        entry = AuditEntry.objects.get(event="people.imported")
        assert entry.detail == '{"cases": 1, "intakes": 1, "people": 1, "run": null}'
