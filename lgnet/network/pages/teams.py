# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The teams of a partner, and the form of one of them."""

from dataclasses import dataclass

from django.forms import Form

from lgnet.network import queries
from lgnet.network.models import Membership, Team
from lgnet.network.worker import Worker


@dataclass(frozen=True, slots=True)
class TeamRow:
    """A team and the people in it, by name."""

    team: Team
    members: list[Membership]


@dataclass(frozen=True, slots=True)
class TeamsPage:
    """All teams, those in none, and the form of a new one."""

    teams: list[TeamRow]
    alone: list[Membership]
    form: Form


@dataclass(frozen=True, slots=True)
class TeamPage:
    """One team with its form."""

    team: Team
    form: Form


def members_here(by: Worker) -> list[Membership]:
    """Who can be in a team, by name."""
    return list(queries.at_work(by.partner_id).select_related("user").order_by("user__name", "id"))


def teams_page(by: Worker, here: list[Membership], form: Form) -> TeamsPage:
    """The lists as of now; one query beyond the members."""
    teams = Team.objects.filter(partner_id=by.partner_id)
    rows = [TeamRow(team, [one for one in here if one.team_id == team.pk]) for team in teams]
    return TeamsPage(rows, [one for one in here if one.team_id is None], form)
