# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Files of the media kit chosen for a campaign, and taken out again."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lgnet.core.authz import requires
from lgnet.network.middleware import StaffRequest
from lgnet.society.actions import materials as actions
from lgnet.society.forms.materials import kit_form
from lgnet.society.models import Material
from lgnet.society.views.campaigns import WRITE, campaign_or_404, shown


@requires(WRITE)
@require_POST
def choose(request: StaffRequest, campaign_id: uuid.UUID) -> HttpResponse:
    """Offer a file with a campaign."""
    campaign, form = campaign_or_404(campaign_id), kit_form(request.worker, request.POST.dict())
    if not form.is_valid():
        return shown(request, campaign, kit=form)
    actions.choose(by=request.worker, campaign=campaign, choice=form.choice())
    messages.success(request, _("It is offered with the campaign and on the pages of its events."))
    return redirect("society:campaign", campaign_id)


@requires(WRITE)
@require_POST
def drop(request: StaffRequest, material_id: uuid.UUID) -> HttpResponse:
    """No longer offer it."""
    rows = Material.objects.select_related("campaign").exclude(product_id=None, asset_id=None)
    material = get_object_or_404(rows, pk=material_id)
    actions.drop(by=request.worker, material=material)
    return redirect("society:campaign", material.campaign_id)
