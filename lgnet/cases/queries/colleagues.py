# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who can work on cases here, and who changed something last."""

import uuid

from django.db.models import Exists, OuterRef, QuerySet

from lgnet.core.models import RowHistory
from lgnet.network.models import Colleague, Membership
from lgnet.network.permissions import ROLES, Permission

CASE_ROLES = [code for code, role in ROLES.items() if Permission.CASE_WORK in role.permissions]


def case_memberships(partner_id: uuid.UUID) -> QuerySet[Membership]:
    """The memberships, valid today, whose role works on cases."""
    return Membership.objects.valid_now().filter(organisation=partner_id, role__in=CASE_ROLES)


def colleagues_on_cases(partner_id: uuid.UUID) -> QuerySet[Colleague]:
    """Everybody here who can be a case manager or belong to a team, by name."""
    valid = case_memberships(partner_id).filter(user=OuterRef("pk"))
    return Colleague.objects.filter(Exists(valid)).order_by("name", "id")


def works_on_cases(colleague: Colleague, partner_id: uuid.UUID) -> bool:
    """Whether the colleague has a valid membership here whose role works on cases."""
    return case_memberships(partner_id).filter(user=colleague.pk).exists()


def last_changed_by(row_id: uuid.UUID) -> Colleague | None:
    """Who changed the row last; None where nobody did since it was made."""
    latest = RowHistory.objects.filter(row_id=row_id, actor_id__isnull=False).order_by("-at", "-id").first()
    if latest is None or latest.actor_id is None:
        return None
    return Colleague.objects.filter(pk=latest.actor_id).first()
