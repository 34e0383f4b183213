# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The public says what is wrong, without a name and within limits; the partner learns it and settles it."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.db import ProgrammingError, transaction
from django.test import Client

from lgnet.core.authz import Refused
from lgnet.core.clock import now, today
from lgnet.core.public_forms import stamp
from lgnet.core.rowsecurity import PUBLIC, Actor, DbRole, acting_as
from lgnet.directory import actions, jobs
from lgnet.directory.models import Nag, Service, WrongReport
from lgnet.network.worker import Worker
from tests.factories.directory import a_draft, a_service, reported, stale
from tests.factories.network import at_work
from tests.world import World

OUTCOME = WrongReport.Outcome


def address(service: Service, language: str = "ar") -> str:
    return f"/{language}/help/genova/{service.pk}/report/"


def typed(**more: str) -> dict[str, str]:
    """The form as somebody fills it in who takes a minute."""
    made = stamp("directory.report", at=now() - dt.timedelta(minutes=1))
    return {"kind": "closed", "text": "", "stamp": made, "website": "", **more}


def reports(by: Worker) -> list[WrongReport]:
    with acting_as(by.actor()):
        return list(WrongReport.objects.order_by("reported_at"))


def test_somebody_reports_in_their_language_and_the_partner_reads_it(world: World) -> None:
    service = a_service(world.dario)
    page = Client().get(address(service)).content.decode()
    assert "ما هو الخطأ؟" in page

    answer = Client().post(address(service), typed(text="كان مغلقا"))

    assert answer.status_code == 302
    assert "شكرًا" in Client().get(answer.headers["Location"]).content.decode()
    (report,) = reports(world.fabio)
    assert (report.kind, report.text, report.language, report.partner_id) == (
        "closed",
        "كان مغلقا",
        "ar",
        world.genova.pk,
    )


def test_a_report_keeps_nothing_of_who_sent_it(world: World) -> None:
    fields = {field.name for field in WrongReport._meta.local_fields}

    assert not fields & {"address", "ip", "name", "email", "phone", "session"}
    service = a_service(world.dario)
    answer = Client().post(address(service), typed())
    assert not answer.cookies


def test_programs_and_spam_are_kept_out_and_nothing_typed_is_lost(world: World) -> None:
    service, client = a_service(world.dario), Client(REMOTE_ADDR="192.0.2.1")

    quick = client.post(address(service), typed(text="ciao", stamp=stamp("directory.report")))
    trapped = client.post(address(service), typed(website="https://spam.example"))
    nothing = client.post(address(service), typed(kind="", text="Una cosa"))
    too_long = client.post(address(service), typed(text="x" * 501))

    assert [one.status_code for one in (quick, trapped, nothing, too_long)] == [422] * 4
    assert "ciao" in quick.content.decode() and "Una cosa" in nothing.content.decode()
    assert quick.headers["Cache-Control"] == "private, no-store"
    assert not reports(world.dario)

    codes = [client.post(address(service), typed()).status_code for _ in range(11)]
    assert codes[:10] == [302] * 10
    assert codes[10] == 429


def test_only_what_is_published_can_be_reported(world: World) -> None:
    draft = a_draft(world.dario)

    assert Client().post(address(draft), typed()).status_code == 404
    published = a_service(world.dario, "Altro")
    assert Client().post(address(published).replace("genova", "torino"), typed()).status_code == 404
    with acting_as(PUBLIC), pytest.raises(ProgrammingError), transaction.atomic():
        actions.report_wrong(service=draft, kind="closed", text="", language="it")


def test_visitors_add_reports_and_read_none(world: World) -> None:
    reported(a_service(world.dario))
    with acting_as(PUBLIC), pytest.raises(ProgrammingError), transaction.atomic():
        list(WrongReport.objects.all())


def test_the_partner_settles_a_report_and_can_take_that_back(world: World) -> None:
    service = stale(a_service(world.dario))
    reported(service)
    (report,) = reports(world.fabio)

    with acting_as(world.fabio.actor()):
        actions.settle(by=world.fabio, report=report, outcome=OUTCOME.CORRECTED)
        assert not Service.objects.get(pk=service.pk).is_stale(now())
        with pytest.raises(Refused, match="già"):
            actions.settle(by=world.fabio, report=report, outcome=OUTCOME.USELESS)
        assert actions.reopen(by=world.fabio, report=report).outcome == ""


def test_a_report_that_is_not_about_it_confirms_nothing(world: World) -> None:
    service = stale(a_service(world.dario))
    reported(service)
    with acting_as(world.fabio.actor()):
        actions.settle(by=world.fabio, report=reports(world.fabio)[0], outcome=OUTCOME.USELESS)
        assert Service.objects.get(pk=service.pk).is_stale(now())


def test_the_coordinator_is_written_once_of_reports_and_each_week_of_what_is_stale(world: World) -> None:
    service = stale(a_service(world.dario))
    reported(service)

    def sent() -> int:
        mail.outbox.clear()
        with acting_as(Actor(DbRole.WORKER, world.genova.pk)):
            return actions.remind_partner(day=today(), address="http://lgnet.example")

    assert sent() == 1
    assert sent() == 0
    with time_machine.travel(now() + dt.timedelta(days=8), tick=False):
        assert sent() == 1
    with acting_as(world.dario.actor()):
        assert Nag.objects.count() == 2
        assert WrongReport.objects.get().told_on == today()


def test_the_letter_says_how_many_and_names_no_service(
    world: World, django_capture_on_commit_callbacks: Any
) -> None:
    service = stale(a_service(world.dario, "Sportello Segreto"))
    reported(service, text="Marco non c’era")
    mail.outbox.clear()

    with django_capture_on_commit_callbacks(execute=True):
        assert jobs.remind_everybody() == 1

    (letter,) = mail.outbox
    assert letter.to == [world.dario.user.email]
    assert "/directory/" in letter.body and "90 giorni" in letter.body
    assert "Segreto" not in letter.body and "Marco" not in letter.body


def test_another_partner_and_a_colleague_without_the_right_settle_nothing(
    world: World, browser: Callable[[Worker], Client]
) -> None:
    reported(a_service(world.dario))
    (report,) = reports(world.dario)
    url = f"/directory/reports/{report.pk}/settle/"

    assert browser(at_work(world.torino, "coordinator")).post(url, {"outcome": "right"}).status_code == 404
    refused = browser(world.anna).post(url, {"outcome": "right"})
    assert refused.status_code == 403
    assert re.search("ruolo", refused.content.decode())
    assert "accounts/login" in Client().post(url).headers["Location"]
