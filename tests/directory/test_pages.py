# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages on which a partner keeps its services: from the form to the public page, and who is kept out."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lgnet.core.clock import now, today
from lgnet.core.rowsecurity import acting_as
from lgnet.directory.models import Desk, Service, Stop, StopChange
from lgnet.directory.nights import night_of
from lgnet.network.worker import Worker
from tests.factories.directory import a_service, a_van, reported, stale
from tests.factories.network import at_work
from tests.world import World

Browser = Callable[[Worker], Client]
LIST = "/directory/"


def url(service: Service, verb: str = "") -> str:
    return f"{LIST}services/{service.pk}/{verb}"


def typed(**more: Any) -> dict[str, Any]:
    """The form of a service as a browser sends it."""
    return {"name": "Sportello legale", "kind": "LEG01", "summary": "Ti ascoltiamo.", "cost": "free", **more}


DESK = {
    "name": "Centro",
    "address": "vico Tacconi 1",
    "postcode": "16124",
    "city": "Genova",
    "day_0": "9-13, 14:30-18",
}


def test_written_placed_published_and_read_by_everybody(world: World, browser: Browser) -> None:
    dario = browser(world.dario)
    address = dario.post(f"{LIST}new/", typed(documents=["identity"], languages=["ar"])).headers["Location"]
    assert "Prima scrivi dove e quando" in dario.get(address).content.decode()
    dario.post(f"{address}desks/new/", DESK)
    dario.post(f"{address}publish/")

    page = dario.get(address).content.decode()
    assert "09:00-13:00" in page and "14:30-18:00" in page and "Pubblicato" in page
    assert "Sportello legale" in Client().get("/it/help/genova/").content.decode()

    dario.post(f"{address}edit/", typed(name="Sportello immigrati"))
    dario.post(f"{address}words/fr/", {"name": "Bureau"})
    assert "Bureau" in Client().get("/fr/help/genova/").content.decode()
    dario.post(f"{address}take-off/")
    assert "Sportello immigrati" not in Client().get("/it/help/genova/").content.decode()
    dario.post(f"{address}throw-away/")
    assert dario.get(address).status_code == 404


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("day_0", "13-9", "Chiude prima di aprire"),
        ("day_2", "9-13, 12-14", "si sovrappongono"),
        ("day_1", "dopo pranzo", "non si capisce"),
        ("postcode", "161", "Cinque cifre"),
        ("latitude", "44.4", "entrambe le coordinate"),
        ("address", "", "obbligatorio"),
    ],
)
def test_hours_and_places_that_cannot_be_are_told_at_the_field(
    world: World, browser: Browser, field: str, value: str, sentence: str
) -> None:
    service = a_service(world.dario)
    with acting_as(world.dario.actor()):
        desk = Desk.objects.get()

    answer = browser(world.fabio).post(f"{LIST}desks/{desk.pk}/", {**DESK, field: value})

    assert answer.status_code == 422
    page = answer.content.decode()
    assert (sentence in page and "vico Tacconi" in page) or field == "address"
    assert url(service) in page


def test_a_stop_is_planned_cancelled_for_a_night_and_put_back(world: World, browser: Browser) -> None:
    van, _stops = a_van(world.dario)
    bruno = browser(world.bruno)
    stop = {"place_name": "Stadio", "weekday": "2", "starts": "22:00", "ends": "01:00"}
    bruno.post(url(van, "stops/new/"), stop)
    assert bruno.post(url(van, "stops/new/"), {**stop, "ends": "21:00"}).status_code == 422
    assert bruno.post(url(van, "stops/new/"), {**stop, "weekday": ""}).status_code == 422

    with acting_as(world.bruno.actor()):
        planned = Stop.objects.get(weekday=night_of(now()).weekday(), place_name="Stazione Brignole")
    night = f"{LIST}stops/{planned.pk}/nights/{night_of(now())}/"
    assert "Brignole" in bruno.get(night).content.decode()
    assert bruno.post(night, {"what": "moved", "reason": "event"}).status_code == 422
    bruno.post(night, {"what": "cancelled", "reason": "weather"})
    assert "Motivo: brutto tempo" in Client().get("/it/help/genova/").content.decode()

    with acting_as(world.bruno.actor()):
        change = StopChange.objects.get()
    bruno.post(f"{LIST}changes/{change.pk}/undo/")
    assert "Motivo: brutto tempo" not in Client().get("/it/help/genova/").content.decode()
    past = f"{LIST}stops/{planned.pk}/nights/{today() - dt.timedelta(days=9)}/"
    assert bruno.post(past, {"what": "cancelled", "reason": "weather"}).status_code == 403
    assert bruno.get(f"{LIST}stops/{planned.pk}/nights/ieri/").status_code == 404
    bruno.post(f"{LIST}stops/{planned.pk}/drop/")
    with acting_as(world.bruno.actor()):
        assert not Stop.objects.filter(pk=planned.pk).exists()


