# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of the direction. A partner that is not yours is not found, though its name is public."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from lgnet.core.authz import requires
from lgnet.direction import actions, pages, queries
from lgnet.direction.forms import WhatIfForm
from lgnet.direction.pages import files
from lgnet.direction.pages.what_if import what_if_page
from lgnet.network import editions
from lgnet.network.middleware import StaffRequest
from lgnet.network.models import Organisation
from lgnet.network.permissions import Permission
from lgnet.ui.rendering import render_page

ANY_FIGURES = (Permission.FIGURES_PARTNER, Permission.FIGURES_NATION)


@requires(Permission.FIGURES_NATION)
@require_safe
def nation(request: StaffRequest) -> HttpResponse:
    """The whole network: map, table, totals."""
    return render_page(request, "direction/nation.html", _nation(request))


@requires(Permission.FIGURES_NATION)
@require_safe
def nation_file(request: StaffRequest, kind: str) -> HttpResponse:
    """The table of the partners as a file."""
    return _sent(request, files.nation_file(_nation(request), by=request.worker, kind=kind))


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


@requires(*ANY_FIGURES)
@require_safe
def what_if(request: StaffRequest, code: str) -> HttpResponse:
    """The forecast beside another one; the question is in the address."""
    asked = {"pace": "0", **request.GET.dict()}  # a slider without a value stands in the middle of its range
    if code == "network":
        if not request.worker.may(Permission.FIGURES_NATION):
            raise Http404
        whose, form = None, WhatIfForm(asked, partners=editions.local_partners())
    else:
        whose, form = _partner(request, code), WhatIfForm(asked)
    page = what_if_page(partner=whose, indicator=request.GET.get("indicator", ""), form=form)
    return render_page(request, "direction/what_if.html#result", page)


def _nation(request: StaffRequest) -> pages.NationPage:
    asked = {name: request.GET.get(name, "") for name in ("indicator", "sort", "region", "line")}
    return pages.nation_page(by=request.worker, **asked)


def _partner(request: StaffRequest, code: str) -> Organisation:
    return get_object_or_404(queries.partners_for(request.worker), code=code)


def _sent(request: StaffRequest, made: files.FigureFile) -> HttpResponse:
    actions.export(by=request.worker, what=made.name, rows=made.rows)
    return made.answer()
