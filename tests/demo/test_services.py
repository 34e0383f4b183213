# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The services of the demo: every partner has its desk, some a van; tonight one is cancelled and one is elsewhere."""

import datetime as dt

import time_machine
from django.db import connection
from django.test import Client

from lgnet.core.clock import now
from lgnet.core.rowsecurity import acting_as
from lgnet.demo import services as told
from lgnet.demo.actions import write_services
from lgnet.directory import queries
from lgnet.network.worker import Worker
from tests.database import pointed_at


def test_every_city_has_something_and_tonight_differs_in_some(colleagues: list[Worker]) -> None:
    coordinators = {w.organisation.code: w for w in colleagues if w.membership.role == "coordinator"}
    with pointed_at(str(connection.settings_dict["NAME"]), "lgnet_owner"):
        written = write_services(by=list(coordinators.values()))
    assert len(coordinators) == 22 and written >= 22 * 2 + len(told.STOPS)

    for city in ("genova", "aosta", "bolzano", "campobasso"):
        page = Client().get(f"/it/help/{city}/").content.decode()
        assert "Sportello unico" in page, city
    assert "Stasera il camper non viene a" in page_of("firenze")
    assert "Di solito:" in page_of("torino") and "Parco Dora" in page_of("torino")
    assert "Motivo: lavori nell’edificio" in page_of("venezia")
    assert "Nessuno conferma queste notizie da" in page_of("napoli")
    assert "المكتب الموحّد" in page_of("genova", "ar")
    with acting_as(coordinators["palermo"].actor()):
        assert queries.open_reports(coordinators["palermo"].partner_id).get().text == told.SAID
    with time_machine.travel(now() + dt.timedelta(days=1), tick=False):
        assert "Stasera il camper non viene" not in page_of("firenze")


def page_of(city: str, language: str = "it") -> str:
    """The public page of a city."""
    answer = Client().get(f"/{language}/help/{city}/")
    assert answer.status_code == 200
    return answer.content.decode()
