# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The team of a case: the circle that reads what is restricted."""

import uuid

from django.db.models import Prefetch, prefetch_related_objects

from lgnet.cases.models import Case, CaseMember

_PRESENT = CaseMember.objects.filter(left_at=None).select_related("user").order_by("joined_at", "id")
TEAM = Prefetch("members", queryset=_PRESENT, to_attr="present_team")


def team_of(case: Case) -> list[CaseMember]:
    """Who belongs to the case's team now. One query for each instance, however often it is asked."""
    prefetch_related_objects([case], TEAM)
    team: list[CaseMember] = getattr(case, "present_team", [])
    return team


def in_circle(user_id: uuid.UUID, case: Case) -> bool:
    """Whether somebody belongs to the case's team now."""
    return any(member.user_id == user_id for member in team_of(case))
