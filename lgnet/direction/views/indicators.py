# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages that explain a number, and the checks before any number leaves."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from lgnet.core.authz import requires
from lgnet.direction import pages
from lgnet.direction.indicators import find
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.ui.rendering import render_page

ANY_FIGURES = (Permission.FIGURES_PARTNER, Permission.FIGURES_NATION)


@requires(*ANY_FIGURES)
@require_safe
def indicators(request: StaffRequest) -> HttpResponse:
    """All indicators with where they stand."""
    return render_page(request, "direction/indicators.html", pages.indicators_page(by=request.worker))


@requires(*ANY_FIGURES)
@require_safe
def indicator(request: StaffRequest, code: str) -> HttpResponse:
    """The rule behind a number, in the newest version or the one asked."""
    version = request.GET.get("version", "")
    found = find(code, int(version) if version.isdecimal() else None)
    if found is None:
        raise Http404
    page = pages.definition_page(by=request.worker, found=found)
    return render_page(request, "direction/indicator.html", page)


@requires(*ANY_FIGURES)
@require_safe
def checks(request: StaffRequest) -> HttpResponse:
    """What the checks find: of the network for the nation, of one's own partner for everybody else."""
    return render_page(request, "direction/checks.html", pages.checks_page(by=request.worker))
