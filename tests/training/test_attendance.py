# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who was there and for how long: the code on the wall, the list, the log of a webinar."""

import datetime as dt
from collections.abc import Callable

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from lgnet.core.authz import Refused
from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from lgnet.training import codes, minutes
from lgnet.training.actions import approve, check_in, keep_list
from lgnet.training.models import Attendance, Enrolment, Module, OnlineLog, Session
from tests.factories.training import a_module, a_place, at, sessions_of
from tests.world import World

Browser = Callable[[Worker], Client]


def a_class(world: World) -> tuple[Session, Enrolment]:
    """Anna has a place with Paola, who teaches."""
    module = a_module(world.ugo, trainers=(world.paola.user.pk,))
    place = a_place(world.anna, module)
    with acting_as(world.dario.actor()):
        approve(by=world.dario, enrolment=place)
    with acting_as(world.anna.actor()):
        return sessions_of(module)[0], place


def scan(world: World, session: Session, when: dt.datetime, *, code: str = "") -> Attendance:
    with time_machine.travel(when, tick=False), acting_as(world.anna.actor()):
        return check_in(by=world.anna, session=session, code=code or codes.scanned(session.pk, when))


def test_who_scans_at_the_door_is_there_to_the_end_or_until_they_leave(world: World) -> None:
    session, _place = a_class(world)

    assert scan(world, session, at(10, 9, 30)).minutes == 150
    assert scan(world, session, at(10, 9, 35)).left_at is None  # twice at the door is not leaving
    assert scan(world, session, at(10, 11)).minutes == 90


def test_a_code_lives_two_minutes_on_the_wall_and_five_in_the_picture(world: World) -> None:
    session, _place = a_class(world)
    shown = at(10, 9)
    typed = codes.typed(session.pk, shown)

    with pytest.raises(Refused, match="non è valido"):
        scan(world, session, at(10, 9, 2), code=typed)
    with pytest.raises(Refused, match="non è valido"):
        scan(world, session, at(10, 9, 5), code=codes.scanned(session.pk, shown))
    lower = f" {typed[:3].lower()} {typed[3:]} "
    assert scan(world, session, at(10, 9, 1), code=lower).how == "code"


def test_the_code_of_another_session_and_another_hour_do_not_count(world: World) -> None:
    session, _place = a_class(world)
    other = a_module(world.ugo, code="M2")
    with acting_as(world.ugo.actor()):
        elsewhere = sessions_of(other)[0]

    with pytest.raises(Refused, match="non è valido"):
        scan(world, session, at(10, 9), code=codes.scanned(elsewhere.pk, at(10, 9)))
    with pytest.raises(Refused, match="mezz’ora prima"):
        scan(world, session, at(10, 8))


def test_without_a_place_one_cannot_check_in(world: World) -> None:
    session, _place = a_class(world)
    code = codes.typed(session.pk, at(10, 9))

    with (
        time_machine.travel(at(10, 9), tick=False),
        acting_as(world.bruno.actor()),
        pytest.raises(Refused, match="Non hai un posto"),
    ):
        check_in(by=world.bruno, session=session, code=code)


def test_the_code_is_shown_by_who_teaches_and_opens_the_page_of_who_scans_it(
    world: World, browser: Browser
) -> None:
    session, _place = a_class(world)
    address, when = reverse("training:code", args=[session.pk]), at(10, 9)
    typed = codes.typed(session.pk, when)

    with time_machine.travel(when, tick=False):
        wall = browser(world.paola).get(address).content.decode()
        assert f"{typed[:3]} {typed[3:]}" in wall and "<svg" in wall
        refused = browser(world.anna).get(address)
        assert refused.status_code == 403 and "chi conduce" in refused.content.decode()
        here = reverse("training:here", args=[session.pk])
        assert typed in browser(world.anna).get(here, {"code": typed}).content.decode()
        assert browser(world.anna).post(here, {"code": "AAAAAA"}).status_code == 422
        page = browser(world.anna).post(here, {"code": typed}, follow=True)
        assert "La tua presenza è registrata" in page.content.decode()


