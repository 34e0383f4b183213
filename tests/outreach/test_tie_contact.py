# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who was met is said later: the clock begins at the meeting, once, and a slip is taken back."""

import pytest

from lgnet.cases.models import Intake
from lgnet.core.authz import Refused
from lgnet.core.models import AuditEntry
from lgnet.core.rowsecurity import acting_as
from lgnet.outreach.actions import tie_contact, untie_contact
from lgnet.outreach.models import Contact
from tests.factories.cases import a_case
from tests.factories.outreach import a_contact
from tests.world import World


def test_the_clock_begins_when_the_person_was_met(world: World) -> None:
    with acting_as(world.bruno.actor()):
        contact = a_contact(world.bruno, hours_ago=30)

        tied = tie_contact(by=world.bruno, contact=contact, person=world.person("mamadou"))

        intake = Intake.objects.get(person=world.people["mamadou"])
        assert (intake.first_contact_at, intake.source) == (contact.met_at, Intake.Source.OUTREACH)
        assert tied.tied_by_id == world.bruno.user.pk and tied.tied_at is not None
        assert AuditEntry.objects.filter(subject_id=contact.pk, event="contact.tied").count() == 1


def test_tying_twice_changes_nothing(world: World) -> None:
    with acting_as(world.bruno.actor()):
        contact = a_contact(world.bruno)
        for _time in (1, 2):
            tie_contact(by=world.bruno, contact=contact, person=world.person("olena"))

        assert Intake.objects.filter(person=world.people["olena"]).count() == 1
        assert AuditEntry.objects.filter(subject_id=contact.pk, event="contact.tied").count() == 1


def test_an_old_contact_of_somebody_in_charge_opens_no_new_episode(world: World) -> None:
    with acting_as(world.anna.actor()):
        contact = a_contact(world.anna, hours_ago=48)
        a_case(world.anna, world.person("olena"))

        tie_contact(by=world.anna, contact=contact, person=world.person("olena"))

        assert Intake.objects.filter(person=world.people["olena"]).count() == 1


def test_who_declined_starts_no_clock(world: World) -> None:
    with acting_as(world.bruno.actor()):
        contact = a_contact(world.bruno, declined=True, person=world.person("yusuf"))

        assert contact.person_id == world.people["yusuf"]
        assert not Intake.objects.filter(person=world.people["yusuf"]).exists()


def test_a_contact_is_not_moved_to_another_person_in_silence(world: World) -> None:
    with acting_as(world.bruno.actor()):
        contact = a_contact(world.bruno, person=world.person("olena"))

        with pytest.raises(Refused):
            tie_contact(by=world.bruno, contact=contact, person=world.person("mamadou"))

        assert Contact.objects.get(pk=contact.pk).person_id == world.people["olena"]


def test_a_slip_is_taken_back_and_tied_again(world: World) -> None:
    with acting_as(world.bruno.actor()):
        contact = a_contact(world.bruno, person=world.person("olena"))

        untied = untie_contact(by=world.bruno, contact=contact)
        again = tie_contact(by=world.bruno, contact=untied, person=world.person("mamadou"))

        assert (untied.person, untied.tied_at, untied.tied_by) == (None, None, None)
        assert again.person_id == world.people["mamadou"]
        with pytest.raises(Refused):
            untie_contact(by=world.bruno, contact=a_contact(world.bruno))


def test_a_colleague_who_does_not_register_reads_the_refusal(world: World) -> None:
    with acting_as(world.bruno.actor()):
        contact = a_contact(world.bruno)
    with acting_as(world.paola.actor()), pytest.raises(Refused):
        tie_contact(by=world.paola, contact=contact, person=world.person("olena"))


def test_the_stranger_cannot_tie_what_she_does_not_see(world: World) -> None:
    with acting_as(world.bruno.actor()):
        contact = a_contact(world.bruno)
    with acting_as(world.carla.actor()), pytest.raises(Contact.DoesNotExist):
        tie_contact(by=world.carla, contact=contact, person=world.person("amadou"))
