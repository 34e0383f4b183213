# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who belongs to the team of a case after the taking in charge: joining, leaving, coming back."""

from django.db import transaction
from django.utils.translation import gettext as _

from lgnet.cases import policies
from lgnet.cases.actions.case import enter_circle, leave_circle, locked_case, must_work_here
from lgnet.cases.models import Case, CaseMember
from lgnet.core import audit
from lgnet.core.authz import Refused
from lgnet.network.models import Colleague
from lgnet.network.worker import Worker


@transaction.atomic
def join_team(*, by: Worker, case: Case, colleague: Colleague, part: str) -> CaseMember:
    """A colleague belongs to the case's team, and so to the circle that reads what is restricted.

    Whoever is in the team with another part takes the new one; the former stays in the history.
    """
    case = locked_case(case.pk)
    policies.join_team(by, case).enforce()
    if part == CaseMember.Part.MANAGER or case.manager_id == colleague.pk:
        raise Refused(_("A case has one manager: the coordinator changes it."))
    must_work_here(colleague, by)
    present = CaseMember.objects.filter(case=case, user=colleague.pk, left_at=None).first()
    if present is not None and present.part == part:
        return present
    if present is not None:
        leave_circle(case, colleague.pk)
    member = enter_circle(case, colleague, part)
    audit.record("case.team_joined", on=case, colleague=colleague.pk, part=part)
    return member


@transaction.atomic
def leave_team(*, by: Worker, case: Case, colleague: Colleague) -> Case:
    """A colleague leaves the team and no longer reads what is restricted."""
    case = locked_case(case.pk)
    policies.leave_team(by, case).enforce()
    if case.manager_id == colleague.pk:
        raise Refused(_("The case manager does not leave without another one: the coordinator changes it."))
    leave_circle(case, colleague.pk)
    audit.record("case.team_left", on=case, colleague=colleague.pk)
    return case


def rejoin_team(*, by: Worker, member: CaseMember) -> CaseMember:
    """Take a leaving or a change of part back: the colleague is in the team again with the part of that time."""
    return join_team(by=by, case=member.case, colleague=member.user, part=member.part)
