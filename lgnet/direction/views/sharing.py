# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Sharing targets out anew: the proposal, and its acceptance or refusal as one act."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from lgnet.core.authz import requires
from lgnet.direction import actions
from lgnet.direction.forms import ReasonForm, ShareForm
from lgnet.direction.pages.share import DEFAULT_PERCENT, share_page
from lgnet.direction.proposal import Proposal
from lgnet.direction.views.targets import measured
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.ui.rendering import render_page


@requires(Permission.FIGURES_NATION)
@require_safe
def share(request: StaffRequest) -> HttpResponse:
    """Who would give and who would take; anybody of the nation may look, the direction decides."""
    asked = {"percent": DEFAULT_PERCENT, **request.GET.dict()}
    page = share_page(
        by=request.worker, indicator=request.GET.get("indicator", ""), form=ShareForm(asked), **_forms()
    )
    return render_page(request, "direction/share.html#proposal", page)


@requires(Permission.TARGETS_SET)
@require_POST
def accept(request: StaffRequest) -> HttpResponse:
    """Make the proposal that was seen the targets that hold."""
    form = ReasonForm(request.POST, prefix="accept")
    if not form.is_valid():
        return _again(request, accept=form)
    proposal = Proposal.unsealed(request.POST.get("sealed", ""))
    reason = form.cleaned_data["reason"]
    actions.redistribute(by=request.worker, wanted=proposal.wanted(), reason=reason, seen=proposal.seen)
    messages.success(request, _("The targets are shared out anew. The partners read it on their figures."))
    return redirect("direction:targets")


@requires(Permission.TARGETS_SET)
@require_POST
def refuse(request: StaffRequest) -> HttpResponse:
    """Write down that the proposal is not taken, and why."""
    form = ReasonForm(request.POST, prefix="refuse")
    if not form.is_valid():
        return _again(request, refuse=form)
    of = measured(request.POST.get("indicator", ""))
    actions.refuse_redistribution(by=request.worker, indicator=of, reason=form.cleaned_data["reason"])
    messages.success(request, _("The proposal is refused; the reason is kept."))
    return redirect("direction:targets")


def _forms(**given: ReasonForm) -> dict[str, ReasonForm]:
    return {name: given.get(name) or ReasonForm(prefix=name) for name in ("accept", "refuse")}


def _again(request: StaffRequest, **forms: ReasonForm) -> HttpResponse:
    asked = {"percent": DEFAULT_PERCENT, **request.POST.dict()}
    page = share_page(
        by=request.worker,
        indicator=request.POST.get("indicator", ""),
        form=ShareForm(asked),
        **_forms(**forms),
    )
    return render_page(request, "direction/share.html", page, status=422)
