# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""How the public reaches a team: shown at once in each language, no name that did not agree, kept true."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.db import IntegrityError, ProgrammingError, transaction
from django.test import Client

from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.core.rowsecurity import PUBLIC, acting_as
from lgnet.directory import actions, jobs
from lgnet.directory.actions import Reached
from lgnet.directory.models import TeamContact
from lgnet.directory.words import texts
from lgnet.network.models import Membership
from lgnet.network.worker import Worker
from lgnet.ui.public import LANGUAGES
from tests.factories.network import at_work, colleague
from tests.world import World


@pytest.fixture
def officer(world: World) -> Worker:
    """Who speaks for Genova in public."""
    return at_work(world.genova, "communications_officer")


def a_contact(by: Worker, **more: Any) -> TeamContact:
    given: dict[str, Any] = {
        "part": "mediation", "phone": "+39 010 123 456", "email": "mediazione@genova.example", "days": (0, 1, 2),
        "opens": dt.time(9), "closes": dt.time(13), "languages": ("ar", "fr"), **more,
    }  # fmt: skip
    with acting_as(by.actor()):
        return actions.add_contact(by=by, reached=Reached(**given))


def page(language: str = "it") -> str:
    return Client().get(f"/{language}/network/genova/").content.decode()


def typed(**more: Any) -> dict[str, Any]:
    return {
        "part": "legal",
        "phone": "010 555 100",
        "email": "",
        "opens": "",
        "closes": "",
        "name": "",
        **more,
    }


def test_what_the_communications_officer_writes_everybody_reads_at_once(
    world: World, officer: Worker, browser: Callable[[Worker], Client]
) -> None:
    assert "Aiuto legale" not in page()

    answer = browser(officer).post(
        "/directory/team/new/", typed(days=["0", "4"], opens="9:00", closes="12:30", languages=["ar"])
    )

    assert answer.status_code == 302
    assert "Aiuto legale" in page()
    assert 'href="tel:010555100"' in page()
    assert "09:00" in page() and "12:30" in page() and "venerdì" in page()
    assert "arabo" in page()
    assert "Aiuto legale" in browser(officer).get("/directory/team/").content.decode()


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_the_team_is_told_in_each_language(world: World, language: str) -> None:
    a_contact(world.dario)

    assert str(texts(language)["team.mediation"].words) in page(language)
    assert str(texts(language)["team.title"].words) in page(language)


def test_no_name_stands_there_that_did_not_agree_not_even_by_mistake(
    world: World, officer: Worker, browser: Callable[[Worker], Client]
) -> None:
    refused = browser(officer).post("/directory/team/new/", typed(name="Lia Conti"))
    assert refused.status_code == 422
    assert "Lia Conti" in refused.content.decode()  # nothing typed is lost
    assert "solo se quella persona è d" in refused.content.decode()
    with acting_as(officer.actor()), pytest.raises(Refused):
        actions.add_contact(by=officer, reached=Reached("legal", phone="010 1", name="Lia Conti"))

    contact = a_contact(officer, name="Lia Conti", has_agreed=True)
    assert "Lia Conti" in page()
    with acting_as(officer.actor()):
        with pytest.raises(IntegrityError), transaction.atomic():
            TeamContact.objects.filter(pk=contact.pk).update(agreed_on=None)
        actions.change_contact(by=officer, contact=contact, reached=Reached("mediation", phone="010 123 456"))
    assert "Lia Conti" not in page()


def test_what_is_wrong_in_the_form_is_said_at_its_field(
    world: World, officer: Worker, browser: Callable[[Worker], Client]
) -> None:
    for wrong, why in (
        (typed(phone=""), "Scrivi un numero di telefono"),
        (typed(phone="chiamami"), "Cifre, per esempio"),
        (typed(days=["1"]), "Scrivi da che ora"),
        (typed(opens="9:00", closes="10:00"), "Scegli i giorni"),
        (typed(days=["1"], opens="12:00", closes="10:00"), "Non può finire prima"),
        (typed(part="boss"), "Scegli"),
    ):
        answer = browser(officer).post("/directory/team/new/", wrong)
        assert answer.status_code == 422, wrong
        assert why in answer.content.decode(), why
    with acting_as(officer.actor()):
        assert not TeamContact.objects.exists()


def test_sent_twice_it_is_one_contact(
    world: World, officer: Worker, browser: Callable[[Worker], Client]
) -> None:
    same = typed(new_id="01988d6e-0000-7000-8000-000000000001")
    for _ in range(2):
        assert browser(officer).post("/directory/team/new/", same).status_code == 302
    with acting_as(officer.actor()):
        assert TeamContact.objects.count() == 1


