# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Working groups: the list, one of them, who belongs, its end."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lgnet.core.authz import Refused, requires
from lgnet.exchange import actions, policies
from lgnet.exchange.forms.people import GroupForm, MemberForm
from lgnet.exchange.models import Group
from lgnet.exchange.pages.people import FormPage, group_page, groups_page
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.people.guard import Warned
from lgnet.ui import notices
from lgnet.ui.rendering import render_page

PART = Permission.EXCHANGE_PART
ASKED = ["GET", "HEAD", "POST"]


def group_or_404(group_id: uuid.UUID) -> Group:
    """A group; everybody who works here may know of it."""
    return get_object_or_404(Group.objects.select_related("coordinator", "organisation"), pk=group_id)


@requires(PART)
@require_safe
def list_(request: StaffRequest) -> HttpResponse:
    """Every group."""
    return render_page(request, "exchange/groups.html", groups_page(request.worker))


@requires(PART)
@require_http_methods(ASKED)
def new(request: StaffRequest) -> HttpResponse:
    """Open a group."""
    form = GroupForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            made = actions.open_group(
                by=request.worker, name=given["name"], purpose=given["purpose"], reason=form.reason(),
                group_id=given["new_id"],
            )  # fmt: skip
        except Warned as warned:
            form.warn(warned)
        except Refused as refused:
            form.add_error("name", str(refused.reason))
        else:
            messages.success(request, _("The group is open. Add its members."))
            return redirect("exchange:group", made.pk)
    page = FormPage(form, reverse("exchange:groups"), is_new=True)
    return render_page(request, "exchange/group_form.html", page, status=422 if form.is_bound else 200)


@requires(PART)
@require_http_methods(ASKED)
def edit(request: StaffRequest, group_id: uuid.UUID) -> HttpResponse:
    """Give it another name or purpose."""
    found = group_or_404(group_id)
    policies.coordinate(request.worker, found).enforce()
    form = GroupForm(request.POST or None, group=found)
    if request.method == "POST" and form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("name", "purpose")}
        try:
            actions.describe_group(by=request.worker, group=found, reason=form.reason(), **given)
        except Warned as warned:
            form.warn(warned)
        except Refused as refused:
            form.add_error("name", str(refused.reason))
        else:
            return redirect("exchange:group", group_id)
    page = FormPage(form, reverse("exchange:group", args=[group_id]), is_new=False)
    return render_page(request, "exchange/group_form.html", page, status=422 if form.is_bound else 200)


@requires(PART)
@require_safe
def group(request: StaffRequest, group_id: uuid.UUID) -> HttpResponse:
    """One group."""
    return render_page(
        request, "exchange/group.html", group_page(request.worker, group_or_404(group_id), MemberForm())
    )


@requires(PART)
@require_POST
def add_member(request: StaffRequest, group_id: uuid.UUID) -> HttpResponse:
    """Let a colleague belong."""
    found, form = group_or_404(group_id), MemberForm(request.POST)
    policies.coordinate(request.worker, found).enforce()
    if form.is_valid():
        who = form.cleaned_data["colleague"]
        actions.add_member(
            by=request.worker, group=found, colleague_id=who.id, organisation_id=who.organisation_id
        )
        messages.success(request, _("%(name)s belongs to the group and is told.") % {"name": who.name})
        return redirect("exchange:group", group_id)
    return render_page(request, "exchange/group.html", group_page(request.worker, found, form), status=422)


@requires(PART)
@require_POST
def remove_member(request: StaffRequest, group_id: uuid.UUID, colleague_id: uuid.UUID) -> HttpResponse:
    """End somebody's membership."""
    actions.remove_member(by=request.worker, group=group_or_404(group_id), colleague_id=colleague_id)
    messages.success(request, _("They read nothing of the group any more; you can add them again."))
    return redirect("exchange:group", group_id)


@requires(PART)
@require_POST
def hand_over(request: StaffRequest, group_id: uuid.UUID, colleague_id: uuid.UUID) -> HttpResponse:
    """Let another member coordinate."""
    actions.hand_over_group(by=request.worker, group=group_or_404(group_id), colleague_id=colleague_id)
    messages.success(request, _("The group has another coordinator."))
    return redirect("exchange:group", group_id)


@requires(PART)
@require_POST
def leave(request: StaffRequest, group_id: uuid.UUID) -> HttpResponse:
    """Leave."""
    actions.leave_group(by=request.worker, group=group_or_404(group_id))
    messages.success(request, _("You have left the group."))
    return redirect("exchange:groups")


@requires(PART)
@require_POST
def end(request: StaffRequest, group_id: uuid.UUID) -> HttpResponse:
    """End its work."""
    actions.end_group(by=request.worker, group=group_or_404(group_id))
    undo = reverse("exchange:reopen_group", args=[group_id])
    notices.offer_undo(request, _("The group has ended its work."), url=undo)
    return redirect("exchange:group", group_id)


@requires(PART)
@require_POST
def reopen(request: StaffRequest, group_id: uuid.UUID) -> HttpResponse:
    """Let it go on."""
    actions.reopen_group(by=request.worker, group=group_or_404(group_id))
    messages.success(request, _("The group goes on."))
    return redirect("exchange:group", group_id)


@requires(PART)
@require_POST
def follow(request: StaffRequest, group_id: uuid.UUID) -> HttpResponse:
    """Be told in the digest what is new in it."""
    actions.follow(by=request.worker, group=group_or_404(group_id))
    messages.success(request, _("You follow it."))
    return redirect("exchange:group", group_id)


@requires(PART)
@require_POST
def unfollow(request: StaffRequest, group_id: uuid.UUID) -> HttpResponse:
    """Be told no more."""
    actions.unfollow(by=request.worker, group=group_or_404(group_id))
    undo = reverse("exchange:follow_group", args=[group_id])
    notices.offer_undo(request, _("You follow it no more."), url=undo)
    return redirect("exchange:group", group_id)
