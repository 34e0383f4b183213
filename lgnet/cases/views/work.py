# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Interventions in five seconds, and the review."""

import datetime as dt
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from lgnet.cases import policies
from lgnet.cases.actions import work as actions
from lgnet.cases.forms.work import DeliverForm, QuickForm, ReviewForm
from lgnet.cases.models import Intervention, Plan
from lgnet.cases.pages.work import deliver_page, review_page, what_it_counts
from lgnet.cases.queries.plan import plan_of, sheet_of
from lgnet.cases.views.case import case_or_404
from lgnet.catalogue.models import InterventionType
from lgnet.catalogue.queries import offered_on
from lgnet.core.authz import Refused, requires
from lgnet.core.clock import today
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.ui import notices
from lgnet.ui.rendering import render_page


@requires(Permission.INTERVENTION_RECORD, Permission.CASE_SEE)
@require_POST
def quick(request: StaffRequest, pk: UUID) -> HttpResponse:
    """One tap: this type, these minutes, today."""
    by, case = request.worker, case_or_404(pk)
    policies.deliver(by, case).enforce()
    form = QuickForm(request.POST)
    if not form.is_valid():
        return redirect("cases:deliver", pk)
    typed = form.cleaned_data
    kind = get_object_or_404(InterventionType, pk=typed.pop("type"))
    row = actions.deliver(by=by, case=case, kind=kind, delivered_on=today(), **typed)
    return _recorded(request, row)


@requires(Permission.INTERVENTION_RECORD, Permission.CASE_SEE)
@require_http_methods(["GET", "HEAD", "POST"])
def deliver(request: StaffRequest, pk: UUID) -> HttpResponse:
    """The whole form: another type, another day, how it went."""
    by, case = request.worker, case_or_404(pk)
    policies.deliver(by, case).enforce()
    form = DeliverForm(request.POST or None, kinds=_kinds(request.POST.get("delivered_on", "")))
    if request.method == "POST" and form.is_valid():
        try:
            return _recorded(request, actions.deliver(by=by, case=case, **form.values()))
        except Refused as refused:
            form.add_error(None, str(refused.reason))
    if by.may(Permission.CASE_SEE):
        actions.see_case(by=by, case=case)
    page = deliver_page(case, form)
    return render_page(request, "cases/deliver.html", page, status=422 if form.is_bound else 200)


def _kinds(day: str) -> list[InterventionType]:
    """What the catalogue offers on the day that was typed; today while none was."""
    try:
        on = dt.date.fromisoformat(day)
    except ValueError:
        on = today()
    return offered_on(on)


def _recorded(request: StaffRequest, row: Intervention) -> HttpResponse:
    words = _("Recorded: %(type)s.") % {"type": row.type.on(row.delivered_on).label}
    counted = what_it_counts(row)
    notices.offer_undo(
        request, f"{words} {counted}".strip(), url=reverse("cases:undo_intervention", args=[row.pk])
    )
    if not request.worker.may(Permission.CASE_SEE):
        return redirect("/")
    return redirect("cases:case", row.case_id)


@requires(Permission.INTERVENTION_RECORD, Permission.CASE_SEE)
@require_POST
def undo_intervention(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Take a slip back on the same day."""
    found = get_object_or_404(Intervention, pk=pk)
    actions.withdraw_intervention(by=request.worker, intervention=found)
    messages.success(request, _("Taken back: it no longer counts."))
    return redirect("cases:case", found.case_id)


@requires(Permission.CASE_SEE)
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Look at the plan together with the person."""
    by, case = request.worker, case_or_404(pk)
    policies.review(by, case).enforce()
    plan = plan_of(case, Plan.Status.AGREED)
    sheet = sheet_of(plan) if plan else None
    form = ReviewForm(request.POST or None, goals=sheet.goals if sheet else ())
    if request.method == "POST" and form.is_valid():
        typed = {k: form.cleaned_data[k] for k in ("reviewed_on", "summary", "next_review_on", "review_id")}
        try:
            actions.review(by=by, case=case, goal_outcomes=form.goal_outcomes(), **typed)
            messages.success(request, _("The review is saved."))
            return redirect("cases:case", pk)
        except Refused as refused:
            form.add_error(None, str(refused.reason))
    actions.see_case(by=by, case=case)
    page = review_page(case, form, sheet)
    return render_page(request, "cases/review.html", page, status=422 if form.is_bound else 200)
