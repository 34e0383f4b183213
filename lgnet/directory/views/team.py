# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A partner keeps how the public reaches its team."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lgnet.core.authz import requires
from lgnet.directory import actions, policies
from lgnet.directory.forms.team import ContactForm
from lgnet.directory.models import TeamContact
from lgnet.directory.pages.keeping import FormPage
from lgnet.directory.pages.team import team_page
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.ui import notices
from lgnet.ui.rendering import render_page

READ = Permission.DIRECTORY_READ  # who may change it, a policy says: coordinator or communications officer


def contact_or_404(contact_id: uuid.UUID) -> TeamContact:
    """A contact that exists for who asks."""
    return get_object_or_404(TeamContact, pk=contact_id)


@requires(READ)
@require_safe
def list_(request: StaffRequest) -> HttpResponse:
    """What everybody reads of the team."""
    return render_page(request, "directory/team.html", team_page(request.worker))


@requires(READ)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """One more."""
    policies.keep_team(request.worker).enforce()
    form = ContactForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.add_contact(by=request.worker, reached=form.reached(), contact_id=form.cleaned_data["new_id"])
        messages.success(request, _("Saved: everybody reads it now."))
        return redirect("directory:team")
    return _form(request, FormPage(form, None, _("A new contact of the team")))


@requires(READ)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: StaffRequest, contact_id: uuid.UUID) -> HttpResponse:
    """Correct one."""
    found = contact_or_404(contact_id)
    policies.change_contact(request.worker, found).enforce()
    form = ContactForm(request.POST or None, contact=found)
    if request.method == "POST" and form.is_valid():
        actions.change_contact(by=request.worker, contact=found, reached=form.reached())
        messages.success(request, _("Saved: everybody reads it now."))
        return redirect("directory:team")
    return _form(request, FormPage(form, None, _("Change the contact")))


def _form(request: StaffRequest, page: FormPage) -> HttpResponse:
    status = 422 if page.form.is_bound else 200
    return render_page(request, "directory/contact.html", page, status=status)


@requires(READ)
@require_POST
def confirm(request: StaffRequest, contact_id: uuid.UUID) -> HttpResponse:
    """It is still right."""
    actions.confirm_contact(by=request.worker, contact=contact_or_404(contact_id))
    messages.success(request, _("Thank you: people read that it was checked today."))
    return redirect("directory:team")


@requires(READ)
@require_POST
def hide(request: StaffRequest, contact_id: uuid.UUID) -> HttpResponse:
    """Take it off the public pages."""
    actions.hide_contact(by=request.worker, contact=contact_or_404(contact_id))
    undo = reverse("directory:show_contact", args=[contact_id])
    notices.offer_undo(request, _("It is no longer on the public pages."), url=undo)
    return redirect("directory:team")


@requires(READ)
@require_POST
def show(request: StaffRequest, contact_id: uuid.UUID) -> HttpResponse:
    """Put it back."""
    actions.hide_contact(by=request.worker, contact=contact_or_404(contact_id), is_hidden=False)
    messages.success(request, _("Everybody reads it again."))
    return redirect("directory:team")


@requires(READ)
@require_POST
def throw_away(request: StaffRequest, contact_id: uuid.UUID) -> HttpResponse:
    """Forget a hidden one."""
    actions.throw_contact_away(by=request.worker, contact=contact_or_404(contact_id))
    messages.success(request, _("The contact was thrown away."))
    return redirect("directory:team")
