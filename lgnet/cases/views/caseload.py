# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The list of cases, handing them out, closing, taking a closure back, a new episode."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lgnet.cases import policies, queries
from lgnet.cases.actions import case as actions
from lgnet.cases.forms.caseload import CaseFilterForm, CloseForm, HandOutForm
from lgnet.cases.models import Case
from lgnet.cases.pages import caseload as pages
from lgnet.cases.pages.differences import Difference, with_version
from lgnet.core.authz import Refused, Stale, requires
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.ui import notices
from lgnet.ui.rendering import render_page


def _hand_out_form(request: StaffRequest, data: object = None) -> HandOutForm | None:
    if not request.worker.may(Permission.CASE_ASSIGN):
        return None
    colleagues = queries.colleagues_on_cases(request.worker.partner_id)
    return HandOutForm(data, colleagues=colleagues)


@requires(Permission.CASE_SEE)
@require_safe
def case_list(request: StaffRequest) -> HttpResponse:
    """The cases of the partner, the latest activity first."""
    by, form = request.worker, CaseFilterForm(request.GET)
    wanted = form.wanted(by.user.pk)
    page = pages.case_list_page(by, form, wanted, request.GET, hand_out=_hand_out_form(request))
    return render_page(request, "cases/list.html#rows", page)


@requires(Permission.CASE_SEE)
@require_POST
def hand_out(request: StaffRequest) -> HttpResponse:
    """Give the chosen cases to one colleague: all or none."""
    form = _hand_out_form(request, request.POST)
    if form is None:
        raise Refused(_("Only the coordinator changes the case manager."))
    chosen = [UUID(text) for text in request.POST.getlist("case") if _is_uuid(text)]
    if form.is_valid() and chosen:
        changed = actions.reassign(by=request.worker, cases=chosen, manager=form.chosen())
        words = ngettext("%(n)s case has a new manager.", "%(n)s cases have a new manager.", changed)
        messages.success(request, words % {"n": changed})
        return redirect("cases:list")
    filters = CaseFilterForm(request.GET)
    refused = "" if chosen else _("Choose at least one case in the list.")
    page = pages.case_list_page(
        request.worker,
        filters,
        filters.wanted(request.worker.user.pk),
        request.GET,
        hand_out=form,
        refused=refused,
    )
    return render_page(request, "cases/list.html", page, status=422)


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


@requires(Permission.CASE_SEE)
@require_http_methods(["GET", "HEAD", "POST"])
def close(request: StaffRequest, pk: UUID) -> HttpResponse:
    """The end of a path, with its outcomes."""
    by, case = request.worker, get_object_or_404(queries.cases_with_people(), pk=pk)
    policies.close(by, case).enforce()
    goals = queries.agreed_goals(case.pk)
    form = CloseForm(request.POST or None, goals=goals, initial={"version": case.version})
    if request.method == "POST" and form.is_valid():
        try:
            return _closed(request, case, form)
        except Stale as stale:
            again = CloseForm(with_version(request.POST, case.version), goals=goals)
            page = pages.close_page(case, again, stale=str(stale), differences=_standing(case))
            return render_page(request, "cases/close.html", page, status=409)
    status = 422 if request.method == "POST" else 200
    return render_page(request, "cases/close.html", pages.close_page(case, form), status=status)


def _standing(case: Case) -> list[Difference]:
    manager = case.manager.name if case.manager else _("No case manager")
    return [Difference(_("Stage"), case.get_stage_display(), ""), Difference(_("Case manager"), manager, "")]


def _closed(request: StaffRequest, case: Case, form: CloseForm) -> HttpResponse:
    typed = form.cleaned_data
    actions.close(
        by=request.worker,
        case=case,
        reason=typed["reason"],
        note=typed["note"],
        goal_outcomes=form.goal_outcomes(),
        helpfulness=typed["helpfulness"],
        version=typed["version"],
    )
    notices.offer_undo(request, _("The case is closed."), url=reverse("cases:undo_close", args=[case.pk]))
    return redirect("cases:case", case.pk)


@requires(Permission.CASE_SEE)
@require_POST
def undo_close(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Take a closure back within ten minutes."""
    case = get_object_or_404(Case, pk=pk)
    actions.undo_close(by=request.worker, case=case)
    messages.success(request, _("The case is open again, as it was."))
    return redirect("cases:case", case.pk)


@requires(Permission.CASE_SEE)
@require_POST
def reopen(request: StaffRequest, pk: UUID) -> HttpResponse:
    """The person is back: a new episode begins with a screening."""
    case = get_object_or_404(Case, pk=pk)
    intake = actions.reopen(by=request.worker, case=case)
    return redirect("cases:screen", intake.pk)


@requires(Permission.CASE_SEE)
@require_POST
def assign(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Another case manager for one case."""
    case = get_object_or_404(Case, pk=pk)
    policies.assign(request.worker, case).enforce()
    form = _hand_out_form(request, request.POST)
    if form is None or not form.is_valid():
        raise Refused(_("Choose who takes the case over."))
    case = actions.assign(by=request.worker, case=case, manager=form.chosen())
    messages.success(request, _("%(name)s is the case manager now.") % {"name": form.chosen().name})
    return redirect("cases:case", case.pk)
