# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Somebody asks, a colleague of another partner answers, who asked accepts; who is mentioned is told."""

from collections.abc import Callable

import pytest
from django.core import mail
from django.db import DatabaseError, transaction
from django.test import Client

from lgnet.core.authz import Refused
from lgnet.core.rowsecurity import acting_as
from lgnet.exchange import actions, queries
from lgnet.exchange.models import Mention, Notice, Post, PostVersion, Thread
from lgnet.exchange.words import names_mentioned, pieces
from lgnet.network.worker import Worker
from tests.factories.exchange import TEXT, a_thread, an_answer
from tests.world import World

Browser = Callable[[Worker], Client]


def url(thread: Thread, verb: str = "") -> str:
    return f"/exchange/threads/{thread.pk}/{verb}"


def test_a_question_is_asked_answered_and_the_answer_accepted_and_taken_back(
    world: World, browser: Browser
) -> None:
    anna, carla = browser(world.anna), browser(world.carla)
    sent = {
        "kind": "question", "title": "Residenza fittizia", "text": TEXT, "theme": "residence", "language": "it",
    }  # fmt: skip
    assert anna.post("/exchange/new/", sent).status_code == 302
    with acting_as(world.carla.actor()):
        thread = Thread.objects.get(title="Residenza fittizia")
    assert "Residenza fittizia" in carla.get("/exchange/?only=open").content.decode()

    answered = carla.post(url(thread, "reply/"), {"text": "Con la via fittizia.", "language": "it"})
    assert answered.status_code == 302
    with acting_as(world.anna.actor()):
        answer = Post.objects.get(kind="answer", thread=thread)
        assert [n.kind for n in queries.unread(world.anna)] == ["answer"]
    assert anna.post(f"/exchange/posts/{answer.pk}/accept/").status_code == 302
    with acting_as(world.carla.actor()):
        thread.refresh_from_db()
        assert (thread.accepted_id, thread.replies) == (answer.pk, 1)
        assert [n.kind for n in queries.unread(world.carla)] == ["accepted"]
    assert "Residenza fittizia" not in carla.get("/exchange/?only=open").content.decode()

    assert anna.post(url(thread, "take-back/")).status_code == 302
    assert "Residenza fittizia" in carla.get("/exchange/?only=open").content.decode()


def test_whoever_opens_the_thread_has_seen_what_they_were_told(world: World, browser: Browser) -> None:
    thread = a_thread(world.anna)
    an_answer(world.carla, thread)
    anna = browser(world.anna)

    assert anna.get("/exchange/notices/").context["page"].unread == 1
    anna.get(url(thread))

    assert anna.get("/exchange/notices/").context["page"].unread == 0


def test_a_form_sent_twice_makes_one_post(world: World, browser: Browser) -> None:
    thread = a_thread(world.anna)
    carla = browser(world.carla)
    drawn = carla.get(url(thread)).context["page"].form["new_id"].value()

    for _ in range(2):
        carla.post(url(thread, "reply/"), {"text": "Una volta", "language": "it", "new_id": str(drawn)})

    with acting_as(world.carla.actor()):
        assert thread.posts.filter(kind="answer").count() == 1


def test_comments_stand_one_step_deep(world: World) -> None:
    thread = a_thread(world.anna)
    answer = an_answer(world.carla, thread)
    first = an_answer(world.anna, thread, "E per i minori?", under=answer)
    second = an_answer(world.carla, thread, "Allo stesso modo.", under=first)

    assert (first.under_id, second.under_id, second.kind) == (answer.pk, answer.pk, "comment")


