# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The team of a case: who reads what is restricted, and the form that adds somebody."""

from dataclasses import dataclass

from django.forms import Form

from lgnet.cases import policies
from lgnet.cases.models import Case, CaseMember
from lgnet.cases.pages.case import Head, head_of
from lgnet.core.authz import Verdict
from lgnet.network.worker import Worker


@dataclass(frozen=True)
class TeamPage:
    """Who belongs to the team. The manager stands apart: only the coordinator changes them."""

    head: Head
    manager: list[CaseMember]
    others: list[CaseMember]
    form: Form
    may_join: Verdict
    may_leave: Verdict

    @property
    def case(self) -> Case:
        """The case of the page."""
        return self.head.case


def team_page(by: Worker, case: Case, form: Form) -> TeamPage:
    """The page for a worker: who may not change the team reads why."""
    head = head_of(case)
    is_manager = {member.pk: member.part == CaseMember.Part.MANAGER for member in head.team}
    return TeamPage(
        head=head,
        manager=[member for member in head.team if is_manager[member.pk]],
        others=[member for member in head.team if not is_manager[member.pk]],
        form=form,
        may_join=policies.join_team(by, case),
        may_leave=policies.leave_team(by, case),
    )
