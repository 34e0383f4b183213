# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The practices of the demo, in every state, and two that another partner takes up. Runs as the owner."""

import datetime as dt
from collections.abc import Mapping, Sequence

from django.db import transaction

from lgnet.core.clock import ROME, now, today
from lgnet.demo.practices import (
    AIM,
    CHANGED,
    FEEDBACK,
    NOTICE,
    OTHER,
    OTHER_AIM,
    PRACTICES,
    RESULT,
    TAKEN_UP,
    Told,
)
from lgnet.direction import queries as direction
from lgnet.direction.indicators import INDICATORS
from lgnet.network.models import Colleague
from lgnet.network.worker import Worker
from lgnet.practices import protecting
from lgnet.practices.models import (
    Adoption,
    AdoptionStep,
    Card,
    ComparedMonth,
    Feedback,
    Figure,
    Practice,
    Question,
    Review,
)

Coordinators = Mapping[str, Worker]
STATE = Card.State
PUBLISHED = {"published": STATE.PUBLISHED, "stale": STATE.PUBLISHED, "retired": STATE.RETIRED}
REVIEWED = {"reviewing": "", "sent_back": Review.Outcome.SENT_BACK}
LED = 270  # days ago Taranto began; ended a month ago


@transaction.atomic
def write_practices(*, by: Sequence[Worker]) -> int:
    """Write them as their coordinators would have; `by` is one coordinator for each partner. How many cards."""
    people = {worker.organisation.code: worker for worker in by}
    cards = {told: _write(told, people) for told in PRACTICES if told.partner in people}
    if NOTICE in cards and TAKEN_UP in people:
        _taken_up_and_ended(cards[NOTICE], people[TAKEN_UP])
    fund = next((card for told, card in cards.items() if told.partner == "genova"), None)
    if fund is not None and OTHER in people:
        _adopt(fund, people[OTHER], OTHER_AIM, "HOUSED", days_ago=60, done=2)
    return len(cards)


def _write(told: Told, people: Coordinators) -> Card:
    author, at = people[told.partner], now() - dt.timedelta(days=told.days_ago)
    practice = Practice.objects.create(partner_id=author.partner_id, begun_at=at, begun_by=author.user)
    card = Card.objects.create(
        practice=practice, partner_id=author.partner_id, title=told.title, context=told.context,
        problem=told.problem, steps=list(told.steps), people=told.people, cost=told.cost, cost_euro=told.cost_euro,
        months=told.months, results=told.results, went_wrong=told.went_wrong, transfer=told.transfer,
        contact=f"Ufficio LGNET, lgnet@{told.partner}.example", needs=list(told.needs), lines=list(told.lines),
        is_public=told.is_public, written_at=at - dt.timedelta(days=20), written_by=author.user,
    )  # fmt: skip
    _measure(told, card, at)
    if told.state != "draft":
        _submit(told, card, at - dt.timedelta(days=15), people)
    if told.state in PUBLISHED:
        _publish(told, card, at, author)
    return card


def _measure(told: Told, card: Card, at: dt.datetime) -> None:
    """What the indicator counted until then, as far as it may be told."""
    definition = INDICATORS.get(told.indicator)
    if definition is None:
        return
    month = at.astimezone(ROME).date().replace(day=1)
    by_month = direction.figures(card.partner_id, [definition])[definition.code].by_month()
    value = sum(n for each, n in by_month.items() if each < month)
    Figure.objects.create(
        card=card, partner_id=card.partner_id, indicator=definition.code, definition_version=definition.version,
        value=protecting.figure(value), measured_at=at,
    )  # fmt: skip