@pytest.mark.django_db(transaction=False)
def test_the_mentioned_is_told_once_by_notice_and_letter_and_the_letter_says_nothing(
    world: World, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    thread = a_thread(world.anna)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        answer = an_answer(world.carla, thread, "Chiedi a @Dario Ferrando, lo ha fatto.")
        with acting_as(world.carla.actor()):
            actions.edit(by=world.carla, post=answer, text="Chiedi a @Dario Ferrando!", language="it")

    with acting_as(world.dario.actor()):
        assert [n.kind for n in queries.unread(world.dario)] == ["mention"]
        assert Mention.objects.get(post=answer).mentioned_id == world.dario.user.pk
    letters = [letter for letter in mail.outbox if letter.to == ["dario@example.org"]]
    assert len(letters) == 1
    assert str(thread.pk) in letters[0].body
    assert "Residenza" not in letters[0].body and "fatto" not in letters[0].body


def test_names_are_read_to_their_end_and_marked(world: World) -> None:
    text = "Con @Anna Parodi e poi @Bruno Costa (Genova): grazie"
    names = names_mentioned(text)

    assert names["Anna Parodi"] == "" and names["Bruno Costa"] == "Genova"
    found = pieces(text, ["Anna Parodi", "Bruno Costa"])
    assert [piece.text for piece in found if piece.is_mention] == ["@Anna Parodi", "@Bruno Costa (Genova)"]
    assert "".join(piece.text for piece in found) == text


def test_suggestions_name_colleagues_of_the_whole_network_and_nothing_else(
    world: World, browser: Browser
) -> None:
    page = browser(world.carla).get("/exchange/colleagues/?q=Ferr").content.decode()

    assert "Dario Ferrando" in page and "Genova" in page
    assert "example.org" not in page and "coordinator" not in page
    assert "<li" not in browser(world.carla).get("/exchange/colleagues/?q=%25%25").content.decode()


def test_mended_words_are_kept_for_the_author_and_who_moderates(world: World, browser: Browser) -> None:
    thread = a_thread(world.anna)
    opening = thread.posts.get
    with acting_as(world.anna.actor()):
        post = opening(kind="opening")
    form = {"title": "Altro titolo", "text": "Altre parole", "theme": "housing", "language": "it"}
    assert browser(world.anna).post(f"/exchange/posts/{post.pk}/edit/", form).status_code == 302

    with acting_as(world.carla.actor()):
        thread.refresh_from_db()
        assert (thread.title, thread.theme_id) == ("Altro titolo", "housing")
        assert not PostVersion.objects.exists()
    assert TEXT[:20] in browser(world.anna).get(f"/exchange/posts/{post.pk}/versions/").content.decode()
    assert browser(world.ugo).get(f"/exchange/posts/{post.pk}/versions/").status_code == 200
    refused = browser(world.carla).get(f"/exchange/posts/{post.pk}/versions/")
    assert refused.status_code == 403 and "versioni precedenti" in refused.content.decode()


def test_a_deleted_post_can_be_brought_back_and_is_read_by_nobody_meanwhile(
    world: World, browser: Browser
) -> None:
    thread = a_thread(world.anna)
    answer = an_answer(world.carla, thread, "Parole ritirate")
    carla, anna = browser(world.carla), browser(world.anna)

    assert carla.post(f"/exchange/posts/{answer.pk}/delete/").status_code == 302
    assert "Parole ritirate" not in anna.get(url(thread)).content.decode()
    with acting_as(world.anna.actor()):
        thread.refresh_from_db()
        assert thread.replies == 0
    carla.post(f"/exchange/posts/{answer.pk}/undelete/")

    assert "Parole ritirate" in anna.get(url(thread)).content.decode()


def test_the_list_takes_as_many_queries_for_many_as_for_one(
    world: World, browser: Browser, django_assert_max_num_queries: Callable[..., object]
) -> None:
    for n in range(12):
        an_answer(world.carla, a_thread(world.anna, f"Domanda {n}"))
    client = browser(world.carla)
    client.get("/exchange/")

    with django_assert_max_num_queries(14):  # type: ignore[attr-defined]
        page = client.get("/exchange/").context["page"]
    assert len(page.threads) == 12


def test_pages_follow_each_other_by_key_without_gap_or_repetition(world: World, browser: Browser) -> None:
    for n in range(queries.PAGE + 3):
        a_thread(world.anna, f"Domanda numero {n}")
    client = browser(world.carla)
    first = client.get("/exchange/").context["page"]
    second = client.get(first.next_url).context["page"]

    titles = [thread.title for page in (first, second) for thread in page.threads]
    assert len(titles) == len(set(titles)) == queries.PAGE + 3
    assert not second.next_url


def test_the_database_refuses_other_peoples_words(world: World) -> None:
    thread = a_thread(world.anna)
    answer = an_answer(world.carla, thread)

    with acting_as(world.anna.actor()):
        assert Post.objects.filter(pk=answer.pk).update(text="altro") == 0
        with pytest.raises(DatabaseError), transaction.atomic():
            Post.objects.create(
                thread=thread, kind="answer", text="falso", author_id=world.carla.user.pk,
                organisation_id=world.carla.partner_id, written_at=thread.started_at,
            )  # fmt: skip
    with acting_as(world.ugo.actor()), pytest.raises(DatabaseError, match="author alone"):
        Post.objects.filter(pk=answer.pk).update(text="altro")


def test_the_colleague_reads_the_refusal(world: World, browser: Browser) -> None:
    thread = a_thread(world.anna)
    answer = an_answer(world.carla, thread)
    with acting_as(world.dario.actor()), pytest.raises(Refused):
        actions.accept(by=world.dario, thread=thread, post=answer)

    refused = browser(world.dario).post(f"/exchange/posts/{answer.pk}/accept/")

    assert refused.status_code == 403
    assert "Chi ha chiesto" in refused.content.decode()
    with acting_as(world.dario.actor()):
        assert not Notice.objects.exists()


def test_a_visitor_is_sent_to_log_in(db: None) -> None:
    assert Client().get("/exchange/").status_code == 302
