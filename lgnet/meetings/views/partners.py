# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whole partners are invited to a meeting, and their coordinator says who comes."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from lgnet.core.authz import Refused, requires
from lgnet.meetings import actions, policies, queries
from lgnet.meetings.forms import AppointForm, PartnersForm
from lgnet.meetings.views.meetings import PART, meeting_or_404, shown
from lgnet.network.middleware import StaffRequest


@requires(PART)
@require_POST
def invite_partners(request: StaffRequest, meeting_id: uuid.UUID) -> HttpResponse:
    """Invite partners as a whole."""
    found = meeting_or_404(meeting_id)
    policies.invite_partners(request.worker, found).enforce()
    form = PartnersForm(request.POST, partners=queries.partners_to_invite(found))
    if form.is_valid():
        n = actions.invite_partners(by=request.worker, meeting=found, partners=form.partners())
        text = ngettext("%(n)s partner is invited.", "%(n)s partners are invited.", n)
        messages.success(request, text % {"n": n})
        return redirect("meetings:meeting", meeting_id)
    return shown(request, found, status=422, partners=form)


@requires(PART)
@require_POST
def appoint(request: StaffRequest, meeting_id: uuid.UUID) -> HttpResponse:
    """Say who of one's partner comes."""
    found = meeting_or_404(meeting_id)
    form = AppointForm(request.POST, colleagues=queries.colleagues_to_appoint(request.worker, found))
    if form.is_valid():
        try:
            actions.appoint(by=request.worker, meeting=found, colleagues=form.colleagues())
        except Refused as refused:
            form.add_error("colleagues", str(refused.reason))
        else:
            messages.success(request, _("They are enrolled, and told."))
            return redirect("meetings:meeting", meeting_id)
    return shown(request, found, status=422, appoint=form)
