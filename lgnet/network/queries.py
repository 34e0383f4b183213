# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads of the network that join several tables."""

import hashlib
import uuid

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from lgnet.core.clock import today
from lgnet.network.models import Colleague, DataAgreement, Invitation, Membership


def valid_agreements() -> QuerySet[DataAgreement]:
    """The data-processing agreements that hold today."""
    day = today()
    return DataAgreement.objects.filter(Q(valid_until=None) | Q(valid_until__gte=day), valid_from__lte=day)


def working_memberships(user: Colleague) -> list[Membership]:
    """The memberships in which somebody may work today, the oldest first.

    A membership of an organisation without a valid data-processing agreement does not count: nobody
    works for a partner without one (GDPR art. 28; rules PRIV-1).
    """
    agreement = valid_agreements().filter(organisation=OuterRef("organisation"))
    return list(
        Membership.objects.valid_now()
        .filter(Exists(agreement), user=user)
        .select_related("organisation", "site")
        .order_by("valid_from", "id")
    )


def why_not_at_work(user: Colleague) -> str:
    """The sentence for somebody who has logged in and has no membership to work in. Asked at the gate."""
    membership = Membership.objects.valid_now().filter(user=user).select_related("organisation").first()
    if membership is None:
        return _(
            "You have no role here today. Ask the administrator of your organisation to invite you again."
        )
    return _(
        "Nobody can work for %(organisation)s today: no data-processing agreement is in force."
        " The national direction registers it as soon as it is signed."
    ) % {"organisation": membership.organisation.short_name}


def administrators(partner_id: uuid.UUID) -> int:
    """How many administrators a partner has today."""
    return (
        Membership.objects.valid_now()
        .filter(organisation_id=partner_id, role="partner_administrator")
        .values("user")
        .distinct()
        .count()
    )


def has_open_membership(user_id: uuid.UUID, organisation_id: uuid.UUID, role: str) -> bool:
    """Whether somebody holds a role at an organisation, today or later."""
    held = Membership.objects.filter(
        user_id=user_id, organisation_id=organisation_id, role=role, ended_at=None
    )
    return held.filter(Q(valid_until=None) | Q(valid_until__gte=today())).exists()


def standing(partner_id: uuid.UUID, email: str, role: str) -> str:
    """Where somebody stands at a partner: "works" in the role, is "invited" to it, or ""."""
    works = Membership.objects.filter(
        Q(valid_until=None) | Q(valid_until__gte=today()),
        organisation_id=partner_id,
        user__email__iexact=email,
        role=role,
        ended_at=None,
    )
    if works.exists():
        return "works"
    return "invited" if open_invitations(partner_id).filter(email__iexact=email, role=role).exists() else ""


def open_invitations(partner_id: uuid.UUID) -> QuerySet[Invitation]:
    """Invitations that nobody accepted or withdrew; some of them may have expired."""
    return Invitation.objects.filter(partner_id=partner_id, accepted_at=None, withdrawn_at=None)


def token_digest(token: str) -> bytes:
    """What is stored of the secret in an invitation's link."""
    return hashlib.sha256(token.encode()).digest()


def invitation_by(token: str) -> Invitation | None:
    """The invitation behind a link, whatever its state."""
    rows = Invitation.objects.select_related("partner", "invited_by")
    return rows.filter(token_digest=token_digest(token)).first()
