# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""From the draft to what the network reads: another partner reviews, asks, sends back and approves."""

import datetime as dt
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.utils.translation import override

from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.core.rowsecurity import PUBLIC, acting_as
from lgnet.network.worker import Worker
from lgnet.practices import actions, policies, queries
from lgnet.practices.models import Card, Figure, Practice, Question, Review
from tests.factories.network import at_work, colleague
from tests.factories.practices import PDF, a_draft, approved, published, submitted, taken
from tests.world import World

STATE = Card.State


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Sentences are read in the language of the source."""
    with override("en"):
        yield


@pytest.fixture
def torino(world: World) -> Worker:
    """A coordinator at Torino."""
    return at_work(world.torino, "coordinator")


def test_a_card_goes_from_the_draft_to_the_network(world: World, torino: Worker) -> None:
    card = submitted(world.dario)
    review = taken(torino, card)
    with acting_as(torino.actor()):
        question = actions.ask(by=torino, review=review, text="Chi paga il fondo?")
    with acting_as(world.anna.actor()):
        actions.answer(by=world.anna, question=question, text="Il Comune.")
    with acting_as(torino.actor()):
        assert Question.objects.get().answer == "Il Comune."
        actions.approve(by=torino, review=review)
    with acting_as(world.dario.actor()):
        card = actions.publish(by=world.dario, card=card)
        assert card.practice.holds_until and card.practice.holds_until > now() + dt.timedelta(days=364)

    with acting_as(world.carla.actor()):
        assert [one.title for one in queries.published()] == [card.title]
    with acting_as(world.nadia.actor()):
        assert [one.title for one in queries.published()] == [card.title]


def test_nobody_publishes_what_no_other_partner_approved(world: World, torino: Worker) -> None:
    card = submitted(world.dario)
    with acting_as(world.dario.actor()), pytest.raises(Refused, match="approve"):
        actions.publish(by=world.dario, card=card)
    taken(torino, card)
    with acting_as(world.dario.actor()), pytest.raises(Refused, match="approve"):
        actions.publish(by=world.dario, card=card)


def test_nobody_reviews_their_own_partners_card_not_even_past_the_policy(world: World) -> None:
    card = submitted(world.dario)
    with acting_as(world.dario.actor()):
        with pytest.raises(Refused, match="Another partner"):
            actions.take(by=world.dario, card=card)
        with pytest.raises(IntegrityError), transaction.atomic():
            Review.objects.create(
                card=card,
                author=world.genova,
                partner=world.genova,
                taken_at=now(),
                taken_by=world.dario.user,
            )


def test_a_second_partner_finds_the_review_taken_until_it_is_given_up(world: World, torino: Worker) -> None:
    card = submitted(world.dario)
    review = taken(torino, card)
    other = at_work(torino.organisation, "coordinator", colleague("Elio Serra", "elio@example.org"))
    with acting_as(other.actor()), pytest.raises(Refused, match="taken this review"):
        actions.take(by=other, card=card)
    with acting_as(torino.actor()):
        actions.give_up(by=torino, review=review)
    taken(other, card)


def test_sent_back_with_reasons_it_is_written_on_and_reviewed_again(world: World, torino: Worker) -> None:
    card = submitted(world.dario)
    review = taken(torino, card)
    with acting_as(torino.actor()):
        with pytest.raises(Refused, match="what is missing"):
            actions.send_back(by=torino, review=review, reasons=" ")
        actions.send_back(by=torino, review=review, reasons="Mancano i costi.")
    with acting_as(world.dario.actor()):
        card = actions.take_back(by=world.dario, card=card)
        draft = actions.Draft(**{**vars(actions.draft_of(card)), "cost": "12.000 euro l’anno"})
        card = actions.edit(by=world.dario, card=card, draft=draft)
        actions.submit(by=world.dario, card=card)
    again = taken(torino, card)
    with acting_as(torino.actor()):
        actions.approve(by=torino, review=again)
    with acting_as(world.dario.actor()):
        assert actions.publish(by=world.dario, card=card).cost == "12.000 euro l’anno"
        assert {review.outcome for review in queries.reviews(card)} == {"sent_back", "approved"}


def test_an_approval_holds_only_for_what_was_reviewed(world: World, torino: Worker) -> None:
    card = approved(world.dario, torino)
    other = submitted(world.dario, "Altra")
    review = taken(torino, other)
    with acting_as(world.dario.actor()):
        for one in (card, other):
            actions.take_back(by=world.dario, card=one)
            actions.submit(by=world.dario, card=one)
        with pytest.raises(Refused, match="approve"):
            actions.publish(by=world.dario, card=card)
    with acting_as(torino.actor()), pytest.raises(Refused, match="taken this version back"):
        actions.approve(by=torino, review=review)
    taken(torino, card)


def test_what_is_missing_is_said_before_another_partner_reads_it(world: World) -> None:
    card = a_draft(world.dario, transfer="")
    with acting_as(world.dario.actor()), pytest.raises(Refused, match="transferability"):
        actions.submit(by=world.dario, card=card)


def test_what_is_reviewed_or_published_is_never_edited(world: World, torino: Worker) -> None:
    card = published(world.dario, torino)
    with acting_as(world.dario.actor()):
        with pytest.raises(Refused, match="next version"):
            actions.edit(by=world.dario, card=card, draft=actions.draft_of(card))
        changes: tuple[dict[str, Any], ...] = ({"title": "Altro"}, {"is_public": True}, {"steps": []})
        for change in changes:
            with pytest.raises(DatabaseError, match="not edited"), transaction.atomic():
                Card.objects.filter(pk=card.pk).update(**change)
        with pytest.raises(DatabaseError, match="stays as it is"), transaction.atomic():
            Figure.objects.create(
                card=card,
                partner=world.genova,
                indicator="O.2.3",
                definition_version=1,
                value=9,
                measured_at=now(),
            )


def test_a_next_version_takes_the_place_of_the_one_before_when_it_is_published(
    world: World, torino: Worker
) -> None:
    first = published(world.dario, torino)
    with acting_as(world.dario.actor()):
        second = actions.new_version(by=world.dario, card=first)
        with pytest.raises(Refused, match="written already"):
            actions.new_version(by=world.dario, card=first)
        first.refresh_from_db()
        assert (first.state, second.version, second.steps) == (STATE.PUBLISHED, 2, first.steps)
        actions.submit(by=world.dario, card=second)
    review = taken(torino, second)
    with acting_as(torino.actor()):
        actions.approve(by=torino, review=review)
    with acting_as(world.dario.actor()):
        actions.publish(by=world.dario, card=second)
        first.refresh_from_db()
        assert first.state == STATE.REPLACED
        assert [one.pk for one in queries.published()] == [second.pk]


def test_files_are_shared_by_versions_and_go_with_the_last(
    world: World, torino: Worker, settings: object, tmp_path: object
) -> None:
    settings.MEDIA_ROOT = tmp_path  # type: ignore[attr-defined]
    card = a_draft(world.dario)
    with acting_as(world.dario.actor()):
        file = actions.attach(by=world.dario, card=card, name="modulo.pdf", blocks=[PDF])
        actions.submit(by=world.dario, card=card)
    review = taken(torino, card)
    with acting_as(torino.actor()):
        assert card.files.count() == 1
        actions.approve(by=torino, review=review)
    with acting_as(world.dario.actor()):
        actions.publish(by=world.dario, card=card)
        again = actions.new_version(by=world.dario, card=card)
        copied = again.files.get()
        assert (copied.stored_as, copied.sealed_for) == (file.stored_as, file.pk)
        actions.throw_away(by=world.dario, card=again)
        assert card.files.count() == 1


def test_a_draft_is_thrown_away_with_everything(world: World) -> None:
    card = a_draft(world.anna)
    with acting_as(world.anna.actor()):
        actions.measure(by=world.anna, card=card, indicator="TAKEN_IN_CHARGE")
        actions.throw_away(by=world.anna, card=card)
        assert not Practice.objects.exists()


def test_a_year_later_it_is_stale_until_it_is_confirmed(world: World, torino: Worker) -> None:
    card = published(world.dario, torino)
    with acting_as(world.dario.actor()):
        with pytest.raises(Refused, match="lately"):
            actions.confirm(by=world.dario, card=card)
        card.practice.confirmed_at = now() - dt.timedelta(days=366)
        card.practice.save(update_fields=["confirmed_at"])
        assert card.practice.is_stale(now())
        assert [one.pk for one in queries.due_for_confirmation(world.dario)] == [card.pk]
        assert not actions.confirm(by=world.dario, card=card).practice.is_stale(now())
        assert not queries.due_for_confirmation(world.dario)


def test_a_retired_practice_stays_readable_with_its_reason_and_comes_back(
    world: World, torino: Worker
) -> None:
    card = published(world.dario, torino)
    with acting_as(world.dario.actor()):
        with pytest.raises(Refused, match="Say why"):
            actions.retire(by=world.dario, card=card, reason="")
        actions.retire(by=world.dario, card=card, reason="Il fondo è finito.")
    with acting_as(torino.actor()):
        assert not queries.published()
        assert Card.objects.get(pk=card.pk).end_reason == "Il fondo è finito."
    with acting_as(world.dario.actor()):
        actions.restore(by=world.dario, card=card)
        assert queries.published().count() == 1


def test_a_form_sent_twice_makes_one_card(world: World) -> None:
    with acting_as(world.anna.actor()):
        card_id = uuid.uuid4()
        for _ in range(2):
            actions.write(by=world.anna, draft=actions.Draft("Una volta"), card_id=card_id)
        assert Card.objects.count() == 1


def test_a_draft_does_not_exist_elsewhere_and_a_public_card_exists_for_everybody(
    world: World, torino: Worker
) -> None:
    a_draft(world.dario)
    network_only = published(world.dario, torino, "Solo per la rete")
    public = published(world.dario, torino, "Per tutti", is_public=True)
    with acting_as(torino.actor()):
        assert set(Card.objects.values_list("title", flat=True)) == {"Solo per la rete", "Per tutti"}
        assert not Practice.objects.exclude(pk__in=[network_only.practice_id, public.practice_id])
    with acting_as(world.ugo.actor()):
        assert Card.objects.count() == 2
    with acting_as(PUBLIC):
        (shown,) = queries.public_cards()
        assert (shown.title, shown.partner_name) == ("Per tutti", "Genova")
        assert not queries.public_cards(card_id=network_only.pk)
        with pytest.raises(DatabaseError), transaction.atomic():
            Card.objects.values_list("contact", flat=True).first()


def test_who_only_reads_is_told_who_writes_and_decides(world: World, torino: Worker) -> None:
    card = approved(world.dario, torino)
    with acting_as(world.bruno.actor()):
        refused = policies.write(world.bruno)
        assert not refused and "case managers" in str(refused.reason)
    with acting_as(world.anna.actor()), pytest.raises(Refused, match="coordinator decides"):
        actions.publish(by=world.anna, card=card)
    with acting_as(world.ugo.actor()):
        assert "Partners" in str(policies.write(world.ugo).reason)