def test_the_trainers_list_holds_over_the_code_and_the_coordinator_may_not_write_it(world: World) -> None:
    session, place = a_class(world)
    scan(world, session, at(10, 9))

    with time_machine.travel(at(10, 13), tick=False):
        with acting_as(world.paola.actor()):
            assert keep_list(by=world.paola, session=session, marks={place.pk: 60}) == 1
            with pytest.raises(Refused, match="più a lungo"):
                keep_list(by=world.paola, session=session, marks={place.pk: 181})
            row = Attendance.objects.get()
            assert (row.how, row.minutes) == ("list", 60)
            keep_list(by=world.paola, session=session, marks={place.pk: 0})
            assert not Attendance.objects.exists()
        with acting_as(world.dario.actor()), pytest.raises(Refused, match="conduce"):
            keep_list(by=world.dario, session=session, marks={place.pk: 60})


ROWS = (
    "Nome;Indirizzo e-mail;Ora di ingresso;Ora di uscita\n"
    "Anna;Anna@example.org;08:55;10:00\n"
    "Anna;anna@example.org;{day} 09:30:00;{day} 11:00:00\n"
    "Chi;nessuno@example.org;09:00;12:00\n"
    "Anna;anna@example.org;le nove;12:00\n"
    "Anna;anna@example.org;12:00;11:00\n"
)


def online(world: World) -> tuple[Session, Module]:
    session, _place = a_class(world)
    with acting_as(world.ugo.actor()):
        Session.objects.filter(pk=session.pk).update(mode="online", link="https://aula.example/1", room="")
    return session, session.module


def test_a_log_is_read_with_errors_by_line_and_counts_once_however_often_it_is_sent(
    world: World, browser: Browser
) -> None:
    session, _module = online(world)
    address = reverse("training:read_log", args=[session.pk])
    content = ROWS.format(day=f"{at(10, 9):%d/%m/%Y}").encode()

    with time_machine.travel(at(10, 13), tick=False):
        for _ in range(2):
            sent = SimpleUploadedFile("webinar.csv", content, content_type="text/csv")
            page = browser(world.paola).post(address, {"file": sent}, follow=True).content.decode()
        for said in ("2 su 5", "Riga 4: Nessuno", "Riga 5: L’ora non è leggibile", "Riga 6: Esce prima"):
            assert said in page
        assert "nessuno@example.org" not in page
        with acting_as(world.paola.actor()):
            row = Attendance.objects.get()
            assert (row.how, row.minutes) == ("log", 120)
            assert OnlineLog.objects.count() == 2


def test_a_file_without_its_columns_is_refused_at_the_field(world: World, browser: Browser) -> None:
    session, _module = online(world)

    with time_machine.travel(at(10, 13), tick=False):
        sent = SimpleUploadedFile("webinar.csv", b"Nome;Cognome\nAnna;Parodi\n", content_type="text/csv")
        page = browser(world.paola).post(reverse("training:read_log", args=[session.pk]), {"file": sent})
    assert page.status_code == 422 and "Manca una colonna" in page.content.decode()


BEGIN = dt.datetime(2026, 11, 2, 8, tzinfo=dt.UTC)
moments = st.integers(-60, 300).map(lambda n: BEGIN + dt.timedelta(minutes=n))


@given(st.lists(st.tuples(moments, moments), max_size=8), st.integers(0, 60))
def test_minutes_of_stays_are_those_of_a_slow_clock(stays: list[minutes.Stay], pause: int) -> None:
    session = Session(starts_at=BEGIN, ends_at=BEGIN + dt.timedelta(hours=3), break_minutes=pause)

    ticks = [BEGIN + dt.timedelta(minutes=n) for n in range(180)]
    there = sum(any(start <= tick < end for start, end in stays) for tick in ticks)

    assert minutes.of_stays(session, stays) == round(there * session.planned_minutes / 180)
