# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads of the network that join several tables."""

from django.db.models import Exists, OuterRef, Q

from lgnet.core.clock import today
from lgnet.network.models import Colleague, DataAgreement, Membership


def working_memberships(user: Colleague) -> list[Membership]:
    """The memberships in which somebody may work today, the oldest first.

    A membership of an organisation without a valid data-processing agreement does not count: nobody
    works for a partner without one (GDPR art. 28; rules PRIV-1).
    """
    day = today()
    agreement = DataAgreement.objects.filter(
        Q(valid_until=None) | Q(valid_until__gte=day),
        organisation=OuterRef("organisation"),
        valid_from__lte=day,
    )
    return list(
        Membership.objects.valid_on(day)
        .filter(Exists(agreement), user=user)
        .select_related("organisation", "site")
        .order_by("valid_from", "id")
    )