def test_hidden_it_is_gone_at_once_and_may_come_back_or_go_for_ever(
    world: World, officer: Worker, browser: Callable[[Worker], Client]
) -> None:
    contact = a_contact(officer)
    assert "mediazione@genova.example" in page()

    browser(officer).post(f"/directory/team/{contact.pk}/hide/")
    assert "mediazione@genova.example" not in page()
    with acting_as(world.anna.actor()):
        assert TeamContact.objects.filter(pk=contact.pk).exists()  # colleagues go on seeing it
    with acting_as(PUBLIC):
        assert not TeamContact.objects.filter(pk=contact.pk).only("id").exists()

    browser(officer).post(f"/directory/team/{contact.pk}/show/")
    assert "mediazione@genova.example" in page()
    with acting_as(officer.actor()), pytest.raises(Refused, match="nascondilo"):
        actions.throw_contact_away(by=officer, contact=contact)
    browser(officer).post(f"/directory/team/{contact.pk}/hide/")
    browser(officer).post(f"/directory/team/{contact.pk}/throw-away/")
    with acting_as(officer.actor()):
        assert not TeamContact.objects.exists()


def test_after_90_days_whoever_keeps_it_is_asked_once_a_week_and_one_click_answers(
    world: World, officer: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.db.transaction.on_commit", lambda send, robust=False: send())
    contact = a_contact(officer)
    later = now() + dt.timedelta(days=91)
    with time_machine.travel(later, tick=False):
        assert jobs.remind_everybody() == 2  # the coordinator and the communications officer
        assert jobs.remind_everybody() == 0
        assert {one.to[0] for one in mail.outbox} == {world.dario.user.email, officer.user.email}
        assert all("contatto della vostra équipe" in one.body for one in mail.outbox)
        assert "alert-warning" in page()
        with acting_as(officer.actor()):
            actions.confirm_contact(by=officer, contact=contact)
        assert "alert-warning" not in page()
    with time_machine.travel(later + dt.timedelta(days=8)):
        assert jobs.remind_everybody() == 0


def test_where_nobody_could_be_written_to_it_is_asked_on_the_next_day(world: World, officer: Worker) -> None:
    contact = a_contact(officer)
    with acting_as(world.amelia.actor()):
        Membership.objects.filter(organisation=world.genova).update(
            ended_at=now(), ended_by=world.amelia.user
        )
    with time_machine.travel(now() + dt.timedelta(days=91), tick=False):
        assert jobs.remind_everybody() == 0
    with acting_as(world.ugo.actor()):
        assert TeamContact.objects.get(pk=contact.pk).reminded_on is None


def test_the_nation_reads_all_of_them_with_their_city(
    world: World, officer: Worker, browser: Callable[[Worker], Client]
) -> None:
    a_contact(officer)
    page = browser(world.ugo).get("/directory/team/").content.decode()

    assert "Genova · Mediazione culturale" in page
    assert "/hide/" not in page


def test_visitors_read_no_column_about_who_agreed_or_checked(world: World) -> None:
    a_contact(world.dario)
    for column in ("agreed_on", "checked_by", "reminded_on"):
        with acting_as(PUBLIC), pytest.raises(ProgrammingError), transaction.atomic():
            list(TeamContact.objects.values_list(column))


def test_the_stranger_finds_nothing_and_the_colleague_reads_who_may(
    world: World, officer: Worker, browser: Callable[[Worker], Client]
) -> None:
    contact = a_contact(officer)
    torino = at_work(world.torino, "coordinator", colleague("Ivo Sala", "ivo@example.org"))
    with acting_as(torino.actor()), pytest.raises(Refused, match="altro partner"):
        actions.hide_contact(by=torino, contact=contact)
    assert browser(torino).get(f"/directory/team/{contact.pk}/edit/").status_code == 403
    assert browser(world.anna).get("/directory/team/new/").status_code == 403
    with acting_as(world.anna.actor()), pytest.raises(Refused, match="chi coordina"):
        actions.confirm_contact(by=world.anna, contact=contact)
    assert "chi cura la comunicazione" in browser(world.anna).get("/directory/team/").content.decode()
    with acting_as(world.ugo.actor()), pytest.raises(Refused, match="Ogni partner"):
        actions.add_contact(by=world.ugo, reached=Reached("desk", phone="06 1"))
    with acting_as(officer.actor()):
        actions.hide_contact(by=officer, contact=contact)
    assert browser(torino).get(f"/directory/team/{contact.pk}/edit/").status_code == 404
    assert Client().get("/directory/team/").status_code == 302
