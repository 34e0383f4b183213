# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Another partner takes the review of a card, asks, and approves or sends back."""

import uuid

from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.network.worker import Worker
from lgnet.practices import policies, queries
from lgnet.practices.actions.telling import Told, tell
from lgnet.practices.models import Card, Question, Review

OUTCOME = Review.Outcome
TEXT = 4_000


@transaction.atomic
def take(*, by: Worker, card: Card) -> Review:
    """Take the review for one's partner: a second partner finds that it is taken."""
    card = Card.objects.get(pk=card.pk)
    policies.take(by, card, queries.latest_review(card)).enforce()
    review = Review.objects.create(
        card=card, turn=card.turn, author_id=card.partner_id, partner_id=by.partner_id, taken_at=now(),
        taken_by=by.user,
    )  # fmt: skip
    audit.record("practice.review_taken", on=card)
    return review


@transaction.atomic
def give_up(*, by: Worker, review: Review) -> Review:
    """Leave the review to somebody else."""
    review = _locked(review.pk)
    policies.decide(by, review, queries.card_of(review)).enforce()
    return _decide(by, review, OUTCOME.GIVEN_UP)


@transaction.atomic
def ask(*, by: Worker, review: Review, text: str) -> Question:
    """Ask the author something; its coordinators are told."""
    policies.ask(by, review, queries.card_of(review)).enforce()
    if not text.strip():
        raise Refused(_("Write the question."))
    question = Question.objects.create(
        review=review, author_id=review.author_id, partner_id=by.partner_id, text=text.strip()[:TEXT],
        asked_at=now(), asked_by=by.user,
    )  # fmt: skip
    audit.record("practice.asked", on=question, card=review.card_id)
    tell(Told.ASKED, partner_id=review.author_id, card_id=review.card_id)
    return question


@transaction.atomic
def answer(*, by: Worker, question: Question, text: str) -> Question:
    """Answer for the author; who asked is told."""
    question = Question.objects.select_for_update(of=("self",)).select_related("review").get(pk=question.pk)
    policies.answer(by, question).enforce()
    if not text.strip():
        raise Refused(_("Write the answer."))
    question.answer, question.answered_at, question.answered_by = text.strip()[:TEXT], now(), by.user
    question.save(update_fields=["answer", "answered_at", "answered_by"])
    audit.record("practice.answered", on=question, card=question.review.card_id)
    tell(Told.ANSWERED, partner_id=question.partner_id, card_id=question.review.card_id)
    return question


@transaction.atomic
def approve(*, by: Worker, review: Review, reasons: str = "") -> Review:
    """Say that others can learn from it; its author publishes it."""
    review = _locked(review.pk)
    policies.decide(by, review, queries.card_of(review)).enforce()
    _decide(by, review, OUTCOME.APPROVED, reasons)
    tell(Told.APPROVED, partner_id=review.author_id, card_id=review.card_id)
    return review


@transaction.atomic
def send_back(*, by: Worker, review: Review, reasons: str) -> Review:
    """Say what is missing; its author takes it back, writes on and gives it to review again."""
    review = _locked(review.pk)
    policies.decide(by, review, queries.card_of(review)).enforce()
    if not reasons.strip():
        raise Refused(_("Say what is missing: the author works on from your words."))
    _decide(by, review, OUTCOME.SENT_BACK, reasons)
    tell(Told.SENT_BACK, partner_id=review.author_id, card_id=review.card_id)
    return review


def _decide(by: Worker, review: Review, outcome: Review.Outcome, reasons: str = "") -> Review:
    review.outcome, review.reasons = outcome, reasons.strip()[:TEXT]
    review.decided_at, review.decided_by = now(), by.user
    review.save(update_fields=["outcome", "reasons", "decided_at", "decided_by"])
    audit.record(f"practice.review_{outcome}", on=review, card=review.card_id)
    return review


def _locked(review_id: uuid.UUID) -> Review:
    found = Review.objects.select_for_update(of=("self",)).filter(pk=review_id).first()
    if found is None:  # what is read and not one's own cannot be held
        raise Refused(_("Another partner has taken this review."))
    return found