def test_days_on_which_a_place_is_closed(world: World, browser: Browser) -> None:
    a_service(world.dario)
    fabio = browser(world.fabio)
    with acting_as(world.dario.actor()):
        desk = Desk.objects.get()
    days = {"from_on": f"{today()}", "until_on": f"{today() - dt.timedelta(days=1)}", "reason": "holiday"}

    assert fabio.post(f"{LIST}desks/{desk.pk}/special/", days).status_code == 422
    assert (
        fabio.post(f"{LIST}desks/{desk.pk}/special/", {**days, "until_on": "", "opens": "9:00"}).status_code
        == 422
    )
    assert fabio.post(f"{LIST}desks/{desk.pk}/special/", {**days, "until_on": ""}).status_code == 302
    assert "Motivo: giorno di festa" in Client().get("/it/help/genova/").content.decode()


def test_what_waits_is_on_the_list_and_one_click_confirms(world: World, browser: Browser) -> None:
    service = stale(a_service(world.dario))
    reported(service)
    fabio = browser(world.fabio)
    page = fabio.get(LIST).content.decode()
    assert "Era chiuso." in page and "Non confermato da più di 90 giorni" in page

    assert fabio.post(url(service, "confirm/") + "?back=1").headers["Location"] == LIST
    page = fabio.get(url(service)).content.decode()
    assert "Non confermato" not in page and "Era chiuso." in page

    with acting_as(world.dario.actor()):
        report = service.reports.get()
    fabio.post(f"{LIST}reports/{report.pk}/settle/", {"outcome": "boh"})
    fabio.post(f"{LIST}reports/{report.pk}/settle/", {"outcome": "corrected"})
    assert "Era chiuso." not in fabio.get(LIST).content.decode()
    fabio.post(f"{LIST}reports/{report.pk}/reopen/")
    assert "Era chiuso." in fabio.get(LIST).content.decode()


def test_the_nation_reads_all_and_keeps_none(world: World, browser: Browser) -> None:
    service = a_service(world.dario)
    ugo = browser(world.ugo)

    assert "Sportello legale" in ugo.get(LIST).content.decode()
    assert ugo.get(LIST, {"partner": "torino"}).content.decode().count("Sportello legale") == 0
    assert ugo.get(url(service)).status_code == 200
    assert ugo.get(url(service, "edit/")).status_code == 403
    assert "madrelingua" in ugo.get(f"{LIST}texts/", {"language": "ar"}).content.decode()


def test_lists_ask_the_database_as_often_for_many_as_for_one(world: World, browser: Browser) -> None:
    a_service(world.dario)
    dario = browser(world.dario)
    dario.get(LIST)
    with CaptureQueriesContext(connection) as few:
        dario.get(LIST)
    for number in range(6):
        a_service(world.dario, f"Sportello {number}")
    with CaptureQueriesContext(connection) as many:
        dario.get(LIST)

    assert len(many) == len(few)


def test_a_stranger_a_colleague_and_a_visitor_are_kept_out(world: World, browser: Browser) -> None:
    service = a_service(world.dario)
    with acting_as(world.dario.actor()):
        desk = Desk.objects.get()
        Service.objects.filter(pk=service.pk).update(published_at=None, published_by=None)
    torino = browser(at_work(world.torino, "coordinator"))

    for verb in ("", "edit/", "words/fr/", "desks/new/", "stops/new/"):
        assert torino.get(url(service, verb)).status_code == 404
    assert torino.get(f"{LIST}desks/{desk.pk}/").status_code == 404
    assert torino.post(url(service, "publish/")).status_code == 404
    refused = browser(world.anna).get(url(service, "edit/"))
    assert refused.status_code == 403
    assert browser(world.anna).get(url(service)).status_code == 200
    assert browser(world.fabio).post(url(service, "publish/")).status_code == 403
    assert "accounts/login" in Client().get(LIST).headers["Location"]
