# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the public wrote: read, taken up, answered, closed."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from lgnet.core.authz import requires
from lgnet.network.middleware import StaffRequest
from lgnet.network.permissions import Permission
from lgnet.society import policies
from lgnet.society.actions import messages as actions
from lgnet.society.forms.staff import AnswerForm, ReasonForm
from lgnet.society.models import Message
from lgnet.society.pages.staff import inbox_page, message_page
from lgnet.ui.rendering import render_page

ANSWER = Permission.PUBLIC_ANSWER


@requires(ANSWER, Permission.PUBLIC_FOLLOW)
@require_safe
def list_(request: StaffRequest) -> HttpResponse:
    """What waits for an answer; for the nation how much, and nothing of what it says."""
    kind, after = (str(request.GET.get(name, ""))[:80] for name in ("kind", "after"))
    page = inbox_page(request.worker, kind=kind, after=after)
    return render_page(request, "society/inbox.html#ended", page)


def message_or_404(message_id: uuid.UUID) -> Message:
    """What was written to the worker's partner."""
    rows = Message.objects.select_related("key", "taken_by", "ended_by", "partner", "friend")
    return get_object_or_404(rows, pk=message_id)


@requires(ANSWER)
@require_safe
def show(request: StaffRequest, message_id: uuid.UUID) -> HttpResponse:
    """Read a message."""
    message = message_or_404(message_id)
    policies.read(request.worker, message).enforce()
    actions.note_read(on=message)
    return _shown(request, message)


def _shown(
    request: StaffRequest,
    message: Message,
    *,
    answer: AnswerForm | None = None,
    close: ReasonForm | None = None,
) -> HttpResponse:
    page = message_page(
        request.worker, message, answer_form=answer or AnswerForm(), close_form=close or ReasonForm()
    )
    return render_page(request, "society/message.html", page, status=422 if answer or close else 200)


@requires(ANSWER)
@require_POST
def take_up(request: StaffRequest, message_id: uuid.UUID) -> HttpResponse:
    """Take care of it."""
    actions.take_up(by=request.worker, message=message_or_404(message_id))
    messages.success(request, _("You take care of it: the sender reads that somebody is working on it."))
    return redirect("society:message", message_id)


@requires(ANSWER)
@require_POST
def answer(request: StaffRequest, message_id: uuid.UUID) -> HttpResponse:
    """Answer it."""
    message, form = message_or_404(message_id), AnswerForm(request.POST)
    policies.answer(request.worker, message).enforce()
    if not form.is_valid():
        return _shown(request, message, answer=form)
    actions.answer(by=request.worker, message=message, words=form.cleaned_data["words"])
    messages.success(request, _("The sender reads the answer with number and code."))
    return redirect("society:message", message_id)


@requires(ANSWER)
@require_POST
def close(request: StaffRequest, message_id: uuid.UUID) -> HttpResponse:
    """Close it without an answer."""
    message, form = message_or_404(message_id), ReasonForm(request.POST)
    policies.close(request.worker, message).enforce()
    if not form.is_valid():
        return _shown(request, message, close=form)
    actions.close(by=request.worker, message=message, reason=form.cleaned_data["reason"])
    return redirect("society:message", message_id)


@requires(ANSWER)
@require_POST
def reopen(request: StaffRequest, message_id: uuid.UUID) -> HttpResponse:
    """Take an answer or a closing back."""
    actions.reopen(by=request.worker, message=message_or_404(message_id))
    messages.success(request, _("It is open again."))
    return redirect("society:message", message_id)
