# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Cut-offs: the calendar and the list, one of them, the differences to another."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from lgnet.core.authz import Refused, requires
from lgnet.core.clock import today
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.snapshots import actions, pages, queries
from lgnet.snapshots.calendar import last_quarter_end
from lgnet.snapshots.forms import TakeForm
from lgnet.snapshots.models import Work
from lgnet.snapshots.pages.difference import Asked
from lgnet.snapshots.views.finding import the_snapshot
from lgnet.ui.rendering import render_page

ANY_FIGURES = (Permission.FIGURES_PARTNER, Permission.FIGURES_NATION)


@requires(*ANY_FIGURES)
@require_safe
def list_(request: StaffRequest) -> HttpResponse:
    """The calendar of transmissions and the cut-offs taken so far."""
    form = TakeForm(initial={"cutoff_on": last_quarter_end(today())})
    return _list(request, form)


def _list(request: StaffRequest, form: TakeForm, *, status: int = 200, refused: object = "") -> HttpResponse:
    work = queries.latest_works(Work.Kind.TAKE).first()
    page = pages.list_page(request.worker, form, work=work, refused=str(refused))
    return render_page(request, "snapshots/list.html", page, status=status)


@requires(Permission.SNAPSHOT_TAKE)
@require_POST
def take(request: StaffRequest) -> HttpResponse:
    """Have a cut-off taken."""
    form = TakeForm(request.POST)
    if not form.is_valid():
        return _list(request, form, status=422)
    try:
        actions.ask(by=request.worker, kind=Work.Kind.TAKE, **form.cleaned_data)
    except Refused as refused:
        return _list(request, form, status=422, refused=refused.reason)
    messages.success(request, _("The cut-off is being taken. You can leave this page."))
    return redirect("snapshots:list")


@requires(*ANY_FIGURES)
@require_safe
def cutoff(request: StaffRequest, code: str) -> HttpResponse:
    """One cut-off."""
    page = pages.cutoff_page(request.worker, the_snapshot(code), indicator=request.GET.get("indicator", ""))
    return render_page(request, "snapshots/cutoff.html", page)


@requires(Permission.FIGURES_NATION)
@require_POST
def verify(request: StaffRequest, code: str) -> HttpResponse:
    """Have a cut-off recomputed."""
    actions.ask(by=request.worker, kind=Work.Kind.VERIFY, snapshot=the_snapshot(code))
    return redirect("snapshots:cutoff", code)


@requires(*ANY_FIGURES)
@require_safe
def differences(request: StaffRequest, code: str) -> HttpResponse:
    """What lies between two cut-offs."""
    page = pages.difference_page(request.worker, the_snapshot(code), _asked(request))
    return render_page(request, "snapshots/differences.html", page)


def _asked(request: HttpRequest) -> Asked:
    names = ("against", "indicator", "scope", "event")
    return Asked(
        **{name: request.GET.get(name, "") for name in names}, after=_fact(request.GET.get("after", ""))
    )


def _fact(text: str) -> uuid.UUID | None:
    """The place in the list that an address names; None for the beginning and for what nobody wrote."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
