# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A partner's people read, take note and answer; the partner's coordinators are reminded."""

import datetime as dt
import uuid
from decimal import Decimal, InvalidOperation
from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now, today
from lgnet.core.letters import link
from lgnet.core.rowsecurity import current_actor
from lgnet.directives import notifications, policies, queries
from lgnet.directives.models import Addressee, Directive, Reading, Reminder
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker

ANSWER = 4_000
MOST = Decimal(10) ** 11


@transaction.atomic
def open_directive(*, by: Worker, directive: Directive) -> Reading | None:
    """Write down that somebody at a partner opened it, the first time only; the nation leaves no reading."""
    policies.read(by).enforce()
    if policies.is_nation(by) or directive.state == Directive.State.DRAFT:
        return None
    reading, made = Reading.objects.get_or_create(
        directive=directive, partner_id=by.partner_id, reader_id=by.user.pk, defaults={"read_at": now()}
    )
    if made:
        audit.record("directive.read", on=directive)
    return reading


@transaction.atomic
def note(*, by: Worker, directive: Directive) -> None:
    """Say that one took note; said by whoever answers for the partner, the partner has taken note."""
    policies.note(by, directive).enforce()
    open_directive(by=by, directive=directive)
    reading = Reading.objects.select_for_update(of=("self",)).get(
        directive=directive, partner=by.partner_id, reader=by.user.pk
    )
    if reading.noted_at is None:
        reading.noted_at = now()
        reading.save(update_fields=["noted_at"])
        audit.record("directive.noted", on=directive)
    if by.may(Permission.DIRECTIVE_ANSWER):
        addressee = _locked_addressee(directive, by)
        if addressee.acknowledged_at is None:
            addressee.acknowledged_at, addressee.acknowledged_by = now(), by.user
            addressee.save(update_fields=["acknowledged_at", "acknowledged_by"])
            audit.record("directive.acknowledged", on=directive, partner=by.partner_id)


@transaction.atomic
def answer(
    *, by: Worker, directive: Directive, text: str = "", choice: str = "", number: Decimal | None = None
) -> Addressee:
    """Answer for the partner; an answer given anew replaces the former, which the history of rows keeps."""
    addressee = _locked_addressee(directive, by)
    policies.answer(by, addressee, directive).enforce()
    _check_answer(directive, text, choice, number)
    kind = directive.answer_kind
    addressee.answer_text = text.strip()[:ANSWER] if kind == Directive.AnswerKind.TEXT else ""
    addressee.answer_choice = choice if kind == Directive.AnswerKind.CHOICE else ""
    addressee.answer_number = number if kind == Directive.AnswerKind.NUMBER else None
    addressee.answered_at, addressee.answered_by = now(), by.user
    fields = ["answer_text", "answer_choice", "answer_number", "answered_at", "answered_by"]
    addressee.save(update_fields=fields)
    note(by=by, directive=directive)
    audit.record("directive.answered", on=directive, partner=by.partner_id)
    addressee.refresh_from_db()
    return addressee


def _check_answer(directive: Directive, text: str, choice: str, number: Decimal | None) -> None:
    kind = directive.answer_kind
    if kind == Directive.AnswerKind.TEXT and not text.strip():
        raise Refused(_("Write the answer."))
    if kind == Directive.AnswerKind.CHOICE and choice not in directive.choices:
        raise Refused(_("Choose one of the answers."))
    if kind == Directive.AnswerKind.NUMBER and not _is_number(number):
        raise Refused(_("Write the answer as a number."))


def _is_number(number: Decimal | None) -> bool:
    try:
        return number is not None and number.is_finite() and abs(number) < MOST
    except InvalidOperation:
        return False


def _locked_addressee(directive: Directive, by: Worker) -> Addressee:
    rows = Addressee.objects.select_for_update(of=("self",)).filter(
        directive=directive, partner=by.partner_id
    )
    found = rows.first()
    if found is None:
        raise Refused(_("This circular was not addressed to your partner."))
    found.directive = directive
    return found


def tell_partner(*, directive_id: uuid.UUID) -> int:
    """Write to the coordinators of the partner acting now that something was issued to it; the letters sent.

    Run by a job as `lgnet_worker`, in the transaction in which it acts for the partner; run again it sends
    nothing more.
    """
    actor = current_actor()
    addressee = queries.untold(directive_id)
    if actor is None or actor.partner_id is None or addressee is None:
        return 0
    directive = addressee.directive
    letters = [
        notifications.Letter(
            email=user.email, language=user.language, code=directive.code, kind=directive.kind,
            due_on=directive.due_on, late=None, link=link(f"/directives/{directive.pk}/"),
        )
        for user in queries.coordinators_of(actor.partner_id)
    ]  # fmt: skip
    Reminder.objects.create(
        addressee=addressee, partner_id=actor.partner_id, kind=Reminder.Kind.ISSUED, sent_on=today(),
        letters=len(letters),
    )  # fmt: skip
    audit.record("directive.told", on=directive, partner=actor.partner_id, letters=len(letters))
    transaction.on_commit(partial(notifications.issued, letters), robust=True)
    return len(letters)


def remind_partner(*, day: dt.date) -> int:
    """Write to the coordinators of the partner acting now about everything that is due; the letters sent.

    Run by the daily job as `lgnet_worker` for one partner after another, in the transaction in which it acts
    for the partner; twice on a day sends once.
    """
    actor = current_actor()
    if actor is None or actor.partner_id is None:
        return 0
    letters: list[notifications.Letter] = []
    for addressee in queries.due_for_a_reminder(day):
        directive, due_on = addressee.directive, addressee.directive.due_on
        assert due_on is not None  # noqa: S101 - the query asks for it
        mine = [
            notifications.Letter(
                email=user.email, language=user.language, code=directive.code, kind=directive.kind,
                due_on=due_on, late=(day - due_on).days,
                link=link(f"/directives/{directive.pk}/"),
            )
            for user in queries.coordinators_of(actor.partner_id)
        ]  # fmt: skip
        Reminder.objects.create(
            addressee=addressee, partner_id=actor.partner_id, sent_on=day, letters=len(mine)
        )
        letters += mine
    if letters:
        audit.record("directive.reminded", kind="directives.directive", letters=len(letters))
        transaction.on_commit(partial(notifications.reminded, letters), robust=True)
    return len(letters)
