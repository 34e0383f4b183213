# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The nation writes, issues, corrects and ends directives."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from lgnet.core.authz import Refused, requires
from lgnet.directives import actions, policies
from lgnet.directives.forms.directive import DirectiveForm, FileForm, WithdrawForm
from lgnet.directives.models import DirectiveFile
from lgnet.directives.pages.directive import edit_page
from lgnet.directives.views.read import directive_or_404, shown
from lgnet.interop.attachments import AttachmentRefused
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.ui import notices
from lgnet.ui.rendering import render_page


@requires(Permission.DIRECTIVE_ISSUE)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Begin a circular; it stays a draft until it is issued."""
    form = DirectiveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        directive_id = form.cleaned_data["new_id"]
        made = actions.write(by=request.worker, draft=form.draft(), directive_id=directive_id)
        messages.success(request, _("The draft is saved. Add files, look at it, then issue it."))
        return redirect("directives:edit", made.pk)
    page = edit_page(request.worker, form, FileForm())
    return render_page(request, "directives/edit.html", page, status=422 if form.is_bound else 200)


@requires(Permission.DIRECTIVE_ISSUE)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: StaffRequest, directive_id: uuid.UUID) -> HttpResponse:
    """Change a draft and its files."""
    found = directive_or_404(directive_id)
    policies.edit(request.worker, found).enforce()
    form = DirectiveForm(request.POST or None, directive=found)
    if request.method == "POST" and form.is_valid():
        actions.edit(by=request.worker, directive=found, draft=form.draft())
        messages.success(request, _("The draft is saved."))
        return redirect("directives:directive", directive_id)
    page = edit_page(request.worker, form, FileForm(), found)
    return render_page(request, "directives/edit.html", page, status=422 if form.is_bound else 200)


@requires(Permission.DIRECTIVE_ISSUE)
@require_POST
def attach(request: StaffRequest, directive_id: uuid.UUID) -> HttpResponse:
    """Let a file go with a draft."""
    found = directive_or_404(directive_id)
    policies.edit(request.worker, found).enforce()
    form = FileForm(request.POST, request.FILES)
    if form.is_valid():
        sent = form.cleaned_data["file"]
        try:
            actions.attach(by=request.worker, directive=found, name=sent.name, blocks=sent.chunks())
        except AttachmentRefused as refused:
            form.add_error("file", str(refused.reason))
        else:
            return redirect("directives:edit", directive_id)
    page = edit_page(request.worker, DirectiveForm(directive=found), form, found)
    return render_page(request, "directives/edit.html", page, status=422)


@requires(Permission.DIRECTIVE_ISSUE)
@require_POST
def remove_file(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """Take a file away from a draft."""
    found = get_object_or_404(DirectiveFile, pk=file_id)
    actions.remove_file(by=request.worker, file=found)
    return redirect("directives:edit", found.directive_id)


@requires(Permission.DIRECTIVE_ISSUE)
@require_POST
def throw_away(request: StaffRequest, directive_id: uuid.UUID) -> HttpResponse:
    """Forget a draft."""
    actions.throw_away(by=request.worker, directive=directive_or_404(directive_id))
    messages.success(request, _("The draft was thrown away."))
    return redirect("directives:list")


@requires(Permission.DIRECTIVE_ISSUE)
@require_POST
def issue(request: StaffRequest, directive_id: uuid.UUID) -> HttpResponse:
    """Send a draft to its partners."""
    try:
        made = actions.issue(by=request.worker, directive=directive_or_404(directive_id))
    except Refused as refused:
        messages.error(request, str(refused.reason))
    else:
        messages.success(request, _("Circular %(code)s is issued.") % {"code": made.code})
    return redirect("directives:directive", directive_id)


@requires(Permission.DIRECTIVE_ISSUE)
@require_POST
def correct(request: StaffRequest, directive_id: uuid.UUID) -> HttpResponse:
    """Begin the next version."""
    made = actions.correct(by=request.worker, directive=directive_or_404(directive_id))
    messages.success(request, _("This is the correction: what partners have holds until you issue it."))
    return redirect("directives:edit", made.pk)


@requires(Permission.DIRECTIVE_ISSUE)
@require_POST
def close(request: StaffRequest, directive_id: uuid.UUID) -> HttpResponse:
    """Ask no more."""
    actions.close(by=request.worker, directive=directive_or_404(directive_id))
    undo = reverse("directives:reopen", args=[directive_id])
    notices.offer_undo(request, _("The circular is closed: nobody is reminded any more."), url=undo)
    return redirect("directives:directive", directive_id)


@requires(Permission.DIRECTIVE_ISSUE)
@require_POST
def reopen(request: StaffRequest, directive_id: uuid.UUID) -> HttpResponse:
    """Ask again."""
    actions.reopen(by=request.worker, directive=directive_or_404(directive_id))
    messages.success(request, _("The circular is open again."))
    return redirect("directives:directive", directive_id)


@requires(Permission.DIRECTIVE_ISSUE)
@require_POST
def withdraw(request: StaffRequest, directive_id: uuid.UUID) -> HttpResponse:
    """Say that it does not hold."""
    found, form = directive_or_404(directive_id), WithdrawForm(request.POST)
    if form.is_valid():
        try:
            actions.withdraw(by=request.worker, directive=found, reason=form.cleaned_data["reason"])
        except Refused as refused:
            form.add_error("reason", str(refused.reason))
        else:
            messages.success(request, _("The circular is withdrawn: partners read why."))
            return redirect("directives:directive", directive_id)
    return shown(request, found, withdraw_form=form)
