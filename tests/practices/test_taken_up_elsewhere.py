# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A partner takes a practice up, works through its steps, and its result comes back to who wrote it."""

import datetime as dt
from collections.abc import Iterator

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils.translation import override

from lgnet.core.authz import Refused
from lgnet.core.clock import now, today
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.network.worker import Worker
from lgnet.practices import actions, jobs, queries
from lgnet.practices.actions import Ending
from lgnet.practices.models import Adoption, AdoptionStep, Card, ComparedMonth, Feedback
from lgnet.practices.pages.adoption import comparison
from tests.factories.network import at_work
from tests.factories.practices import ended, published, taken_up
from tests.world import World


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Sentences are read in the language of the source."""
    with override("en"):
        yield


@pytest.fixture
def torino(world: World) -> Worker:
    """A coordinator at Torino."""
    return at_work(world.torino, "coordinator")


@pytest.fixture
def card(world: World, torino: Worker) -> Card:
    """A practice of Genova that the network reads."""
    return published(world.dario, torino)


def test_the_steps_are_copied_and_belong_to_who_takes_it_up(world: World, torino: Worker, card: Card) -> None:
    adoption = taken_up(torino, card, aim="Cinque case", due_on=today() + dt.timedelta(days=90))
    with acting_as(world.carla.actor()):
        steps = list(adoption.steps.all())
        assert [step.text for step in steps] == card.steps
        actions.change_step(
            by=world.carla,
            step=steps[0],
            text="Incontrare i costruttori",
            owner=world.carla.user,
            due_on=today(),
        )
        actions.tick(by=world.carla, step=steps[0])
        actions.change_step(by=world.carla, step=steps[2], text=" ", owner=None, due_on=None)
        actions.add_step(by=world.carla, adoption=adoption, text="Invitare la stampa")
        assert [step.text for step in adoption.steps.all()] == [
            "Incontrare i costruttori", card.steps[1], "Invitare la stampa"
        ]  # fmt: skip
        row = queries.adoptions_by(world.carla).get()
        assert (getattr(row, "all_steps"), getattr(row, "done_steps")) == (3, 1)  # noqa: B009
    with acting_as(world.dario.actor()):
        assert Adoption.objects.count() == 1, "its author sees that it is under way"
        assert not AdoptionStep.objects.exists(), "and not how"


def test_the_result_comes_back_to_the_author_and_is_read_by_the_network(
    world: World, torino: Worker, card: Card
) -> None:
    adoption = taken_up(torino, card)
    with acting_as(world.anna.actor()):
        assert queries.adoptions_of(card.practice_id)[0].result == ""
    ended(torino, adoption)
    with acting_as(world.dario.actor()):
        (row,) = queries.adoptions_of(card.practice_id)
        assert (row.outcome, row.partner.code) == ("worked", "torino")
        assert Feedback.objects.get().text == "Grazie: il fondo è la chiave."
        assert getattr(queries.published().get(), "taken_up") == 1  # noqa: B009
    with acting_as(world.nadia.actor()):
        assert Adoption.objects.get().result == "Cinque famiglie hanno trovato casa."
    with acting_as(torino.actor()), pytest.raises(Refused, match="over"):
        actions.add_step(by=torino, adoption=adoption, text="Ancora")


def test_nobody_takes_up_their_own_practice_nor_one_twice(world: World, torino: Worker, card: Card) -> None:
    taken_up(torino, card)
    with pytest.raises(Refused, match="already"):
        taken_up(torino, card)
    with pytest.raises(Refused, match="your own"):
        taken_up(world.dario, card)
    with acting_as(world.dario.actor()), pytest.raises(IntegrityError), transaction.atomic():
        Adoption.objects.create(
            practice_id=card.practice_id, card=card, author=world.genova, partner=world.genova,
            owner=world.dario.user, started_on=today(), begun_at=now(), begun_by=world.dario.user,
        )  # fmt: skip


def test_it_ends_with_words_and_after_it_begins(torino: Worker, card: Card) -> None:
    with pytest.raises(Refused, match="before it begins"):
        taken_up(torino, card, due_on=today() - dt.timedelta(days=1))
    adoption = taken_up(torino, card)
    with acting_as(torino.actor()):
        with pytest.raises(Refused, match="what came of it"):
            actions.end(by=torino, adoption=adoption, ending=Ending("failed", " "))
        with pytest.raises(Refused, match="how it ended"):
            actions.end(by=torino, adoption=adoption, ending=Ending("", "Bene"))


def test_before_and_after_are_frozen_with_what_may_be_told(world: World, torino: Worker, card: Card) -> None:
    started = today().replace(day=1) - dt.timedelta(days=100)
    adoption = taken_up(torino, card, indicator="REGISTERED", started_on=started)
    with acting_as(torino.actor()):
        running = comparison(adoption, is_own=True)
        assert running is not None and not running.is_frozen
    with acting_as(world.dario.actor()):
        assert comparison(Adoption.objects.get(), is_own=False) is None, (
            "running figures are the partner's own"
        )
    ended(torino, adoption)
    with acting_as(world.dario.actor()):
        row = Adoption.objects.get()
        months = list(ComparedMonth.objects.all())
        assert len(months) == 2 * sum(month.is_after for month in months)
        assert not [month.value for month in months if month.value is not None and 0 < month.value < 3]
        frozen = comparison(row, is_own=False)
        assert frozen is not None and frozen.is_frozen and frozen.version == "REGISTERED v1"


def test_the_author_is_told_by_a_job_that_acts_for_its_partner(
    world: World, card: Card, django_capture_on_commit_callbacks: object
) -> None:
    capture = django_capture_on_commit_callbacks
    with capture(execute=True):  # type: ignore[operator]
        assert jobs.tell_one("ended", world.genova.pk, card.pk) == 1
    (letter,) = mail.outbox
    assert letter.to == [world.dario.user.email]
    assert str(card.pk) in letter.body and card.title not in letter.body


def test_a_partner_is_reminded_once_a_month_that_a_year_is_over(
    world: World, torino: Worker, card: Card
) -> None:
    worker = Actor(DbRole.WORKER, world.genova.pk)
    with acting_as(worker):
        assert actions.remind_partner(day=today(), address="http://127.0.0.1") == 0
    with acting_as(world.dario.actor()):
        card.practice.confirmed_at = now() - dt.timedelta(days=350)
        card.practice.save(update_fields=["confirmed_at"])
    with acting_as(worker):
        sent = [
            actions.remind_partner(day=today() + dt.timedelta(days=n), address="http://127.0.0.1")
            for n in (0, 0, 29, 30, 31)
        ]
    assert sent == [1, 0, 0, 1, 0]
