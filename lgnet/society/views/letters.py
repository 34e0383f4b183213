# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""The newsletter: written, looked at, sent."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lgnet.core.authz import requires
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.society import policies
from lgnet.society.actions import newsletter as actions
from lgnet.society.forms.staff import IssueForm
from lgnet.society.models import Issue
from lgnet.society.pages.staff import letter_page, letters_page
from lgnet.ui.rendering import render_page

SEND = Permission.NEWSLETTER_SEND


@requires(SEND)
@require_safe
def list_(request: StaffRequest) -> HttpResponse:
    """The letters, and how many get them."""
    return render_page(request, "society/letters.html", letters_page(request.worker))


@requires(SEND)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Begin a letter."""
    form = IssueForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        made = actions.write(by=request.worker, issue_id=given.pop("new_id"), **given)
        return redirect("society:letter", made.pk)
    page = letter_page(request.worker, form)
    return render_page(request, "society/letter.html", page, status=422 if form.is_bound else 200)


@requires(SEND)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: StaffRequest, issue_id: uuid.UUID) -> HttpResponse:
    """Change a letter, look at it as it will be read."""
    issue = get_object_or_404(Issue, pk=issue_id, partner=request.worker.partner_id)
    form = IssueForm(request.POST or None, issue=issue)
    if request.method == "POST":
        policies.edit_issue(request.worker, issue).enforce()
        if form.is_valid():
            given = {name: form.cleaned_data[name] for name in ("language", "subject", "body")}
            actions.edit(by=request.worker, issue=issue, **given)
            messages.success(request, _("The letter is saved: below you see how it will be read."))
            return redirect("society:letter", issue_id)
    page = letter_page(request.worker, form, issue)
    return render_page(request, "society/letter.html", page, status=422 if form.is_bound else 200)


@requires(SEND)
@require_POST
def send(request: StaffRequest, issue_id: uuid.UUID) -> HttpResponse:
    """Send it to all who asked for it."""
    issue = get_object_or_404(Issue, pk=issue_id, partner=request.worker.partner_id)
    actions.send(by=request.worker, issue=issue)
    messages.success(request, _("It is on its way, a few letters at a time."))
    return redirect("society:letter", issue_id)
