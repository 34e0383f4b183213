# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Inviting somebody, and what becomes of the invitation. The secret in the link exists in the mail only."""

import datetime as dt
import secrets
import uuid
from collections.abc import Callable
from functools import partial

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.core.clock import now, today
from lgnet.core.ids import new_id
from lgnet.core.rowsecurity import Actor, DbRole, acting_as
from lgnet.network import notifications, policies, queries
from lgnet.network.actions.members import close_expired
from lgnet.network.models import Colleague, Invitation, Membership, User
from lgnet.network.worker import Worker

VALID_FOR = dt.timedelta(days=7)
LinkMaker = Callable[[str], str]  # from the secret to the address that the invited person opens


@transaction.atomic
def invite(
    *,
    by: Worker,
    email: str,
    name: str,
    role: str,
    link: LinkMaker,
    valid_until: dt.date | None = None,
    invitation_id: uuid.UUID | None = None,
) -> tuple[Invitation, str]:
    """Ask somebody to join the partner in a role; they get a mail. Returns the invitation and its link.

    `invitation_id` is the id the form was drawn with: sent twice, it finds the first invitation, without a link.
    """
    known = Invitation.objects.filter(pk=invitation_id).first() if invitation_id else None
    if known is not None:
        return known, ""
    email = email.strip().lower()
    policies.invite(by, role, standing=queries.standing(by.partner_id, email, role)).enforce()
    close_expired(by, role, Q(user__email__iexact=email))
    token = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        id=invitation_id or new_id(), partner_id=by.partner_id, email=email, name=name.strip(), role=role,
        valid_until=valid_until, token_digest=queries.token_digest(token), invited_at=now(), invited_by=by.user,
        expires_at=now() + VALID_FOR,
    )  # fmt: skip
    audit.record("invitation.sent", on=invitation, role=role)
    return invitation, _send(by, invitation, link(token))


@transaction.atomic
def resend_invitation(*, by: Worker, invitation: Invitation, link: LinkMaker) -> str:
    """Send a fresh link for seven more days; the former one stops working. Returns the link."""
    invitation = _locked(invitation)
    policies.resend_invitation(by, invitation).enforce()
    token = secrets.token_urlsafe(32)
    invitation.token_digest, invitation.expires_at = queries.token_digest(token), now() + VALID_FOR
    invitation.save(update_fields=["token_digest", "expires_at"])
    audit.record("invitation.sent_again", on=invitation)
    return _send(by, invitation, link(token))


def note_link_shown(*, by: Worker, invitation: Invitation) -> None:
    """Write down who saw the link of an invitation: whoever holds it joins in the invited person's place."""
    policies.manage_members(by).enforce()
    audit.record("invitation.link_shown", on=invitation)


@transaction.atomic
def withdraw_invitation(*, by: Worker, invitation: Invitation) -> Invitation:
    """Take an invitation back: its link stops working at once."""
    invitation = _locked(invitation)
    policies.withdraw_invitation(by, invitation).enforce()
    invitation.withdrawn_at = now()
    invitation.save(update_fields=["withdrawn_at"])
    audit.record("invitation.withdrawn", on=invitation)
    return invitation


@transaction.atomic
def accept_invitation(*, token: str, name: str = "", password: str = "") -> Membership:
    """Join, as the link in the mail offers. Who has no account yet makes one with `name` and `password`.

    Runs as the gate. Whoever holds the link reads the mailbox: that is all the proof there is.
    """
    found = Invitation.objects.filter(token_digest=queries.token_digest(token))
    invitation = found.select_for_update(of=("self",)).first()
    policies.accept_invitation(invitation).enforce()
    if invitation is None:
        raise Refused(_("This link does not work."))
    colleague = Colleague.objects.filter(email__iexact=invitation.email).first()
    made = colleague is None
    if colleague is None:
        user = User(email=invitation.email, name=name.strip() or invitation.name)
        user.set_password(password)
        user.save(force_insert=True)
        colleague = user
    membership, _made = Membership.objects.get_or_create(
        user=colleague, organisation_id=invitation.partner_id, role=invitation.role, ended_at=None,
        defaults={"valid_from": today(), "valid_until": invitation.valid_until},
    )  # fmt: skip
    invitation.accepted_at = now()
    invitation.save(update_fields=["accepted_at"])
    with acting_as(Actor(DbRole.GATE, invitation.partner_id, colleague.pk)):  # the partner's own chain
        audit.record("invitation.accepted", on=invitation, new_account=made)
        audit.record("membership.began", on=membership, role=membership.role)
    return membership


def _locked(invitation: Invitation) -> Invitation:
    return Invitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)


def _send(by: Worker, invitation: Invitation, link: str) -> str:
    letter = notifications.Letter(
        invitation.email, invitation.name, by.user.name, by.organisation.name, link, invitation.expires_at
    )
    # Robust: a mail server that is away undoes nothing; the invitation can be sent again.
    transaction.on_commit(partial(notifications.invited, letter), robust=True)
    return link
