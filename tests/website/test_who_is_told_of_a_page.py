# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The nation is told that a page waits, its author what the nation decided; by our letters and on the first page."""

import json
import uuid
from collections.abc import Callable

import pytest
from django.core import mail
from django.db import DatabaseError, connection, transaction
from django.test import Client, override_settings

from lgnet.core.rowsecurity import PUBLIC, Actor, DbRole, acting_as
from lgnet.network.models import Organisation
from lgnet.network.worker import Worker
from lgnet.website import jobs
from lgnet.website.telling import Told
from tests.factories.network import at_work, colleague
from tests.website.editing import PUBLISH, SUBMIT, add, change, decide, filled, number_of
from tests.world import World

Browser = Callable[[Worker], Client]
GENOVA, NEWS = "/it/network/genova/", "/it/network/genova/sportello-serale/"


def work_through() -> list[str]:
    """What was left to jobs is done; what each was about."""
    with acting_as(Actor(DbRole.WORKER)), connection.cursor() as cursor:
        cursor.execute("delete from procrastinate_jobs where task_name = 'website.tell' returning args")
        found = [json.loads(args) for (args,) in cursor.fetchall()]
    for args in found:
        author = uuid.UUID(args["author_id"]) if args["author_id"] else None
        jobs.tell_one(Told(args["what"]), args["page_id"], author)
    return [one["what"] for one in found]


def of_the_nation(name: str, role: str) -> Worker:
    """Somebody else at the ministry."""
    with acting_as(PUBLIC):
        interno = Organisation.objects.get(code="interno")
    return at_work(interno, role, colleague(name, f"{name.split()[0].lower()}@example.org"))


@override_settings(PUBLIC_URL="https://lgnet.example")
def test_who_communicates_for_the_nation_is_told_that_a_page_waits(world: World, browser: Browser) -> None:
    serena = of_the_nation("Serena Villa", "national_communications")

    add(browser(world.dario), GENOVA, filled("Sportello serale"), SUBMIT)

    assert work_through() == ["waits"]
    (letter,) = mail.outbox
    assert (
        letter.to == [serena.user.email]
        and letter.subject == "LGNET: una pagina del sito aspetta la tua approvazione"
    )
    assert "Genova vuole pubblicare «Sportello serale»" in letter.body
    assert f"https://lgnet.example/site-admin/pages/{number_of(NEWS)}/edit/" in letter.body
    page = browser(serena).get("/").content.decode()
    assert "Pagine che aspettano la tua approvazione" in page
    assert "Sportello serale" in page and f"/site-admin/pages/{number_of(NEWS)}/edit/" in page


def test_where_nobody_communicates_for_the_nation_who_directs_is_told(world: World, browser: Browser) -> None:
    add(browser(world.dario), GENOVA, filled("Sportello serale"), SUBMIT)
    work_through()

    assert [letter.to for letter in mail.outbox] == [[world.ugo.user.email]]


def test_the_author_reads_that_the_page_is_public_in_one_letter_and_not_in_two(
    world: World, browser: Browser
) -> None:
    add(browser(world.dario), GENOVA, filled("Sportello serale"), SUBMIT)
    work_through()
    mail.outbox.clear()

    decide(browser(world.ugo), NEWS, "approve")

    assert mail.outbox == [], "the library writes none of its own"
    assert work_through() == ["approved"]
    (letter,) = mail.outbox
    assert letter.to == [world.dario.user.email] and letter.subject == "LGNET: la tua pagina è pubblica"


def test_the_author_reads_why_a_page_came_back_on_the_first_page_and_not_in_the_letter(
    world: World, browser: Browser
) -> None:
    grazia = at_work(world.genova, "communications_officer", colleague("Grazia Sanna", "grazia@example.org"))
    add(browser(grazia), GENOVA, filled("Sportello serale"), SUBMIT)
    work_through()
    mail.outbox.clear()

    decide(browser(world.ugo), NEWS, "reject", "Manca l'indirizzo.")

    assert work_through() == ["sent_back"]
    (letter,) = mail.outbox
    assert letter.to == [grazia.user.email] and "Manca l'indirizzo" not in letter.body
    for reader in (grazia, world.dario):
        page = browser(reader).get("/").content.decode()
        assert "Pagine tornate indietro" in page and "Manca l&#x27;indirizzo." in page, reader.user.name

    change(browser(grazia), NEWS, filled("Sportello serale"), "action-restart-workflow")
    assert work_through() == ["waits"]
    assert "Manca l&#x27;indirizzo." not in browser(grazia).get("/").content.decode()


def test_a_page_that_the_nation_corrects_and_publishes_itself_is_an_answer_too(
    world: World, browser: Browser
) -> None:
    add(browser(world.dario), GENOVA, filled("Sportello serale"), SUBMIT)
    work_through()
    mail.outbox.clear()

    change(browser(world.ugo), NEWS, filled("Sportello serale", body="Corretto."), PUBLISH)

    assert work_through() == ["approved"]
    assert [letter.to for letter in mail.outbox] == [[world.dario.user.email]]


def test_nobody_is_told_of_what_they_did_themselves(world: World, browser: Browser) -> None:
    ugo = browser(world.ugo)
    add(ugo, GENOVA, filled("Sportello serale"), SUBMIT)
    decide(ugo, NEWS, "approve")

    assert work_through() == [] and mail.outbox == []


def test_what_waits_is_told_to_the_nation_only_and_what_came_back_to_its_partner_only(
    world: World, browser: Browser
) -> None:
    torino = at_work(world.torino, "communications_officer", colleague("Rita Sala", "rita@example.org"))
    add(browser(world.dario), GENOVA, filled("Sportello serale"), SUBMIT)
    decide(browser(world.ugo), NEWS, "reject", "Manca l'indirizzo.")

    assert "Sportello serale" not in browser(torino).get("/").content.decode()
    assert "Sportello serale" not in browser(world.anna).get("/").content.decode()
    for actor, function in (
        (world.dario.actor(), "website_waiting"),
        (PUBLIC, "website_waiting"),
        (PUBLIC, "website_sent_back"),
    ):
        with (
            acting_as(actor),
            pytest.raises(DatabaseError),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(f"select * from {function}(5)")
