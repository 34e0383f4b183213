# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Bring in a spreadsheet: send, map, look at what would happen, write, undo."""

import uuid
from io import BytesIO

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lgnet.core.authz import Refused, requires
from lgnet.core.clock import now
from lgnet.directory import actions
from lgnet.directory.forms.sheets import ColumnsForm, SheetForm
from lgnet.directory.models import SheetRun
from lgnet.directory.pages.sheets import sheet_page, sheets_page
from lgnet.directory.sheets import TARGETS
from lgnet.interop.sheets import Column, Manifest, SheetRefused, write_xlsx
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.ui import notices
from lgnet.ui.rendering import render_page

PUBLISH = Permission.DIRECTORY_PUBLISH


@requires(PUBLISH)
@require_http_methods(["GET", "HEAD", "POST"])
def list_(request: StaffRequest) -> HttpResponse:
    """Send a file; the files so far."""
    form = SheetForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        sent = form.cleaned_data["file"]
        given = {"kind": form.cleaned_data["kind"], "file": sent.file, "name": sent.name}
        try:
            made = actions.receive(by=request.worker, **given)
        except SheetRefused as refused:
            form.add_error("file", str(refused))
        else:
            return redirect("directory:sheet", made.pk)
    page = sheets_page(request.worker, form)
    return render_page(request, "directory/sheets.html", page, status=422 if form.is_bound else 200)


def run_or_404(run_id: uuid.UUID) -> SheetRun:
    """A file that exists for who asks."""
    return get_object_or_404(SheetRun.objects.select_related("partner", "read_by", "done_by"), pk=run_id)


@requires(PUBLISH)
@require_safe
def run(request: StaffRequest, run_id: uuid.UUID) -> HttpResponse:
    """One file: what would be written, what is wrong."""
    found = run_or_404(run_id)
    page = sheet_page(request.worker, found, ColumnsForm(found))
    return render_page(request, "directory/sheet.html", page)


@requires(PUBLISH)
@require_POST
def columns(request: StaffRequest, run_id: uuid.UUID) -> HttpResponse:
    """Say what each column is."""
    found = run_or_404(run_id)
    form = ColumnsForm(found, request.POST)
    if form.is_valid():
        actions.map_columns(by=request.worker, run=found, columns=form.columns())
    return redirect("directory:sheet", run_id)


@requires(PUBLISH)
@require_POST
def write(request: StaffRequest, run_id: uuid.UUID) -> HttpResponse:
    """Write it."""
    try:
        made = actions.write_sheet(by=request.worker, run=run_or_404(run_id))
    except Refused as refused:
        messages.error(request, str(refused.reason))
    else:
        told = _("%(n)s lines are written. Nothing is published yet.") % {"n": made.rows_written}
        notices.offer_undo(request, told, url=reverse("directory:undo_sheet", args=[run_id]))
    return redirect("directory:sheet", run_id)


@requires(PUBLISH)
@require_POST
def undo(request: StaffRequest, run_id: uuid.UUID) -> HttpResponse:
    """Take away what it wrote."""
    try:
        actions.undo_sheet(by=request.worker, run=run_or_404(run_id))
    except Refused as refused:
        messages.error(request, str(refused.reason))
    else:
        messages.success(request, _("What the file wrote is gone."))
    return redirect("directory:sheet", run_id)


@requires(PUBLISH)
@require_safe
def empty(request: StaffRequest, kind: str) -> HttpResponse:
    """An empty spreadsheet with the names of the columns."""
    if kind not in TARGETS:
        raise Http404
    names = [Column(str(target.label)) for target in TARGETS[kind].values()]
    content = BytesIO()
    write_xlsx(content, names, [], Manifest(_("Empty spreadsheet"), request.worker.user.name, now()))
    kind_of_file = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    headers = {"Content-Disposition": f'attachment; filename="{kind}.xlsx"'}
    return HttpResponse(content.getvalue(), content_type=kind_of_file, headers=headers)
