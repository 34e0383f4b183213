# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A report as it is read, on the screen and as a file."""

import uuid

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from lgnet.core.authz import requires
from lgnet.network.middleware import StaffRequest
from lgnet.reports import actions, pages
from lgnet.reports.forms import RemarksForm, ReopenForm
from lgnet.reports.pages import files
from lgnet.reports.views import finding
from lgnet.ui.rendering import render_page


@requires(*finding.READ)
@require_safe
def report(request: StaffRequest, report_id: uuid.UUID) -> HttpResponse:
    """One report."""
    found = finding.report_of(report_id)
    page = pages.read_page(request.worker, found, remarks_form=RemarksForm(), reopen_form=ReopenForm())
    return render_page(request, "reports/report.html", page)


@requires(*finding.READ)
@require_safe
def file(request: StaffRequest, report_id: str, kind: str) -> HttpResponse:
    """One report as a file."""
    page = pages.read_page(request.worker, finding.report_of(report_id))
    made = files.report_file(page, by=request.worker, kind=kind)
    actions.take_out(by=request.worker, what=made.name, kind=kind)
    return finding.sent(made)
