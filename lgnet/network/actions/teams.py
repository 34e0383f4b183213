# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The teams of a partner: who works together. A team gives no access: that follows from role and case."""

import uuid
from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.network import policies, queries
from lgnet.network.models import Team
from lgnet.network.worker import Worker


@transaction.atomic
def save_team(*, by: Worker, team_id: uuid.UUID, name: str, members: Collection[uuid.UUID]) -> Team:
    """Name a team, or give it another name, and say which memberships belong to it: these and no others.

    Whoever was in another team leaves that one. Sent twice with one `team_id` it is one team.
    """
    policies.manage_members(by).enforce()
    name = name.strip()
    others = Team.objects.filter(partner_id=by.partner_id, name__iexact=name).exclude(pk=team_id)
    if others.exists():
        raise Refused(_("There is a team with this name already."))
    team, _made = Team.objects.update_or_create(pk=team_id, partner_id=by.partner_id, defaults={"name": name})
    here = queries.at_work(by.partner_id).select_for_update(of=("self",)).order_by("id")
    chosen = set(members)
    for membership in here:
        belongs = membership.pk in chosen
        if belongs != (membership.team_id == team.pk):
            membership.team = team if belongs else None
            membership.save(update_fields=["team"])
    audit.record("team.saved", on=team, members=len(chosen))
    return team
