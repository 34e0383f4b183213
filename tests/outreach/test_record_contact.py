# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A contact is written down once, secret words under a key of their own, and counted once."""

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import Sum

from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.core.ids import new_id
from lgnet.core.models import AuditEntry
from lgnet.core.rowsecurity import acting_as
from lgnet.counting.models import CountingFact, FactKind, Total
from lgnet.outreach.actions import record_contact
from lgnet.outreach.models import Contact
from tests.factories.outreach import a_contact
from tests.world import World

STREET = Contact.Place.STREET


def contacts_counted() -> int:
    zero = "00000000-0000-0000-0000-000000000000"
    return Total.objects.filter(scope=zero, kind=FactKind.CONTACT).aggregate(n=Sum("n"))["n"] or 0


def test_an_anonymous_contact_is_kept_and_counted(world: World) -> None:
    with acting_as(world.bruno.actor()):
        before = contacts_counted()

        contact = record_contact(by=world.bruno, place=STREET, area=" Stazione Brignole ", met_at=now())

        kept = Contact.objects.select_related("key").get(pk=contact.pk)
        assert (kept.area, kept.key, kept.nickname, kept.person) == ("Stazione Brignole", None, "", None)
        assert contacts_counted() == before + 1
        assert AuditEntry.objects.get(subject_id=contact.pk).event == "contact.recorded"


def test_the_fact_names_the_contact_and_never_a_pseudonym(world: World) -> None:
    with acting_as(world.bruno.actor()):
        contact = a_contact(world.bruno, person=world.person("mamadou"))

        fact = CountingFact.objects.get(subject__subject_id=contact.pk)
        assert (fact.pseudonym, fact.sex, fact.age_band) == (None, "M", "18-60")


def test_nickname_and_note_are_not_in_the_database_in_clear(world: World) -> None:
    with acting_as(world.bruno.actor()):
        contact = a_contact(world.bruno, nickname="Ballack", note="Dorme sotto i portici.")

        with connection.cursor() as cursor:
            cursor.execute("select c::text from outreach_contact c where id = %s", [contact.pk])
            row = cursor.fetchone()[0]
        assert "Ballack" not in row and "portici" not in row
        assert Contact.objects.select_related("key").get(pk=contact.pk).nickname == "Ballack"


def test_words_without_a_key_are_refused_by_the_database(world: World) -> None:
    without_key = "update outreach_contact set key_id = null where id = %s"
    with acting_as(world.bruno.actor()), connection.cursor() as cursor:
        contact = a_contact(world.bruno, note="Parla wolof.")
        with pytest.raises(IntegrityError), transaction.atomic():
            cursor.execute(without_key, [contact.pk])


def test_a_form_sent_twice_makes_one_contact(world: World) -> None:
    form_id = new_id()
    with acting_as(world.bruno.actor()):
        before = contacts_counted()
        for area in ("Caricamento", "Caricamento"):
            record_contact(by=world.bruno, place=STREET, area=area, met_at=now(), contact_id=form_id)

        assert Contact.objects.filter(pk=form_id).count() == 1
        assert contacts_counted() == before + 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"met_at": dt.datetime(2999, 1, 1, tzinfo=dt.UTC)},
        {"place": "moon"},
        {"sex": "X"},
        {"age_band": "18"},
        {"needs": ["diagnosis"]},
        {"help_given": ["money"]},
    ],
)
def test_what_cannot_be_is_refused(world: World, wrong: dict[str, object]) -> None:
    values: dict[str, object] = {"place": STREET, "area": "", "met_at": now()} | wrong
    with acting_as(world.bruno.actor()), pytest.raises(Refused):
        record_contact(by=world.bruno, **values)  # type: ignore[arg-type]  # wrong on purpose


def test_a_phone_a_little_ahead_of_the_server_is_believed(world: World) -> None:
    with acting_as(world.bruno.actor()):
        contact = record_contact(
            by=world.bruno, place=STREET, area="", met_at=now() + dt.timedelta(minutes=2)
        )
        assert contact.met_at <= now()


def test_the_administrator_reads_the_refusal(world: World) -> None:
    with acting_as(world.amelia.actor()), pytest.raises(Refused, match=r"contatti|contacts"):
        a_contact(world.amelia)


def test_the_stranger_does_not_see_it(world: World) -> None:
    with acting_as(world.bruno.actor()):
        contact = a_contact(world.bruno)
    with acting_as(world.carla.actor()):
        assert not Contact.objects.filter(pk=contact.pk).exists()
