# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of the analysis. A partner that is not yours is not found, though its name is public."""

from collections.abc import Callable, Sequence

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from lgnet.analysis import pages, queries
from lgnet.analysis.forms import CutForm
from lgnet.core.authz import requires
from lgnet.network.middleware import StaffRequest
from lgnet.network.models import Organisation
from lgnet.network.permissions import Permission
from lgnet.ui.rendering import render_page

ANY_FIGURES = (Permission.FIGURES_PARTNER, Permission.FIGURES_NATION)


def _show(
    request: StaffRequest, build: Callable[[pages.Frame], pages.Sheet], *, asks: Sequence[str] = ()
) -> HttpResponse:
    try:
        whose = pages.whose(by=request.worker, code=request.GET.get("partner", ""))
    except Organisation.DoesNotExist:
        raise Http404 from None
    form = CutForm(
        request.GET,
        partners=whose.partners,
        periods=queries.periods(whose.scope),
        asks=[*(["partner"] if whose.is_nation else []), "period", *asks],
    )
    form.is_valid()  # what cannot be understood asks for everything
    seen = pages.Frame(request.worker, whose.cut(form.cleaned_data), form, queries.made_at(whose.scope))
    return render_page(request, "analysis/sheet.html", build(seen))


@requires(*ANY_FIGURES)
@require_safe
def overview(request: StaffRequest) -> HttpResponse:
    """One number of each page, and the way to it."""
    return _show(request, pages.overview_sheet)


@requires(*ANY_FIGURES)
@require_safe
def timeliness(request: StaffRequest) -> HttpResponse:
    """How long people wait."""
    return _show(request, pages.timeliness_sheet, asks=["urgency"])


@requires(*ANY_FIGURES)
@require_safe
def flows(request: StaffRequest) -> HttpResponse:
    """The paths between services."""
    return _show(request, pages.flows_sheet, asks=["urgency"])


@requires(*ANY_FIGURES)
@require_safe
def refusals(request: StaffRequest) -> HttpResponse:
    """Who says no, and where."""
    return _show(request, pages.refusals_sheet)


@requires(*ANY_FIGURES)
@require_safe
def places(request: StaffRequest) -> HttpResponse:
    """Where people are met."""
    return _show(request, pages.places_sheet)


@requires(*ANY_FIGURES)
@require_safe
def seasons(request: StaffRequest) -> HttpResponse:
    """When people are met."""
    return _show(request, pages.seasons_sheet)


@requires(*ANY_FIGURES)
@require_safe
def needs(request: StaffRequest) -> HttpResponse:
    """What people ask for, and what they are given."""
    return _show(request, pages.needs_sheet, asks=["urgency", "line"])
