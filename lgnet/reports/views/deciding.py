# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the nation decides about a report."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lgnet.core.authz import requires
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.reports import actions, pages, policies
from lgnet.reports.forms import RemarksForm, ReopenForm
from lgnet.reports.views import finding
from lgnet.ui.rendering import render_page


@requires(Permission.REPORT_VALIDATE)
@require_POST
def decide(request: StaffRequest, report_id: uuid.UUID) -> HttpResponse:
    """Validate the report, or send it back with the remarks that were written beside it."""
    report, form = finding.report_of(report_id), RemarksForm(request.POST)
    valid = form.is_valid()
    if request.POST.get("decision") == "validate" and valid and not form.remarks():
        actions.validate(by=request.worker, report=report)
        messages.success(request, _("The report is validated."))
        return redirect("reports:report", report.pk)
    policies.send_back(request.worker, report).enforce()
    if request.POST.get("decision") == "validate" and valid:
        form.add_error(None, _("There are remarks: send the report back, or take them out to validate it."))
    elif valid and not form.remarks():
        form.add_error(None, _("Write at least one remark: the partner must know what to correct."))
    if form.errors:
        page = pages.read_page(request.worker, report, remarks_form=form)
        return render_page(request, "reports/report.html", page, status=422)
    actions.send_back(by=request.worker, report=report, remarks=form.remarks())
    messages.success(request, _("The report is with the partner again, with your remarks."))
    return redirect("reports:report", report.pk)


@requires(Permission.REPORT_VALIDATE)
@require_POST
def reopen(request: StaffRequest, report_id: uuid.UUID) -> HttpResponse:
    """Re-open a validated report, with the reason."""
    report, form = finding.report_of(report_id), ReopenForm(request.POST)
    policies.reopen(request.worker, report).enforce()
    if not form.is_valid():
        page = pages.read_page(request.worker, report, reopen_form=form)
        return render_page(request, "reports/report.html", page, status=422)
    actions.reopen(by=request.worker, report=report, **form.cleaned_data)
    messages.success(request, _("The report is re-opened: the partner can change it."))
    return redirect("reports:report", report.pk)
