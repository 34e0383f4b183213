# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Targets: all of them at a glance, one of them decided, a sheet in and out, acts taken back."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lgnet.core.authz import Refused, requires
from lgnet.counting.models import NETWORK
from lgnet.direction import actions, planned, policies, queries
from lgnet.direction.forms import ReasonForm, SheetForm, TargetForm
from lgnet.direction.indicators import INDICATORS, Indicator
from lgnet.direction.pages import files
from lgnet.direction.pages.sheet import sheet_page
from lgnet.direction.pages.target import take_back_page, target_page
from lgnet.direction.pages.targets import targets_page
from lgnet.direction.parts import NO_PARTS
from lgnet.direction.proposal import Proposal
from lgnet.direction.sheet import read_sheet
from lgnet.network import editions
from lgnet.network.middleware import StaffRequest
from lgnet.network.models import Organisation
from lgnet.network.permissions import Permission
from lgnet.ui.rendering import render_page


@requires(Permission.FIGURES_NATION)
@require_safe
def targets(request: StaffRequest) -> HttpResponse:
    """The partners' targets against the network's, one indicator partner by partner, and what was decided."""
    page = targets_page(by=request.worker, indicator=request.GET.get("indicator", ""))
    return render_page(request, "direction/targets.html", page)


@requires(Permission.FIGURES_NATION)
@require_safe
def targets_file(request: StaffRequest, kind: str) -> HttpResponse:
    """The whole table as a sheet that can be sent in again."""
    made = files.targets_file(by=request.worker, kind=kind)
    actions.export(by=request.worker, what=made.name, rows=made.rows)
    return made.answer()


@requires(Permission.TARGETS_SET)
@require_http_methods(["GET", "POST"])
def target(request: StaffRequest, code: str, indicator: str) -> HttpResponse:
    """Decide what a partner, or the network, is to reach."""
    whose, what = None if code == "network" else _partner(request, code), measured(indicator)
    policies.set_target(request.worker, editions.current()).enforce()
    form = _target_form(request, whose, what)
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_target(by=request.worker, partner=whose, indicator=what, **form.decided())
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("The target is set."))
            return redirect(*(("direction:partner", whose.code) if whose else ("direction:targets",)))
    page = target_page(partner=whose, indicator=what, form=form)
    return render_page(request, "direction/target.html", page, status=422 if form.is_bound else 200)


@requires(Permission.TARGETS_SET)
@require_http_methods(["GET", "POST"])
def sheet(request: StaffRequest) -> HttpResponse:
    """Send in the whole table: it is looked at first, and nothing is decided before somebody says so."""
    policies.set_target(request.worker, editions.current()).enforce()
    form = SheetForm(request.POST or None, request.FILES or None)
    reading = read_sheet(form.cleaned_data["file"]) if request.method == "POST" and form.is_valid() else None
    below = reading is not None and bool(Proposal(reading.changes).below)
    page = sheet_page(form=form, reading=reading, reason=ReasonForm(below=below))
    wrong = form.is_bound and (reading is None or reading.problems)
    return render_page(request, "direction/sheet.html", page, status=422 if wrong else 200)


@requires(Permission.TARGETS_SET)
@require_POST
def sheet_decide(request: StaffRequest) -> HttpResponse:
    """Decide what a sheet said when it was looked at, in one act."""
    proposal = Proposal.unsealed(request.POST.get("sealed", ""))
    form = ReasonForm(request.POST, below=bool(proposal.below))
    if not form.is_valid():
        page = sheet_page(form=SheetForm(), proposal=proposal, reason=form)
        return render_page(request, "direction/sheet.html", page, status=422)
    wanted = proposal.wanted(form.cleaned_data.get("below_reason", ""))
    reason = form.cleaned_data["reason"]
    actions.set_sheet(by=request.worker, wanted=wanted, reason=reason, seen=proposal.seen)
    messages.success(request, _("The targets are set."))
    return redirect("direction:targets")


@requires(Permission.TARGETS_SET)
@require_http_methods(["GET", "POST"])
def take_back(request: StaffRequest, pk: str) -> HttpResponse:
    """Put the targets back to what they were before an act."""
    decision = get_object_or_404(planned.decisions(editions.current()), pk=pk)
    policies.take_back(request.worker, decision).enforce()
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        actions.take_back(by=request.worker, decision=decision, reason=reason)
        messages.success(request, _("The targets are again what they were."))
        return redirect("direction:targets")
    page = take_back_page(decision=decision, form=form)
    return render_page(request, "direction/take_back.html", page, status=422 if form.is_bound else 200)


def _target_form(request: StaffRequest, whose: Organisation | None, what: Indicator) -> TargetForm:
    """The form, filled with the plan that holds now."""
    edition = editions.current()
    held = queries.targets(edition).get((whose.pk if whose else NETWORK, what.code))
    parts = planned.parts_of([held]).get(held.pk, NO_PARTS) if held else NO_PARTS
    return TargetForm(request.POST or None, edition=edition, by_person=what.counts_persons, parts=parts)


def _partner(request: StaffRequest, code: str) -> Organisation:
    return get_object_or_404(queries.partners_for(request.worker), code=code)


def measured(code: str) -> Indicator:
    """An indicator of which there are figures; 404 for the others."""
    if code not in INDICATORS:
        raise Http404
    return INDICATORS[code]
