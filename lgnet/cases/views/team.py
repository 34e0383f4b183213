# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The team of a case in the browser."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from lgnet.cases.actions import team as actions
from lgnet.cases.actions.work import see_case
from lgnet.cases.forms.team import TeamForm
from lgnet.cases.models import Case, CaseMember
from lgnet.cases.pages.team import team_page
from lgnet.cases.queries.colleagues import colleagues_on_cases
from lgnet.cases.queries.team import team_of
from lgnet.cases.views.case import case_or_404
from lgnet.core.authz import Refused, requires
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.ui import notices
from lgnet.ui.rendering import render_page


@requires(Permission.CASE_SEE)
@require_http_methods(["GET", "HEAD", "POST"])
def team(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Who belongs to the team, and the form to add somebody or to give another part."""
    by, case = request.worker, case_or_404(pk)
    colleagues = [one for one in colleagues_on_cases(case.partner_id) if one.pk != case.manager_id]
    form = TeamForm(request.POST or None, colleagues=colleagues)
    if request.method == "POST" and form.is_valid():
        try:
            return _joined(request, case, form)
        except Refused as refused:
            form.add_error(None, str(refused.reason))
    see_case(by=by, case=case)
    status = 422 if request.method == "POST" else 200
    return render_page(request, "cases/team.html", team_page(by, case, form), status=status)


def _joined(request: StaffRequest, case: Case, form: TeamForm) -> HttpResponse:
    who = form.chosen()
    former = next((member for member in team_of(case) if member.user_id == who.pk), None)
    member = actions.join_team(by=request.worker, case=case, colleague=who, part=form.cleaned_data["part"])
    undo = reverse("cases:rejoin" if former else "cases:leave", args=[former.pk if former else member.pk])
    notices.offer_undo(request, _("%(name)s belongs to the team.") % {"name": who.name}, url=undo)
    return redirect("cases:team", case.pk)


def _member_or_404(pk: UUID) -> CaseMember:
    return get_object_or_404(CaseMember.objects.select_related("case", "user"), pk=pk)


@requires(Permission.CASE_SEE)
@require_POST
def leave(request: StaffRequest, pk: UUID) -> HttpResponse:
    """A colleague leaves the team."""
    member = _member_or_404(pk)
    actions.leave_team(by=request.worker, case=member.case, colleague=member.user)
    said = _("%(name)s no longer belongs to the team.") % {"name": member.user.name}
    notices.offer_undo(request, said, url=reverse("cases:rejoin", args=[member.pk]))
    return redirect("cases:team", member.case_id)


@requires(Permission.CASE_SEE)
@require_POST
def rejoin(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Back in the team with the part of before."""
    member = _member_or_404(pk)
    actions.rejoin_team(by=request.worker, member=member)
    messages.success(request, _("%(name)s is in the team as before.") % {"name": member.user.name})
    return redirect("cases:team", member.case_id)
