# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages: what each reader sees of a practice, the stranger's 404 and the colleague's sentence."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lgnet.core.rowsecurity import acting_as
from lgnet.network.worker import Worker
from lgnet.practices.models import Adoption, Card, Question, Review
from lgnet.practices.pages import listing
from tests.factories.network import at_work
from tests.factories.practices import (
    PDF,
    WORDS,
    a_draft,
    approved,
    ended,
    published,
    submitted,
    taken,
    taken_up,
)
from tests.world import World

Browser = Callable[[Worker], Client]
LIST = "/practices/"


@pytest.fixture
def torino(world: World) -> Worker:
    """A coordinator at Torino."""
    return at_work(world.torino, "coordinator")


def url(card: Card, verb: str = "") -> str:
    return f"{LIST}cards/{card.pk}/{verb}"


def typed(**more: Any) -> dict[str, Any]:
    """The form of a card as a browser sends it."""
    return {**WORDS, "steps": "\n".join(WORDS["steps"]), "title": "Dal modulo", "language": "it", **more}


def test_written_reviewed_published_and_taken_up_through_the_pages(
    world: World, torino: Worker, browser: Browser, settings: Any, tmp_path: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path
    dario, other = browser(world.dario), browser(torino)
    answer = dario.post(f"{LIST}new/", typed(new_id=str(uuid.uuid4())))
    address = answer.headers["Location"].removesuffix("edit/")
    (tmp_path / "modulo.pdf").write_bytes(PDF)
    with (tmp_path / "modulo.pdf").open("rb") as file:
        assert dario.post(f"{address}files/", {"file": file}).status_code == 302
    dario.post(f"{address}figures/", {"indicator": "REGISTERED"})
    assert "modulo.pdf" in dario.get(f"{address}edit/").content.decode()
    assert other.get(address).status_code == 404
    dario.post(f"{address}submit/")

    assert "Dal modulo" in other.get(LIST).content.decode()
    other.post(f"{address}review/")
    with acting_as(torino.actor()):
        review = Review.objects.get()
    other.post(f"{LIST}reviews/{review.pk}/ask/", {"text": "Chi paga?"})
    with acting_as(torino.actor()):
        question = Question.objects.get()
    assert dario.post(f"{LIST}questions/{question.pk}/answer/", {"text": ""}).status_code == 422
    dario.post(f"{LIST}questions/{question.pk}/answer/", {"text": "Il Comune."})
    assert "Il Comune." in other.get(address).content.decode()
    assert other.post(f"{LIST}reviews/{review.pk}/send-back/", {"text": ""}).status_code == 422
    other.post(f"{LIST}reviews/{review.pk}/approve/", {"text": "Chiara."})
    dario.post(f"{address}publish/")

    form = {
        "owner": str(torino.user.pk),
        "started_on": "2026-01-10",
        "indicator": "REGISTERED",
        "aim": "Case",
    }
    adoption = other.post(f"{address}adopt/", form).headers["Location"]
    assert other.post(f"{adoption}end/", {"outcome": "worked", "result": ""}).status_code == 422
    other.post(f"{adoption}end/", {"outcome": "worked", "result": "Bene.", "feedback": "Grazie."})
    seen = dario.get(adoption).content.decode()
    assert "Bene." in seen and "Grazie." in seen
    assert "Grazie." not in browser(world.nadia).get(adoption).content.decode()
    download = other.get(f"{LIST}files/{_file_of(other, address)}/")
    assert b"".join(download) == PDF


def _file_of(client: Client, address: str) -> str:
    return str(client.get(address).context["page"].files[0].pk)


def test_what_was_typed_comes_back_with_a_sentence_at_the_field(world: World, browser: Browser) -> None:
    anna = browser(world.anna)
    answer = anna.post(f"{LIST}new/", typed(title="", steps="\n".join(["passo"] * 21)))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Al massimo venti passi" in page and WORDS["problem"] in page


def test_steps_are_worked_on_by_the_partner_that_takes_it_up(
    world: World, torino: Worker, browser: Browser
) -> None:
    adoption = taken_up(torino, published(world.dario, torino))
    carla, dario = browser(world.carla), browser(world.dario)
    address = f"{LIST}adoptions/{adoption.pk}/"
    with acting_as(torino.actor()):
        step = adoption.steps.all()[0]
    change = {"text": "Altro", "owner": str(world.carla.user.pk), "due_on": "2026-12-01"}
    assert carla.post(f"{LIST}steps/{step.pk}/", change).status_code == 302
    carla.post(f"{LIST}steps/{step.pk}/tick/")
    carla.post(f"{address}steps/", {"text": "Nuovo passo", "owner": "", "due_on": ""})
    page = carla.get(address).context["page"]
    assert ([row.step.text for row in page.steps][::3], page.done) == (["Altro", "Nuovo passo"], 1)
    carla.post(f"{LIST}steps/{step.pk}/untick/")
    assert carla.get(address).context["page"].done == 0
    assert dario.post(f"{LIST}steps/{step.pk}/tick/").status_code == 404
    assert carla.post(f"{address}end/", {"outcome": "worked", "result": "x"}).status_code == 403


def test_filters_narrow_and_pages_follow(
    world: World, torino: Worker, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(3):
        published(world.dario, torino, f"Casa {n}")
    published(torino, world.dario, "Salute", needs=("health",), lines=("taking_in_charge",))
    anna = browser(world.anna)

    def titles(**asked: str) -> list[str]:
        return [line.card.title for line in anna.get(LIST, asked).context["page"].published]

    assert titles(need="health") == titles(partner="torino") == titles(line="taking_in_charge") == ["Salute"]
    assert titles(text="casa") == ["Casa 2", "Casa 1", "Casa 0"]
    assert titles(after="nonsense", need="%'") == []
    monkeypatch.setattr(listing, "PAGE", 3)
    monkeypatch.setattr("lgnet.practices.queries.PAGE", 3)
    first = anna.get(LIST).context["page"]
    second = anna.get(first.next_url).context["page"]
    assert [line.card.title for line in (*first.published, *second.published)] == [
        "Salute", "Casa 2", "Casa 1", "Casa 0"
    ]  # fmt: skip


def test_partners_like_mine_come_with_their_reason(world: World, torino: Worker, browser: Browser) -> None:
    published(world.dario, torino)
    page = browser(torino).get(LIST)
    (row,) = page.context["page"].alike
    assert row.card.partner.code == "genova" and row.reasons
    assert str(row.reasons[0]) in page.content.decode()


def test_the_list_asks_as_much_for_many_as_for_few(world: World, torino: Worker, browser: Browser) -> None:
    published(world.dario, torino)
    submitted(torino)
    a_draft(world.dario)
    anna = browser(world.anna)
    anna.get(LIST)
    with CaptureQueriesContext(connection) as few:
        anna.get(LIST)
    for n in range(4):
        published(world.dario, torino, f"Altra {n}")
        submitted(torino, f"In attesa {n}")
        a_draft(world.dario, f"Bozza {n}")
    with CaptureQueriesContext(connection) as many:
        assert anna.get(LIST).status_code == 200
    assert len(many) == len(few)


def test_what_is_not_yours_does_not_exist_and_what_you_may_not_do_is_said(
    world: World, torino: Worker, browser: Browser
) -> None:
    draft, waiting = a_draft(world.dario, "Segreta"), approved(world.dario, torino, "Approvata")
    adoption = taken_up(torino, published(world.dario, torino))
    stranger = browser(world.carla)
    for address in (url(draft), url(draft, "edit/"), f"{LIST}adoptions/{uuid.uuid4()}/"):
        assert stranger.get(address).status_code == 404
    assert stranger.post(url(draft, "throw-away/")).status_code == 404
    anna = browser(world.anna)
    refused = anna.post(url(waiting, "publish/"))
    assert refused.status_code == 403
    bruno = browser(world.bruno)
    assert bruno.get(url(draft)).status_code == 200
    assert bruno.post(url(draft, "submit/")).status_code == 403
    dario = browser(world.dario).post(url(waiting, "review/"))
    other = browser(torino)
    for verb in ("retire/", "confirm/", "next/", "take-back/"):
        assert other.post(url(waiting, verb), {"reason": "x"}).status_code == 403, verb
    assert (
        browser(world.dario).post(f"{LIST}adoptions/{adoption.pk}/steps/", {"text": "x"}).status_code == 403
    )
    assert browser(world.nadia).get(f"{LIST}adoptions/").status_code == 200
    assert dario.status_code == 403 and "mai quello che l’ha scritta" in dario.content.decode()
    ended(torino, adoption)
    assert browser(world.nadia).get(f"{LIST}adoptions/{adoption.pk}/").status_code == 200
    assert Client().get(url(waiting)).status_code == 302


def test_taken_by_somebody_else_the_review_is_not_decided(
    world: World, torino: Worker, browser: Browser
) -> None:
    review = taken(torino, submitted(world.dario))
    answer = browser(world.dario).post(f"{LIST}reviews/{review.pk}/approve/", {"text": "Brava Genova"})
    assert answer.status_code == 422
    with acting_as(torino.actor()):
        assert Review.objects.get().outcome == ""
        assert not Adoption.objects.exists()
