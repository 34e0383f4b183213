# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A partner writes its cards, gives them to review, publishes them and keeps them up to date."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from lgnet.core.authz import Refused, requires
from lgnet.interop.attachments import AttachmentRefused
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.practices import actions, policies
from lgnet.practices.forms import CardForm, FigureForm, FileForm, RetireForm
from lgnet.practices.models import Card, CardFile, Figure
from lgnet.practices.pages.card import edit_page
from lgnet.practices.views.read import card_or_404, shown
from lgnet.ui import notices
from lgnet.ui.rendering import render_page

WRITE, DECIDE = Permission.PRACTICE_WRITE, Permission.PRACTICE_DECIDE


@requires(WRITE)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Begin a practice; it stays a draft until another partner has approved it."""
    form = CardForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = actions.write(by=request.worker, draft=form.draft(), card_id=form.cleaned_data["new_id"])
        messages.success(request, _("The draft is saved: only your partner sees it."))
        return redirect("practices:edit", made.pk)
    return _writing(request, form)


@requires(WRITE)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: StaffRequest, card_id: uuid.UUID) -> HttpResponse:
    """Change a draft."""
    found = card_or_404(card_id)
    policies.edit(request.worker, found).enforce()
    form = CardForm(request.POST or None, card=found)
    if request.method == "POST" and form.is_valid():
        actions.edit(by=request.worker, card=found, draft=form.draft())
        messages.success(request, _("The draft is saved: only your partner sees it."))
        return redirect("practices:card", card_id)
    return _writing(request, form, found)


def _writing(
    request: StaffRequest,
    form: CardForm,
    found: Card | None = None,
    *,
    file_form: FileForm | None = None,
) -> HttpResponse:
    page = edit_page(
        request.worker, form, figure_form=FigureForm(), file_form=file_form or FileForm(), card=found
    )
    status = 422 if form.is_bound or file_form else 200
    return render_page(request, "practices/edit.html", page, status=status)


@requires(WRITE)
@require_POST
def measure(request: StaffRequest, card_id: uuid.UUID) -> HttpResponse:
    """Write down what an indicator says today."""
    found, form = card_or_404(card_id), FigureForm(request.POST)
    try:
        if form.is_valid():
            actions.measure(by=request.worker, card=found, indicator=form.cleaned_data["indicator"])
        else:
            messages.error(request, _("Choose an indicator of the network."))
    except Refused as refused:
        messages.error(request, str(refused.reason))
    return redirect("practices:edit", card_id)


@requires(WRITE)
@require_POST
def drop_figure(request: StaffRequest, figure_id: uuid.UUID) -> HttpResponse:
    """Leave an indicator out."""
    found = get_object_or_404(Figure, pk=figure_id)
    actions.drop_figure(by=request.worker, figure=found)
    return redirect("practices:edit", found.card_id)


@requires(WRITE)
@require_POST
def attach(request: StaffRequest, card_id: uuid.UUID) -> HttpResponse:
    """Let a file go with a draft."""
    found = card_or_404(card_id)
    policies.edit(request.worker, found).enforce()
    form = FileForm(request.POST, request.FILES)
    if form.is_valid():
        sent = form.cleaned_data["file"]
        try:
            actions.attach(by=request.worker, card=found, name=sent.name, blocks=sent.chunks())
        except AttachmentRefused as refused:
            form.add_error("file", str(refused.reason))
        else:
            return redirect("practices:edit", card_id)
    return _writing(request, CardForm(card=found), found, file_form=form)


@requires(WRITE)
@require_POST
def remove_file(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """Take a file away from a draft."""
    found = get_object_or_404(CardFile, pk=file_id)
    actions.remove_file(by=request.worker, file=found)
    return redirect("practices:edit", found.card_id)


@requires(WRITE)
@require_POST
def throw_away(request: StaffRequest, card_id: uuid.UUID) -> HttpResponse:
    """Forget a draft."""
    actions.throw_away(by=request.worker, card=card_or_404(card_id))
    messages.success(request, _("The draft was thrown away."))
    return redirect("practices:list")


@requires(WRITE)
@require_POST
def submit(request: StaffRequest, card_id: uuid.UUID) -> HttpResponse:
    """Give it to another partner to review."""
    actions.submit(by=request.worker, card=card_or_404(card_id))
    undo = reverse("practices:take_back", args=[card_id])
    notices.offer_undo(request, _("The other partners see it now: one of them will review it."), url=undo)
    return redirect("practices:card", card_id)


@requires(WRITE)
@require_POST
def take_back(request: StaffRequest, card_id: uuid.UUID) -> HttpResponse:
    """Make it a draft again."""
    actions.take_back(by=request.worker, card=card_or_404(card_id))
    messages.success(request, _("It is a draft again."))
    return redirect("practices:card", card_id)


@requires(DECIDE)
@require_POST
def publish(request: StaffRequest, card_id: uuid.UUID) -> HttpResponse:
    """Show it to the network."""
    made = actions.publish(by=request.worker, card=card_or_404(card_id))
    told = (
        _("It is published: everybody may read it.")
        if made.is_public
        else _("It is published in the network.")
    )
    messages.success(request, told)
    return redirect("practices:card", card_id)


@requires(WRITE)
@require_POST
def new_version(request: StaffRequest, card_id: uuid.UUID) -> HttpResponse:
    """Begin the next version."""
    made = actions.new_version(by=request.worker, card=card_or_404(card_id))
    messages.success(
        request, _("This is the next version: the published one holds until this one takes its place.")
    )
    return redirect("practices:edit", made.pk)


@requires(DECIDE)
@require_POST
def confirm(request: StaffRequest, card_id: uuid.UUID) -> HttpResponse:
    """Say that it is still so."""
    actions.confirm(by=request.worker, card=card_or_404(card_id))
    messages.success(request, _("Thank you: it holds for another year."))
    return redirect("practices:card", card_id)


@requires(DECIDE)
@require_POST
def retire(request: StaffRequest, card_id: uuid.UUID) -> HttpResponse:
    """Say that the partner no longer works like this."""
    found, form = card_or_404(card_id), RetireForm(request.POST)
    if not form.is_valid():
        return shown(request, found, retire=form)
    actions.retire(by=request.worker, card=found, reason=form.cleaned_data["reason"])
    undo = reverse("practices:restore", args=[card_id])
    notices.offer_undo(request, _("The practice is retired: it stays readable with your reason."), url=undo)
    return redirect("practices:card", card_id)


@requires(DECIDE)
@require_POST
def restore(request: StaffRequest, card_id: uuid.UUID) -> HttpResponse:
    """Undo its retirement."""
    actions.restore(by=request.worker, card=card_or_404(card_id))
    messages.success(request, _("The practice is published again."))
    return redirect("practices:card", card_id)
