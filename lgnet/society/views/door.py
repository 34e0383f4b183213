# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""At the door: who is expected, who has come; by the list, or by the code that somebody shows."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from lgnet.core.authz import public, requires
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.society import policies
from lgnet.society.actions import events as actions
from lgnet.society.links import Purpose, thing_of
from lgnet.society.models import Registration
from lgnet.society.pages.door import code_page, door_page, hour_of
from lgnet.society.views.events import event_or_404
from lgnet.ui.public import preferred
from lgnet.ui.rendering import render_page

WRITE = Permission.EVENT_WRITE


@requires(WRITE)
@require_safe
def door(request: StaffRequest, event_id: uuid.UUID) -> HttpResponse:
    """The list of the door; `?code=` finds who shows a code."""
    event = event_or_404(event_id)
    policies.see_people(request.worker, event).enforce()
    actions.note_people_seen(on=event)
    page = door_page(request.worker, event, str(request.GET.get("code", ""))[:20])
    return render_page(request, "society/door.html", page)


def registration_or_404(by: Worker, registration_id: uuid.UUID) -> Registration:
    """Who is on the partner's lists."""
    policies.meet_people(by).enforce()
    return get_object_or_404(Registration.objects.select_related("event__key"), pk=registration_id)


@requires(WRITE)
@require_POST
def came(request: StaffRequest, registration_id: uuid.UUID) -> HttpResponse:
    """Somebody has come; the door that reads codes says of which event it is, and takes no other's."""
    found = registration_or_404(request.worker, registration_id)
    if request.POST.get("event", str(found.event_id)) != str(found.event_id):
        raise Http404
    since = found.came_at
    actions.check_in(by=request.worker, registration=found)
    line = (
        _("already in since %(hour)s") % {"hour": hour_of(since)}
        if since
        else _("came at %(hour)s") % {"hour": hour_of(found.came_at)}
    )
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"name": found.name, "line": line, "again": since is not None})
    messages.success(request, line[:1].upper() + line[1:])  # no name: messages travel in cookies
    return redirect("society:door", found.event_id)


@requires(WRITE)
@require_POST
def not_came(request: StaffRequest, registration_id: uuid.UUID) -> HttpResponse:
    """That was somebody else."""
    found = registration_or_404(request.worker, registration_id)
    actions.undo_check_in(by=request.worker, registration=found)
    return redirect("society:door", found.event_id)


@public
@require_safe
def shown_code(request: HttpRequest, token: str) -> HttpResponse:
    """Where a square code leads: whoever keeps this door checks in with one tap, others see the registration."""
    thing, worker = thing_of(Purpose.DOOR, token), getattr(request, "worker", None)
    found = None
    if thing is not None and worker is not None and policies.meet_people(worker):
        rows = Registration.objects.select_related("event__key").prefetch_related("event__texts")
        found = rows.filter(pk=thing).first()
    if found is None or worker is None:
        language = preferred(request.headers.get("Accept-Language", ""))
        return redirect("society:at_door", language.code, token)
    actions.note_people_seen(on=found.event)
    return render_page(request, "society/code.html", code_page(worker, found))
