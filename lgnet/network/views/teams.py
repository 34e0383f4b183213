# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A partner's administrator names teams and puts people in them."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lgnet.core.authz import Refused, requires
from lgnet.network import actions
from lgnet.network.forms import TeamForm
from lgnet.network.middleware import StaffRequest
from lgnet.network.models import Team
from lgnet.network.pages import teams as pages
from lgnet.network.permissions import Permission
from lgnet.ui.rendering import render_page


@requires(Permission.MEMBERS_MANAGE)
@require_http_methods(["GET", "HEAD", "POST"])
def teams(request: StaffRequest) -> HttpResponse:
    """The teams, and the form of a new one."""
    here = pages.members_here(request.worker)
    form = TeamForm(request.POST, here=here) if request.method == "POST" else TeamForm.of(None, here)
    if form.is_bound and _saved(request, form):
        return redirect("network:teams")
    page = pages.teams_page(request.worker, here, form)
    return render_page(request, "network/teams.html", page, status=422 if form.is_bound else 200)


@requires(Permission.MEMBERS_MANAGE)
@require_http_methods(["GET", "HEAD", "POST"])
def team(request: StaffRequest, pk: UUID) -> HttpResponse:
    """One team: its name and who belongs to it."""
    found = get_object_or_404(Team, pk=pk)
    here = pages.members_here(request.worker)
    typed = request.POST.copy()
    typed["team_id"] = str(pk)  # the address says which team it is, whatever the form says
    form = TeamForm(typed, here=here) if request.method == "POST" else TeamForm.of(found, here)
    if form.is_bound and _saved(request, form):
        return redirect("network:teams")
    page = pages.TeamPage(found, form)
    return render_page(request, "network/team.html", page, status=422 if form.is_bound else 200)


def _saved(request: StaffRequest, form: TeamForm) -> bool:
    if not form.is_valid():
        return False
    try:
        saved = actions.save_team(by=request.worker, **form.cleaned_data)
    except Refused as refused:
        form.add_error("name", str(refused.reason))
        return False
    messages.success(request, _("The team “%(name)s” is saved.") % {"name": saved.name})
    return True
