# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""From the draft to what the network reads, and what becomes of it year by year."""

from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused, Stale
from lgnet.core.clock import now
from lgnet.core.ids import new_id
from lgnet.network.worker import Worker
from lgnet.practices import policies, protecting, queries
from lgnet.practices.actions.writing import draft_of, locked
from lgnet.practices.models import Card, CardFile

STATE = Card.State


@transaction.atomic
def submit(*, by: Worker, card: Card) -> Card:
    """Give a draft to the other partners to review. Its figures are protected once more against what was told."""
    card = locked(card.pk)
    policies.submit(by, card).enforce()
    for figure in card.figures.exclude(value=None):
        told = queries.told_figures(card.partner_id, figure.indicator, but=card.pk)
        figure.value = protecting.figure(figure.value or 0, told)
        figure.save(update_fields=["value"])
    _turn(card, STATE.SUBMITTED)
    card.submitted_at, card.submitted_by, card.turn = now(), by.user, card.turn + 1
    card.save(update_fields=["state", "submitted_at", "submitted_by", "turn"])
    audit.record("practice.submitted", on=card, version=card.version)
    return card


@transaction.atomic
def take_back(*, by: Worker, card: Card) -> Card:
    """Make it a draft again. Whoever was reviewing it is free: given to review once more, it is reviewed anew."""
    card = locked(card.pk)
    policies.take_back(by, card).enforce()
    _turn(card, STATE.DRAFT)
    card.submitted_at = card.submitted_by = None
    card.save(update_fields=["state", "submitted_at", "submitted_by"])
    audit.record("practice.taken_back", on=card, version=card.version)
    return card


@transaction.atomic
def publish(*, by: Worker, card: Card) -> Card:
    """Let the network read it, in place of the version before."""
    card = locked(card.pk)
    policies.publish(by, card, queries.latest_review(card)).enforce()
    former = Card.objects.select_for_update(of=("self",)).filter(
        practice=card.practice_id, state=STATE.PUBLISHED
    )
    for one in former:
        _end(by, one, STATE.REPLACED)
    _turn(card, STATE.PUBLISHED)
    card.published_at, card.published_by = now(), by.user
    card.save(update_fields=["state", "published_at", "published_by"])
    _confirm(by, card)
    audit.record("practice.published", on=card, version=card.version, public=card.is_public)
    return card


@transaction.atomic
def new_version(*, by: Worker, card: Card) -> Card:
    """Begin the next version with the words and the files of this one; figures are measured anew."""
    card = locked(card.pk)
    policies.new_version(by, card, is_at_work=queries.is_at_work(card.practice_id)).enforce()
    again = Card(
        id=new_id(), practice=card.practice, partner_id=card.partner_id, version=card.version + 1,
        written_at=now(), written_by=by.user,
    )  # fmt: skip
    for name, value in vars(draft_of(card)).items():
        setattr(again, name, list(value) if isinstance(value, tuple) else value)
    again.save(force_insert=True)
    for file in CardFile.objects.filter(card=card):
        file.pk, file.card, file.added_at = new_id(), again, now()
        file.save(force_insert=True)
    audit.record("practice.next_version_begun", on=again, version=again.version)
    return again


@transaction.atomic
def confirm(*, by: Worker, card: Card) -> Card:
    """Say that the partner still works as the card tells: holds for another year."""
    card = locked(card.pk)
    policies.confirm(by, card, card.practice).enforce()
    _confirm(by, card)
    audit.record("practice.confirmed", on=card)
    return card


def _confirm(by: Worker, card: Card) -> None:
    card.practice.confirmed_at, card.practice.confirmed_by = now(), by.user
    card.practice.save(update_fields=["confirmed_at", "confirmed_by"])


@transaction.atomic
def retire(*, by: Worker, card: Card, reason: str) -> Card:
    """Say that the partner no longer works like this, and why: who took it up reads it."""
    card = locked(card.pk)
    policies.retire(by, card).enforce()
    if not reason.strip():
        raise Refused(_("Say why: partners that took it up read it."))
    return _end(by, card, STATE.RETIRED, reason.strip()[:300])


@transaction.atomic
def restore(*, by: Worker, card: Card) -> Card:
    """Undo its retirement."""
    card = locked(card.pk)
    policies.restore(by, card).enforce()
    _turn(card, STATE.PUBLISHED)
    card.ended_at, card.ended_by, card.end_reason = None, None, ""
    card.save(update_fields=["state", "ended_at", "ended_by", "end_reason"])
    audit.record("practice.restored", on=card)
    return card


def _end(by: Worker, card: Card, state: Card.State, reason: str = "") -> Card:
    _turn(card, state)
    card.ended_at, card.ended_by, card.end_reason = now(), by.user, reason
    card.save(update_fields=["state", "ended_at", "ended_by", "end_reason"])
    audit.record(f"practice.{state}", on=card, version=card.version)
    return card


def _turn(card: Card, state: Card.State) -> None:
    if state not in Card.NEXT[STATE(card.state)]:
        raise Stale(_("This practice has changed meanwhile: load the page again."))
    card.state = state
