# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads of the network that join several tables."""

import datetime as dt
import hashlib
import uuid
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from django.db import connection, models
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from lgnet.core.clock import today
from lgnet.core.rowsecurity import GATE, acting_as
from lgnet.network.models import Colleague, DataAgreement, Invitation, Membership, Organisation, Site
from lgnet.network.worker import Worker


def valid_agreements(day: dt.date | None = None) -> QuerySet[DataAgreement]:
    """The data-processing agreements that hold on a day, by default today."""
    day = day or today()
    return DataAgreement.objects.filter(Q(valid_until=None) | Q(valid_until__gte=day), valid_from__lte=day)


def _at_work(user_id: uuid.UUID, day: dt.date) -> QuerySet[Membership]:
    agreement = valid_agreements(day).filter(organisation=OuterRef("organisation"))
    found = Membership.objects.valid_on(day).filter(Exists(agreement), user=user_id)
    return found.select_related("organisation", "site").order_by("valid_from", "id")


M = TypeVar("M", bound=models.Model)
_ANYBODY, _ANY_DAY = uuid.UUID(int=0), dt.date(1, 1, 1)


@cache
def _composed() -> tuple[str, tuple[Any, ...]]:
    """The statement of `_at_work`. Composing it takes three times as long as running it, and every request does."""
    statement, values = _at_work(_ANYBODY, _ANY_DAY).query.sql_with_params()
    return statement, tuple(values)


def working_memberships(user: Colleague) -> list[Membership]:
    """The memberships in which somebody may work today, the oldest first.

    A membership of an organisation without a valid data-processing agreement does not count: nobody
    works for a partner without one (GDPR art. 28; rules PRIV-1).
    """
    statement, values = _composed()
    known: dict[Any, Any] = {_ANYBODY: user.pk, _ANY_DAY: today()}
    with connection.cursor() as cursor:
        cursor.execute(statement, [known.get(value, value) for value in values])
        return [_membership(row) for row in cursor.fetchall()]


def worker_for(membership_id: uuid.UUID) -> Worker | None:
    """Whom a job works for, asked as the gate; None where the membership has ended since the job was put off."""
    with acting_as(GATE):
        membership = Membership.objects.select_related("user", "organisation").get(pk=membership_id)
        valid = {found.pk for found in working_memberships(membership.user)}
    return Worker(membership.user, membership) if membership.pk in valid else None


def _membership(row: tuple[Any, ...]) -> Membership:
    """The columns of a membership, then those of its organisation, then those of its site, if any."""
    values = iter(row)
    membership, organisation, site = (
        _made(Membership, values),
        _made(Organisation, values),
        _made(Site, values),
    )
    membership.organisation = organisation
    membership.site = site if site.pk else None
    return membership


def _made(model: type[M], values: Iterator[Any]) -> M:
    names = [field.attname for field in model._meta.concrete_fields]
    return model.from_db(connection.alias, names, list(islice(values, len(names))))


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


def at_work(partner_id: uuid.UUID) -> QuerySet[Membership]:
    """The memberships of a partner that have neither ended nor run out; some begin later."""
    open_ones = Membership.objects.filter(organisation_id=partner_id, ended_at=None)
    return open_ones.filter(Q(valid_until=None) | Q(valid_until__gte=today()))


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
