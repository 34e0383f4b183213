# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A partner writes a service, publishes it, keeps it true; others read it once it is published."""

import datetime as dt

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from lgnet.core.authz import Refused
from lgnet.core.clock import today
from lgnet.core.rowsecurity import PUBLIC, acting_as
from lgnet.directory import actions, queries
from lgnet.directory.actions import Address, Draft, Words
from lgnet.directory.models import Hours, Place, Service, ServiceText
from lgnet.directory.opening import Slot
from lgnet.directory.pages.listed import text_in
from tests.factories.directory import NINE_TO_ONE, TACCONI, a_desk, a_draft, a_service, stale
from tests.factories.network import at_work
from tests.world import World


def test_written_given_a_place_and_published_it_is_read_by_everybody(world: World) -> None:
    service = a_draft(world.bruno)
    with acting_as(PUBLIC):
        assert not queries.published().exists()
    with acting_as(world.carla.actor()):
        assert not Service.objects.filter(pk=service.pk).exists()
    with acting_as(world.ugo.actor()):
        assert Service.objects.get(pk=service.pk).name == "Sportello legale"

    a_desk(world.fabio, service)
    with acting_as(world.dario.actor()):
        actions.publish(by=world.dario, service=service)

    with acting_as(PUBLIC):
        found = queries.published().get()
        assert [len(desk.hours.all()) for desk in found.desks.all()] == [5]
        assert found.desks.all()[0].place.city == "Genova"
    with acting_as(world.carla.actor()):
        assert Service.objects.filter(pk=service.pk).exists()


def test_visitors_read_no_column_that_says_who_wrote_or_checked(world: World) -> None:
    a_service(world.dario)
    for column in ("written_by", "checked_by", "published_by"):
        with acting_as(PUBLIC), pytest.raises(ProgrammingError), transaction.atomic():
            list(Service.objects.values_list(column))


def test_it_is_published_only_when_people_can_find_it(world: World) -> None:
    empty, nowhere = a_draft(world.dario, "Uno", summary=" "), a_draft(world.dario, "Due")
    van = a_draft(world.dario, "Tre", kind="ACC02", is_mobile=True)
    a_desk(world.dario, van)

    with acting_as(world.dario.actor()):
        for service, why in ((empty, "che cosa fa"), (nowhere, "dove e quando"), (van, "dove e quando")):
            with pytest.raises(Refused) as refused:
                actions.publish(by=world.dario, service=service)
            assert why in str(refused.value)


def test_the_desk_writes_and_the_coordinator_publishes(world: World) -> None:
    service = a_draft(world.fabio)
    a_desk(world.fabio, service)

    with acting_as(world.fabio.actor()), pytest.raises(Refused, match="coordinamento"):
        actions.publish(by=world.fabio, service=service)
    with acting_as(world.anna.actor()), pytest.raises(Refused, match="ruolo"):
        actions.write(by=world.anna, draft=Draft("Altro", "LEG01"))
    with acting_as(world.ugo.actor()), pytest.raises(Refused, match="partner"):
        actions.write(by=world.ugo, draft=Draft("Altro", "LEG01"))


def test_another_partner_reads_what_is_published_and_changes_nothing(world: World) -> None:
    service = a_service(world.dario)
    other = at_work(world.torino, "coordinator")

    with acting_as(other.actor()):
        for attempt in (
            lambda: actions.edit(by=other, service=service, draft=Draft("Mio", "LEG01")),
            lambda: actions.confirm(by=other, service=service),
            lambda: actions.take_off(by=other, service=service),
            lambda: actions.open_desk(by=other, service=service, address=TACCONI),
        ):
            with pytest.raises(Refused, match="partner"):
                attempt()


def test_two_services_of_a_partner_have_two_names(world: World) -> None:
    a_draft(world.dario, "Sportello legale")
    with acting_as(world.dario.actor()), pytest.raises(Refused, match="nome"):
        actions.write(by=world.dario, draft=Draft("Sportello  legale", "LEG01"))


def test_a_form_sent_twice_makes_one_service(world: World) -> None:
    service = a_draft(world.dario)
    with acting_as(world.dario.actor()):
        again = actions.write(by=world.dario, draft=Draft("Due", "LEG01"), service_id=service.pk)

    assert (again.pk, again.name) == (service.pk, "Sportello legale")


