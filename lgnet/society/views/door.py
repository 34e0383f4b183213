# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""At the door: who is expected, who has come; by the list, or by the code that somebody shows."""

import uuid

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from lgnet.core.authz import requires
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.network.worker import Worker
from lgnet.society import policies
from lgnet.society.actions import events as actions
from lgnet.society.models import Registration
from lgnet.society.pages.events import door_page
from lgnet.society.views.events import event_or_404
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
    return get_object_or_404(Registration.objects.select_related("event"), pk=registration_id)


@requires(WRITE)
@require_POST
def came(request: StaffRequest, registration_id: uuid.UUID) -> HttpResponse:
    """Somebody has come."""
    found = registration_or_404(request.worker, registration_id)
    actions.check_in(by=request.worker, registration=found)
    return redirect("society:door", found.event_id)


@requires(WRITE)
@require_POST
def not_came(request: StaffRequest, registration_id: uuid.UUID) -> HttpResponse:
    """That was somebody else."""
    found = registration_or_404(request.worker, registration_id)
    actions.undo_check_in(by=request.worker, registration=found)
    return redirect("society:door", found.event_id)
