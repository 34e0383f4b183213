# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The guard warns before anything is posted; what is reported is decided; the digest tells what one may open."""

import datetime as dt
from collections.abc import Callable

import pytest
import time_machine
from django.core import mail
from django.db import DatabaseError, transaction
from django.test import Client

from lgnet.core.rowsecurity import acting_as
from lgnet.exchange import actions, queries
from lgnet.exchange.jobs import send_digests
from lgnet.exchange.models import DirectoryEntry, Follow, Notice, PostedAnyway, PostReport, Theme, Thread
from lgnet.network.worker import Worker
from tests.factories.exchange import a_group, a_thread, an_answer
from tests.world import World

Browser = Callable[[Worker], Client]
MONDAY = dt.datetime(2027, 3, 1, 7, 0, tzinfo=dt.UTC)
WITH_CODE = "Il signore con codice PRVMDA94E12Z317J non riesce a iscriversi."


def question(text: str, **more: str) -> dict[str, str]:
    return {
        "kind": "question", "title": "Iscrizione anagrafica", "text": text, "theme": "residence", "language": "it",
        **more,
    }  # fmt: skip


def test_the_guard_keeps_the_text_marks_the_passage_and_lets_one_mend_it(
    world: World, browser: Browser
) -> None:
    anna = browser(world.anna)
    warned = anna.post("/exchange/new/", question(WITH_CODE))

    page = warned.content.decode()
    assert warned.status_code == 422
    assert "PRVMDA94E12Z317J</mark>" in page and "Il signore con codice" in page
    with acting_as(world.anna.actor()):
        assert not Thread.objects.exists()

    assert anna.post("/exchange/new/", question("Un uomo non riesce a iscriversi.")).status_code == 302
    with acting_as(world.anna.actor()):
        assert Thread.objects.get().is_plain and not PostedAnyway.objects.exists()


def test_a_reason_posts_it_and_is_read_by_who_moderates_without_the_words(
    world: World, browser: Browser
) -> None:
    anna = browser(world.anna)
    seal = anna.post("/exchange/new/", question(WITH_CODE)).context["page"].form["guard_seal"].value()
    reason = {"guard_seal": seal, "guard_reason": "Codice di esempio, inventato"}

    changed = question(WITH_CODE + " Altro: RSSMRA85T10A562S", **reason)
    assert anna.post("/exchange/new/", changed).status_code == 422, "other words are looked at anew"
    assert anna.post("/exchange/new/", question(WITH_CODE, **reason)).status_code == 302

    with acting_as(world.ugo.actor()):
        row = PostedAnyway.objects.get()
        assert (row.kinds, row.passages, row.reason) == (["tax_code"], 1, "Codice di esempio, inventato")
        assert not Thread.objects.get().is_plain
    assert "Codice di esempio" in browser(world.ugo).get("/exchange/moderation/").content.decode()
    assert "Codice di esempio" not in browser(world.carla).get("/exchange/moderation/").content.decode()


def test_a_reason_that_names_somebody_is_no_reason(world: World, browser: Browser) -> None:
    anna = browser(world.anna)
    seal = anna.post("/exchange/new/", question(WITH_CODE)).context["page"].form["guard_seal"].value()
    again = question(WITH_CODE, guard_seal=seal, guard_reason="La signora Fatoumata è d’accordo")

    assert anna.post("/exchange/new/", again).status_code == 422


def test_a_reported_post_is_hidden_with_a_reason_its_author_told_and_shown_again(
    world: World, browser: Browser
) -> None:
    thread = a_thread(world.anna)
    answer = an_answer(world.carla, thread, "Parole sconvenienti")
    ugo, carla, anna = browser(world.ugo), browser(world.carla), browser(world.anna)
    address = f"/exchange/posts/{answer.pk}"
    assert anna.post(f"{address}/report/", {"reason": "Non è il luogo"}).status_code == 302
    assert "Non è il luogo" in ugo.get("/exchange/moderation/").content.decode()
    assert "Non è il luogo" not in carla.get("/exchange/moderation/").content.decode()

    assert ugo.post(f"{address}/hide/", {"reason": "Toni da rivedere"}).status_code == 302

    assert "Parole sconvenienti" not in anna.get(f"/exchange/threads/{thread.pk}/").content.decode()
    with acting_as(world.carla.actor()):
        assert Notice.Kind.HIDDEN in [n.kind for n in queries.unread(world.carla)]
    mine = carla.get(f"/exchange/threads/{thread.pk}/").content.decode()
    assert "Toni da rivedere" in mine and "Parole sconvenienti" in mine
    with acting_as(world.ugo.actor()):
        assert PostReport.objects.get().outcome == "hidden"

    assert ugo.post(f"{address}/show-again/").status_code == 302
    assert "Parole sconvenienti" in anna.get(f"/exchange/threads/{thread.pk}/").content.decode()


