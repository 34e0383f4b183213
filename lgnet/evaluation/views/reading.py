# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reading what training changed, and the fund's form."""

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from lgnet.core.authz import requires
from lgnet.evaluation import actions, policies
from lgnet.evaluation.pages.form import KINDS, form_file, form_page, lines_for, of_quarter
from lgnet.evaluation.pages.home import home_page, proposed_page
from lgnet.evaluation.pages.results import results_page
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.reports.quarters import Quarter
from lgnet.training.models import Module
from lgnet.ui.rendering import render_page

SEEN_BY = (Permission.TRAINING_ATTEND, Permission.TRAINING_FOLLOW)
RESULTS = (Permission.TRAINING_APPROVE, Permission.TRAINING_FOLLOW)
FORM = (Permission.TRAINING_APPROVE, Permission.TRAINING_MANAGE)


@requires(*SEEN_BY)
@require_safe
def home(request: StaffRequest) -> HttpResponse:
    """What one is asked, what is proposed, what surveys told."""
    return render_page(request, "evaluation/list.html", home_page(request.worker))


@requires(Permission.TRAINING_ATTEND)
@require_safe
def proposed(request: StaffRequest) -> HttpResponse:
    """The training proposed, as a page or as a part of the page of the training."""
    policies.propose(request.worker).enforce()
    return render_page(request, "evaluation/proposed.html#proposed", proposed_page(request.worker))


@requires(*RESULTS)
@require_safe
def results(request: StaffRequest, module_id: uuid.UUID) -> HttpResponse:
    """The effect of one module."""
    policies.read_results(request.worker).enforce()
    rows = Module.objects.exclude(state=Module.State.DRAFT).select_related("programme")
    found = get_object_or_404(rows, pk=module_id)
    page = results_page(request.worker, found, request.GET.get("partner", "")[:50])
    return render_page(request, "evaluation/results.html", page)


@requires(*FORM)
@require_safe
def form(request: StaffRequest) -> HttpResponse:
    """The form on operators: what is ready and what is to be mended."""
    page = form_page(request.worker, request.GET.get("quarter", ""))
    return render_page(request, "evaluation/form.html", page)


@requires(*FORM)
@require_safe
def take_form(request: StaffRequest, kind: str) -> HttpResponse:
    """The lines that can be reported, as a file."""
    if kind not in KINDS:
        raise Http404
    quarter = Quarter.parse(request.GET.get("quarter", ""))
    lines = [one for one in of_quarter(lines_for(request.worker), quarter) if one.is_reportable]
    actions.export_form(by=request.worker, lines=lines, kind=kind, quarter=quarter.code if quarter else "")
    made = form_file(request.worker, lines, quarter, kind)
    headers = {"Content-Disposition": f'attachment; filename="{made.name}"'}
    return HttpResponse(made.content, content_type=made.content_type, headers=headers)
