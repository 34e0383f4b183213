# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Asking for a place, the coordinator's word, giving the place back."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from lgnet.core.authz import Refused, requires
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.training import actions, policies
from lgnet.training.forms.register import ColleaguesForm, DeclineForm
from lgnet.training.models import Enrolment
from lgnet.training.pages.module import DeclinePage
from lgnet.training.views.read import SEEN_BY, module_or_404, shown
from lgnet.ui import notices
from lgnet.ui.rendering import render_page


def enrolment_or_404(enrolment_id: uuid.UUID) -> Enrolment:
    """An enrolment that exists for who asks."""
    rows = Enrolment.objects.select_related("module", "colleague", "partner")
    return get_object_or_404(rows, pk=enrolment_id)


@requires(*SEEN_BY)
@require_POST
def enrol(request: StaffRequest, module_id: uuid.UUID) -> HttpResponse:
    """Ask for a place for oneself."""
    found = module_or_404(module_id)
    try:
        made = actions.enrol(by=request.worker, module=found)
    except Refused as refused:
        messages.error(request, str(refused.reason))
        return redirect("training:module", module_id)
    if made.state == Enrolment.State.WAITING:
        said = _("You are on the waiting list: you are written to as soon as a place is free.")
    elif made.approved_at is None:
        said = _("A place is held for you until your coordinator decides.")
    else:
        said = _("You have a place: the sessions come to you by mail.")
    messages.success(request, said)
    return redirect("training:module", module_id)


@requires(Permission.TRAINING_APPROVE)
@require_POST
def enrol_colleagues(request: StaffRequest, module_id: uuid.UUID) -> HttpResponse:
    """The coordinator enrols colleagues."""
    found = module_or_404(module_id)
    form = ColleaguesForm(request.POST, by=request.worker, module=found)
    if form.is_valid():
        chosen = [one.pk for one in form.cleaned_data["colleagues"]]
        try:
            made = actions.enrol_colleagues(by=request.worker, module=found, colleagues=chosen)
        except Refused as refused:
            form.add_error("colleagues", str(refused.reason))
        else:
            said = ngettext("%(n)s colleague is enrolled.", "%(n)s colleagues are enrolled.", len(made))
            messages.success(request, said % {"n": len(made)})
            return redirect("training:module", module_id)
    return shown(request, found, colleagues=form)


@requires(Permission.TRAINING_APPROVE)
@require_POST
def approve(request: StaffRequest, enrolment_id: uuid.UUID) -> HttpResponse:
    """The coordinator says yes."""
    found = enrolment_or_404(enrolment_id)
    actions.approve(by=request.worker, enrolment=found)
    messages.success(request, _("%(name)s may take part.") % {"name": found.colleague.name})
    return _back(request, found)


@requires(Permission.TRAINING_APPROVE)
@require_http_methods(["GET", "HEAD", "POST"])
def decline(request: StaffRequest, enrolment_id: uuid.UUID) -> HttpResponse:
    """The coordinator says no, and why."""
    found, form = enrolment_or_404(enrolment_id), DeclineForm(request.POST or None)
    policies.decline(request.worker, found).enforce()
    if request.method == "POST" and form.is_valid():
        actions.decline(by=request.worker, enrolment=found, reason=form.cleaned_data["reason"])
        messages.success(request, _("Your colleague is told why; the place goes to who waits."))
        return redirect("training:list")
    page = DeclinePage(found, form)
    return render_page(request, "training/decline.html", page, status=422 if form.is_bound else 200)


@requires(*SEEN_BY)
@require_POST
def withdraw(request: StaffRequest, enrolment_id: uuid.UUID) -> HttpResponse:
    """Give the place back."""
    found = enrolment_or_404(enrolment_id)
    actions.withdraw(by=request.worker, enrolment=found)
    if found.colleague_id == request.worker.user.pk:
        undo = reverse("training:enrol", args=[found.module_id])
        notices.offer_undo(
            request, _("You gave your place back. Undone, you come after who waits."), url=undo
        )
    else:
        messages.success(request, _("The place is free: it goes to who waits."))
    return _back(request, found)


def _back(request: StaffRequest, found: Enrolment) -> HttpResponse:
    """To the list of what waits where one came from it, else to the module."""
    if request.POST.get("next") == "list":
        return redirect("training:list")
    return redirect("training:module", found.module_id)
