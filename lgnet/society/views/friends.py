# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""Associations, volunteers, owners of homes: entered with their consent, forgotten when it is withdrawn."""

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
from lgnet.society.actions import friends as actions
from lgnet.society.forms.staff import FriendForm
from lgnet.society.models import Friend, Message
from lgnet.society.pages.staff import FormPage, friends_page
from lgnet.ui.rendering import render_page

KEEP = Permission.PUBLIC_ANSWER
KINDS = {"home": Friend.Kind.OWNER, "help": Friend.Kind.VOLUNTEER}


@requires(KEEP)
@require_safe
def list_(request: StaffRequest) -> HttpResponse:
    """Who agreed to be kept in mind."""
    policies.keep_friend(request.worker).enforce()
    kind, skill = (str(request.GET.get(name, ""))[:20] for name in ("kind", "skill"))
    page = friends_page(request.worker, kind=kind, skill=skill)
    actions.note_seen(friends=len(page.friends))
    return render_page(request, "society/friends.html", page)


@requires(KEEP)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Enter somebody; `?message=` takes over who wrote."""
    policies.keep_friend(request.worker).enforce()
    message = _message(request)
    form = FriendForm(request.POST or None, initial=_begun(message))
    if request.method == "POST" and form.is_valid():
        actions.enter(by=request.worker, given=form.given(), message=message)
        messages.success(request, _("They are kept in mind, until they no longer agree."))
        return redirect("society:friends")
    return render_page(request, "society/friend.html", FormPage(form), status=422 if form.is_bound else 200)


def _message(request: StaffRequest) -> Message | None:
    try:
        wanted = uuid.UUID(str(request.GET.get("message", "")))
    except ValueError:
        return None
    return get_object_or_404(Message.objects.select_related("key"), pk=wanted)


def _begun(message: Message | None) -> dict[str, str]:
    if message is None:
        return {}
    begun = {name: getattr(message, name) for name in ("name", "email", "phone")}
    return begun | {"kind": KINDS.get(message.kind, ""), "consent_how": message.number}


@requires(KEEP)
@require_POST
def withdraw(request: StaffRequest, friend_id: uuid.UUID) -> HttpResponse:
    """Forget somebody who no longer agrees."""
    actions.withdraw(by=request.worker, friend=get_object_or_404(Friend, pk=friend_id))
    messages.success(request, _("Name, address and words are gone for ever."))
    return redirect("society:friends")