def _submit(told: Told, card: Card, at: dt.datetime, people: Coordinators) -> None:
    card.state, card.turn, card.submitted_at, card.submitted_by = STATE.SUBMITTED, 1, at, card.written_by
    card.save()
    reviewer = people.get(told.reviewer)
    if reviewer is None:
        return
    outcome = REVIEWED.get(told.state, Review.Outcome.APPROVED)
    over = at + dt.timedelta(days=9)
    reasons = {
        Review.Outcome.SENT_BACK: "Manca che cosa è andato storto: è la parte che serve di più a chi prova. E da chi"
        " viene pagata l’indennità?",
        Review.Outcome.APPROVED: "Chiara e onesta. Proveremo anche noi.",
    }
    review = Review.objects.create(
        card=card, author_id=card.partner_id, partner_id=reviewer.partner_id, turn=1,
        taken_at=at + dt.timedelta(days=2), taken_by=reviewer.user, outcome=outcome,
        reasons=reasons.get(Review.Outcome(outcome), ""),
        decided_at=over if outcome else None, decided_by=reviewer.user if outcome else None,
    )  # fmt: skip
    asked, answered = told.question
    if asked:
        Question.objects.create(
            review=review, author_id=card.partner_id, partner_id=reviewer.partner_id, text=asked,
            asked_at=at + dt.timedelta(days=3), asked_by=reviewer.user, answer=answered,
            answered_at=at + dt.timedelta(days=4) if answered else None,
            answered_by=card.written_by if answered else None,
        )  # fmt: skip


def _publish(told: Told, card: Card, at: dt.datetime, author: Worker) -> None:
    card.state, card.published_at, card.published_by = PUBLISHED[told.state], at, author.user
    if told.state == "retired":
        card.ended_at, card.ended_by = now() - dt.timedelta(days=40), author.user
        card.end_reason = "Abbiamo aperto due sedi fisse: funzionano meglio."
    card.save()
    # Once confirmed after a year; what is stale was not.
    confirmed = at if told.state == "stale" or told.days_ago < 365 else now() - dt.timedelta(days=50)
    card.practice.confirmed_at, card.practice.confirmed_by = confirmed, author.user
    card.practice.save()


def _adopt(card: Card, by: Worker, aim: str, indicator: str, *, days_ago: int, done: int) -> Adoption:
    begun = now() - dt.timedelta(days=days_ago)
    adoption = Adoption.objects.create(
        practice_id=card.practice_id, card=card, author_id=card.partner_id, partner_id=by.partner_id, owner=by.user,
        aim=aim, indicator=indicator, definition_version=INDICATORS[indicator].version,
        started_on=begun.astimezone(ROME).date(), due_on=today() + dt.timedelta(days=90), begun_at=begun,
        begun_by=by.user,
    )  # fmt: skip
    AdoptionStep.objects.bulk_create(
        _step(adoption, by.user, n, text, begun, is_done=n <= done)
        for n, text in enumerate(card.steps, start=1)
    )
    return adoption


def _step(
    adoption: Adoption, who: Colleague, n: int, text: str, begun: dt.datetime, *, is_done: bool
) -> AdoptionStep:
    due = begun + dt.timedelta(days=28 * n)
    return AdoptionStep(
        adoption=adoption, partner_id=adoption.partner_id, position=n, text=text, owner=who,
        due_on=due.astimezone(ROME).date(), done_at=min(due, now()) if is_done else None,
        done_by=who if is_done else None,
    )  # fmt: skip


def _taken_up_and_ended(card: Card, by: Worker) -> None:
    adoption = _adopt(card, by, AIM, "TAKEN_IN_CHARGE", days_ago=LED, done=len(card.steps))
    ended, definition = now() - dt.timedelta(days=30), INDICATORS["TAKEN_IN_CHARGE"]
    by_month = direction.figures(by.partner_id, [definition])[definition.code].by_month()
    found = protecting.compared(by_month, started_on=adoption.started_on, until=ended.astimezone(ROME).date())
    adoption.outcome, adoption.result, adoption.changed = Adoption.Outcome.WORKED, RESULT, CHANGED
    adoption.ended_at, adoption.ended_by = ended, by.user
    if found is not None:
        adoption.compared_at, adoption.before, adoption.after = ended, found.before, found.after
        ComparedMonth.objects.bulk_create(
            ComparedMonth(
                adoption=adoption, partner_id=by.partner_id, month=month, is_after=month >= found.first_after,
                value=value,
            )
            for month, value in found.months.items()
        )  # fmt: skip
    adoption.save()
    Feedback.objects.create(
        adoption=adoption, author_id=card.partner_id, partner_id=by.partner_id, text=FEEDBACK, given_at=ended,
        given_by=by.user,
    )  # fmt: skip