def test_hours_that_overlap_or_end_before_they_begin_are_refused_also_by_the_database(world: World) -> None:
    service = a_draft(world.dario)
    overlap = [Slot(0, dt.time(9), dt.time(12)), Slot(0, dt.time(11), dt.time(13))]
    backwards = [Slot(0, dt.time(12), dt.time(9))]
    with acting_as(world.dario.actor()):
        for week in (overlap, backwards):
            with pytest.raises(Refused):
                actions.open_desk(by=world.dario, service=service, address=TACCONI, week=week)
        assert not Place.objects.exists()
        desk = actions.open_desk(by=world.dario, service=service, address=TACCONI, week=NINE_TO_ONE)
        with pytest.raises(IntegrityError), transaction.atomic():
            Hours.objects.create(
                desk=desk, partner_id=desk.partner_id, weekday=1, opens=dt.time(18), closes=dt.time(9)
            )


def test_a_place_that_two_services_share_is_corrected_once(world: World) -> None:
    first, second = a_service(world.dario, "Uno"), a_service(world.dario, "Due")
    with acting_as(world.dario.actor()):
        desk = first.desks.get()
        before = Service.objects.get(pk=second.pk).changed_at
        actions.change_desk(
            by=world.dario, desk=desk, address=Address("Centro", "vico Tacconi 3", "Genova"), week=NINE_TO_ONE
        )

        assert Place.objects.get().address == "vico Tacconi 3"
        assert Service.objects.get(pk=second.pk).changed_at > before


def test_the_only_place_of_a_published_service_stays(world: World) -> None:
    service = a_service(world.dario)
    with acting_as(world.dario.actor()):
        with pytest.raises(Refused, match="unico luogo"):
            actions.close_desk(by=world.dario, desk=service.desks.get())
        actions.take_off(by=world.dario, service=service)
        actions.close_desk(by=world.dario, desk=service.desks.get())
        assert not Place.objects.exists()


def test_special_days_hold_for_every_service_of_the_place_and_can_be_dropped(world: World) -> None:
    first, second = a_service(world.dario, "Uno"), a_service(world.dario, "Due")
    with acting_as(world.dario.actor()):
        day = actions.set_special(
            by=world.dario, desk=first.desks.get(), from_on=today(), until_on=today() + dt.timedelta(days=1)
        )
    with acting_as(PUBLIC):
        other = queries.published().get(pk=second.pk)
        assert [special.opens for special in other.desks.all()[0].place.special_days.all()] == [None]
    with acting_as(world.dario.actor()):
        with pytest.raises(Refused):
            actions.set_special(
                by=world.dario, desk=first.desks.get(), from_on=today(), until_on=today(), opens=dt.time(9)
            )
        actions.drop_special(by=world.dario, day=day)
        assert not Place.objects.get().special_days.exists()


def test_words_of_another_language_wait_when_the_italian_changes(world: World) -> None:
    service = a_service(world.dario)
    with acting_as(world.dario.actor()):
        actions.translate(by=world.dario, service=service, language="ar", words=Words("مكتب قانوني"))
        found = queries.published().get()
        shown = text_in(found, "ar")
        assert isinstance(shown, ServiceText)
        assert (shown.name, shown.state) == ("مكتب قانوني", ServiceText.State.WRITTEN)

        actions.edit(
            by=world.dario, service=service, draft=Draft("Sportello legale", "LEG01", summary="Altro.")
        )
        assert text_in(queries.published().get(), "ar") is None

        words = Words("مكتب قانوني", is_checked=True)
        actions.translate(by=world.dario, service=service, language="ar", words=words)
        again = text_in(queries.published().get(), "ar")
        assert isinstance(again, ServiceText)
        assert again.state == ServiceText.State.CHECKED

        actions.translate(by=world.dario, service=service, language="ar", words=Words(""))
        assert not ServiceText.objects.exists()


def test_what_changed_only_in_its_telephone_keeps_its_translations(world: World) -> None:
    service = a_service(world.dario)
    with acting_as(world.dario.actor()):
        actions.translate(by=world.dario, service=service, language="ar", words=Words("مكتب"))
        draft = Draft("Sportello legale", "LEG01", summary=service.summary, phone="010 1")
        actions.edit(by=world.dario, service=service, draft=draft)

        assert text_in(queries.published().get(), "ar") is not None


def test_a_service_that_nobody_confirmed_for_90_days_is_stale_until_one_click(world: World) -> None:
    service = stale(a_service(world.dario), days=91)
    with acting_as(world.fabio.actor()):
        assert list(queries.stale(world.fabio.partner_id, service.changed_at)) == [service]
        fresh = actions.confirm(by=world.fabio, service=service)

        assert not fresh.is_stale(fresh.changed_at)
        assert fresh.checked_by == world.fabio.user


def test_a_published_service_is_taken_off_before_it_is_thrown_away(world: World) -> None:
    service = a_service(world.dario)
    with acting_as(world.dario.actor()):
        with pytest.raises(Refused):
            actions.throw_away(by=world.dario, service=service)
        actions.take_off(by=world.dario, service=service)
        actions.throw_away(by=world.dario, service=service)
        assert not Service.objects.exists()
