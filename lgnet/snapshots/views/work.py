# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A piece of work in the background: how far it is, going on with it, what it made."""

import uuid

from django.http import Http404, HttpResponse
from django.http.response import FileResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from lgnet.core.authz import requires
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.snapshots import actions, files, pages
from lgnet.snapshots.models import Sheet, Work
from lgnet.snapshots.views.finding import the_work
from lgnet.ui.rendering import render_page

ANYBODY = (Permission.FIGURES_NATION, Permission.PERSON_EXPORT)
NAMES = {Sheet.COUNTED: "persone-contate", Sheet.RECIPIENTS: "destinatari"}


@requires(*ANYBODY)
@require_safe
def work(request: StaffRequest, work_id: uuid.UUID) -> HttpResponse:
    """How far it is: a fragment that replaces itself."""
    page = pages.work_page(request.worker, the_work(work_id))
    return render_page(request, "snapshots/work.html#state", page)


@requires(*ANYBODY)
@require_POST
def resume(request: StaffRequest, work_id: uuid.UUID) -> HttpResponse:
    """Go on with work whose process was ended."""
    found = actions.ask_again(by=request.worker, work=the_work(work_id))
    return redirect(_place(found))


@requires(*ANYBODY)
@require_safe
def file(request: StaffRequest, work_id: uuid.UUID, what: str) -> HttpResponseBase:
    """The sheet that was made, or the list of who is not on it; both vanish after some days."""
    found = the_work(work_id)
    path = files.sheet_path(found.pk, found.format, what)
    if found.state != Work.State.DONE or not path.is_file() or found.snapshot is None:
        raise Http404
    actions.fetch_sheet(by=request.worker, work=found, what=what)
    stem = NAMES[Sheet(found.sheet)] if what == "lines" else "non-rendicontabili"
    return FileResponse(
        path.open("rb"), as_attachment=True, filename=f"{stem}-{found.snapshot.code}.{found.format}"
    )


def _place(found: Work) -> str:
    if found.snapshot is None:
        return reverse("snapshots:list")
    name = "sheets" if found.kind == Work.Kind.EXPORT else "cutoff"
    return reverse(f"snapshots:{name}", args=[found.snapshot.code])
