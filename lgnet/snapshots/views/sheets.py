# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Sheets for the fund: made from a cut-off, kept here by a finding, with columns that the direction decides."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import FileResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lgnet.core.authz import Refused, requires
from lgnet.network import editions
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.snapshots import actions, pages, queries
from lgnet.snapshots.forms import LayoutForm, ReasonForm
from lgnet.snapshots.models import Sheet, Work
from lgnet.snapshots.views.finding import the_snapshot
from lgnet.ui.rendering import render_page

MAKERS = (Permission.FIGURES_NATION, Permission.PERSON_EXPORT)
FORMATS = frozenset({"csv", "xlsx"})


@requires(*MAKERS)
@require_safe
def sheets(request: StaffRequest, code: str) -> HttpResponse:
    """The sheets of a cut-off."""
    page = pages.sheets_page(request.worker, the_snapshot(code), ReasonForm())
    return render_page(request, "snapshots/sheets.html", page)


@requires(Permission.FIGURES_NATION)
@require_safe
def values(request: StaffRequest, code: str, kind: str) -> HttpResponseBase:
    """The values of a cut-off as a file."""
    snapshot = the_snapshot(code)
    made = actions.take_sheet_away(by=request.worker, snapshot=snapshot, kind=kind)
    return FileResponse(made, as_attachment=True, filename=f"indicatori-{snapshot.code}.{kind}")


@requires(*MAKERS)
@require_POST
def export(request: StaffRequest, code: str, sheet: str) -> HttpResponse:
    """Have a long sheet made."""
    snapshot, kind = the_snapshot(code), request.POST.get("format", "")
    if sheet not in {Sheet.COUNTED, Sheet.RECIPIENTS} or kind not in FORMATS:
        raise Http404
    columns = [(one.kind.code, one.title) for one in queries.columns_of(snapshot.edition, sheet)]
    actions.ask(
        by=request.worker, kind=Work.Kind.EXPORT, snapshot=snapshot, sheet=sheet, format=kind, columns=columns,
        indicator=request.POST.get("indicator", "")[:30],
    )  # fmt: skip
    messages.success(request, _("The sheet is being made. You can leave this page."))
    return redirect("snapshots:sheets", code)


@requires(Permission.SNAPSHOT_TAKE)
@require_POST
def acknowledge(request: StaffRequest, code: str) -> HttpResponse:
    """Let the figures leave in spite of a finding."""
    snapshot, form = the_snapshot(code), ReasonForm(request.POST)
    if not form.is_valid():
        page = pages.sheets_page(request.worker, snapshot, form)
        return render_page(request, "snapshots/sheets.html", page, status=422)
    actions.acknowledge(by=request.worker, snapshot=snapshot, reason=form.cleaned_data["reason"])
    messages.success(request, _("The figures may leave now."))
    return redirect("snapshots:sheets", code)


@requires(Permission.SNAPSHOT_TAKE)
@require_http_methods(["GET", "POST"])
def layout(request: StaffRequest, sheet: str) -> HttpResponse:
    """Decide the columns of a sheet."""
    if sheet not in Sheet.values:
        raise Http404
    edition, refused = editions.current(), ""
    form = LayoutForm(sheet, queries.columns_of(edition, sheet), request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_layout(
                by=request.worker, sheet=sheet, columns=form.columns(), source=form.cleaned_data["source"]
            )
        except Refused as refusal:
            refused = str(refusal.reason)
        else:
            messages.success(request, _("The columns are set: the next sheets have them."))
            return redirect("snapshots:layout", sheet)
    history = tuple(queries.layouts(edition, sheet))
    page = pages.layout_page(Sheet(sheet), form, history, refused=refused)
    return render_page(request, "snapshots/layout.html", page, status=422 if form.is_bound else 200)
