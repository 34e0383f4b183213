# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The screens of the training: planned, enrolled in, approved, with bad input answered at the field."""

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lgnet.core.clock import ROME
from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from lgnet.training.models import Enrolment, Module, Programme
from tests.factories.training import a_module, a_place, at, sessions_of
from tests.world import World

Browser = Callable[[Worker], Client]


def a_form_of_a_module(**more: Any) -> dict[str, Any]:
    given = {
        "code": "M1", "title": "La presa in carico", "area": "reception", "places": "30",
        "enrol_until": at(5, 9).date().isoformat(), "needs_approval": "on", "threshold": "80",
    }  # fmt: skip
    return given | more


def a_form_of_a_session(**more: Any) -> dict[str, Any]:
    given = {
        "title": "Primo incontro", "day": at(10, 9).date().isoformat(), "begins": "09:00", "ends": "12:30",
        "break_minutes": "30", "mode": "presence", "room": "Sala Conferenze", "trainers": "Paola@example.org",
    }  # fmt: skip
    return given | more


def test_from_the_plan_to_an_approved_place(world: World, browser: Browser) -> None:
    ugo = browser(world.ugo)
    ugo.post(reverse("training:new_programme"), {"title": "Programma formativo"})
    with acting_as(world.ugo.actor()):
        programme = Programme.objects.get()
    ugo.post(reverse("training:new_module", args=[programme.pk]), a_form_of_a_module())
    with acting_as(world.ugo.actor()):
        module = Module.objects.get()
    address = reverse("training:module", args=[module.pk])
    assert browser(world.anna).get(address).status_code == 404  # a draft exists for the nation only
    assert (
        ugo.post(reverse("training:new_session", args=[module.pk]), a_form_of_a_session()).status_code == 302
    )
    ugo.post(reverse("training:publish", args=[module.pk]))

    anna = browser(world.anna)
    page = anna.post(reverse("training:enrol", args=[module.pk]), follow=True)
    assert "Un posto è riservato a te" in page.content.decode()
    dario = browser(world.dario)
    assert "Anna Parodi" in dario.get(reverse("training:list")).content.decode()
    with acting_as(world.anna.actor()):
        place = Enrolment.objects.get()
        (session,) = sessions_of(module)
        assert session.planned_minutes == 180 and session.starts_at.astimezone(ROME).hour == 9
    dario.post(reverse("training:approve", args=[place.pk]), {"next": "list"})

    assert "Hai un posto" in anna.get(address).content.decode()
    assert "Anna Parodi" in browser(world.paola).get(address).content.decode()  # she teaches
    assert "Anna Parodi" not in browser(world.carla).get(address).content.decode()


def test_bad_input_is_answered_at_the_field_and_nothing_typed_is_lost(world: World, browser: Browser) -> None:
    module = a_module(world.ugo)
    ugo = browser(world.ugo)

    bad = a_form_of_a_session(ends="08:00", room="", trainers="nessuno@example.org")
    page = ugo.post(reverse("training:new_session", args=[module.pk]), bad)
    assert page.status_code == 422
    for said in ("finisce dopo", "in quale sala", "nessuno@example.org", "Primo incontro"):
        assert said in page.content.decode()

    page = ugo.post(
        reverse("training:new_module", args=[module.programme_id]),
        a_form_of_a_module(code="m1", places="3", places_per_partner="4", enrol_until="2020-01-01"),
    )
    assert page.status_code == 422
    for said in ("ha già questo codice", "più posti di quanti", "è passato"):
        assert said in page.content.decode()


def test_who_does_not_plan_and_who_is_a_stranger(world: World, browser: Browser) -> None:
    module = a_module(world.ugo)
    place = a_place(world.anna, module)

    assert browser(world.dario).get(reverse("training:edit_module", args=[module.pk])).status_code == 403
    assert browser(world.nadia).get(reverse("training:new_programme")).status_code == 403
    for what in ("approve", "decline", "withdraw"):
        assert browser(world.carla).post(reverse(f"training:{what}", args=[place.pk])).status_code in {
            403,
            404,
        }
    refused = browser(world.nadia).get(reverse("training:register", args=[module.pk]))
    assert refused.status_code == 403 and "direzione nazionale" in refused.content.decode()


def test_the_nation_sees_numbers_and_the_analyst_no_name(world: World, browser: Browser) -> None:
    module = a_module(world.ugo)
    a_place(world.anna, module)

    table = browser(world.nadia).get(reverse("training:list")).content.decode()
    assert "1/30" in table and "Torino" in table
    page = browser(world.nadia).get(reverse("training:module", args=[module.pk])).content.decode()
    assert "Genova" in page and "Anna Parodi" not in page
    assert (
        "Anna Parodi" in browser(world.ugo).get(reverse("training:module", args=[module.pk])).content.decode()
    )
    csv = browser(world.ugo).get(reverse("training:register", args=[module.pk])).content.decode("utf-8-sig")
    assert "Anna Parodi" in csv and len(csv.strip().splitlines()) == 2


def test_lists_ask_the_database_as_often_for_many_as_for_few(world: World, browser: Browser) -> None:
    module = a_module(world.ugo, sessions=2, trainers=(world.paola.user.pk,))
    a_place(world.anna, module)
    with acting_as(world.paola.actor()):
        first = sessions_of(module)[0]
    pages = [
        (browser(world.ugo), reverse("training:list")),
        (browser(world.dario), reverse("training:list")),
        (browser(world.ugo), reverse("training:module", args=[module.pk])),
        (browser(world.dario), reverse("training:module", args=[module.pk])),
        (browser(world.paola), reverse("training:session", args=[first.pk])),
    ]

    def asked() -> list[int]:
        counts = []
        for client, address in pages:
            with CaptureQueriesContext(connection) as found:
                assert client.get(address).status_code == 200
            counts.append(len(found))
        return counts

    few = asked()
    for code in ("M2", "M3", "M4"):
        a_place(world.bruno, a_module(world.ugo, sessions=3, code=code))
    for who in (world.bruno, world.carla, world.fabio, world.amelia):
        a_place(who, module)

    assert asked() == few
