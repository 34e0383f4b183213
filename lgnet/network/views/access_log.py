# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The data protection officer reads the access log and verifies it. Reading it is recorded as well."""

from django.http import HttpResponse
from django.views.decorators.http import require_GET, require_POST

from lgnet.core.authz import requires
from lgnet.network import actions
from lgnet.network.forms import LogFilterForm
from lgnet.network.middleware import StaffRequest
from lgnet.network.pages import access_log as pages
from lgnet.network.permissions import Permission
from lgnet.network.trail import Wanted
from lgnet.ui.rendering import render_page


@requires(Permission.AUDIT_SEE)
@require_GET
def access_log(request: StaffRequest) -> HttpResponse:
    """Who did or saw what."""
    form = LogFilterForm(request.GET, partner_id=request.worker.partner_id)
    wanted = form.wanted()
    page = pages.access_log_page(request.worker, form, wanted, request.GET.get("after", ""))
    actions.see_access_log(by=request.worker, wanted=wanted)
    return render_page(request, "network/access_log.html#rows", page)


@requires(Permission.AUDIT_SEE)
@require_POST
def verify(request: StaffRequest) -> HttpResponse:
    """Recompute the partner's chain from its first entry on, and say how it stands."""
    report = actions.verify_access_log(by=request.worker)
    form = LogFilterForm({}, partner_id=request.worker.partner_id)
    page = pages.access_log_page(request.worker, form, Wanted(), "", report)
    return render_page(request, "network/access_log.html", page)
