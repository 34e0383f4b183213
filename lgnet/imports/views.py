# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of imports, and people as a file."""

import uuid
from typing import IO

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lgnet.core.authz import Refused, requires
from lgnet.imports import actions, pages
from lgnet.imports.actions.exporting import export_people as make_export
from lgnet.imports.actions.exporting import export_problems
from lgnet.imports.forms import ColumnsForm, UploadForm
from lgnet.imports.models import ImportRun
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.ui.rendering import render_page


@require_GET
@requires(Permission.PERSON_IMPORT)
def list_(request: StaffRequest) -> HttpResponse:
    """The imports made so far."""
    return render_page(request, "imports/list.html", pages.list_page(request.worker, UploadForm()))


@require_http_methods(["GET", "POST"])
@requires(Permission.PERSON_IMPORT)
def new(request: StaffRequest) -> HttpResponse:
    """Take a file in."""
    if request.method == "GET":
        return redirect("imports:list")
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return render_page(request, "imports/list.html", pages.list_page(request.worker, form), status=422)
    sent = form.cleaned_data["file"]
    try:
        run = actions.receive(
            by=request.worker, file_name=sent.name, blocks=sent.chunks(), run_id=form.cleaned_data["new_id"]
        )
    except Refused as refused:
        page = pages.list_page(request.worker, UploadForm(), refused=refused.reason)
        return render_page(request, "imports/list.html", page, status=422)
    return redirect("imports:run", run.pk)


def _run(run_id: uuid.UUID) -> ImportRun:
    return get_object_or_404(ImportRun.objects.select_related("started_by"), pk=run_id)


def _form(run: ImportRun) -> ColumnsForm | None:
    header = pages.header_of(run)
    return ColumnsForm(header, run.columns, initial={"with_cases": run.with_cases}) if header else None


@require_GET
@requires(Permission.PERSON_IMPORT)
def run(request: StaffRequest, run_id: uuid.UUID) -> HttpResponse:
    """One import: its columns, its check, its progress, its end."""
    found = actions.fail_if_abandoned(by=request.worker, run=_run(run_id))
    return render_page(request, "imports/run.html#state", pages.run_page(request.worker, found, _form(found)))


@require_POST
@requires(Permission.PERSON_IMPORT)
def columns(request: StaffRequest, run_id: uuid.UUID) -> HttpResponse:
    """Say which column is what, and check."""
    found = _run(run_id)
    form = ColumnsForm(pages.header_of(found), found.columns, request.POST)
    if not form.is_valid():
        page = pages.run_page(request.worker, found, form)
        return render_page(request, "imports/run.html", page, status=422)
    try:
        actions.map_columns(
            by=request.worker, run=found, columns=form.columns(), with_cases=form.cleaned_data["with_cases"]
        )
    except Refused as refused:
        page = pages.run_page(request.worker, found, form, refused=refused.reason)
        return render_page(request, "imports/run.html", page, status=422)
    return redirect("imports:run", run_id)


@require_POST
@requires(Permission.PERSON_IMPORT)
def write(request: StaffRequest, run_id: uuid.UUID) -> HttpResponse:
    """Write everybody, or everybody without errors."""
    actions.start_writing(by=request.worker, run=_run(run_id), skip_bad_lines="skip" in request.POST)
    return redirect("imports:run", run_id)


@require_POST
@requires(Permission.PERSON_IMPORT)
def give_up(request: StaffRequest, run_id: uuid.UUID) -> HttpResponse:
    """Throw the file away."""
    actions.give_up(by=request.worker, run=_run(run_id))
    messages.success(request, _("The file was thrown away. Nothing was written."))
    return redirect("imports:list")


@require_POST
@requires(Permission.PERSON_IMPORT)
def undo(request: StaffRequest, run_id: uuid.UUID) -> HttpResponse:
    """Have the whole import taken back."""
    actions.start_undo(by=request.worker, run=_run(run_id))
    return redirect("imports:run", run_id)


@require_GET
@requires(Permission.PERSON_IMPORT)
def problems(request: StaffRequest, run_id: uuid.UUID) -> HttpResponseBase:
    """What was found, as a spreadsheet to work through."""
    return _download(export_problems(by=request.worker, run=_run(run_id)), "problemi.xlsx")


@require_GET
@requires(Permission.PERSON_EXPORT)
def export_people(request: StaffRequest) -> HttpResponseBase:
    """The list of people as a file: ?which=all|mine|expiring, ?format=xlsx|csv."""
    which, kind = request.GET.get("which", "all"), request.GET.get("format", "xlsx")
    made = make_export(by=request.worker, which=which, kind=kind)
    return _download(made, f"persone.{'csv' if kind == 'csv' else 'xlsx'}")


def _download(stream: IO[bytes], name: str) -> HttpResponseBase:
    return FileResponse(stream, as_attachment=True, filename=name)