def test_a_group_is_moderated_by_its_coordinator_who_is_told(world: World, browser: Browser) -> None:
    group = a_group(world.anna, world.carla, world.dario)
    thread = a_thread(world.carla, kind="discussion", group=group)
    answer = an_answer(world.carla, thread)
    with acting_as(world.dario.actor()):
        actions.report(by=world.dario, post=answer, reason="Fuori tema")

    with acting_as(world.anna.actor()):
        assert [n.kind for n in queries.unread(world.anna)] == ["reported"]
        assert [r.reason for r in queries.open_reports()] == ["Fuori tema"]
        actions.keep(by=world.anna, found=queries.open_reports()[0])
        assert not queries.open_reports()
    refused = browser(world.dario).post(f"/exchange/posts/{answer.pk}/hide/", {"reason": "No"})
    assert refused.status_code == 403 and "coordina" in refused.content.decode()


def follow(worker: Worker, theme: str = "residence", rhythm: str = "weekly") -> None:
    with acting_as(worker.actor()):
        actions.follow(by=worker, theme=Theme.objects.get(pk=theme))
        actions.choose_rhythm(by=worker, rhythm=rhythm)


@pytest.fixture
def send(django_capture_on_commit_callbacks: Callable[..., object]) -> Callable[[dt.date], int]:
    def run(day: dt.date) -> int:
        with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
            return send_digests(day)

    return run


def test_the_digest_goes_once_on_its_day_and_names_what_is_plain(
    world: World, send: Callable[[dt.date], int]
) -> None:
    with time_machine.travel(MONDAY - dt.timedelta(days=1), tick=True):
        follow(world.carla)
        follow(world.dario, rhythm="never")
        plain = a_thread(world.anna, "Residenza di fatto")
        a_thread(world.anna, "Il caso della signora Fatoumata", reason="Nome inventato")
        a_thread(world.anna, "Affitti", theme=_theme(world, "housing"))
    with time_machine.travel(MONDAY, tick=True):
        assert send(MONDAY.date() + dt.timedelta(days=1)) == 0, "a Tuesday"
        assert send(MONDAY.date()) == 1
        assert send(MONDAY.date()) == 0, "twice on a day sends once"

    (letter,) = mail.outbox
    assert letter.to == ["carla@example.org"]
    assert "Residenza di fatto" in letter.body and f"/exchange/threads/{plain.pk}/" in letter.body
    assert "Fatoumata" not in letter.body and "Affitti" not in letter.body
    assert "iscriversi all" not in letter.body, "what was written stays in the platform"


def test_the_digest_tells_nothing_of_a_group_one_has_left(
    world: World, send: Callable[[dt.date], int]
) -> None:
    with time_machine.travel(MONDAY - dt.timedelta(days=1), tick=True):
        group = a_group(world.anna, world.carla)
        with acting_as(world.carla.actor()):
            actions.follow(by=world.carla, group=group)
            actions.choose_rhythm(by=world.carla, rhythm="daily")
        a_thread(world.anna, kind="discussion", group=group)
        with acting_as(world.carla.actor()):
            actions.leave_group(by=world.carla, group=group)
            assert Follow.objects.filter(group=group).exists()
    with time_machine.travel(MONDAY, tick=True):
        send(MONDAY.date())

    assert "carla@example.org" not in [to for letter in mail.outbox for to in letter.to]


def _theme(world: World, code: str) -> Theme:
    with acting_as(world.anna.actor()):
        return Theme.objects.get(pk=code)


def test_one_enters_and_leaves_the_directory_oneself_and_is_found_by_what_one_knows(
    world: World, browser: Browser
) -> None:
    carla, anna = browser(world.carla), browser(world.anna)
    sent = {
        "headline": "Residenza",
        "skills": ["law"],
        "themes": ["residence"],
        "languages": ["fr"],
        "phone": "011 4421111",
    }
    assert carla.post("/exchange/directory/me/", sent).status_code == 302

    assert "Carla Bianchi" in anna.get("/exchange/directory/?skill=law&language=fr").content.decode()
    assert "Carla Bianchi" not in anna.get("/exchange/directory/?skill=psychology").content.decode()
    bad = carla.post("/exchange/directory/me/", {**sent, "phone": "chiamami"})
    assert bad.status_code == 422 and "Residenza" in bad.content.decode()
    with acting_as(world.anna.actor()), pytest.raises(DatabaseError), transaction.atomic():
        DirectoryEntry.objects.create(
            colleague_id=world.dario.user.pk,
            organisation_id=world.genova.pk,
            headline="x",
            shown_since=MONDAY,
        )
    carla.post("/exchange/directory/leave/")
    assert "Carla Bianchi" not in anna.get("/exchange/directory/").content.decode()
    assert Client().get("/exchange/directory/").status_code == 302, "staff only"


def test_a_question_that_was_hidden_is_named_nowhere_to_others(world: World, browser: Browser) -> None:
    thread = a_thread(world.anna, "Titolo da nascondere")
    an_answer(world.carla, thread)
    with acting_as(world.anna.actor()):
        opening = thread.posts.get(kind="opening")
    with acting_as(world.ugo.actor()):
        actions.hide(by=world.ugo, post=opening, reason="Nomina una persona")
    carla = browser(world.carla)

    for address in (
        f"/exchange/threads/{thread.pk}/",
        "/exchange/",
        "/exchange/following/",
        "/exchange/notices/",
    ):
        assert "Titolo da nascondere" not in carla.get(address).content.decode(), address
    refused = carla.post(f"/exchange/threads/{thread.pk}/reply/", {"text": "E ora?", "language": "it"})
    assert refused.status_code == 403
