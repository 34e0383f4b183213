# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The newsletter: asked for twice by whoever wants it, left with one click, written and sent in batches."""

import uuid
from functools import partial

from django.db import connection, transaction
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from lgnet.core import audit, vault
from lgnet.core.authz import Refused
from lgnet.core.clock import now
from lgnet.core.ids import new_id
from lgnet.core.models import DataKey
from lgnet.network.models import Organisation
from lgnet.network.worker import Worker
from lgnet.society import policies, queries
from lgnet.society.actions.registering import sealed
from lgnet.society.models import Delivery, Issue, Subscription
from lgnet.society.notifications import public as public_letters

CONSENT = "newsletter-1"
TEXT = 10_000
BATCH = 50


def subscribe(*, partner: Organisation, email: str, language: str, sending: uuid.UUID | None = None) -> bool:
    """Ask for a newsletter; nothing comes before the link in the letter was followed. Sent twice, it is one link."""
    email, made = email.strip().lower(), sending or new_id()
    key = DataKey.fresh(partner_id=partner.pk)
    with connection.cursor() as cursor:
        cursor.execute(
            "select verdict, subscription from society_subscribe(%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
            [
                made, partner.pk, key.pk, key.key_id, bytes(key.wrapped or b""),
                sealed(Subscription, "email", key, made, email),
                vault.blind_index(f"society.newsletter.{partner.pk}", email), language, CONSENT, now(),
            ],
        )  # fmt: skip
        verdict, subscription = cursor.fetchone()
    if subscription is not None:
        letter = public_letters.subscribed if verdict == "known" else public_letters.confirm_subscription
        transaction.on_commit(partial(letter, email, language, partner.short_name, subscription), robust=True)
    return bool(verdict != "closed")


def confirm_subscription(*, subscription: uuid.UUID) -> bool:
    """The link of the letter was followed."""
    return _done("select society_confirm_subscription(%s, %s)", subscription)


def unsubscribe(*, subscription: uuid.UUID) -> bool:
    """End it: the address and its key are gone. Again it changes nothing."""
    return _done("select society_unsubscribe(%s, %s)", subscription)


def _done(statement: str, thing: uuid.UUID) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(statement, [thing, now()])
        return bool(cursor.fetchone()[0])


@transaction.atomic
def write(*, by: Worker, language: str, subject: str, body: str, issue_id: uuid.UUID | None = None) -> Issue:
    """Begin a letter; sent twice with the same id it is one."""
    policies.compose(by).enforce()
    found = Issue.objects.filter(pk=issue_id).first() if issue_id else None
    if found is not None:
        return found
    issue = Issue(id=issue_id or new_id(), partner_id=by.partner_id, made_at=now(), made_by=by.user)
    _fill(issue, language, subject, body)
    issue.save(force_insert=True)
    audit.record("newsletter.written", on=issue)
    return issue


@transaction.atomic
def edit(*, by: Worker, issue: Issue, language: str, subject: str, body: str) -> Issue:
    """Change a letter that was not sent."""
    issue = _locked(issue)
    policies.edit_issue(by, issue).enforce()
    _fill(issue, language, subject, body)
    issue.save()
    audit.record("newsletter.edited", on=issue)
    return issue


@transaction.atomic
def send(*, by: Worker, issue: Issue) -> Issue:
    """Have a job send it to all who asked for it in its language."""
    issue = _locked(issue)
    policies.send(by, issue).enforce()
    issue.state, issue.sent_at, issue.sent_by = Issue.State.SENDING, now(), by.user
    issue.save(update_fields=["state", "sent_at", "sent_by"])
    audit.record("newsletter.sent", on=issue)
    task = app.configure_task("society.send", allow_unknown=True)
    task.defer(issue_id=str(issue.pk), partner_id=str(issue.partner_id))
    return issue


def send_batch(*, issue_id: uuid.UUID) -> int:
    """Send it to the next few who have not got it; 0 when all have. Run by a job for the partner that writes.

    That a letter goes out is written down before it goes: after a failure somebody may lack one, nobody gets two.
    """
    issue = Issue.objects.select_related("partner").get(pk=issue_id)
    if issue.state != Issue.State.SENDING:
        return 0
    batch = list(queries.not_sent_yet(issue)[:BATCH])
    if not batch:
        issue.state = Issue.State.SENT
        issue.save(update_fields=["state"])
        Delivery.objects.filter(issue=issue).delete()
        return 0
    Delivery.objects.bulk_create(
        Delivery(issue=issue, partner_id=issue.partner_id, subscription_id=one.pk, sent_at=now())
        for one in batch
    )
    issue.letters += len(batch)
    issue.save(update_fields=["letters"])
    letters = [(one.email, one.pk) for one in batch]
    transaction.on_commit(partial(public_letters.issue, issue, letters), robust=True)
    return len(batch)


def _fill(issue: Issue, language: str, subject: str, body: str) -> None:
    issue.language, issue.subject, issue.body = language, " ".join(subject.split())[:120], body.strip()[:TEXT]
    if not issue.subject or not issue.body:
        raise Refused(_("Write a subject and a text."))


def _locked(issue: Issue) -> Issue:
    found = Issue.objects.select_for_update(of=("self",)).filter(pk=issue.pk).first()
    if found is None:
        raise Refused(_("This is another partner's."))
    return found
