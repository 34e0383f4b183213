# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Files of a report: in, out, away and back."""

import uuid
from urllib.parse import quote

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from lgnet.core.authz import Refused, requires
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.reports import actions, pages, policies
from lgnet.reports.forms import AttachmentForm
from lgnet.reports.pages.writing import ATTACHMENTS, Forms
from lgnet.reports.views import finding
from lgnet.ui.notices import offer_undo
from lgnet.ui.rendering import render_page


@requires(Permission.REPORT_WRITE)
@require_POST
def attach(request: StaffRequest, report_id: uuid.UUID) -> HttpResponse:
    """Keep a file; one that is not taken is refused beside the field."""
    report = finding.report_of(report_id)
    policies.write(request.worker, report).enforce()
    form = AttachmentForm(request.POST, request.FILES)
    if form.is_valid():
        file, row_id = form.cleaned_data["file"], form.cleaned_data["new_id"]
        try:
            actions.attach(
                by=request.worker, report=report, name=file.name, blocks=file.chunks(), attachment_id=row_id
            )
        except Refused as refused:
            form.add_error("file", str(refused.reason))
        else:
            messages.success(request, _("The file is attached."))
            return redirect("reports:write", report.pk, ATTACHMENTS)
    page = pages.write_page(request.worker, report, ATTACHMENTS, Forms(attachment=form))
    return render_page(request, "reports/write.html", page, status=422)


@requires(*finding.READ)
@require_safe
def attachment(request: StaffRequest, attachment_id: uuid.UUID) -> HttpResponse:
    """The file, always as a download: nothing that somebody sent opens inside our pages."""
    found = finding.attachment_of(attachment_id)
    content = actions.see_attachment(by=request.worker, attachment=found)
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(found.name)}",
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(content, content_type=found.content_type, headers=headers)


@requires(Permission.REPORT_WRITE)
@require_POST
def detach(request: StaffRequest, attachment_id: uuid.UUID) -> HttpResponse:
    """Take a file out, with the way back."""
    found = finding.attachment_of(attachment_id)
    actions.detach(by=request.worker, attachment=found)
    undo = reverse("reports:put_back_attachment", args=[found.pk])
    offer_undo(request, _("The file is taken out."), url=undo)
    return redirect("reports:write", found.report_id, ATTACHMENTS)


@requires(Permission.REPORT_WRITE)
@require_POST
def put_back_attachment(request: StaffRequest, attachment_id: uuid.UUID) -> HttpResponse:
    """Put a file back."""
    found = finding.attachment_of(attachment_id)
    actions.put_back_attachment(by=request.worker, attachment=found)
    messages.success(request, _("The file is back."))
    return redirect("reports:write", found.report_id, ATTACHMENTS)
