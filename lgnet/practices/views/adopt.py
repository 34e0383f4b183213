# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A partner takes a practice up, works through its steps and gives the result back."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lgnet.core.authz import Refused, requires
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.practices import actions, policies, queries
from lgnet.practices.forms import AdoptForm, EndForm, StepForm
from lgnet.practices.models import Adoption, AdoptionStep
from lgnet.practices.pages.adoption import EndPage, adopt_page, adoption_page, adoptions_page
from lgnet.practices.views.read import card_or_404
from lgnet.ui import notices
from lgnet.ui.rendering import render_page

READ, WRITE, DECIDE = Permission.PRACTICE_READ, Permission.PRACTICE_WRITE, Permission.PRACTICE_DECIDE


@requires(READ)
@require_safe
def adoptions(request: StaffRequest) -> HttpResponse:
    """What the partner takes up."""
    return render_page(request, "practices/adoptions.html", adoptions_page(request.worker))


@requires(DECIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def adopt(request: StaffRequest, card_id: uuid.UUID) -> HttpResponse:
    """Begin to take a practice up."""
    found = card_or_404(card_id)
    form = AdoptForm(request.POST or None, people=queries.colleagues(request.worker))
    page = adopt_page(request.worker, found, form)
    page.may_adopt.enforce()
    if request.method == "POST" and form.is_valid():
        made = actions.adopt(by=request.worker, card=found, **form.given())
        messages.success(request, _("The steps of the card are yours now: say who does them, by when."))
        return redirect("practices:adoption", made.pk)
    return render_page(request, "practices/adopt.html", page, status=422 if form.is_bound else 200)


def _adoption_or_404(adoption_id: uuid.UUID) -> Adoption:
    rows = Adoption.objects.select_related("card", "author", "partner", "owner", "ended_by")
    return get_object_or_404(rows, pk=adoption_id)


@requires(READ)
@require_safe
def adoption(request: StaffRequest, adoption_id: uuid.UUID) -> HttpResponse:
    """One adoption."""
    return _shown(request, _adoption_or_404(adoption_id))


def _shown(request: StaffRequest, found: Adoption, new_step: StepForm | None = None) -> HttpResponse:
    """The page of an adoption, with the form of a new step that came back."""
    by = request.worker
    people = queries.colleagues(by) if policies.work_on(by, found) else None

    def form_of(step: AdoptionStep | None) -> StepForm | None:
        if people is None:
            return None
        return new_step if step is None and new_step else StepForm(people=people, step=step)

    page = adoption_page(by, found, form_of=form_of)
    return render_page(request, "practices/adoption.html", page, status=422 if new_step else 200)


@requires(WRITE)
@require_POST
def add_step(request: StaffRequest, adoption_id: uuid.UUID) -> HttpResponse:
    """Add a step that the card does not have."""
    found = _adoption_or_404(adoption_id)
    policies.work_on(request.worker, found).enforce()
    form = StepForm(request.POST, people=queries.colleagues(request.worker))
    if form.is_valid():
        try:
            actions.add_step(by=request.worker, adoption=found, **form.given())
        except Refused as refused:
            form.add_error("text", str(refused.reason))
        else:
            return redirect("practices:adoption", adoption_id)
    return _shown(request, found, form)


def _step_or_404(request: StaffRequest, step_id: uuid.UUID) -> AdoptionStep:
    rows = AdoptionStep.objects.select_related("adoption").filter(partner=request.worker.partner_id)
    return get_object_or_404(rows, pk=step_id)


@requires(WRITE)
@require_POST
def change_step(request: StaffRequest, step_id: uuid.UUID) -> HttpResponse:
    """Say who does a step by when."""
    step = _step_or_404(request, step_id)
    adoption_id = step.adoption_id
    form = StepForm(request.POST, people=queries.colleagues(request.worker))
    if form.is_valid():
        actions.change_step(by=request.worker, step=step, **form.given())
        messages.success(request, _("The step is changed."))
    else:
        messages.error(request, _("The step was not changed: look at the day and at who does it."))
    return redirect("practices:adoption", adoption_id)


@requires(WRITE)
@require_POST
def tick(request: StaffRequest, step_id: uuid.UUID) -> HttpResponse:
    """Say that a step is done."""
    step = actions.tick(by=request.worker, step=_step_or_404(request, step_id))
    undo = reverse("practices:untick", args=[step_id])
    notices.offer_undo(request, _("Step %(n)s is done.") % {"n": step.position}, url=undo)
    return redirect("practices:adoption", step.adoption_id)


@requires(WRITE)
@require_POST
def untick(request: StaffRequest, step_id: uuid.UUID) -> HttpResponse:
    """Undo that."""
    step = actions.untick(by=request.worker, step=_step_or_404(request, step_id))
    return redirect("practices:adoption", step.adoption_id)


@requires(DECIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: StaffRequest, adoption_id: uuid.UUID) -> HttpResponse:
    """Say with what result it ended."""
    found, form = _adoption_or_404(adoption_id), EndForm(request.POST or None)
    policies.end(request.worker, found).enforce()
    if request.method == "POST" and form.is_valid():
        actions.end(by=request.worker, adoption=found, ending=form.ending())
        messages.success(request, _("Thank you: the author was told, and the network learns from it."))
        return redirect("practices:adoption", adoption_id)
    page = EndPage(found, form)
    return render_page(request, "practices/end.html", page, status=422 if form.is_bound else 200)
