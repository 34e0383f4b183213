# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""A partner's administrator looks after who works there."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lgnet.core.authz import Refused, Stale, requires
from lgnet.network import actions
from lgnet.network.forms import ChangeForm, EndForm, InviteForm
from lgnet.network.middleware import StaffRequest
from lgnet.network.models import Invitation, Membership
from lgnet.network.pages import members as pages
from lgnet.network.permissions import ROLES, Permission
from lgnet.ui.notices import offer_undo
from lgnet.ui.rendering import render_page

LINK = (
    "invitation_link"  # in the session from the sending to the one page that shows it, where no mail leaves
)


def _membership(pk: UUID) -> Membership:
    rows = Membership.objects.select_related("user", "organisation", "site", "ended_by")
    return get_object_or_404(rows, pk=pk)


def _link_of(request: StaffRequest, token: str) -> str:
    return request.build_absolute_uri(reverse("network:accept", args=[token]))


def _show_once(request: StaffRequest, invitation: Invitation, link: str) -> HttpResponse:
    if not settings.MAIL_IS_SENT:  # where letters leave, whoever reads the mailbox joins, and nobody else
        request.session[LINK] = [str(invitation.pk), link]
    return redirect("network:invited", invitation.pk)


@requires(Permission.MEMBERS_MANAGE)
@require_GET
def members(request: StaffRequest) -> HttpResponse:
    """Who works here, who is invited, who has gone."""
    return render_page(request, "network/members.html", pages.members_page(request.worker))


@requires(Permission.MEMBERS_MANAGE)
@require_http_methods(["GET", "POST"])
def invite(request: StaffRequest) -> HttpResponse:
    """Ask somebody to join."""
    form = InviteForm(request.POST) if request.method == "POST" else InviteForm.fresh()
    if not form.is_bound:
        return render_page(request, "network/invite.html", pages.InvitePage(form))
    if form.is_valid():
        given = form.cleaned_data
        try:
            invitation, link = actions.invite(
                by=request.worker, link=lambda token: _link_of(request, token), **given
            )
            return _show_once(request, invitation, link)
        except Refused as refused:
            form.add_error(None, str(refused.reason))
    return render_page(request, "network/invite.html", pages.InvitePage(form), status=422)


@requires(Permission.MEMBERS_MANAGE)
@require_GET
def invited(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Where the link is: in the mail or, where no mail leaves, on this page, this once."""
    invitation = get_object_or_404(Invitation, pk=pk)
    kept, link = request.session.pop(LINK, ("", ""))
    link = link if kept == str(pk) else ""
    if link:
        actions.note_link_shown(by=request.worker, invitation=invitation)
    page = pages.InvitedPage(invitation, ROLES[invitation.role], link, is_mailed=settings.MAIL_IS_SENT)
    return render_page(request, "network/invited.html", page)


@requires(Permission.MEMBERS_MANAGE)
@require_POST
def resend(request: StaffRequest, pk: UUID) -> HttpResponse:
    """A fresh link for an invitation."""
    invitation = get_object_or_404(Invitation, pk=pk)
    link = actions.resend_invitation(
        by=request.worker, invitation=invitation, link=lambda token: _link_of(request, token)
    )
    return _show_once(request, invitation, link)


@requires(Permission.MEMBERS_MANAGE)
@require_POST
def withdraw(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Take an invitation back."""
    invitation = get_object_or_404(Invitation, pk=pk)
    actions.withdraw_invitation(by=request.worker, invitation=invitation)
    messages.success(request, _("The invitation of %(name)s is withdrawn.") % {"name": invitation.name})
    return redirect("network:members")


@requires(Permission.MEMBERS_MANAGE)
@require_http_methods(["GET", "POST"])
def member(request: StaffRequest, pk: UUID) -> HttpResponse:
    """One membership; POST changes its role, site or last day."""
    membership = _membership(pk)
    form = ChangeForm(request.POST if request.method == "POST" else None, membership=membership)
    if form.is_bound and form.is_valid():
        told = _("The change of %(name)s holds from now on.") % {"name": membership.user.name}
        try:
            actions.change_membership(by=request.worker, membership=membership, **form.cleaned_data)
            messages.success(request, told)
            return redirect("network:members")
        except Stale:
            raise
        except Refused as refused:
            form.add_error(None, str(refused.reason))
    page = pages.member_page(request.worker, membership, form=form, end_form=EndForm())
    return render_page(request, "network/member.html", page, status=422 if form.is_bound else 200)


@requires(Permission.MEMBERS_MANAGE)
@require_POST
def end(request: StaffRequest, pk: UUID) -> HttpResponse:
    """End a membership; the next page offers to undo it."""
    membership = _membership(pk)
    form = EndForm(request.POST)
    if not form.is_valid():
        page = pages.member_page(
            request.worker, membership, form=ChangeForm(membership=membership), end_form=form
        )
        return render_page(request, "network/member.html", page, status=422)
    actions.end_membership(by=request.worker, membership=membership, **form.cleaned_data)
    told = _("%(name)s has no access any more.") % {"name": membership.user.name}
    offer_undo(request, told, url=reverse("network:restore", args=[pk]))
    return redirect("network:members")


@requires(Permission.MEMBERS_MANAGE)
@require_POST
def restore(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Undo an ending."""
    membership = actions.restore_membership(by=request.worker, membership=_membership(pk))
    messages.success(request, _("%(name)s has access again.") % {"name": membership.user.name})
    return redirect("network:members")
