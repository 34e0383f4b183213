# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The assessment in eight domains, and the vulnerabilities that the team alone reads."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from lgnet.cases import policies
from lgnet.cases.actions import assessment as actions
from lgnet.cases.actions.work import see_case
from lgnet.cases.forms.assessment import AssessForm, VulnerabilityForm
from lgnet.cases.models import Assessment, Case, Vulnerability
from lgnet.cases.pages.assessment import AssessPage, assess_page, moment_for, vulnerability_page
from lgnet.cases.pages.outcomes import latest_answers
from lgnet.cases.queries import diary
from lgnet.cases.views.case import case_or_404
from lgnet.core.authz import Refused, requires
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.ui.rendering import render_page


@requires(Permission.CASE_SEE)
@require_http_methods(["GET", "HEAD", "POST"])
def assess(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Where the person stands in each domain."""
    case = case_or_404(pk)
    policies.assess(request.worker, case).enforce()
    return _answered(request, case, ("moment", "assessed_on", "summary", "assessment_id"), actions.assess)


@requires(Permission.CASE_SEE)
@require_http_methods(["GET", "HEAD", "POST"])
def outcome(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Where the person stood when the case was closed, written later."""
    case = case_or_404(pk)
    policies.add_outcome(request.worker, case).enforce()
    return _answered(request, case, ("assessed_on", "summary", "assessment_id"), actions.add_outcome)


def _answered(
    request: StaffRequest, case: Case, names: tuple[str, ...], write: Callable[..., Assessment]
) -> HttpResponse:
    """The form of an assessment; sent, it is written with the values of these names."""
    by = request.worker
    last = latest_answers(diary.scores_of(case))
    moment = moment_for(case, request.POST.get("moment") or request.GET.get("moment", ""))
    form = AssessForm(request.POST or None, moment=moment, last=last, day=case.closed_on)
    if request.method == "POST" and form.is_valid():
        typed = {name: form.cleaned_data[name] for name in names}
        try:
            write(by=by, case=case, answers=form.answers(), **typed)
        except Refused as refused:
            form.add_error(None, str(refused.reason))
        else:
            messages.success(request, _("The assessment is saved."))
            return redirect("cases:case", case.pk)
    see_case(by=by, case=case)
    page: AssessPage = assess_page(case, form, moment, last)
    return render_page(request, "cases/assess.html", page, status=422 if form.is_bound else 200)


@requires(Permission.CASE_SEE)
@require_http_methods(["GET", "HEAD", "POST"])
def vulnerabilities(request: StaffRequest, pk: UUID) -> HttpResponse:
    """What makes the person vulnerable: read, noted and ended by the team."""
    by, case = request.worker, case_or_404(pk)
    policies.note_vulnerability(by, case).enforce()
    form = VulnerabilityForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.note_vulnerability(by=by, case=case, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused.reason))
        else:
            messages.success(request, _("Noted: only the team of this case reads it."))
            return redirect("cases:vulnerabilities", pk)
    see_case(by=by, case=case)
    page = vulnerability_page(by, case, form)
    return render_page(request, "cases/vulnerabilities.html", page, status=422 if form.is_bound else 200)


@requires(Permission.CASE_SEE)
@require_POST
def end_vulnerability(request: StaffRequest, pk: UUID) -> HttpResponse:
    """It is no longer there."""
    found = get_object_or_404(Vulnerability, pk=pk)
    actions.end_vulnerability(by=request.worker, vulnerability=found)
    messages.success(request, _("Ended. It stays in the history of the case."))
    return redirect("cases:vulnerabilities", found.case_id)
