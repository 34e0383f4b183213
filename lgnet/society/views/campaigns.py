# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Campaigns: written, begun, joined, with products and whom they reached."""

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lgnet.core.authz import requires
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.society import policies
from lgnet.society.actions import campaigns as actions
from lgnet.society.forms.materials import ChooseForm, kit_form
from lgnet.society.forms.staff import CampaignForm, MaterialForm, ReachForm, ResultForm
from lgnet.society.models import Campaign, Reach
from lgnet.society.pages.staff import CampaignForms, FormPage, campaign_page, campaigns_page
from lgnet.ui.rendering import render_page

WRITE = Permission.EVENT_WRITE
FOLLOW = (WRITE, Permission.PUBLIC_FOLLOW)


def campaign_or_404(campaign_id: uuid.UUID) -> Campaign:
    """What the worker may see."""
    return get_object_or_404(Campaign.objects.select_related("partner", "made_by"), pk=campaign_id)


@requires(*FOLLOW)
@require_safe
def list_(request: StaffRequest) -> HttpResponse:
    """Campaigns, one's own and those that run."""
    return render_page(request, "society/campaigns.html", campaigns_page(request.worker))


@requires(WRITE)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Begin a campaign."""
    form = CampaignForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = actions.write(by=request.worker, idea=form.idea(), campaign_id=form.cleaned_data["new_id"])
        return redirect("society:campaign", made.pk)
    return render_page(
        request, "society/campaign_form.html", FormPage(form), status=422 if form.is_bound else 200
    )


@requires(WRITE)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: StaffRequest, campaign_id: uuid.UUID) -> HttpResponse:
    """Change a campaign."""
    campaign = campaign_or_404(campaign_id)
    policies.edit_campaign(request.worker, campaign).enforce()
    form = CampaignForm(request.POST or None, campaign=campaign)
    if request.method == "POST" and form.is_valid():
        actions.edit(by=request.worker, campaign=campaign, idea=form.idea())
        return redirect("society:campaign", campaign_id)
    page = FormPage(form, campaign.title)
    return render_page(request, "society/campaign_form.html", page, status=422 if form.is_bound else 200)


@requires(*FOLLOW)
@require_safe
def show(request: StaffRequest, campaign_id: uuid.UUID) -> HttpResponse:
    """One campaign."""
    return shown(request, campaign_or_404(campaign_id))


def shown(
    request: StaffRequest,
    campaign: Campaign,
    *,
    material: MaterialForm | None = None,
    reach: ReachForm | None = None,
    result: ResultForm | None = None,
    kit: ChooseForm | None = None,
) -> HttpResponse:
    """The page of a campaign; a form that came back keeps what was typed in it."""
    forms = CampaignForms(
        material or MaterialForm(auto_id="id_material_%s"), reach or ReachForm(auto_id="id_reach_%s"),
        result or ResultForm(), lambda: kit or kit_form(request.worker),
    )  # fmt: skip
    page = campaign_page(request.worker, campaign, forms)
    return render_page(
        request, "society/campaign.html", page, status=422 if material or reach or result or kit else 200
    )


def _verb(action: Callable[..., object], done: Callable[[], str]) -> Callable[..., HttpResponse]:
    """A button that changes a campaign, and comes back to it."""

    @requires(WRITE)
    @require_POST
    def press(request: StaffRequest, campaign_id: uuid.UUID) -> HttpResponse:
        action(by=request.worker, campaign=campaign_or_404(campaign_id))
        messages.success(request, done())
        return redirect("society:campaign", campaign_id)

    return press


start = _verb(actions.start, lambda: _("It runs: the network sees it and can take part."))
join = _verb(actions.join, lambda: _("You take part: add your products and whom they reached."))


@requires(WRITE)
@require_POST
def add_material(request: StaffRequest, campaign_id: uuid.UUID) -> HttpResponse:
    """Add a product."""
    campaign, form = campaign_or_404(campaign_id), MaterialForm(request.POST, auto_id="id_material_%s")
    if not form.is_valid():
        return shown(request, campaign, material=form)
    actions.add_material(by=request.worker, campaign=campaign, product=form.product())
    return redirect("society:campaign", campaign_id)


@requires(WRITE)
@require_POST
def add_reach(request: StaffRequest, campaign_id: uuid.UUID) -> HttpResponse:
    """Write down whom a channel reached."""
    campaign, form = campaign_or_404(campaign_id), ReachForm(request.POST, auto_id="id_reach_%s")
    if not form.is_valid():
        return shown(request, campaign, reach=form)
    actions.add_reach(by=request.worker, campaign=campaign, counted=form.counted())
    return redirect("society:campaign", campaign_id)


@requires(WRITE)
@require_POST
def drop_reach(request: StaffRequest, reach_id: uuid.UUID) -> HttpResponse:
    """That figure was wrong."""
    reach = get_object_or_404(Reach.objects.select_related("campaign"), pk=reach_id)
    actions.drop_reach(by=request.worker, reach=reach)
    return redirect("society:campaign", reach.campaign_id)


@requires(WRITE)
@require_POST
def end(request: StaffRequest, campaign_id: uuid.UUID) -> HttpResponse:
    """Say what came of it."""
    campaign, form = campaign_or_404(campaign_id), ResultForm(request.POST)
    if not form.is_valid():
        return shown(request, campaign, result=form)
    actions.end(by=request.worker, campaign=campaign, result=form.cleaned_data["result"])
    return redirect("society:campaign", campaign_id)
