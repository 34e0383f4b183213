# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of the direction. A partner that is not yours is not found, though its name is public."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from lgnet.core.authz import requires
from lgnet.direction import actions, pages, policies, queries
from lgnet.direction.forms import TargetForm
from lgnet.direction.indicators import INDICATORS, Indicator
from lgnet.direction.pages import files
from lgnet.direction.pages.target import target_page
from lgnet.network.middleware import StaffRequest
from lgnet.network.models import Organisation
from lgnet.network.permissions import Permission
from lgnet.ui.rendering import render_page

ANY_FIGURES = (Permission.FIGURES_PARTNER, Permission.FIGURES_NATION)


@requires(Permission.FIGURES_NATION)
@require_safe
def nation(request: StaffRequest) -> HttpResponse:
    """The whole network: map, table, totals."""
    asked = request.GET
    page = pages.nation_page(
        by=request.worker, indicator=asked.get("indicator", ""), sort=asked.get("sort", "")
    )
    return render_page(request, "direction/nation.html", page)


@requires(Permission.FIGURES_NATION)
@require_safe
def nation_file(request: StaffRequest, kind: str) -> HttpResponse:
    """The table of the partners as a file."""
    page = pages.nation_page(by=request.worker, indicator=request.GET.get("indicator", ""))
    return _sent(request, files.nation_file(page, by=request.worker, kind=kind))


@requires(*ANY_FIGURES)
@require_safe
def partner(request: StaffRequest, code: str) -> HttpResponse:
    """One partner against its targets."""
    page = pages.partner_page(
        by=request.worker, partner=_partner(request, code), indicator=request.GET.get("indicator", "")
    )
    return render_page(request, "direction/partner.html", page)


@requires(*ANY_FIGURES)
@require_safe
def partner_file(request: StaffRequest, code: str, kind: str) -> HttpResponse:
    """A partner's figures in full detail as a file."""
    return _sent(request, files.partner_file(_partner(request, code), by=request.worker, kind=kind))


@requires(Permission.TARGETS_SET)
@require_http_methods(["GET", "POST"])
def target(request: StaffRequest, code: str, indicator: str) -> HttpResponse:
    """Decide what a partner, or the network, is to reach."""
    whose, what = None if code == "network" else _partner(request, code), _measured(indicator)
    policies.set_target(request.worker, queries.edition()).enforce()
    form = TargetForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.set_target(by=request.worker, partner=whose, indicator=what, **form.cleaned_data)
        messages.success(request, _("The target is set."))
        back = ("direction:partner", whose.code) if whose else ("direction:nation",)
        return redirect(*back)
    page = target_page(partner=whose, indicator=what, form=form)
    return render_page(request, "direction/target.html", page, status=422 if form.is_bound else 200)


def _partner(request: StaffRequest, code: str) -> Organisation:
    return get_object_or_404(queries.partners_for(request.worker), code=code)


def _measured(code: str) -> Indicator:
    if code not in INDICATORS:
        raise Http404
    return INDICATORS[code]


def _sent(request: StaffRequest, made: files.FigureFile) -> HttpResponse:
    actions.export(by=request.worker, what=made.name, rows=made.rows)
    headers = {"Content-Disposition": f'attachment; filename="{made.name}"'}
    return HttpResponse(made.content, content_type=made.content_type, headers=headers)
