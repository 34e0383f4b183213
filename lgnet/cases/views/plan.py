# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The plan: its page, the form of a goal, the agreement, the steps, the print."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lgnet.cases import policies
from lgnet.cases.actions import plan as actions
from lgnet.cases.actions.work import see_case
from lgnet.cases.forms.plan import AgreeForm, GoalForm, StepFormSet, step_values
from lgnet.cases.languages import print_languages
from lgnet.cases.models import Goal, GoalAction, Plan
from lgnet.cases.pages.differences import differences
from lgnet.cases.pages.goal import goal_page
from lgnet.cases.pages.plan import paper_of, plan_page
from lgnet.cases.paper import render_plan
from lgnet.cases.queries.plan import PlanSheet, sheet_of
from lgnet.cases.views.case import case_or_404
from lgnet.core.authz import Refused, Stale, requires
from lgnet.core.clock import today
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.ui.rendering import render_page

PLANS = Plan.objects.select_related("case__person__key", "case__intake", "case__manager")


def _agree_form(sheet: PlanSheet) -> AgreeForm:
    return AgreeForm(seen=sheet.seen(), own_language=sheet.plan.language)


@requires(Permission.CASE_SEE)
@require_safe
def plan(request: StaffRequest, pk: UUID) -> HttpResponse:
    """The draft or the plan in force of a case; `?version=` shows another one."""
    by, case = request.worker, case_or_404(pk)
    see_case(by=by, case=case)
    version = request.GET.get("version", "")
    shown = Plan.objects.filter(case=case, version=int(version[:4])).first() if version.isdecimal() else None
    page = plan_page(by, case, _agree_form, shown=shown.pk if shown else None)
    return render_page(request, "cases/plan.html", page)


@requires(Permission.CASE_SEE)
@require_POST
def draft(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Begin the plan, or its next version."""
    actions.draft_plan(by=request.worker, case=case_or_404(pk))
    return redirect("cases:plan", pk)


@requires(Permission.CASE_SEE)
@require_http_methods(["GET", "HEAD", "POST"])
def goal(request: StaffRequest, plan_id: UUID, pk: UUID) -> HttpResponse:
    """Write a goal and its steps. The id of a new goal is in the address, so that two submits make one."""
    by, found = request.worker, get_object_or_404(PLANS, pk=plan_id)
    policies.save_goal(by, found).enforce()
    sheet = sheet_of(found)
    form, steps = _goal_forms(sheet, pk, request.POST or None)
    if request.method == "POST" and form.is_valid() and steps.is_valid():
        try:
            actions.save_goal(
                by=by, plan=found, goal_id=pk, typed=form.typed(steps), seen=form.cleaned_data["seen"]
            )
            return redirect("cases:plan", found.case_id)
        except Stale as stale:
            return _show_both(request, sheet, pk, form, str(stale.reason))
        except Refused as refused:
            form.add_error(None, str(refused.reason))
    page = goal_page(sheet, sheet.find(pk), form, steps)
    return render_page(request, "cases/goal.html", page, status=422 if form.is_bound else 200)


def _goal_forms(sheet: PlanSheet, goal_id: UUID, posted: Any) -> tuple[GoalForm, Any]:
    known = sheet.find(goal_id)
    values = GoalForm.values_of(sheet, known) if known else {"seen": ""}
    form = GoalForm(posted, sheet=sheet, goal_id=goal_id, initial=values)
    # What was sent is compared with nothing: a step equal to the stored one must not look untouched and empty.
    stored = None if posted else step_values(sheet, known)
    return form, StepFormSet(posted, initial=stored, prefix="steps")


def _show_both(request: StaffRequest, sheet: PlanSheet, pk: UUID, form: GoalForm, why: str) -> HttpResponse:
    """The colleague's version above, what was typed below, ready to be saved over it."""
    known, posted = sheet.find(pk), request.POST.copy()
    posted["seen"] = sheet.seen_goal(known) if known else ""
    again, steps = _goal_forms(sheet, pk, posted)
    both = differences(form, GoalForm.values_of(sheet, known)) if known else []
    page = goal_page(sheet, known, again, steps, stale=why, both=both)
    return render_page(request, "cases/goal.html", page, status=409)


@requires(Permission.CASE_SEE)
@require_POST
def remove_goal(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Take a goal off the draft."""
    found = get_object_or_404(Goal.objects.select_related("plan"), pk=pk)
    actions.remove_goal(by=request.worker, goal=found, seen=request.POST.get("seen", ""))
    messages.success(request, _("The goal was taken off the draft."))
    return redirect("cases:plan", found.plan.case_id)


@requires(Permission.CASE_SEE)
@require_POST
def agree(request: StaffRequest, pk: UUID) -> HttpResponse:
    """The person agrees to the draft."""
    by, found = request.worker, get_object_or_404(PLANS, pk=pk)
    policies.agree_plan(by, found).enforce()
    form: AgreeForm | None = AgreeForm(request.POST, seen="", own_language=found.language)
    stale, status = "", 422
    if form and form.is_valid():
        try:
            actions.agree_plan(by=by, plan=found, **form.cleaned_data)
            messages.success(request, _("The plan is agreed. Print it and give the person a copy."))
            return redirect("cases:plan", found.case_id)
        except Stale as reason:
            form, stale, status = None, str(reason.reason), 409
        except Refused as refused:
            form.add_error(None, str(refused.reason))
    page = plan_page(by, found.case, _agree_form, shown=found.pk, form=form, stale=stale)
    return render_page(request, "cases/plan.html", page, status=status)


@requires(Permission.CASE_SEE)
@require_POST
def step(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Tick a step of the plan in force, or take the tick back."""
    found = get_object_or_404(GoalAction.objects.select_related("goal__plan"), pk=pk)
    done = today() if request.POST.get("done") else None
    actions.complete_action(by=request.worker, step=found, done_on=done)
    messages.success(request, _("The step is done.") if done else _("The step is open again."))
    return redirect("cases:plan", found.goal.plan.case_id)


@requires(Permission.CASE_SEE)
@require_safe
def plan_pdf(request: StaffRequest, pk: UUID) -> HttpResponse:
    """The plan on paper, in Italian and, beside it, in the language asked for."""
    by, found = request.worker, get_object_or_404(PLANS, pk=pk)
    asked = request.GET.get("language", found.language)
    offered = {code for code, _name in print_languages(found.language)}
    second = asked if asked in offered else ""
    actions.print_plan(by=by, plan=found, language=second or "it")
    pdf = render_plan(paper_of(by, sheet_of(found)), second_language=second or None)
    name = f"{found.case.code}-{found.version}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)
