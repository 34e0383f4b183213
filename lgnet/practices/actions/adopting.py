# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A partner takes a practice up, works through its steps and says with what result it ended."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now, today
from lgnet.direction import queries as direction
from lgnet.direction.indicators import INDICATORS
from lgnet.network.models import Colleague
from lgnet.network.worker import Worker
from lgnet.practices import policies, protecting, queries
from lgnet.practices.actions.telling import Told, tell
from lgnet.practices.models import Adoption, AdoptionStep, Card, ComparedMonth, Feedback

TEXT = 4_000
MOST_STEPS = 40


@transaction.atomic
def adopt(
    *,
    by: Worker,
    card: Card,
    owner: Colleague,
    aim: str = "",
    indicator: str = "",
    started_on: dt.date | None = None,
    due_on: dt.date | None = None,
) -> Adoption:
    """Begin a project with the steps of the card; its author is told."""
    is_under_way = queries.is_under_way(by, card.practice_id)
    policies.adopt(by, card, is_under_way=is_under_way).enforce()
    definition = INDICATORS.get(indicator)
    if indicator and definition is None:
        raise Refused(_("Choose an indicator of the network."))
    starts = started_on or today()
    if due_on is not None and due_on < starts:
        raise Refused(_("It cannot end before it begins."))
    adoption = Adoption.objects.create(
        practice_id=card.practice_id, card=card, author_id=card.partner_id, partner_id=by.partner_id, owner=owner,
        aim=aim.strip()[:TEXT], indicator=indicator, definition_version=definition.version if definition else None,
        started_on=starts, due_on=due_on, begun_at=now(), begun_by=by.user,
    )  # fmt: skip
    AdoptionStep.objects.bulk_create(
        AdoptionStep(adoption=adoption, partner_id=by.partner_id, position=position, text=text)
        for position, text in enumerate(card.steps, start=1)
    )
    audit.record("practice.taken_up", on=adoption, card=card.pk, steps=len(card.steps))
    tell(Told.TAKEN_UP, partner_id=card.partner_id, card_id=card.pk)
    return adoption


@transaction.atomic
def add_step(
    *,
    by: Worker,
    adoption: Adoption,
    text: str,
    owner: Colleague | None = None,
    due_on: dt.date | None = None,
) -> AdoptionStep:
    """Add a step that the card does not have."""
    adoption = _locked(adoption.pk)
    policies.work_on(by, adoption).enforce()
    last = adoption.steps.aggregate(last=Max("position"))["last"] or 0
    if last >= MOST_STEPS:
        raise Refused(_("At most forty steps: more than that is another project."))
    if not text.strip():
        raise Refused(_("Write the step."))
    step = AdoptionStep.objects.create(
        adoption=adoption, partner_id=by.partner_id, position=last + 1, text=" ".join(text.split())[:300],
        owner=owner, due_on=due_on,
    )  # fmt: skip
    audit.record("practice.step_added", on=adoption, step=step.pk)
    return step


@transaction.atomic
def change_step(
    *, by: Worker, step: AdoptionStep, text: str, owner: Colleague | None, due_on: dt.date | None
) -> AdoptionStep:
    """Say who does a step by when, or say it otherwise; a step left without words is no longer needed."""
    step = _locked_step(step.pk)
    policies.work_on(by, step.adoption).enforce()
    if not text.strip():
        audit.record("practice.step_removed", on=step.adoption, step=step.pk)
        step.delete()
        return step
    step.text, step.owner, step.due_on = " ".join(text.split())[:300], owner, due_on
    step.save(update_fields=["text", "owner", "due_on"])
    audit.record("practice.step_changed", on=step.adoption, step=step.pk)
    return step


@transaction.atomic
def tick(*, by: Worker, step: AdoptionStep) -> AdoptionStep:
    """Say that a step is done."""
    step = _locked_step(step.pk)
    policies.work_on(by, step.adoption).enforce()
    if step.done_at is None:
        _set_done(step, now(), by.user)
        audit.record("practice.step_done", on=step.adoption, step=step.pk)
    return step


@transaction.atomic
def untick(*, by: Worker, step: AdoptionStep) -> AdoptionStep:
    """Undo that."""
    step = _locked_step(step.pk)
    policies.work_on(by, step.adoption).enforce()
    _set_done(step, None, None)
    audit.record("practice.step_not_done", on=step.adoption, step=step.pk)
    return step


def _set_done(step: AdoptionStep, at: dt.datetime | None, by: Colleague | None) -> None:
    step.done_at, step.done_by = at, by
    step.save(update_fields=["done_at", "done_by"])


@dataclass(frozen=True)
class Ending:
    """With what result an adoption ended; `feedback` is for the author alone."""

    outcome: str
    result: str
    changed: str = ""
    feedback: str = ""


@transaction.atomic
def end(*, by: Worker, adoption: Adoption, ending: Ending) -> Adoption:
    """Say how it ended. The comparison is frozen as it may be told, and the author gets the result."""
    adoption = _locked(adoption.pk)
    policies.end(by, adoption).enforce()
    if ending.outcome not in set(Adoption.Outcome.values) - {""}:
        raise Refused(_("Say how it ended."))
    if not ending.result.strip():
        raise Refused(_("Say what came of it: also what did not work helps the others."))
    _freeze(adoption)
    adoption.outcome = ending.outcome
    adoption.result, adoption.changed = ending.result.strip()[:TEXT], ending.changed.strip()[:TEXT]
    adoption.ended_at, adoption.ended_by = now(), by.user
    adoption.save()
    if ending.feedback.strip():
        Feedback.objects.create(
            adoption=adoption, author_id=adoption.author_id, partner_id=by.partner_id,
            text=ending.feedback.strip()[:TEXT], given_at=now(), given_by=by.user,
        )  # fmt: skip
    audit.record("practice.adoption_ended", on=adoption, outcome=ending.outcome)
    tell(Told.ENDED, partner_id=adoption.author_id, card_id=adoption.card_id)
    return adoption


def _freeze(adoption: Adoption) -> None:
    """Compare before and after, and keep only what may be told."""
    definition = INDICATORS.get(adoption.indicator)
    if definition is None:
        return
    by_month = direction.figures(adoption.partner_id, [definition])[definition.code].by_month()
    found = protecting.compared(by_month, started_on=adoption.started_on, until=today())
    if found is None:
        return
    adoption.definition_version, adoption.compared_at = definition.version, now()
    adoption.before, adoption.after = found.before, found.after
    ComparedMonth.objects.bulk_create(
        ComparedMonth(
            adoption=adoption, partner_id=adoption.partner_id, month=month, is_after=month >= found.first_after,
            value=value,
        )
        for month, value in found.months.items()
    )  # fmt: skip


def _locked(adoption_id: uuid.UUID) -> Adoption:
    found = Adoption.objects.select_for_update(of=("self",)).filter(pk=adoption_id).first()
    if found is None:  # what is read and not one's own cannot be held
        raise Refused(_("Another partner takes this practice up."))
    return found


def _locked_step(step_id: uuid.UUID) -> AdoptionStep:
    rows = AdoptionStep.objects.select_for_update(of=("self",)).select_related("adoption")
    return rows.get(pk=step_id)
